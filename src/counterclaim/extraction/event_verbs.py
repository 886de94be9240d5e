"""Reads verbs by the table of event words: who did it, to whom or what, and which place changed hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from counterclaim.claims.event import Change, Kind
from counterclaim.extraction import event_nouns, event_words, noun_classes, syntax
from counterclaim.extraction.event_words import Frame, Sense
from counterclaim.extraction.events import ClassOf, Event, joined
from counterclaim.extraction.number_words import PLURALS
from counterclaim.extraction.word_lists import words

MANY = frozenset({"more", "many", "others", "several", *PLURALS})
NO_ENEMIES = words(
    "blaze fire flame wildfire inferno flood disease epidemic pandemic outbreak virus cholera ebola hunger famine poverty drought",
    "inflation crime corruption weather wind storm cold heat odds injury cancer charge case lawsuit election",
)
WARS = words("war battle campaign conflict fight")
DISASTERS = words(
    "takeover coup crisis drought flood earthquake quake storm cyclone hurricane typhoon famine outbreak recession sanction strike scandal",
    "shortage lightning landslide tsunami fire blaze inflation pandemic epidemic",
)
NEUTER = words("it itself this that which what")
LAND = words("hill mountain forest field farmland countryside desert plain water street farm hamlet sea")
TAKES = words("capture seize retake recapture recover regain reclaim liberate take conquer overrun enter wrest storm win reach")
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
    if sense is None or _is_beside_it(verb, sense, thing, class_of) or _is_no_fight(verb, sense, doer, patient, class_of):
        return None
    return _event(verb, sense, doer, patient, class_of)


def _is_beside_it(verb: Token, sense: Sense, thing: Token | None, class_of: ClassOf) -> bool:
    """Tell whether a word of fighting means no fighting: "battling the blaze", "the hills *surrounding* the town"."""
    if sense.kind is Kind.CLASH:
        of_war = verb.dep_ in {"acl", "relcl"} and verb.head.lemma_.lower() in WARS
        return of_war or (verb.lemma_ in {"battle", "fight"} and thing is not None and thing.lemma_.lower() in NO_ENEMIES)
    before = verb.doc[verb.i - 1] if verb.i else verb
    if sense.change is Change.HOLDS:
        return _is_until_now(verb)
    return verb.lower_ == "surrounding" and (class_of(before) == "place" or before.lemma_.lower() in LAND)


def _is_clipped(verb: Token, senses: tuple[Sense, ...]) -> bool:
    """Tell the passive of headings, which has no auxiliary: "700 fighters killed", "capital captured"."""
    needs_object = bool(senses[0].objects) and senses[0].frame is Frame.DOES
    who = syntax.child(verb, "nsubj")
    if who is not None and verb.tag_ == "VBD" and any(c.lower_ == "the" for c in who.children):  # headings have no articles
        return False
    return needs_object and verb.tag_ in {"VBD", "VBN"} and syntax.child(verb, "aux", "prt", "xcomp", "ccomp") is None


def _is_no_fight(verb: Token, sense: Sense, doer: Token | None, patient: Token | None, class_of: ClassOf) -> bool:
    """Tell whether it is no deed of a side: "hit by a drought", boats that "escaped", men "pushed back into a few pockets"."""
    if sense.kind is Kind.ATTACK:
        return doer is not None and doer.lemma_.lower() in DISASTERS
    if sense.kind is Kind.CONTROL and patient is not None and _is_no_land(verb, patient, class_of):
        return True
    if sense.kind is Kind.DISPLACEMENT:
        described = verb.dep_ == "amod" and syntax.own_verb(verb.head) != verb  # "displaced families"
        described = described or (verb.tag_ == "VBG" and verb.dep_ == "advcl" and syntax.child(verb, "mark") is not None)  # "while fleeing"
        return described or (patient is not None and class_of(patient) == "thing")
    return sense.change is Change.REPELLED_ATTACK_ON and next(syntax.prepositions(verb, "into"), None) is not None


def _is_no_land(verb: Token, patient: Token, class_of: ClassOf) -> bool:
    """Tell whether what is taken is no place's: "seized power *in a coup*", "took possession of *army vehicles*"."""
    if patient.lemma_ == "power":
        return not any(n.pos_ == "PROPN" for head in (verb, patient) for n in syntax.prepositions(head, "in"))
    return patient.lemma_ in GRIP and any(class_of(n) == "thing" for n in syntax.prepositions(patient, "of"))


def _is_until_now(verb: Token) -> bool:
    """Tell whether a holder is told only as the one who loses it: "retook two towns *held* by the rebels"."""
    if verb.dep_ not in {"acl", "relcl"} or verb.tag_ != "VBN":
        return False
    taken = next((t for t in syntax.above(verb.head) if t.pos_ in syntax.VERBAL), None)
    if taken is None or taken.lemma_ not in TAKES or taken.dep_ in {"xcomp", "pcomp", "acl"}:
        return False
    return all(t.dep_ in {"dobj", "nsubjpass", "pobj", "prep", "appos", "compound", "conj"} for t in _between(verb.head, taken))


def _between(noun: Token, verb: Token) -> Iterator[Token]:
    return takewhile(lambda t: t != verb, syntax.above(noun))


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
    counts = patient is not None and kind is None and patient.lower_ not in NEUTER
    if patient is not None and counts and (patient.pos_ in {"NUM", "PRON"} or patient.lower_ in MANY):
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
        on = next(syntax.prepositions(verb, "on"), None)  # "an ambush blamed *on the rebels*"
        return replace(event, actor=on if on is not None and (patient is None or class_of(patient) != "person") else patient)
    if sense.kind is Kind.ATTACK and patient is None:
        patient = next(syntax.prepositions(verb, "at", "on", "against", "upon", "into"), None)
    if sense.kind is Kind.ATTACK and patient is not None and patient.lemma_.lower() in event_words.MEANS:
        patient = next((n for h in (verb, patient) for n in syntax.prepositions(h, "at", "on", "against", "into")), None)
    if sense.kind is Kind.MOVEMENT:
        return replace(event, actor=doer or patient, groups=joined(patient or doer))
    if sense.frame is Frame.UNDERGOES and sense.kind is Kind.EQUIPMENT_LOSS:
        event = replace(event, actor=None, owner=doer if doer != patient else None)
    owner = syntax.bearer(patient) if patient is not None and patient != doer else None
    return replace(event, groups=joined(patient), owner=event.owner or owner)


def _control(event: Event, doer: Token | None, patient: Token | None, class_of: ClassOf) -> Event:
    """Sort out who holds or takes which place; what is pushed back is the attacker, not a place."""
    verb, patient = event.trigger, syntax.defined(patient, class_of) if patient is not None else None
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
