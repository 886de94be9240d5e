"""Gives an event's groups their numbers, and finds tolls that no verb of dying tells ("put the dead at 15")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from counterclaim.claims.count import Count, Outcome, Quantity, Scope, Unit
from counterclaim.claims.event import Kind, Modality
from counterclaim.extraction import event_words, noun_classes, syntax
from counterclaim.extraction.draft import Sentence
from counterclaim.extraction.events import Event, modality_of
from counterclaim.extraction.numbers import Numbers
from counterclaim.extraction.word_lists import words

RISES = words("reach rise exceed climb jump soar grow increase stand")  # what a toll does by itself
TOLL_VERBS = RISES | words("put give bring take raise set number total be estimate revise place count show have say")
TOLL_NOUNS = words("toll number figure count tally total estimate")
OUTCOMES: dict[str, Outcome] = {
    **event_words.STATES,
    **dict.fromkeys(words("death deaths fatality fatalities killing killings"), Outcome.KILLED),
    **dict.fromkeys(words("injury injuries"), Outcome.WOUNDED),
    **dict.fromkeys(words("casualty casualties loss losses"), Outcome.KILLED_OR_WOUNDED),
    **dict.fromkeys(words("prisoner prisoners captive captives hostages hostage"), Outcome.CAPTURED),
}
MANY_DEATHS = words("massacre slaughter bloodbath carnage toll")  # "a massacre" is not one dead
LISTED = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.CAPTURED, Outcome.DETAINED, Outcome.MISSING})
OR = frozenset({"or", "and/or"})
REACH = 10  # tokens
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
    """Give the groups of an event, each with its quantity; where the parse gives no group, the number just before the trigger."""
    heads = list(event.groups)
    if not heads and event.outcome is not None and not event.nominal:
        number = _number_before(event.trigger, numbers, sentence, taken)
        heads = [number] if number is not None else []
    if event.trigger.dep_ == "conj" and heads and all((q := _quantity(h, event, numbers)) is not None and q.start in taken for h in heads):
        own = _number_before(event.trigger, numbers, sentence, taken)
        heads = [own] if own is not None and own.i > event.trigger.head.i else heads
    found = [Group(head=head, quantity=_quantity(head, event, numbers), outcome=event.outcome, event=event) for head in heads]
    return [g for n, g in enumerate(found) if g.quantity is None or all(g.quantity != other.quantity for other in found[:n])]


def _quantity(head: Token, event: Event, numbers: Numbers) -> Quantity | None:
    """Give the number of a group; a state that is its own group is counted by the words on it: "63 dead", "another 12 wounded"."""
    if event.nominal and head == event.trigger and head.lemma_.lower() in MANY_DEATHS:
        return None
    clause = event.trigger.dep_ in {"acl", "relcl"} and event.trigger.head == head
    whole = next((q for c in head.children if c.dep_ == "nummod" and (q := numbers.at(c)) is not None), None) if clause else None
    part = clause and head.dep_ == "pobj" and head.head.lower_ == "of" and numbers.at(head.head.head) is not None
    own = whole if whole is not None or part else numbers.of(head)  # "two of the *eight* rebels killed"
    if own is not None or event.nominal or head != event.trigger:
        return own
    return next((q for c in head.children if (q := numbers.at(c)) is not None), None)


def _number_before(trigger: Token, numbers: Numbers, sentence: Sentence, taken: set[int]) -> Token | None:
    """Give the head of the counted phrase that stands just before a trigger, as in headings and in "…, 600 captured"."""
    for token in reversed([t for t in sentence.tokens if trigger.i - REACH <= t.i < trigger.i]):
        if token.lower_ in event_words.STATES or token.lemma_ in event_words.VERBS or token.text in {";", ":", "."}:
            return None
        quantity = numbers.at(token)
        if quantity is not None:
            head = token.head if token.dep_ == "nummod" and token.head.i < trigger.i else token
            return head if quantity.start not in taken else None
    return None


def risen_tolls(sentence: Sentence, numbers: Numbers, taken: set[int]) -> list[Event]:
    """Find "the death toll rose to 15", "losses exceeded 270", where no trigger has the number."""
    return [event for event in _tolls(sentence, numbers, taken) if event.trigger.lemma_ in RISES]


def given_tolls(sentence: Sentence, numbers: Numbers, taken: set[int]) -> list[Event]:
    """Find "put the number of dead at 15", "gave a figure of 15", where no trigger has the number."""
    return [event for event in _tolls(sentence, numbers, taken) if event.trigger.lemma_ not in RISES]


def _tolls(sentence: Sentence, numbers: Numbers, taken: set[int]) -> Iterator[Event]:
    free = (tokens[0] for quantity, tokens in numbers.runs(sentence.tokens) if quantity.start not in taken)
    yield from (event for number in free if (event := _toll(number, sentence)) is not None)


def _toll(number: Token, sentence: Sentence) -> Event | None:
    verb = syntax.verb_above(number) or _heading_verb(number)
    if verb is None or _is_former(number) or verb.lemma_ not in TOLL_VERBS or (verb.lemma_ == "say" and number.dep_ in syntax.SUBJECTS):
        return None
    head = number.head if number.dep_ == "nummod" else number
    outcome = _toll_outcome(verb, sentence)
    people = head == number or head.pos_ == "NUM" or head.lemma_.lower() in noun_classes.PERSONS or head.lower_ in OUTCOMES
    if outcome is None or not people:
        return None
    return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=outcome, groups=(head,), owner=_toll_owner(verb), nominal=True)


def _is_former(number: Token) -> bool:
    """Tell whether a number is what another one was before: "rose from *12* to 15"."""
    later = number.head if number.dep_ == "quantmod" else number
    begins = later.dep_ == "pobj" and later.head.lower_ == "from"
    return begins and (number != later or not any(c.lower_ == "to" for c in number.children))


def _heading_verb(number: Token) -> Token | None:
    """Give the verb of "Death toll *climbs* to 20", which the parser took for a noun."""
    verb = number.head.head
    return verb if number.dep_ == "pobj" and number.head.lower_ in {"to", "past", "above"} and verb.lemma_ in RISES else None


def _toll_outcome(verb: Token, sentence: Sentence) -> Outcome | None:
    """Give the one outcome that the words around a toll verb name; a bare "toll" is of deaths."""
    nouns = [t for t in verb.subtree if t.lemma_ in TOLL_NOUNS]
    told = bool(nouns)
    for noun in nouns:  # "the *death toll* rose to 12 and 30 were wounded"
        own = {OUTCOMES[t.lower_] for t in syntax.noun_phrase(noun) if t.lower_ in OUTCOMES}
        if len(own) == 1 or (noun.lemma_.lower() == "toll" and verb.lemma_ in RISES):
            return own.pop() if len(own) == 1 else Outcome.KILLED
    clause = list(verb.subtree) if told else _own_words(verb)
    for tokens in (clause, *([sentence.tokens] if told else [])):
        named = {OUTCOMES[t.lower_] for t in tokens if t.lower_ in OUTCOMES and not _is_thought(t)}
        if named:
            return named.pop() if len(named) == 1 else None
        if any(t.lower_ in {"toll", "body"} for t in tokens):
            return Outcome.KILLED
    if told and any(t.lemma_ in {"die", "kill"} or t.lower_ == "lives" for t in sentence.tokens):
        return Outcome.KILLED
    return None


def _own_words(verb: Token) -> list[Token]:
    """Give the words of a verb that stand in no clause below it: "three children were at home when a shell hit, *killing* their father"."""
    return [t for t in verb.subtree if verb in {syntax.verb_above(t), syntax.verb_above(t.head) if t.dep_ == "acl" else None}]


def _is_thought(word: Token) -> bool:
    return word.pos_ == "VERB" and modality_of(word) is Modality.HYPOTHETICAL


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
    return Count(
        outcome=outcome,
        unit=Unit.THINGS if group.event.kind is Kind.EQUIPMENT_LOSS else Unit.PERSONS,
        low=quantity.low,
        high=quantity.high,
        best=quantity.best,
        operator=quantity.operator,
        of=_counted(group.head, quantity),
        party=party,
        text=quantity.text,
        scope=_scope(window) if window else Scope.EVENT,
        window=window,
        revises=quantity.text if quantity.revision else None,
        rule=quantity.rule,
        start=quantity.start,
        end=quantity.end,
    )


def _counted(head: Token, quantity: Quantity) -> str | None:
    """Give the words for who or what is counted: "Kenyan soldiers" of "20 Kenyan soldiers killed in Lamu", none of "five dead"."""
    if head.lower_ in event_words.STATES:
        return None
    phrase = syntax.named_alone(head)
    kept = [t.text for t in phrase if not quantity.start <= t.idx < quantity.end and not (t.is_punct or t.is_space)]
    named = bool(kept) and any(word.lower() not in event_words.STATES for word in kept)
    return " ".join(kept).removeprefix("of ") if named else None


def _scope(window: str) -> Scope:
    if SINCE.search(window):
        return Scope.SINCE
    return Scope.TO_DATE if TO_DATE.search(window) else Scope.LAST_DAYS


def merged_outcome(event: Event) -> Event:
    """Read "killed or wounded", "killed, injured or captured" as the one outcome that it is."""
    run = _run(event.trigger)
    listed = [event.trigger, *event.trigger.conjuncts, *run]
    outcomes = {o for t in listed if (o := _outcome(t)) in LISTED}
    either = any(t.lower_ in OR for t in [*run, *(c for word in listed for c in word.children)])
    if len(outcomes) < 2 or not either:  # noqa: PLR2004
        return event
    others = outcomes - {Outcome.KILLED, Outcome.WOUNDED}
    outcome = Outcome.KILLED_WOUNDED_OR_CAPTURED if others else Outcome.KILLED_OR_WOUNDED
    return replace(event, outcome=outcome, kind=Kind.CASUALTIES)


def _run(trigger: Token) -> list[Token]:
    """Give the outcome words in a row with a trigger, and the words that join them, however they are parsed."""
    out = []
    for step in (-1, 1):
        at = trigger.i + step
        while 0 <= at < len(trigger.doc) and ((token := trigger.doc[at]).lower_ in OR | {","} or _outcome(token) in LISTED):
            out.append(token)
            at += step
    return out


def _outcome(token: Token) -> Outcome | None:
    senses = event_words.VERBS.get(token.lemma_.lower(), ())
    return event_words.STATES.get(token.lower_) or next((s.outcome for s in senses if s.outcome is not None), None)
