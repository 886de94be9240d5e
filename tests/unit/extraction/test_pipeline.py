"""The extractor as a whole: readers, unread reports, too long ones, batches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claims.report import Part
from counterclaim.extraction import pipeline
from counterclaim.extraction.pipeline import ExtractionFailure, Extractor

TEXT = "The Taliban captured Kunduz on Saturday, residents said."


def test_a_reader_that_is_unknown_is_named_with_those_that_are_known():
    with pytest.raises(ValueError, match="'guess' is none of trained, rules, llm, both"):
        Extractor("guess")


def test_claims_carry_what_extracted_them(extractor, report_of):
    (claim,) = extractor.extract(report_of(TEXT))
    assert claim.extractor == extractor.made_by
    assert claim.extractor.name == "counterclaim-rules"


def test_an_unread_report_has_no_claims(extractor, report_of):
    report = replace(report_of(TEXT), unread="language: ru")
    assert extractor.extract(report) == []
    assert list(extractor.extract_many([report])) == [(report, [])]


def test_an_empty_text_has_no_claims(extractor, report_of):
    assert extractor.extract(report_of("")) == []


def test_a_report_too_long_to_read_comes_with_its_failure_and_the_others_are_read(extractor, report_of, monkeypatch):
    short = report_of(TEXT)
    monkeypatch.setattr(pipeline, "LONGEST", len(short.text))
    long = report_of(TEXT + " " + TEXT)
    first, second, third = extractor.extract_many([short, long, short])
    assert first[1] == third[1] == extractor.extract(short)
    assert isinstance(second[1], ExtractionFailure)
    assert f"{len(long.text):,} characters" in second[1].reason
    assert second[1].way_out == "split the text into its articles"


def test_many_reports_come_in_order_and_as_alone(extractor, report_of, monkeypatch):
    monkeypatch.setattr(pipeline, "BATCH", 2)
    towns = ["Kunduz", "Herat", "Kandahar", "Ghazni", "Bazarak"]
    reports = [report_of(TEXT.replace("Kunduz", town)) for town in towns]
    reports[1] = replace(reports[1], unread="language: fa")
    together = list(extractor.extract_many(reports))
    assert [r for r, _ in together] == reports
    assert [claims for _, claims in together] == [extractor.extract(r) for r in reports]


def test_metadata_is_not_read(extractor, report_of):
    report = report_of(TEXT)
    hidden = tuple(replace(section, part=Part.METADATA) for section in report.sections)
    assert extractor.extract(replace(report, sections=hidden)) == []


def test_a_report_in_capitals_is_read_and_keeps_its_letters(extractor, report_of):
    small = report_of("The army said on Monday that rebels killed 12 soldiers in Kunduz and burned two trucks.")
    capitals = report_of(small.text.strip().upper())

    (claim, *_), (twin, *_) = extractor.extract(capitals), extractor.extract(small)
    assert (claim.kind, claim.actor, claim.counts[0].best) == (twin.kind, twin.actor, 12)
    assert claim.quote == twin.quote.upper()
    assert (claim.place.text, claim.place.name) == ("KUNDUZ", twin.place.name)
    for words in (claim.counts[0], claim.place, claim.cue):
        assert capitals.text[words.start : words.end] == words.text


def test_the_place_of_an_event_whose_verb_is_given():
    extractor, text = Extractor("rules"), "  A car bomb killed ten people in Baghdad."
    assert [text[a:b] for a, b in extractor.event_places(text, (13, 19))] == ["Baghdad"]
    assert extractor.event_places(text, (500, 501)) == []
