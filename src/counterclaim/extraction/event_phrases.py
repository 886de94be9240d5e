"""Reads verbs whose meaning hangs on the words beside them: "lost Bazarak", "is under rebel control", "took 20 prisoners"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind, Mode
from counterclaim.extraction import event_bombs, event_control, event_harm, syntax
from counterclaim.extraction.events import ClassOf, Event, joined
from counterclaim.extraction.word_lists import words

GRIP = words("control hand grip rule possession")
COMES = words("fall come pass bring put place go slip")
STAYS = words("be remain stay have keep lie")
PUTS = words("bring put place have keep")
EXPELS = words("expel oust dislodge eject evict")
PUSHES = words("drive push force flush")
FIRE = words("attack fire shelling bombardment assault")
PART = words("part role hand involvement")
MOVES = words("way march move run retreat")
TRAPS = words("ambush minefield trap")
RUNS = words("run walk drive fall fly move head come")
HOMES = words("home house property")
IDIOMS = words("part place position ground root shape step cover refuge shelter office action hold heart aim fire possession")
CAPTIVE = words("prisoner hostage captive")


def of_verb(verb: Token, class_of: ClassOf) -> Event | None:
    """Give the event that a verb tells together with the words beside it, None where no phrase fits."""
    return next((event for read in PHRASES if (event := read(verb, class_of)) is not None), None)


def _control(verb: Token, change: Change, actor: Token | None, *sites: Token) -> Event:
    return Event(trigger=verb, kind=Kind.CONTROL, change=change, actor=actor, sites=joined(*sites))


def _lose(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "lost 50 drones", "lost 20 soldiers", "lost Bazarak", "left without 11 drones", "a helicopter was lost"."""
    passive = syntax.is_passive(verb)
    without = verb.lemma_ == "leave" and passive
    thing = next(syntax.prepositions(verb, "without"), None) if without else syntax.sides(verb)[1]
    if thing is None or not (without or verb.lemma_ == "lose"):
        return None
    owner = (syntax.agent(verb) if passive else syntax.subject(verb)) if not without else syntax.subject(verb)
    if thing.lemma_ == "control":
        return _control(verb, Change.LOST, owner, *syntax.prepositions(thing, "of", "over"))
    if thing.lemma_ == "life" and syntax.child(thing, "nummod") is None:
        return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=Outcome.KILLED, groups=joined(owner))
    kind = class_of(thing)
    given = thing.tag_ == "NNP" and any(c.lower_ == "to" and c.dep_ in {"prep", "dative"} for c in verb.children)
    if kind == "place" or given:
        return _control(verb, Change.LOST, owner, thing)
    losses = {"thing": (Kind.EQUIPMENT_LOSS, Outcome.LOST), "person": (Kind.CASUALTIES, Outcome.KILLED)}
    if kind not in losses:
        return None
    return Event(trigger=verb, kind=losses[kind][0], outcome=losses[kind][1], owner=owner, groups=joined(thing))


def _lives(verb: Token, _: ClassOf) -> Event | None:
    """Read "claimed the lives of five soldiers", "took 20 lives"."""
    thing = syntax.objects(verb)
    if verb.lemma_ not in {"claim", "take", "cost"} or thing is None or thing.lemma_ != "life":
        return None
    group = next(syntax.prepositions(thing, "of"), thing)
    return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=Outcome.KILLED, groups=joined(group))


def _no_part(verb: Token, _: ClassOf) -> Event | None:
    """Read "had no part in any firing", "played no role in the attack"."""
    part = syntax.objects(verb)
    if verb.lemma_ not in {"have", "play", "take"} or part is None or part.lemma_ not in PART:
        return None
    if not any(c.lower_ == "no" for c in part.children):
        return None
    return Event(trigger=verb, kind=Kind.ATTACK, actor=syntax.subject(verb), negated=True)


