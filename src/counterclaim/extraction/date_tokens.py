"""A text to tokens: which "May", which "2000" and which "Sun" are dates is settled here, by their neighbours."""

from __future__ import annotations

import re
from functools import lru_cache

from counterclaim.extraction.date_lexicon import (
    BREAK,
    CODES,
    MONTHS,
    NUMBERS,
    OTHER,
    SCALES,
    TOKEN,
    WEEKDAYS,
    WORDS,
    Tokens,
    words,
)
from counterclaim.extraction.not_quantities import ADDRESS

LAST_DAY = 31
YEARS = range(1000, 2100)
PLAIN_YEARS = range(1900, 2040)
NAMES_TOO = frozenset({"march", "may", "april", "june", "august"})
HOLY = frozenset(words("good bloody black ash super easter palm holy maundy whit cyber giving red shrove"))
TITLES = frozenset(words("times telegraph mirror express herald tribune star world post mail sun adelaja okoye"))
OWNERS = frozenset(words("the that a its his her their our both for into 's \u2019s year fiscal"))
SINGULAR_S = frozenset(words("was has is as its his this us across does various previous perhaps unless besides afterwards thus"))
COUNTED = frozenset(
    words("people troops men women children police percent per personnel civilian infantry km kg mm hectares of more other armed feet hp")
)
COMPOUND = frozenset(words("mid post pre late early since"))


def codes_of(*names: str) -> frozenset[str]:
    """Give the codes of these groups."""
    return frozenset(CODES[name] for name in names)


DAYS = codes_of("day", "dayord")
BEFORE_MONTH = codes_of(
    *words("in of since by until to from during early last next this that between through before after previous dash comma or")
)
AFTER_MONTH = codes_of("year", "day", "dayord", "last", "this", "that")
BEFORE_YEAR = codes_of(*words("in since by of from until to before after during early between through dash paren this month season"))
FIRM_BEFORE_YEAR = codes_of("in", "since", "month", "season", "by")
LOOSE_BEFORE_YEAR = codes_of("the", "a", "possessive", "comma", "and", "or", "about")
ABBREVIATED_DAY = codes_of("month", "day", "dayord")

NUMERAL, SCALE, DASH, NUMBER, YEAR, MONTH, WEEKDAY = (
    CODES[name] for name in ("numeral", "scale", "dash", "number", "year", "month", "weekday")
)
UNSETTLED = codes_of("month", "weekday", "weekdays", "year", "day", "number")
SPELLED_CODES = codes_of("numeral", "scale")
NAMES = dict.fromkeys(MONTHS, MONTH) | dict.fromkeys(WEEKDAYS, WEEKDAY)
NAMES |= {f"{name}s": CODES["weekdays"] for name in WEEKDAYS if name.endswith("day")}
SPELLED = re.compile(f"{NUMERAL}(?:{DASH}?{NUMERAL})*(?:{DASH}?{SCALE})*|[{NUMBER}{CODES['day']}{CODES['a']}]{SCALE}+")


def tokenise(text: str) -> Tokens:
    """Give the text as tokens with their codes."""
    codes: list[str] = []
    spans: list[tuple[int, int]] = []
    for found in TOKEN.finditer(text):
        kind = found.lastgroup
        codes.append(word_code(found[0]) if kind == "word" else code_of(kind or "", found[0]))
        spans.append(found.span())
    if SPELLED_CODES.intersection(codes):
        codes, spans = merge_spelled(text, codes, spans)
    tokens = Tokens(text, "".join(codes), tuple(spans))
    for index in [i for i, code in enumerate(codes) if code in UNSETTLED]:
        codes[index] = settle(tokens, index, codes[index])
    return Tokens(text, "".join(codes), tokens.spans)


def code_of(kind: str, text: str) -> str:
    """Give the code that a token which is no word has by itself, before its neighbours are asked."""
    if kind == "number":
        return number_code(text)
    if kind == "punct":
        return WORDS.get(text, OTHER)
    if kind == "break":
        return BREAK
    if kind == "abbr":
        return NAMES.get(text[:-1].lower(), OTHER)
    return CODES.get(kind, OTHER)


