"""What a run has asked, waited for and paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from counterclaim.endpoint.config import EndpointConfig
from counterclaim.endpoint.store import Store

DROPPED: Final = "dropped"
BETWEEN: Final = "\t"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a run has spent; `seconds` is the time that answers took, all questions added up.

    `dropped` counts what answers said and the text did not bear out, by field and reason.
    """

    asked: int = 0
    kept: int = 0
    failed: int = 0
    repeated: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    seconds: float = 0.0
    dropped: Mapping[tuple[str, str], int] = field(default_factory=dict)


def spent(config: EndpointConfig) -> Spent:
    """Give what a run has spent so far, in all of its processes."""
    counters = Store(config.cache).spent(config.run)
    whole = {name: int(counters.get(name, 0)) for name in ("asked", "kept", "failed", "repeated", "tokens_in", "tokens_out")}
    cost = config.cost(whole["tokens_in"], whole["tokens_out"])
    split = {tuple(name.split(BETWEEN)): int(value) for name, value in counters.items() if name.startswith(DROPPED + BETWEEN)}
    dropped = {(field, reason): number for (_, field, reason), number in sorted(split.items())}
    return Spent(**whole, cost=cost, seconds=counters.get("seconds", 0.0), dropped=dropped)


def dropped_name(field: str, reason: str) -> str:
    """Give the name of the counter of a field and a reason."""
    return BETWEEN.join((DROPPED, field, reason))
