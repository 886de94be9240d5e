"""Cuts a report into the stretches that a language model is asked about: whole sentences, up to a number of characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.claims.report import Part, Report
from counterclaim.extraction.attributions import Span
from counterclaim.extraction.draft import Sentence


def pieces(report: Report, sentences: Sequence[Sentence], most: int) -> Iterator[Span]:
    """Give the stretches in order; none holds metadata, and only a sentence that is longer itself is longer than `most`."""
    metadata = [(section.start, section.end) for section in report.sections if section.part is Part.METADATA]
    start = end = None
    for sentence in sentences:
        if start is None or end is None:
            start, end = sentence.start, sentence.end
            continue
        broken = any(end <= a < sentence.start for a, _ in metadata)
        if broken or sentence.end - start > most:
            yield start, end
            start = sentence.start
        end = sentence.end
    if start is not None and end is not None:
        yield start, end
