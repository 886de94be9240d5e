"""Finds what is said to have happened: each trigger word with who did it, to whom or what, negated or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind, Modality, Mode
from counterclaim.extraction import event_words as words
from counterclaim.extraction import syntax
from counterclaim.extraction.event_words import Frame, Sense

ClassOf = Callable[[Token], str | None]

HAPPEN = frozenset(
    "continue break erupt rage begin start resume intensify happen occur take go underway flare ensue follow be see escalate spread report "
    "come hit end stop kill wound target collapse fail open".split()
)
SUFFER = frozenset("suffer sustain incur report".split())
INFLICT = frozenset("inflict cause deal claim bring leave".split())
ANNOUNCE_ATTACK = frozenset("condemn mount launch claim carry conduct stage repel repulse foil thwart plan denounce begin open commit execute resume".split())
PLANS = {"plan": Modality.PLANNED, "intend": Modality.PLANNED, "prepare": Modality.PLANNED, "vow": Modality.THREATENED, "threaten": Modality.THREATENED,
         "want": Modality.PLANNED, "promise": Modality.PLANNED, "hope": Modality.PLANNED, "aim": Modality.PLANNED}  # fmt: skip
REAL_INFINITIVES = frozenset("claim say report manage appear seem continue begin start believe know allege confirm deny admit understand think suppose be have help "
                             "go rumour rumor acknowledge concede consider announce estimate use force cause lead".split())  # fmt: skip
HABITS = frozenset("often regularly usually frequently always sometimes typically routinely".split())
ATTEMPTS = frozenset("try attempt fail refuse seek".split())
UNREAL = frozenset("would could might may should must can".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One trigger word and its participants, each as the head token of its noun phrase."""

    trigger: Token
    kind: Kind
    outcome: Outcome | None = None
    mode: Mode | None = None
    change: Change | None = None
    actor: Token | None = None
    groups: tuple[Token, ...] = ()
    sites: tuple[Token, ...] = ()
    owner: Token | None = None
    negated: bool = False
    modality: Modality = Modality.HAPPENED
    nominal: bool = False


def events(tokens: Iterable[Token], class_of: ClassOf) -> list[Event]:
    """Give the events of a sentence in the order of their triggers, hypothetical ones left out."""
    found = [e for token in tokens for e in (_of_verb(token, class_of), _of_state(token), _of_noun(token, class_of)) if e is not None]
    return [e for e in found if e.modality is not Modality.HYPOTHETICAL and not any(c.lower_ == "how" for g in e.groups for c in g.children)]


def _of_verb(verb: Token, class_of: ClassOf) -> Event | None:
    if verb.pos_ not in {"VERB", "AUX"} and verb.tag_[:2] != "VB":
        return None
    for special in (_lose, _lives, _no_part, _under_control, _under_attack, _inside, _fall, _drive_out, _clear, _take_prisoner):
        event = special(verb, class_of)
        if event is not None:
            return coloured(event)
    return _by_table(verb, class_of)


def _by_table(verb: Token, class_of: ClassOf) -> Event | None:
    subject, thing = syntax.subject(verb), syntax.objects(verb)
    senses = _senses(verb, thing)
    if not senses:
        return None
    passive = syntax.is_passive(verb) or (thing is None and _is_clipped(verb, senses))
    doer, patient = (syntax.agent(verb), subject) if passive else (subject, thing)
    if senses[0].frame is Frame.UNDERGOES and (patient is None or class_of(patient) is None):
        doer, patient = None, subject
    sense = _fitting(senses, patient, class_of, verb)
    if sense is None:
        return None
    return coloured(_event(verb, sense, doer, patient, class_of))


def _is_clipped(verb: Token, senses: tuple[Sense, ...]) -> bool:
    """Tell the passive of headings, which has no auxiliary: "700 fighters killed", "capital captured"."""
    needs_object = bool(senses[0].objects) and senses[0].frame is Frame.DOES
    return needs_object and verb.tag_ in {"VBD", "VBN"} and not any(c.dep_ in {"aux", "prt", "xcomp", "ccomp"} for c in verb.children)


