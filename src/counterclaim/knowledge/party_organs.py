"""Organs of a state, by grammar: `the Armenian Defence Ministry`, `Burundi's army`, `Armed Forces of Ukraine`."""

from __future__ import annotations

from counterclaim.knowledge.party_names import Word, is_possessive, joined
from counterclaim.knowledge.party_words import BETWEEN, HEADS, OF_AFTER, OF_WHAT

_MOST = 7  # words of an organ's name


def organ_span(text: str, words: list[Word], span: tuple[int, int], floor: int) -> tuple[int, int]:
    """Give the words of a state's organ around the state's own words, or the state's words where there is none.

    Args:
        text: The whole text.
        words: Its words.
        span: The state's words, first and after-last.
        floor: No organ begins before this offset.
    """
    first, last = span
    after = _after(text, words, last)
    if after > last:
        return first, after
    return _before(text, words, first, floor), last


def _after(text: str, words: list[Word], last: int) -> int:
    i = last + 1 if last < len(words) and is_possessive(text, words, last) else last
    end = last
    while i < len(words) and i - last < _MOST and joined(text, words[i - 1], words[i]):
        key = words[i].key
        if key in HEADS:
            end = i + 1
        elif not (key in BETWEEN or _of(words, i, end)):
            break
        elif end == i - 1 and words[i - 1].key == "of":
            end = i + 1
        i += 1
    return end


def _of(words: list[Word], i: int, end: int) -> bool:
    if words[i].key == "of":
        return end == i and words[i - 1].key in OF_AFTER and i + 1 < len(words) and words[i + 1].key in OF_WHAT
    return words[i - 1].key == "of" and words[i].key in OF_WHAT


def _before(text: str, words: list[Word], first: int, floor: int) -> int:
    i = first - 1
    if i > 0 and words[i].key == "the":
        i -= 1
    if i < 1 or words[i].key != "of" or not joined(text, words[i], words[i + 1]):
        return first
    begin = first
    while i > 0 and first - i < _MOST and words[i - 1].start >= floor and joined(text, words[i - 1], words[i]):
        i -= 1
        key = words[i].key
        if key in HEADS or (key in BETWEEN and begin == i + 1 < first):
            begin = i
        elif key not in BETWEEN and key not in OF_WHAT and key != "of":
            break
    return begin
