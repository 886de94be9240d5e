"""Bare numbers in running text: digits, spelled-out cardinals, multiples, and plurals such as "dozens"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from text_to_num import text2num

PLURALS: Final = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2_000_000, 9_999_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999),
}
SCALES: Final = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "k": 1_000, "lakh": 100_000, "lakhs": 100_000,
    "million": 1_000_000, "mn": 1_000_000, "m": 1_000_000, "crore": 10_000_000, "crores": 10_000_000,
    "billion": 1_000_000_000, "bn": 1_000_000_000,
}  # fmt: skip
SEVERAL: Final = (3, 9)
LARGEST: Final = 10**12


def word_set(words: str) -> frozenset[str]:
    """Give the words of a list that is written as one string."""
    return frozenset(words.split())


_UNIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEEN = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_BELOW_100 = rf"(?:{_TENS}(?:[-\s]{_UNIT})?|{_TEEN}|{_UNIT})\b"
_BELOW_1000 = rf"{_BELOW_100}(?:[-\s]hundred\b(?!\s+thousand)(?:\s+(?:and\s+)?{_BELOW_100})?)?"
_CARDINAL = rf"{_BELOW_1000}(?:[-\s]thousand\b(?:,?\s+(?:and\s+)?{_BELOW_1000})?)?"
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?![\d,]*\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d,.]*\d)"
    r"|\d{1,3}(?:\.\d{3})+(?![\d.]*\d)|\d+(?:[.,]\d{1,2}(?!\d))?"
)
_SCALE = r"(?:dozen|hundred|thousand|lakhs?|million|crores?|billion)"
_PLURAL = (
    r"(?:(?:(?:several|many)\s+)?(?:tens|hundreds)\s+of\s+(?:thousands|millions)"
    r"|tens(?=\s+of\b)|dozens|scores|hundreds|thousands|millions)"
)
# Where a number may start: one cheap scan, so that the grammar is tried at few places only.
_TRIGGER = re.compile(
    r"[0-9]|\b(?:one\b|t(?:wo|hree|en|welve|hirteen|wenty|hirty|housand|rio)|f(?:our|ive|ifteen|orty|ifty|ew)|s(?:ix|even|everal|core)"
    r"|e(?:ight|leven)|nin|hundred|half|m(?:illion|any)|dozen|couple|pair)"
)
_AMOUNT = re.compile(
    r"(?P<half>half[-\s](?:a[-\s])?(?:dozen|million)\b)"
    rf"|(?P<plural>{_PLURAL})\b"
    r"|(?P<some>several|few|many|couple(?:\s+of)?)\s+(?P<some_scale>dozen|hundred|thousand|million|lakh)s?\b"
    r"|(?P<few>several|few)\b|(?P<pair>couple|pair|trio)\b"
    rf"|(?P<digits>{_DIGITS})(?:[-\s]?(?P<scale>{_SCALE})\b|(?P<short>k|m|mn|bn)\b)?"
    rf"|(?P<words>{_CARDINAL})(?:[-\s](?P<word_scale>{_SCALE})\b)?"
    rf"|(?P<bare>dozen|hundred|thousand|million)\b(?:\s+and\s+(?P<rest>{_BELOW_100}))?"
)
_ARTICLE = re.compile(r"\ba\s+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number without its hedges: equal bounds where it is one figure, two where it is a vague word.

    `scale` is the multiplier said with it (1,000 in "15 thousand"), which a figure before "to" or "or" may share.
    `multiple` is False only for the cardinal one.
    """

    start: int
    end: int
    low: int
    high: int
    form: str
    scale: int = 1
    vague: bool = False
    approximate: bool = False

    @property
    def digits(self) -> bool:
        """Whether it is written in digits, so that a date, a code or a score can look like it."""
        return self.form == "digits"

    @property
    def multiple(self) -> bool:
        """Whether it is anything but the cardinal one in letters, which can be a pronoun."""
        return self.form != "words" or self.low != 1


def find_amounts(text: str) -> Iterator[Amount]:
    """Give every bare number of the text in order, those that turn out to be dates or codes included."""
    lowered = lower_case(text)
    position = 0
    while trigger := _TRIGGER.search(lowered, position):
        position = trigger.start() + 1
        match = _AMOUNT.match(lowered, trigger.start())
        if match is None:
            continue
        position = match.end()
        amount = _read(match, _ARTICLE.search(lowered, max(0, match.start() - 4), match.start()))
        if amount is not None and amount.high <= LARGEST:
            yield amount