def _senses(verb: Token, thing: Token | None) -> tuple[Sense, ...]:
    lemma, part = verb.lemma_.lower(), syntax.particle(verb)
    into = "into" if any(c.lower_ in {"into", "inside"} for c in verb.children) else None
    dead = next((c.lower_ for c in verb.children if c.lower_ == "dead"), None)
    for second in (dead, part, into, thing.lemma_.lower() if thing is not None else None):
        if second and (lemma, second) in words.PHRASES:
            return words.PHRASES[lemma, second]
    return words.VERBS.get(lemma, ())


def _fitting(senses: tuple[Sense, ...], patient: Token | None, class_of: ClassOf, verb: Token) -> Sense | None:
    kind = class_of(patient) if patient is not None else "none"
    if patient is not None and kind is None and patient.pos_ in {"NUM", "PRON"}:
        kind = "person"
    return next((s for s in senses if not s.objects or kind in s.objects), None)


def _event(verb: Token, sense: Sense, doer: Token | None, patient: Token | None, class_of: ClassOf) -> Event:
    event = Event(trigger=verb, kind=sense.kind, outcome=sense.outcome, mode=sense.mode, change=sense.change, actor=doer)
    if sense.kind is Kind.CONTROL:
        return _control(event, doer, patient, class_of)
    if sense.frame is Frame.BETWEEN:
        return event
    if sense.kind is Kind.ACCUSATION:
        return replace(event, actor=patient)
    if sense.kind is Kind.ATTACK and patient is None:
        patient = next(syntax.prepositions(verb, "at", "on", "against", "upon"), None)
    if sense.kind is Kind.MOVEMENT:
        return replace(event, actor=doer or patient, groups=tuple(syntax.coordinated(patient or doer)) if patient or doer else ())
    if sense.frame is Frame.UNDERGOES and sense.kind is Kind.EQUIPMENT_LOSS:
        event = replace(event, actor=None, owner=doer if doer != patient else None)
    return replace(event, groups=tuple(syntax.coordinated(patient)) if patient is not None else ())


def _control(event: Event, doer: Token | None, patient: Token | None, class_of: ClassOf) -> Event:
    """Sort out who holds or takes which place; what is pushed back is the attacker, not a place."""
    verb = event.trigger
    if event.change is Change.REPELLED_ATTACK_ON:
        sites = _sites(syntax.prepositions(verb, "from", "in", "at", "on", "of", "off"))
        return replace(event, groups=(patient,) if patient is not None else (), sites=sites)
    if event.change is Change.WITHDREW_FROM and (patient is None or class_of(patient) != "place"):
        return replace(event, actor=doer or patient, sites=_sites(syntax.prepositions(verb, "from", "to")) if doer or patient else ())
    if patient is not None and patient.lemma_ in {"control", "possession", "siege"}:
        patient = next(syntax.prepositions(patient, "of", "over", "to"), None) or next(syntax.prepositions(verb, "of", "over", "to"), None)
    if patient is not None and patient.lemma_ == "power":
        patient = next(syntax.prepositions(verb, "in"), None) or next(syntax.prepositions(patient, "in"), None)
    if event.change is Change.ENTERED and patient is None:
        patient = next(syntax.prepositions(verb, "into", "inside"), None)
    return replace(event, sites=_sites([patient] if patient is not None else []))


def _sites(nouns: Iterable[Token]) -> tuple[Token, ...]:
    return tuple(t for noun in nouns for t in syntax.coordinated(noun))


