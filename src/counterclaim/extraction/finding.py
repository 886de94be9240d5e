"""Puts events together with their speakers, sides, counts, places and dates: claims before their final form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind
from counterclaim.extraction import count as counting
from counterclaim.extraction import count_surface
from counterclaim.extraction.count import Group
from counterclaim.extraction.denial import denials, denied
from counterclaim.extraction.draft import Sentence
from counterclaim.extraction.event import events
from counterclaim.extraction.events import Event
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.scene import carried
from counterclaim.extraction.sides import completed
from counterclaim.extraction.telling import told
from counterclaim.extraction.where import shared

TOLL_KINDS = frozenset({Kind.CASUALTIES, Kind.CAPTURE})

Counted = tuple[Event, list[Group]]


def findings(desk: Desk) -> list[Finding]:
    """Give the findings of a report, in the order of the text."""
    out: list[Finding] = []
    for sentence in desk.draft.sentences:
        told_here = [carried(desk, f, out) for f in shared(merged(_unpresupposed(list(_in_sentence(desk, sentence)))))]
        here = [*told_here, *(denial for f in told_here for denial in denied(f))]
        out += here
        out += denials(desk, sentence, here, out)
    return completed(desk, out)


def _unpresupposed(found: list[Finding]) -> list[Finding]:
    """Leave out what a denial takes for granted: who denies "that shelling killed anybody" denies the killing."""
    triggers = {t.i for f in found for t in (f.event.trigger, *(e.trigger for e in f.also))}

    def granted(finding: Finding) -> bool:
        trigger = finding.event.trigger
        first = trigger.dep_ in {"nsubj", "csubj"} or (trigger.dep_ == "advcl" and trigger.tag_ == "VBG" and trigger.i < trigger.head.i)
        does = first and not triggers.isdisjoint({t.i for t in (trigger.head, *trigger.head.conjuncts)})
        return does and finding.event.kind is Kind.ATTACK and finding.stance is Stance.DENIES

    return [f for f in found if not granted(f)]


def _in_sentence(desk: Desk, sentence: Sentence) -> Iterator[Finding]:
    for event, groups in _told_once(_without_shells(_counted(desk, sentence))):
        yield from told(desk, sentence, event, groups)


def _counted(desk: Desk, sentence: Sentence) -> list[Counted]:
    """Give the events of a sentence with their groups; no number is counted twice."""
    taken: set[int] = set()
    out: list[Counted] = []
    for event in map(counting.merged_outcome, events(sentence.tokens, desk.participants.class_of, passing=desk.passing)):
        out.append((event, counting.groups(event, desk.numbers, sentence, taken)))
        taken |= {g.quantity.start for g in out[-1][1] if g.quantity is not None}
    for find in (counting.risen_tolls, partial(count_surface.events, class_of=desk.participants.class_of), counting.given_tolls):
        out += [(event, counting.groups(event, desk.numbers, sentence, set())) for event in find(sentence, desk.numbers, taken)]
        taken |= {g.quantity.start for _, groups in out for g in groups if g.quantity is not None}
    return out


def _without_shells(grouped: Sequence[Counted]) -> Iterator[Counted]:
    """Leave out an accusation whose content tells an event, and "casualties" where the same words tell killed and wounded."""
    told_of = [e.trigger for e, _ in grouped if e.kind is not Kind.ACCUSATION]
    precise = any(e.outcome in {Outcome.KILLED, Outcome.WOUNDED} and _has_number(groups) for e, groups in grouped)
    for event, groups in grouped:
        accuses = event.kind is Kind.ACCUSATION and not set(event.trigger.subtree).isdisjoint(told_of)
        summary = event.nominal and event.outcome is Outcome.KILLED_OR_WOUNDED and not _has_number(groups)
        if not accuses and not (precise and summary):
            yield event, groups


def _has_number(groups: Sequence[Group]) -> bool:
    return any(g.quantity is not None for g in groups)


def _told_once(grouped: Iterator[Counted]) -> list[Counted]:
    """Leave out what another trigger of the sentence tells already: an attack noun beside its toll, one group dying twice."""
    out: list[Counted] = []
    seen: set[tuple[int, Outcome | None]] = set()
    for event, groups in sorted(grouped, key=lambda pair: (pair[0].nominal, pair[0].trigger.i)):
        fresh = [g for g in groups if _told_as(g) not in seen]
        if groups and not fresh and event.outcome is not None:
            continue
        seen |= {_told_as(g) for g in fresh}
        out.append((event, fresh if event.outcome is not None else groups))
    return sorted(out, key=lambda pair: pair[0].trigger.i)


def _told_as(group: Group) -> tuple[int, Outcome | None]:
    """Give what makes two groups one: the same number with the same outcome; who is captured and jailed is captured once."""
    outcome = Outcome.CAPTURED if group.outcome is Outcome.DETAINED else group.outcome
    return (group.quantity.start if group.quantity else group.head.i, outcome)


def merged(found: Sequence[Finding]) -> list[Finding]:
    """Give findings in which those that tell one thing of one side are one: "700 were killed and 600 captured"."""
    out: list[Finding] = []
    for finding in found:
        twin = next((i for i, f in enumerate(out) if _is_one(f, finding)), None)
        if twin is None:
            out.append(finding)
        else:
            out[twin] = _with(out[twin], finding)
    return out


def _with(first: Finding, second: Finding) -> Finding:
    known = {(c.start, c.outcome) for c in first.counts}
    return replace(
        first,
        counts=first.counts + tuple(c for c in second.counts if (c.start, c.outcome) not in known),
        actor=first.actor or second.actor,
        place=first.place or second.place,
        dates=first.dates or second.dates,
        also=(*first.also, second.event, *second.also),
    )


def _is_one(a: Finding, b: Finding) -> bool:
    tolls = bool(a.counts) and bool(b.counts) and {a.event.kind, b.event.kind} <= TOLL_KINDS
    kinds = a.event.kind is b.event.kind or tolls
    told_alike = a.control == b.control and a.negated == b.negated and a.stance is b.stance and a.target == b.target
    places = a.place is None or b.place is None or a.place.text == b.place.text
    speakers = a.testimony.attribution is b.testimony.attribution or a.testimony.speaker == b.testimony.speaker
    return kinds and told_alike and places and speakers
