"""The Admiralty code: how reliable a source is, and how credible what it says. Two questions, and only a person answers.

Source: NATO AJP-2.1, as used by intelligence and casualty recorders; both letters and digits are rated apart from each other.
"""

from __future__ import annotations

from typing import Final

from counterclaim.claims.errors import InvalidClaim

UNJUDGED: Final = "F6"
"""What holds as long as no person has graded: neither the source nor what it says can be judged."""

SOURCES: Final = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
INFORMATION: Final = {
    "1": "borne out by other independent sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}


def checked(code: str) -> str:
    """Give a code such as B2 in capitals.

    >>> checked("b2")
    'B2'

    Raises:
        InvalidClaim: It is not a letter from A to F and a digit from 1 to 6.
    """
    found = code.strip().upper()
    if len(found) != len(UNJUDGED) or found[0] not in SOURCES or found[1] not in INFORMATION:
        raise InvalidClaim("admiralty", f"{code!r} is no Admiralty code; write a letter from A to F and a digit from 1 to 6, such as B2")
    return found


def in_words(code: str) -> str:
    """Give what a code says.

    >>> in_words("B4")
    'source usually reliable, information doubtful'
    """
    return f"source {SOURCES[code[0]]}, information {INFORMATION[code[1]]}"
