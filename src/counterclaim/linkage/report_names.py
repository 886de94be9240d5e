"""Whom and what a whole report names: two reports of one happening have more names in common than two claims do."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from counterclaim.knowledge.letter_case import letter_case
from counterclaim.linkage.wording import number_of

TextsOf = Callable[[Collection[str]], Mapping[str, str]]
"""Gives the texts of reports, by the SHA-256 of the text, as far as they are known."""

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\w\s]")
_OPENING: Final = frozenset('.!?:;“"(')
_READ: Final = 6_000
_MOST: Final = 80
_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class Named:
    """Numbers that stand for the words in a report that are names, and for pairs of such words, in order of first mention."""

    words: list[int]
    pairs: list[int]


NAMELESS: Final = Named([], [])
"""What is known of a report without its text."""


def no_texts(_reports: Collection[str]) -> Mapping[str, str]:
    """Give no text, whichever is asked for."""
    return {}


def names_of_report(text: str) -> Named:
    """Give what a text names, as numbers, at most 80 names and 80 pairs."""
    words, pairs = named_in(text)
    return Named([number_of("name", word) for word in words[:_MOST]], [number_of("pair", *pair) for pair in pairs[:_MOST]])


def named_in(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Give the names in a text's first 6,000 characters and the pairs of names side by side, in order of first mention.

    A name is a capitalised word inside a sentence that is no everyday word. Of names side by side, initials left out, the
    first and second, the second and third and so on are pairs; there the first word of a sentence may be one.

    >>> named_in("Police said Maria L. Davis died in Franklin. Davis was a Nurse.")
    (['maria', 'davis', 'franklin'], [('maria', 'davis')])
    """
    words: dict[str, None] = {}
    pairs: dict[tuple[str, str], None] = {}
    last: str | None = None
    for name, opens in _names(text[:_READ]):
        if name and not opens:
            words[name] = None
        if name and last:
            pairs[last, name] = None
        last = name
    return list(words), list(pairs)


def _names(text: str) -> Iterator[tuple[str | None, bool]]:
    """Give each word of a text that is no initial: as a name, or None; and whether a sentence opens with it."""
    everyday = letter_case().small
    before, initial = ".", False
    for piece in _TOKEN.findall(text):
        if (initial and piece == ".") or (len(piece) == 1 and piece.isupper()):
            initial = piece != "."
            continue
        key = piece.casefold().removesuffix("'s").removesuffix("’s")
        name = piece[0].isupper() and len(key) >= _SHORTEST and key not in everyday
        yield key if name else None, before in _OPENING
        before, initial = piece, False