@lru_cache(maxsize=1 << 15)
def word_code(text: str) -> str:
    """Give the code of a word; months and weekdays only where they have a capital, full weekdays also without."""
    word = text.lower()
    code = NAMES.get(word)
    if code is None:
        return WORDS.get(word, OTHER)
    long_weekday = code != MONTH and len(word) > len("thurs")
    return code if text[0].isupper() or long_weekday else WORDS.get(word, OTHER)


def number_code(text: str) -> str:
    """Give the code of a figure: a day of a month, a year, or a mere number."""
    if not text.isdigit():
        return NUMBER
    value = int(text)
    if len(text) <= 2 and 1 <= value <= LAST_DAY:  # noqa: PLR2004
        return CODES["day"]
    return YEAR if len(text) == 4 and value in YEARS else NUMBER  # noqa: PLR2004


def merge_spelled(text: str, codes: list[str], spans: list[tuple[int, int]]) -> tuple[list[str], list[tuple[int, int]]]:
    """Give tokens in which "twenty-four", "a hundred" and "nineteen ninety-seven" are one."""
    row = "".join(codes)
    for found in reversed(list(SPELLED.finditer(row))):
        first, last = found.start(), found.end()
        value = spelled_value(text[spans[first][0] : spans[last - 1][1]])
        spans[first:last] = [(spans[first][0], spans[last - 1][1])]
        codes[first:last] = [YEAR if value in YEARS and last - first > 1 and SCALE not in found.group() else NUMBER]
    return codes, spans


def spelled_value(text: str) -> int | None:
    """Give the number that figures or words say.

    >>> spelled_value("twenty-four"), spelled_value("a hundred"), spelled_value("nineteen ninety-seven"), spelled_value("2,300")
    (24, 100, 1997, 2300)
    """
    if "." in text:
        return int(float(text.replace(",", ""))) if text.replace(",", "").replace(".", "", 1).isdecimal() else None
    parts = [p for p in re.split(r"[\s\-\u2013\u2014\u2011\u2212]+", text.lower().replace(",", "")) if p]
    total: int | None = None
    for part in parts:
        value = NUMBERS.get(part, int(part) if part.isdigit() else 1 if part in {"a", "an"} else None)
        if part in SCALES:
            total = (total or 1) * SCALES[part]
        elif value is None:
            return None
        else:
            total = value if total is None else joined(total, value)
    return total


def joined(total: int, value: int) -> int:
    """Give "nineteen" and "ninety" as 1990, everything else as a sum."""
    century = NUMBERS["ten"] < total <= NUMBERS["twenty"] and value > NUMBERS["nine"]
    return total * 100 + value if century else total + value


def settle(tokens: Tokens, index: int, code: str) -> str:
    """Give the code of a token among its neighbours."""
    if code == MONTH:
        return code if month_stands(tokens, index) else OTHER
    if code in {WEEKDAY, CODES["weekdays"]}:
        return code if weekday_stands(tokens, index) else OTHER
    if code == YEAR:
        return year_code(tokens, index)
    if code in {CODES["day"], NUMBER} and glued(tokens, index):
        return OTHER
    return code


def neighbour(tokens: Tokens, index: int) -> str:
    """Give the code of the token at an index, as at a break beyond either end."""
    return tokens.codes[index] if 0 <= index < len(tokens.codes) else BREAK


def month_stands(tokens: Tokens, index: int) -> bool:
    """Tell whether a capitalised month's name is a month: always beside a figure, else where no other reading is near."""
    word = tokens.word(index)
    if tokens.raw(index - 1).lower() in HOLY:
        return False
    before, after = neighbour(tokens, index - 1), neighbour(tokens, index + 1)
    if before in DAYS or after in AFTER_MONTH:
        return True
    if before in BEFORE_MONTH or (before == CODES["and"] and neighbour(tokens, index - 2) == MONTH):
        return len(word) > len("mar") or word == "may" or word.endswith(".")
    bare = word.rstrip(".")
    return bare not in NAMES_TOO and (len(bare) > len("sept") or bare == "july" or word.endswith("."))


