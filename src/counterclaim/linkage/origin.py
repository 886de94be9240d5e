"""One statement, however many relays and outlets carried it: claims to origins."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from counterclaim.claims.attribution import LinkRole
from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Origin, content_id
from counterclaim.knowledge.party_names import plain_key
from counterclaim.linkage.clustering import Forest
from counterclaim.linkage.features import FAMILIES, figures_of, inside, outcomes_of, party_of, place_key, place_words, target_of
from counterclaim.linkage.wording import content_words, signature

_DAYS: Final = 3
"""Reports of one statement appear within so many days."""

_ALIKE: Final = 0.5
_COPIED: Final = 0.8
_ENOUGH_WORDS: Final = 6


def origins(claims: Iterable[Claim], copies: Mapping[str, str] | None = None) -> tuple[Origin, ...]:
    """Give the origins of some claims, sorted by their first claim: each claim is in one.

    Two claims go back to one origin where one asserter says one thing in one statement: the same person, or a person
    and the side that they speak for; the same event with the same figures; in reports of three days, and not over two
    different channels. What outlets assert in their own voice is one origin only where one repeats the other's words.

    Args:
        claims: In any order; the order makes no difference.
        copies: For reports that repeat another one almost word for word, by id, the id of the first (`Report.copy_of`).
    """
    known = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    first = dict(copies or {})
    told = [_Telling(claim, first.get(claim.report.id, claim.report.id)) for claim in known]
    forest = Forest(len(known))
    for block in _blocks(told):
        for nth, one in enumerate(block):
            for other in block[nth + 1 :]:
                if forest.top(one) != forest.top(other) and _one_statement(told[one], told[other]):
                    forest.join(one, other)
    found: dict[int, list[Claim]] = defaultdict(list)
    for nth, claim in enumerate(known):
        found[forest.top(nth)].append(claim)
    return tuple(_origin(group) for group in found.values())


class _Telling:
    """A claim in comparable form. What few comparisons ask for is made when it is asked for."""

    def __init__(self, claim: Claim, text: str) -> None:
        source = claim.source
        self.claim = claim
        self.text = text
        self.asserter = party_of(source.name) if source else None
        self.side = party_of(source.party) if source else None

    @cached_property
    def content(self) -> _Content:
        """What is said to have happened."""
        claim, place, dates = self.claim, self.claim.place, self.claim.dates
        return _Content(
            place=place_key(place) if place else None,
            geonames=place.geonames if place else None,
            inside=inside(place) if place else (),
            place_words=frozenset(place_words(place)) if place else frozenset(),
            target=target_of(claim),
            earliest=dates.earliest if dates else None,
            latest=dates.latest if dates else None,
            outcomes=frozenset(outcomes_of(claim)),
            figures=frozenset(figures_of(claim)),
        )

    @cached_property
    def words(self) -> tuple[int, ...]:
        """The signature of the words."""
        return signature(content_words(self.claim.quote))

    @cached_property
    def channels(self) -> frozenset[str]:
        """The channels over which it was said."""
        return frozenset(plain_key(link.name) for link in self.claim.chain if link.role is LinkRole.CHANNEL)


class _Content(NamedTuple):
    place: str | None
    geonames: int | None
    inside: tuple[str, ...]
    place_words: frozenset[str]
    target: str | None
    earliest: dt.date | None
    latest: dt.date | None
    outcomes: frozenset[str]
    figures: frozenset[str]


def _blocks(told: Sequence[_Telling]) -> Iterable[list[int]]:
    """Give the claims, by index, that can be one statement at all: one side or one outlet's voice, one family of kinds."""
    found: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for nth, one in enumerate(told):
        found[one.side or one.asserter or "", FAMILIES[one.claim.kind], one.claim.negated].append(nth)
    return found.values()


def _one_statement(one: _Telling, other: _Telling) -> bool:
    """Tell whether two claims go back to one statement."""
    if one.asserter is None or other.asserter is None:
        return one.asserter == other.asserter and _one_content(one.content, other.content) and _repeated(one, other)
    if not (_one_time(one.claim, other.claim) and _one_asserter(one, other) and _one_channel(one, other)):
        return False
    return _one_content(one.content, other.content) and _alike(one, other)


def _repeated(one: _Telling, other: _Telling) -> bool:
    """Tell whether one repeats the other's words; where their reports are copies of one text, half of them are enough."""
    shared = _shared_words(one, other)
    if one.text == other.text:
        return shared >= _ALIKE
    return shared >= _COPIED and min(_size(one), _size(other)) >= _ENOUGH_WORDS


def _alike(one: _Telling, other: _Telling) -> bool:
    """Tell whether two claims share a figure, say the same of the same place, or share half of their words."""
    return bool(one.content.figures & other.content.figures) or _one_change(one, other) or _shared_words(one, other) >= _ALIKE


def _one_asserter(one: _Telling, other: _Telling) -> bool:
    """Tell whether two names are one speaker: one name, a part of it, or a speaker and the side spoken for."""
    a, b = one.asserter or "", other.asserter or ""
    if a == b or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return True
    return one.side is not None and one.side == other.side and (a == one.side or b == other.side)


def _one_time(one: Claim, other: Claim) -> bool:
    here, there = one.report.published, other.report.published
    return here is None or there is None or abs((here - there).days) <= _DAYS


def _one_channel(one: _Telling, other: _Telling) -> bool:
    return not one.channels or not other.channels or bool(one.channels & other.channels)


def _one_content(one: _Content, other: _Content) -> bool:
    """Tell whether nothing in what two claims say keeps them apart."""
    if one.target is not None and other.target is not None and one.target != other.target:
        return False
    if one.outcomes and other.outcomes and not one.outcomes & other.outcomes:
        return False
    if one.figures and other.figures and not one.figures & other.figures:
        return False
    return not _other_days(one, other) and (one.place is None or other.place is None or _one_place(one, other))


def _other_days(one: _Content, other: _Content) -> bool:
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return False
    return max(one.earliest, other.earliest) > min(one.latest, other.latest)


def _one_place(one: _Content, other: _Content) -> bool:
    return (
        one.place == other.place
        or (one.geonames is not None and one.geonames == other.geonames)
        or bool(one.place in other.inside or other.place in one.inside or one.place_words & other.place_words)
    )


def _one_change(one: _Telling, other: _Telling) -> bool:
    """Tell whether both say the same of the same place."""
    control, place = one.claim.control, one.content.place
    return control is not None and control == other.claim.control and place is not None and place == other.content.place


def _shared_words(one: _Telling, other: _Telling) -> float:
    shared = sum((a & b).bit_count() for a, b in zip(one.words, other.words, strict=True))
    return shared / max(1, min(_size(one), _size(other)))


def _size(told: _Telling) -> int:
    return sum(bits.bit_count() for bits in told.words)


def _origin(claims: Sequence[Claim]) -> Origin:
    """Give the origin of claims; its asserter is the name given most often, the longest of those."""
    sources = [claim.source for claim in claims if claim.source]
    names = [source.name for source in sources]
    name = max(names, key=lambda one: (names.count(one), len(one), one), default=None)
    parties = [source.party for source in sources if source.party]
    relays = {link.name for claim in claims for link in claim.chain if link.role is LinkRole.RELAY}
    outlets = {claim.report.outlet or claim.report.id for claim in claims}
    return Origin(
        id=content_id("origin", claims[0].id),
        asserter=name,
        party=max(parties, key=lambda one: (parties.count(one), one), default=None),
        claims=tuple(claim.id for claim in claims),
        relays=tuple(sorted(relays)),
        outlets=tuple(sorted(outlets)),
    )
