"""Who did it and to whom, where a claim's own words leave it out and the report tells it beside: a second pass over all findings.

A toll of one side has the attacker that the same sentence names, else the one that the report just named against that
side, else the speaker's enemy where a side tells its own losses, else the only one that the report's words name against it
anywhere. Losses to date, and things left behind, have none. What stays open stays unknown: a rival alone is no reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from counterclaim.claims.count import Scope
from counterclaim.claims.event import Kind
from counterclaim.claims.party import CIVILIANS
from counterclaim.extraction import event_words, noun_classes, syntax
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.word_lists import words

FIGHTS = frozenset({Kind.ATTACK, Kind.CASUALTIES, Kind.CLASH, Kind.CAPTURE, Kind.DETENTION, Kind.EQUIPMENT_LOSS})
ATTACKS = frozenset({Kind.ATTACK, Kind.CLASH})
SUFFERED = FIGHTS - {Kind.CLASH} | {Kind.DISPLACEMENT}
DEEDS = words("kill wound injure capture destroy seize down shoot eliminate neutralise neutralize slay detain hit take")
NOBODY_IN_PARTICULAR = words("other dozen score hundred thousand many people person")
MILITARY = noun_classes.COMBATANTS | noun_classes.MILITARY_SITES | words("force position target line troops stronghold headquarters")
NEAR = 2  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """The findings beside one: of its sentence, of the sentences just before it (the nearest first), of the whole report."""

    here: Sequence[Finding]
    near: Sequence[Finding]
    every: Sequence[Finding]


def completed(desk: Desk, found: Sequence[Finding]) -> list[Finding]:
    """Give the findings, in order, with the actors and targets that the report tells elsewhere."""
    out: list[Finding] = []
    new: dict[int, Finding] = {}
    for finding in found:
        here = [f for f in found if f.sentence.index == finding.sentence.index and f is not finding]
        near = [f for f in reversed(out) if 0 < finding.sentence.index - f.sentence.index <= NEAR]
        around = _Around(here=here, near=near, every=found)
        told = _completed(desk, finding, around) if finding.event.kind in SUFFERED else finding
        if finding.denies is not None:
            told = replace(told, denies=new[id(finding.denies)])
        new[id(finding)] = told
        out.append(told)
    return out


def _completed(desk: Desk, finding: Finding, around: _Around) -> Finding:
    if _is_own_victim(desk, finding):
        finding = replace(finding, actor=_other_speaker(desk, finding))
    if finding.target is None:
        finding = replace(finding, target=_target(desk, finding, around))
    if finding.actor is None and finding.target is not None:
        finding = replace(finding, actor=next(_actors(desk, finding, finding.target, around), None))
    return finding


def _is_own_victim(desk: Desk, finding: Finding) -> bool:
    """Tell whether a pronoun made a side its own attacker: "173 Burundian soldiers died in its raid"."""
    return finding.actor is not None and finding.target is not None and desk.participants.same_side(finding.actor, finding.target)


def _other_speaker(desk: Desk, finding: Finding) -> str | None:
    side = _side_of_speaker(finding)
    return side if side is not None and finding.target is not None and not desk.participants.same_side(side, finding.target) else None


def _side_of_speaker(finding: Finding) -> str | None:
    return finding.testimony.speaker.side if finding.testimony.speaker is not None else None


def _target(desk: Desk, finding: Finding, around: _Around) -> str | None:
    """Give whom it happened to: who was attacked by the same side beside, the rival of who attacks, civilians of who flee."""
    if finding.event.kind is Kind.DISPLACEMENT:
        return CIVILIANS if finding.event.groups and not _is_of_fighters(finding) else None
    if finding.event.kind is not Kind.ATTACK and not _is_bare(finding):
        return None
    if finding.event.actor is not None and _hits_civilians(finding.event.actor):
        return CIVILIANS
    here = [f for f in around.here if f.target == CIVILIANS or f.event.kind is not Kind.ATTACK] if _are_people(finding) else around.here
    known = _one_target(desk, finding, here) or (_one_target(desk, finding, around.near) if _is_number(finding) else None)
    if known is not None:
        return known
    if finding.event.kind is not Kind.ATTACK or finding.actor is None or _is_for_all(finding, around.here):
        return None
    return desk.participants.rival_of(finding.actor)


def _is_for_all(finding: Finding, here: Sequence[Finding]) -> bool:
    """Tell whether an attack struck what is nobody's, a town, a shelter, "people": it was not on the other side for that."""
    struck = [g for g in finding.event.groups if g.pos_ in {"NOUN", "PROPN"}]
    hurt = [f for f in here if f.event.kind is Kind.CASUALTIES and f.actor == finding.actor and f.target in {None, CIVILIANS}]
    return any(g.lemma_.lower() not in MILITARY for g in struck) or any(_are_people(f) for f in hurt)


