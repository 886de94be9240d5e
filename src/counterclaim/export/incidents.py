"""Incidents as JSON Lines, format `counterclaim/incident/1`: UTF-8, one incident a line, every key present, null where unknown.

Keys, their order and what each may hold are those of `Incident`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.incident import FORMAT, Incident

_ENCODER: Final = msgspec.json.Encoder()
_INCIDENT: Final = msgspec.json.Decoder(Incident)


def encode_incident(incident: Incident) -> bytes:
    """Give one line, without its line end."""
    return _ENCODER.encode(incident)


def write_incidents(incidents: Iterable[Incident], stream: BinaryIO) -> int:
    """Write one line an incident, and tell how many."""
    many = 0
    for incident in incidents:
        stream.write(encode_incident(incident) + b"\n")
        many += 1
    return many


def read_incidents(path: Path) -> Iterator[Incident]:
    """Give the incidents of a file, line by line; blank lines are passed over.

    Raises:
        UnreadableInput: The file cannot be opened, or a line of it is no incident; those before it have been given.
    """
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _decoded(line, str(path), number)
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or str(error), way_out="check the name and that you may read it") from error


def _decoded(line: bytes, source: str, number: int) -> Incident:
    try:
        return _INCIDENT.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableInput(
            source, str(error), place=f"line {number}", way_out=f"correct the line; it must be one incident in {FORMAT}"
        ) from error
