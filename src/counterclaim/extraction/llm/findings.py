"""A placed claim to findings: the words are the model's choice; what they mean is told by the same grammars as ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Kind, Modality
from counterclaim.claims.place import Place
from counterclaim.extraction.attributions import Span, overlap
from counterclaim.extraction.count import Group
from counterclaim.extraction.events import Event, coloured
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.llm import checks
from counterclaim.extraction.llm.answer import Figure
from counterclaim.extraction.llm.checks import Drops
from counterclaim.extraction.llm.placed import Placed
from counterclaim.extraction.llm.words import find_words
from counterclaim.extraction.speaker_words import head_of
from counterclaim.extraction.telling import told


def findings(desk: Desk, placed: Placed, drops: Drops) -> Iterator[Finding]:
    """Give the findings of one claim, and count what of it the text does not bear out."""
    return _Reading(desk, placed, drops).findings()


class _Reading:
    """One claim of an answer while it is made out."""

    def __init__(self, desk: Desk, placed: Placed, drops: Drops) -> None:
        self._desk = desk
        self._placed = placed
        self._pointed = placed.pointed
        self._sentence = placed.sentence
        self._drops = drops

    def findings(self) -> Iterator[Finding]:
        event = self._event()
        if event is None:
            return
        groups = self._groups(event)
        if groups and groups[0].outcome is not None:
            event = replace(event, outcome=groups[0].outcome)
        found = list(told(self._desk, self._sentence, event, groups))
        if not found:
            silent = self._placed.attribution is not None and self._placed.attribution.withheld
            self._drop("content" if silent else "control", checks.UNSAID if silent else checks.NO_PARTY)
        place, dates = self._place(), self._dates()
        for one in found:
            self._count_unknown(one)
            yield replace(one, place=place, dates=dates)

    def _event(self) -> Event | None:
        """Give the event; None where it is only supposed, or is a change of control that the words do not tell."""
        pointed, change = self._pointed, self._change()
        if pointed.kind is Kind.CONTROL and change is None:
            self._drop("control", checks.OTHER_MEANING if pointed.control else checks.ABSENT)
            return None
        actor, patient = self._head("actor", pointed.actor), self._head("target", pointed.target)
        holder = self._head("control", pointed.control.party) if pointed.control and change else None
        sites = self._head("place", pointed.place) if change else None
        repelled = change is Change.REPELLED_ATTACK_ON
        event = Event(
            trigger=self._placed.trigger,
            kind=pointed.kind,
            change=change,
            actor=holder if change else actor,
            groups=tuple(t for t in [actor if repelled else None if change else patient] if t is not None),
            sites=(sites,) if sites is not None else (),
            owner=patient if not change else None,
            negated=self._is_negated(),
            nominal=self._placed.trigger.pos_ in {"NOUN", "PROPN"},
        )
        seen = coloured(event)
        if seen.modality is Modality.HYPOTHETICAL:
            self._drop("event", checks.UNREAL)
            return None
        return seen

    def _change(self) -> Change | None:
        held = self._pointed.control if self._pointed.kind is Kind.CONTROL else None
        return held.change if held is not None and checks.may_change(held.change, self._placed.words) else None

    def _is_negated(self) -> bool:
        if not self._pointed.negation:
            return False
        span = self._find(self._pointed.negation, self._placed.content)
        negated = span is not None and checks.negates(self._desk.draft.tokens_in(*span))
        if not negated:
            self._drop("negation", checks.ABSENT if span is None else checks.OTHER_MEANING)
        return negated

    def _groups(self, event: Event) -> list[Group]:
        counted = [group for figure in self._pointed.counts if (group := self._group(event, figure)) is not None]
        if counted or event.kind is Kind.CONTROL:
            return counted
        return [Group(head=head, quantity=None, outcome=None, event=event) for head in event.groups]

    def _group(self, event: Event, figure: Figure) -> Group | None:
        """Give whom a number counts; None where the text has no such number, or tells another outcome of it."""
        around = (self._sentence.start, self._sentence.end)
        span = self._find(figure.text, around)
        if span is None:
            self._drop("counts", checks.ABSENT)
            return None
        if not checks.may_become(figure.outcome, self._placed.words, self._sentence.tokens):
            self._drop("counts", checks.OTHER_MEANING)
            return None
        draft, numbers = self._desk.draft, self._desk.numbers
        of = self._find(figure.of, around, near=span[0])
        if figure.of and of is None:
            self._drop("counts of", checks.ABSENT)
        tokens = draft.tokens_in(*span)
        number = next((t for t in tokens if numbers.at(t) is not None), None)
        head = (head_of(draft, of) if of is not None else None) or (number and _counted(number)) or head_of(draft, span)
        quantity = numbers.at(number) if number is not None else numbers.of(head) if head is not None else None
        if head is None or quantity is None or not overlap((quantity.start, quantity.end), span):
            self._drop("counts", checks.NO_NUMBER)
            return None
        return Group(head=head, quantity=quantity, outcome=figure.outcome, event=event)

    def _place(self) -> Place | None:
        span = self._find(self._pointed.place, self._paragraph())
        mention = next((m for m in self._desk.draft.places if span is not None and overlap((m.start, m.end), span)), None)
        if mention is None:
            self._drop_pointed("place", self._pointed.place, checks.ABSENT if span is None else checks.NO_PLACE)
            return None
        return self._desk.places.of(mention)

    def _dates(self) -> Dates | None:
        """Give the date; none where the words tell the day of a statement, except of fighting that goes on then."""
        span = self._find(self._pointed.dates, self._paragraph())
        if span is None:
            self._drop_pointed("dates", self._pointed.dates, checks.ABSENT)
            return None
        sentence = self._desk.draft.sentence_at(span[0])
        dated = self._desk.calendar.dated(sentence) if sentence is not None else []
        mention = next((m for m in dated if overlap((m.start, m.end), span)), None)
        held = self._pointed.control is not None and self._pointed.control.change is Change.HOLDS
        lasting = held or self._pointed.kind is Kind.CLASH
        if mention is None or (not lasting and self._desk.calendar.is_of_statement(mention, self._desk.draft.attributions)):
            self._drop("dates", checks.NO_DATE)
            return None
        return self._desk.calendar.dates_at(mention, self._placed.trigger)

    def _count_unknown(self, finding: Finding) -> None:
        """Count the words for a party that stand in the text and name none that is known."""
        if finding.control is not None:
            return
        if finding.actor is None:
            self._drop_pointed("actor", self._pointed.actor, checks.NO_PARTY)
        if finding.target is None:
            self._drop_pointed("target", self._pointed.target, checks.NO_PARTY)

    def _head(self, field: str, words: str | None) -> Token | None:
        span = self._find(words, self._placed.piece)
        head = head_of(self._desk.draft, span) if span is not None else None
        if head is None:
            self._drop_pointed(field, words, checks.ABSENT)
        return head

    def _paragraph(self) -> Span:
        section = self._desk.draft.report.sections[self._sentence.section]
        return max(section.start, self._placed.piece[0]), min(section.end, self._placed.piece[1])

    def _find(self, words: str | None, within: Span, near: int | None = None) -> Span | None:
        return find_words(self._desk.draft.report.text, words, within, self._placed.trigger.idx if near is None else near)

    def _drop_pointed(self, field: str, words: str | None, reason: str) -> None:
        if words:
            self._drop(field, reason)

    def _drop(self, field: str, reason: str) -> None:
        self._drops[field, reason] += 1


def _counted(number: Token) -> Token:
    """Give the noun that a number stands before, or the number itself."""
    return number.head if number.dep_ == "nummod" else number
