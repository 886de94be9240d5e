"""The target slots of a MUC-4 template: who and what was hit, how many, with what effect [task documentation, 7.13 to 7.24]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from counterclaim.claims.count import Operator, Outcome, Quantity
from counterclaim.claims.event import Kind
from counterclaim.evaluation import muc, muc_kinds, muc_words
from counterclaim.evaluation.muc_fills import Fill
from counterclaim.evaluation.sightings import Participant, Sighting

PEOPLE: Final = {Outcome.KILLED: "DEATH", Outcome.WOUNDED: "INJURY"}
UNHURT: Final = {Outcome.KILLED: "NO DEATH", Outcome.WOUNDED: "NO INJURY"}
THINGS: Final = {Outcome.DESTROYED: "DESTROYED", Outcome.DAMAGED: "SOME DAMAGE", Outcome.LOST: "DESTROYED"}
NO_HARM: Final = "NO INJURY OR DEATH"


def people(sighting: Sighting) -> list[Participant]:
    """Give those who suffer in a sighting, without combatants and without words that name nobody."""
    return [p for p in sighting.sufferers if is_victim(p)]


def is_victim(one: Participant) -> bool:
    """Tell whether a participant is a person that is no combatant."""
    known = one.kind == "person" and one.head not in muc_words.NOBODY | muc_words.COMBATANTS
    return known and one.head not in muc_words.FACILITIES


def things(sighting: Sighting) -> list[Participant]:
    """Give the facilities, vehicles and other things that are hit in a sighting."""
    return [p for p in sighting.sufferers if p.head in muc_words.FACILITIES and p.kind != "person"]


@dataclass(slots=True, kw_only=True)
class Target:
    """One target as several sightings tell it."""

    name: str | None
    description: str | None
    number: str
    effects: list[str]

    @property
    def tag(self) -> str:
        """What other slots point to it with."""
        return self.name or self.description or "-"


def targets(sightings: Sequence[Sighting]) -> Mapping[str, Sequence[Fill]]:
    """Give the target slots of an incident."""
    hurt: list[Target] = []
    hit: list[Target] = []
    for sighting in sightings:
        if sighting.negated:
            continue
        for one in people(sighting):
            _add(hurt, person(one), PEOPLE.get(sighting.outcome) if sighting.outcome else None)
        for one in things(sighting):
            known = sighting.kind in {Kind.EQUIPMENT_LOSS, Kind.ATTACK}
            _add(hit, thing(one), THINGS.get(sighting.outcome) if sighting.outcome and known else None)
    unhurt = _unhurt(sightings) if not any(t.effects for t in hurt) else []
    return {
        muc.NAME: [_fill(t.name) for t in hurt if t.name],
        muc.DESCRIPTION: [_fill(t.description, t.name) for t in hurt if t.description],
        muc.KIND: [_fill(muc_kinds.of_person(t.description, t.name), t.tag) for t in hurt],
        muc.NUMBER: [_fill(t.number, t.tag) for t in hurt],
        muc.EFFECT: [*[_fill(effect, t.tag) for t in hurt for effect in t.effects], *unhurt],
        muc.THING: [_fill(t.description) for t in hit if t.description],
        muc.THING_KIND: [_fill(muc_kinds.of_thing(t.description), t.tag) for t in hit],
        muc.THING_NUMBER: [_fill(t.number, t.tag) for t in hit],
        muc.THING_EFFECT: [_fill(effect, t.tag) for t in hit for effect in t.effects],
    }


def _unhurt(sightings: Sequence[Sighting]) -> list[Fill]:
    """Read "there were no victims", "no one was injured"."""
    said = [UNHURT.get(s.outcome, NO_HARM) if s.outcome else NO_HARM for s in sightings if s.negated and s.kind is Kind.CASUALTIES]
    return [_fill(said[0] if len(set(said)) == 1 else NO_HARM)] if said else []


def person(one: Participant) -> Target:
    """Give a person or a group as a target: titles in front of a name describe it."""
    if one.name is None:
        return Target(name=None, description=one.text.upper(), number=number_of(one), effects=[])
    words = one.name.split()
    titles = [w for w in words if w.lower().strip(".") in muc_words.TITLES]
    name = " ".join(w for w in words if w not in titles)
    return Target(name=name.upper() or None, description=" ".join(titles).upper() or None, number=number_of(one), effects=[])


def thing(one: Participant) -> Target:
    """Give a thing as a target."""
    return Target(name=None, description=one.text.upper(), number=number_of(one), effects=[])


def number_of(one: Participant) -> str:
    """Write a number as keys do: "6", "6-", "6-8", "~6", "PLURAL"."""
    if one.number is None:
        return "PLURAL" if one.plural else "1"
    return written(one.number)


def written(quantity: Quantity) -> str:
    """Write a quantity as keys do."""
    low, high, best = quantity.low, quantity.high, quantity.best
    if quantity.operator is Operator.VAGUE:
        return "PLURAL"
    if quantity.operator is Operator.ABOUT:
        return f"~{best or high}"
    if quantity.operator is Operator.RANGE:
        return f"{low}-{high}"
    if low is not None and high is None:
        return f"{low - 1 if quantity.operator is Operator.MORE_THAN else low}-"
    return str(best if best is not None else high if high is not None else low)


def _add(targets: list[Target], new: Target, effect: str | None) -> None:
    """Add a target, or what is told anew of one that is there: the same name, a part of it, or the same noun."""
    old = next((t for t in targets if _is_one(t, new)), None)
    if old is None:
        old = new
        targets.append(new)
    elif old.number in {"1", "PLURAL"} and new.number not in {"1", "PLURAL"}:
        old.number = new.number
    if old.name is not None and new.name is not None and len(new.name) > len(old.name):
        old.name = new.name
    if effect is not None and effect not in old.effects:
        old.effects = [effect] if effect == "DEATH" or not old.effects else old.effects


def _is_one(old: Target, new: Target) -> bool:
    if old.name and new.name:
        return old.name.split()[-1] == new.name.split()[-1] or new.name in old.name or old.name in new.name
    if old.name or new.name or not old.description or not new.description:
        return False
    return old.description.split()[-1] == new.description.split()[-1]


def _fill(value: str | None, tag: str | None = None) -> Fill:
    return Fill(values=(value or "-",), tags=(tag,) if tag and tag != "-" else ())
