"""Who publishes: news agencies, papers, broadcasters and sites, by name, other name or web domain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from counterclaim.claims.errors import UnreadableInput
from counterclaim.knowledge.party_names import NameIndex, plain_key
from counterclaim.knowledge.party_table import DATA, rows_of

_ARTICLE = "the "


class OutletKind(StrEnum):
    """What an outlet is; `official` is a party's or a government's own channel."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    ONLINE = "online"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet under its usual name; `country` is ISO 3166 alpha-2, empty where it has no one home."""

    name: str
    kind: OutletKind
    country: str = ""
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    @property
    def is_agency(self) -> bool:
        """Tell whether other outlets print its texts."""
        return self.kind is OutletKind.AGENCY


class Outlets:
    """Knows outlets by name and by domain."""

    __slots__ = ("_by_domain", "_index", "all")

    def __init__(self, outlets: tuple[Outlet, ...]) -> None:
        self.all = outlets
        self._index: NameIndex[Outlet] = NameIndex()
        self._by_domain = {domain: outlet for outlet in outlets for domain in outlet.domains}
        for outlet in outlets:
            for name in (outlet.name, *outlet.aliases):
                self._index.add(name, outlet)

    @classmethod
    def load(cls, path: Path = DATA / "outlets.csv") -> Outlets:
        """Give the outlets of a table with the columns name, kind, country, aliases, domains.

        Raises:
            UnreadableInput: for a table that is missing or has a kind that is none; it names the file and the line.
        """
        return cls(tuple(_outlet(row, path, line) for line, row in rows_of(path)))

    def find(self, name: str) -> Outlet | None:
        """Give the outlet that a whole name means; none where a word is left over or two outlets share the name.

        >>> Outlets.load().find("the Reuters news agency").name
        'Reuters'
        """
        for form in _forms(name):
            found = self._index.get(form)
            if len(found) == 1:
                return found[0]
        return None

    def from_domain(self, domain: str) -> Outlet | None:
        """Give the outlet of a host name, or of the nearest domain above it.

        >>> Outlets.load().from_domain("www.tass.com").name
        'TASS'
        """
        labels = domain.strip().casefold().rstrip(".").split(".")
        for i in range(len(labels) - 1):
            outlet = self._by_domain.get(".".join(labels[i:]))
            if outlet is not None:
                return outlet
        return None


_TAILS = (" news agency", " agency", " news", " newspaper", " television", " tv", " radio", " website", " correspondent", " channel")


def _forms(name: str) -> tuple[str, ...]:
    bare = name.strip().strip("\"'“”‘’/ ")  # noqa: RUF001 - as printed
    plain = bare[len(_ARTICLE) :] if plain_key(bare).startswith(_ARTICLE) else bare
    shorter = [plain[: -len(tail)] for tail in _TAILS if plain.casefold().endswith(tail)]
    return (bare, plain, *shorter)


def _outlet(row: dict[str, str], path: Path, line: int) -> Outlet:
    try:
        kind = OutletKind(row["kind"])
        aliases, domains = (tuple(x.strip() for x in row[c].split(";") if x.strip()) for c in ("aliases", "domains"))
        return Outlet(name=row["name"], kind=kind, country=row["country"], aliases=aliases, domains=domains)
    except (KeyError, ValueError) as error:
        way_out = f"the columns are name, kind ({', '.join(OutletKind)}), country, aliases, domains"
        raise UnreadableInput(str(path), f"{error}", place=f"line {line}", way_out=way_out) from error
