"""Sentences about other sentences: what a report says that nobody could check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.extraction.draft import Sentence

BACK = 4  # sentences that a remark behind them is about
_CHECK = r"(?:confirm|check|verify)"

# "an unverified video", "the report has not been verified", "if confirmed, …": about its own sentence.
OF_ITSELF = re.compile(
    r"unverified|unconfirmed|not been verified|not be authenticated|could not be verified|not be independently"
    r"|\bif (?:independently )?(?:confirmed|verified|true)\b",
)
# "it was not possible to verify the claims": about what was said before.
OF_EARLIER = re.compile(
    rf"not (?:immediately )?possible to {_CHECK}|unable to verify|could not (?:independently )?verify|not independently verified"
    r"|could not be independently verified|could not immediately be verified|statements could not be verified",
)


def unverified(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Give the indices of the sentences that a report says nobody could verify; some more than once."""
    for sentence in sentences:
        said = " ".join(t.lower_ for t in sentence.tokens)
        if OF_ITSELF.search(said):
            yield sentence.index
        if OF_EARLIER.search(said):
            yield from range(max(0, sentence.index - BACK), sentence.index)
