"""Paths to reports: files, folders, corpora and standard input, whatever they hold, one at a time."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.report import Report
from counterclaim.reading.corpus import TEXTS, corpus_facts, is_corpus
from counterclaim.reading.facts import NOTHING, Draft, Facts
from counterclaim.reading.formats import READABLE, Format, format_of, stem, tell
from counterclaim.reading.report import content_id, finish
from counterclaim.reading.table import read_csv, read_json, read_json_lines
from counterclaim.reading.text import read_text

LIMIT = 32 * 2**20
"""The most that one text, page, feed, line or field may have: bytes, or characters in tables."""

STANDARD_INPUT = "-"
_HEAD = 65536
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Input:
    """One opened file: how it is called in errors, its path, and what its corpus tells about it."""

    source: str
    path: str | None
    stream: io.BufferedReader
    given: Facts
    limit: int


def read_inputs(
    paths: Iterable[str | Path],
    *,
    published: dt.date | None = None,
    today: dt.date | None = None,
    limit: int = LIMIT,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | UnreadableInput]:
    """Give the reports in `paths`, in the order of the paths and of the names in each folder, and each failure as a value.

    A path is a text, an HTML page, an RSS or Atom feed, JSON Lines, JSON, CSV (any of them gzipped), a folder of such
    files, a corpus (a folder with `texts/`), or `-` for standard input. One report is held at a time. An error can
    also follow the report that it is about: where the report was read without its date, or with damaged characters.

    Args:
        paths: What to read.
        published: The publication date of all of it, over anything that is found.
        today: A date found after it is refused; None refuses none.
        limit: The most that one text, page, feed, line or field may have.
        stdin: What `-` reads; the process' own by default.
    """
    if published is not None and today is not None and published > today + dt.timedelta(days=1):
        yield UnreadableInput("--published", f"{published} lies after today, {today}", way_out="give the day that the texts were published")
        return
    ids: dict[str, bytes] = {}
    for path in paths:
        for found in _drafts(path, limit, stdin):
            if isinstance(found, UnreadableInput):
                yield found
                continue
            for result in finish(found, published=published, today=today):
                yield from _with_own_id(result, found, ids) if isinstance(result, Report) else (result,)


def _with_own_id(report: Report, draft: Draft, ids: dict[str, bytes]) -> Iterator[Report | UnreadableInput]:
    """Give the report under an id that no other text has; an id given to two texts is kept for the first."""
    digest = bytes.fromhex(report.sha256)[:8]
    if ids.setdefault(report.id, digest) == digest:
        yield report
        return
    own = f"{report.id}-{content_id(report.text)[:8]}"
    ids.setdefault(own, digest)
    yield replace(report, id=own)
    reason = f"the id {report.id} was given to another text before; this one was read as {own}"
    yield UnreadableInput(draft.source, reason, place=draft.place, way_out="give every text an id of its own")


def _drafts(path: str | Path, limit: int, stdin: BinaryIO | None) -> Iterator[Draft | UnreadableInput]:
    if str(path) == STANDARD_INPUT:
        yield from _stream_drafts(stdin or sys.stdin.buffer, "standard input", None, NOTHING, limit)
        return
    place = Path(path)
    try:
        mode = place.stat().st_mode
    except (OSError, ValueError) as error:
        yield _failure(str(path), error)
        return
    yield from _folder_drafts(place, limit) if stat.S_ISDIR(mode) else _file_drafts(place, NOTHING, limit)


def _folder_drafts(folder: Path, limit: int) -> Iterator[Draft | UnreadableInput]:
    found = False
    for result in _walk(folder, limit):
        found = True
        yield result
    if not found:
        yield UnreadableInput(str(folder), "no file in it can be read", way_out="name files that end in " + ", ".join(sorted(READABLE)))


def _walk(folder: Path, limit: int) -> Iterator[Draft | UnreadableInput]:
    """Give the drafts of a folder's files by name; hidden files, links to folders and unknown endings are passed over."""
    if is_corpus(folder):
        yield from _corpus_drafts(folder, limit)
        return
    for entry in _entries(folder):
        if isinstance(entry, UnreadableInput):
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), limit)
        elif entry.is_file() and format_of(entry.name) is not None:
            yield from _file_drafts(Path(entry.path), NOTHING, limit)


