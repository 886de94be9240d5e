from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from counterclaim.claims.attribution import Source
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.errors import InvalidClaim
from counterclaim.claims.event import Kind
from counterclaim.claims.place import Place
from counterclaim.evaluation.dispatches import MEASURES, missed, score_claims, score_dispatches, strays
from counterclaim.evaluation.gold import read_dispatches

from .builders import TEXTS, coded, count, measure, predicted, write_folder

RUKHA = {"text": "Rukha", "canonical": "Rukha", "admin1": "Panjshir", "country": "AF"}
SUNDAY = {"start": "2021-09-05", "end": "2021-09-05"}
TOLD, DENIED, HEAD, HURT = 19, TEXTS["alpha"].index("Rebels denied"), 0, TEXTS["beta"].index("At least")
DOCTOR = {"name": "doctor", "party": "witness"}
ARMY, REBELS = {"name": "army", "party": "Kabul"}, {"name": "Rebels", "party": "rebels"}

GOLD = [
    coded("alpha", 1, HEAD, source_party="outlet", kind="control", control="holds", control_party="rebels", place=RUKHA),
    coded(
        "alpha",
        2,
        TOLD,
        source="the army",
        source_party="Kabul",
        target="rebels",
        place=RUKHA,
        date=SUNDAY,
        measures=[measure("killed", 12, 12, "12")],
    ),
    coded(
        "alpha",
        3,
        DENIED,
        source="Rebels",
        source_party="rebels",
        stance="denies",
        negated=True,
        measures=[measure("killed", 12, 12, "it")],
    ),
    coded(
        "beta",
        1,
        HURT,
        kind="casualties",
        source="a doctor",
        source_party="witness",
        measures=[measure("wounded", 30, None, "At least 30")],
    ),
]
RIGHT = [
    predicted(
        "alpha",
        HEAD,
        5,
        kind="control",
        control={"change": "captured", "party": "Rebels"},
        place={"text": "Rukha", "name": None, "country": "AF"},
    ),
    predicted(
        "alpha",
        TOLD,
        30,
        source=ARMY,
        target="Rebels",
        place={"text": "Rukha", "name": "Rukhah", "country": "AF"},
        dates={"earliest": "2021-09-05", "latest": "2021-09-05"},
        counts=[count("killed", 12, 12, 12)],
    ),
    predicted("alpha", DENIED, DENIED + 6, source=REBELS, stance="denies", negated=True, counts=[count("killed", 12, 12, 12)]),
    predicted("beta", HURT, HURT + 8, kind="attack", source=DOCTOR, counts=[count("wounded", low=30)]),
]


@pytest.fixture
def gold(tmp_path):
    return read_dispatches(write_folder(tmp_path / "d", GOLD))


def scores(gold, claims):
    return {row.name: row for row in score_claims(gold, claims, samples=10)}


def test_right_claims_have_full_marks_in_every_measure(gold):
    rows = scores(gold, RIGHT)
    assert tuple(rows) == MEASURES
    scored = {name: row for name, row in rows.items() if row.n_gold}
    assert set(rows) - set(scored) == {"actor"}
    assert {name: (row.precision, row.recall) for name, row in scored.items()} == dict.fromkeys(scored, (1.0, 1.0))
    assert rows["claims found"].n_gold == 4


def test_nothing_found_is_zero_and_all_missed(gold):
    rows = scores(gold, [])
    assert all(row.f1 == 0 for row in rows.values())
    assert [(miss.doc, miss.nth) for miss in missed(gold, [], "claims found")] == [("alpha", 1), ("alpha", 2), ("alpha", 3), ("beta", 1)]
    assert missed(gold, [], "figures")[-1].sentence == "At least 30 people were hurt, a doctor said."


def test_claim_in_another_sentence_is_not_found(gold):
    moved = [predicted("beta", 0, 6, source={"name": "doctor", "party": None}, counts=[count("wounded", low=30)])]
    rows = scores(gold, moved)
    assert (rows["claims found"].f1, rows["figures"].f1) == (0, 0)


def test_claim_of_another_group_of_kinds_is_not_found(gold):
    rows = scores(gold, [{**RIGHT[1], "kind": "talks", "counts": []}])
    assert rows["claims found"].recall == 0


def test_claim_too_many_costs_precision_and_not_recall(gold):
    rows = scores(gold, [*RIGHT, predicted("alpha", TOLD, 25, source={"name": "army", "party": None})])
    assert rows["claims found"].recall == 1
    assert rows["claims found"].precision == pytest.approx(4 / 5)
    assert rows["dates"].precision == 1


