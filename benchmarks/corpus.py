"""Texts for benchmarks: the sample dispatches, as often as is asked for, no two alike."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

from counterclaim import Report, read_reports

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples" / "dispatches"


def texts(number: int) -> Iterator[str]:
    """Give so many texts."""
    stories = [path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "texts").glob("*.txt"))]
    for nth, story in enumerate(itertools.islice(itertools.cycle(stories), number)):
        yield f"{story}\n\nThis is dispatch {nth:06d} of the corpus.\n"


def write(path: Path, number: int) -> Path:
    """Write so many reports as JSON Lines."""
    with path.open("w", encoding="utf-8") as stream:
        for nth, text in enumerate(texts(number)):
            stream.write(json.dumps({"id": f"r{nth:06d}", "text": text, "published": "2021-09-05"}) + "\n")
    return path


def reports(path: Path) -> list[Report]:
    """Give the reports of a file, all of which can be read."""
    found = list(read_reports([path]))
    assert all(isinstance(one, Report) for one in found)
    return [one for one in found if isinstance(one, Report)]
