"""Reads what tells that people were hurt, and whether they live: "was fatally shot", "suffered burns", "were taken to hospital"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind
from counterclaim.extraction import syntax
from counterclaim.extraction.events import ClassOf, Event, joined
from counterclaim.extraction.word_lists import words

SHOTS = words("shoot stab")
OUTCOME_VERBS = words("kill wound injure")  # "shot and killed": the second verb tells it
FATAL = words("fatally mortally dead")
LIMBS = words("leg arm shoulder hand foot thigh hip knee ankle wrist buttock calf ear elbow forearm")  # where a shot seldom kills
HARM = words("wound injury burn")
BEARS = words("suffer sustain receive have incur")
TREATS = words("hospitalize hospitalise treat")
BRINGS = words("take rush transport airlift fly evacuate bring carry send transfer")
HOSPITALS = words("hospital clinic infirmary")


def _shot(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "was fatally shot", "shot him to death", "was shot in the leg"; "four were shot" leaves open whether they live."""
    doer, patient = syntax.sides(verb)
    if verb.lemma_ not in SHOTS or patient is None or not (class_of(patient) == "person" or patient.pos_ in {"NUM", "PRON"}):
        return None
    if any(c.lemma_ in OUTCOME_VERBS for c in verb.children if c.dep_ == "conj"):
        return None
    fatal = any(c.lower_ in FATAL for c in verb.children) or any(n.lower_ == "death" for n in syntax.prepositions(verb, "to"))
    wounded = any(n.lemma_.lower() in LIMBS for n in syntax.prepositions(verb, "in", "through"))
    outcome = Outcome.KILLED if fatal else Outcome.WOUNDED if wounded else Outcome.KILLED_OR_WOUNDED
    return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=outcome, actor=doer, groups=joined(patient))


def _hurt(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "suffered a gunshot wound", "was treated for burns", "were taken to hospital": they live."""
    doer, patient = syntax.sides(verb)
    passive = syntax.is_passive(verb)
    bears = verb.lemma_ in BEARS and not passive and _is_harm(patient, *syntax.prepositions(verb, "from"))
    treated = passive and verb.lemma_ in TREATS and (verb.lemma_ != "treat" or _is_harm(*syntax.prepositions(verb, "for")))
    brought = passive and verb.lemma_ in BRINGS and any(n.lemma_.lower() in HOSPITALS for n in syntax.prepositions(verb, "to", "in"))
    who = doer if bears else patient if treated or brought else None
    if who is None or class_of(who) != "person":
        return None
    return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=Outcome.WOUNDED, groups=joined(who))


def _is_harm(*nouns: Token | None) -> bool:
    return any(noun is not None and noun.lemma_.lower() in HARM for noun in nouns)


# The first that fits counts.
PHRASES: Final[tuple[Callable[[Token, ClassOf], Event | None], ...]] = (_shot, _hurt)