def _corpus_drafts(folder: Path, limit: int) -> Iterator[Draft | UnreadableInput]:
    told: dict[str, Facts] = {}
    for fact in corpus_facts(folder, limit=limit):
        if isinstance(fact, UnreadableInput):
            yield fact
        elif fact.id is not None:
            told[fact.id] = fact
    for path in _texts(folder / TEXTS):
        if isinstance(path, UnreadableInput):
            yield path
        else:
            name = stem(path.name)
            yield from _file_drafts(path, told.pop(name, Facts(id=name)), limit)
    for name in told:
        reason = f"no text for the report {name}"
        yield UnreadableInput(str(folder / TEXTS), reason, way_out=f"add {name}.txt, or take the line out of reports.jsonl")


def _texts(folder: Path) -> Iterator[Path | UnreadableInput]:
    for entry in _entries(folder):
        if isinstance(entry, UnreadableInput):
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            yield from _texts(Path(entry.path))
        elif entry.is_file() and format_of(entry.name) is not None:
            yield Path(entry.path)


def _entries(folder: Path) -> Iterator[os.DirEntry[str] | UnreadableInput]:
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield _failure(str(folder), error)
        return
    yield from (entry for entry in entries if not entry.name.startswith("."))


def _file_drafts(path: Path, given: Facts, limit: int) -> Iterator[Draft | UnreadableInput]:
    try:
        with path.open("rb") as stream:
            yield from _stream_drafts(stream, str(path), str(path), given, limit)
    except OSError as error:
        yield _failure(str(path), error)


def _stream_drafts(stream: BinaryIO, source: str, path: str | None, given: Facts, limit: int) -> Iterator[Draft | UnreadableInput]:
    try:
        whole = _rejoined(stream.read(_HEAD), stream)
        if whole.peek(2)[:2] == _GZIP:
            packed = gzip.GzipFile(fileobj=whole, mode="rb")
            whole = _rejoined(packed.read(_HEAD), packed)
        yield from _read(_Input(source=source, path=path, stream=whole, given=given, limit=limit))
    except UnreadableInput as error:
        yield error
    except (EOFError, zlib.error, OSError) as error:
        yield _failure(source, error)


def _read(given: _Input) -> Iterator[Draft | UnreadableInput]:
    head = given.stream.peek(_HEAD)
    if not head:
        raise UnreadableInput(given.source, "it is empty", way_out="give an input with a text in it")
    kind = tell(given.path or "", head)
    if kind in {Format.JSON_LINES, Format.CSV}:
        rows = read_csv if kind is Format.CSV else read_json_lines
        yield from rows(given.stream, given.source, path=given.path, limit=given.limit)
        return
    data = given.stream.read(given.limit + 1)
    if len(data) > given.limit:
        raise UnreadableInput(given.source, f"more than {given.limit:,} bytes for one {kind}", way_out="split it, or raise the limit")
    yield from _WHOLE[kind](data, given)


def _page(data: bytes, given: _Input) -> Iterator[Draft | UnreadableInput]:
    from counterclaim.reading.page import read_page  # noqa: PLC0415 - its libraries take a second to load, and only pages need them

    yield read_page(data, given.source, path=given.path, given=given.given)


def _feed(data: bytes, given: _Input) -> Iterator[Draft | UnreadableInput]:
    from counterclaim.reading.feed import read_feed  # noqa: PLC0415 - as above

    yield from read_feed(data, given.source, path=given.path)


_WHOLE: dict[Format, Callable[[bytes, _Input], Iterable[Draft | UnreadableInput]]] = {
    Format.TEXT: lambda data, given: (read_text(data, given.source, path=given.path, given=given.given),),
    Format.JSON: lambda data, given: read_json(data, given.source, path=given.path),
    Format.PAGE: _page,
    Format.FEED: _feed,
}


class _Rejoined(io.RawIOBase):
    """A stream with its first bytes put back."""

    def __init__(self, head: bytes, rest: BinaryIO | gzip.GzipFile) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def _rejoined(head: bytes, rest: BinaryIO | gzip.GzipFile) -> io.BufferedReader:
    return io.BufferedReader(_Rejoined(head, rest), buffer_size=_HEAD)


def _failure(source: str, error: Exception) -> UnreadableInput:
    for kind, reason, way_out in _REASONS:
        if isinstance(error, kind):
            return UnreadableInput(source, reason, way_out=way_out)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableInput(source, reason, way_out="check that it can be opened and read")


_REASONS: tuple[tuple[type[Exception], str, str], ...] = (
    (FileNotFoundError, "there is no such file or folder", "check the path"),
    (PermissionError, "no permission to read it", "change its permissions, or read it as its owner"),
    (gzip.BadGzipFile, "its gzip is damaged", "fetch it again"),
    (EOFError, "its gzip ends too early", "fetch it again: it was cut off"),
    (zlib.error, "its gzip is damaged", "fetch it again"),
)
