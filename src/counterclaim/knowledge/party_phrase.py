"""How a name stands in a phrase: as the side, as a place, as a part of another name, or as an office left behind."""

from __future__ import annotations

from counterclaim.knowledge.party_names import Word, joined
from counterclaim.knowledge.party_words import (
    BETWEEN,
    DIRECTIONS,
    FUNCTION_WORDS,
    GONE,
    HEADS,
    IRREGULARS,
    LAND_AFTER,
    LAND_BEFORE,
    MEDIA_WORDS,
    NAME_PARTS,
    NOT_THE_STATE,
    OFFICIALS,
    PLACE_BEFORE,
    TITLES,
)

_NEAR = 3  # words between `former` and the office


def is_left_behind(words: list[Word], first: int) -> bool:
    """Tell whether the name at `first` is that of an office held before: `former`, `ex-`, `retired`."""
    return any(word.key in GONE for word in words[max(0, first - _NEAR) : first])


def is_place_only(words: list[Word], first: int) -> bool:
    """Tell whether a country's name only says where: `a bank in Germany`, `rebels in eastern Chad`, but not `officials in Somalia`."""
    while first > 1 and words[first - 1].key in DIRECTIONS:
        first -= 1
    if not first or words[first - 1].key not in PLACE_BEFORE:
        return False
    before = [word.key for word in words[: first - 1]]
    if not NOT_THE_STATE.isdisjoint(before) or before[-1:] == ["based"]:
        return True
    return not any(key in OFFICIALS or key in HEADS for key in before)


def is_of_irregulars(text: str, words: list[Word], last: int) -> bool:
    """Tell whether a country's name goes with men who are not its own: `Syrian rebels`, `South Sudan's rebels`, `a Malian jihadist`."""
    if last < len(words) and words[last].key == "s":
        last += 1
    return last < len(words) and joined(text, words[last - 1], words[last]) and words[last].key in IRREGULARS


def is_owner(between: str) -> bool:
    """Tell whether the words between two names make the first the owner of the second: `Congo's M23 rebels`, `Lebanese Hezbollah`."""
    return between in {" ", "'s ", "’s "}


def is_in_name(text: str, words: list[Word], first: int, last: int) -> bool:
    """Tell whether a country's name or adjective is a part of a longer name: `Bank of Syria`, `Center for American Progress`."""
    after = words[last] if last < len(words) and _spaced(text, words[last - 1], words[last]) else None
    if after is not None and _is_proper(after):
        return True
    if first > 1 and words[first - 1].key == "of" and _is_proper(words[first - 2]):
        return True
    return first > 0 and _spaced(text, words[first - 1], words[first]) and _is_proper(words[first - 1])


def names_land(text: str, words: list[Word], first: int, last: int) -> bool:
    """Tell whether a name is a part of the name of a river, a sea, a plain: `the Niger Delta`, `the Gulf of Guinea`."""
    after = words[last] if last < len(words) else None
    if after is not None and after.key in LAND_AFTER and after.text[:1].isupper() and _spaced(text, words[last - 1], after):
        return True
    of = words[first - 1] if first > 1 else None
    return of is not None and of.key == "of" and words[first - 2].key in LAND_BEFORE and words[first - 2].text[:1].isupper()


def is_first_name(text: str, words: list[Word], last: int) -> bool:
    """Tell whether a short name before `last` is the first name of a person: `Dawn Butler`, but not `Dawn newspaper`."""
    if last >= len(words) or not _spaced(text, words[last - 1], words[last]) or words[last - 1].text.isupper():
        return False
    return _is_proper(words[last]) and words[last].key not in MEDIA_WORDS


def is_other_person(text: str, words: list[Word], first: int, *, sure: bool) -> bool:
    """Tell whether a surname belongs to somebody else: `Luis Rubio`, where only `Marco Rubio` is known.

    A name that its owner alone goes by (`sure`) may follow the capitalised first word of a sentence.
    """
    if not first or not joined(text, words[first - 1], words[first]):
        return False
    before = words[first - 1]
    if before.key in NAME_PARTS:
        return True
    if not _is_proper(before) or before.key in FUNCTION_WORDS:
        return False
    starts = first == 1 or not joined(text, words[first - 2], before)
    return not (sure and starts)


def _is_proper(word: Word) -> bool:
    return word.text[:1].isupper() and word.key not in HEADS and word.key not in BETWEEN and word.key not in TITLES


def _spaced(text: str, left: Word, right: Word) -> bool:
    return text[left.end : right.start] == " "
