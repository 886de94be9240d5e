"""What a denial denies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count, Unit
from counterclaim.claims.counterclaim import Question
from counterclaim.claims.event import Change, Kind
from counterclaim.comparison import dates, figures, holding, party, place, victims
from counterclaim.comparison.difference import VIOLENT, Difference
from counterclaim.comparison.place import Relation

SOON: Final = 2  # days within which one side's word in two reports is one statement
_ANY: Final = re.compile(r"^(?:an?|any|one|a single|no)\b", re.IGNORECASE)
_WHOLE: Final = frozenset({Kind.ATTACK, Kind.CLASH, Kind.ACCUSATION, Kind.ABUSE_OF_CIVILIANS})  # who denies these denies their victims too
_LOSSES: Final = frozenset({Kind.CASUALTIES, Kind.EQUIPMENT_LOSS, Kind.CAPTURE, Kind.SURRENDER, Kind.DETENTION})


def compare(denial: Claim, claim: Claim) -> Difference | None:
    """Tell whether a negated claim denies another one: by the id it names, else by kind, parties, figure, place and time.

    A side does not deny what it says itself. A denied "a helicopter" denies every number of them.
    """
    if denial.denies != claim.id and not _matches(denial, claim):
        return None
    question = _question(denial)
    return Difference(question, f"{party.speaker(denial)} denies the word of {party.speaker(claim)}{_what(denial)}")


def _question(denial: Claim) -> Question:
    if denial.kind is Kind.CONTROL:
        return Question.CONTROL
    return Question.FIGURE if any(not _any(c) for c in denial.counts) else Question.HAPPENED


def _what(denial: Claim) -> str:
    if denial.control is not None:
        return f": {holding.words(denial)}"
    if denial.counts:
        return f": {figures.phrase(denial.counts[0])}"
    preposition = "of" if denial.kind in _LOSSES else "on"
    target = f" {preposition} {denial.target}" if denial.target else ""
    return f": {denial.kind.value.replace('_', ' ')}{target}" + (f" by {denial.actor}" if denial.actor else "")


def _matches(denial: Claim, claim: Claim) -> bool:
    if party.same_side(denial, claim) or dates.apart(denial.dates, claim.dates) or _said_later(denial, claim):
        return False
    if place.relate(denial.place, claim.place) is Relation.APART:
        return False
    if denial.kind is Kind.CONTROL:
        return _same_control(denial, claim)
    if party.at_odds(denial.actor, claim.actor) or party.at_odds(denial.target, claim.target):
        return False
    return _same_kind(denial, claim) and _same_figures(denial, claim)


def _said_later(denial: Claim, claim: Claim) -> bool:
    """Tell whether a claim was made after the denial; on control, which changes hands, even on the next day."""
    days = dates.days_between(denial, claim)
    return days is not None and days > (0 if denial.kind is Kind.CONTROL else 1)


def answered(denial: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Give, of the claims that a denial can deny, those that it does deny.

    Reports tell a denial beside what it denies: where its own report has such a claim, it denies that one and what
    the same asserter says elsewhere, or if it has a figure, a place or a day to know it by, the same side within two
    days. Where its report has none, it denies what others say. What an outlet tells in its own voice is denied in its
    own report alone, and if nobody says it there.
    """
    own = [c for c in claims if c.report.sha256 == denial.report.sha256 or c.id == denial.denies]
    own = [c for c in own if c.source is not None] or own
    if not own:
        return [c for c in claims if c.source is not None]
    told = {c.id for c in own}
    asserters = {party.asserter(c) for c in own}
    bare = not denial.counts and denial.place is None and denial.dates is None
    one_each = () if bare else {(party.belligerent(c) or party.asserter(c), dates.as_of(c)): c for c in own}.values()
    return [c for c in claims if c.id in told or party.asserter(c) in asserters or any(_repeats(c, one) for one in one_each)]


def nearest(denial: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Give, of one report's claims, those in the sentence nearest to a denial, before it if there are any, else after it."""
    before = [c for c in claims if c.start <= denial.start]
    if before:
        return [c for c in before if c.start == max(c.start for c in before)]
    return [c for c in claims if c.start == min(c.start for c in claims)]


def _repeats(claim: Claim, told: Claim) -> bool:
    """Tell whether one side says both within two days."""
    days = dates.days_between(claim, told)
    return party.same_side(claim, told) and days is not None and abs(days) <= SOON


def _same_control(denial: Claim, claim: Claim) -> bool:
    """Tell whether a change of control is the denied one; who denies that an area fell does not deny that villages in it did."""
    if denial.control is None or claim.control is None or party.at_odds(denial.control.party, claim.control.party):
        return False
    if denial.control.change in holding.INSIDE - {Change.ENTERED}:
        within = place.relate(denial.place, claim.place) is Relation.CONTAINS or claim.is_on_parts != denial.is_on_parts
        if within or claim.control.change is Change.ENTERED:
            return False
    families = (holding.INSIDE, holding.GONE, {denial.control.change})
    return any(denial.control.change in family and claim.control.change in family for family in families)


def _same_kind(denial: Claim, claim: Claim) -> bool:
    if denial.kind is claim.kind:
        return denial.kind in VIOLENT | _LOSSES or _common_party(denial, claim)
    if denial.kind in _WHOLE and claim.kind in _WHOLE | _LOSSES:
        return _common_party(denial, claim)
    return (
        denial.kind in _LOSSES
        and bool(denial.counts)
        and any(_same_count(denial, x, claim, y) for x in denial.counts for y in claim.counts)
    )


def _common_party(denial: Claim, claim: Claim) -> bool:
    """Tell whether both name one doer, or one whom it was done to."""
    return any(
        party.key(mine) is not None and party.key(mine) == party.key(theirs)
        for mine, theirs in ((denial.actor, claim.actor), (denial.target, claim.target))
    )


def _same_figures(denial: Claim, claim: Claim) -> bool:
    if not claim.counts:
        return True
    if not denial.counts:
        return _names(denial, claim.counts)
    return any(_same_count(denial, x, claim, y) for x in denial.counts for y in claim.counts)


def _same_count(denial: Claim, x: Count, claim: Claim, y: Count) -> bool:
    if (x.outcome, x.unit) != (y.outcome, y.unit) or party.at_odds(victims.owner(denial, x), victims.owner(claim, y)):
        return False
    if x.unit is Unit.THINGS and victims.thing(x) != victims.thing(y):
        return False
    classes = {victims.group_class(denial, x), victims.group_class(claim, y)} - {None}
    return len(classes) < 2 and (_any(x) or figures.meet(x, y) or figures.hedged(x))  # noqa: PLR2004


def _names(denial: Claim, counts: tuple[Count, ...]) -> bool:
    """Tell whether a denial without a figure can be about one of several counts; of things, it must name the kind."""
    denied = " ".join(denial.quote[start - denial.start : end - denial.start] for start, end in denial.content).casefold()
    return any(count.unit is not Unit.THINGS or victims.thing(count) in denied for count in counts)


def _any(count: Count) -> bool:
    return count.high == 1 and _ANY.match(count.text) is not None
