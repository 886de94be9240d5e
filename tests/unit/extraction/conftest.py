"""The parser, the tagger and the tables of names, loaded once; and reports made of a few sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.claims.report import Part, Report, Section
from counterclaim.extraction import parser, tagger
from counterclaim.extraction.draft import Draft, sentences_of
from counterclaim.extraction.pipeline import Extractor
from counterclaim.knowledge.outlets import Outlets
from counterclaim.knowledge.parties import Parties


@pytest.fixture(scope="session")
def nlp():
    return parser.load()


@pytest.fixture(scope="session")
def the_tagger():
    return tagger.load()


@pytest.fixture(scope="session")
def parties():
    return Parties.load()


@pytest.fixture(scope="session")
def outlets():
    return Outlets.load()


@pytest.fixture(scope="session")
def report_of():
    """Makes a report: a heading for each text in `headings`, then a paragraph for each line of the text."""

    def make(text, *, headings=()):
        parts = [(line, Part.HEADLINE) for line in headings] + [(line, Part.BODY) for line in text.split("\n") if line.strip()]
        sections, whole = [], ""
        for line, part in parts:
            sections.append(Section(part=part, start=len(whole), end=len(whole) + len(line)))
            whole += line + "\n\n"
        return Report(id="r", text=whole, raw_sha256="0" * 64, sections=tuple(sections), published=dt.date(2024, 5, 6))

    return make


@pytest.fixture(scope="session")
def draft_of(nlp, parties, report_of):
    """Makes a parsed draft, with the parties that the text names."""

    def make(text, *, headings=()):
        report = report_of(text, headings=headings)
        doc = parser.parse(report, nlp)
        draft = Draft(report=report, doc=doc, sentences=tuple(sentences_of(report, doc)))
        draft.countries = parties.countries_about(report.text)
        draft.parties = parties.find(report.text, countries=draft.countries, on=report.published)
        return draft

    return make


@pytest.fixture(scope="session")
def words_of():
    """Gives an attribution as words: source, cue, content (its spans joined by " … ")."""

    def words(text, attribution):
        source = text[slice(*attribution.source)] if attribution.source else None
        return source, text[slice(*attribution.cue)], " … ".join(text[a:b] for a, b in attribution.content)

    return words


@pytest.fixture(scope="session")
def extractor():
    return Extractor("rules")


@pytest.fixture(scope="session")
def desk_of(extractor, nlp, report_of):
    """Makes what the claims of a text are made with."""

    def make(text, *, headings=()):
        report = report_of(text, headings=headings)
        return extractor.desk(report, parser.parse(report, nlp))

    return make


@pytest.fixture(scope="session")
def claims_of(extractor, report_of):
    """Gives the claims of a text; it was published on Monday, 6 May 2024."""

    def read(text, *, headings=()):
        return extractor.extract(report_of(text, headings=headings))

    return read
