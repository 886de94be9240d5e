"""A report to its claims: the steps, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from counterclaim.claims.claim import Claim
from counterclaim.claims.report import Report
from counterclaim.extraction import attribution, parser, place, tagger
from counterclaim.extraction.attributions import Attribution, Span
from counterclaim.extraction.claim import claims
from counterclaim.extraction.date_words import find_dates
from counterclaim.extraction.dates import Calendar
from counterclaim.extraction.draft import Draft, sentences_of
from counterclaim.extraction.event_place import EventPlaces
from counterclaim.extraction.finding import findings
from counterclaim.extraction.findings import Desk
from counterclaim.extraction.identity import made_by
from counterclaim.extraction.numbers import Numbers
from counterclaim.extraction.participants import Participants
from counterclaim.extraction.place_meaning import Places
from counterclaim.extraction.quantity import both_words, find_quantities, one_words, zero_words
from counterclaim.extraction.speaker import Cast, resolve
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


class Extractor:
    """Gives the claims of reports. One extractor serves one process; make one in each."""

    def __init__(
        self,
        reader: str = "trained",
        *,
        gazetteer: Gazetteer | None = None,
        parties: Parties | None = None,
        pipeline: str = parser.DEFAULT_PIPELINE,
    ) -> None:
        self.made_by = made_by(reader)
        self._tagger = tagger.load() if reader == "trained" else None
        self.nlp = parser.load(pipeline)
        self._gazetteer = gazetteer or Gazetteer.open()
        self._event_places = EventPlaces(self._gazetteer)
        self.parties = parties or Parties.load()
        self._outlets = Outlets.load()

    def extract(self, report: Report) -> list[Claim]:
        """Give the claims of one report, in the order of its text; none of a report that is marked as unread."""
        if report.unread is not None:
            return []
        return self._claims(report, parser.parse(report, self.nlp))

    def extract_many(self, reports: Iterable[Report]) -> Iterator[tuple[Report, list[Claim] | ExtractionFailure]]:
        """Give each report with its claims, in order; a report too long to read comes with its failure."""
        pending: list[Report] = []
        for report in reports:
            pending.append(report)
            if len(pending) == BATCH:
                yield from self._extract_batch(pending)
                pending = []
        yield from self._extract_batch(pending)

    def _extract_batch(self, reports: list[Report]) -> Iterator[tuple[Report, list[Claim] | ExtractionFailure]]:
        docs = parser.parse_all([r for r in reports if r.unread is None and len(r.text) <= LONGEST], self.nlp)
        for report in reports:
            if report.unread is not None:
                yield report, []
            elif len(report.text) > LONGEST:
                yield report, too_long(report)
            else:
                yield report, self._claims(report, next(docs)[1])

    def heard(self, report: Report) -> list[Attribution]:
        """Give every attribution that is heard in one report, attitudes among them."""
        doc = parser.parse(report, self.nlp)
        return attribution.heard(Draft(report=report, doc=doc, sentences=tuple(sentences_of(report, doc))), self._tagger)

    def event_places(self, text: str, trigger: Span) -> list[Span]:
        """Give the spans of the names in a sentence that are the place of the event whose trigger is given."""
        doc = self.nlp(text)
        words = doc.char_span(*trigger, alignment_mode="expand")
        return self._event_places.spans([t for t in doc if not t.is_space], words.root) if words is not None else []

    def traced(self, report: Report) -> list[tuple[Claim, Trace]]:
        """Give the claims of one report, each with what stands behind it."""
        desk = self.desk(report, parser.parse(report, self.nlp))
        found = findings(desk)
        made = claims(desk, found, self.made_by)
        return list(zip(made, traces(desk, found, made), strict=True))

    def worded(self, report: Report) -> tuple[Desk, list[Wording]]:
        """Give what the claims of one report are made with, and its findings with the words of who did what to whom."""
        desk = self.desk(report, parser.parse(report, self.nlp))
        return desk, wordings(desk, findings(desk))

    def _claims(self, report: Report, doc: Doc) -> list[Claim]:
        desk = self.desk(report, doc)
        return claims(desk, findings(desk), self.made_by)

    def desk(self, report: Report, doc: Doc) -> Desk:
        """Give everything that the claims of a report are made with."""
        draft = Draft(report=report, doc=doc, sentences=tuple(sentences_of(report, doc)))
        text, day = draft.text, report.published
        draft.countries = self.parties.countries_about(text)
        draft.parties = self.parties.find(text, countries=draft.countries, on=day)
        draft.dates = find_dates(text, day)
        draft.quantities = find_quantities(text)
        draft.attributions = attribution.attributions(draft, self._tagger, lambda phrase: self._is_party(draft, phrase))
        draft.places = place.mentions(draft, self._gazetteer)
        cast = Cast(draft=draft, parties=self.parties)
        testimonies = Testimonies(draft, cast, self._outlets)
        return Desk(
            draft=draft,
            testimonies=testimonies,
            participants=Participants(draft, self.parties, (s.side for s in cast.met if s.side is not None)),
            numbers=Numbers(draft, [*one_words(text, draft.quantities), *zero_words(text), *both_words(text)]),
            places=Places(draft, self._gazetteer),
            event_places=self._event_places,
            calendar=Calendar(draft),
        )

    def _is_party(self, draft: Draft, phrase: str) -> bool:
        return resolve(self.parties, phrase, draft.countries, draft.report.published) is not None


def too_long(report: Report) -> ExtractionFailure:
    """Give the failure of a report that has more characters than one report may."""
    return ExtractionFailure(
        reason=f"{len(report.text):,} characters are more than the {LONGEST:,} that one report may have",
        way_out="split the text into its articles",
    )
