"""Reads verbs by the table of event words: who did it, to whom or what, and which place changed hands."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.event import Change, Kind
from counterclaim.extraction import event_nouns, event_words, noun_classes, syntax
from counterclaim.extraction.event_words import Frame, Sense
from counterclaim.extraction.events import ClassOf, Event, joined
from counterclaim.extraction.number_words import PLURALS

MANY = frozenset({"more", "many", "others", "several", *PLURALS})
WRECKS = frozenset({"destroy", "wreck", "demolish", "obliterate", "torch", "burn"})
GRIP = frozenset({"control", "possession", "siege", "ground"})


def of_verb(verb: Token, class_of: ClassOf) -> Event | None:
    """Give the event that the table gives a verb, None where it gives none or where its object does not fit."""
    subject, thing = syntax.subject(verb), syntax.objects(verb)
    senses = _senses(verb, thing)
    if not senses or event_nouns.is_attack_of(verb, thing):
        return None
    passive = syntax.is_passive(verb) or (thing is None and _is_clipped(verb, senses))
    doer, patient = (syntax.agent(verb), subject) if passive else (subject, thing)
    if senses[0].frame is Frame.UNDERGOES and (patient is None or not senses[0].objects or class_of(patient) is None):
        doer, patient = None, subject
    sense = _fitting(verb, senses, patient, class_of)
    return _event(verb, sense, doer, patient, class_of) if sense is not None else None


def _is_clipped(verb: Token, senses: tuple[Sense, ...]) -> bool:
    """Tell the passive of headings, which has no auxiliary: "700 fighters killed", "capital captured"."""
    needs_object = bool(senses[0].objects) and senses[0].frame is Frame.DOES
    return needs_object and verb.tag_ in {"VBD", "VBN"} and syntax.child(verb, "aux", "prt", "xcomp", "ccomp") is None


def _senses(verb: Token, thing: Token | None) -> tuple[Sense, ...]:
    """Give the senses of a verb with its particle, direction or object where the two are a phrase, else its own."""
    lemma = verb.lemma_.lower()
    near = {c.lower_ for c in verb.children}
    dead = "dead" if "dead" in near else None
    into = "into" if near & {"into", "inside"} else None
    for second in (dead, syntax.particle(verb), into, thing.lemma_.lower() if thing is not None else None):
        if second and (lemma, second) in event_words.PHRASES:
            return event_words.PHRASES[lemma, second]
    return event_words.VERBS.get(lemma, ())


def _fitting(verb: Token, senses: tuple[Sense, ...], patient: Token | None, class_of: ClassOf) -> Sense | None:
    kind = class_of(patient) if patient is not None else "none"
    if patient is not None and kind is None and (patient.pos_ in {"NUM", "PRON"} or patient.lower_ in MANY):
        kind = _elided(verb, patient, class_of) if any("thing" in s.objects for s in senses) else "person"
    if kind == "place" and patient is not None and patient.pos_ == "PROPN" and all(s.objects == event_words.PERSON for s in senses):
        kind = "person"
    kinds = {kind} | ({"place"} if patient is not None and patient.lemma_.lower() in noun_classes.BUILDINGS else set())
    return next((s for s in senses if not s.objects or not s.objects.isdisjoint(kinds)), None)


def _elided(verb: Token, number: Token, class_of: ClassOf) -> str:
    """Give the class that a bare number counts: the things counted before it ("two trucks were seized and *one* destroyed"), or people."""
    before = (
        t for t in reversed(number.doc[number.sent.start : number.i]) if t.tag_ in {"NNS", "NNPS"} or syntax.child(t, "nummod") is not None
    )
    return next((kind for t in before if (kind := class_of(t)) in {"person", "thing"}), "thing" if verb.lemma_ in WRECKS else "person")


def _event(verb: Token, sense: Sense, doer: Token | None, patient: Token | None, class_of: ClassOf) -> Event:
    event = Event(trigger=verb, kind=sense.kind, outcome=sense.outcome, mode=sense.mode, change=sense.change, actor=doer)
    if sense.kind is Kind.CONTROL:
        return _control(event, doer, patient, class_of)
    if sense.frame is Frame.BETWEEN:
        return event
    if sense.kind is Kind.ACCUSATION:
        return replace(event, actor=patient)
    if sense.kind is Kind.ATTACK and patient is None:
        patient = next(syntax.prepositions(verb, "at", "on", "against", "upon", "into"), None)
    if sense.kind is Kind.ATTACK and patient is not None and patient.lemma_.lower() in event_words.MEANS:
        patient = next((n for h in (verb, patient) for n in syntax.prepositions(h, "at", "on", "against", "into")), None)
    if sense.kind is Kind.MOVEMENT:
        return replace(event, actor=doer or patient, groups=joined(patient or doer))
    if sense.frame is Frame.UNDERGOES and sense.kind is Kind.EQUIPMENT_LOSS:
        event = replace(event, actor=None, owner=doer if doer != patient else None)
    return replace(event, groups=joined(patient))


def _control(event: Event, doer: Token | None, patient: Token | None, class_of: ClassOf) -> Event:
    """Sort out who holds or takes which place; what is pushed back is the attacker, not a place."""
    verb = event.trigger
    if event.change is Change.REPELLED_ATTACK_ON:
        sites = joined(*syntax.prepositions(verb, "from", "in", "at", "on", "of", "off"))
        return replace(event, groups=(patient,) if patient is not None else (), sites=sites)
    if event.change is Change.WITHDREW_FROM and (patient is None or class_of(patient) != "place"):
        who = doer or patient
        return replace(event, actor=who, sites=joined(*syntax.prepositions(verb, "from")) if who is not None else ())
    if event.change is Change.ENTERED and patient is None:
        patient = next(syntax.prepositions(verb, "into", "inside"), None)
    return replace(event, sites=joined(_held(verb, patient)))


def _held(verb: Token, patient: Token | None) -> Token | None:
    """Give the place of "took control of Khinj", "seized power in Conakry"; the object itself where it is what is held."""
    if patient is not None and patient.lemma_ in GRIP:
        patient = next(syntax.prepositions(patient, "of", "over", "to"), None) or next(syntax.prepositions(verb, "of", "over", "to"), None)
    if patient is not None and patient.lemma_ == "power":
        patient = next(syntax.prepositions(verb, "in"), None) or next(syntax.prepositions(patient, "in"), None)
    return patient
