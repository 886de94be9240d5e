"""Whose voice a noun phrase is when no party's name is in it: witnesses, civilians, the media, or an organ of the country."""

from __future__ import annotations

from counterclaim.knowledge.party_names import Word
from counterclaim.knowledge.party_words import (
    CIVILIAN_WORDS,
    CUTS,
    GENERIC_BEFORE,
    GENERIC_ONE,
    GONE,
    MEDIA_WORDS,
    NGO_WORDS,
    OFFICIALS,
    WITNESSES,
    bag,
)

ARTICLES = bag("the a an some several many two three four five one its their his her this that our")


def head_part(words: list[Word]) -> list[Word]:
    """Give the words of a noun phrase up to its first preposition: `a resident of Shutul` gives `a resident`."""
    for i, word in enumerate(words):
        if i and word.key in CUTS:
            return words[:i]
    return words


def nobodys_side(words: list[Word]) -> str | None:
    """Give `witness`, `civilians`, `media` or `ngo` for a phrase whose head is such a word; nothing otherwise."""
    part = head_part(words)
    keys = [word.key for word in part]
    if not keys:
        return None
    head = keys[-1]
    for label, vocabulary in (("media", MEDIA_WORDS), ("witness", WITNESSES), ("civilians", CIVILIAN_WORDS), ("ngo", NGO_WORDS)):
        if head in vocabulary:
            return label
    if "residents" in keys or "witnesses" in keys or "eyewitnesses" in keys or keys == ["people"]:
        return "witness"
    return "media" if "media" in keys and head in {"reports", "accounts", "posts", "sources", "footage"} else None


def is_gone(words: list[Word]) -> bool:
    """Tell whether the phrase speaks of somebody who held office before: `former`, `ex-`, `ousted`."""
    return any(word.key in GONE for word in words[:3])


def is_organ(words: list[Word]) -> bool:
    """Tell whether a phrase without a name means an organ of some state: `the army`, `a senior military official`."""
    part = [word for word in head_part(words) if word.key not in ARTICLES]
    if not part or len(part) > 6:  # noqa: PLR2004 - longer phrases are clauses
        return False
    keys = [word.key for word in part]
    if keys[-1] in GENERIC_ONE:
        return all(not word.text[:1].isupper() or word.key in GENERIC_ONE | GENERIC_BEFORE for word in part)
    return keys[-1] in OFFICIALS and any(key in GENERIC_BEFORE for key in keys[:-1])
