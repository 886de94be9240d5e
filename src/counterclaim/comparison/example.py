"""The claims that the examples of this package are worked on: one made-up ambush, told by five voices."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Final

from counterclaim.claims.attribution import Source
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.event import Kind
from counterclaim.claims.row import Row

_TOLD: Final[tuple[tuple[str, str, int, int, int, str], ...]] = (
    # who, for which side, on which day of May 2022, low, high, words
    ("a general", "Xandria", 1, 7, 7, "seven"),
    ("the Front", "Front", 1, 15, 15, "15"),
    ("a nurse", "witness", 2, 9, 9, "nine"),
    ("a teacher", "witness", 2, 9, 9, "nine"),
    ("a mayor", "civilian", 2, 24, 99, "dozens"),
)


def ambush() -> tuple[Claim, ...]:
    """Give what an army, those who ambushed it, and three bystanders say of the soldiers killed.

    >>> [(c.source.name, c.counts[0].text) for c in ambush() if c.source]
    [('a general', 'seven'), ('the Front', '15'), ('a nurse', 'nine'), ('a teacher', 'nine'), ('a mayor', 'dozens')]
    """
    return tuple(
        _claim(f"report {n}", who, side, day, _count(low, high, words)) for n, (who, side, day, low, high, words) in enumerate(_TOLD)
    )


def numbers(row: Row) -> list[tuple[int | None, int | None, int | None]]:
    """Give low, best and high of each figure of a row."""
    return [(figure.low, figure.best, figure.high) for figure in row.figures]


def _count(low: int, high: int, words: str) -> Count:
    exact = low == high
    operator = Operator.EXACT if exact else Operator.VAGUE
    return Count(
        outcome=Outcome.KILLED,
        unit=Unit.PERSONS,
        low=low,
        high=high,
        best=low if exact else None,
        operator=operator,
        of="soldiers",
        party="Xandria",
        text=words,
        start=None,
        end=None,
    )


def _claim(report: str, who: str, side: str, day: int, count: Count) -> Claim:
    quote = f"{who} said {count.text} soldiers were killed."
    sha256 = hashlib.sha256(quote.encode()).hexdigest()
    return Claim(
        id=f"claim of {report}",
        report=ReportReference(id=report, title=None, outlet=report, url=None, published=dt.date(2022, 5, day), sha256=sha256),
        start=0,
        end=len(quote),
        quote=quote,
        content=((0, len(quote)),),
        source=Source(name=who, party=side),
        kind=Kind.CASUALTIES,
        actor="Front",
        target="Xandria",
        counts=(count,),
        extractor=Extractor(name="example", version="1"),
    )
