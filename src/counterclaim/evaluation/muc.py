"""Templates against MUC-4 keys: which response is which key's, and the hits of every slot.

After the MUC-4 scoring guidelines, version 7: a response may stand for a key only if its type is at least partly right and so is a
perpetrator, a physical or a human target, or the kind of one [3.2.1]. What a template too many says is too much in each of its
slots, what a template too few leaves out is missing in each ("all templates"). A partial match counts half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from counterclaim.evaluation import muc_fills
from counterclaim.evaluation.bootstrap import SAMPLES, Hits, Score, score_tallies
from counterclaim.evaluation.gold import Row, read_rows
from counterclaim.evaluation.muc_fills import Fill, Grade
from counterclaim.evaluation.pairing import pair

Slots = Mapping[str, Sequence[Fill]]

DATE, PLACE, TYPE = "INCIDENT: DATE", "INCIDENT: LOCATION", "INCIDENT: TYPE"
PERSON, ORGANISATION, CONFIDENCE = "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID", "PERP: ORGANIZATION CONFIDENCE"
THING, THING_NUMBER, THING_EFFECT = "PHYS TGT: ID", "PHYS TGT: NUMBER", "PHYS TGT: EFFECT OF INCIDENT"
NAME, DESCRIPTION = "HUM TGT: NAME", "HUM TGT: DESCRIPTION"
NUMBER, EFFECT = "HUM TGT: NUMBER", "HUM TGT: EFFECT OF INCIDENT"
KIND, THING_KIND = "HUM TGT: TYPE", "PHYS TGT: TYPE"

GRADES: Final[Mapping[str, Grade]] = {
    TYPE: muc_fills.set_grade(("*", "ATTACK")),
    DATE: muc_fills.date_grade,
    PLACE: muc_fills.place_grade,
    PERSON: muc_fills.words_grade,
    ORGANISATION: muc_fills.words_grade,
    CONFIDENCE: muc_fills.set_grade(("SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED")),
    THING: muc_fills.words_grade,
    THING_NUMBER: muc_fills.number_grade,
    THING_EFFECT: muc_fills.set_grade(("SOME DAMAGE", "DESTROYED")),
    NAME: muc_fills.words_grade,
    DESCRIPTION: muc_fills.words_grade,
    KIND: muc_fills.set_grade(
        ("FORMER GOVERNMENT OFFICIAL", "GOVERNMENT OFFICIAL"),
        ("FORMER ACTIVE MILITARY", "ACTIVE MILITARY"),
        ("GOVERNMENT OFFICIAL", "POLITICAL FIGURE"),
    ),
    THING_KIND: muc_fills.set_grade(("GOVERNMENT OFFICE OR RESIDENCE", "POLITICAL FIGURE OFFICE OR RESIDENCE")),
    NUMBER: muc_fills.number_grade,
    EFFECT: muc_fills.set_grade(("NO INJURY OR DEATH", "NO INJURY"), ("NO INJURY OR DEATH", "NO DEATH")),
}
PARTICIPANTS: Final = (PERSON, ORGANISATION, THING, THING_KIND, NAME, DESCRIPTION, KIND)
ROWS: Final[Mapping[str, tuple[str, ...]]] = {
    "perpetrator confidence": (CONFIDENCE,),
    "number": (NUMBER, THING_NUMBER),
    "effect": (EFFECT, THING_EFFECT),
    "date": (DATE,),
    "place": (PLACE,),
    "type": (TYPE,),
    "perpetrators": (PERSON,),
    "perpetrator organisation": (ORGANISATION,),
    "victim's name": (NAME,),
    "victims": (DESCRIPTION,),
    "number of victims": (NUMBER,),
    "effect on victims": (EFFECT,),
    "things": (THING,),
    "number of things": (THING_NUMBER,),
    "effect on things": (THING_EFFECT,),
    "kind of victims": (KIND,),
    "kind of things": (THING_KIND,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One incident as a key or a response tells it; an `optional` one of a key may be left out."""

    slots: Slots
    optional: bool = False


Respond = Callable[[str], Sequence[Template]]
"""Gives the templates of a text."""


def score_muc(path: Path, respond: Respond, *, seed: int = 0, samples: int = SAMPLES) -> list[Score]:
    """Give the scores of every slot on a file of texts with their key templates, with intervals over texts."""
    tallies = (tally(keys_of(row), respond(row["text"])) for row in read_rows(path))
    return score_tallies(tallies, seed=seed, samples=samples)


def keys_of(row: Row) -> list[Template]:
    """Give the key templates of a text."""
    return [
        Template(slots={slot: [_parsed(slot, fill) for fill in fills] for slot, fills in one["slots"].items()}, optional=one["optional"])
        for one in row["templates"]
    ]


def _parsed(slot: str, fill: str) -> Fill:
    return muc_fills.parse_place(fill) if slot == PLACE else muc_fills.parse_fill(fill)


def tally(keys: Sequence[Template], responses: Sequence[Template]) -> Mapping[str, Hits]:
    """Give the hits of one text, row by row."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0, 0])
    pairs = pair(keys, responses, fit_of)
    for key, response in [*pairs, *_alone(keys, responses, pairs)]:
        sums["incidents"][0] += key.slots != {} and response.slots != {}
        sums["incidents"][1] += key.slots != {}
        sums["incidents"][2] += response.slots != {}
        for row, slots in ROWS.items():
            for slot in slots:
                found = muc_fills.graded(key.slots.get(slot, ()), response.slots.get(slot, ()), GRADES[slot])
                sums[row] = [a + b for a, b in zip(sums[row], found, strict=True)]
    names = [*ROWS, "incidents"]
    return {name: Hits(right=sums[name][0], gold=int(sums[name][1]), predicted=int(sums[name][2])) for name in names}


NOTHING: Final = Template(slots={})


def _alone(
    keys: Iterable[Template], responses: Iterable[Template], pairs: Sequence[tuple[Template, Template]]
) -> Iterator[tuple[Template, Template]]:
    """Give the keys that no response stands for, optional ones left out, and the responses that stand for no key."""
    met = {id(one) for both in pairs for one in both}
    yield from ((key, NOTHING) for key in keys if id(key) not in met and not key.optional)
    yield from ((NOTHING, response) for response in responses if id(response) not in met)


def fit_of(key: Template, response: Template) -> float | None:
    """Give how well a response fits a key; None where it may not stand for it."""
    grades = {slot: _grade(key, response, slot) for slot in GRADES}
    if not grades[TYPE] or not any(grades[slot] for slot in PARTICIPANTS):
        return None
    return sum(grades.values())


def _grade(key: Template, response: Template, slot: str) -> float:
    return muc_fills.graded(key.slots.get(slot, ()), response.slots.get(slot, ()), GRADES[slot])[0]
