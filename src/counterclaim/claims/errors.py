"""Every error of the product, drawn as a tree.

CounterclaimError
├── UnreadableInput    a file, a page or a feed that gives no text
├── InvalidClaim       a value that breaks the claim model (also a ValueError)
├── MissingResource    weights, a parser or a gazetteer that is not installed
├── LedgerError        a ledger that cannot be opened or written
│   └── Relinked       a ledger that changed while its claims were linked
├── Unwritable         a file or a folder that an export cannot make
├── UnknownClaim       an id that the ledger does not hold
├── BelowFloor         scores under what the project has reached before
└── NoAnswer           a language model that gives no answer, or none that can be used
"""

from __future__ import annotations

from collections.abc import Mapping


class CounterclaimError(Exception):
    """The root: whatever a caller of this package may want to catch."""


class UnreadableInput(CounterclaimError):
    """An input that gives no text: which one, where in it, why, and what to do."""

    def __init__(self, source: str, reason: str, *, place: str | None = None, way_out: str | None = None) -> None:
        self.source = source
        self.reason = reason
        self.place = place
        self.way_out = way_out
        super().__init__(describe(source, reason, place, way_out))


class InvalidClaim(CounterclaimError, ValueError):
    """A value that the claim model does not allow: the field, and what it must be."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"{field}: {reason}")


class MissingResource(CounterclaimError):
    """Something that ought to be installed and is not: its name, and how to get it."""

    def __init__(self, name: str, way_out: str) -> None:
        self.name = name
        self.way_out = way_out
        super().__init__(f"{name} is missing; {way_out}")


class LedgerError(CounterclaimError):
    """A ledger file that cannot be used: its path, why, and what to do."""

    def __init__(self, path: str, reason: str, way_out: str) -> None:
        self.path = path
        self.reason = reason
        self.way_out = way_out
        super().__init__(describe(path, reason, None, way_out))


class Unwritable(CounterclaimError):
    """A file or a folder that cannot be made: its path, why, and what to do."""

    def __init__(self, path: str, reason: str, way_out: str) -> None:
        self.path = path
        self.reason = reason
        self.way_out = way_out
        super().__init__(describe(path, reason, None, way_out))


class Relinked(LedgerError):
    """A ledger to which another program added while its claims were linked, so that what was made of them no longer fits."""


class UnknownClaim(CounterclaimError):
    """A claim id, or the start of one, that names no claim or more than one."""

    def __init__(self, claim_id: str, reason: str) -> None:
        self.claim_id = claim_id
        self.reason = reason
        super().__init__(f"{claim_id}: {reason}")


class BelowFloor(CounterclaimError):
    """Scores under what was reached before: by measure, the score now and its floor."""

    def __init__(self, sunk: Mapping[str, tuple[float, float]], way_out: str) -> None:
        self.sunk = dict(sunk)
        self.way_out = way_out
        scores = ", ".join(f"{name} {now:.3f} (floor {floor:.3f})" for name, (now, floor) in self.sunk.items())
        super().__init__(f"under the floor: {scores}; {way_out}")


class NoAnswer(CounterclaimError):
    """A question that a language model did not answer: where it was asked, why, and what to do.

    `final` tells that the next question would fare no better: the endpoint is not there, or a limit is reached.
    """

    def __init__(self, endpoint: str, reason: str, way_out: str, *, final: bool = False) -> None:
        self.endpoint = endpoint
        self.reason = reason
        self.way_out = way_out
        self.final = final
        super().__init__(describe(endpoint, reason, None, way_out))

    def __reduce__(self) -> tuple[object, ...]:
        return _no_answer, (self.endpoint, self.reason, self.way_out, self.final)


def _no_answer(endpoint: str, reason: str, way_out: str, final: bool) -> NoAnswer:  # noqa: FBT001 (pickle calls it by position)
    return NoAnswer(endpoint, reason, way_out, final=final)


def describe(source: str, reason: str, place: str | None, way_out: str | None) -> str:
    """Give one line: what failed, where, why, and the way out."""
    where = f"{source}, {place}" if place else source
    return f"{where}: {reason}" + (f"; {way_out}" if way_out else "")
