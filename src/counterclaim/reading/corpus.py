"""A folder with `texts/`: only its texts are read, with what `reports.jsonl` beside them tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counterclaim.claims.errors import UnreadableInput
from counterclaim.reading.facts import Facts
from counterclaim.reading.table import Line, facts_of, json_lines

TEXTS = "texts"
REPORTS = "reports.jsonl"
_WAY_OUT = 'write {"id": "…", "published": "2021-09-05", "outlet": "…", "url": "…", "title": "…"} on each line'


def is_corpus(folder: Path) -> bool:
    """Tell whether `folder` holds a folder named `texts`."""
    return (folder / TEXTS).is_dir()


def corpus_facts(folder: Path, *, limit: int) -> Iterator[Facts | UnreadableInput]:
    """Give the facts on each line of the corpus' `reports.jsonl`, and an error for each that cannot be read.

    Only the columns of `table.COLUMNS` count (`id`, `published`, `outlet`, `url`, `title`, …); any other, such as
    `facts_from`, is for people. A corpus may lack the file.
    """
    source = str(folder / REPORTS)
    try:
        with (folder / REPORTS).open("rb") as stream:
            for line in json_lines(stream, source, limit=limit):
                yield from _told(line, source)
    except FileNotFoundError:
        return
    except OSError as error:
        yield UnreadableInput(source, error.strerror or str(error), way_out="make it readable, or move it away")


def _told(line: Line | UnreadableInput, source: str) -> Iterator[Facts | UnreadableInput]:
    if isinstance(line, UnreadableInput):
        yield line
        return
    facts, notices = facts_of(line.row) if isinstance(line.row, dict) else (Facts(), ())
    if facts.id is None:
        yield UnreadableInput(source, "a line without an id", place=line.place, way_out=_WAY_OUT)
        return
    yield facts
    for reason, way_out in (*line.notices, *notices):
        yield UnreadableInput(source, reason, place=line.place, way_out=way_out)
