"""Reads what bombs, fire and hostage-taking are told with: "a bomb exploded outside the court", "set fire to", "took them as hostages"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind, Mode
from counterclaim.extraction import syntax
from counterclaim.extraction.events import ClassOf, Event, joined
from counterclaim.extraction.word_lists import words

DEVICES: Final = words(
    "bomb explosive dynamite grenade charge device petard bomblet cocktail firebomb car-bomb mine rocket missile stick load ied"
)
SHAKES: Final = words("shake rock jolt")
BLASTS: Final = words("explosion blast bombing")
LAY: Final = words("place plant hurl throw toss lob launch leave put set fire drop explode detonate activate")
BURST: Final = words("explode detonate")
NEAR: Final = words("at in near inside outside against on under beside beneath behind into by next upon")
FRONT: Final = words("front")
SETS: Final = words("set")
FIRE: Final = words("fire ablaze alight aflame")
HOSTAGE: Final = words("hostage prisoner captive")
HOLDS: Final = words("take hold keep seize")
TARGET: Final = words("target objective object victim")
STRIKES: Final = words("attack bombing assault raid ambush explosion")


def _bomb(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "planted bombs in five banks", "hurled dynamite at the station", "a bomb exploded in front of the embassy"."""
    if verb.lemma_ not in LAY and not _goes_off(verb):
        return None
    doer, device = syntax.sides(verb)
    if _goes_off(verb) and syntax.objects(verb) is None:
        doer, device = None, syntax.subject(verb)
    if device is None or not _is_device(device):
        return None
    hit = next((n for n in _sites(verb, device) if n != doer and class_of(n) in {"thing", "person"} and not _is_device(n)), None)
    if hit is None:
        return None
    return Event(trigger=verb, kind=Kind.ATTACK, mode=Mode.EXPLOSIVE_DEVICE, actor=doer, groups=joined(hit))


def _shaken(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "seven banks were shaken by explosions", "a blast rocked the embassy"."""
    doer, what = syntax.sides(verb)
    if verb.lemma_ not in SHAKES or doer is None or what is None or class_of(what) not in {"thing", "place"}:
        return None
    if not (_is_device(doer) or doer.lemma_.lower() in BLASTS):
        return None
    return Event(trigger=verb, kind=Kind.ATTACK, mode=Mode.EXPLOSIVE_DEVICE, groups=joined(what))


def _goes_off(verb: Token) -> bool:
    return verb.lemma_ in BURST or (verb.lemma_ == "go" and syntax.particle(verb) == "off")


def _is_device(noun: Token) -> bool:
    of = next(syntax.prepositions(noun, "of", "with"), None)
    return noun.lemma_.lower() in DEVICES or (of is not None and of.lemma_.lower() in DEVICES)


def _sites(*heads: Token) -> Iterator[Token]:
    """Give what stands beside a bomb: "in front of *the embassy*", "outside *the bank*", "a few metres from *the gate*"."""
    for head in heads:
        for noun in syntax.prepositions(head, *NEAR):
            of = next(syntax.prepositions(noun, "of"), None) if noun.lemma_ in FRONT else None
            yield of if of is not None else noun


def _fire(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "set fire to two buses", "set the office on fire", "the church was set ablaze"."""
    if verb.lemma_ not in SETS:
        return None
    doer, what = syntax.sides(verb)
    if what is not None and what.lemma_ in FIRE:
        what = next((n for h in (verb, what) for n in syntax.prepositions(h, "to")), None) or syntax.child(verb, "dative")
    elif not any(c.lower_ in FIRE for c in verb.children) and not any(n.lemma_ in FIRE for n in syntax.prepositions(verb, "on")):
        return None
    if what is None or class_of(what) not in {"thing", "place"}:
        return None
    return Event(trigger=verb, kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.DAMAGED, actor=doer, groups=joined(what))


def _hostages(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "took a group of students as hostages", "is holding the crew hostage", "were held captive"."""
    if verb.lemma_ not in HOLDS:
        return None
    doer, whom = syntax.sides(verb)
    held = any(n.lemma_ in HOSTAGE for n in syntax.prepositions(verb, "as")) or any(
        c.lemma_ in HOSTAGE and c.dep_ in {"oprd", "acomp", "advmod", "xcomp", "attr", "dep"} for c in verb.children
    )
    of = next(syntax.prepositions(whom, "of"), None) if whom is not None else None
    whom = of if of is not None and class_of(of) == "person" else whom
    if not held or whom is None or class_of(whom) != "person":
        return None
    return Event(trigger=verb, kind=Kind.CAPTURE, outcome=Outcome.CAPTURED, actor=doer, groups=joined(whom))


def _targeted(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "the bank was the target of a bomb attack", "the object of the attack was a school"."""
    told = syntax.child(verb, "attr")
    subject = syntax.subject(verb)
    if verb.lemma_ != "be" or told is None or subject is None:
        return None
    aim, hit = (told, subject) if told.lemma_ in TARGET else (subject, told)
    attack = next((n for n in syntax.prepositions(aim, "of") if n.lemma_ in STRIKES), None)
    if aim.lemma_ not in TARGET or attack is None or class_of(hit) not in {"person", "thing", "place"}:
        return None
    doer = next(syntax.prepositions(attack, "by"), None)
    return Event(trigger=verb, kind=Kind.ATTACK, mode=_mode(attack), actor=doer, groups=joined(hit))


def _mode(attack: Token) -> Mode | None:
    bombs = attack.lemma_ in {"bombing", "explosion"} or any(c.lemma_.lower() in DEVICES for c in attack.children)
    return Mode.EXPLOSIVE_DEVICE if bombs else None


# The first that fits counts.
PHRASES: Final[tuple[Callable[[Token, ClassOf], Event | None], ...]] = (_bomb, _shaken, _fire, _hostages, _targeted)
