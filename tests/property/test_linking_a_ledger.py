"""What a ledger makes of claims does not depend on their order, on how they come, or on how often they are linked."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claims.attribution import Source, Stance
from counterclaim.claims.claim import Claim, Extractor, ReportReference, claim_id
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.incident import Verdict
from counterclaim.claims.place import Place
from counterclaim.evaluation.coded import coded_claims
from counterclaim.evaluation.gold import read_dispatches
from counterclaim.ledger import Ledger
from counterclaim.workflows.link import link

SAMPLES = Path(__file__).parents[2] / "samples" / "dispatches"
NOON = dt.datetime(2021, 9, 6, 12, tzinfo=dt.UTC)

modest = settings(max_examples=6)


@cache
def some_claims() -> tuple[Claim, ...]:
    """Give the coded claims of one war's first dispatches."""
    return tuple(
        claim
        for claim in coded_claims(SAMPLES, read_dispatches(SAMPLES))
        if claim.id.startswith(("panjshir-01", "panjshir-02", "panjshir-03"))
    )


@contextmanager
def ledger() -> Iterator[Ledger]:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "war.db") as opened:
        yield opened


def grow(opened: Ledger, claims: Sequence[Claim]) -> None:
    opened.load(claims, when=NOON)
    link(opened, clock=lambda: NOON)


def told(opened: Ledger) -> list[tuple]:
    """Give all that incidents say, without the ids, which tell of the past."""
    return sorted((one.claims, one.counterclaims, one.positions, one.origins, one.status) for one in opened.incidents())


@cache
def at_once() -> list[tuple]:
    with ledger() as opened:
        grow(opened, some_claims())
        return told(opened)


@modest
@given(st.data())
def test_parts_in_any_order_give_the_incidents_of_the_whole(data) -> None:
    claims = data.draw(st.permutations(some_claims()))
    cut = data.draw(st.integers(1, len(claims) - 1))
    with ledger() as opened:
        grow(opened, claims[:cut])
        grow(opened, claims[cut:])
        assert told(opened) == at_once()
        before = {one.id: one for one in opened.incidents()}
        grow(opened, claims)
        assert link(opened).fates == {}
        assert {one.id: one for one in opened.incidents()} == before


@modest
@given(st.data())
def test_a_judgement_that_is_taken_back_leaves_the_incidents_as_they_were(data) -> None:
    one, other = data.draw(st.lists(st.sampled_from(some_claims()), min_size=2, max_size=2, unique_by=lambda claim: claim.id))
    verdict = data.draw(st.sampled_from(Verdict))
    with ledger() as opened:
        grow(opened, some_claims())
        judgement, _ = opened.judge(one.id, other.id, verdict, by="Ann", when=NOON)
        link(opened, clock=lambda: NOON)
        together = any({one.id, other.id} <= set(incident.claims) for incident in opened.incidents())
        assert verdict is Verdict.UNSURE or together is (verdict is Verdict.SAME)
        opened.unjudge(judgement.id, by="Ann", when=NOON)
        link(opened, clock=lambda: NOON)
        assert told(opened) == at_once()


@modest
@given(st.data())
def test_a_ledger_that_lost_its_work_file_goes_on_to_the_same_incidents(data) -> None:
    cut = data.draw(st.integers(1, len(some_claims()) - 1))
    with ledger() as opened:
        grow(opened, some_claims()[:cut])
        lose_the_work_file(opened)
        grow(opened, some_claims()[cut:])
        assert told(opened) == at_once()


def lose_the_work_file(opened: Ledger) -> None:
    for path in opened.path.parent.glob("*.linking*"):
        path.unlink()


PLACES = [
    Place(text=name, name=name, admin1=area, country="XX", precision=precision)
    for name, area, precision in (("Dorn", "Kelland", 1), ("Ost", "Kelland", 1), ("Kelland", "Kelland", 4))
]


@st.composite
def on_control(draw: st.DrawFn) -> Claim:
    """Give a claim of one of eight reports, by one of two sides or an outlet, on who took, holds or left a place in some days."""
    name, side = draw(st.sampled_from("abcdefgh")), draw(st.sampled_from(["North", "South", None]))
    day = dt.date(2021, 9, 4) + dt.timedelta(days=draw(st.integers(0, 8)))
    dates = Dates(earliest=day, latest=day, precision=1) if draw(st.booleans()) else None
    published = dt.date(2021, 9, 5) + dt.timedelta(days=ord(name) - ord("a"))
    return Claim(
        id=claim_id(name * 64, ((0, 4),), side or "", Kind.CONTROL),
        report=ReportReference(id=name, title=None, outlet="Post", url=None, published=published, sha256=name * 64),
        start=0,
        end=30,
        quote="They took the place this week.",
        content=((0, 4),),
        source=Source(name=f"{side} spokesman", party=side) if side else None,
        stance=Stance.SAYS,
        kind=Kind.CONTROL,
        control=Control(change=draw(st.sampled_from(Change)), party=draw(st.sampled_from(["North", "South"]))),
        place=draw(st.sampled_from(PLACES)),
        dates=dates,
        asserted_at=draw(st.sampled_from([None, day])),
        extractor=Extractor(name="hand", version="1"),
    )


@settings(max_examples=25)
@given(
    st.lists(on_control(), min_size=2, max_size=12, unique_by=lambda one: one.id),
    st.lists(on_control(), max_size=4, unique_by=lambda one: one.id),
    st.data(),
)
def test_claims_on_control_that_come_later_or_are_read_anew_change_what_they_contradict(first, again, data) -> None:
    cut = data.draw(st.integers(0, len(first)))
    later = [replace(one, extractor=Extractor(name="hand", version="2")) for one in again]

    def read_anew(opened: Ledger) -> None:
        opened.load(later, when=NOON + dt.timedelta(days=1))
        link(opened, clock=lambda: NOON)

    with ledger() as opened, ledger() as other:
        grow(opened, first[:cut])
        if data.draw(st.booleans()):
            lose_the_work_file(opened)
        grow(opened, first[cut:])
        read_anew(opened)
        other.load(first, when=NOON)
        read_anew(other)
        assert told(opened) == told(other)
