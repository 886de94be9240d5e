"""When two names mean the same source, party or place for the purpose of a score."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# Words that many names share and that alone do not make two names one.
_SHARED: Final = frozenset(
    {
        "the", "of", "a", "an", "and", "for", "in", "on", "to", "national", "forces", "force", "army", "armed", "military",
        "ministry", "minister", "government", "defence", "defense", "front", "group", "authorities", "authority", "official",
        "officials", "state", "spokesman", "spokeswoman", "spokesperson", "prime", "president", "chief",
    }
)  # fmt: skip
_COUNTRY_OF: Final = {
    "afghan": "afghanistan", "american": "us", "armenian": "armenia", "azerbaijani": "azerbaijan", "azeri": "azerbaijan", "british":
    "uk", "burundian": "burundi", "congolese": "congo", "egyptian": "egypt", "emirati": "emirates", "eritrean": "eritrea", "ethiopian":
    "ethiopia", "filipino": "philippines", "french": "france", "houthi": "houthis", "indian": "india", "iranian": "iran", "iraqi":
    "iraq", "israeli": "israel", "kenyan": "kenya", "lebanese": "lebanon", "libyan": "libya", "pakistani": "pakistan", "palestinian":
    "palestine", "philippine": "philippines", "russian": "russia", "saudi": "saudi", "somali": "somalia", "sudanese": "sudan", "syrian":
    "syria", "tigrayan": "tigray", "tigrean": "tigray", "tunisian": "tunisia", "turkish": "turkey", "ugandan": "uganda", "ukrainian":
    "ukraine", "yemeni": "yemen",
}  # fmt: skip
_SMALL_WORDS: Final = frozenset({"of", "the", "and"})


def same_name(one: str | None, other: str | None) -> bool:
    """Tell whether two names share a word that tells them from others, or one is the other's initials.

    Two names that are both None are the same.

    >>> same_name("the Afghan army", "Afghanistan"), same_name("NRF", "National Resistance Front"), same_name("Massoud", None)
    (True, True, False)
    """
    if one is None or other is None:
        return one is other
    return bool(telling_words(one) & telling_words(other)) or one.lower() == initials(other) or other.lower() == initials(one)


@lru_cache(maxsize=8192)
def telling_words(name: str) -> frozenset[str]:
    """Give the words of a name that tell it from others, peoples as their countries; all words where none would be left.

    >>> sorted(telling_words("Armenian Defence Ministry spokeswoman")), sorted(telling_words("Al-Shabaab's forces"))
    (['armenia'], ['alshabaab'])
    """
    plain = name.lower().replace("-", " ").replace("united states", "us").replace("u.s.", "us")
    plain = re.sub(r"['\u2019]s\b|['\u2019]", "", plain)
    plain = re.sub(r"\b(al|el) (?=[a-z])", r"\1", plain)
    words = frozenset(_COUNTRY_OF.get(word, word) for word in re.findall(r"[a-z0-9]+", plain) if len(word) > 1)
    return words - _SHARED or words


@lru_cache(maxsize=8192)
def initials(name: str) -> str:
    """Give the first letters of the words of a name, in lower case."""
    words = re.findall(r"[A-Za-z]+", re.sub(r"['\u2019]s\b", "", name))
    return "".join(word[0] for word in words if word.lower() not in _SMALL_WORDS).lower()
