"""A language model that says what a test tells it to; what reads its answers is the real thing."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from counterclaim.extraction.llm.reader import Model
from counterclaim.extraction.pipeline import Extractor

EMPTY = {
    "source": None,
    "cue": None,
    "negation": None,
    "actor": None,
    "target": None,
    "counts": [],
    "control": None,
    "place": None,
    "dates": None,
}


def claim(content, event, kind, **values):
    """Give one claim of an answer."""
    return EMPTY | {"content": content, "event": event, "kind": kind} | values


@pytest.fixture
def drops():
    return Counter()


@pytest.fixture
def model_of(drops):
    """Makes a model that answers with some claims; asked about pieces of a text, with those whose content stands in the piece."""

    def make(*claims, **options):
        def ask(messages, _schema, read):
            here = [one for one in claims if "characters" not in options or one["content"] in messages[-1]["content"]]
            return read(json.dumps({"claims": here}))

        return Model(name="m", ask=ask, count_dropped=drops.update, **options)

    return make


@pytest.fixture
def read_with(model_of, report_of):
    """Gives the claims that a model's answer comes to; the text was published on Monday, 6 May 2024."""

    def read(text, *claims, reader="llm", headings=(), **options):
        return Extractor(reader, model=model_of(*claims, **options)).extract(report_of(text, headings=headings))

    return read
