"""Claims to incidents: what the other stages call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from counterclaim.claims.claim import Claim
from counterclaim.claims.identity import IncidentChange, identify
from counterclaim.claims.incident import Judgement
from counterclaim.claims.resemblance import Comparison, Resemblance, Tie
from counterclaim.linkage.clustering import Grouping, group
from counterclaim.linkage.judging import verdicts_of
from counterclaim.linkage.report_names import TextsOf, no_texts
from counterclaim.linkage.store import Neighbourhood, Store
from counterclaim.linkage.weights import Weights, load_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What one linking found out.

    `incidents` are the incidents whose claims were looked at anew, by id, with their claim ids, sorted: all of them
    the first time; later those that could change. `changes` are what really changed among them. `ties` are the
    pairs that hold these incidents together: for each incident of n claims n - 1.
    """

    incidents: Mapping[str, tuple[str, ...]]
    changes: tuple[IncidentChange, ...]
    ties: tuple[Tie, ...]


def link(
    claims: Iterable[Claim],
    judgements: Iterable[Judgement] = (),
    previous: Mapping[str, Collection[str]] | None = None,
    texts: TextsOf = no_texts,
) -> Linked:
    """Give the incidents of all claims at once.

    Args:
        claims: In any order; one that comes twice counts once. The order makes no difference.
        judgements: What people judged, undone or not. Same and different hold, whatever the scores.
        previous: Incidents as they were before, by id, with their claim ids: they keep their ids.
        texts: Gives the texts of the claims' reports, as far as they are known: what else they name is compared.
    """
    with Linker() as linker:
        return linker.update(claims, texts, judgements=judgements, previous=previous)


def explain(a: Claim, b: Claim, texts: TextsOf = no_texts) -> Resemblance:
    """Give what speaks for and against two claims being about one happening, comparison by comparison."""
    with Linker() as linker:
        return linker.explain(a, b, texts)


class Linker:
    """Links a growing number of claims: what was compared before is not compared again.

    With a path, what it knows is kept in that work file (DuckDB), which only one process can use at a time, and which
    can be thrown away: fed with all claims again, and with `previous`, a new one gives the same incidents.

    Raises:
        LedgerError: The work file cannot be used.
        UnreadableInput: The weights cannot be read.
    """

    def __init__(self, work: Path | None = None, weights: Weights | None = None) -> None:
        self._weights = weights or load_weights()
        self._store = Store(self._weights, work)

    def __enter__(self) -> Self:
        """Use it as a context, to close it at the end."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the work file."""
        self._store.close()

    def __len__(self) -> int:
        """Give how many claims it has been given so far."""
        return len(self._store)

    def update(
        self,
        claims: Iterable[Claim] = (),
        texts: TextsOf = no_texts,
        *,
        rows: Iterable[bytes] = (),
        gone: Iterable[str] = (),
        judgements: Iterable[Judgement] = (),
        previous: Mapping[str, Collection[str]] | None = None,
    ) -> Linked:
        """Add claims, and give the incidents that this could change.

        The incidents are then those that linking all claims at once would give.

        Args:
            claims: New ones, in any order; those that it knows already are passed over.
            texts: Gives the texts of their reports, as far as they are known.
            rows: What is `encoded` of further claims, many at a time, by other processes for instance.
            gone: Ids of claims that are no longer to be linked.
            judgements: All that people judged so far, undone or not.
            previous: Incidents before, by id, with their claim ids; only for a new work file, whose claims are then all that there are.
        """
        verdicts = verdicts_of(judgements)
        removed = self._store.remove(gone)
        self._store.add(claims, texts)
        self._store.take(rows)
        removed += self._store.adopt(previous or {})
        self._store.judge(verdicts.same, verdicts.different)
        self._store.score()
        near = self._store.neighbourhood()
        at = {claim: nth for nth, claim in enumerate(near.ids)}
        same, different = ([(at[a], at[b]) for a, b in pairs if a in at and b in at] for pairs in (verdicts.same, verdicts.different))
        found = group(near, same, different, self._weights)
        before: dict[str, list[str]] = defaultdict(list)
        for claim, incident in [*removed, *zip(near.ids, near.before, strict=True)]:
            if incident is not None:
                before[incident].append(claim)
        return self._identified(near, found, before)

    def explain(self, a: Claim, b: Claim, texts: TextsOf = no_texts) -> Resemblance:
        """Give what speaks for and against two claims being about one happening; they need not have been given to it."""
        one, other = sorted((a, b), key=lambda claim: claim.id)
        weights, levels = self._weights.comparisons, self._store.compare(one, other, texts)
        found = (Comparison(name=name, level=level, weight=weights[name][level]) for name, level in levels.items())
        return Resemblance(a=one.id, b=other.id, comparisons=tuple(found))

    def _identified(self, near: Neighbourhood, found: Grouping, before: Mapping[str, Collection[str]]) -> Linked:
        groups = defaultdict(list)
        for claim, first in zip(near.ids, found.groups, strict=True):
            groups[first].append(claim)
        identified = identify(before, groups.values(), taken=self._store.elsewhere(groups.values()))
        name_of = {claim: name for name, claims in identified.incidents.items() for claim in claims}
        self._store.settle(found.components, [name_of[claim] for claim in near.ids])
        return Linked(incidents=identified.incidents, changes=identified.changes, ties=tuple(found.ties))
