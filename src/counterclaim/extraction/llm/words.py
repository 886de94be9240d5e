"""Finds the words that a language model points at: the model gives no offsets, so the text alone tells where they stand."""

from __future__ import annotations

import re
from typing import Final

from counterclaim.extraction.attributions import Span

ALIKE: Final = ('"“”„‟«»', "'’‘‛`", "-–—‑‐−")  # noqa: RUF001 (quotes, apostrophes and dashes that are written one for the other)
SPACE: Final = re.compile(r"\s+")


def find_words(text: str, words: str | None, within: Span, near: int) -> Span | None:
    """Give where words stand in a stretch of a text: exactly, else with other white space, quotes, dashes or capitals.

    Of several places, it is the one nearest to `near`; None where there is none.

    >>> find_words("He said “no”.", 'said "no"', (0, 13), 0)
    (3, 12)
    >>> find_words("They were killing", "kill", (0, 17), 0) is None
    True
    """
    wanted = (words or "").strip()
    if not wanted:
        return None
    for pattern in (re.escape(wanted), f"(?i:{loose(wanted)})"):
        found = [match.span() for match in re.finditer(bounded(pattern, wanted), text[: within[1]]) if match.start() >= within[0]]
        if found:
            return min(found, key=lambda span: (abs(span[0] - near), span))
    return None


def bounded(pattern: str, words: str) -> str:
    """Give a pattern that neither begins nor ends inside a word."""
    return (r"(?<!\w)" if words[0].isalnum() else "") + pattern + (r"(?!\w)" if words[-1].isalnum() else "")


def loose(words: str) -> str:
    """Give a pattern of words that may be spaced, quoted and hyphenated in another way."""
    return r"\s+".join("".join(map(any_of_its_kind, part)) for part in SPACE.split(words))


def any_of_its_kind(character: str) -> str:
    """Give a pattern for a character and those that are written in its place."""
    group = next((group for group in ALIKE if character in group), None)
    return f"[{re.escape(group)}]" if group else re.escape(character)
