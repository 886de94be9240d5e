from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim import Ledger
from counterclaim.claims.attribution import Source, Stance
from counterclaim.claims.claim import Claim, Extractor, ReportReference, claim_id
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.errors import LedgerError, Relinked
from counterclaim.claims.event import Kind
from counterclaim.claims.identity import Fate, IncidentChange
from counterclaim.claims.incident import Status
from counterclaim.claims.place import Place
from counterclaim.workflows import link as module
from counterclaim.workflows.describe import described_in, processes_for
from counterclaim.workflows.link import is_current, link, word

NOON = dt.datetime(2021, 9, 6, 12, tzinfo=dt.UTC)
DAY = dt.date(2021, 9, 4)
QUOTE = "12 soldiers were killed in Bazarak on Saturday."


def claim(name: str, number: int = 12, *, side: str = "North", outlet: str = "Post", version: str = "1") -> Claim:
    """Give a claim on a toll in Bazarak, in a report of its own."""
    return Claim(
        id=claim_id(name * 64, ((0, 4),), side, Kind.CASUALTIES),
        report=ReportReference(id=name, title=None, outlet=outlet, url=None, published=dt.date(2021, 9, 5), sha256=name * 64),
        start=0,
        end=len(QUOTE),
        quote=QUOTE,
        content=((0, 4),),
        source=Source(name=f"{side} spokesman", party=side),
        stance=Stance.SAYS,
        kind=Kind.CASUALTIES,
        target="South",
        counts=(
            Count(
                outcome=Outcome.KILLED,
                unit=Unit.PERSONS,
                low=number,
                high=number,
                best=number,
                operator=Operator.EXACT,
                of="soldiers",
                party="South",
                text=str(number),
                start=None,
                end=None,
            ),
        ),
        place=Place(text="Bazarak", name="Bazarak", admin1="Panjshir", country="AF", precision=2),
        dates=Dates(earliest=DAY, latest=DAY, precision=1),
        extractor=Extractor(name="hand", version=version),
    )


@pytest.fixture
def ledger(tmp_path: Path):
    with Ledger.open(tmp_path / "war.db") as opened:
        yield opened


def test_sides_that_count_one_toll_differently_are_one_contested_incident(ledger: Ledger) -> None:
    ledger.load([claim("a"), claim("b", 40, side="South")], when=NOON)
    done = link(ledger, clock=lambda: NOON)
    [incident] = ledger.incidents()
    assert (done.claims, done.incidents, done.fates) == (2, 1, {"new": 1})
    assert incident.status is Status.CONTESTED
    assert len(incident.origins) == 2
    assert {position.side for position in incident.positions} == {"North", "South"}
    assert ledger.past(incident.id)[0].when == NOON


def test_what_is_new_makes_an_incident_grow_and_nothing_else_is_written(ledger: Ledger) -> None:
    ledger.load([claim("a"), claim("b", 40, side="South")], when=NOON)
    link(ledger)
    [before] = ledger.incidents()
    ledger.load([claim("c", outlet="Evening News")], when=NOON)
    assert not is_current(ledger)
    assert link(ledger).fates == {"grown": 1}
    assert is_current(ledger)
    [incident] = ledger.incidents()
    assert incident.id == before.id
    assert len(incident.claims) == 3
    assert [step.fate for step in ledger.past(incident.id)] == [Fate.APPEARED, Fate.CHANGED]


def test_one_statement_in_two_outlets_is_one_origin(ledger: Ledger) -> None:
    ledger.load([claim("a"), claim("c", outlet="Evening News")], when=NOON)
    link(ledger)
    [incident] = ledger.incidents()
    assert incident.status is Status.SINGLE_ORIGIN
    assert [origin.outlets for origin in incident.origins] == [("Evening News", "Post")]


def test_claims_that_were_read_anew_are_told_as_they_are_now(ledger: Ledger) -> None:
    ledger.load([claim("a"), claim("b", 12, side="South")], when=NOON)
    link(ledger)
    assert [one.status for one in ledger.incidents()] == [Status.CONCEDED]
    ledger.load([claim("b", 40, side="South", version="2")], when=NOON + dt.timedelta(days=1))
    assert link(ledger).fates == {"told anew": 1}
    assert [one.status for one in ledger.incidents()] == [Status.CONTESTED]
    assert link(ledger).fates == {}


