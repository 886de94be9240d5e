"""Who did it, to whom, and when: where two claims on one event name different ones."""

from __future__ import annotations

from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Question
from counterclaim.comparison import dates, figures, party, place, victims
from counterclaim.comparison.difference import VIOLENT, Difference
from counterclaim.comparison.place import Relation

EXACT_DAY: Final = 2  # UCDP's date_prec up to which an interval is a few days at most


def compare(a: Claim, b: Claim) -> tuple[Difference, ...]:
    """Give how two claims on one violent event differ on who did it, what the victims were, and on which day."""
    if a.kind not in VIOLENT or b.kind not in VIOLENT or party.same_side(a, b):
        return ()
    if place.relate(a.place, b.place) is Relation.APART:
        return ()
    found = (responsibility(a, b) or responsibility(b, a), status_of_victims(a, b) or status_of_victims(b, a), day(a, b))
    return tuple(difference for difference in found if difference is not None)


def each_blames_the_other(a: Claim, b: Claim) -> Difference | None:
    """Tell whether two sides say in one breath that the other attacked them, of one kind and time, at no different place."""
    if party.same_side(a, b) or place.relate(a.place, b.place) is Relation.APART or not (_mutual(a, b) or _mutual(b, a)):
        return None
    return responsibility(a, b) or responsibility(b, a)


def responsibility(a: Claim, b: Claim) -> Difference | None:
    """Tell whether `a` says that the side of `b` did it, and `b` names another: for one victim, or each the other."""
    side = party.belligerent(b)
    blamed = party.key(a.actor)
    if side is None or blamed != side or not party.at_odds(a.actor, b.actor) or dates.apart(a.dates, b.dates):
        return None
    if party.key(b.actor) in party.NO_SIDE or not (_same_victim(a, b) or _mutual(a, b)):
        return None
    what = "each says that the other attacked" if _mutual(a, b) else "one deed, two doers"
    return Difference(Question.RESPONSIBILITY, f"{party.speaker(a)}: {a.actor} did it; {party.speaker(b)}: {b.actor} did it: {what}")


def _same_victim(a: Claim, b: Claim) -> bool:
    """Tell whether both name one victim that nobody boasts of: civilians, some third party, or the side of `b` itself.

    Of a common enemy's losses, allies name each other by turns.
    """
    target = party.key(a.target)
    if target is None or target != party.key(b.target) or not (target in party.NO_SIDE or target == party.belligerent(b)):
        return False
    if a.counts and b.counts:
        return any(x.outcome is y.outcome and victims.same_group(a, x, b, y) and figures.meet(x, y) for x in a.counts for y in b.counts)
    return a.kind is b.kind


def _mutual(a: Claim, b: Claim) -> bool:
    """Tell whether each says that the other attacked it, in claims of one kind without a toll."""
    if a.kind is not b.kind or a.counts or b.counts or (a.mode is not None and b.mode is not None and a.mode is not b.mode):
        return False
    mine, theirs = party.belligerent(a), party.belligerent(b)
    return party.key(b.actor) == mine and _target(a) == mine and _target(b) == theirs


def _target(claim: Claim) -> str | None:
    return party.key(claim.target) or party.belligerent(claim)


def status_of_victims(a: Claim, b: Claim) -> Difference | None:
    """Tell whether `a`, for the side that did it, counts fighters where `b` counts civilians, in numbers that meet."""
    doer = party.key(a.actor)
    if doer is None or doer != party.key(b.actor) or party.belligerent(a) != doer or dates.apart(a.dates, b.dates):
        return None
    for x in a.counts:
        for y in b.counts:
            classes = (victims.group_class(a, x), victims.group_class(b, y))
            if x.outcome is y.outcome and classes == (victims.FIGHTERS, victims.CIVILIANS) and figures.meet(x, y):
                return Difference(
                    Question.VICTIMS, f"{figures.told(a, x)}; {figures.told(b, y)}: fighters in one account, civilians in the other"
                )
    return None


def day(a: Claim, b: Claim) -> Difference | None:
    """Tell whether two sides give one toll at one place different days."""
    if a.dates is None or b.dates is None or place.relate(a.place, b.place) is not Relation.SAME:
        return None
    exact = all((d.precision or EXACT_DAY + 1) <= EXACT_DAY for d in (a.dates, b.dates))
    same = any(_same_toll(a, b, i, j) for i in range(len(a.counts)) for j in range(len(b.counts)))
    if not exact or not same or not dates.apart(a.dates, b.dates, slack=0):
        return None
    return Difference(
        Question.DATE, f"{party.speaker(a)}: {a.dates.earliest}; {party.speaker(b)}: {b.dates.earliest}: two days for one toll"
    )


def _same_toll(a: Claim, b: Claim, i: int, j: int) -> bool:
    x, y = a.counts[i], b.counts[j]
    same = x.outcome is y.outcome and (x.low, x.high) == (y.low, y.high) and x.low is not None
    return same and victims.same_group(a, x, b, y)