def _one_target(desk: Desk, finding: Finding, others: Iterable[Finding]) -> str | None:
    """Give whom the findings beside tell to have suffered by the same side, where it is just one, or the one with the same number."""
    fit = []
    for other in others:
        told = finding.actor is not None and other.actor is not None and desk.participants.same_side(finding.actor, other.actor)
        alike = told or (finding.actor is None and finding.event.kind is not Kind.ATTACK)
        if (
            alike
            and other.event.kind in SUFFERED - {Kind.EQUIPMENT_LOSS, Kind.DISPLACEMENT}
            and other.target is not None
            and not _is_own_victim(desk, other)
        ):
            fit.append(other)
    numbers = {(c.low, c.high) for c in finding.counts}
    same = {f.target for f in fit if numbers & {(c.low, c.high) for c in f.counts}}
    every = {f.target for f in fit}
    return next(iter(same if len(same) == 1 else every)) if len(same) == 1 or len(every) == 1 else None


def _is_number(finding: Finding) -> bool:
    """Tell whether a toll is a number alone, or an attack: "people" are those of the same sentence only."""
    return finding.event.kind is Kind.ATTACK or not _are_people(finding)


def _are_people(finding: Finding) -> bool:
    """Tell whether a toll is of "people", who are nobody's men because the town that was struck is a side's."""
    return any(g.lemma_.lower() in {"people", "person"} for g in finding.event.groups)


def _hits_civilians(attack: Token) -> bool:
    """Tell whether what killed them is an attack on where people live: "a strike on a market killed ten"."""
    return any(n.lemma_.lower() in noun_classes.CIVIL_SITES for n in syntax.prepositions(attack, "on", "at", "against"))


def _is_of_fighters(finding: Finding) -> bool:
    return any(g.lemma_.lower() in noun_classes.COMBATANTS or g.pos_ in {"PROPN", "PRON"} for g in finding.event.groups)


def _is_bare(finding: Finding) -> bool:
    """Tell whether a toll says nothing about who died: a number alone, "the dead", "people"."""
    groups = finding.event.groups
    heads = [*groups, *(n for g in groups for n in syntax.prepositions(g, "of", "from", "among"))]
    nouns = [h for h in heads if h.pos_ not in {"NUM", "PRON"}]
    return all(h.lower_ in event_words.STATES or h.lemma_.lower() in NOBODY_IN_PARTICULAR for h in nouns)


def _actors(desk: Desk, finding: Finding, target: str, around: _Around) -> Iterator[str]:
    """Give who may have done it to a side, the likeliest first."""
    same, own = desk.participants.same_side, _side_of_speaker(finding)
    if finding.event.kind is not Kind.EQUIPMENT_LOSS:
        yield from (f.actor for f in around.here if f.actor is not None and f.event.kind in ATTACKS and not same(f.actor, target))
        yield from (f.target for f in around.here if _is_attack_by(desk, f, target) and f.target is not None and f.target != CIVILIANS)
    yield from (f.actor for f in around.here if f.event.kind is Kind.ACCUSATION and f.actor is not None and _is_said_by_one(f, finding))
    if target == CIVILIANS:
        return
    if not _is_sum(finding):
        yield from (f.actor for f in around.near if _is_against(desk, f, target) and f.actor is not None)
    if finding.event.trigger.lemma_ in DEEDS and own is not None:
        rival = desk.participants.rival_of(own)
        if same(own, target) and rival is not None:
            yield rival
        elif target == rival:
            yield own
    if not _is_sum(finding):
        yield from _only(
            [f.actor for f in around.every if f.actor is not None and f.event.actor is not None and _is_against(desk, f, target)]
        )


def _is_said_by_one(one: Finding, other: Finding) -> bool:
    return one.testimony.speaker is not None and one.testimony.speaker == other.testimony.speaker


def _only(doers: Iterable[str]) -> Iterator[str]:
    """Give the one that all are, nothing where they are several."""
    every = set(doers)
    if len(every) == 1:
        yield from every


def _is_sum(finding: Finding) -> bool:
    """Tell whether losses are those of a whole war, or of things, which are lost in many ways."""
    return finding.event.kind is Kind.EQUIPMENT_LOSS or any(c.scope is not Scope.EVENT for c in finding.counts)


def _is_attack_by(desk: Desk, finding: Finding, side: str) -> bool:
    """Tell whether a finding is an attack by a side: who falls in it fell to whom it attacked."""
    return finding.event.kind is Kind.ATTACK and finding.actor is not None and desk.participants.same_side(finding.actor, side)


def _is_against(desk: Desk, finding: Finding, target: str) -> bool:
    known = finding.actor is not None and finding.event.kind in FIGHTS and not _is_own_victim(desk, finding)
    return known and finding.target is not None and desk.participants.same_side(finding.target, target)
