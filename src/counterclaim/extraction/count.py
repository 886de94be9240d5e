"""Gives an event's groups their numbers, and finds tolls that no verb of dying tells ("put the dead at 15")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from counterclaim.claims.count import Count, Outcome, Quantity, Scope, Unit
from counterclaim.claims.event import Kind
from counterclaim.extraction import event_words, noun_classes, syntax
from counterclaim.extraction.draft import Sentence
from counterclaim.extraction.event import Event
from counterclaim.extraction.numbers import Numbers

TOLL_VERBS = frozenset("put give bring take raise set number total reach rise exceed stand be climb estimate revise stand place count show have say".split())
TOLL_NOUNS = frozenset("toll number figure count tally total estimate".split())
OUTCOMES: dict[str, Outcome] = {
    **event_words.STATES,
    **dict.fromkeys("death deaths fatality fatalities killing killings".split(), Outcome.KILLED),
    **dict.fromkeys("injury injuries".split(), Outcome.WOUNDED),
    **dict.fromkeys("casualty casualties loss losses".split(), Outcome.KILLED_OR_WOUNDED),
    **dict.fromkeys("prisoner prisoners captive captives hostages hostage".split(), Outcome.CAPTURED),
}
UNITS = {Kind.EQUIPMENT_LOSS: Unit.THINGS}
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
TO_DATE = re.compile(r"\b(?:so far|to date|up to now|until now|till now|as of|altogether|in all|in total|total)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Who or what is counted: the head token, its quantity if the text gives one, and what became of it."""

    head: Token
    quantity: Quantity | None
    outcome: Outcome | None
    event: Event


def groups(event: Event, numbers: Numbers, sentence: Sentence, taken: set[int]) -> list[Group]:
    """Give the groups of an event, each with its quantity; where the parse gives none, the number just before the trigger."""
    heads = list(event.groups)
    if not heads and event.outcome is not None and not event.nominal:
        number = _number_before(event.trigger, numbers, sentence, taken)
        heads = [number] if number is not None else []
    return [Group(head=h, quantity=numbers.of(h) if h != event.trigger or event.nominal else _state_number(h, numbers), outcome=event.outcome, event=event) for h in heads]


def _state_number(state: Token, numbers: Numbers) -> Quantity | None:
    """Give the number of "63 dead", "another 12 wounded"."""
    return numbers.of(state) or next((q for c in state.children if (q := numbers.at(c)) is not None), None)


def _number_before(trigger: Token, numbers: Numbers, sentence: Sentence, taken: set[int]) -> Token | None:
    """Give the head of the counted phrase that stands just before a trigger, as in headings and in "…, 600 captured"."""
    for token in reversed([t for t in sentence.tokens if trigger.i - 10 <= t.i < trigger.i]):
        if token.lower_ in event_words.STATES or token.lemma_ in event_words.VERBS or token.text in {";", ":", "."}:
            return None
        quantity = numbers.at(token)
        if quantity is not None:
            return None if quantity.start in taken else (token.head if token.dep_ == "nummod" and token.head.i < trigger.i else token)
    return None


def tolls(sentence: Sentence, numbers: Numbers, taken: set[int]) -> list[Event]:
    """Find "put the number of dead at 15", "losses exceeded 270", "gave a figure of 15", where no trigger has the number."""
    found = []
    for token in sentence.tokens:
        quantity = numbers.at(token)
        if quantity is None or quantity.start in taken or numbers.at(token.doc[token.i - 1]) is quantity and token.i > 0:
            continue
        verb = next((t for t in syntax.above(token) if t.pos_ in {"VERB", "AUX"}), None)
        if verb is None or verb.lemma_ not in TOLL_VERBS:
            continue
        outcome = _toll_outcome(verb, sentence)
        if outcome is None:
            continue
        head = token.head if token.dep_ == "nummod" else token
        if head.lemma_.lower() in noun_classes.PERSONS or head.pos_ == "NUM" or head == token or head.lower_ in OUTCOMES:
            taken.add(quantity.start)
            found.append(Event(trigger=verb, kind=Kind.CASUALTIES, outcome=outcome, groups=(head,), owner=_toll_owner(verb), nominal=True))
    return found


def _toll_outcome(verb: Token, sentence: Sentence) -> Outcome | None:
    """Give the one outcome that the words around a toll verb name; a bare "toll" is of deaths."""
    near = list(verb.subtree)
    for words in (near, list(sentence.tokens)):
        named = {OUTCOMES[t.lower_] for t in words if t.lower_ in OUTCOMES}
        if len(named) == 1:
            return named.pop()
        if named:
            return None
        if any(t.lower_ in {"toll", "body"} for t in words):
            return Outcome.KILLED
    return None


def _toll_owner(verb: Token) -> Token | None:
    for token in verb.subtree:
        if token.lower_ in OUTCOMES or token.lemma_ in TOLL_NOUNS:
            owner = syntax.child(token, "poss") or next(syntax.prepositions(token, "of", "among"), None)
            if owner is not None and owner.lower_ not in OUTCOMES:
                return owner
    return None


def count(group: Group, party: str | None, window: str | None) -> Count | None:
    """Give the count of a group; None where the text gives no number for it."""
    quantity, outcome = group.quantity, group.outcome
    if quantity is None or outcome is None:
        return None
    unit = UNITS.get(group.event.kind, Unit.PERSONS)
    words = [t for t in syntax.noun_phrase(group.head) if not quantity.start <= t.idx < quantity.end and not t.is_punct]
    scope = _scope(window) if window else Scope.EVENT
    return Count(
        outcome=outcome, unit=unit, low=quantity.low, high=quantity.high, best=quantity.best, operator=quantity.operator, of=" ".join(t.text for t in words) or None,
        party=party, text=quantity.text, scope=scope, window=window, revises=quantity.text if quantity.revision else None,
        rule=quantity.rule, start=quantity.start, end=quantity.end,
    )  # fmt: skip


def _scope(window: str) -> Scope:
    if SINCE.search(window):
        return Scope.SINCE
    return Scope.TO_DATE if TO_DATE.search(window) else Scope.LAST_DAYS


def merged_outcome(event: Event) -> Event:
    """Read "killed or wounded", "killed, injured or captured" as the one outcome that it is."""
    joined = _joined(event.trigger)
    if len(joined) > 1 and any(c.lower_ in {"or", "and/or"} for t in [event.trigger, *event.trigger.conjuncts] for c in t.children):
        both = {Outcome.KILLED, Outcome.WOUNDED}
        outcome = Outcome.KILLED_WOUNDED_OR_CAPTURED if joined - both else Outcome.KILLED_OR_WOUNDED
        return replace(event, outcome=outcome, kind=Kind.CASUALTIES)
    return event


def _joined(trigger: Token) -> set[Outcome]:
    words: Iterable[Token] = [trigger, *trigger.conjuncts]
    return {o for t in words if (o := event_words.STATES.get(t.lower_) or _verb_outcome(t)) is not None and o in
            {Outcome.KILLED, Outcome.WOUNDED, Outcome.CAPTURED, Outcome.DETAINED, Outcome.MISSING}}  # fmt: skip


def _verb_outcome(token: Token) -> Outcome | None:
    senses = event_words.VERBS.get(token.lemma_.lower(), ())
    return next((s.outcome for s in senses if s.outcome is not None), None)
