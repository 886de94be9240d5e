import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind, Modality, Mode
from counterclaim.claims.place import Place
from counterclaim.cli import phrases
from counterclaim.cli.codebook_example import make_example
from counterclaim.cli.evidence import rows_of

CLAIM = make_example()


def count(operator: Operator, low: int | None, high: int | None, best: int | None, text: str = "some") -> Count:
    return Count(
        outcome=Outcome.WOUNDED,
        unit=Unit.PERSONS,
        low=low,
        high=high,
        best=best,
        operator=operator,
        of="troops",
        party=None,
        text=text,
        start=0,
        end=1,
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (count(Operator.EXACT, 1200, 1200, 1200), "wounded 1,200 troops"),
        (count(Operator.MORE_THAN, 701, None, None), "wounded >700 troops"),
        (count(Operator.AT_LEAST, 12, None, None), "wounded ≥12 troops"),
        (count(Operator.UP_TO, None, 40, None), "wounded ≤40 troops"),
        (count(Operator.ABOUT, None, None, 30), "wounded ~30 troops"),
        (count(Operator.RANGE, 5, 7, None), "wounded 5–7 troops"),
        (count(Operator.VAGUE, 24, 99, None, "dozens"), "wounded “dozens” (24–99) troops"),
        (count(Operator.VAGUE, None, None, None, "many"), "wounded “many” troops"),
        (replace(count(Operator.EXACT, 2, 2, 2), of="fighters\nof the group"), "wounded 2 fighters of the group"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_count_shows_its_bounds(value: Count, words: str) -> None:
    assert phrases.number(value) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "killed >700 Taliban fighters"),
        ({"actor": "the resistance"}, "killed >700 Taliban fighters by the resistance"),
        ({"counts": (), "kind": Kind.ATTACK, "mode": Mode.AIR_STRIKE, "actor": "Ethiopia"}, "air strike by Ethiopia against Taliban"),
        ({"kind": Kind.CONTROL, "control": Control(change=Change.CAPTURED, party="Taliban"), "counts": ()}, "Taliban captured Paryan"),
        ({"negated": True}, "not: killed >700 Taliban fighters"),
        ({"negated": True, "stance": Stance.DENIES}, "killed >700 Taliban fighters"),
        ({"counts": (), "kind": Kind.TALKS, "target": None, "modality": Modality.PLANNED}, "talks (planned)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_claim_in_few_words(changes: dict[str, object], words: str) -> None:
    assert phrases.what(replace(CLAIM, **changes)) == words


def test_who_speaks_is_the_outlet_where_nobody_is_named() -> None:
    assert phrases.who(CLAIM) == "resistance"
    assert phrases.side(CLAIM) == "National Resistance Front"
    assert phrases.who(replace(CLAIM, source=None)) == "An outlet"


def test_only_a_stance_that_says_more_is_shown() -> None:
    assert phrases.stance(CLAIM) == ""
    assert phrases.stance(replace(CLAIM, stance=Stance.DENIES)) == "denies"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, "–"),
        (Place(text="Dashte Rewak"), "Dashte Rewak ?"),
        (Place(text="Khinj", name="Khenj", admin1="Panjshir", country="AF"), "Khenj, Panjshir, AF"),
        (Place(text="Kabul", name="Kabul", admin1="Kabul", country="AF"), "Kabul, AF"),
        (Place(text="Afghan", name="Afghanistan", country="AF", precision=6), "Afghanistan"),
    ],
)
def test_a_place_stands_with_what_is_around_it(place: Place | None, words: str) -> None:
    assert phrases.where(place) == words


def test_days_are_one_or_two() -> None:
    day = dt.date(2021, 9, 4)
    assert phrases.when(Dates(earliest=day, latest=day, precision=1)) == "2021-09-04"
    assert phrases.when(Dates(earliest=day, latest=day.replace(day=6), precision=2)) == "2021-09-04 –2021-09-06"
    assert phrases.when(None) == "–"


def test_every_value_of_a_claim_has_its_row() -> None:
    rows = {row.name: row for row in rows_of(CLAIM)}

    assert CLAIM.quote[slice(*rows["killed"].span or ())] == "over 700"
    assert rows["killed"].rule == "CC-1 more than"
    assert rows["killed"].value.startswith("killed >700 Taliban fighters; low 701")
    assert rows["place"].rule == "UCDP where_prec 3: the district"
    assert CLAIM.quote[slice(*rows["target"].span or ())] == "Taliban"
    assert rows["channel"].value == "Twitter"
    assert rows["confidence"].value == "0.87"


def test_places_within_a_place_are_told_as_such() -> None:
    villages = replace(count(Operator.EXACT, 3, 3, 3), outcome=Outcome.CAPTURED, unit=Unit.PLACES, of="villages")
    claim = replace(
        CLAIM, kind=Kind.CONTROL, control=Control(change=Change.CAPTURED, party="Russia"), place=Place(text="Kharkiv"), counts=(villages,)
    )
    assert phrases.what(claim) == "Russia captured 3 villages in Kharkiv"
