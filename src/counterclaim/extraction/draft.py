"""A report while it is being read: what each step of extraction found so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from counterclaim.claims.count import Quantity
from counterclaim.claims.report import Part, Report
from counterclaim.extraction.attributions import Attribution
from counterclaim.extraction.date_words import DateMention
from counterclaim.extraction.parser import text_of
from counterclaim.knowledge.parties import Parties, PartyMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a section; `tokens` are its words without white space."""

    index: int
    start: int
    end: int
    part: Part
    section: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place, the generic word beside them ("district"), and the token that heads them."""

    start: int
    end: int
    text: str
    name: str
    hint: str | None
    head: Token


@dataclass(slots=True, kw_only=True)
class Draft:
    """The working state of one report. Steps read what stands above them here and fill what stands below.

    `text` is what is read: the report's own, or the same in small letters where the report has capitals only.
    """

    report: Report
    doc: Doc
    sentences: tuple[Sentence, ...]
    countries: dict[str, float] = field(default_factory=dict)
    homes: dict[str, float] | None = None  # of `countries`, those whose army "the army" may be; None before the places are known
    parties: list[PartyMention] = field(default_factory=list)
    known: Parties | None = None  # the parties of the tables, and those that the report alone names
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text that is read, as long as the report's."""
        return text_of(self.doc)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds a character of the text."""
        starts = [s.start for s in self.sentences]
        at = bisect_right(starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Give the tokens that begin in a span of characters."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return [t for t in span if start <= t.idx < end] if span is not None else []


def sentences_of(report: Report, doc: Doc) -> Iterator[Sentence]:
    """Give the sentences of the sections that are read, cut at section ends."""
    sections = list(enumerate(report.sections))
    at, index = 0, 0
    for sent in doc.sents:
        while at < len(sections) and sections[at][1].end <= sent.start_char:
            at += 1
        if at >= len(sections):
            return
        number, section = sections[at]
        tokens = tuple(t for t in sent if not t.is_space and section.start <= t.idx < section.end)
        if tokens and section.part is not Part.METADATA:
            end = tokens[-1].idx + len(tokens[-1])
            yield Sentence(index=index, start=tokens[0].idx, end=end, part=section.part, section=number, tokens=tokens)
            index += 1
