"""What is taken in by parts and processes is what all claims at once give."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim import Ledger
from counterclaim.claims.attribution import Source
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.place import Place
from counterclaim.linkage import Linker, encoded
from counterclaim.workflows import intake as module
from counterclaim.workflows.across import Gatherer
from counterclaim.workflows.intake import Intake
from counterclaim.workflows.seldom import collected_seldom

NOON = dt.datetime(2031, 5, 6, 12, tzinfo=dt.UTC)
DAY = dt.date(2031, 5, 4)
QUOTE = "The Front holds Lower Vale, its spokesman said."


def holding(name: str, party: str, *, country: str | None = "XX", report: str | None = None, **fields: object) -> Claim:
    """Give a claim of a side that it holds Lower Vale, in a report of its own or a named one."""
    sha256 = hashlib.sha256((report or name).encode()).hexdigest()
    plain: dict[str, object] = {
        "id": name,
        "report": ReportReference(id=report or name, title=None, outlet="Post", url=None, published=DAY, sha256=sha256),
        "start": 0,
        "end": len(QUOTE),
        "quote": QUOTE,
        "content": ((0, len(QUOTE)),),
        "source": Source(name=f"{party} spokesman", party=party),
        "kind": Kind.CONTROL,
        "control": Control(change=Change.HOLDS, party=party),
        "place": Place(text="Lower Vale", name="Lower Vale", admin1="Eastmark", country=country, precision=2),
        "extractor": Extractor(name="hand", version="1"),
    }
    return Claim(**(plain | fields))  # type: ignore[arg-type]


CLAIMS = (
    holding("a", "North"),
    holding("b", "South"),
    holding("c", "South", country="YY"),
    holding("d", "North", country="YY"),
    holding("e", "North", country=None),
    holding("f", "South", report="a", start=9, end=9 + len(QUOTE), negated=True),
    holding("g", "South", place=Place(text="the vale"), control=Control(change=Change.LOST, party="North")),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "war.db") as opened:
        opened.load(CLAIMS, when=NOON)
        yield opened


@pytest.mark.parametrize("processes", [1, 2])
def test_parts_made_by_one_process_or_two_are_what_all_claims_at_once_give(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr(module, "TOGETHER", 2)
    gatherer = Gatherer()
    known = list(gatherer.passing(ledger.claims()))
    done: list[int] = []

    with Intake(ledger, processes=processes, done=done.append) as intake:
        rows = list(intake.rows())
        across = intake.across()

    assert sorted(b"".join(rows).splitlines()) == sorted(encoded(known).splitlines())
    assert {claim: sorted(map(repr, pairs)) for claim, pairs in across.items()} == {
        claim: sorted(map(repr, pairs)) for claim, pairs in gatherer.found().items()
    }
    assert {"a", "b", "c", "d"} <= across.keys()
    assert (done[0], len(done)) == (0, len(rows))


def test_rows_made_elsewhere_are_linked_as_the_claims_are() -> None:
    with Linker() as one, Linker() as other:
        whole = one.update(CLAIMS)
        parts = other.update(CLAIMS[:2], rows=[encoded(CLAIMS[2:4]), b"", encoded(CLAIMS[1:])])

    assert (whole.incidents, whole.changes, whole.ties) == (parts.incidents, parts.changes, parts.ties)


def test_a_reading_that_is_not_the_newest_is_not_taken_in(ledger: Ledger) -> None:
    newer = replace(CLAIMS[0], negated=True, extractor=Extractor(name="hand", version="2"))
    ledger.load([newer], when=NOON + dt.timedelta(days=1))

    assert [claim for claim in ledger.claims_of_readings(ledger.newest_readings()) if claim.id == "a"] == [newer]
    assert [claim for claim in ledger.control_in("XX") if claim.id == "a"] == [newer]
    assert ledger.countries_of_control() == [None, "XX", "YY"]


def test_how_often_python_collects_is_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with collected_seldom():
        inside = gc.get_threshold()

    assert inside[0] > before[0]
    assert gc.get_threshold() == before