def _under_control(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "is under Taliban control", "fell into rebel hands", "brought the town under their control", "is free of fighters"."""
    if verb.lemma_ not in COMES | STAYS:
        return None
    puts = verb.lemma_ in PUTS and not syntax.is_passive(verb)
    patient = syntax.objects(verb) if puts else syntax.subject(verb)
    kind = class_of(patient) if patient is not None else None
    if patient is None or kind not in {"place", "thing"}:
        return None
    if kind == "place" and _is_free(verb):
        return Event(trigger=verb, kind=Kind.CONTROL, change=Change.RECAPTURED, sites=joined(patient), nominal=True)
    grip = next((n for n in syntax.prepositions(verb, "under", "in", "into", "to") if n.lemma_ in GRIP), None)
    if grip is None:
        return None
    holder = next(syntax.prepositions(grip, "of"), None) or syntax.child(grip, "poss", "compound", "amod", "nmod")
    if kind == "thing":
        return Event(trigger=verb, kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.CAPTURED, actor=holder, groups=joined(patient))
    change = Change.HOLDS if verb.lemma_ in STAYS else Change.CAPTURED
    return Event(trigger=verb, kind=Kind.CONTROL, change=change, actor=holder, sites=joined(patient), nominal=True)


def _is_free(verb: Token) -> bool:
    """Tell whether a verb says "is free of", "remains clear of"."""
    free = next((c for c in verb.children if c.dep_ == "acomp" and c.lemma_ in {"free", "clear"}), None)
    return free is not None and any(c.lower_ == "of" for c in free.children)


def _under_attack(verb: Token, _: ClassOf) -> Event | None:
    """Read "came under attack from people who resisted", "were under artillery fire"."""
    noun = next((n for n in syntax.prepositions(verb, "under") if n.lemma_ in FIRE), None)
    patient = syntax.subject(verb)
    if verb.lemma_ not in {"come", "be", "remain"} or noun is None or patient is None:
        return None
    doer = next(syntax.prepositions(noun, "from", "by"), None) or next(syntax.prepositions(verb, "from", "by"), None)
    return Event(trigger=verb, kind=Kind.ATTACK, actor=doer, groups=(patient,))


def _on_the_move(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "reinforcements were on the way to the town", "hundreds of fighters are on the march"."""
    who = syntax.subject(verb)
    if verb.lemma_ != "be" or who is None or class_of(who) != "person":
        return None
    if not any(n.lemma_ in MOVES for n in syntax.prepositions(verb, "on")):
        return None
    return Event(trigger=verb, kind=Kind.MOVEMENT, actor=who, groups=joined(who))


def _into_ambush(verb: Token, _: ClassOf) -> Event | None:
    """Read "they ran into an ambush", "the convoy drove into a minefield"."""
    trap = next((n for n in syntax.prepositions(verb, "into") if n.lemma_ in TRAPS), None)
    who = syntax.subject(verb)
    if verb.lemma_ not in RUNS or trap is None or who is None:
        return None
    return Event(trigger=verb, kind=Kind.ATTACK, mode=Mode.AMBUSH, actor=next(syntax.prepositions(trap, "by", "of"), None), groups=(who,))


def _inside(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "they were inside Bazarak", "reached the city", "came into his village"."""
    if verb.lemma_ not in {"be", "come", "go", "reach"} or (verb.lemma_ == "be" and _is_land(verb)):
        return None
    site = syntax.objects(verb) if verb.lemma_ == "reach" else next(syntax.prepositions(verb, "inside", "into"), None)
    who = syntax.subject(verb)
    if site is None or who is None or class_of(site) != "place" or class_of(who) != "person":
        return None
    return _control(verb, Change.ENTERED, who, site)


def _is_land(verb: Token) -> bool:
    """Tell whether a singular name is told to lie inside another: "the enclave is inside Azerbaijan"."""
    who = syntax.subject(verb)
    return who is not None and who.tag_ == "NNP" and syntax.child(verb, "aux") is None and verb.lower_ in {"is", "was", "lies"}


def _fall(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "Bazarak fell to the Taliban"."""
    place = syntax.subject(verb)
    if verb.lemma_ != "fall" or place is None or class_of(place) != "place" or syntax.particle(verb):
        return None
    return _control(verb, Change.CAPTURED, next(syntax.prepositions(verb, "to"), None), place)


def _drive_out(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "drove the militants out of a district", "ousted them from the town"."""
    if verb.lemma_ not in EXPELS and not (verb.lemma_ in PUSHES and _away(verb)):
        return None
    doer, who = syntax.sides(verb)
    sites = joined(*syntax.prepositions(verb, "of", "from"))
    homes = any(s.lemma_.lower() in HOMES for s in sites)
    if who is None or class_of(who) == "thing" or homes or not any(class_of(s) == "place" for s in sites):
        return None
    return Event(trigger=verb, kind=Kind.CONTROL, change=Change.RECAPTURED, actor=doer, groups=(who,), sites=sites)


def _away(verb: Token) -> bool:
    """Tell whether a verb has "out", or "from" without the "back" that makes it a repulse."""
    near = {c.lower_ for c in verb.children}
    return "out" in near or ("from" in near and syntax.particle(verb) is None)


def _clear(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "cleared the district of fighters", "the district had been cleared"."""
    doer, place = syntax.sides(verb)
    if verb.lemma_ not in {"clear", "free"} or place is None or class_of(place) != "place":
        return None
    return _control(verb, Change.RECAPTURED, doer, place)


def _take(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "took prisoners", "took 20 soldiers prisoner", "were taken hostage", "the tank was taken", "took back the town"."""
    doer, patient = syntax.sides(verb)
    if verb.lemma_ != "take" or patient is None or _is_idiom(patient):
        return None
    passive, kind, particle = syntax.is_passive(verb), class_of(patient), syntax.particle(verb)
    captive = any(c.lemma_ in CAPTIVE for c in verb.children) or patient.lemma_ in CAPTIVE
    if captive or (passive and patient.pos_ == "NUM"):
        return Event(trigger=verb, kind=Kind.CAPTURE, outcome=Outcome.CAPTURED, actor=doer, groups=joined(patient))
    if kind == "thing" and passive:
        return Event(trigger=verb, kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.CAPTURED, actor=doer, groups=joined(patient))
    changes = {"back": Change.RECAPTURED, None: Change.CAPTURED, "over": Change.CAPTURED}
    return _control(verb, changes[particle], doer, patient) if kind == "place" and particle in changes else None


def _is_idiom(noun: Token) -> bool:
    """Tell whether what is taken is nothing to hold: "took part", "took place", "took positions in the hills"."""
    bare = not any(c.dep_ in {"det", "poss", "nummod", "amod", "compound"} or c.lower_ == "of" for c in noun.children)
    return bare and noun.lemma_.lower() in IDIOMS


# The first that fits counts.
PHRASES: tuple[Callable[[Token, ClassOf], Event | None], ...] = (
    *event_bombs.PHRASES,
    _lose,
    _lives,
    _no_part,
    _under_control,
    _under_attack,
    _on_the_move,
    _into_ambush,
    _inside,
    _fall,
    _drive_out,
    _clear,
    _take,
    *event_control.PHRASES,
    *event_harm.PHRASES,
)
