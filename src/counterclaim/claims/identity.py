"""Which incident is which after claims were added: ids stay, and merges and splits leave a trace."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.claims.incident import content_id


class Fate(StrEnum):
    """What became of an incident between two linkings."""

    APPEARED = "appeared"
    CHANGED = "changed"
    SPLIT_OFF = "split_off"
    MERGED_INTO = "merged_into"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentChange:
    """One trace that a linking leaves.

    `incident` is the id that the trace is about. `others` are the ids, sorted, that its claims were in before
    (`changed`, `split_off`) or are in now (`merged_into`); `added` and `removed` are claim ids, sorted.
    """

    fate: Fate
    incident: str
    others: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """Incidents with their ids and claim ids, sorted, and what changed against before, sorted by incident."""

    incidents: Mapping[str, tuple[str, ...]]
    changes: tuple[IncidentChange, ...]


def identify(previous: Mapping[str, Collection[str]], groups: Iterable[Collection[str]], *, taken: Collection[str] = ()) -> Identified:
    """Give every group of claims an incident id, and tell what became of the incidents before.

    A group takes the id of the incident with which it shares most claims, and an incident gives its id to one group
    only: the largest share first, ties to the smaller id, then to the group with the smaller first claim. A group
    that takes none gets an id from its first claim that is none of the `taken` ones. The outcome does not depend on the
    order of groups or claims.

    >>> once = identify({}, [["a", "b"], ["c"]])
    >>> [one.fate.value for one in once.changes]
    ['appeared', 'appeared']
    >>> twice = identify(once.incidents, [["c", "b", "a"]])
    >>> twice.incidents.keys() < once.incidents.keys(), sorted(one.fate.value for one in twice.changes)
    (True, ['changed', 'merged_into'])
    """
    ordered = sorted(tuple(sorted(set(group))) for group in groups if group)
    before = {claim: incident for incident, claims in previous.items() for claim in claims}
    inherited = _inherited(before, ordered)
    used = {*previous, *taken}
    incidents: dict[str, tuple[str, ...]] = {}
    for nth, group in enumerate(ordered):
        name = inherited.get(nth) or _fresh(group, used)
        used.add(name)
        incidents[name] = group
    return Identified(incidents=incidents, changes=tuple(_changes(previous, before, incidents)))


def _inherited(before: Mapping[str, str], groups: list[tuple[str, ...]]) -> dict[int, str]:
    shares = [
        (-shared, incident, nth)
        for nth, group in enumerate(groups)
        for incident, shared in Counter(before[claim] for claim in group if claim in before).items()
    ]
    taken: dict[int, str] = {}
    given: set[str] = set()
    for _, incident, nth in sorted(shares):
        if nth not in taken and incident not in given:
            taken[nth] = incident
            given.add(incident)
    return taken


def _fresh(group: tuple[str, ...], used: Collection[str]) -> str:
    """Give an id that no incident has or had: of the first claim, else of more of them, else with a number."""
    name = content_id("incident", group[0])
    if name in used:
        name = content_id("incident", *group)
    nth = 0
    while name in used:
        nth += 1
        name = content_id("incident", *group, str(nth))
    return name


def _changes(
    previous: Mapping[str, Collection[str]], before: Mapping[str, str], incidents: Mapping[str, tuple[str, ...]]
) -> list[IncidentChange]:
    heirs: dict[str, set[str]] = defaultdict(set)
    changes = []
    for incident, claims in incidents.items():
        came_from = {before[claim] for claim in claims if claim in before}
        for old in came_from:
            heirs[old].add(incident)
        if incident not in previous:
            fate = Fate.SPLIT_OFF if came_from else Fate.APPEARED
            changes.append(IncidentChange(fate=fate, incident=incident, others=tuple(sorted(came_from)), added=claims))
        elif set(claims) != set(previous[incident]):
            added, removed = set(claims) - set(previous[incident]), set(previous[incident]) - set(claims)
            others = tuple(sorted(came_from - {incident}))
            changes.append(
                IncidentChange(
                    fate=Fate.CHANGED, incident=incident, others=others, added=tuple(sorted(added)), removed=tuple(sorted(removed))
                )
            )
    for old in previous.keys() - incidents.keys():
        fate = Fate.MERGED_INTO if heirs[old] else Fate.VANISHED
        changes.append(IncidentChange(fate=fate, incident=old, others=tuple(sorted(heirs[old])), removed=tuple(sorted(previous[old]))))
    return sorted(changes, key=lambda change: change.incident)
