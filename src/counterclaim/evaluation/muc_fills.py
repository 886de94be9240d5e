"""Fills of MUC-4 slots: what a key accepts, and whether a response is right, partly right or wrong.

After "Guidelines for scoring mismatches between system responses and answer key", version 7 (MUC-4, 1992); the numbers
in brackets are its sections. It leaves many mismatches to a person; here they are decided by rules, and in doubt against the response.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from counterclaim.evaluation.pairing import pair

RIGHT, PARTLY, WRONG = 1.0, 0.5, 0.0
PIECE = re.compile(r'"(?:\\.|[^"\\])*"|[^"/:]+|[:/]')
DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
RECENT: Final = dt.timedelta(days=62)  # "within two months" of the report: how far back "- 26 AUG 89" reaches
IDLE: Final = frozenset(
    [
        "THE",
        "A",
        "AN",
        "SOME",
        "TWO",
        "THREE",
        "FOUR",
        "FIVE",
        "SIX",
        "SEVEN",
        "EIGHT",
        "NINE",
        "TEN",
        "SEVERAL",
        "MANY",
        "OTHER",
        "ANOTHER",
        "THEIR",
        "HIS",
        "HER",
        "ITS",
        "OF",
    ]
)
ROOM = re.compile(r"\s*\([A-Z ,'-]+\)")  # the kind of place that stands behind its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    r"""One fill of a slot: any of `values` is acceptable, any of `tags` as what it is about; `optional` may be left out.

    The tags of "DEATH: \\"JUDGE\\"" are what points to the filler of another slot; a slot without such has none.
    """

    values: tuple[str, ...]
    tags: tuple[str, ...] = ()
    optional: bool = False


def parse_fill(text: str) -> Fill:
    r"""Read a fill of a key.

    >>> parse_fill('? 1 / PLURAL: "BUS" / "BUSES"')
    Fill(values=('1', 'PLURAL'), tags=('BUS', 'BUSES'), optional=True)
    >>> parse_fill('"MAYOR OF X": "Y"').values, parse_fill('- 26 AUG 89').values
    (('MAYOR OF X',), ('- 26 AUG 89',))
    """
    body = text.strip()
    optional = body.startswith("?")
    values: list[str] = []
    tags: list[str] = []
    tagging = False
    for piece in _pieces(body.lstrip("? ")):
        if piece == ":":
            tagging = True
        elif piece == "/":
            tagging = tagging and bool(tags)
        else:
            quoted = piece.startswith('"')
            (tags if tagging and quoted else values).append(_bare(piece))
    return Fill(values=tuple(values), tags=tuple(t for t in tags if t != "-"), optional=optional)


def parse_place(text: str) -> Fill:
    """Read a fill of the place slot, in which colons part levels: "(PERU: LIMA (CITY)) / (PERU: LIMA (DEPARTMENT))"."""
    body = text.strip()
    options = re.split(r"\s+/\s+", body.lstrip("? "))
    return Fill(values=tuple(options), optional=body.startswith("?"))


def _pieces(body: str) -> Iterator[str]:
    return (piece.strip() for piece in PIECE.findall(body) if piece.strip())


def _bare(piece: str) -> str:
    plain = piece.strip()
    if plain.startswith('"'):
        return plain[1:-1].replace('\\"', '"').strip()
    return plain.strip("() ")


Grade = Callable[[Fill, Fill], float]
"""Tells how right a response (second) is for a fill of the key (first): 1, 0.5 or 0."""


def phrase(key: str, response: str) -> float:
    """Grade words of the text [3.1.1]: more words in front of the key's are right, part of a name and the same head are partly right.

    >>> phrase("PEASANTS", "THE 3 OLD PEASANTS"), phrase("ALBERTO TORRES", "TORRES"), phrase("BUS", "CAR")
    (1.0, 0.5, 0.0)
    """
    wanted, given = _words(key), _words(response)
    if not wanted or not given:
        return WRONG
    if wanted == given or given[-len(wanted) :] == wanted:
        return RIGHT
    inside = f" {' '.join(wanted)} " in f" {' '.join(given)} " or f" {' '.join(given)} " in f" {' '.join(wanted)} "
    return PARTLY if inside or wanted[-1] == given[-1] else WRONG


def _words(text: str) -> list[str]:
    words = re.findall(r"[^\W_]+(?:[.'-][^\W_]+)*", text.upper())
    return [w for w in words if w not in IDLE and not w.isdigit()] or words


def words_grade(key: Fill, response: Fill) -> float:
    """Grade a slot of words; where it has tags, a right value with a wrong tag is partly right [3.2.19]."""
    grade = _best(phrase, key.values, response.values)
    return min(grade, RIGHT if _tag(key, response) == RIGHT else PARTLY) if key.tags and response.tags else grade


def set_grade(*partly: tuple[str, str]) -> Grade:
    """Give the grade of a slot with a fixed list of values [3.1.2]; `partly` are pairs of a key and a lesser response [3.2]."""

    def grade(key: Fill, response: Fill) -> float:
        if set(key.values) & set(response.values):
            return RIGHT if _tag(key, response) == RIGHT else PARTLY
        lesser = any((k, r) in partly or ("*", r) in partly for k in key.values for r in response.values)
        return PARTLY if lesser else WRONG

    return grade


def _tag(key: Fill, response: Fill) -> float:
    if not key.tags or not response.tags:
        return RIGHT if not key.tags and not response.tags else WRONG
    return _best(phrase, key.tags, response.tags)


def number_grade(key: Fill, response: Fill) -> float:
    """Grade a number: right where it and its tag are; partly where the key has it behind "~" or as an end of a range [3.2.21]."""
    tag = _tag(key, response)
    if set(key.values) & set(response.values):
        return tag if key.tags else RIGHT
    ends = {end.strip("~ ") for value in key.values for end in value.split("-") if "~" in value or "-" in value}
    return PARTLY if ends & set(response.values) else WRONG


def date_grade(key: Fill, response: Fill) -> float:
    """Grade a date [3.2.2]: a day inside the key's interval, or the report's own day as default, is partly right."""
    return _best(_date, key.values, response.values)


def _date(key: str, response: str) -> float:
    wanted, given = _interval(key), _interval(response)
    if wanted is None or given is None:
        return WRONG
    if wanted == given:
        return RIGHT
    if given[0] is None:
        return PARTLY if given[1] == wanted[1] else WRONG
    earliest = wanted[0] or wanted[1] - RECENT
    return PARTLY if given[0] == given[1] and earliest <= given[0] <= wanted[1] else WRONG


def _interval(text: str) -> tuple[dt.date | None, dt.date] | None:
    """Give first and last day; no first day for "- 26 AUG 89", on or before."""
    days = [_day(*match) for match in DAY.findall(text)]
    if not days:
        return None
    return (None if text.strip().startswith("-") else days[0], days[-1])


def _day(day: str, month: str, year: str) -> dt.date:
    return dt.date(1900 + int(year), MONTHS.index(month) + 1, int(day))


def place_grade(key: Fill, response: Fill) -> float:
    """Grade a place [3.2.3]: the country alone, another place in it, or the right place in another country are partly right."""
    return _best(_place, key.values, response.values)


def _place(key: str, response: str) -> float:
    wanted, given = _levels(key), _levels(response)
    if not wanted or not given:
        return WRONG
    if wanted == given:
        return RIGHT
    return PARTLY if wanted[0] == given[0] or (len(given) > 1 and wanted[1:] == given[1:]) else WRONG


def _levels(text: str) -> tuple[str, ...]:
    plain = ROOM.sub("", text).strip("() ")
    return tuple(level.strip(" ()") for level in plain.split(":"))


def _best(grade: Callable[[str, str], float], keys: Iterable[str], responses: Sequence[str]) -> float:
    return max((grade(key, response) for key in keys for response in responses), default=WRONG)


def graded(key: Sequence[Fill], response: Sequence[Fill], grade: Grade) -> tuple[float, int, int]:
    """Give the sum of grades of one slot, how many fills the key asks for, and how many were given.

    Each fill is used once. What is optional counts only where it is met.
    """
    pairs = pair(key, response, lambda k, r: grade(k, r) or None)
    met = [k for k, _ in pairs]
    asked = sum(not k.optional or any(k is m for m in met) for k in key)
    return sum(grade(k, r) for k, r in pairs), asked, len(response)
