"""The kinds of targets that MUC-4 templates name [task documentation, version 7, 7.14 and 7.21]: by the words of the target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

CIVILIAN, OTHER = "CIVILIAN", "OTHER"
WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")

# The first word that has a kind tells it; a word that stands under two has the first of them.
PEOPLE: Final[Mapping[str, str]] = {
    "FORMER GOVERNMENT OFFICIAL": "ex-minister ex-president ex-mayor ex-governor",
    "LEGAL OR JUDICIAL": "judge lawyer attorney magistrate prosecutor justice court",
    "DIPLOMAT": "ambassador diplomat consul attache embassy",
    "SECURITY GUARD": "bodyguard guard escort watchman",
    "LAW ENFORCEMENT": "policeman policemen police policewoman detective patrolman",
    "ACTIVE MILITARY": "soldier soldiers colonel general major captain lieutenant sergeant officer officers troops marine marines military",
    "GOVERNMENT OFFICIAL": "minister mayor governor official officials president deputy senator congressman councilman director",
    "POLITICAL FIGURE": "candidate leader politician party secretary leaders politicians",
}
THINGS: Final[Mapping[str, str]] = {
    "DIPLOMAT OFFICE OR RESIDENCE": "embassy consulate embassies ambassador",
    "FINANCIAL": "bank banks",
    "ENERGY": "pylon pylons power electric electricity pipeline pipelines oil energy substation tower towers transformer hydroelectric",
    "LAW ENFORCEMENT FACILITY": "police",
    "TRANSPORT VEHICLE": (
        "bus buses car cars truck trucks vehicle vehicles plane airplane aircraft helicopter train van ship boat minibus tanker jet"
    ),
    "COMMUNICATIONS": "radio telephone television newspaper antenna transmitter station",
    "GOVERNMENT OFFICE OR RESIDENCE": "government ministry mayoralty mayor palace presidential municipal congress courthouse governor hall",
    "TRANSPORTATION ROUTE": "bridge bridges road highway railroad railway",
    "TRANSPORTATION FACILITY": "airport terminal port",
    "WATER": "water aqueduct reservoir",
    "POLITICAL FIGURE OFFICE OR RESIDENCE": "party candidate",
    "CIVILIAN RESIDENCE": "house houses home homes residence residences apartment apartments building neighborhood",
    "COMMERCIAL": (
        "store stores shop shops hotel hotels restaurant supermarket business businesses factory company "
        "farm farms ranch plant warehouse market"
    ),
    "ORGANIZATION OFFICE": "headquarters office offices institute university school church temple",
}


def _table(kinds: Mapping[str, str]) -> Mapping[str, str]:
    return {word: kind for kind, listed in reversed(list(kinds.items())) for word in listed.split()}


OF_PEOPLE: Final = _table(PEOPLE)
OF_THINGS: Final = _table(THINGS)


def of_person(*words: str | None) -> str:
    """Give the kind of a person or a group by its description.

    >>> of_person("former mayor"), of_person("peasants")
    ('GOVERNMENT OFFICIAL', 'CIVILIAN')
    """
    return _kind(words, OF_PEOPLE, CIVILIAN)


def of_thing(*words: str | None) -> str:
    """Give the kind of a thing by its words.

    >>> of_thing("lines of the power company"), of_thing("two buses")
    ('ENERGY', 'TRANSPORT VEHICLE')
    """
    return _kind(words, OF_THINGS, OTHER)


def _kind(words: Iterable[str | None], table: Mapping[str, str], default: str) -> str:
    every = [word for text in words if text for word in WORD.findall(text.lower())]
    return next((table[word] for word in every if word in table), default)
