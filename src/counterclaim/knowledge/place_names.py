"""Names of places as keys: one form for all the ways in which a name is written, and what level its generic word asks for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

MARKS = re.compile(r"['`\u2018\u2019\u02bb\u02bc\u02be\u02bf\u02b9\u2032\u00b4.]")
SEPARATORS = re.compile(r"[^a-z0-9]+")
LAST_BASIC_LATIN = 0x024F
LATIN_EXTRA = (0x1E00, 0x1EFF)
MODIFIERS = (0x02B0, 0x036F)
PUNCTUATION = (0x2010, 0x2032)

ARTICLES = ("al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul")
SUN_LETTERS = {"d": "ad", "r": "ar", "s": "as", "t": "at", "z": "az", "n": "an"}
SHORT_FORMS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}

COUNTRY, REGION, DISTRICT, TOWN, PASS, VALLEY, WATER, MOUNTAIN, AREA, SPOT = (
    "country",
    "region",
    "district",
    "town",
    "pass",
    "valley",
    "water",
    "mountain",
    "area",
    "spot",
)

AFTER = {
    "province": REGION,
    "governorate": REGION,
    "oblast": REGION,
    "state": REGION,
    "region": REGION,
    "republic": REGION,
    "prefecture": REGION,
    "department": REGION,
    "voivodeship": REGION,
    "wilayat": REGION,
    "district": DISTRICT,
    "county": DISTRICT,
    "raion": DISTRICT,
    "rayon": DISTRICT,
    "subdistrict": DISTRICT,
    "sub district": DISTRICT,
    "municipality": DISTRICT,
    "township": DISTRICT,
    "tehsil": DISTRICT,
    "agency": DISTRICT,
    "taluk": DISTRICT,
    "woreda": DISTRICT,
    "zone": DISTRICT,
    "territory": DISTRICT,
    "local government area": DISTRICT,
    "lga": DISTRICT,
    "city": TOWN,
    "town": TOWN,
    "village": TOWN,
    "township area": TOWN,
    "settlement": TOWN,
    "hamlet": TOWN,
    "suburb": TOWN,
    "borough": TOWN,
    "refugee camp": TOWN,
    "camp": TOWN,
    "pass": PASS,
    "valley": VALLEY,
    "river": WATER,
    "lake": WATER,
    "sea": WATER,
    "gulf": WATER,
    "strait": WATER,
    "mountain": MOUNTAIN,
    "mountains": MOUNTAIN,
    "hill": MOUNTAIN,
    "hills": MOUNTAIN,
    "heights": MOUNTAIN,
    "sector": AREA,
    "area": AREA,
    "peninsula": AREA,
    "desert": AREA,
    "forest": AREA,
    "forest reserve": AREA,
    "plain": AREA,
    "pocket": AREA,
    "strip": AREA,
    "airport": SPOT,
    "air base": SPOT,
    "airbase": SPOT,
    "base": SPOT,
    "crossing": SPOT,
    "checkpoint": SPOT,
}
"""Generic words after a name, and the level that they ask for."""

BEFORE = {
    "city of": TOWN,
    "town of": TOWN,
    "village of": TOWN,
    "district of": DISTRICT,
    "county of": DISTRICT,
    "municipality of": DISTRICT,
    "province of": REGION,
    "state of": REGION,
    "region of": REGION,
    "governorate of": REGION,
    "republic of": COUNTRY,
    "kingdom of": COUNTRY,
    "mount": MOUNTAIN,
    "lake": WATER,
    "gulf of": WATER,
    "wilayat": REGION,
    "wilayah": REGION,
    "muhafazat": REGION,
    "provincia de": REGION,
    "departamento de": REGION,
    "departamento del": REGION,
    "estado de": REGION,
    "region de": REGION,
    "ostan e": REGION,
    "gobolka": REGION,
}
"""Generic words before a name, and the level that they ask for."""

PARTICLES = frozenset({"the", "of", "a", "an", "its", "and", "this", "that"})
DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern",
    "southeastern", "southwestern", "northeast", "northwest", "southeast", "southwest", "upper", "lower",
})  # fmt: skip
"""Words that make a part of a place out of its name."""

ADMINISTRATIVE_ORDER = (COUNTRY, REGION, DISTRICT, TOWN)
ADMINISTRATIVE = frozenset(ADMINISTRATIVE_ORDER)
NATURAL = frozenset({PASS, VALLEY, WATER, MOUNTAIN, AREA, SPOT})

PLURALS = {
    "provinces": REGION,
    "states": REGION,
    "regions": REGION,
    "districts": DISTRICT,
    "counties": DISTRICT,
    "cities": TOWN,
    "towns": TOWN,
    "villages": TOWN,
    "settlements": TOWN,
    "passes": PASS,
    "valleys": VALLEY,
}
"""Generic words after several names."""

HINTS = {word: level for word, level in AFTER.items() if " " not in word} | {
    "country": COUNTRY,
    "nation": COUNTRY,
    "kingdom": COUNTRY,
    "capital": TOWN,
    "mount": MOUNTAIN,
    **PLURALS,
}
"""Generic words beside a name, one word each, and the level that they ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name without its generic word: `key` as written, `core` without the generic, `level` that the generic asks for."""

    key: str
    core: str
    level: str | None


def is_latin(text: str) -> bool:
    """Tell whether a name is written in Latin letters, transliteration marks included."""
    return all(
        (code := ord(char)) <= LAST_BASIC_LATIN
        or LATIN_EXTRA[0] <= code <= LATIN_EXTRA[1]
        or MODIFIERS[0] <= code <= MODIFIERS[1]
        or PUNCTUATION[0] <= code <= PUNCTUATION[1]
        for char in text
    )


def key_of(name: str) -> str:
    """Give a name's key: lower-case ASCII words without marks, hyphens and a leading "the".

    >>> key_of("the \u2019Un\u0101bah"), key_of("Deir-ez-Zor"), key_of("St. Louis")
    ('unabah', 'deir ez zor', 'saint louis')
    """
    text = MARKS.sub("", unicodedata.normalize("NFC", name))
    if not text.isascii():
        text = MARKS.sub("", anyascii(text))
    words = SEPARATORS.sub(" ", text.casefold()).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1:
        words[0] = SHORT_FORMS.get(words[0], words[0])
    return " ".join(words)


def unmarked(name: str) -> str:
    """Give a name in plain letters, without the marks of a transliteration.

    >>> unmarked("\u2018Un\u0101bah")
    'Unabah'
    """
    return anyascii(MARKS.sub("", unicodedata.normalize("NFC", name)))


@lru_cache(maxsize=65_536)
def parse(name: str) -> Name:
    """Give the key of a name, its core without generic words, and the level that the first of them asks for.

    >>> parse("Paryan district")
    Name(key='paryan district', core='paryan', level='district')
    >>> parse("Mount Sinjar").level, parse("Kabul").level
    ('mountain', None)
    """
    key = key_of(name)
    core, level = strip_after(key)
    core, before = strip_before(core)
    return Name(key=key, core=core, level=level or before)


def strip_after(key: str) -> tuple[str, str | None]:
    """Take generic words off the end: what remains and the level of the last one that stood there."""
    words = key.split()
    for length in (3, 2, 1):
        if len(words) > length and (level := AFTER.get(" ".join(words[-length:]))):
            return " ".join(words[:-length]), level
    return key, None


def strip_before(key: str) -> tuple[str, str | None]:
    """Take a generic word off the start: what remains and its level."""
    words = key.split()
    for length in (2, 1):
        if len(words) > length and (level := BEFORE.get(" ".join(words[:length]))):
            return " ".join(words[length:]), level
    return key, None


def is_common_noun(name: str) -> bool:
    """Tell whether words name a kind of place and no place: no capital letter, or nothing but generic words.

    >>> is_common_noun("the camp"), is_common_noun("Capital"), is_common_noun("Camp Taji")
    (True, True, False)
    """
    return name == name.lower() or all(word in HINTS or word in PARTICLES for word in key_of(name).split())


def whole_of(key: str) -> str | None:
    """Give the name of the whole where a key names a part of it.

    >>> whole_of("northern aleppo"), whole_of("aleppo")
    ('aleppo', None)
    """
    first, _, rest = key.partition(" ")
    return rest if rest and first in DIRECTIONS else None


def with_other_articles(key: str) -> tuple[str, ...]:
    """Give the keys that differ from this one by an Arabic article only.

    >>> with_other_articles("el fasher")
    ('fasher', 'al fasher')
    >>> with_other_articles("raqqa")
    ('al raqqa', 'el raqqa', 'ar raqqa')
    """
    first, _, rest = key.partition(" ")
    bare = rest if rest and first in ARTICLES else key
    articles = ["al", "el", *filter(None, [SUN_LETTERS.get(bare[:1])])]
    if bare.startswith("sh"):
        articles.append("ash")
    forms = [bare, *(f"{article} {bare}" for article in articles)]
    return tuple(form for form in forms if form != key)


DIGRAPHS = (
    ("kh", "h"), ("gh", "g"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("ph", "f"), ("sch", "x"), ("sh", "x"), ("ch", "c"),
    ("ts", "c"), ("tz", "c"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("q", "k"),
)  # fmt: skip
SOUNDS = str.maketrans({"y": "i", "e": "i", "w": "u", "o": "u", "v": "b"})
VOWELS = frozenset("aiu")


@lru_cache(maxsize=65_536)
def sounds(key: str) -> str:
    """Give a key's letters by sound: one letter for a digraph, three vowels, no doubles, no silent h at the end.

    >>> sounds("unabah"), sounds("kulbiyow") == sounds("kolbio"), sounds("khenj") == sounds("hinj")
    ('unaba', True, True)
    """
    text = key.replace(" ", "")
    for written, sound in DIGRAPHS:
        text = text.replace(written, sound)
    text = (text.removesuffix("h") if len(text) > 1 else text).translate(SOUNDS)
    return "".join(char for i, char in enumerate(text) if not i or char != text[i - 1])


@lru_cache(maxsize=65_536)
def skeleton(key: str) -> str:
    """Give the consonants that two spellings of one name share.

    >>> skeleton("unabah") == skeleton("anaba"), skeleton("shuttle"), skeleton("shotol")
    (True, 'xtl', 'xtl')
    """
    consonants = [char for char in sounds(key) if char not in VOWELS]
    return "".join(char for i, char in enumerate(consonants) if not i or char != consonants[i - 1])
