"""Puts an event together with its speaker, sides, counts, place and date: a claim before its final form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Count, Outcome
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.party import CIVILIANS
from counterclaim.claims.place import Place
from counterclaim.extraction import count as counting
from counterclaim.extraction import count_surface, syntax
from counterclaim.extraction.attributions import Attribution, Span, covers
from counterclaim.extraction.count import Group
from counterclaim.extraction.dates import Calendar
from counterclaim.extraction.draft import Draft, PlaceMention, Sentence
from counterclaim.extraction.event import Event, events
from counterclaim.extraction.noun_classes import LEVELS
from counterclaim.extraction.numbers import Numbers
from counterclaim.extraction.participants import Participants
from counterclaim.extraction.place import Places, named
from counterclaim.extraction.testimony import Testimonies, Testimony

MEANS = frozenset("attack fire firing raid strike airstrike shelling offensive operation ambush bombardment assault bombing shooting gunfire".split())
NAMELESS = frozenset("other more dozen hundred thousand score dead wounded injured killed missing".split())
GOES_ON = frozenset({Kind.CASUALTIES, Kind.ATTACK, Kind.CLASH, Kind.CONTROL, Kind.EQUIPMENT_LOSS, Kind.CAPTURE, Kind.SURRENDER, Kind.DETENTION, Kind.DISPLACEMENT})
CARRIED_DAYS = 3
DEEDS = frozenset("kill wound injure capture destroy seize down shoot eliminate neutralise neutralize slay detain hit take".split())
COUNTED = frozenset({Kind.CASUALTIES, Kind.CAPTURE, Kind.DETENTION, Kind.SURRENDER, Kind.DISPLACEMENT, Kind.EQUIPMENT_LOSS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One event as one asserter tells it."""

    event: Event
    sentence: Sentence
    testimony: Testimony
    actor: str | None = None
    target: str | None = None
    counts: tuple[Count, ...] = ()
    place: Place | None = None
    dates: Dates | None = None
    control: Control | None = None
    negated: bool = False
    stance: Stance = Stance.SAYS
    denies: Finding | None = None
    asserted_at: dt.date | None = None
    evidence: dict[str, Span | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything that a finding is made with, for one report."""

    draft: Draft
    testimonies: Testimonies
    participants: Participants
    numbers: Numbers
    places: Places
    calendar: Calendar
    last_side: dict[tuple[int, int | None, bool], str] = field(default_factory=dict)


def findings(desk: Desk) -> list[Finding]:
    """Give the findings of a report, in the order of the text."""
    out: list[Finding] = []
    for sentence in desk.draft.sentences:
        here = [carried(desk, f, out) for f in merged(list(_in_sentence(desk, sentence)))]
        out += here
        out += denials(desk, sentence, here, out)
    return out


def carried(desk: Desk, finding: Finding, before: Sequence[Finding]) -> Finding:
    """Give a finding the date of the sentence before it in its paragraph, where it goes on about one event and dates nothing itself."""
    if finding.dates is not None or finding.event.kind not in GOES_ON or desk.calendar.dated(finding.sentence):
        return finding
    last = next((f for f in reversed(before) if f.sentence.index < finding.sentence.index and f.dates is not None), None)
    if last is None or last.dates is None or last.sentence.section != finding.sentence.section or finding.sentence.index - last.sentence.index > 1:
        return finding
    near = (last.dates.latest - last.dates.earliest).days < CARRIED_DAYS and last.event.kind in GOES_ON
    return replace(finding, dates=last.dates) if near else finding


def _in_sentence(desk: Desk, sentence: Sentence) -> Iterator[Finding]:
    taken: set[int] = set()
    found = events(sentence.tokens, desk.participants.class_of)
    grouped: list[tuple[Event, list[Group]]] = []
    for event in found:
        event = counting.merged_outcome(event)
        groups = counting.groups(event, desk.numbers, sentence, taken)
        taken |= {g.quantity.start for g in groups if g.quantity is not None}
        grouped.append((event, groups))
    for event in count_surface.events(sentence, desk.numbers, taken, desk.participants.class_of):
        groups = counting.groups(event, desk.numbers, sentence, set())
        taken |= {g.quantity.start for g in groups if g.quantity is not None}
        grouped.append((event, groups))
    for event in counting.tolls(sentence, desk.numbers, taken):
        grouped.append((event, counting.groups(event, desk.numbers, sentence, set())))
    for event, groups in _worth_telling(_without_shells(desk, grouped)):
        yield from _told(desk, sentence, event, groups)


def _without_shells(desk: Desk, grouped: Sequence[tuple[Event, list[Group]]]) -> list[tuple[Event, list[Group]]]:
    """Leave out an accusation whose content tells an event, and "casualties" where the same words tell killed and wounded."""
    told = [e for e, _ in grouped if e.kind is not Kind.ACCUSATION]
    precise = any(e.outcome in {Outcome.KILLED, Outcome.WOUNDED} and any(g.quantity for g in groups) for e, groups in grouped)
    out = []
    for event, groups in grouped:
        if event.kind is Kind.ACCUSATION and any(t.trigger in set(event.trigger.subtree) for t in told):
            continue
        if precise and event.nominal and event.outcome is Outcome.KILLED_OR_WOUNDED and not any(g.quantity for g in groups):
            continue
        out.append((event, groups))
    return out


def _worth_telling(grouped: Sequence[tuple[Event, list[Group]]]) -> list[tuple[Event, list[Group]]]:
    """Leave out what another trigger of the sentence tells already: an attack noun beside its toll, one group dying twice."""
    out: list[tuple[Event, list[Group]]] = []
    seen: set[tuple[int, object]] = set()
    for event, groups in sorted(grouped, key=lambda pair: (pair[0].nominal, pair[0].trigger.i)):
        fresh = [g for g in groups if _told_as(g) not in seen]
        if groups and not fresh and event.outcome is not None:
            continue
        seen |= {_told_as(g) for g in fresh}
        out.append((event, fresh if event.outcome is not None else groups))
    return sorted(out, key=lambda pair: pair[0].trigger.i)


def _told_as(group: Group) -> tuple[int, object]:
    """Give what makes two groups one: the same number with the same outcome; who is captured and jailed is captured once."""
    outcome = Outcome.CAPTURED if group.outcome is Outcome.DETAINED else group.outcome
    return (group.quantity.start if group.quantity else group.head.i, outcome)


def _told(desk: Desk, sentence: Sentence, event: Event, groups: list[Group]) -> Iterator[Finding]:
    """Give the findings of one event: one for each side that suffers, or for each place that changes hands."""
    at = event.trigger.idx
    testimony = desk.testimonies.at(at)
    base = Finding(event=event, sentence=sentence, testimony=testimony, negated=event.negated, stance=testimony.stance)
    if testimony.stance is Stance.DENIES:
        base = replace(base, negated=True)
    base = replace(base, actor=_actor(desk, base), dates=_dates(desk, base), asserted_at=_asserted_at(desk, base))
    made = list(_of_control(desk, base)) if event.kind is Kind.CONTROL else list(_of_groups(desk, base, groups))
    made = [inferred(desk, f) for f in made]
    yield from made
    if testimony.denier is not None:
        for finding in made:
            yield replace(finding, testimony=testimony.denier, stance=Stance.DENIES, negated=True, denies=finding)


def inferred(desk: Desk, finding: Finding) -> Finding:
    """Add the side that the words leave out: who says that it killed the enemy's, or lost its own, says by whom.

    Only for deeds ("killed", "captured", "destroyed"), and only where the speaker is itself a side. An attack on nobody
    named is on the other side of who made it.
    """
    event, speaker = finding.event, finding.testimony.speaker
    side = speaker.party if speaker is not None and speaker.party not in {None, "media", "witness", "civilians", "un", "ngo"} else None
    if event.kind is Kind.ATTACK and finding.target is None and finding.actor is not None:
        return replace(finding, target=desk.participants.rival_of(finding.actor))
    if side is None or finding.actor is not None or finding.target in {None, CIVILIANS} or event.trigger.lemma_ not in DEEDS:
        return finding
    if desk.participants.same_side(side, finding.target or ""):
        return replace(finding, actor=desk.participants.rival_of(side))
    return replace(finding, actor=side) if finding.target == desk.participants.rival_of(side) else finding


def _actor(desk: Desk, base: Finding) -> str | None:
    speaker, trigger = base.testimony.speaker, base.event.trigger
    if base.event.actor is not None:
        return desk.participants.side(base.event.actor, speaker)
    if base.event.outcome is None:
        return None
    means = [t for t in trigger.subtree if t.lemma_.lower() in MEANS and t.pos_ == "NOUN" and t.head.lower_ in {"in", "by", "during"}]
    return next((side for t in means if (side := desk.participants.side(t, speaker)) is not None), None)


def _of_groups(desk: Desk, base: Finding, groups: list[Group]) -> Iterator[Finding]:
    place = _place(desk, base)
    base = replace(base, place=place)
    if not groups:
        yield replace(base, target=_owner(desk, base))
        return
    sides: dict[str | None, list[tuple[Group, Count | None]]] = {}
    for group in groups:
        side = desk.participants.side(group.head, base.testimony.speaker) or _owner(desk, base)
        key = (base.sentence.index, base.testimony.speaker.start if base.testimony.speaker else None, base.event.kind is Kind.EQUIPMENT_LOSS)
        bare = group.quantity is not None and group.quantity.start <= group.head.idx < group.quantity.end
        if side is None and (bare or group.head.pos_ in {"NUM", "PRON"} or group.head.lemma_.lower() in NAMELESS or base.event.kind is Kind.EQUIPMENT_LOSS):
            side = desk.last_side.get(key)
        if side is not None:
            desk.last_side[key] = side
        sides.setdefault(side, []).append((group, counting.count(group, side, _window(desk, base))))
    for side, members in sides.items():
        event = base.event
        if event.kind is Kind.DISPLACEMENT and side not in {None, CIVILIANS}:
            event = replace(event, kind=Kind.MOVEMENT, outcome=None)
        moving = event.kind is Kind.MOVEMENT
        counts = tuple(c for _, c in members if c is not None) if base.event.kind in COUNTED or base.event.outcome is not None else ()
        zero = any(c.high == 0 for c in counts)
        actor, target = (base.actor or side, None) if moving else (base.actor, side)
        yield replace(base, event=event, actor=actor, target=target, counts=() if zero else counts, negated=base.negated or zero)


def _window(desk: Desk, base: Finding) -> str | None:
    """Give the words of the window that an event's counts are over ("since morning", "in the past four days")."""
    trigger = base.event.trigger
    windows = [m for m in desk.draft.dates if m.window and base.sentence.start <= m.start < base.sentence.end]
    own = [m for m in windows if (governor := desk.calendar.governor(m)) is not None and governor in {trigger, *trigger.subtree}]
    nearest = min(own, key=lambda m: abs(m.start - trigger.idx), default=None)
    return desk.draft.report.text[nearest.lead_start : nearest.end] if nearest is not None else None


def _owner(desk: Desk, base: Finding) -> str | None:
    return desk.participants.side(base.event.owner, base.testimony.speaker) if base.event.owner is not None else None


def _of_control(desk: Desk, base: Finding) -> Iterator[Finding]:
    event = base.event
    speaker = base.testimony.speaker
    own = speaker.party if speaker is not None and speaker.party not in {"media", "witness", "civilians", "un", "ngo", None} else None
    party = base.actor
    attacker: str | None = None
    if event.change is Change.REPELLED_ATTACK_ON:
        attacker = desk.participants.side(event.groups[0], speaker) if event.groups else None
        party = party or (own if own != attacker else None) or desk.participants.enemy_of(attacker)
    elif party is None and (event.nominal or syntax.is_passive(event.trigger)):
        party = own
    if party is None or event.change is None:
        return
    control = Control(change=event.change, party=party)
    sites = list(_sites(desk, base))
    for place in sites or [_place(desk, base)]:
        if place is None and event.change in {Change.HOLDS, Change.ENTERED}:
            continue
        target = party if attacker is not None else None
        yield replace(base, actor=attacker, target=target, control=control, place=place)


def _sites(desk: Desk, base: Finding) -> Iterator[Place]:
    """Give the places that a control claim is about, one for each name in its object."""
    for site in base.event.sites:
        mentions = named(site, desk.draft.places)
        if mentions:
            yield from (desk.places.of(m) for m in mentions)
        elif desk.participants.class_of(site) == "place" and (span := syntax.characters(syntax.noun_phrase(site))) is not None:
            yield desk.places.unnamed(site, span)


def _place(desk: Desk, base: Finding) -> Place | None:
    mention = place_mention(desk, base.event.trigger, base.sentence, base.testimony.attribution)
    if mention is not None:
        return desk.places.of(mention)
    site = next((n for n in syntax.prepositions(base.event.trigger, "in", "at") if n.lemma_.lower() in LEVELS and any(c.dep_ in {"det", "poss"} for c in n.children)), None)
    span = syntax.characters(syntax.noun_phrase(site)) if site is not None else None
    return desk.places.unnamed(site, span) if site is not None and span is not None else None


def place_mention(desk: Desk, trigger: Token, sentence: Sentence, attribution: Attribution | None) -> PlaceMention | None:
    """Give the place that an event's clause names: below the trigger, then below the verbs above it, inside the content."""
    here = [m for m in desk.draft.places if sentence.start <= m.start < sentence.end]
    if attribution is not None:
        here = [m for m in here if not (attribution.source and attribution.source[0] <= m.start < attribution.source[1])]
    if not here:
        return None
    below = {t.i for t in trigger.subtree}
    ranked = []
    for n, mention in enumerate(here):
        if mention.head.i in below:
            rank = 0
        else:
            verbs = [t for t in syntax.above(mention.head) if t.pos_ in {"VERB", "AUX"}]
            rank = 1 if verbs and verbs[0] in list(syntax.above(trigger)) else 2
        inside = attribution is None or covers(attribution.content, mention.start)
        if rank < 2 or (len(here) == 1 and inside):  # noqa: PLR2004
            ranked.append((rank, not inside, abs(mention.start - trigger.idx), n))
    return here[min(ranked)[-1]] if ranked else None


def _dates(desk: Desk, base: Finding) -> Dates | None:
    cues = [a for a in desk.draft.attributions if base.sentence.start <= a.cue[0] < base.sentence.end]
    attribution = base.testimony.attribution
    mention = desk.calendar.of_event(base.event.trigger, base.sentence, cues, None if attribution is None or attribution.rule == "heading" else None)
    if mention is None and (base.event.kind is Kind.CLASH or (base.event.change is Change.HOLDS)):
        mention = next((m for m in desk.calendar.dated(base.sentence) if desk.calendar.is_of_statement(m, cues)), None)
    return desk.calendar.dates(mention) if mention is not None else None


def _asserted_at(desk: Desk, base: Finding) -> dt.date | None:
    """Give the day on which a statement was made, where the words beside its cue tell just one."""
    own = base.testimony.attribution
    said = [m for m in desk.calendar.dated(base.sentence) if own is not None and desk.calendar.is_of_statement(m, [own])]
    days = [desk.calendar.dates(m) for m in said]
    return days[0].earliest if len(days) == 1 and days[0].earliest == days[0].latest else None


def merged(found: list[Finding]) -> list[Finding]:
    """Give findings in which those that tell one thing of one side are one: "700 were killed and 600 captured"."""
    out: list[Finding] = []
    for finding in found:
        twin = next((i for i, f in enumerate(out) if _one(f, finding)), None)
        if twin is None:
            out.append(finding)
        else:
            first = out[twin]
            counts = first.counts + tuple(c for c in finding.counts if (c.start, c.outcome) not in {(x.start, x.outcome) for x in first.counts})
            out[twin] = replace(first, counts=counts, actor=first.actor or finding.actor, place=first.place or finding.place, dates=first.dates or finding.dates)
    return out


TOLL_KINDS = frozenset({Kind.CASUALTIES, Kind.CAPTURE})


def _one(a: Finding, b: Finding) -> bool:
    kinds = a.event.kind is b.event.kind or {a.event.kind, b.event.kind} <= TOLL_KINDS
    if not kinds or a.control != b.control or a.negated != b.negated or a.stance is not b.stance:
        return False
    places = a.place is None or b.place is None or a.place.text == b.place.text
    speakers = a.testimony.attribution is b.testimony.attribution or a.testimony.speaker == b.testimony.speaker
    return speakers and a.target == b.target and places


def denials(desk: Desk, sentence: Sentence, here: Sequence[Finding], before: Sequence[Finding]) -> Iterator[Finding]:
    """Give the denials whose words tell no event of their own: "Pakistan denies this", "called the claim false"."""
    for attribution in desk.draft.attributions:
        if attribution.stance is not Stance.DENIES or not sentence.start <= attribution.cue[0] < sentence.end:
            continue
        if any(f.stance is Stance.DENIES for f in here) or desk.testimonies.speaker(attribution) is None:
            continue
        testimony = desk.testimonies.of(attribution)
        denied = _antecedent(testimony, sentence, before)
        if denied is not None:
            event = replace(denied.event, negated=True)
            yield replace(denied, event=event, sentence=sentence, testimony=testimony, counts=(), place=None, stance=Stance.DENIES, negated=True, denies=denied)


def _antecedent(testimony: Testimony, sentence: Sentence, before: Sequence[Finding]) -> Finding | None:
    """Give the last claim of somebody else's in this sentence or the four before it."""
    side = testimony.speaker.party if testimony.speaker else None
    near = [f for f in before if f.sentence.index >= sentence.index - 4 and f.stance is not Stance.DENIES]
    others = [f for f in near if f.testimony.speaker is not None and f.testimony.speaker.party != side] or [f for f in near if f.testimony.speaker is None]
    if not others:
        return None
    last = [f for f in others if f.sentence.index == others[-1].sentence.index]
    return next((f for f in reversed(last) if f.counts), last[-1])
