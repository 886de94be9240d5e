"""The perpetrator slots of a MUC-4 template: who did it, for which organisation, and how sure the text is [7.10 to 7.12]."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from counterclaim.claims.attribution import Stance
from counterclaim.evaluation import muc, muc_sides, muc_words
from counterclaim.evaluation.muc_fills import Fill
from counterclaim.evaluation.sightings import Participant, Seen, Sighting

FACT, CLAIMED = "REPORTED AS FACT", "CLAIMED OR ADMITTED"
ACCUSED, BY_AUTHORITIES, POSSIBLE = "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "POSSIBLE"
AUTHORITIES: Final = re.compile(
    r"\b(?:police|authorit|army|armed forces|military|government|minister|president|judge|colonel|general)", re.IGNORECASE
)
WORD = re.compile(r"[a-z]+")


def perpetrators(sightings: Sequence[Sighting], seen: Seen) -> Mapping[str, Sequence[Fill]]:
    """Give the perpetrator slots of an incident: the likely side of the text, else the organisations of its own words."""
    return slots_of(sightings, likely(sightings, seen) or named(sightings))


def slots_of(sightings: Sequence[Sighting], organisations: Mapping[str, str]) -> Mapping[str, Sequence[Fill]]:
    """Give the perpetrator slots from the people of an incident, and organisations with how sure the text is of each."""
    persons = list(dict.fromkeys(p.text.upper() for s in sightings if not s.negated for p in s.doers if is_person(p)))
    return {
        muc.PERSON: [Fill(values=(p,)) for p in persons],
        muc.ORGANISATION: [Fill(values=(o,)) for o in organisations],
        muc.CONFIDENCE: [Fill(values=(how,), tags=(o,)) for o, how in organisations.items()],
    }


def named(sightings: Sequence[Sighting]) -> Mapping[str, str]:
    """Give the organisations that the words of an incident name, and how sure they are of each."""
    organisations: dict[str, str] = {}
    for sighting in sightings:
        name = None if sighting.negated else organisation(sighting)
        if name is not None:
            organisations.setdefault(name.upper(), confidence(sighting))
    return organisations


def likely(sightings: Sequence[Sighting], seen: Seen) -> Mapping[str, str]:
    """Give the side of the text that most likely did it, and how sure the sentences around are; nothing where none is likely."""
    told = [s for s in sightings if not s.negated]
    side = muc_sides.likely_side(told, seen) if told else None
    if side is None:
        return {}
    return {muc_sides.name_in(seen, side).upper(): confidence_in(muc_sides.talk_of(told, seen, side))}


def confidence_in(talk: str) -> str:
    """Give how sure sentences about a side are that it did it, by their words alone."""
    words = set(WORD.findall(talk.lower()))
    if "responsibility" in words and words & muc_words.CLAIMING - {"responsibility"}:
        return CLAIMED
    if words & muc_words.DOUBT:
        return BY_AUTHORITIES if AUTHORITIES.search(talk) else ACCUSED
    return FACT


def is_person(one: Participant) -> bool:
    """Tell whether who did it are people, and neither an organisation nor a mere pronoun."""
    return one.kind == "person" and one.head not in muc_words.NOBODY and not is_organisation(one)


def is_organisation(one: Participant) -> bool:
    """Tell whether a participant is an organisation by its name or its noun."""
    return one.head in muc_words.ORGANISATIONS or (one.name is not None and one.name.isupper())


def organisation(sighting: Sighting) -> str | None:
    """Give the organisation that did it, in the words of the text where they name one, else the side that they stand for."""
    own = next((p for p in sighting.doers if is_organisation(p)), None)
    if own is not None:
        return own.name or own.text
    side = sighting.actor
    if side is None and sighting.stance is Stance.CLAIMS and "responsib" in sighting.words.lower():
        side = sighting.source
    if side is None or side.rstrip("s") in muc_words.COMBATANTS or side.upper() in muc_words.COUNTRIES.values():
        return None
    return side


def confidence(sighting: Sighting) -> str:
    """Give how sure the text is that an organisation did it: by its words, by who says so, and by the stance."""
    words = set(WORD.findall(sighting.words.lower()))
    own = sighting.source is not None and sighting.source == sighting.actor
    if own or sighting.stance is Stance.CONCEDES or {"claimed", "responsibility"} <= words:
        return CLAIMED
    if words & muc_words.POSSIBLY:
        return POSSIBLE
    told = sighting.cue is not None
    if sighting.stance is Stance.ACCUSES or words & muc_words.DOUBT or told:
        return BY_AUTHORITIES if AUTHORITIES.search(sighting.words) else ACCUSED
    return FACT
