"""JSON Lines, JSON arrays and CSV with named columns, one report a row."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from counterclaim.claims.errors import UnreadableInput
from counterclaim.reading.dates import read_date
from counterclaim.reading.decoding import decode, guess_encoding
from counterclaim.reading.facts import Draft, Facts

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "fulltext", "full_text", "maintext", "story"),
    "title": ("title", "headline", "heading"),
    "published": ("published", "date", "publication_date", "published_at", "date_published", "pubdate", "publish_date", "dct", "timestamp"),
    "url": ("url", "link", "source_url"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "sitename", "source_name"),
    "byline": ("byline", "author", "authors"),
    "id": ("id", "doc", "doc_id", "article_id", "uid", "guid"),
}
"""The names that a column may go by, best first; case, blanks, `-` and `_` make no difference."""

_NEEDED = "name a column one of " + ", ".join(COLUMNS["text"])
_EPOCH = range(10**8, 10**11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of JSON Lines, parsed; `digest` is the SHA-256 of its bytes."""

    place: str
    row: Any
    digest: str
    notices: tuple[tuple[str, str], ...] = ()


def read_json_lines(stream: io.BufferedReader, source: str, *, path: str | None = None, limit: int) -> Iterator[Draft | UnreadableInput]:
    """Give a draft for each line of JSON Lines, and an error with its number for each line that cannot be read.

    A line of more than `limit` characters is passed over without being held.
    """
    for line in json_lines(stream, source, limit=limit):
        if isinstance(line, UnreadableInput):
            yield line
        else:
            draft = _row(line.row, source, line.place, path, line.digest)
            yield draft if isinstance(draft, UnreadableInput) else replace(draft, notices=draft.notices + line.notices)


def json_lines(stream: io.BufferedReader, source: str, *, limit: int) -> Iterator[Line | UnreadableInput]:
    """Give what each line of JSON Lines holds that is not empty, or why it cannot be read."""
    for number, line in _lines(stream, source, limit):
        place = f"line {number}"
        if isinstance(line, UnreadableInput):
            yield line
            continue
        try:
            if line.strip():
                words, notices = _repaired(line, source, place)
                digest = hashlib.sha256(line.encode("utf-8", "surrogateescape")).hexdigest()
                yield Line(place=place, row=_parsed(words, source, place), digest=digest, notices=notices)
        except UnreadableInput as error:
            yield error


def read_json(data: bytes, source: str, *, path: str | None = None) -> Iterator[Draft | UnreadableInput]:
    """Give a draft for each object of a JSON array, or for the one object that `data` is."""
    value = _parsed(decode(data, source)[0], source, None)
    for number, row in enumerate(value if isinstance(value, list) else [value], start=1):
        yield _row(row, source, f"item {number}", path, hashlib.sha256(msgspec.json.encode(row)).hexdigest())


def read_csv(stream: io.BufferedReader, source: str, *, path: str | None = None, limit: int) -> Iterator[Draft | UnreadableInput]:
    """Give a draft for each row of a CSV whose first row names the columns; commas, semicolons, bars or tabs part them.

    A line or a field of more than `limit` characters ends the reading of the file: what follows it cannot be told.
    """
    notices: list[tuple[str, str]] = []
    lines = _csv_lines(stream, source, limit, notices)
    header = next(lines, "")
    names = next(csv.reader([header], delimiter=_delimiter(header)), [])
    if known_columns(names) < 0:
        raise UnreadableInput(source, f"none of its columns ({', '.join(names)[:120]}) holds a text", place="line 1", way_out=_NEEDED)
    rows = csv.reader(lines, delimiter=_delimiter(header))
    while row := _next_row(rows, source, limit):
        start, cells = row
        draft = _row(
            dict(zip(names, cells, strict=False)), source, f"line {start}", path, hashlib.sha256("\n".join(cells).encode()).hexdigest()
        )
        yield draft if isinstance(draft, UnreadableInput) else replace(draft, notices=draft.notices + tuple(notices))
        notices.clear()


def _next_row(rows: Any, source: str, limit: int) -> tuple[int, list[str]] | None:
    """Give the next row that is not empty, with the number of its first line; None at the end."""
    while True:
        start = rows.line_num + 2
        with _fields_up_to(limit):
            try:
                cells = next(rows, None)
            except csv.Error as error:
                raise UnreadableInput(
                    source, f"not CSV: {error}", place=f"line {start}", way_out="quote fields and close every quote"
                ) from error
        if cells is None or any(cells):
            return None if cells is None else (start, cells)


def facts_of(row: Mapping[str, Any]) -> tuple[Facts, tuple[tuple[str, str], ...]]:
    """Give the facts in the named columns of `row`, and a notice for a date that cannot be read."""
    values = _by_meaning(row)
    date = values.pop("published", None)
    values.pop("text", None)
    published = _date(date) if date else None
    words = {name: _words(value) for name, value in values.items()}
    notice = (f"its date, {str(date)[:40]!r}, cannot be read in one way only; it was read without a date", "write dates as 2021-09-05")
    return Facts(**words, published=published), (notice,) if date and published is None else ()