def test_wrong_asserter_costs_the_attributed_figure_alone(gold):
    rows = scores(gold, [RIGHT[0], {**RIGHT[1], "source": {"name": "a villager", "party": "civilian"}}, *RIGHT[2:]])
    assert rows["figures"].f1 == 1
    assert rows["figures with their asserter"].recall == pytest.approx(2 / 3)
    assert [miss.nth for miss in missed(gold, [RIGHT[0], *RIGHT[2:]], "figures with their asserter")] == [2]


def test_outcome_is_part_of_the_figure(gold):
    rows = scores(gold, [{**RIGHT[1], "counts": [count("wounded", 12, 12, 12)]}])
    assert rows["figures"].f1 == 0


def test_figure_that_claims_of_one_source_repeat_counts_once(gold):
    again = {**RIGHT[1], "kind": "attack", "end": 28, "quote": TEXTS["alpha"][TOLD:28]}
    assert scores(gold, [*RIGHT, again])["figures"].n_predicted == 3


@pytest.mark.parametrize(
    "control",
    [{"change": "captured", "party": "Taliban"}, {"change": "lost", "party": "Rebels"}, {"change": "surrounded", "party": "Rebels"}],
)
def test_control_needs_who_and_what(gold, control):
    assert scores(gold, [{**RIGHT[0], "control": control}])["control: who, what, where"].f1 == 0


def test_control_needs_where(gold):
    elsewhere = {"text": "Anaba", "name": "Anaba", "country": "AF"}
    assert scores(gold, [{**RIGHT[0], "place": elsewhere}])["control: who, what, where"].f1 == 0


def test_place_in_the_wrong_country_is_a_place_all_the_same(gold):
    rows = scores(gold, [{**RIGHT[1], "place": {"text": "Rukha", "name": "Rukha", "country": "PK"}}])
    assert (rows["place"].precision, rows["place in the right country"].precision) == (1, 0)


def test_dates_need_both_ends(gold):
    rows = scores(gold, [{**RIGHT[1], "dates": {"earliest": "2021-09-04", "latest": "2021-09-05"}}])
    assert (rows["dates"].precision, rows["dates"].n_predicted) == (0, 1)


def test_claims_are_paired_by_what_agrees_not_by_order(gold):
    vague = predicted("alpha", TOLD, 24)
    assert scores(gold, [vague, RIGHT[1]])["source name"].recall == pytest.approx(1 / 4)


def test_report_is_found_by_hash_of_its_text_or_by_name(gold):
    sha256 = hashlib.sha256(TEXTS["beta"].encode()).hexdigest()
    by_hash = {**RIGHT[3], "report": {"id": "whatever", "sha256": sha256}}
    by_path = {**RIGHT[3], "report": {"id": "x", "url": "file:///somewhere/beta.txt"}}
    stray = {**RIGHT[3], "report": {"id": "gamma"}}
    assert scores(gold, [by_hash])["claims found"].recall == scores(gold, [by_path])["claims found"].recall == pytest.approx(1 / 4)
    assert scores(gold, [stray])["claims found"].n_predicted == 0
    assert strays(gold, [by_hash, stray]) == 1


def test_quote_that_is_not_in_the_text_is_refused(gold):
    with pytest.raises(InvalidClaim, match="alpha"):
        scores(gold, [{**RIGHT[1], "quote": "an army said"}])


def test_unknown_measure_is_named(gold):
    with pytest.raises(ValueError, match="no measure 'figure'"):
        missed(gold, [], "figure")


def test_reader_gets_the_folder(tmp_path):
    folder = write_folder(tmp_path / "d", GOLD)
    rows = score_dispatches(folder, lambda given: RIGHT if given == folder else [], samples=10)
    assert rows[0].f1 == 1


def test_claims_score_as_their_json_does(gold):
    claim = Claim(
        id="1",
        report=ReportReference(
            id="alpha", title=None, outlet=None, url=None, published=None, sha256=hashlib.sha256(TEXTS["alpha"].encode()).hexdigest()
        ),
        start=TOLD,
        end=30,
        quote=TEXTS["alpha"][TOLD:30],
        content=((TOLD, 30),),
        source=Source(name="army", party="Kabul"),
        kind=Kind.CLASH,
        target="Rebels",
        counts=(
            Count(
                outcome=Outcome.KILLED,
                unit=Unit.PERSONS,
                low=12,
                high=12,
                best=12,
                operator=Operator.EXACT,
                of=None,
                party=None,
                text="12",
                start=TOLD + 14,
                end=TOLD + 16,
            ),
        ),
        place=Place(text="Rukha", country="AF"),
        dates=Dates(earliest=dt.date(2021, 9, 5), latest=dt.date(2021, 9, 5), precision=1),
        extractor=Extractor(name="hand", version="1"),
    )
    assert [(row.name, row.f1) for row in score_claims(gold, [claim], samples=0)] == [
        (row.name, row.f1) for row in score_claims(gold, [RIGHT[1]], samples=0)
    ]
