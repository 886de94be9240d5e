"""One event to the findings that it makes: one for each side that suffers, or for each place that changes hands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Count
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.party import CIVILIANS
from counterclaim.claims.place import Place
from counterclaim.extraction import count_persons, count_places, noun_classes, setting, syntax, where
from counterclaim.extraction.count import Group
from counterclaim.extraction.denial import denied_twice
from counterclaim.extraction.draft import Sentence
from counterclaim.extraction.events import Event
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.speaker import Speaker
from counterclaim.extraction.word_lists import words

MEANS = words(
    "attack fire firing raid strike airstrike shelling offensive operation ambush bombardment assault bombing shooting gunfire hand"
)
GAINED = frozenset({Change.CAPTURED, Change.RECAPTURED, Change.ENTERED, Change.HOLDS})
NAMELESS = words("other more dozen hundred thousand score dead wounded injured killed missing")
ANYBODY = words("man woman boy girl youth teenager person people someone somebody one other")  # who are no civilians where they attack
POPULATION = words("people population person resident inhabitant citizen")
OWN_MEN = words("man men")  # soldiers where a side loses them, and civilians elsewhere
COUNTED = frozenset({Kind.CASUALTIES, Kind.CAPTURE, Kind.DETENTION, Kind.SURRENDER, Kind.DISPLACEMENT, Kind.EQUIPMENT_LOSS})


def told(desk: Desk, sentence: Sentence, event: Event, groups: Sequence[Group]) -> Iterator[Finding]:
    """Give the findings of one event: one for each side or for each place that changes hands; none where nobody claims the words.

    Who rejects a denial says what it denied; who denies having denied says nothing of it.
    """
    testimony = desk.testimonies.at(event.trigger.idx)
    if testimony.withheld:
        return
    if not any(group.quantity is not None for group in groups):
        event = _left(desk, event, testimony.speaker)
    again = denied_twice(testimony, event.trigger)
    if again is not None and again.pos_ == "VERB":
        return
    stance = Stance.SAYS if again is not None else testimony.stance
    base = Finding(event=event, sentence=sentence, testimony=testimony, negated=event.negated or stance is Stance.DENIES, stance=stance)
    base = replace(base, actor=_actor(desk, base), dates=setting.dates(desk, base), asserted_at=setting.asserted_at(desk, base))
    of = _of_control(desk, base) if event.kind is Kind.CONTROL else _of_groups(desk, base, groups)
    yield from of


def _left(desk: Desk, event: Event, speaker: Speaker | None) -> Event:
    """Give the flight of fighters as what it is: "the soldiers fled the town" gives it up."""
    if event.kind is not Kind.DISPLACEMENT or not event.groups or syntax.is_passive(event.trigger):
        return event
    who = event.groups[0]
    side = desk.participants.side(who, speaker) or desk.participants.likely_side(who, speaker, None)
    if side is None or side == CIVILIANS or who.lemma_.lower() in noun_classes.PEOPLE or desk.participants.is_one_person(who):
        return event
    left = syntax.objects(event.trigger)
    sites = syntax.coordinated(left) if left is not None else [*syntax.prepositions(event.trigger, "from")]
    return replace(event, kind=Kind.CONTROL, change=Change.WITHDREW_FROM, outcome=None, actor=who, groups=(), sites=tuple(sites))


def _actor(desk: Desk, base: Finding) -> str | None:
    speaker, trigger = base.testimony.speaker, base.event.trigger
    if base.event.actor is not None and base.event.nominal and desk.participants.is_land(base.event.actor):
        return None
    if base.event.actor is not None:
        side = desk.participants.side(base.event.actor, speaker) or desk.participants.likely_side(base.event.actor, speaker, None)
        return None if side == CIVILIANS and base.event.actor.lemma_.lower() in ANYBODY else side
    if base.event.outcome is None:
        return None
    means = [t for t in trigger.subtree if t.lemma_.lower() in MEANS and t.pos_ == "NOUN" and t.head.lower_ in {"in", "by", "during", "at"}]
    means = [t for t in means if not any(desk.participants.is_land(c) for c in t.children)]  # "killed in the *Niger* attack"
    return next((side for t in means if (side := desk.participants.side(t, speaker)) is not None), None)


def _of_groups(desk: Desk, base: Finding, groups: Sequence[Group]) -> Iterator[Finding]:
    base = replace(base, place=where.place(desk, base))
    if not groups:
        yield replace(base, target=_owner(desk, base))
        return
    window = setting.window(desk, base)
    sides: dict[str | None, list[Group]] = {}
    for group in groups:
        sides.setdefault(_side(desk, base, group), []).append(group)
    if set(sides) == {None, CIVILIANS} and all(g.head.tag_ == "NNP" for g in sides[None]) and count_persons.listed(groups) is not None:
        sides = {None: list(groups)}
    for side, own in sides.items():
        yield _of_side(base, side, tuple(count_persons.counts(own, side, window, desk.participants.is_one_person)))


def _of_side(base: Finding, side: str | None, counts: tuple[Count, ...]) -> Finding:
    """Give the finding of what happened to one side; a count of nobody says that it did not happen."""
    event = base.event
    if event.kind is Kind.DISPLACEMENT and side not in {None, CIVILIANS}:
        event = replace(event, kind=Kind.MOVEMENT, outcome=None)
    moving = event.kind is Kind.MOVEMENT
    kept = counts if base.event.kind in COUNTED or base.event.outcome is not None else ()
    nobody = any(c.high == 0 for c in kept)
    actor, target = (base.actor or side, None) if moving else (base.actor, side)
    return replace(base, event=event, actor=actor, target=target, counts=() if nobody else kept, negated=base.negated or nobody)


def _side(desk: Desk, base: Finding, group: Group) -> str | None:
    """Give whose loss a group is, by its words, its owner, or the group told last where a bare number goes on about it."""
    speaker, head = base.testimony.speaker, group.head
    if base.event.kind is Kind.DISPLACEMENT and any(t.lemma_.lower() in POPULATION for t in (head, *syntax.prepositions(head, "of"))):
        return CIVILIANS  # "a million of *Niger's people* have fled"
    if head.dep_ == "nummod" and head.head.pos_ == "NOUN":
        head = head.head
    things = base.event.kind is Kind.EQUIPMENT_LOSS
    key = (base.sentence.index, speaker.start if speaker else None, things)
    owner = _owner(desk, base)
    side = owner if owner is not None and head.lemma_.lower() in OWN_MEN else desk.participants.side(head, speaker) or owner
    bare = group.quantity is not None and group.quantity.start <= head.idx < group.quantity.end
    if side is None and (bare or things or head.pos_ in {"NUM", "PRON"} or head.lemma_.lower() in NAMELESS):
        side = desk.last_side.get(key)
    if side is None and base.event.trigger.lemma_ == "lose" and speaker is not None:
        side = speaker.side  # "denied that a helicopter had been lost"
    if side is None:
        beside = desk.last_side.get((key[0], key[1], not things)) if head.lemma_.lower() in noun_classes.REGULARS else None
        side = beside or desk.participants.likely_side(head, speaker, base.actor)
    if side is not None:
        desk.last_side[key] = side
    return side


def _owner(desk: Desk, base: Finding) -> str | None:
    return desk.participants.side(base.event.owner, base.testimony.speaker) if base.event.owner is not None else None


def _of_control(desk: Desk, base: Finding) -> Iterator[Finding]:
    change = base.event.change
    attacker = _attacker(desk, base) if change is Change.REPELLED_ATTACK_ON else None
    party = _holder(desk, base, attacker)
    if party is None or party == CIVILIANS or change is None:
        return
    control = Control(change=change, party=party)
    places: list[Place | None] = [*where.sites(desk, base)] or [_place_of_control(desk, base)]
    counts = tuple(count_places.of_sites(base.event, desk.numbers)) if len(places) == 1 else ()
    for place in places:
        if place is None and change in {Change.HOLDS, Change.ENTERED, Change.SURROUNDED}:
            continue
        yield replace(base, actor=attacker, target=party if attacker is not None else None, control=control, place=place, counts=counts)


def _place_of_control(desk: Desk, base: Finding) -> Place | None:
    """Give the place that a clause names where the verb has no place of its own; where men withdraw *to* is none."""
    if base.event.sites and base.event.sites[0].pos_ == "PROPN":
        return None
    gone = base.event.change is Change.WITHDREW_FROM
    if gone and next(syntax.prepositions(base.event.trigger, "to", "toward", "towards", "into"), None) is not None:
        return None
    return where.place(desk, base)


def _attacker(desk: Desk, base: Finding) -> str | None:
    return desk.participants.side(base.event.groups[0], base.testimony.speaker) if base.event.groups else None


def _holder(desk: Desk, base: Finding, attacker: str | None) -> str | None:
    """Give the party that a control change is told of; where the words leave it out, the speaker's own, or the attacker's enemy."""
    own = base.testimony.speaker.side if base.testimony.speaker is not None else None
    if base.actor is not None:
        return base.actor
    if base.negated and base.event.actor is None and base.event.change in GAINED:
        return desk.participants.enemy_of(own)
    if base.event.change is Change.REPELLED_ATTACK_ON:
        return (own if own != attacker else None) or desk.participants.enemy_of(attacker)
    return own if base.event.nominal or base.event.actor is None else None
