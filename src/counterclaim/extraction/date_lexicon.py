"""The words of date expressions, and a text as a row of them: one character of code a token."""

from __future__ import annotations

import re
from dataclasses import dataclass


def words(text: str) -> tuple[str, ...]:
    """Give the words of a list written in one line."""
    return tuple(text.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun")
    )
    for name in names.split()
}
SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
NUMBERS = {word: value for value, word in enumerate(SMALL.split())} | {
    word: 10 * value for value, word in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {"hundred": 100, "thousand": 1000}
ORDINALS = {
    word: value
    for value, word in enumerate(
        words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
        start=1,
    )
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "sunset": "TEV",
    "nightfall": "TEV",
    "night": "TNI",
}
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "N",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
PLURALS = {f"{unit}s": unit for unit in UNITS} | {"centuries": "century"}

GROUPS: dict[str, tuple[str, ...]] = {
    "ordinal": tuple(ORDINALS),
    "numeral": tuple(NUMBERS),
    "scale": tuple(SCALES),
    "season": tuple(SEASONS),
    "part": tuple(p for p in PARTS if p != "night"),
    "night": ("night",),
    "noon": ("noon", "midday", "midnight"),
    "overnight": ("overnight",),
    "unit": tuple(u for u in UNITS if u not in {"second", "night"}) + tuple(PLURALS),
    "vague": ("few", "several", "couple", "many", "some", "multiple"),
    "recent": ("recent",),
    "a": ("a", "an"),
    "the": ("the",),
    "this": ("this",),
    "these": ("these", "those"),
    "that": ("that",),
    "same": ("same", "very"),
    "last": ("last", "past"),
    "latest": ("latest", "final"),
    "previous": ("previous", "preceding", "prior"),
    "next": ("next", "coming", "upcoming"),
    "following": ("following", "subsequent"),
    "early": ("early", "late", "mid"),
    "edge": ("end", "start", "beginning", "middle", "close"),
    "ago": ("ago",),
    "before": ("before",),
    "after": ("after", "afterwards", "afterward"),
    "earlier": ("earlier",),
    "later": ("later",),
    "of": ("of",),
    "in": ("in",),
    "on": ("on",),
    "at": ("at",),
    "and": ("and",),
    "or": ("or",),
    "to": ("to",),
    "into": ("into",),
    "until": ("until", "till", "til"),
    "through": ("through", "thru"),
    "from": ("from",),
    "between": ("between",),
    "since": ("since",),
    "by": ("by",),
    "during": ("during", "throughout"),
    "over": ("over",),
    "within": ("within",),
    "for": ("for",),
    "as": ("as",),
    "so": ("so",),
    "far": ("far",),
    "date": ("date",),
    "now": ("now", "currently", "nowadays"),
    "up": ("up",),
    "present": ("present", "moment"),
    "time": ("time",),
    "then": ("then",),
    "every": ("every", "each"),
    "daily": ("daily", "nightly", "hourly", "weekly", "monthly", "annually", "yearly"),
    "recently": ("recently", "lately"),
    "today": ("today", "yesterday", "tomorrow", "tonight"),
    "old": ("old",),
    "long": ("long",),
    "aged": ("aged", "age"),
    "straight": ("straight", "consecutive", "successive"),
    "fight": ("offensive", "assault", "battle", "siege", "operation", "fighting", "clashes", "bombardment", "campaign", "blockade"),
    "half": ("half",),
    "slash": ("/",),
    "nine": (),
    "about": ("about", "around", "approximately", "roughly", "nearly", "almost", "some"),
    "than": ("than",),
    "more": ("more", "less", "fewer"),
    "least": ("least", "most"),
    "bc": ("bc", "bce"),
    "other": ("other",),
    "period": ("period",),
    "night_of": (),
    "month": (),
    "weekday": (),
    "weekdays": (),
    "clock": (),
    "iso": (),
    "year": (),
    "years_of": (),
    "day": (),
    "dayord": (),
    "number": (),
    "decade": (),
    "comma": (",",),
    "dash": ("-", "\u2013", "\u2014", "\u2011", "\u2212"),
    "stop": (".",),
    "paren": ("(",),
    "zone": ("gmt", "utc", "est", "edt", "cet", "ist", "msk"),
    "possessive": ("'s", "\u2019s"),
}
FIRST_CODE = 0xE000
CODES = {name: chr(FIRST_CODE + i) for i, name in enumerate(GROUPS)}
OTHER, BREAK = "x", "¶"
WORDS = {word: CODES[name] for name, words in GROUPS.items() for word in words}

SHORT = r"(?:[JFMASONDTW](?:an|eb|ar|pr|un|ul|ug|ept?|ct|ov|ec|on|ues?|ed|hu(?:rs?)?|ri|at)\.|B\.\s?C\b)"
TOKEN = re.compile(
    rf"(?P<word>(?!{SHORT})[^\W\d_]+(?!\w))"
    r"""
    |(?P<bc>\bB\.\s?C\b\.?)
    |(?P<abbr>\b[JFMASONDTW][a-z]{2,4}\.)
    |(?P<nine>(?<![\w/])9/11(?![\w/]))
    |(?P<iso>(?<![\w/.-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d{2}))(?![\w/-]))
    |(?P<clock>\d{1,2}(?:[:.]\d{2})?\s?(?:a\.m\b\.?|p\.m\b\.?|am\b|pm\b|AM\b|PM\b)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)
      |\d{4}(?=\s?(?i:GMT|UTC|hrs\b|hours\ (?:local|GMT)\b)))
    |(?P<decade>\b(?:1\d|20)\d0['\u2019]?s\b|['\u2019]?\b\d0s\b)
    |(?P<dayord>\b\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<number>\d+(?:,\d{3})*(?:\.\d+)?(?!\w))
    |(?P<mixed>\w+)
    |(?P<possessive>['\u2019]s\b)
    |(?P<break>\n[\ \t]*\n\s*)
    |(?P<punct>[^\w\s])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as tokens: the code of each, and where each stands in the text."""

    text: str
    codes: str
    spans: tuple[tuple[int, int], ...]

    def word(self, index: int) -> str:
        """Give the token's characters, lower case."""
        start, end = self.spans[index]
        return self.text[start:end].lower()

    def raw(self, index: int) -> str:
        """Give the token's characters as written; empty beyond either end."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end]
