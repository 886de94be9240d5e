"""What a ledger makes of claims does not depend on their order, on how they come, or on how often they are linked."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Verdict
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
        for path in opened.path.parent.glob("*.linking*"):
            path.unlink()
        grow(opened, some_claims()[cut:])
        assert told(opened) == at_once()
