"""Cells of a table that a spreadsheet leaves as they are: no words are run as a formula, none become a number or a day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

Cell = str | int | float | bool | dt.date | None

APOSTROPHE: Final = "'"

# A cell that begins so is run as a formula by some spreadsheet (OWASP, "CSV Injection"), the full-width forms in East Asian
# settings; white space and what cannot be seen before the sign may be dropped on the way.
_FORMULA: Final = re.compile(r"[\t\r\n]|[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")

# Words that Excel or LibreOffice Calc takes for something else when it opens a CSV file, so that they cannot be had back: an
# id of digits alone or with one "e" (1.2E+30), leading and trailing zeros, "1,280" (1.28 where the comma is
# the decimal sign), "5-7" and "September 18" (a day of this year), a time, "40%" (.4).
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s.,]+)?"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_MISTAKEN: Final = re.compile(
    rf"""\s*(?:
        \d+(?:\.\d+)?e[+-]?\d+ | 0\d+ | \d{{16,}} | \d+\.\d*0 | \d{{1,3}}(?:[.,\u2019\u00a0\u202f\s]\d{{2,3}})+ | \(\d[\d.,]*\)
        | \d[\d.,]*\s*%
        | \d{{1,2}}\s*[-/.\u2013]\s*\d{{1,4}}(?:\s*[-/.]\s*\d{{1,4}})? | \d{{4}}[-/.]\d{{1,2}} | \d{{4}}/\d{{1,2}}/\d{{1,2}} | \d+\s+\d+/\d+
        | {_WEEKDAY}{_MONTH}[\s.,/-]*\d{{1,4}}(?:[\s.,/-]+\d{{2,4}})? | {_WEEKDAY}{_DAY}[\s.,/-]*{_MONTH}(?:[\s.,/-]*\d{{2,4}})?
        | \d{{1,3}}:\d{{2}}(?::\d{{2}})?(?:\s*[ap]m)?
        | \d{{1,2}}\s*[ap]m
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)


def safe(cell: Cell) -> str | int | float:
    """Give what is written for a value: words that a spreadsheet would change with an apostrophe first, numbers as they are.

    Words that begin with an apostrophe get another one, so that taking one away gives all of them back.

    >>> safe("=HYPERLINK(A1)"), safe("September 18"), safe("5-7"), safe("12345678901234567e89")
    ("'=HYPERLINK(A1)", "'September 18", "'5-7", "'12345678901234567e89")
    >>> safe("over 700"), safe(-3.5), safe(None), safe(True), safe(dt.date(2021, 9, 5))
    ('over 700', -3.5, '', 'true', '2021-09-05')
    """
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case dt.date():
            return cell.isoformat()
        case str():
            return f"{APOSTROPHE}{cell}" if cell.startswith(APOSTROPHE) or changes(cell) else str(cell)
        case _:
            return cell


def changes(words: str) -> bool:
    """Tell whether a spreadsheet would make something else of words than they are.

    >>> changes("0042"), changes("1,200"), changes("700"), changes("2021-09-05"), changes("dozens")
    (True, True, False, False, False)
    """
    return _FORMULA.match(words) is not None or _MISTAKEN.fullmatch(words) is not None
