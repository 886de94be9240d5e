"""Gold files: JSON Lines in the shapes that public, hand-coded sets have here, and a folder of coded dispatches."""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.claims.errors import UnreadableInput

Row = Mapping[str, Any]

# A sentence ends where a line does, or after a full stop that a capital, a digit or an opening quotation mark follows.
_NEXT_SENTENCE = r"\s+(?=[A-Z0-9\u201c\"])"
_BREAK = re.compile(rf"(?<=[.!?][\"\u201d\u2019)]){_NEXT_SENTENCE}|(?<=[a-z0-9)%][.!?]){_NEXT_SENTENCE}|\n\s*\n|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatches:
    """Coded dispatches: their texts by id, the coded claims, and where the sentences of each text start."""

    texts: Mapping[str, str]
    claims: tuple[Row, ...]
    starts: Mapping[str, tuple[int, ...]]
    hash: str

    @property
    def docs(self) -> dict[str, str]:
        """The ids of the texts by the SHA-256 of the text."""
        return {hashlib.sha256(text.encode()).hexdigest(): doc for doc, text in self.texts.items()}

    @property
    def by_hash(self) -> dict[str, str]:
        """The texts by their SHA-256."""
        return {sha256: self.texts[doc] for sha256, doc in self.docs.items()}

    def sentence(self, doc: str, offset: int) -> int:
        """Give the number of the sentence that an offset lies in."""
        return bisect_right(self.starts[doc], offset) - 1

    def words(self, doc: str, offset: int) -> str:
        """Give the sentence that an offset lies in."""
        nth = self.sentence(doc, offset)
        bounds = (*self.starts[doc], len(self.texts[doc]))
        return self.texts[doc][bounds[nth] : bounds[nth + 1]].strip()


def read_dispatches(folder: Path) -> Dispatches:
    """Read `texts/*.txt` and `claims.jsonl` of a folder.

    Raises:
        UnreadableInput: If a file is missing or a line of it is no JSON object.
    """
    paths = sorted((folder / "texts").glob("*.txt"))
    if not paths:
        raise UnreadableInput(str(folder), "no texts/*.txt in it", way_out="name a folder of coded dispatches, such as samples/dispatches")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    claims = tuple(read_rows(folder / "claims.jsonl"))
    for nth, claim in enumerate(claims, 1):
        if claim.get("doc") not in texts:
            raise UnreadableInput(str(folder / "claims.jsonl"), f"its dispatch {claim.get('doc')!r} is not in texts/", place=f"line {nth}")
    return Dispatches(
        texts=texts, claims=claims, starts={doc: sentence_starts(text) for doc, text in texts.items()}, hash=gold_hash(texts, claims)
    )


def read_rows(path: Path) -> Iterator[Row]:
    """Give the rows of a JSON Lines file, empty lines left out.

    Raises:
        UnreadableInput: If the file cannot be opened, or a line is no JSON object.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for nth, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(path, nth, line)
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or str(error), way_out="name a file that can be read") from error


def _row(path: Path, nth: int, line: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableInput(str(path), error.msg, place=f"line {nth}", way_out="mend the line or leave it out") from error
    if not isinstance(row, dict):
        raise UnreadableInput(str(path), "not a JSON object", place=f"line {nth}", way_out="write one object a line")
    return row


def sentence_starts(text: str) -> tuple[int, ...]:
    """Give where the sentences of a text start, the first at 0.

    >>> sentence_starts("Shelling went on. Nobody fled.")
    (0, 18)
    """
    return tuple(dict.fromkeys((0, *(match.end() for match in _BREAK.finditer(text) if match.end() < len(text)))))


def gold_hash(texts: Mapping[str, str], claims: tuple[Row, ...]) -> str:
    """Give the SHA-256 of a coded set, the same for the same texts and codings in any layout of the JSON."""
    content = json.dumps([sorted(texts.items()), claims], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()
