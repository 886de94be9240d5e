"""What an export looks like: its fields, and what it cannot carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Type = Literal["string", "integer", "number", "date", "boolean"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column: its name, its type as a Frictionless Table Schema names it, what it holds, and its HXL tag."""

    name: str
    holds: str
    type: Type = "string"
    tag: str | None = None


def fields(told: Mapping[str, tuple[Type, str]]) -> tuple[Field, ...]:
    """Give the columns of a table: by name, its type and what it holds."""
    return tuple(Field(name=name, type=kind, holds=holds) for name, (kind, holds) in told.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One format.

    `fields` are its columns in order, none where it is no table. `dropped` tells of a field of ours or of theirs that stays
    out or empty, `degraded` of one that says less than the ledger does, each with the reason. `left_out` is why an incident
    has no row. `tables` are those of a format that is a folder: by name, its columns with their DuckDB types.
    """

    name: str
    title: str
    fields: tuple[Field, ...] = ()
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dropped: Mapping[str, str] = field(default_factory=dict)
    degraded: Mapping[str, str] = field(default_factory=dict)
    left_out: str | None = None
    mediatype: str = "text/csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many rows, lines or features an export has, and how many incidents have none."""

    rows: int
    left_out: int = 0