def _lose(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "lost 50 drones", "lost 20 soldiers", "lost Bazarak", "left without 11 drones"."""
    thing = syntax.objects(verb)
    if verb.lemma_ == "leave" and syntax.is_passive(verb):
        thing = next(syntax.prepositions(verb, "without"), None)
    elif verb.lemma_ != "lose":
        return None
    if thing is None:
        return None
    owner, kind = syntax.subject(verb), class_of(thing)
    if kind == "thing":
        return Event(trigger=verb, kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.LOST, owner=owner, groups=tuple(syntax.coordinated(thing)))
    if thing.lemma_ in {"life", "man"} and not any(c.dep_ == "nummod" for c in thing.children) and thing.lemma_ == "life":
        return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=Outcome.KILLED, groups=tuple(syntax.coordinated(owner)) if owner is not None else ())
    if kind == "person":
        return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=Outcome.KILLED, owner=owner, groups=tuple(syntax.coordinated(thing)))
    if kind == "place" or thing.lemma_ == "control":
        sites = _sites(syntax.prepositions(thing, "of", "over")) if thing.lemma_ == "control" else _sites([thing])
        return Event(trigger=verb, kind=Kind.CONTROL, change=Change.LOST, actor=owner, sites=sites)
    return None


def _lives(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "claimed the lives of five soldiers", "took 20 lives"."""
    thing = syntax.objects(verb)
    if verb.lemma_ not in {"claim", "take", "cost"} or thing is None or thing.lemma_ != "life":
        return None
    group = next(syntax.prepositions(thing, "of"), thing)
    return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=Outcome.KILLED, groups=tuple(syntax.coordinated(group)))


