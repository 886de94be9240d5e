"""The place slot of a MUC-4 template: country, then the places that the report nests in each other, the larger first [7.4]."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from counterclaim.claims.place import Place
from counterclaim.evaluation import muc_words
from counterclaim.evaluation.muc_fills import Fill
from counterclaim.evaluation.sightings import Located, Seen, Sighting

KIND: Final = re.compile(
    r"\b(department|province|state|region|municipality|city|town|village|district|neighborhood|farm|jurisdiction|canton|hamlet|area|suburb"
    r"|zone|port|airport|valley|river|hill|mountain|commune|sector)s?\b",
    re.IGNORECASE,
)
SIDES: Final = re.compile(
    r"\b(?:the|northern|southern|eastern|western|central|downtown|northeastern|northwestern|southeastern|southwestern)\b", re.IGNORECASE
)
LARGE: Final = frozenset({"department", "province", "state", "region", "zone"})
SMALL: Final = frozenset({"neighborhood", "farm", "jurisdiction", "canton", "hamlet", "area", "suburb", "district", "sector", "airport"})
REACH: Final = 45  # characters between a place and one that it lies in
NEAR: Final = 2  # sentences before an incident in which its place may have been told
WHOLE: Final = 6  # UCDP's where_prec of a country
PROVINCE: Final = 4


def place_of(sightings: Sequence[Sighting], seen: Seen) -> list[Fill]:
    """Give the place of an incident: of its sightings, else of their sentences, else of the report."""
    home = home_of(seen)
    told = next((p for s in _told(sightings) if (p := s.place) is not None and _is_town(p, home)), None)
    told = told or _beside(sightings, seen, home)
    if told is None:
        country = next((p.country for s in sightings if (p := s.place) is not None and p.country in muc_words.NINE), home)
        return [Fill(values=(_name(country),))] if country else []
    chain = [told, *_around(told, seen)]
    country = next((p.country for p in chain if p.country in muc_words.NINE), None) or _foreign(told, home) or home
    levels = [_name(country)] if country else []
    for place in sorted(chain, key=_level):
        words = plain(place.text)
        if words and words not in levels:
            levels.append(words)
    return [Fill(values=(": ".join([levels[0], *(f"{level} (CITY)" for level in levels[1:])]),))] if levels else []


def home_of(seen: Seen) -> str | None:
    """Give the country that a report is about most, of those that MUC-4 is about."""
    votes = Counter(code for p in seen.places if (code := p.place.country) in muc_words.NINE)
    names = {name.lower(): code for code, name in muc_words.COUNTRIES.items()}
    votes.update(code for s in seen.sides if (code := names.get(s.side.lower())) in muc_words.NINE)
    if votes:
        return votes.most_common(1)[0][0]
    return seen.country


def plain(text: str | None) -> str:
    """Give a place's name without the word for what kind of place it is, in capitals.

    >>> plain("the San Miguel department"), plain("northern Lima")
    ('SAN MIGUEL', 'LIMA')
    """
    return " ".join(SIDES.sub(" ", KIND.sub(" ", text or "")).split()).strip(" ,.-").upper()


def _name(country: str | None) -> str:
    return muc_words.COUNTRIES.get(country or "", country or "")


def _told(sightings: Sequence[Sighting]) -> list[Sighting]:
    return sorted(sightings, key=lambda s: (s.place.precision or 9) if s.place is not None else 9)


def _is_town(place: Place, home: str | None) -> bool:
    """Tell whether a place is one in a country, and not a far one of the same name as some word of the report."""
    if not plain(place.text) or (place.precision or 0) >= WHOLE or plain(place.text) in muc_words.COUNTRIES.values():
        return False
    return place.country is None or place.country == home or place.country in muc_words.NINE or _foreign(place, home) is not None


def _foreign(place: Place, home: str | None) -> str | None:
    """Give the country of a place outside those that MUC-4 is about where there is little doubt."""
    known = place.country is not None and home not in muc_words.NINE
    return place.country if known else None


def _level(place: Place) -> int:
    kind = KIND.search(place.text)
    word = kind[1].lower() if kind else ""
    if word in LARGE or (not word and (place.precision or 0) >= PROVINCE):
        return 0
    return 2 if word in SMALL else 1


def _around(told: Place, seen: Seen) -> list[Place]:
    """Give the places that stand beside one as larger or smaller: "X neighborhood, in Y", "Y, Z department"."""
    same = [p.place for p in seen.places if told.start is not None and p.place.start is not None]
    near = []
    for other in same:
        gap = max((other.start or 0) - (told.end or 0), (told.start or 0) - (other.end or 0))
        if 0 <= gap <= REACH and _level(other) != _level(told) and other.country in {told.country, None} and _is_town(other, told.country):
            near.append(other)
    return near


def _beside(sightings: Sequence[Sighting], seen: Seen, home: str | None) -> Place | None:
    """Give a place named in the sentences of an incident, else just before them."""
    own = sorted({s.sentence for s in sightings})
    for sentence in [*own, *(o - n for n in range(1, NEAR + 1) for o in own[:1])]:
        named: list[Located] = [p for p in seen.places if p.sentence == sentence and p.place.country == home and _is_town(p.place, home)]
        if named:
            return named[0].place
    return None
