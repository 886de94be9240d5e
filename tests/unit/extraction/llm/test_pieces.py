"""A report to the stretches that are asked about."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claims.report import Part
from counterclaim.extraction import parser
from counterclaim.extraction.draft import sentences_of
from counterclaim.extraction.llm.pieces import pieces

TEXT = "One came. Two came.\nThree came to the town. Four left."


def cut(report, nlp, most):
    sentences = list(sentences_of(report, parser.parse(report, nlp)))
    return [report.text[a:b] for a, b in pieces(report, sentences, most)]


def test_whole_sentences_stand_together_up_to_the_length(report_of, nlp):
    report = report_of(TEXT)
    assert cut(report, nlp, 1_000) == [report.text.strip()]
    assert cut(report, nlp, 20) == ["One came. Two came.", "Three came to the town.", "Four left."]


def test_metadata_is_never_shown(report_of, nlp):
    report = report_of("One came.\nBy our reporter.\nTwo came.")
    first, second, third = report.sections
    hidden = replace(report, sections=(first, replace(second, part=Part.METADATA), third))
    assert cut(hidden, nlp, 1_000) == ["One came.", "Two came."]


def test_nothing_is_asked_about_nothing(report_of, nlp):
    assert cut(report_of(""), nlp, 10) == []