def weekday_stands(tokens: Tokens, index: int) -> bool:
    """Tell whether a weekday's name is one, and no holiday, newspaper or star."""
    word = tokens.word(index)
    if tokens.raw(index - 1).lower() in HOLY or tokens.raw(index + 1).lower() in TITLES:
        return False
    if len(word.rstrip(".")) > len("thurs"):
        return True
    after = index + 1 + (neighbour(tokens, index + 1) == CODES["comma"])
    return neighbour(tokens, after) in ABBREVIATED_DAY


def year_code(tokens: Tokens, index: int) -> str:
    """Give the code of a figure of four digits: a year where the words around it speak of time, else a number."""
    if glued(tokens, index) or ADDRESS.match(tokens.text, tokens.spans[index][1]):
        return OTHER
    before, counted = neighbour(tokens, index - 1), counts_something(tokens, index)
    if ends_date(tokens, index) and not counted:
        return YEAR
    word = tokens.word(index)
    plain = not word.isdigit() or int(word) in PLAIN_YEARS
    if before in BEFORE_YEAR:
        firm = before in FIRM_BEFORE_YEAR and plain
        return YEAR if firm or not counted else NUMBER
    if opens_years(tokens, index):
        return YEAR
    named = owned(tokens, index) and not word.endswith("00")
    if before in DAYS | {NUMBER} or (counted and not named):
        return NUMBER
    return YEAR if plain and (named or before in LOOSE_BEFORE_YEAR or starts_or_ends(tokens, index)) else NUMBER


def opens_years(tokens: Tokens, index: int) -> bool:
    """Tell whether a figure is the first of two years: "1861-1865"."""
    second = tokens.raw(index + 2)
    return neighbour(tokens, index + 1) == DASH and len(second) == len("1861") and second.isdigit() and int(second) in YEARS


def owned(tokens: Tokens, index: int) -> bool:
    """Tell whether the figure stands where a year names a thing: "the 1992 protests", "its 1990 invasion", "for 1990"."""
    return tokens.raw(index - 1).lower() in OWNERS


def ends_date(tokens: Tokens, index: int) -> bool:
    """Tell whether a month, or a month and a day, stand before the figure: "April 9, 1865", "in May of 1940"."""
    before = index - 1 - (neighbour(tokens, index - 1) in codes_of("comma", "of"))
    if neighbour(tokens, before) in DAYS:
        before -= 1
    return neighbour(tokens, before) == MONTH


def starts_or_ends(tokens: Tokens, index: int) -> bool:
    """Tell whether a bare figure stands where a year stands: at the start of a line or before a word that is no noun."""
    return neighbour(tokens, index - 1) in {BREAK, CODES["stop"]} or tokens.raw(index - 1).lower() in {"year", "fiscal", "spring"}


def counts_something(tokens: Tokens, index: int) -> bool:
    """Tell whether a plural or a measure follows, so that the figure counts it."""
    follower = tokens.raw(index + 1)
    capitals = follower.isupper() and len(follower) > len("NATO") and follower.endswith("S")
    if not (follower.islower() or capitals):
        return follower == "%"
    follower = follower.lower()
    return follower in COUNTED or (follower.endswith("s") and follower not in SINGULAR_S and len(follower) > 2)  # noqa: PLR2004


def glued(tokens: Tokens, index: int) -> bool:
    """Tell whether the figure is a part of a designation: "Su-25", "T-72", "No. 5", "$14"."""
    start, _ = tokens.spans[index]
    if start == 0:
        return False
    last = tokens.text[start - 1]
    if last in "$£€#/" or (last == "." and start > 1 and tokens.text[start - 2].isdigit()):
        return True
    letters = last in "-\u2013" and start > 1 and tokens.text[start - 2].isalpha()
    return letters and tokens.raw(index - 2).lower() not in COMPOUND and tokens.codes[index - 2] != MONTH
