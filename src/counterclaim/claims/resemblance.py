"""How alike two claims are, comparison by comparison: what a link between them rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One thing in which two claims were compared, what came out, and what that weighs.

    `weight` is in bits: log2 of how much more often this comes out for two claims about one happening than for two
    claims about different ones. Above 0 it speaks for one happening, below 0 against it.
    """

    name: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Resemblance:
    """The comparisons of two claims, by their ids; `a` sorts before `b`. `score` is the sum of the weights, in bits.

    >>> day = Comparison(name="dates", level="same_day", weight=3.0)
    >>> Resemblance(a="1", b="2", comparisons=(day, Comparison(name="places", level="apart", weight=-4.5))).score
    -1.5
    """

    a: str
    b: str
    comparisons: tuple[Comparison, ...]

    @property
    def score(self) -> float:
        """The sum of the weights, in bits."""
        return round(sum(one.weight for one in self.comparisons), 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The two claims whose resemblance joined two parts of an incident; `score` is in bits, and None where a person joined them.

    An incident of n claims has n - 1 ties.
    """

    a: str
    b: str
    score: float | None