def test_an_unwritable_folder_costs_only_the_work_file(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.workflows.work_file.os.access", lambda *_: False)
    ledger.load([claim("a")], when=NOON)
    link(ledger)
    assert [path.name for path in ledger.path.parent.glob("*.linking*")] == []
    ledger.load([claim("b", 40, side="South")], when=NOON)
    assert link(ledger).fates == {"grown": 1}


def test_what_changes_while_it_links_is_linked_too_and_an_endless_change_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.load([claim("a")], when=NOON)
    late = iter("bcdefghij")

    def clock() -> dt.datetime:
        ledger.load([claim(name)], when=NOON) if (name := next(late, "")) else None
        return NOON

    with pytest.raises(Relinked, match="run the same command again"):
        link(ledger, clock=clock)
    assert list(ledger.incidents()) == []
    once = iter("k")

    def other_clock() -> dt.datetime:
        if name := next(once, ""):
            ledger.load([claim(name)], when=NOON)
        return NOON

    assert link(ledger, clock=other_clock).claims == 5
    monkeypatch.setattr(module, "linker_version", lambda: "another")
    assert link(ledger).fates == {}
    assert ledger.last_linking().version == "another"  # type: ignore[union-attr]


def test_a_work_file_in_use_is_told(ledger: Ledger) -> None:
    ledger.load([claim("a")], when=NOON)
    ledger.path.with_name("war.db.linking").write_text("no work file")
    with pytest.raises(LedgerError, match="delete it"):
        link(ledger)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (IncidentChange(fate=Fate.APPEARED, incident="x"), "new"),
        (IncidentChange(fate=Fate.CHANGED, incident="x", added=("a",)), "grown"),
        (IncidentChange(fate=Fate.CHANGED, incident="x", removed=("a",)), "shrunk"),
        (IncidentChange(fate=Fate.CHANGED, incident="x", added=("a",), removed=("b",)), "changed"),
        (IncidentChange(fate=Fate.CHANGED, incident="x"), "told anew"),
        (IncidentChange(fate=Fate.MERGED_INTO, incident="x"), "merged"),
        (IncidentChange(fate=Fate.SPLIT_OFF, incident="x"), "split off"),
        (IncidentChange(fate=Fate.VANISHED, incident="x"), "gone"),
    ],
)
def test_what_became_of_an_incident_has_a_word(change: IncidentChange, said: str) -> None:
    assert word(change) == said


def test_several_processes_make_the_same_incidents_as_one_in_parts_of_any_size(ledger: Ledger) -> None:
    weeks = [DAY + dt.timedelta(weeks=nth // 2) for nth in range(6)]
    told = [claim(name, 12 + nth, side="NS"[nth % 2]) for nth, name in enumerate("abcdef")]
    ledger.load([replace(one, dates=Dates(earliest=day, latest=day, precision=1)) for one, day in zip(told, weeks, strict=True)], when=NOON)
    link(ledger, clock=lambda: NOON)
    groups = ledger.groups()
    whole = [one for _, some in described_in(ledger, [groups], {}, processes=1) for one in some]
    single = ({name: inside} for name, inside in groups.items())
    shared = [one for _, some in described_in(ledger, single, {}, processes=2) for one in some]

    assert len(groups) > 1
    assert [one.id for one in whole] == list(groups)
    assert shared == whole


def test_few_claims_need_one_process() -> None:
    assert processes_for(100) == 1
    assert processes_for(10**9) >= 1


def test_a_document_with_the_same_in_other_bytes_is_not_told_anew(ledger: Ledger) -> None:
    ledger.load([claim("a"), claim("b", 13)], when=NOON)
    link(ledger, clock=lambda: NOON)
    (document,) = ledger.documents(list(ledger.groups())).values()
    spaced = document.replace('":', '" : ')

    assert spaced != document
    assert not module._is_otherwise(spaced, document)
    assert module._is_otherwise(document.replace("12", "14"), document)
    assert module._is_otherwise(None, document)
