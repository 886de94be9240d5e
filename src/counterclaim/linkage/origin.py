"""One statement, however many relays and outlets carried it: claims to origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from counterclaim.claims.attribution import LinkRole
from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Origin, content_id
from counterclaim.knowledge.party_names import plain_key
from counterclaim.linkage.clustering import Forest
from counterclaim.linkage.features import Features, features_of

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
    rows = [features_of(claim) for claim in known]
    first = dict(copies or {})
    texts = [first.get(claim.report.id, claim.report.id) for claim in known]
    forest = Forest(len(known))
    for block in _blocks(rows):
        for nth, one in enumerate(block):
            for other in block[nth + 1 :]:
                if one_statement(known[one], rows[one], known[other], rows[other], copied=texts[one] == texts[other]):
                    forest.join(one, other)
    found: dict[int, list[Claim]] = defaultdict(list)
    for nth, claim in enumerate(known):
        found[forest.top(nth)].append(claim)
    return tuple(_origin(group) for group in found.values())


def _blocks(rows: Sequence[Features]) -> Iterable[list[int]]:
    """Give the claims, by index, that can be one statement at all: one side or one outlet's voice, one family of kinds."""
    found: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for nth, row in enumerate(rows):
        found[row.side or row.asserter or "", row.family, row.negated].append(nth)
    return found.values()


def one_statement(a: Claim, one: Features, b: Claim, other: Features, *, copied: bool = False) -> bool:
    """Tell whether two claims go back to one statement; `copied` where their reports are copies of one text."""
    shared = _shared_words(one, other)
    if one.asserter is None or other.asserter is None:
        repeated = shared >= (_ALIKE if copied else _COPIED) and (copied or min(_size(one), _size(other)) >= _ENOUGH_WORDS)
        return one.asserter == other.asserter and repeated and _one_content(one, other)
    if not (_one_time(one, other) and _one_channel(a, b) and _one_content(one, other)):
        return False
    evidence = shared >= _ALIKE or bool(set(one.figures) & set(other.figures)) or _one_change(a, b, one, other)
    return evidence and _one_asserter(one, other)


def _one_asserter(one: Features, other: Features) -> bool:
    """Tell whether two names are one speaker: one name, a part of it, or a speaker and the side spoken for."""
    a, b = one.asserter or "", other.asserter or ""
    if a == b or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return True
    return one.side is not None and one.side == other.side and (a == one.side or b == other.side)


def _one_time(one: Features, other: Features) -> bool:
    return one.published is None or other.published is None or abs(one.published - other.published) <= _DAYS


def _one_channel(a: Claim, b: Claim) -> bool:
    channels = [{plain_key(link.name) for link in claim.chain if link.role is LinkRole.CHANNEL} for claim in (a, b)]
    return not all(channels) or bool(channels[0] & channels[1])


def _one_content(one: Features, other: Features) -> bool:
    """Tell whether nothing in what two claims say keeps them apart."""
    apart = (
        one.place is not None and other.place is not None and not _one_place(one, other),
        one.target is not None and other.target is not None and one.target != other.target,
        one.earliest is not None and other.earliest is not None and _gap(one, other) > 0,
        bool(one.outcomes and other.outcomes) and not set(one.outcomes) & set(other.outcomes),
        bool(one.figures and other.figures) and not set(one.figures) & set(other.figures),
    )
    return not any(apart)


def _one_place(one: Features, other: Features) -> bool:
    return (
        one.place == other.place
        or (one.geonames is not None and one.geonames == other.geonames)
        or bool(one.place in other.inside or other.place in one.inside or set(one.place_words) & set(other.place_words))
    )


def _gap(one: Features, other: Features) -> int:
    return max(one.earliest or 0, other.earliest or 0) - min(one.latest or 0, other.latest or 0)


def _one_change(a: Claim, b: Claim, one: Features, other: Features) -> bool:
    """Tell whether both say the same of the same place."""
    return a.control is not None and a.control == b.control and one.place is not None and one.place == other.place


def _shared_words(one: Features, other: Features) -> float:
    shared = sum((a & b).bit_count() for a, b in zip(one.words, other.words, strict=True))
    return shared / max(1, min(_size(one), _size(other)))


def _size(row: Features) -> int:
    return sum(bits.bit_count() for bits in row.words)


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
