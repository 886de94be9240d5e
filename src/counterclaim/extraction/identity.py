"""The readers there are, and the name and version that their claims carry; nothing is loaded to tell them."""

from __future__ import annotations

from typing import Final

from counterclaim.claims.claim import Extractor

VERSION: Final = "1"
_PREFIX: Final = "counterclaim-"
READERS: Final = ("trained", "rules")


def made_by(reader: str) -> Extractor:
    """Give the name and version of a reader.

    Raises:
        ValueError: where there is no such reader.

    >>> made_by("rules").name
    'counterclaim-rules'
    """
    if reader not in READERS:
        raise ValueError(f"reader {reader!r} is none of {', '.join(READERS)}")
    return Extractor(name=f"{_PREFIX}{reader}", version=VERSION)


def reader_of(extractor: Extractor) -> str:
    """Give the reader that has this name.

    >>> reader_of(made_by("rules"))
    'rules'
    """
    return extractor.name.removeprefix(_PREFIX)
