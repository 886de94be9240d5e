"""The language that a text is written in, so that a text that cannot be read is kept and named as such."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

READ = "en"
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = """the of and to in a that for on is was with by at from as it has have had were be been are this which who they
their said not but an he his after its or more than also will would when there about"""
_ENGLISH = frozenset(_FUNCTION_WORDS.split())
_SAMPLE = 3000
_FEW_WORDS = 12
_ENGLISH_SHARE = 0.18
_LATIN_END = "\u0250"


def language_of(text: str) -> str:
    """Give the ISO 639 code of the language of `text`; English for a few words in Latin letters, which are often only names.

    >>> language_of("Ten soldiers were killed on Monday, the army said.")
    'en'
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    latin = sum(word[0] < _LATIN_END for word in words)
    if latin * 2 >= len(words):
        english = sum(word.casefold() in _ENGLISH for word in words)
        if len(words) < _FEW_WORDS or english >= len(words) * _ENGLISH_SHARE:
            return READ
    language: str = _identifier().classify(sample.lower() if sample.isupper() else sample)[0]
    return language


@cache
def _identifier() -> Any:
    import py3langid  # noqa: PLC0415 - its model is read on the first use, which takes most of a second

    return py3langid
