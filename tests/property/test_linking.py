"""The same claims are the same incidents, in whatever order and in however many goes they come."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind
from counterclaim.claims.incident import Judgement, Verdict
from counterclaim.claims.place import Place
from counterclaim.linkage import Linker, link

FIRST = dt.date(2031, 5, 1)
QUOTES = ("Soldiers of the garrison were killed near the bridge.", "A convoy was hit, Maria Olden said.", "Shells fell on the old mill.")
REGIONS = {"Lower Vale": "Eastmark", "Far Hill": "Eastmark", "Eastmark": "Eastmark", "Saltmouth": "Westmark"}


STORIES = ("Police said Maria Olden of Saltmouth met Ivo Brandt there.", "Later Maria Olden and Ivo Brandt left Saltmouth.", "It rained.")


def texts(names: Collection[str]) -> Mapping[str, str]:
    """Give the texts of two reports in three."""
    known = {hashlib.sha256(f"report {nth}".encode()).hexdigest(): STORIES[nth % 3] for nth in (1, 2, 4)}
    return {name: known[name] for name in names if name in known}


def days(number: int) -> Dates:
    return Dates(earliest=FIRST + dt.timedelta(days=number % 5), latest=FIRST + dt.timedelta(days=number % 5 + number // 5 * 3))


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    number = draw(st.integers(2, 9))
    return [one_claim(draw, f"claim {nth}") for nth in range(number)]


def one_claim(draw: st.DrawFn, name: str) -> Claim:
    quote, killed, where = draw(st.sampled_from(QUOTES)), draw(st.integers(1, 3)), draw(st.sampled_from([None, *REGIONS]))
    report = f"report {draw(st.integers(1, 4))}"
    counts = Count(
        outcome=Outcome.KILLED, unit=Unit.PERSONS, low=killed, high=killed, best=killed, operator=Operator.EXACT,
        of=None, party="Army", text=str(killed), start=None, end=None,
    )  # fmt: skip
    return Claim(
        id=name,
        report=ReportReference(
            id=report, title=None, outlet=None, url=None,
            published=FIRST + dt.timedelta(days=int(report[-1])), sha256=hashlib.sha256(report.encode()).hexdigest(),
        ),
        start=0, end=len(quote), quote=quote, content=((0, len(quote)),), source=None,
        kind=draw(st.sampled_from([Kind.CASUALTIES, Kind.ATTACK, Kind.DISPLACEMENT])),
        target=draw(st.sampled_from([None, "Army", "Front"])),
        counts=draw(st.sampled_from([(), (counts,)])),
        place=None if where is None else Place(text=where, name=where, admin1=REGIONS[where], country="XX"),
        dates=draw(st.sampled_from([None, *map(days, range(10))])),
        extractor=Extractor(name="hand", version="1"),
    )  # fmt: skip


def partition(incidents: dict[str, tuple[str, ...]]) -> set[tuple[str, ...]]:
    return set(incidents.values())


@settings(max_examples=25)
@given(st.data())
def test_no_order_changes_an_incident_and_reading_twice_adds_nothing(data: st.DataObject) -> None:
    known = data.draw(claims())
    shuffled = data.draw(st.permutations(known))

    once = link(known, texts=texts)

    assert link([*shuffled, *known], texts=texts).incidents == once.incidents
    assert link(known, previous=once.incidents, texts=texts).changes == ()


@settings(max_examples=25)
@given(st.data())
def test_what_is_linked_in_two_goes_is_linked_as_in_one(data: st.DataObject) -> None:
    known = data.draw(claims())
    half = data.draw(st.integers(1, len(known) - 1))
    pair = data.draw(st.lists(st.sampled_from([one.id for one in known]), min_size=2, max_size=2, unique=True).map(sorted))
    word = Judgement(
        id="1", a=pair[0], b=pair[1], verdict=data.draw(st.sampled_from(Verdict)), by="Ann", at=dt.datetime(2031, 6, 1, tzinfo=dt.UTC)
    )
    groups: dict[str, tuple[str, ...]] = {}

    with Linker() as linker:
        for part in (known[:half], known[half:]):
            linked = linker.update(part, texts, judgements=[word])
            for change in linked.changes:
                groups.pop(change.incident, None)
            groups.update(linked.incidents)

    assert partition(groups) == partition(dict(link(known, [word], texts=texts).incidents))


@settings(max_examples=15)
@given(st.data())
def test_what_goes_again_leaves_no_trace_in_the_others(data: st.DataObject) -> None:
    known = data.draw(claims())
    gone = data.draw(st.sets(st.sampled_from([one.id for one in known]), max_size=len(known) - 1))

    with Linker() as linker:
        before = dict(linker.update(known, texts).incidents)
        linked = linker.update(gone=gone)
    for change in linked.changes:
        before.pop(change.incident, None)
    before.update(linked.incidents)

    assert partition(before) == partition(dict(link([one for one in known if one.id not in gone], texts=texts).incidents))
