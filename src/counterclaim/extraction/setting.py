"""Where and when: the places and dates that an event's clause names, and the window that its counts are over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Kind
from counterclaim.claims.place import Place
from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.attributions import Attribution, covers
from counterclaim.extraction.draft import PlaceMention, Sentence
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.place import named
from counterclaim.extraction.word_lists import words

BEGIN = words("begin start erupt break flare resume")
SPOKEN = frozenset({Kind.TALKS, Kind.AGREEMENT, Kind.CEASEFIRE, Kind.ACCUSATION})


def place(desk: Desk, base: Finding) -> Place | None:
    """Give the place of an event: the name that its clause has, else words such as "in the village"."""
    mention = place_mention(desk, base.event.trigger, base.sentence, base.testimony.attribution)
    if mention is not None:
        return desk.places.of(mention)
    near = (n for n in syntax.prepositions(base.event.trigger, "in", "at") if n.lemma_.lower() in noun_classes.LEVELS)
    site = next((n for n in near if syntax.child(n, "det", "poss") is not None), None)
    return _unnamed(desk, site) if site is not None else None


def place_mention(desk: Desk, trigger: Token, sentence: Sentence, attribution: Attribution | None) -> PlaceMention | None:
    """Give the place that an event's clause names: below the trigger, then below the verbs above it, inside the content."""
    source = attribution.source if attribution is not None else None
    here = [m for m in desk.draft.places if sentence.start <= m.start < sentence.end and not (source and covers([source], m.start))]
    below, over = {t.i for t in trigger.subtree}, {t.i for t in syntax.above(trigger)}
    ranked = []
    for n, mention in enumerate(here):
        verb = syntax.verb_above(mention.head)
        shared = verb is not None and verb.i in over
        inside = attribution is None or covers(attribution.content, mention.start)
        near = mention.head.i in below
        if near or shared or (len(here) == 1 and inside):
            ranked.append((not near, not near and not shared, not inside, abs(mention.start - trigger.idx), n))
    return here[min(ranked)[-1]] if ranked else None


def sites(desk: Desk, base: Finding) -> Iterator[Place]:
    """Give the places that a control claim is about, one for each name in its object."""
    for site in base.event.sites:
        mentions = named(site, desk.draft.places)
        if mentions:
            yield from (desk.places.of(m) for m in mentions)
        elif (larger := _larger(desk, site)) is not None:
            yield larger
        elif _can_be_held(desk, site) and (unnamed := _unnamed(desk, site)) is not None:
            yield unnamed


def _can_be_held(desk: Desk, site: Token) -> bool:
    return desk.participants.class_of(site) == "place" or site.lemma_.lower() in noun_classes.BUILDINGS


def _larger(desk: Desk, site: Token) -> Place | None:
    """Give the named place that sites without a name lie in: "three key areas of Panjshir", "positions throughout the valley"."""
    if site.tag_ != "NNS":
        return None
    near = [*syntax.prepositions(site, "of", "in", "throughout", "across", "around", "along")]
    mentions = [m for n in (*near, *syntax.prepositions(site.head, "throughout", "across")) for m in named(n, desk.draft.places)]
    return desk.places.of(mentions[0]) if mentions else None


def _unnamed(desk: Desk, site: Token) -> Place | None:
    span = syntax.characters(syntax.noun_phrase(site))
    return desk.places.unnamed(site, span) if span is not None else None


def dates(desk: Desk, base: Finding) -> Dates | None:
    """Give the dates of an event: those of its clause, or of the statement that it goes on at the time of, or that it is."""
    cues = [a for a in desk.draft.attributions if base.sentence.start <= a.cue[0] < base.sentence.end]
    mention = desk.calendar.of_event(base.event.trigger, base.sentence, cues)
    if mention is not None:
        return desk.calendar.dates_at(mention, base.event.trigger)
    if not (_goes_on(base) or _is_statement(base, cues)):
        return None
    mention = next((m for m in desk.calendar.dated(base.sentence) if desk.calendar.is_of_statement(m, cues)), None)
    return desk.calendar.dates(mention) if mention is not None else None


def _goes_on(base: Finding) -> bool:
    """Tell whether an event is fighting or holding that lasts while a statement tells of it."""
    verb = syntax.verb_above(base.event.trigger)
    begins = verb is not None and verb.lemma_ in BEGIN
    return (base.event.kind is Kind.CLASH and not begins) or base.event.change is Change.HOLDS


def _is_statement(base: Finding, cues: Sequence[Attribution]) -> bool:
    """Tell whether saying it is the event: "declared a ceasefire", "accused Y of shelling X"."""
    trigger = base.event.trigger
    return base.event.kind in SPOKEN and any(a.cue[0] <= t.idx < a.cue[1] for a in cues for t in (trigger, trigger.head))


def asserted_at(desk: Desk, base: Finding) -> dt.date | None:
    """Give the day on which a statement was made, where the words beside its cue tell just one."""
    own = base.testimony.attribution
    said = [m for m in desk.calendar.dated(base.sentence) if own is not None and desk.calendar.is_of_statement(m, [own])]
    days = [desk.calendar.dates(m) for m in said]
    return days[0].earliest if len(days) == 1 and days[0].earliest == days[0].latest else None


def window(desk: Desk, base: Finding) -> str | None:
    """Give the words of the window that an event's counts are over ("since morning", "in the past four days")."""
    trigger = base.event.trigger
    clause = set(trigger.subtree)
    windows = [m for m in desk.draft.dates if m.window and base.sentence.start <= m.start < base.sentence.end]
    own = [m for m in windows if desk.calendar.governor(m) in clause]
    nearest = min(own, key=lambda m: abs(m.start - trigger.idx), default=None)
    return desk.draft.report.text[nearest.lead_start : nearest.end] if nearest is not None else None
