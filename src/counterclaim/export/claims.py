"""Claims as JSON Lines, format `counterclaim/claim/1`: UTF-8, one claim a line, every key present, null where unknown.

Keys, their order and what each may hold are those of `Claim`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import fields
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from counterclaim.claims.claim import FORMAT, Claim
from counterclaim.claims.errors import UnreadableInput

LONGEST_LINE: Final = 64 * 2**20  # bytes; no claim comes near it, and a file without line ends does not fill the memory

FEW: Final = 4  # keys that an error names

_ENCODER: Final = msgspec.json.Encoder()
_KEYS: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_CLAIM: Final = msgspec.json.Decoder(Claim)
_NAMES: Final = tuple(field.name for field in fields(Claim))
_ALL: Final = frozenset(_NAMES)
_BOM: Final = b"\xef\xbb\xbf"


def encode_claim(claim: Claim) -> bytes:
    """Give one line, without its line end."""
    return _ENCODER.encode(claim)


def decode_claim(line: bytes, *, source: str, number: int) -> Claim:
    """Give the claim that a line holds.

    Args:
        line: One line, with or without its line end.
        source: What the line comes from, for the error.
        number: Which line of it, from 1.

    Raises:
        UnreadableInput: The line is no JSON, lacks a key or has a strange one, or holds a value that no claim can have.
    """
    try:
        _check_keys(_KEYS.decode(line))
        return _CLAIM.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableInput(
            source, str(error), place=f"line {number}", way_out=f"correct the line; it must be one claim in {FORMAT}"
        ) from error


def _check_keys(found: dict[str, msgspec.Raw]) -> None:
    if found.keys() == _ALL:
        return
    missing = [name for name in _NAMES if name not in found]
    strange = [name for name in found if name not in _NAMES]
    if missing or strange:
        parts = [f"{word} {_some(names)}" for word, names in (("missing", missing), ("unknown", strange)) if names]
        raise msgspec.ValidationError("keys: " + "; ".join(parts))


def _some(names: list[str]) -> str:
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return ", ".join(names[:FEW]) + more


def write_claims(claims: Iterable[Claim], stream: BinaryIO) -> int:
    """Write one line a claim, and tell how many."""
    many = 0
    for claim in claims:
        stream.write(encode_claim(claim) + b"\n")
        many += 1
    return many


def read_claims(path: Path) -> Iterator[Claim]:
    """Give the claims of a file, line by line; blank lines are passed over.

    Raises:
        UnreadableInput: The file cannot be opened, or a line of it is no claim; the lines before it have been given.
    """
    try:
        with path.open("rb") as stream:
            yield from claims_in(stream, source=str(path))
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or str(error), way_out="check the name and that you may read it") from error


def claims_in(stream: BinaryIO, *, source: str) -> Iterator[Claim]:
    """Give the claims of an open stream, such as standard input, which `source` names in errors."""
    for number, line in _lines(stream, source):
        if line.strip():
            yield decode_claim(line, source=source, number=number)


def lines_in(path: Path, stdin: BinaryIO | None = None) -> Iterator[tuple[int, Claim] | UnreadableInput]:
    """Give each claim of a file with the number of its line, and the error of each line that is none, in order.

    Blank lines are passed over. `-` stands for `stdin`.

    Raises:
        UnreadableInput: The file cannot be opened.
    """
    source = "standard input" if str(path) == "-" else str(path)
    try:
        with nullcontext(stdin) if stdin and str(path) == "-" else path.open("rb") as stream:
            yield from _each_line(stream, source)
    except OSError as error:
        raise UnreadableInput(source, error.strerror or str(error), way_out="check the name and that you may read it") from error


def _each_line(stream: BinaryIO, source: str) -> Iterator[tuple[int, Claim] | UnreadableInput]:
    for number, line in _lines(stream, source):
        if line.strip():
            try:
                yield number, decode_claim(line, source=source, number=number)
            except UnreadableInput as error:
                yield error


def _lines(stream: BinaryIO, source: str) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise UnreadableInput(
                source, f"is longer than {LONGEST_LINE // 2**20} MiB", place=f"line {number}", way_out="put each claim on a line of its own"
            )
        yield number, line.removeprefix(_BOM) if number == 1 else line