def _no_part(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "had no part in any firing", "played no role in the attack"."""
    part = syntax.objects(verb)
    if verb.lemma_ not in {"have", "play", "take"} or part is None or part.lemma_ not in {"part", "role", "hand", "involvement"}:
        return None
    if not any(c.lower_ == "no" for c in part.children):
        return None
    return Event(trigger=verb, kind=Kind.ATTACK, actor=syntax.subject(verb), negated=True)


GRIP = frozenset("control hand grip rule possession".split())
COMES = frozenset("fall come pass bring put place go slip".split())
STAYS = frozenset("be remain stay have keep lie".split())


def _under_control(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "is under Taliban control", "fell into rebel hands", "brought the town under their control", "is free of fighters"."""
    if verb.lemma_ not in COMES | STAYS:
        return None
    patient = syntax.subject(verb)
    if verb.lemma_ in {"bring", "put", "place", "have", "keep"} and not syntax.is_passive(verb):
        patient = syntax.objects(verb)
    free = next((c for c in verb.children if c.dep_ == "acomp" and c.lemma_ in {"free", "clear"}), None)
    kind = class_of(patient) if patient is not None else None
    if patient is None or kind not in {"place", "thing"}:
        return None
    if free is not None and kind == "place" and any(c.lower_ == "of" for c in free.children):
        return Event(trigger=verb, kind=Kind.CONTROL, change=Change.RECAPTURED, sites=_sites([patient]), nominal=True)
    grip = next((n for n in syntax.prepositions(verb, "under", "in", "into", "to") if n.lemma_ in GRIP), None)
    if grip is None:
        return None
    holder = syntax.child(grip, "poss", "compound", "amod", "nmod") or next(syntax.prepositions(grip, "of"), None)
    holder = next(syntax.prepositions(grip, "of"), holder)
    if kind == "thing":
        return Event(trigger=verb, kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.CAPTURED, actor=holder, groups=tuple(syntax.coordinated(patient)))
    change = Change.HOLDS if verb.lemma_ in STAYS else Change.CAPTURED
    return Event(trigger=verb, kind=Kind.CONTROL, change=change, actor=holder, sites=_sites([patient]), nominal=True)


def _under_attack(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "came under attack from people who resisted", "were under artillery fire"."""
    noun = next((n for n in syntax.prepositions(verb, "under") if n.lemma_ in {"attack", "fire", "shelling", "bombardment", "assault"}), None)
    patient = syntax.subject(verb)
    if verb.lemma_ not in {"come", "be", "remain"} or noun is None or patient is None:
        return None
    doer = next(syntax.prepositions(noun, "from", "by"), None) or next(syntax.prepositions(verb, "from", "by"), None)
    return Event(trigger=verb, kind=Kind.ATTACK, actor=doer, groups=(patient,))


def _inside(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "they were inside Bazarak", "reached the city", "came into his village"."""
    if verb.lemma_ not in {"be", "come", "go", "reach"}:
        return None
    site = next(syntax.prepositions(verb, "inside", "into"), None) if verb.lemma_ != "reach" else syntax.objects(verb)
    who = syntax.subject(verb)
    if site is None or who is None or class_of(site) != "place" or class_of(who) != "person":
        return None
    return Event(trigger=verb, kind=Kind.CONTROL, change=Change.ENTERED, actor=who, sites=_sites([site]))


def _fall(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "Bazarak fell to the Taliban"."""
    place = syntax.subject(verb)
    if verb.lemma_ != "fall" or place is None or class_of(place) != "place" or syntax.particle(verb):
        return None
    taker = next(syntax.prepositions(verb, "to"), None)
    return Event(trigger=verb, kind=Kind.CONTROL, change=Change.CAPTURED, actor=taker, sites=_sites([place]))


def _drive_out(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "drove the militants out of a district", "ousted them from the town", "the village was cleared of fighters"."""
    if verb.lemma_ not in {"drive", "push", "expel", "oust", "dislodge", "force", "flush", "eject", "evict"}:
        return None
    who = syntax.subject(verb) if syntax.is_passive(verb) else syntax.objects(verb)
    out = verb.lemma_ in {"expel", "oust", "dislodge", "eject", "evict"} or any(c.lower_ == "out" for c in verb.children)
    sites = _sites(syntax.prepositions(verb, "of", "from"))
    if who is None or class_of(who) == "thing" or not out or not any(class_of(s) == "place" for s in sites):
        return None
    doer = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    return Event(trigger=verb, kind=Kind.CONTROL, change=Change.RECAPTURED, actor=doer, groups=(who,), sites=sites)


def _clear(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "cleared the district of fighters", "the district had been cleared"."""
    if verb.lemma_ not in {"clear", "free"}:
        return None
    place = syntax.subject(verb) if syntax.is_passive(verb) else syntax.objects(verb)
    if place is None or class_of(place) != "place":
        return None
    doer = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    return Event(trigger=verb, kind=Kind.CONTROL, change=Change.RECAPTURED, actor=doer, sites=_sites([place]))


def _take_prisoner(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "took prisoners", "took 20 soldiers prisoner", "were taken hostage", "took control of" is elsewhere."""
    if verb.lemma_ != "take":
        return None
    captive = any(c.lemma_ in {"prisoner", "hostage", "captive"} for c in verb.children)
    passive = syntax.is_passive(verb)
    patient = syntax.subject(verb) if passive else syntax.objects(verb)
    doer = syntax.agent(verb) if passive else syntax.subject(verb)
    if patient is None:
        return None
    kind = class_of(patient)
    if captive or (passive and patient.pos_ == "NUM"):
        return Event(trigger=verb, kind=Kind.CAPTURE, outcome=Outcome.CAPTURED, actor=doer, groups=tuple(syntax.coordinated(patient)))
    if kind == "thing" and passive:
        return Event(trigger=verb, kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.CAPTURED, actor=doer, groups=tuple(syntax.coordinated(patient)))
    if kind == "place" and syntax.particle(verb) == "back":
        return Event(trigger=verb, kind=Kind.CONTROL, change=Change.RECAPTURED, actor=doer, sites=_sites([patient]))
    if kind == "place" and syntax.particle(verb) in {None, "over"}:
        return Event(trigger=verb, kind=Kind.CONTROL, change=Change.CAPTURED, actor=doer, sites=_sites([patient]))
    return None


def _of_state(token: Token) -> Event | None:
    """Read "five were missing", "63 dead", "30 soldiers dead and a dozen missing", "left five dead"."""
    outcome = words.STATES.get(token.lower_)
    if outcome is None or (token.pos_ == "VERB" and token.lemma_ in words.VERBS) or token.dep_ == "compound":
        return None
    group: Token | None = None
    if token.dep_ in {"acomp", "attr", "oprd", "conj", "ccomp", "xcomp"} or token.pos_ == "VERB":
        verb = next((t for t in syntax.above(token) if t != token and t.pos_ in {"AUX", "VERB"}), token)
        verb = token if token.pos_ == "VERB" else verb
        group = syntax.subject(verb) if token.dep_ != "oprd" else (syntax.objects(verb) or syntax.subject(verb))
    if any(c.dep_ == "nummod" for c in token.children):
        group = token
    elif token.dep_ in {"amod", "acl"}:
        group = token.head
    elif group is None:
        numbered = [c for c in token.children if c.dep_ in {"nsubj", "nmod", "compound", "npadvmod", "dep"}]
        group = numbered[0] if numbered else (token if token.pos_ in {"NOUN", "PROPN"} or token.head.pos_ in {"VERB", "AUX", "ADP"} else None)
    if group is None or (token.dep_ == "amod" and not any(c.dep_ == "nummod" for c in group.children)):
        return None
    groups = tuple(g for g in syntax.coordinated(group) if g == token or g.lower_ not in words.STATES)
    owner = None
    if group == token and token.dep_ in {"attr", "conj", "acomp"}:
        owner = syntax.subject(next((t for t in syntax.above(token) if t.pos_ in {"AUX", "VERB"}), token))
    return coloured(Event(trigger=token, kind=Kind.CASUALTIES, outcome=outcome, groups=groups, owner=owner))


def _of_noun(noun: Token, class_of: ClassOf) -> Event | None:
    if noun.pos_ not in {"NOUN", "PROPN"} or (sense := _noun_sense(noun)) is None:
        return None
    event = Event(trigger=noun, kind=sense.kind, outcome=sense.outcome, mode=sense.mode, change=sense.change, nominal=True)
    readers = {Kind.CASUALTIES: _toll, Kind.ATTACK: _attack_noun, Kind.CONTROL: _control_noun}
    found = readers.get(sense.kind, _going_on)(event, class_of)
    return coloured(found) if found is not None else None


def _noun_sense(noun: Token) -> Sense | None:
    if noun.dep_ in {"compound", "poss", "nmod"}:
        return None
    senses = words.NOUNS.get(noun.lemma_.lower()) or words.NOUNS.get(noun.lower_)
    return senses[0] if senses else None


def _toll(event: Event, class_of: ClassOf) -> Event | None:
    """Read "the deaths of 20 soldiers", "suffered heavy losses", "inflicted casualties on X", "no civilian casualties"."""
    noun, verb = event.trigger, event.trigger.head
    of = next(syntax.prepositions(noun, "of", "among"), None)
    if of is not None and class_of(of) == "thing":
        return None
    owner = of
    if noun.dep_ in {"dobj", "pobj", "nsubjpass"} and verb.lemma_ in SUFFER | {"with", "from"}:
        owner = syntax.subject(verb) if noun.dep_ == "dobj" else owner
    elif noun.dep_ == "dobj" and verb.lemma_ in INFLICT:
        owner = owner or next(syntax.prepositions(verb, "on", "upon", "to"), None) or syntax.child(verb, "dative")
        event = replace(event, actor=syntax.subject(verb))
    possessor = syntax.child(noun, "poss")
    if noun.lemma_ == "toll" and (of is None or of.pos_ != "NUM"):
        return None
    plain = any(c.dep_ in {"nummod", "det", "amod"} for c in noun.children)
    if owner is None and possessor is None and not plain and noun.dep_ not in {"nsubj", "nsubjpass", "dobj", "ROOT"}:
        return None
    return replace(event, owner=owner or possessor, groups=tuple(syntax.coordinated(of)) if of is not None else (noun,))


def _attack_noun(event: Event, class_of: ClassOf) -> Event | None:
    """Read "condemned the attack on X", "claimed responsibility for the bombing", "an attack began"."""
    noun, verb = event.trigger, event.trigger.head
    asked = noun.dep_ == "dobj" and verb.lemma_ in ANNOUNCE_ATTACK
    asked = asked or (noun.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lemma_ == "responsibility")
    began = noun.dep_ in {"nsubj", "nsubjpass"} and (verb.lemma_ in HAPPEN | ANNOUNCE_ATTACK) and verb.pos_ in {"VERB", "AUX"}
    accused = noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ == "accuse"
    if not (asked or began or accused or noun.dep_ == "ROOT"):
        return None
    owner = syntax.child(noun, "poss") or next(syntax.prepositions(noun, "by"), None)
    owner = owner or (syntax.child(verb.head, "dobj") if accused else None)
    patient = next(syntax.prepositions(noun, "on", "against"), None)
    return replace(event, actor=owner, groups=(patient,) if patient is not None else ())


def _control_noun(event: Event, class_of: ClassOf) -> Event | None:
    place = next(syntax.prepositions(event.trigger, "of", "from"), None)
    if place is None or class_of(place) != "place":
        return None
    by = syntax.child(event.trigger, "poss") or next(syntax.prepositions(event.trigger, "by", "to"), None)
    return replace(event, actor=by, sites=_sites([place]))


def _going_on(event: Event, class_of: ClassOf) -> Event | None:
    """Read "fighting continued", "talks have collapsed", "reported clashes", "heavy fighting in X" as a heading."""
    noun, verb = event.trigger, event.trigger.head
    subject = noun.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in {"VERB", "AUX"}
    asked = noun.dep_ in {"dobj", "attr"} and verb.pos_ in {"VERB", "AUX"}
    called = noun.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lemma_ in {"appeal", "call", "ask"}
    if event.kind is Kind.SURRENDER:
        of = next(syntax.prepositions(noun, "of"), None)
        return replace(event, groups=tuple(syntax.coordinated(of))) if of is not None else None
    if noun.lemma_ == "exchange" and not any(c.lemma_ in {"fire", "gunfire"} for c in [*noun.children, *syntax.prepositions(noun, "of")]):
        return None
    return event if subject or asked or called or noun.dep_ == "ROOT" else None


def coloured(event: Event) -> Event:
    """Add negation and modality from the words around the trigger."""
    verb = event.trigger
    if verb.pos_ not in {"VERB", "AUX"}:
        verb = next((t for t in syntax.above(verb) if t.pos_ in {"VERB", "AUX"}), verb)
    return replace(event, negated=event.negated or _negated(event, verb), modality=_modality(verb))


def _negated(event: Event, verb: Token) -> bool:
    holders = [verb, event.trigger, *event.groups]
    if event.actor is not None:
        holders.append(event.actor)
    own = any(c.dep_ == "neg" or (c.lower_ in {"no", "never", "neither", "nor"} and c.dep_ in {"det", "advmod", "preconj", "cc", "neg", "nsubj"})
              for t in holders for c in t.children)  # fmt: skip
    denied = any(c.dep_ == "neg" for c in verb.head.children) and verb.dep_ == "xcomp"
    return own or denied or any(t.lower_ in {"none", "nobody"} for t in holders) or (verb.dep_ == "xcomp" and verb.head.lemma_ in {"fail", "refuse"})


def _modality(verb: Token) -> Modality:
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children) or helpers & UNREAL:
        return Modality.HYPOTHETICAL
    if verb.dep_ == "xcomp" and verb.head.lemma_ in PLANS:
        return PLANS[verb.head.lemma_]
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ATTEMPTS - {"fail", "refuse"}:
        return Modality.ONGOING
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if infinitive and verb.dep_ in {"xcomp", "advcl", "acl", "relcl", "ROOT", "conj"} and verb.head.lemma_ not in REAL_INFINITIVES:
        return Modality.HYPOTHETICAL
    if verb.tag_ in {"VBZ", "VBP"} and any(c.lower_ in HABITS for c in verb.children):
        return Modality.HYPOTHETICAL
    if helpers & {"will", "'ll", "shall"}:
        return Modality.PLANNED
    return Modality.ONGOING if verb.tag_ == "VBG" and helpers & {"is", "are", "was", "were", "been"} else Modality.HAPPENED
