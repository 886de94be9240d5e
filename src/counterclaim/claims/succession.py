"""How incidents go on when claims are grouped anew: which keeps its name, which is new, merged, split or ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from counterclaim.claims.incident import content_id


class Change(StrEnum):
    """What became of an incident when claims were grouped anew."""

    NEW = "new"
    GROWN = "grown"
    SHRUNK = "shrunk"
    CHANGED = "changed"
    MERGED = "merged"
    SPLIT = "split"
    PARTED = "parted"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """An incident and what became of it.

    `claims` are sorted ids, none where it has ended. `others` are the incidents that it took in (`merged`), that came
    out of it (`split`), that it came out of (`parted`), or in which it ended (`ended`), sorted. `changed` is one whose
    claims are partly others, or the same ones told otherwise.
    """

    incident: str
    change: Change
    claims: tuple[str, ...]
    others: tuple[str, ...] = ()


def succeed(
    before: Mapping[str, Collection[str]], now: Iterable[Collection[str]], *, is_taken: Callable[[str], bool] = lambda _: False
) -> Iterator[Succession]:
    """Give what becomes of incidents, by their ids with their claims, and of groups of claims that take their place.

    An incident goes on in the group that has most of its claims, and a group carries on the name of the incident of
    which it has most; a group without a past is named by a hash of its first claim. What stays the same is left out. The
    order of the groups does not matter.

    Args:
        before: The incidents that are to be replaced.
        now: The groups, which share no claim.
        is_taken: Tells whether a name belongs to an incident beside these.
    """
    groups = sorted(tuple(sorted(group)) for group in now)
    old_of = {claim: name for name, claims in before.items() for claim in claims}
    shares = [Counter(old_of[claim] for claim in group if claim in old_of) for group in groups]
    names = _names(groups, shares, is_taken)
    went: dict[str, set[str]] = {name: set() for name in before}
    for name, share in zip(names, shares, strict=True):
        for old in share:
            went[old].add(name)
    for name, group, share in zip(names, groups, shares, strict=True):
        fate = _fate(group, frozenset(before.get(name, ())), took=set(share) - set(names), shed=went.get(name, set()) - {name})
        if name not in before and share:
            fate = Change.PARTED, sorted(share)
        if fate is not None:
            yield Succession(incident=name, change=fate[0], claims=group, others=tuple(fate[1]))
    for old in sorted(before.keys() - set(names)):
        yield Succession(incident=old, change=Change.ENDED, claims=(), others=tuple(sorted(went[old])))


def _names(groups: Sequence[tuple[str, ...]], shares: Sequence[Mapping[str, int]], is_taken: Callable[[str], bool]) -> list[str]:
    """Give the name of each group: that of an incident which goes on in it, or a new one."""
    goes_on: dict[str, tuple[int, int]] = {}
    for nth, share in enumerate(shares):
        for old, many in share.items():
            if old not in goes_on or many > goes_on[old][0]:
                goes_on[old] = (many, nth)
    kept: dict[int, tuple[int, str]] = {}
    for old, (many, nth) in sorted(goes_on.items()):
        if nth not in kept or many > kept[nth][0]:
            kept[nth] = (many, old)
    used = {old for _, old in kept.values()}
    names = []
    for nth, group in enumerate(groups):
        name = kept[nth][1] if nth in kept else _new_name(group, lambda one: one in used or is_taken(one))
        used.add(name)
        names.append(name)
    return names


def _new_name(group: Sequence[str], is_taken: Callable[[str], bool]) -> str:
    tries = (content_id("incident", group[0], *[str(nth)] * bool(nth)) for nth in count())
    return next(name for name in tries if not is_taken(name))


def _fate(group: tuple[str, ...], past: frozenset[str], *, took: set[str], shed: set[str]) -> tuple[Change, list[str]] | None:
    if not past:
        return Change.NEW, []
    if took:
        return Change.MERGED, sorted(took)
    if shed:
        return Change.SPLIT, sorted(shed)
    gained, lost = set(group) - past, past - set(group)
    if gained and lost:
        return Change.CHANGED, []
    return (Change.GROWN, []) if gained else (Change.SHRUNK, []) if lost else None
