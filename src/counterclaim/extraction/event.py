"""Finds what is said to have happened: each trigger word with who did it, to whom or what, negated or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind, Modality
from counterclaim.extraction import event_control, event_harm, event_nouns, event_passing, event_phrases, event_verbs, syntax
from counterclaim.extraction.event_words import VERBS
from counterclaim.extraction.events import ClassOf, Event, coloured
from counterclaim.extraction.word_lists import words

# What became of people where the verb tells what became of things, and the other way round.
OF_PEOPLE = {
    Outcome.DESTROYED: (Kind.CASUALTIES, Outcome.KILLED),
    Outcome.LOST: (Kind.CASUALTIES, Outcome.KILLED),
    Outcome.CAPTURED: (Kind.CAPTURE, Outcome.CAPTURED),
}
OF_THINGS = {
    Outcome.KILLED: (Kind.EQUIPMENT_LOSS, Outcome.LOST),
    Outcome.CAPTURED: (Kind.EQUIPMENT_LOSS, Outcome.CAPTURED),
}


TIDINGS = words("report word news sign evidence indication hint")


def events(tokens: Sequence[Token], class_of: ClassOf, *, passing: bool = False) -> list[Event]:
    """Give the events of a sentence in the order of their triggers; hypothetical ones and questions of how many are left out.

    With `passing`, also what nouns only mention in passing.
    """
    read = (
        _of_verb,
        event_nouns.of_state,
        *event_harm.NOUNS,
        event_nouns.of_noun,
        event_control.of_claimed,
        event_control.of_state,
    )
    whole = (e for token in tokens for of in read if (e := of(token, class_of)) is not None)
    found = [coloured(e) for event in whole for e in parted(_without_others(event), class_of)]
    told = [e for e in found if e.modality is not Modality.HYPOTHETICAL and not _asks_how_many(e) and not _is_unreported(e)]
    return _with_mentioned(tokens, class_of, told) if passing else told


def _without_others(event: Event) -> Event:
    """Leave out of an event whom a participle of their own tells of: "Mayor *killed*, four guards wounded"."""
    at, first = event.trigger.i, min((g.i for g in event.groups), default=event.trigger.i)
    others = {
        g for g in event.groups if first < at < g.i and any(c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in VERBS for c in g.children)
    }
    return replace(event, groups=tuple(g for g in event.groups if g not in others)) if others else event


def _with_mentioned(tokens: Iterable[Token], class_of: ClassOf, told: Iterable[Event]) -> list[Event]:
    """Add what is only mentioned; a noun that tells nobody ("losses") says more as a mention where that names one."""
    known = {e.trigger.i: e for e in told}
    mentioned = (e for t in tokens if (e := event_passing.of_word(t, class_of)) is not None)
    more = {e.trigger.i: e for e in mentioned if e.trigger.i not in known or set(known[e.trigger.i].groups) <= {e.trigger}}
    return [{**known, **more}[at] for at in sorted({**known, **more})]


def parted(event: Event, class_of: ClassOf) -> Iterator[Event]:
    """Give an event of people and one of things where its groups are both: "lost 50 fighters and 3 tanks"."""
    things = {g for g in event.groups if class_of(g) == "thing"}
    people = {g for g in event.groups if class_of(g) == "person"}
    strange = {Kind.EQUIPMENT_LOSS: people, Kind.CASUALTIES: things, Kind.CAPTURE: things}.get(event.kind, set())
    own = tuple(g for g in event.groups if g not in strange)
    if own or not strange:
        yield replace(event, groups=own)
    twin = (OF_PEOPLE if event.kind is Kind.EQUIPMENT_LOSS else OF_THINGS).get(event.outcome) if event.outcome is not None else None
    if strange and twin is not None:
        yield replace(event, kind=twin[0], outcome=twin[1], groups=tuple(g for g in event.groups if g in strange))


def _of_verb(verb: Token, class_of: ClassOf) -> Event | None:
    if (verb.pos_ not in syntax.VERBAL and not verb.tag_.startswith("VB")) or (verb.tag_ == "VBG" and verb.dep_ == "amod"):
        return None
    return event_phrases.of_verb(verb, class_of) or event_verbs.of_verb(verb, class_of)


def _is_unreported(event: Event) -> bool:
    """Tell whether there is no word of it: "there were no immediate reports of casualties" tells neither some nor none."""
    above = event.trigger.head.head if event.trigger.dep_ == "pobj" and event.trigger.head.lower_ == "of" else None
    return above is not None and above.lemma_.lower() in TIDINGS and any(c.lower_ == "no" for c in above.children)


def _asks_how_many(event: Event) -> bool:
    return any(t.lower_ == "how" for group in event.groups for t in syntax.noun_phrase(group))
