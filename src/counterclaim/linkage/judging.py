"""What people judged, as pairs that must or must not be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.claims.incident import Judgement, Verdict, standing

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """Pairs of claim ids that are `same` or `different`, sorted; no chain of `same` joins two that are `different`."""

    same: tuple[Pair, ...]
    different: tuple[Pair, ...]


def verdicts_of(judgements: Iterable[Judgement]) -> Verdicts:
    """Give what stands: of two judgements on one pair, or that contradict each other through others, the later one.

    Judgements that were taken back, and `unsure`, do not count.
    """
    heard = standing(judgements)
    last = {(one.a, one.b): one.verdict for one in heard}
    newest = dict.fromkeys((one.a, one.b) for one in reversed(heard))
    sets: dict[str, frozenset[str]] = {}
    enemies: dict[str, set[str]] = defaultdict(set)
    same, different = [], []
    for pair in newest:
        a, b = (sets.get(claim, frozenset({claim})) for claim in pair)
        foes = {foe for claim in a for foe in enemies[claim]}
        if last[pair] is Verdict.SAME and foes.isdisjoint(b):
            same.append(pair)
            sets.update(dict.fromkeys(a | b, a | b))
        elif last[pair] is Verdict.DIFFERENT and a.isdisjoint(b):
            different.append(pair)
            enemies[pair[0]].add(pair[1])
            enemies[pair[1]].add(pair[0])
    return Verdicts(same=tuple(sorted(same)), different=tuple(sorted(different)))
