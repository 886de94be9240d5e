"""Claims thought to be about the same happening, who stands behind them, and what people judged."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, Protocol, TypeVar

from counterclaim.claims.counterclaim import Counterclaim
from counterclaim.claims.errors import InvalidClaim
from counterclaim.claims.position import Position

FORMAT: Final = "counterclaim/incident/1"


class Status(StrEnum):
    """How an incident stands, by origins and sides. There is no `confirmed`: only a named person assesses."""

    SINGLE_ORIGIN = "single_origin"
    UNCONTESTED = "uncontested"
    CONTESTED = "contested"
    CONCEDED = "conceded"
    RETRACTED = "retracted"


class Verdict(StrEnum):
    """What a person says of two claims."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's word on whether two claims are about the same happening: a fact, with a name and a time.

    `a` sorts before `b`. `undoes` is the id of the judgement that this one takes back; then the verdict repeats the
    one taken back. Nothing is ever deleted.
    """

    id: str
    a: str
    b: str
    verdict: Verdict
    by: str
    at: dt.datetime
    why: str | None = None
    undoes: str | None = None

    def __post_init__(self) -> None:
        if not self.a < self.b:
            raise InvalidClaim("judgement", f"{self.a!r} and {self.b!r} are not two claims in order")
        if not self.by.strip():
            raise InvalidClaim("judgement", "a judgement has the name of the person who makes it")
        if self.at.tzinfo is None:
            raise InvalidClaim("judgement", "its time names no time zone")


class Fact(Protocol):
    """What a person said at a time, and may have taken back by a further fact."""

    @property
    def id(self) -> str: ...  # noqa: D102 (as in Judgement)

    @property
    def at(self) -> dt.datetime: ...  # noqa: D102

    @property
    def undoes(self) -> str | None: ...  # noqa: D102


AnyFact = TypeVar("AnyFact", bound=Fact)


def standing(facts: Iterable[AnyFact]) -> list[AnyFact]:
    """Give what nobody took back of judgements or assessments, oldest first: not those undone, nor those that undo.

    >>> same = Judgement(id="1", a="x", b="y", verdict=Verdict.SAME, by="Ann", at=dt.datetime(2021, 9, 6, tzinfo=dt.UTC))
    >>> undo = Judgement(id="2", a="x", b="y", verdict=Verdict.SAME, by="Ben", at=same.at, undoes="1")
    >>> [one.id for one in standing([same])], standing([undo, same])
    (['1'], [])
    """
    known = list(facts)
    undone = {one.undoes for one in known if one.undoes}
    return sorted((one for one in known if one.undoes is None and one.id not in undone), key=lambda one: (one.at, one.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The asserter and the statement that claims go back to, through however many relays and outlets.

    `asserter` is None where an outlet itself asserts in its own voice; then `outlets` tells which. `relays` and
    `outlets` are sorted and free of doubles; `claims` are ids, sorted.
    """

    id: str
    asserter: str | None
    party: str | None
    claims: tuple[str, ...]
    relays: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident. Field names and order are those of the JSON Lines format `counterclaim/incident/1`.

    `claims` are claim ids, sorted. A counterclaim has at least one of its two claims among them.
    """

    format: Literal["counterclaim/incident/1"] = FORMAT
    id: str
    claims: tuple[str, ...]
    counterclaims: tuple[Counterclaim, ...] = ()
    positions: tuple[Position, ...] = ()
    origins: tuple[Origin, ...] = ()
    status: Status

    def __post_init__(self) -> None:
        if not self.claims or list(self.claims) != sorted(set(self.claims)):
            raise InvalidClaim("incident", "claim ids are sorted, without doubles, and there is at least one")


def content_id(*parts: str) -> str:
    """Give twenty hexadecimal digits that depend on the parts and their order alone."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
