"""Whether two figures can both hold."""

from __future__ import annotations

import re
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count, Operator, Outcome, Scope
from counterclaim.claims.counterclaim import Question
from counterclaim.comparison import dates, party, place, victims
from counterclaim.comparison.difference import Difference
from counterclaim.comparison.place import Relation

HEDGED: Final = frozenset({Operator.ABOUT, Operator.VAGUE, Operator.UP_TO})
WIDER: Final = {
    Outcome.KILLED_OR_WOUNDED: frozenset({Outcome.KILLED, Outcome.WOUNDED}),
    Outcome.KILLED_WOUNDED_OR_CAPTURED: frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.CAPTURED, Outcome.KILLED_OR_WOUNDED}),
    Outcome.LOST: frozenset({Outcome.DESTROYED, Outcome.CAPTURED, Outcome.ABANDONED}),
}
_PART: Final = re.compile(r"\b(includ\w+|among (?:them|those|whom)|of (?:them|those|whom|which))\b", re.IGNORECASE)


def bounds(count: Count) -> tuple[int, int | None]:
    """Give the lowest and the highest number that the words allow, None for open. "More than N" meets N.

    >>> from counterclaim.claims.count import Unit
    >>> tweet = Count(outcome=Outcome.KILLED, unit=Unit.PERSONS, low=701, high=None, best=None, operator=Operator.MORE_THAN,
    ...               of=None, party=None, text="over 700", start=None, end=None)
    >>> bounds(tweet)
    (700, None)
    """
    low = count.low if count.low is not None else count.best if count.high is not None else None
    if low is not None and count.operator is Operator.MORE_THAN and count.rule.startswith("CC"):
        low -= 1
    return low or 0, count.high


def meet(x: Count, y: Count) -> bool:
    """Tell whether the ranges of two counts have a number in common."""
    (low, high), (least, most) = bounds(x), bounds(y)
    return (most is None or low <= most) and (high is None or least <= high)


def hedged(count: Count) -> bool:
    """Tell whether a number is only about so much, a vague word, or a ceiling: alone, such a bound contradicts nothing."""
    return count.operator in HEDGED


def is_part(claim: Claim, count: Count) -> bool:
    """Tell whether a count is of some among those that an earlier count of the claim names: "16, among them two civilians"."""
    return total_of(claim, count) is not None


def total_of(claim: Claim, count: Count) -> Count | None:
    """Give the count of a claim whose total another one is a part of."""
    if len(claim.counts) == 1 and claim.counts[0] is count:
        return None
    for other in claim.counts:
        if other is count or (other.outcome, other.unit) != (count.outcome, count.unit):
            continue
        between = _between(claim, other, count)
        if between is not None and _PART.search(between) and bounds(count)[0] <= (other.high or bounds(count)[0]):
            return other
    return None


def _between(claim: Claim, first: Count, second: Count) -> str | None:
    if first.end is None or second.start is None or first.end > second.start:
        return None
    return claim.quote[max(0, first.end - claim.start) : max(0, second.start - claim.start)]


def compare(a: Claim, x: Count, b: Claim, y: Count) -> Difference | None:
    """Tell how figure `x` of claim `a` and figure `y` of claim `b` differ, None where they do not or are no match."""
    same = x.outcome is y.outcome
    if x.unit is not y.unit or (same and (x.low, x.high, x.best) == (y.low, y.high, y.best)):
        return None
    if dates.apart(a.dates, b.dates) or not victims.same_group(a, x, b, y):
        return None
    if not same:
        return _wider(x, y)
    if place.relate(a.place, b.place) is Relation.APART:
        return None
    reason = _compatible(a, x, b, y)
    if reason is not None:
        return Difference(Question.FIGURE, reason, both_hold=True)
    return Difference(Question.FIGURE, f"{told(a, x)}; {told(b, y)}: no number in common")


def told(claim: Claim, count: Count) -> str:
    """Give a figure and who says it, in words for a person: "a general (Xandria): seven soldiers killed"."""
    return f"{party.speaker(claim)}: {phrase(count)}"


def phrase(count: Count) -> str:
    """Give a figure in words: "seven soldiers killed", "15 killed (Taliban)"."""
    named = count.of is not None and count.of.casefold() not in count.text.casefold()
    words = [count.text, count.of if named else "", count.outcome.value.replace("_", " ")]
    return " ".join(w for w in words if w) + (f" ({count.party})" if count.of is None and count.party else "")


def _wider(x: Count, y: Count) -> Difference | None:
    for wide, narrow in ((x, y), (y, x)):
        if narrow.outcome in WIDER.get(wide.outcome, ()):
            words = wide.outcome.value.replace("_", " ")
            return Difference(Question.FIGURE, f"“{words}” takes in more than “{narrow.outcome.value}”", both_hold=True)
    return None


def _compatible(a: Claim, x: Count, b: Claim, y: Count) -> str | None:
    """Give why two figures can both hold, None where they cannot."""
    met = meet(x, y)
    if met and not (_unbounded(x) or _unbounded(y)):
        return f"{x.text} and {y.text} have numbers in common"
    if met or hedged(x) or hedged(y):
        return f"{x.text if hedged(x) else y.text} is too loose to contradict"
    if _different_windows(a, x, b, y):
        return "the two count different windows of time"
    if x.revises or y.revises or is_part(a, x) or is_part(b, y):
        return "one figure adds to another or is part of a total"
    if place.relate(a.place, b.place) in {Relation.INSIDE, Relation.CONTAINS}:
        return "one figure is of a larger area than the other"
    return _revision(a, x, b, y)


def _unbounded(count: Count) -> bool:
    return count.low is None and count.high is None


def _different_windows(a: Claim, x: Count, b: Claim, y: Count) -> bool:
    if x.scope is not y.scope or dates.different_lengths(a.dates, b.dates):
        return True
    if x.scope is Scope.EVENT:
        return False
    if x.scope is Scope.TO_DATE:
        return dates.days_between(a, b) != 0
    return (x.window or "").casefold() != (y.window or "").casefold() or dates.days_between(a, b) != 0


def _revision(a: Claim, x: Count, b: Claim, y: Count) -> str | None:
    """Give why a later figure may stand for a revision: one asserter, or a toll that grew while it was counted.

    Who lost the people or things and who did not do not revise each other: that is what they disagree on.
    """
    if party.asserter(a) == party.asserter(b):
        return "one asserter gives both: the later figure revises the earlier"
    if _against(a, x, b, y):
        return None
    days = dates.days_between(a, b)
    grew = days is not None and ((days > 0 and bounds(y)[0] > bounds(x)[0]) or (days < 0 and bounds(x)[0] > bounds(y)[0]))
    return "the figure given later is the higher: a toll that grew" if grew else None


def _against(a: Claim, x: Count, b: Claim, y: Count) -> bool:
    """Tell whether two sides speak, and one of them of its own losses; where nobody knows whose they are, any two sides."""
    one, other = party.belligerent(a), party.belligerent(b)
    if one is None or other is None or one == other:
        return False
    owner = victims.owner(a, x) or victims.owner(b, y)
    return owner is None or owner in {one, other}