def lower_case(text: str) -> str:
    """Give the text in lower case with every offset kept, also where a capital has two letters in lower case."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _read(match: re.Match[str], article: re.Match[str] | None) -> Amount | None:
    form = next(name for name in _FORMS if match[name])
    bounds = _BOUNDS[form](match)
    if bounds is None or (form in _NEEDS_ARTICLE and not article and match[form] != "several"):
        return None
    low, high = bounds
    scale = SCALES.get(match["scale"] or match["short"] or match["word_scale"] or match["bare"] or "", 1)
    return Amount(
        start=article.start() if article and form in _TAKES_ARTICLE else match.start(),
        end=match.end(),
        low=low,
        high=high,
        form="article" if form == "bare" and article else form,
        scale=scale,
        vague=low != high,
        approximate=form == "some" and low == high,
    )


def _exactly(value: int | None) -> tuple[int, int] | None:
    return None if value is None else (value, value)


def _some(match: re.Match[str]) -> tuple[int, int]:
    scale = SCALES[match["some_scale"]]
    if match["some"].startswith("couple"):
        return 2 * scale, 2 * scale
    low, high = PLURALS.get(match["some_scale"] + "s", (2 * scale, 10 * scale - 1))
    return (low if match["some"] == "many" else SEVERAL[0] * scale), high


def _digits(match: re.Match[str]) -> tuple[int, int] | None:
    return _exactly(in_digits(match["digits"], SCALES.get(match["scale"] or match["short"] or "", 1)))


def _words(match: re.Match[str]) -> tuple[int, int] | None:
    value = spelled_out(match["words"])
    return None if value is None else _exactly(value * SCALES.get(match["word_scale"] or "", 1))


def _bare(match: re.Match[str]) -> tuple[int, int] | None:
    return _exactly(SCALES[match["bare"]] + (spelled_out(match["rest"]) or 0 if match["rest"] else 0))


_BOUNDS: Final[dict[str, Callable[[re.Match[str]], tuple[int, int] | None]]] = {
    "half": lambda m: _exactly(6 if m["half"].endswith("dozen") else 500_000),
    "some": _some,
    "few": lambda _: SEVERAL,
    "pair": lambda m: _exactly(3 if m["pair"] == "trio" else 2),
    "plural": lambda m: PLURALS[" ".join(w for w in m["plural"].split() if w not in {"several", "many"})],
    "digits": _digits,
    "words": _words,
    "bare": _bare,
}
_FORMS: Final = tuple(_BOUNDS)
_NEEDS_ARTICLE: Final = {"few", "pair"}
_TAKES_ARTICLE: Final = {"half", "some", "few", "pair", "bare"}


@lru_cache(maxsize=4096)
def spelled_out(words: str) -> int | None:
    """Give the value of an English cardinal in letters, None where the words make no number.

    >>> spelled_out("two hundred and five")
    205
    """
    plain = " ".join(words.lower().replace(",", " ").split())
    if plain.startswith("hundred"):
        plain = f"one {plain}"
    try:
        return int(text2num(plain, "en"))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def in_digits(digits: str, scale: int = 1) -> int | None:
    """Give the value of a figure, whole after its scale; None where it is a decimal fraction.

    A point or a blank before exactly three digits groups thousands, as in "1.280" and "1 280"; before one or two it
    marks a fraction, which makes sense only with a scale.

    >>> in_digits("1,280"), in_digits("1 280"), in_digits("1.2", 1_000_000), in_digits("2.5")
    (1280, 1280, 1200000, None)
    """
    if digits.isdecimal():
        return int(digits) * scale
    whole, mark, fraction = digits.rpartition("." if "." in digits else ",")
    if mark and len(fraction) <= 2:  # noqa: PLR2004 - three digits after a mark are a group
        value = int(whole.replace(",", "")) * scale + int(fraction) * scale // 10 ** len(fraction)
        return value if scale > 1 else None
    return int(re.sub(r"\D", "", digits)) * scale
