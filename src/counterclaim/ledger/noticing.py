"""What a linking has to look at: what came or went since another one, and which claims on control are near others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec
from sqlalchemy import Select

from counterclaim.claims.claim import Claim
from counterclaim.ledger import changes as asked
from counterclaim.ledger.rows import claim_of
from counterclaim.ledger.store import Store, parts

if TYPE_CHECKING:
    from counterclaim.ledger.linking import Linking

_FACTS: Final = msgspec.json.Decoder(dict[str, int | None])


@dataclass(frozen=True, slots=True)
class Spot:
    """A resolved place as claims on control name it, by its country (ISO 3166 alpha-2), name, and the areas around it."""

    country: str | None
    place: str
    admin1: str | None
    admin2: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A place, and the days, both inclusive, between which the claims asked for are about it."""

    spot: Spot
    since: dt.date
    until: dt.date


class Noticing(Store):
    """Tells what is new to a linking, at the cost of what is new alone."""

    __slots__ = ()

    def arrived(self, since: Linking | None = None) -> dict[str, str]:
        """Give the claims that stand in no incident yet, or were read anew since, in the order of their ids, each with its reading.

        Args:
            since: The newest linking, which placed all that lay in the ledger then; without one all texts are looked through.
        """
        with self._asking() as connection:
            found = connection.execution_options(yield_per=10_000).execute(asked.arrived(_texts_since(since)))
            return dict(sorted((row.id, row.reading) for row in found))

    def departed(self, since: Linking | None = None) -> tuple[str, ...]:
        """Give the ids of claims that stand in an incident although no newest reading has them any more.

        Args:
            since: The newest linking, as for what arrived.
        """
        with self._asking() as connection:
            return tuple(sorted(set(connection.execute(asked.departed(_texts_since(since))).scalars())))

    def number_of_claims(self) -> int:
        """Give how many claims the newest readings have."""
        with self._asking() as connection:
            return connection.execute(asked.number_of_claims()).scalar_one()

    def newest_readings(self) -> list[str]:
        """Give the ids of the newest readings of all texts, in the order in which they were added."""
        with self._asking() as connection:
            return list(connection.execute(asked.newest_in_order()).scalars())

    def claims_of_readings(self, names: Sequence[str]) -> Iterator[Claim]:
        """Give the claims of readings, by their ids, those of one reading one after the other."""
        with self._asking() as connection:
            for some in parts(names):
                for document in connection.execute(asked.claims_of(some)).scalars():
                    yield claim_of(document)

    def countries_of_control(self) -> list[str | None]:
        """Give the countries of the resolved places that claims on control are about, None for one that is not known."""
        with self._asking() as connection:
            return list(connection.execute(asked.countries_of_control()).scalars())

    def control_in(self, country: str | None) -> Iterator[Claim]:
        """Give the newest readings' claims on the control of resolved places in a country."""
        with self._asking() as connection:
            for document in connection.execute(asked.control_in(country)).scalars():
                yield claim_of(document)

    def texts_of(self, claims: Iterable[str]) -> set[str]:
        """Give the texts of claims, by the SHA-256, whose ids are whole ones."""
        found: set[str] = set()
        with self._asking() as connection:
            for some in parts(tuple(claims)):
                found.update(connection.execute(asked.texts_of(some)).scalars())
        return found

    def spots_of_control(self) -> Iterator[Spot]:
        """Give each resolved place that a claim on control is about, in whichever reading, once."""
        with self._asking() as connection:
            for row in connection.execute(asked.spots_of_control()):
                yield Spot(row.country, row.place, row.admin1, row.admin2)

    def on_control(self, stretches: Iterable[Stretch]) -> Iterator[Claim]:
        """Give the claims of the newest readings on the control of these places in these days, each once.

        A claim is about the last of its days; without one, about the day that it was made on.
        """
        given: set[str] = set()
        with self._asking() as connection:
            for some in parts(tuple(stretches)):
                wanted = [(s.spot.country, s.spot.place, s.spot.admin1, s.spot.admin2, s.since, s.until) for s in some]
                rows = connection.execute(asked.on_control(msgspec.json.encode(wanted).decode())).all()
                newest: set[str] = set()
                for readings in parts(sorted({row.reading for row in rows})):
                    newest.update(connection.execute(asked.newest_among(readings)).scalars())
                for row in rows:
                    if row.reading in newest and row.id not in given:
                        given.add(row.id)
                        yield claim_of(row.document)


def _texts_since(linking: Linking | None) -> Select[str] | None:
    if linking is None:
        return None
    known = _FACTS.decode(linking.facts)
    return asked.texts_since(reading=known.get("readings") or 0, claim=known.get("claims") or 0)
