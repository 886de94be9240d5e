"""Time expressions against TimeML-shaped gold: spans, and values as TempEval-3 counts them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Expression = tuple[int, int, str]
Finder = Callable[[str, dt.date | None], Iterable[Expression]]
MEASURES = ("strict", "relaxed", "value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How one document fared: expressions in the gold, expressions found, and how many of them agree.

    `strict` agree in both ends, `relaxed` overlap one to one, `value` overlap and have the same value.
    """

    doc: str
    gold: int
    found: int
    strict: int
    relaxed: int
    value: int


def score_dates(rows: Iterable[Mapping[str, Any]], find: Finder) -> list[Tally]:
    """Give a tally for each row of a TimeML-shaped file (`doc`, `dct`, `text`, `timex3` or `timex2`)."""
    return [tally(row, find) for row in rows]


def tally(row: Mapping[str, Any], find: Finder) -> Tally:
    """Give the tally of one document, read from its day of creation."""
    gold = gold_expressions(row)
    found = sorted(find(row["text"], creation_day(row)))
    pairs = match(gold, found)
    return Tally(
        doc=row["doc"],
        gold=len(gold),
        found=len(found),
        strict=sum(g[:2] == f[:2] for g, f in pairs),
        relaxed=len(pairs),
        value=sum(g[2] == f[2] for g, f in pairs),
    )


def creation_day(row: Mapping[str, Any]) -> dt.date | None:
    """Give the day of a document's creation time, or None where it has none."""
    day = (row.get("dct") or "")[:10]
    return dt.date.fromisoformat(day) if day else None


def gold_expressions(row: Mapping[str, Any]) -> list[Expression]:
    """Give start, end and value of the gold, from TIMEX3 or TIMEX2."""
    if "timex3" in row:
        return sorted((t["start"], t["end"], t["value"]) for t in row["timex3"])
    return sorted((t["start"], t["end"], t["val"]) for t in row["timex2"])


def match(gold: Sequence[Expression], found: Sequence[Expression]) -> list[tuple[Expression, Expression]]:
    """Give pairs of overlapping expressions, each used once: equal spans first, then in order of the text.

    >>> match([(0, 9, "2021")], [(4, 9, "2021")])
    [((0, 9, '2021'), (4, 9, '2021'))]
    """
    spans = {f[:2]: f for f in found}
    pairs = [(g, spans[g[:2]]) for g in gold if g[:2] in spans]
    left_gold = [g for g in gold if g[:2] not in spans]
    used = {f for _, f in pairs}
    free = [f for f in found if f not in used]
    for each in left_gold:
        partner = next((f for f in free if f[0] < each[1] and each[0] < f[1]), None)
        if partner:
            free.remove(partner)
            pairs.append((each, partner))
    return pairs
