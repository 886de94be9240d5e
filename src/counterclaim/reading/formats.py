"""What an input is: told by its name's ending and its first bytes."""

from __future__ import annotations

import csv
import re
from enum import StrEnum

from counterclaim.reading.decoding import guess_encoding
from counterclaim.reading.table import known_columns


class Format(StrEnum):
    """The kinds of input that can be read."""

    TEXT = "text"
    PAGE = "page"
    FEED = "feed"
    JSON_LINES = "json lines"
    JSON = "json"
    CSV = "csv"


READABLE = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".html": Format.PAGE,
    ".htm": Format.PAGE,
    ".xhtml": Format.PAGE,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".xml": Format.FEED,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
}
"""The endings that are read in a folder, alone or before `.gz`; a file that is named is read whatever it is called."""

_FEED = re.compile(r"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_COLUMNS_THAT_TELL = 2


def format_of(name: str) -> Format | None:
    """Give the format that a file's ending stands for; None where it is not one that is read."""
    return READABLE.get(_ending(name))


def stem(name: str) -> str:
    """Give a file's name without the ending that tells its format.

    >>> stem("panjshir-01.txt.gz")
    'panjshir-01'
    """
    bare = name[:-3] if name.casefold().endswith(".gz") else name
    return bare[: -len(_ending(name))] if _ending(name) in READABLE else bare


def tell(name: str, head: bytes) -> Format:
    """Give the format of an input called `name` that begins with `head`.

    What plainly is a page or a feed is one, whatever its ending; the ending tells JSON and CSV from text, and where
    there is none that is known, the first character or the first row does.
    """
    encoding = guess_encoding(head) or "utf-8"
    words = head[:4096].decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    if words.startswith("<") and (marked := _markup(words)):
        return marked
    known = format_of(name)
    if known is Format.JSON and not _is_one_value(words):
        return Format.JSON_LINES
    return known or _unnamed(words)


def _ending(name: str) -> str:
    bare = name.casefold().removesuffix(".gz")
    dot = bare.rfind(".")
    return bare[dot:] if dot > 0 else ""


def _markup(words: str) -> Format | None:
    if _FEED.search(words):
        page = _PAGE.search(words)
        return Format.FEED if page is None else Format.PAGE
    return Format.PAGE if _PAGE.search(words) else None


def _unnamed(words: str) -> Format:
    if words.startswith("{"):
        return Format.JSON if words.startswith(("{\n", "{\r")) else Format.JSON_LINES
    if re.match(r"\[\s*\{", words):
        return Format.JSON
    first = words.splitlines()[0] if words else ""
    return Format.CSV if any(_is_header(first, delimiter) for delimiter in ",;\t") else Format.TEXT


def _is_one_value(words: str) -> bool:
    """Tell whether a `.json` file holds one value over many lines, not an object a line."""
    return words.startswith("[") or re.match(r"\{\s*[\r\n]", words) is not None


def _is_header(line: str, delimiter: str) -> bool:
    names = next(csv.reader([line[:1000]], delimiter=delimiter), [])
    return known_columns(names) >= _COLUMNS_THAT_TELL
