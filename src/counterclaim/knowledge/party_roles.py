"""Whose voice a noun phrase is when no party's name is in it: witnesses, civilians, the media, or an organ of the country."""

from __future__ import annotations

from itertools import pairwise

from counterclaim.knowledge.party_names import Word
from counterclaim.knowledge.party_words import (
    CARE,
    CARE_VOICES,
    CIVILIAN_WORDS,
    CUTS,
    GENERIC_BEFORE,
    GENERIC_ONE,
    GONE,
    MEDIA_WORDS,
    NAME_PARTS,
    NGO_FIELDS,
    NGO_GROUPS,
    NGO_WORDS,
    NOT_THE_STATE,
    OFFICES,
    OFFICIALS,
    STATE_OFFICES,
    TITLES,
    WIRES,
    WITNESSES,
    bag,
)

_STOPS = frozenset(",;:()—–")
_SEERS = bag("residents witnesses eyewitnesses")
_LABELS = (("media", MEDIA_WORDS), ("witness", WITNESSES), ("civilians", CIVILIAN_WORDS), ("ngo", NGO_WORDS))
_PAIRS = (
    ("media", bag("agency agencies service"), WIRES),
    ("media", bag("accounts sources"), bag("media")),
    ("ngo", NGO_GROUPS, NGO_FIELDS),
    ("witness", CARE_VOICES, CARE),
)
ARMS = bag("infantry mechanized mechanised armoured armored artillery airborne")
UNITS = bag("battalion brigade division regiment")
_LONGEST = 6  # words of a plain noun phrase; more is a clause
ARTICLES = bag("the a an some several many two three four five one its their his her this that our")


def head_part(text: str, words: list[Word]) -> list[Word]:
    """Give the words of a noun phrase up to its first preposition or comma: `a resident of Shutul` gives `a resident`."""
    for i, word in enumerate(words):
        if i and (word.key in CUTS or not _STOPS.isdisjoint(text[words[i - 1].end : word.start])):
            return words[:i]
    return words


def nobodys_side(text: str, words: list[Word]) -> str | None:
    """Give `witness`, `civilians`, `media` or `ngo` for a phrase whose head is such a word; nothing otherwise."""
    keys = [word.key for word in _without_name(head_part(text, words))]
    if not keys:
        return None
    head, before = keys[-1], set(keys[:-1])
    for label, vocabulary in _LABELS:
        if head in vocabulary:
            return label
    for label, heads, fields in _PAIRS:
        if head in heads and fields & before:
            return label
    return "witness" if keys == ["people"] or before & _SEERS else None


def _without_name(part: list[Word]) -> list[Word]:
    """Give the words before a person's name at the end: `local journalist Olena Bondar` gives `local journalist`."""
    for n, word in enumerate(reversed(part)):
        if not word.text[:1].isupper() or word.key in TITLES:
            return part[: len(part) - n]
    return part


def _without_titles(part: list[Word]) -> list[Word]:
    """Give the words before the titles of a person whose name is left out: `army spokesman Lt Col` gives `army spokesman`."""
    last = next((n for n, word in enumerate(reversed(part)) if word.key not in TITLES), len(part))
    return part[: len(part) - last]


def _is_titled_name(text: str, words: list[Word]) -> bool:
    """Tell whether a phrase is an office of the state and a name, and nothing else: "Prime Minister Amina Sall"."""
    titles = [n for n, word in enumerate(words) if word.key in STATE_OFFICES]
    names = words[titles[-1] + 1 :] if titles else []
    proper = bool(names) and all(w.text[:1].isupper() or w.key in NAME_PARTS for w in names)
    offices = STATE_OFFICES | GENERIC_BEFORE | {"the", "prime", "foreign", "vice", "deputy"}
    plain = all(w.key in offices for w in words[: len(words) - len(names)])
    return proper and plain and _STOPS.isdisjoint(text)


def _is_of_unit(words: list[Word]) -> bool:
    """Tell whether a phrase tells a unit that only armies have: "commander of the 88th Infantry Battalion", "the Army's 6th Division"."""
    armed = any(one.key in ARMS and other.key in UNITS for one, other in pairwise(words))
    return armed or any(word.text == "Army" and not _is_named(words[:n]) for n, word in enumerate(words))


def _is_named(before: list[Word]) -> bool:
    """Tell whether a name stands right before a word and makes it one group's own: "Coral Army", "God's Army"."""
    owner = [word for word in before[-2:] if word.key != "s"][-1:]
    return bool(owner) and owner[0].text[:1].isupper() and owner[0].key not in ARTICLES | TITLES


def is_gone(words: list[Word]) -> bool:
    """Tell whether the phrase speaks of somebody who held office before: `former`, `ex-`, `ousted`."""
    return any(word.key in GONE for word in words[:3])


def is_organ(text: str, words: list[Word]) -> bool:
    """Tell whether a phrase without a name means an organ of some state: `the army`, `a senior military official`."""
    bare = [word for word in head_part(text, words) if word.key not in ARTICLES]
    part = _without_titles(_without_name(bare)) or bare
    keys = [word.key for word in part]
    if not part or len(part) > _LONGEST or NOT_THE_STATE & set(keys):
        return False
    if _is_of_unit(words) or OFFICES & set(keys) or _is_titled_name(text, words):
        return True
    if keys[0] in GENERIC_ONE and keys[1:2] == ["s"]:
        return True
    if keys[-1] in GENERIC_ONE:
        return all(not word.text[:1].isupper() or word.key in GENERIC_ONE | GENERIC_BEFORE for word in part)
    return keys[-1] in OFFICIALS and any(key in GENERIC_BEFORE for key in keys[:-1])
