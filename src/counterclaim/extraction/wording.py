"""The words behind findings as plain values: who did it and to whom, in the report's words, for those who compare wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from counterclaim.claims.count import Quantity
from counterclaim.claims.event import Kind, Mode
from counterclaim.extraction import syntax
from counterclaim.extraction.claim import mode_of
from counterclaim.extraction.events import Event
from counterclaim.extraction.findings import Desk, Finding

OF_PEOPLE = frozenset({Kind.CASUALTIES, Kind.CAPTURE, Kind.DETENTION})
LEFT_OUT = frozenset({"det", "poss", "case", "punct", "cc", "preconj", "predet", "neg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: its words without articles, clauses and number; its head; the proper name in it, and its class where it has one.

    `kind` is `person`, `thing`, `place` or None. `plural` is of the head. `number` counts it.
    """

    text: str
    head: str
    name: str | None
    kind: str | None
    plural: bool
    number: Quantity | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One event of a finding with the words of its participants; `doers` did it, `sufferers` are who or what it happened to."""

    finding: Finding
    event: Event
    trigger: str
    mode: Mode | None
    sentence: str
    doers: tuple[Phrase, ...]
    sufferers: tuple[Phrase, ...]


def wordings(desk: Desk, found: Sequence[Finding]) -> list[Wording]:
    """Give the wording of each event of each finding, in order."""
    return [_wording(desk, finding, event) for finding in found for event in (finding.event, *finding.also)]


def _wording(desk: Desk, finding: Finding, event: Event) -> Wording:
    sentence = finding.sentence
    doers = syntax.coordinated(event.actor) if event.actor is not None else []
    return Wording(
        finding=finding,
        event=event,
        trigger=event.trigger.lemma_.lower(),
        mode=event.mode or mode_of(event),
        sentence=desk.draft.text[sentence.start : sentence.end],
        doers=tuple(phrase(desk, t) for t in doers),
        sufferers=tuple(_sufferer(desk, event, t) for t in event.groups),
    )


def _sufferer(desk: Desk, event: Event, head: Token) -> Phrase:
    """Give who or what something happened to; who is killed or taken is a person, though a town has the same name."""
    told = phrase(desk, head)
    named_alike = told.kind == "place" and head.pos_ == "PROPN" and event.kind in OF_PEOPLE
    return replace(told, kind="person") if named_alike else told


def phrase(desk: Desk, head: Token) -> Phrase:
    """Give the phrase of a head: of "dozens of villagers" the villagers, of "his two guards" the guards and the number."""
    number = desk.numbers.of(head)
    of = next(syntax.prepositions(head, "of"), None)
    if number is not None and of is not None and number.start <= head.idx < number.end and of.i > head.i:
        head = of
    tokens = [t for t in syntax.noun_phrase(head) if not _is_left_out(t, number)]
    kept = tokens or [head]
    span = syntax.characters(kept) or (head.idx, head.idx + len(head))
    return Phrase(
        text=" ".join(t.text for t in kept),
        head=head.lemma_.lower(),
        name=_name(head),
        kind=desk.participants.class_of(head),
        plural=head.tag_ in {"NNS", "NNPS"},
        number=number,
        start=span[0],
        end=span[1],
    )


def _is_left_out(token: Token, number: Quantity | None) -> bool:
    counted = number is not None and number.start <= token.idx < number.end
    return counted or token.is_space or token.dep_ in LEFT_OUT


def _name(head: Token) -> str | None:
    """Give the run of proper nouns that ends in a head, or that stands beside it: "the mayor, *Ana Paz*"."""
    if head.pos_ != "PROPN":
        beside = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        return _name(beside) if beside is not None else None
    first = head.i
    while first > head.sent.start and head.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return " ".join(t.text for t in head.doc[first : head.i + 1])
