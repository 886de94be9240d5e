"""What a language model is asked to answer: the fields of `counterclaim/claim/1`, each as words to be found in the text."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number with what became of those it counts."""

    text: str
    outcome: Outcome
    of: str | None = None


class Held(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a party is said to have done with a place."""

    change: Change
    party: str | None = None


class Pointed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One claim as words; None where the text has none."""

    content: str
    source: str | None = None
    cue: str | None = None
    event: str
    kind: Kind
    negation: str | None = None
    actor: str | None = None
    target: str | None = None
    counts: tuple[Figure, ...] = ()
    control: Held | None = None
    place: str | None = None
    dates: str | None = None


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All claims of a stretch of text, in its order."""

    claims: tuple[Pointed, ...]


def read_answer(text: str) -> Answer:
    """Give the answer that a text is.

    Raises:
        ValueError: It is no JSON, or has not the form that was asked for.
    """
    return msgspec.json.decode(text.encode(errors="replace"), type=Answer)


@cache
def schema() -> dict[str, Any]:
    """Give the JSON Schema of an answer, in the dialect that all servers know: every field is required, and may be null."""
    _, parts = msgspec.json.schema_components([Answer], ref_template="#/$defs/{name}")
    every = {name: _plain(part) for name, part in parts.items()}
    return {**every.pop("Answer"), "$defs": every}


def _plain(part: dict[str, Any]) -> dict[str, Any]:
    """Give a part of a schema without the words that only people read."""
    kept = {name: value for name, value in part.items() if name not in {"title", "description"}}
    if "properties" not in kept:
        return {"type": "string", **kept}
    properties = {name: {k: v for k, v in one.items() if k != "default"} for name, one in kept["properties"].items()}
    return kept | {"properties": properties, "required": list(properties)}
