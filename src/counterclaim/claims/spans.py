"""Whether every value of a claim stands in the report's text where the claim says it stands."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.claims.claim import Claim

Cut = tuple[str, int, int, str]  # a value's name, where it stands, and the words that ought to stand there


def misfits(claim: Claim, text: str) -> list[str]:
    """Give a line for each span of a claim that does not give its words back; none where all is well.

    Names of sources and of links in the chain may be put together or stand for other words ("Twitter" for "tweeted", a
    name for "he"): like content and evidence, their spans must lie in the text and not be empty.
    """
    wrong = [
        f"{name} {start}-{end} is {text[start:end]!r}, not {words!r}" for name, start, end, words in cuts(claim) if text[start:end] != words
    ]
    return wrong + [f"{name} {start}-{end} is not in the text" for name, start, end in frames(claim) if not 0 <= start < end <= len(text)]


def cuts(claim: Claim) -> Iterator[Cut]:
    """Give every value of a claim that carries its words and their place."""
    yield "quote", claim.start, claim.end, claim.quote
    if claim.cue is not None:
        yield "cue", claim.cue.start, claim.cue.end, claim.cue.text
    for count in claim.counts:
        if count.start is not None and count.end is not None:
            yield f"count of {count.outcome}", count.start, count.end, count.text
    for name, value in (("place", claim.place), ("dates", claim.dates)):
        if value is not None and value.text is not None and value.start is not None and value.end is not None:
            yield name, value.start, value.end, value.text


def frames(claim: Claim) -> Iterator[tuple[str, int, int]]:
    """Give every value of a claim that has a place in the text without carrying its words."""
    for start, end in claim.content:
        yield "content", start, end
    for name, span in claim.evidence.items():
        if span is not None:
            yield f"evidence of {name}", *span
    for name, one in [("source", claim.source), *((f"{link.role} of the chain", link) for link in claim.chain)]:
        if one is not None and one.start is not None and one.end is not None:
            yield name, one.start, one.end
