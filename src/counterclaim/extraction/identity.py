"""The readers there are, and the name and version that their claims carry; nothing is loaded to tell them."""

from __future__ import annotations

from typing import Final

from counterclaim.claims.claim import Extractor
from counterclaim.extraction.llm.prompt import PROMPT

VERSION: Final = "1"
READERS: Final = ("trained", "rules", "llm", "both")
ASKING: Final = frozenset({"llm", "both"})
"""The readers that ask a language model."""
_PREFIX: Final = "counterclaim-"
_MODEL: Final = ", model "


def made_by(reader: str, model: str | None = None) -> Extractor:
    """Give the name and version of a reader; the version of one that asks a model names the prompt's and the model.

    Raises:
        ValueError: There is no such reader, or it asks a model and none is named.

    >>> made_by("rules").name
    'counterclaim-rules'
    >>> made_by("llm", "small-3b").version
    '1, prompt 1, model small-3b'
    """
    if reader not in READERS:
        raise ValueError(f"reader {reader!r} is none of {', '.join(READERS)}")
    if reader not in ASKING:
        return Extractor(name=f"{_PREFIX}{reader}", version=VERSION)
    if not model:
        raise ValueError(f"reader {reader!r} asks a language model, and none is named")
    return Extractor(name=f"{_PREFIX}{reader}", version=f"{VERSION}, prompt {PROMPT}{_MODEL}{model}")


def reader_of(extractor: Extractor) -> str:
    """Give the reader that has this name.

    >>> reader_of(made_by("rules"))
    'rules'
    """
    return extractor.name.removeprefix(_PREFIX)


def model_of(extractor: Extractor) -> str | None:
    """Give the language model that a version names.

    >>> model_of(made_by("both", "small-3b"))
    'small-3b'
    """
    return extractor.version.partition(_MODEL)[2] or None