def _parsed(words: str, source: str, place: str | None) -> Any:
    way_out = "give one JSON object a line, in UTF-8"
    try:
        return msgspec.json.decode(words)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise UnreadableInput(source, f"not JSON: {error}", place=place, way_out=way_out) from error
    except RecursionError as error:
        raise UnreadableInput(source, "JSON nested too deeply", place=place, way_out=way_out) from error


def _row(row: Any, source: str, place: str, path: str | None, digest: str) -> Draft | UnreadableInput:
    if not isinstance(row, dict):
        return UnreadableInput(source, "not an object with named values", place=place, way_out=_NEEDED)
    facts, notices = facts_of(row)
    text = _text(_by_meaning(row).get("text"), facts.title)
    if not text:
        return UnreadableInput(source, "a row without a text", place=place, way_out=_NEEDED)
    return Draft(text=text, raw_sha256=digest, source=source, place=place, path=path, given=facts, notices=notices)


def _text(body: Any, title: str | None) -> str:
    """Give the normalised text of a row: its body, under its title where the body does not start with it."""
    words = body if isinstance(body, str) else ""
    if title and not " ".join(words[: 2 * len(title) + 40].split()).casefold().startswith(" ".join(title.split()).casefold()):
        words = f"{title}\n\n{words}" if words.strip() else title
    return words


def _by_meaning(row: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values under the names of this program; where two columns mean the same, the better name wins."""
    named = {_plain(name): value for name, value in row.items() if value not in (None, "", [])}
    found = (
        (meaning, next((named[plain] for name in names if (plain := _plain(name)) in named), None)) for meaning, names in COLUMNS.items()
    )
    return {meaning: value for meaning, value in found if value is not None}


def _column_of(name: str) -> str | None:
    return next((meaning for meaning, names in COLUMNS.items() if _plain(name) in {_plain(other) for other in names}), None)


def _plain(name: str) -> str:
    return name.strip().strip("\ufeff").casefold().replace("_", "").replace("-", "").replace(" ", "")


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value if isinstance(item, (str, int))) or None
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("title"))
    return str(value).strip() or None


def _date(value: Any) -> dt.date | None:
    if isinstance(value, int) and not isinstance(value, bool) and value in _EPOCH:
        return dt.datetime.fromtimestamp(value, tz=dt.UTC).date()
    return read_date(str(value))


def _lines(stream: io.BufferedReader, source: str, limit: int) -> Iterator[tuple[int, str | UnreadableInput]]:
    number = 0
    with _decoded(stream, source, newline="\n") as text:
        while line := text.readline(limit + 1):
            number += 1
            if len(line) <= limit or line.endswith("\n"):
                yield number, line
                continue
            while not line.endswith("\n") and (line := text.readline(limit)):
                pass
            reason = f"a line of more than {limit:,} characters"
            yield number, UnreadableInput(source, reason, place=f"line {number}", way_out="give one report a line, or raise the limit")


def _csv_lines(stream: io.BufferedReader, source: str, limit: int, notices: list[tuple[str, str]]) -> Iterator[str]:
    number = 0
    with _decoded(stream, source, newline="") as text:
        while line := text.readline(limit + 1):
            number += 1
            place = f"line {number}"
            if len(line) > limit:
                raise UnreadableInput(
                    source, f"a line of more than {limit:,} characters", place=place, way_out="split it, or raise the limit"
                )
            words, damage = _repaired(line, source, place)
            notices.extend(damage)
            yield words


@contextmanager
def _decoded(stream: io.BufferedReader, source: str, newline: str) -> Iterator[io.TextIOWrapper]:
    """Give the lines of `stream` as text, and leave the stream open."""
    head = stream.peek(4096)[:4096]
    encoding = guess_encoding(head)
    if not encoding and b"\0" in head:
        raise UnreadableInput(source, "it holds zero bytes and is no table", way_out="give JSON Lines or CSV in UTF-8")
    errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    text = io.TextIOWrapper(stream, encoding=encoding or "utf-8", errors=errors, newline=newline)
    try:
        yield text
    finally:
        text.detach()


def _repaired(line: str, source: str, place: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Give a line whose bytes were not UTF-8 as the legacy or damaged text that it is."""
    if not line.isascii() and any("\udc80" <= character <= "\udcff" for character in line):
        try:
            return decode(line.encode("utf-8", "surrogateescape"), source)
        except UnreadableInput as error:
            raise UnreadableInput(source, error.reason, place=place, way_out=error.way_out) from error
    return line, ()


def _delimiter(header: str) -> str:
    return max(",;\t|", key=header.count)


@contextmanager
def _fields_up_to(limit: int) -> Iterator[None]:
    """Let a CSV field be as long as `limit` while one row is read: the module's own bound holds for the whole process."""
    before = csv.field_size_limit(limit)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def known_columns(names: Iterable[str]) -> int:
    """Give how many of `names` are columns that mean something here; -1 where none of them holds a text."""
    meanings = [_column_of(name) for name in names]
    return sum(meaning is not None for meaning in meanings) if "text" in meanings else -1
