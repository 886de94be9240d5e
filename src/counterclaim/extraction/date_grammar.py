"""Patterns over rows of token codes, and what a pattern found hands to the rule that reads it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from counterclaim.extraction.date_lexicon import CODES, MONTHS, ORDINALS, PLURALS, SEASONS, UNITS, WEEKDAYS, Tokens, words
from counterclaim.extraction.date_tokens import spelled_value
from counterclaim.extraction.date_values import DateForm, Interval, Shift

CORE_CODES = frozenset(
    CODES[name]
    for name in words(
        "month weekday weekdays clock iso year decade nine today overnight unit part night noon season now recently daily far"
        " date present then bc"
    )
)
MACROS: dict[str, tuple[str, ...]] = {
    "num": ("day", "number", "year"),
    "weekly": ("weekday",),
    "daypart": ("part", "night", "noon"),
    "mod": ("early", "earlier", "later"),
    "till": ("to", "until", "through"),
    "hyphen": ("dash",),
    "monthday": ("day", "dayord"),
    "join": ("comma", "and", "or"),
    "span": ("to", "until", "through", "dash"),
}
ELEMENT = re.compile(r"(?:(?P<group>\w+)=)?(?P<names>\w+(?:\|\w+\b(?!=))*)|(?P<syntax>\(\?[=!:]|\(\?<[=!]|[()?*+|])|(?P<space>\s+)")


def expand(names: str) -> str:
    """Give the set of codes that names of groups and macros, joined by bars, stand for."""
    groups = (g for name in names.split("|") for g in MACROS.get(name, (name,)))
    return "[" + "".join(CODES[g] for g in groups) + "]"


def needed(pattern: str, core: frozenset[str]) -> frozenset[str] | None:
    """Give the codes of which a row must hold one for the pattern to match; None where no single element is sure to be there."""
    depth, sure = 0, None
    for found in ELEMENT.finditer(pattern):
        depth += {"(": 1, ")": -1}.get((found["syntax"] or "")[:1], 0)
        if not found["names"] or depth or pattern[found.end() : found.end() + 1] in {"?", "*"}:
            continue
        codes = frozenset(expand(found["names"])[1:-1])
        if codes <= core and (sure is None or len(codes) < len(sure)):
            sure = codes
    return sure


def compiled(pattern: str) -> re.Pattern[str]:
    """Give the expression over codes that a pattern in words describes: "month day (comma? y=year)?"."""
    parts = []
    for found in ELEMENT.finditer(pattern):
        if found["names"]:
            atom = expand(found["names"])
            parts.append(f"(?P<{found['group']}>{atom})" if found["group"] else atom)
        elif found["syntax"]:
            parts.append("(?:" if found["syntax"] == "(" else found["syntax"])
    return re.compile("".join(parts))


@dataclass(frozen=True, slots=True)
class Frame:
    """From where relative words are read: the publication date, the date mentioned before, and the tense around.

    `narrative` is True where a text tells a history and its months lean on the date before, not on the publication.
    """

    published: dt.date | None
    previous: Interval | None = None
    future: bool = False
    narrative: bool = False

    @property
    def anchor(self) -> dt.date | None:
        """The day that relative words lean on."""
        if self.narrative and self.previous and self.previous.earliest:
            return self.previous.earliest
        return self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a rule makes of the words: days, form, and whether something is counted over them."""

    interval: Interval
    form: DateForm = DateForm.DATE
    window: bool = False
    name: bool = False
    shift: Shift | None = None
    parts: tuple[tuple[int, int, str], ...] = field(default=())
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a pattern found: its groups as words and numbers."""

    tokens: Tokens
    found: re.Match[str]

    def has(self, group: str) -> bool:
        """Tell whether the group took part."""
        return self.found.groupdict().get(group) is not None

    def word(self, group: str) -> str:
        """Give the group's word, lower case; empty if it took no part."""
        return self.tokens.word(self.found.start(group)) if self.has(group) else ""

    def number(self, group: str) -> int:
        """Give the group's number, from figures or words; 0 if it has none."""
        digits = self.word(group).rstrip("stndrh") if self.word(group)[:1].isdigit() else self.word(group)
        return ORDINALS.get(digits) or spelled_value(digits) or 0

    def month(self, group: str = "m") -> int:
        """Give the month, 1 to 12."""
        return MONTHS[self.word(group).rstrip(".")]

    def weekday(self, group: str = "w") -> int:
        """Give the weekday, Monday is 0."""
        return WEEKDAYS[self.word(group).rstrip(".")]

    def season(self, group: str = "s") -> str:
        """Give the season's TIMEX3 code."""
        return SEASONS[self.word(group)]

    def unit(self, group: str = "u") -> str:
        """Give the unit in the singular."""
        return PLURALS.get(self.word(group), self.word(group))

    def unit_code(self, group: str = "u") -> str:
        """Give the unit's TIMEX3 code, "TH" for hours."""
        return UNITS[self.unit(group)]

    def place(self, group: str) -> tuple[int, int]:
        """Give the start and end of a group in the text."""
        first, last = self.found.span(group)
        return self.tokens.spans[first][0], self.tokens.spans[last - 1][1]

    @property
    def start(self) -> int:
        """Where the phrase starts in the text."""
        return self.tokens.spans[self.first][0]

    @property
    def first(self) -> int:
        """The index of the first token."""
        return self.found.start()

    @property
    def last(self) -> int:
        """The index after the last token."""
        return self.found.end()

    def follows(self, count: int = 1) -> str:
        """Give the token after the phrase, as written."""
        return self.tokens.raw(self.last + count - 1)


Reader = Callable[[Phrase, Frame], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the rule's name, and the function that reads what it finds."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    needs: frozenset[str] | None


def rule(name: str, pattern: str, read: Reader) -> Rule:
    """Give a rule from a pattern in words."""
    return Rule(name, compiled(pattern), read, needed(pattern, CORE_CODES))
