"""Incidents against coded groups of claims about one happening, and counterclaims against the groups whose sides differ.

`together` is the share of the pairs of one group that stand in one incident, averaged over groups; `mixed` the share of
the pairs of claims that are plainly two happenings (days more than one apart, or places without a word in common, and
no group in common) that stand in one incident all the same; `flagged` the share of the groups that contradict or deny
with a counterclaim between their two sides; `flag precision` the share of the counterclaims between grouped claims that lie
between the two sides of such a group; `false alarm` the share of the groups that agree or update with a counterclaim inside
that no group explains.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Incident
from counterclaim.evaluation.dispatches import group_of
from counterclaim.evaluation.gold import Dispatches, Row, read_rows
from counterclaim.evaluation.names import telling_words

HARD: Final = frozenset({"contradict", "denies"})
LOWER_IS_BETTER: Final = frozenset({"mixed", "false alarm"})

Pair = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One measure: `right` of `n`, where `right` may be a sum of shares."""

    name: str
    right: float
    n: int

    @property
    def value(self) -> float:
        """The share, 0 where there is nothing to measure."""
        return self.right / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where coded claims were found: the incident of each, and the pairs of them that a counterclaim joins."""

    incident_of: Mapping[str, str]
    flags: frozenset[Pair]


def read_groups(folder: Path) -> tuple[Row, ...]:
    """Give the coded groups of a folder of dispatches.

    Raises:
        UnreadableInput: There is no `incidents.jsonl` in it, or a line of it is no JSON object.
    """
    return tuple(read_rows(folder / "incidents.jsonl"))


def name_of(coded: Row) -> str:
    """Give the name under which groups mention a coded claim."""
    return f"{coded['doc']}#{coded['n']}"


def stands_for(gold: Dispatches, claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """Give the coded claims that each claim stands for: those of its sentences and of its kind of event."""
    where: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
    for coded in gold.claims:
        where[coded["doc"], gold.sentence(coded["doc"], coded["start"])].append(coded)
    doc_of = gold.docs
    docs = ((claim, doc_of.get(claim.report.sha256, claim.report.id)) for claim in claims)
    return {claim.id: frozenset(_coded(gold, where, claim, doc)) for claim, doc in docs if doc in gold.texts}


def _coded(gold: Dispatches, where: Mapping[tuple[str, int], Sequence[Row]], claim: Claim, doc: str) -> Iterator[str]:
    kind = group_of(claim.kind)
    for nth in range(gold.sentence(doc, claim.start), gold.sentence(doc, max(claim.start, claim.end - 1)) + 1):
        for coded in where.get((doc, nth), ()):
            wanted = group_of(coded["kind"])
            if wanted == kind or wanted is None or (wanted == "violence" and claim.counts):
                yield name_of(coded)


def place(incidents: Iterable[Incident], coded: Mapping[str, frozenset[str]]) -> Placed:
    """Give where coded claims stand; one that is found in two incidents stands in the first."""
    incident_of: dict[str, str] = {}
    flags: set[Pair] = set()
    for incident in incidents:
        for claim in incident.claims:
            for name in coded.get(claim, ()):
                incident_of.setdefault(name, incident.id)
        for one in incident.counterclaims:
            flags |= {frozenset(pair) for pair in itertools.product(coded.get(one.a, ()), coded.get(one.b, ()))}
    return Placed(incident_of=incident_of, flags=frozenset(flags))


def score_incidents(gold: Dispatches, groups: Sequence[Row], placed: Placed) -> list[Share]:
    """Give the five measures."""
    known = {name_of(coded): coded for coded in gold.claims}
    hard = [group for group in groups if group["relation"] in HARD]
    soft = [group for group in groups if group["relation"] not in HARD]
    opposed = {pair for group in hard for pair in _across(group, known)}
    grouped = {claim for group in groups for claim in group["claims"]}
    judged = [flag for flag in placed.flags if len(flag) > 1 and flag <= grouped]
    two = list(_two_happenings(known, {pair for group in groups for pair in _inside(group, known)}))
    shares = [share for group in groups if (share := _together(group, known, placed)) is not None]
    return [
        Share(name="together", right=sum(shares), n=len(shares)),
        Share(name="mixed", right=sum(_in_one(pair, placed) for pair in two), n=len(two)),
        Share(name="flagged", right=sum(bool(_across(group, known) & placed.flags) for group in hard), n=len(hard)),
        Share(name="flag precision", right=sum(flag in opposed for flag in judged), n=len(judged)),
        Share(name="false alarm", right=sum(bool((_inside(group, known) - opposed) & placed.flags) for group in soft), n=len(soft)),
    ]


def misses(gold: Dispatches, groups: Sequence[Row], placed: Placed) -> list[str]:
    """Give a line for each group that stands apart, is not flagged, or is flagged without a reason."""
    known = {name_of(coded): coded for coded in gold.claims}
    opposed = {pair for group in groups if group["relation"] in HARD for pair in _across(group, known)}
    checks: Sequence[tuple[str, Callable[[Row], bool]]] = (
        ("apart", lambda group: (_together(group, known, placed) or 0.0) < 1),
        ("not flagged", lambda group: group["relation"] in HARD and not _across(group, known) & placed.flags),
        ("false alarm", lambda group: group["relation"] not in HARD and bool((_inside(group, known) - opposed) & placed.flags)),
    )
    return [
        f"{what}: {group['group']} {group['about']} ({', '.join(group['claims'])})"
        for what, missed in checks
        for group in groups
        if missed(group)
    ]


def _inside(group: Row, known: Mapping[str, Row]) -> set[Pair]:
    return {frozenset(pair) for pair in itertools.combinations([claim for claim in group["claims"] if claim in known], 2)}


def _across(group: Row, known: Mapping[str, Row]) -> set[Pair]:
    if not group.get("sides"):
        return _inside(group, known)
    sides = itertools.combinations(group["sides"], 2)
    return {frozenset(pair) for one, other in sides for pair in itertools.product(one, other)}


def _together(group: Row, known: Mapping[str, Row], placed: Placed) -> float | None:
    own = _inside(group, known)
    return sum(_in_one(tuple(pair), placed) for pair in own) / len(own) if own else None


def _in_one(pair: Sequence[str], placed: Placed) -> bool:
    incidents = {placed.incident_of.get(name) for name in pair}
    return len(incidents) == 1 and None not in incidents


def _two_happenings(known: Mapping[str, Row], mates: set[Pair]) -> Iterator[tuple[str, str]]:
    """Give the pairs of claims of one episode that no group joins and that days or places tell apart."""
    for a, b in itertools.combinations(sorted(known), 2):
        if a.rsplit("-", 1)[0] == b.rsplit("-", 1)[0] and frozenset((a, b)) not in mates and _plainly_two(known[a], known[b]):
            yield a, b


def _plainly_two(a: Row, b: Row) -> bool:
    if a["date"] and b["date"]:
        (first, last), (start, end) = _days(a["date"]), _days(b["date"])
        if (start - last).days > 1 or (first - end).days > 1:
            return True
    return bool(a["place"] and b["place"] and not telling_words(a["place"]["canonical"]) & telling_words(b["place"]["canonical"]))


def _days(date: Mapping[str, Any]) -> tuple[dt.date, dt.date]:
    return dt.date.fromisoformat(date["start"] or date["end"]), dt.date.fromisoformat(date["end"] or date["start"])
