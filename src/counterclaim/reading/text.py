"""Plain text, its own normalised text: decoded, nothing removed or moved."""

from __future__ import annotations

import hashlib

from counterclaim.reading.decoding import decode
from counterclaim.reading.facts import NOTHING, Draft, Facts


def read_text(data: bytes, source: str, *, path: str | None = None, given: Facts = NOTHING) -> Draft:
    """Give the draft of one plain text, of which offsets count the decoded characters, line ends as they are.

    Raises:
        UnreadableInput: The bytes are no text.
    """
    text, notices = decode(data, source)
    return Draft(text=text, raw_sha256=hashlib.sha256(data).hexdigest(), source=source, path=path, given=given, notices=notices)
