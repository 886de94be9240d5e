"""What the parser promises: offsets into the report, and sentences that keep to its sections."""

from __future__ import annotations

import pytest

from counterclaim.claims.errors import MissingResource
from counterclaim.claims.report import Part
from counterclaim.extraction import parser
from counterclaim.extraction.draft import sentences_of


def test_tokens_reslice_to_the_text(nlp, report_of):
    report = report_of("Kyiv’s army lost 1,200 men – or so Moscow says.\nNobody checked.", headings=["War: day 40"])
    doc = parser.parse(report, nlp)
    assert doc.text == report.text
    assert all(report.text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_a_sentence_never_runs_over_a_section(nlp, report_of):
    report = report_of("fighting went on in the valley\nthe army denied it", headings=["Taliban take capital of Panjshir"])
    sentences = list(sentences_of(report, parser.parse(report, nlp)))
    assert [report.text[s.start : s.end] for s in sentences] == [
        "Taliban take capital of Panjshir",
        "fighting went on in the valley",
        "the army denied it",
    ]
    assert [s.part for s in sentences] == [Part.HEADLINE, Part.BODY, Part.BODY]
    assert [s.section for s in sentences] == [0, 1, 2]
    assert [s.index for s in sentences] == [0, 1, 2]


def test_metadata_is_not_read(nlp, report_of):
    report = report_of("The army left Kidal. Rebels came.", headings=["5 May 2024"])
    first = report.sections[0]
    sections = (type(first)(part=Part.METADATA, start=first.start, end=first.end), *report.sections[1:])
    report = type(report)(id="r", text=report.text, raw_sha256=report.raw_sha256, sections=sections)
    sentences = list(sentences_of(report, parser.parse(report, nlp)))
    assert [report.text[s.start : s.end] for s in sentences] == ["The army left Kidal.", "Rebels came."]
    assert not parser.is_read(Part.METADATA)


def test_many_reports_come_back_in_order_as_one_by_one(nlp, report_of):
    reports = [report_of("Baku said two drones fell."), report_of("The RSF entered Nyala, medics said."), report_of("Goma was calm.")]
    together = [(r.text, [t.dep_ for t in d]) for r, d in parser.parse_all(reports, nlp, batch_size=2)]
    assert together == [(r.text, [t.dep_ for t in parser.parse(r, nlp)]) for r in reports]


def test_the_text_of_a_doc_is_the_reports(nlp, report_of):
    report = report_of("Goma was calm.")
    assert parser.text_of(parser.parse(report, nlp)) == report.text
    assert parser.text_of(nlp("Goma was calm.")) == "Goma was calm."


def test_a_pipeline_that_is_not_installed_is_named_with_the_way_out():
    with pytest.raises(MissingResource, match="no_such_pipeline"):
        parser.load("no_such_pipeline")


def test_the_first_word_after_a_heading_is_no_sentence_of_its_own(nlp, report_of):
    doc = parser.parse(report_of("Azerbaijan accused Armenia of shelling its positions.", headings=("Fighting goes on",)), nlp)
    assert [s.text.strip() for s in doc.sents] == ["Fighting goes on", "Azerbaijan accused Armenia of shelling its positions."]


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("Nine Guerrillas Killed in Clash With Army", "Nine guerrillas killed in clash with Army"),
        ("South Sudan Says Dozens Killed in Raid Near Bor", "South Sudan says dozens killed in raid near Bor"),
        ("Ten rebels die near Goma, army says", "Ten rebels die near Goma, army says"),
    ],
)
def test_a_heading_with_a_capital_on_every_word_is_read_as_a_sentence(nlp, report_of, heading, read):
    report = report_of("The army said so.", headings=[heading])
    assert parser.text_of(parser.parse(report, nlp)).startswith(read)


def test_forms_that_the_pipeline_does_not_know_have_their_verb(nlp, report_of):
    doc = parser.parse(report_of("Troops retook the town."), nlp)
    assert [t.lemma_ for t in doc if t.tag_.startswith("V")] == ["retake"]


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("Two killed in Jos market - Channel 5 News, Weather & Sports", "Two killed in Jos market"),
        ("Two killed in Jos market | jostoday.com", "Two killed in Jos market"),
        ("Two killed in Jos market - state TV", "Two killed in Jos market - state TV"),
        ("Two killed in Jos market - army", "Two killed in Jos market - army"),
    ],
)
def test_a_heading_is_read_without_the_name_of_its_site(nlp, report_of, heading, read):
    doc = parser.parse(report_of("It is quiet.", headings=[heading]), nlp)
    assert parser.text_of(doc).split("\n")[0].rstrip() == read
    assert len(parser.text_of(doc)) == len(f"{heading}\n\nIt is quiet.\n\n")
