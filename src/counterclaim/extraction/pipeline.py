"""A report to its claims: the steps, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc

from counterclaim.claims.claim import Claim
from counterclaim.claims.errors import NoAnswer
from counterclaim.claims.report import Report
from counterclaim.extraction import attribution, parser, place, tagger
from counterclaim.extraction.attributions import Attribution, Span
from counterclaim.extraction.claim import claims
from counterclaim.extraction.date_words import find_dates
from counterclaim.extraction.dates import Calendar
from counterclaim.extraction.draft import Draft, sentences_of
from counterclaim.extraction.event_place import EventPlaces
from counterclaim.extraction.finding import findings
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.homes import homes
from counterclaim.extraction.identity import made_by
from counterclaim.extraction.llm.agreement import agreed
from counterclaim.extraction.llm.placed import Placed, attributions_of
from counterclaim.extraction.llm.reader import Answers, Model, ModelReader, with_pointed
from counterclaim.extraction.mentions import resolve
from counterclaim.extraction.named_groups import named_groups
from counterclaim.extraction.numbers import Numbers
from counterclaim.extraction.participants import Participants
from counterclaim.extraction.place_meaning import Places
from counterclaim.extraction.quantity import both_words, find_quantities, one_words, zero_words
from counterclaim.extraction.speaker import Cast
from counterclaim.extraction.testimony import Testimonies
from counterclaim.extraction.trace import Trace, traces
from counterclaim.extraction.wording import Wording, wordings
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.outlets import Outlets
from counterclaim.knowledge.parties import Parties

LONGEST: Final = 400_000  # characters
BATCH: Final = 16  # reports parsed together


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionFailure:
    """A report that gave no claims because reading it failed: the reason, and the way out."""

    reason: str
    way_out: str


Found = list[tuple[Desk, Finding]]
"""The findings of a report, each with what it was made with."""


class Extractor:
    """Gives the claims of reports. One extractor serves one process; make one in each."""

    def __init__(
        self,
        reader: str = "trained",
        *,
        gazetteer: Gazetteer | None = None,
        parties: Parties | None = None,
        model: Model | None = None,
        pipeline: str = parser.DEFAULT_PIPELINE,
    ) -> None:
        self._model_name = model.name if model is not None else None
        self.made_by = made_by(reader, self._model_name)
        self._reader = reader
        self._tagger = tagger.load() if reader in {"trained", "both"} else None
        self._second = ModelReader(model) if model is not None and reader in {"llm", "both"} else None
        self.nlp = parser.load(pipeline)
        self._gazetteer = gazetteer or Gazetteer.open()
        self._event_places = EventPlaces(self._gazetteer)
        self.parties = parties or Parties.load()
        self._outlets = Outlets.load()

    def extract(self, report: Report) -> list[Claim]:
        """Give the claims of one report, in the order of its text; none of a report that is marked as unread.

        Raises:
            NoAnswer: The language model gave no answer.
        """
        return [claim for claim, _ in self.traced(report)] if report.unread is None else []

    def extract_many(self, reports: Iterable[Report]) -> Iterator[tuple[Report, list[Claim] | ExtractionFailure]]:
        """Give each report with its claims, in order; a report that cannot be read comes with its failure.

        Raises:
            NoAnswer: The language model would answer no further question either.
        """
        pending: list[Report] = []
        for report in reports:
            pending.append(report)
            if len(pending) == BATCH:
                yield from self._extract_batch(pending)
                pending = []
        yield from self._extract_batch(pending)

    def _extract_batch(self, reports: list[Report]) -> Iterator[tuple[Report, list[Claim] | ExtractionFailure]]:
        docs = parser.parse_all([r for r in reports if r.unread is None and len(r.text) <= LONGEST], self.nlp)
        answered = self._answered(docs)
        for report in reports:
            if report.unread is not None:
                yield report, []
            elif len(report.text) > LONGEST:
                yield report, too_long(report)
            else:
                doc, answers = next(answered)
                yield report, not_answered(answers) if isinstance(answers, NoAnswer) else self._claims(report, doc, answers)

    def _answered(self, docs: Iterable[tuple[Report, Doc]]) -> Iterator[tuple[Doc, Answers | NoAnswer]]:
        """Give each parsed report with the language model's answers, asked for together; with none where no model is asked."""
        if self._second is None:
            yield from ((doc, ()) for _, doc in docs)
            return
        parsed = list(docs)
        answers = self._second.answers((report, list(sentences_of(report, doc))) for report, doc in parsed)
        yield from zip((doc for _, doc in parsed), answers, strict=True)

    def heard(self, report: Report) -> list[Attribution]:
        """Give every attribution that is heard in one report, attitudes among them."""
        doc = parser.parse(report, self.nlp)
        if self._reader == "llm":
            return self._pointed(report, doc, self._answers(report, doc))[0]
        return attribution.heard(Draft(report=report, doc=doc, sentences=tuple(sentences_of(report, doc))), self._tagger)

    def event_places(self, text: str, trigger: Span) -> list[Span]:
        """Give the spans of the names in a sentence that are the place of the event whose trigger is given."""
        doc = self.nlp(text)
        words = doc.char_span(*trigger, alignment_mode="expand")
        return self._event_places.spans([t for t in doc if not t.is_space], words.root) if words is not None else []

    def traced(self, report: Report) -> list[tuple[Claim, Trace]]:
        """Give the claims of one report, each with what stands behind it."""
        doc = parser.parse(report, self.nlp)
        found = self._found(report, doc, self._answers(report, doc))
        made = self._written(found)
        every = (traces(desk, [finding], [claim])[0] for (desk, finding), claim in zip(found, made, strict=True))
        return sorted(zip(made, every, strict=True), key=lambda pair: pair[0].start)

    def worded(self, report: Report) -> tuple[Desk, list[Wording]]:
        """Give what the claims of one report are made with, and its findings with the words of who did what to whom.

        What the report only mentions in passing is among them, and is in no claim.
        """
        desk = replace(self.desk(report, parser.parse(report, self.nlp)), passing=True)
        return desk, wordings(desk, findings(desk))

    def _answers(self, report: Report, doc: Doc) -> Answers:
        _, answers = next(self._answered([(report, doc)]))
        if isinstance(answers, NoAnswer):
            raise answers
        return answers

    def _claims(self, report: Report, doc: Doc, answers: Answers) -> list[Claim]:
        return sorted(self._written(self._found(report, doc, answers)), key=lambda claim: claim.start)

    def _written(self, found: Found) -> list[Claim]:
        return claims(found[0][0], [finding for _, finding in found], self.made_by) if found else []

    def _found(self, report: Report, doc: Doc, answers: Answers) -> Found:
        """Give the findings of the reader, or of both: the first reader's before what the second alone has found."""
        if self._second is None:
            desk = self.desk(report, doc)
            return [(desk, finding) for finding in findings(desk)]
        _, second, pointed = self._pointed(report, doc, answers)
        if self._reader == "llm":
            return [(second, finding) for finding in pointed]
        first = self.desk(report, doc)
        told = findings(first)
        alone = made_by("trained"), made_by("llm", self._model_name)
        merged = agreed(told, pointed, both=self.made_by, alone=alone)
        return [(first if n < len(told) else second, finding) for n, finding in enumerate(merged)]

    def _pointed(self, report: Report, doc: Doc, answers: Answers) -> tuple[list[Attribution], Desk, list[Finding]]:
        """Give the attributions that a language model points at, and the findings that are made of its answers."""
        if self._second is None:
            raise ValueError(f"reader {self._reader!r} asks no language model")
        draft = self._draft(report, doc)
        placed, drops = self._second.placed(draft, answers)
        draft.attributions = attributions_of(placed)
        desk = self._desk(draft, placed)
        return draft.attributions, desk, self._second.findings(desk, placed, drops)

    def desk(self, report: Report, doc: Doc) -> Desk:
        """Give everything that the claims of a report are made with."""
        draft = self._draft(report, doc)
        draft.attributions = attribution.attributions(draft, self._tagger, lambda phrase: self._is_party(draft, phrase), self._is_land)
        return self._desk(draft)

    def _draft(self, report: Report, doc: Doc) -> Draft:
        """Give a report with its sentences, parties, dates and quantities."""
        draft = Draft(report=report, doc=doc, sentences=tuple(sentences_of(report, doc)))
        draft.countries = self.parties.countries_about(draft.text)
        draft.parties = self.parties.find(draft.text, countries=draft.countries, on=report.published)
        draft.known = self.parties.with_named(named_groups(draft, self._gazetteer))
        if draft.known is not self.parties:
            draft.parties = draft.known.find(draft.text, countries=draft.countries, on=report.published)
        draft.dates = find_dates(draft.text, report.published)
        draft.quantities = find_quantities(draft.text)
        return draft

    def _desk(self, draft: Draft, placed: Sequence[Placed] = ()) -> Desk:
        draft.places = with_pointed(draft, place.mentions(draft, self._gazetteer), placed, self._gazetteer)
        places = Places(draft, self._gazetteer)
        draft.homes = homes(draft, places.countries())
        text, parties = draft.text, draft.known or self.parties
        cast = Cast(draft=draft, parties=parties)
        testimonies = Testimonies(draft, cast, self._outlets)
        return Desk(
            draft=draft,
            testimonies=testimonies,
            participants=Participants(draft, parties, (s.side for s in cast.met if s.side is not None)),
            numbers=Numbers(draft, [*one_words(text, draft.quantities), *zero_words(text), *both_words(text)]),
            places=places,
            event_places=self._event_places,
            calendar=Calendar(draft),
        )

    def _is_land(self, phrase: str) -> bool:
        side = self.parties.resolve(phrase)
        return side is not None and side.how == "name" and self.parties.country_of(phrase) is not None

    def _is_party(self, draft: Draft, phrase: str) -> bool:
        return resolve(draft.known or self.parties, phrase, draft) is not None


def not_answered(error: NoAnswer) -> ExtractionFailure:
    """Give the failure of a report about which a language model gave no answer."""
    return ExtractionFailure(reason=error.reason, way_out=error.way_out)


def too_long(report: Report) -> ExtractionFailure:
    """Give the failure of a report that has more characters than one report may."""
    return ExtractionFailure(
        reason=f"{len(report.text):,} characters are more than the {LONGEST:,} that one report may have",
        way_out="split the text into its articles",
    )
