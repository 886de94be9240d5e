"""What a side is on a day, and how a country is called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from counterclaim.claims.party import PartyKind
from counterclaim.comparison.party import NO_SIDE, key
from counterclaim.knowledge.party_table import PartyRecord, read_tables

CIVILIANS: Final = "civilians"


class Sides:
    """Knows the parties of the product's tables, those of tables of one's own, and the states of the world.

    Raises:
        UnreadableInput: A table of one's own cannot be read.
    """

    __slots__ = ("_countries", "_parties", "_states")

    def __init__(self, extra: Iterable[Path] = ()) -> None:
        tables = read_tables(extra)
        self._countries = {state.code: state.name for state in tables.states}
        self._states = {key(state.name) for state in tables.states}
        self._parties: dict[str | None, PartyRecord] = {key(name): record for name, record in tables.parties.items()}

    def knows(self, name: str) -> bool:
        """Tell whether a name is that of a party, of a state, or of those who are no side."""
        return key(name) in self._parties or key(name) in self._states or key(name) in NO_SIDE

    def country(self, code: str | None) -> str | None:
        """Give the name of a country by its two letters."""
        return self._countries.get(code) if code else None

    def kind(self, name: str | None, on: dt.date | None) -> PartyKind | None:
        """Give what a party is on a day, None for one that no table has."""
        if is_civilian(name):
            return PartyKind.CIVILIANS
        record = self._parties.get(key(name)) if name else None
        if record is not None:
            return record.party(on).kind
        return PartyKind.STATE if name and key(name) in self._states else None

    def governs(self, name: str | None, on: dt.date | None) -> bool:
        """Tell whether a party is a government on a day: a state, its forces, or who controls the capital (GED codebook 23.1)."""
        if self.kind(name, on) in {PartyKind.STATE, PartyKind.STATE_FORCE}:
            return True
        record = self._parties.get(key(name)) if name else None
        phase = record.phase(on) if record is not None and on is not None else None
        return phase is not None and phase.governs is not None


def is_civilian(name: str | None) -> bool:
    """Tell whether a name is that of civilians.

    >>> is_civilian("Civilians"), is_civilian("Taliban")
    (True, False)
    """
    return key(name) in {CIVILIANS, "civilian"}
