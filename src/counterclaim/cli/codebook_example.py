"""The claim that the codebook shows."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Final

from counterclaim.claims.attribution import Cue, Link, LinkRole, Source
from counterclaim.claims.claim import Claim, Extractor, ReportReference, Span, claim_id
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.event import Kind, Polarity
from counterclaim.claims.place import Place

SENTENCE: Final = "Late on Saturday the resistance said on Twitter that over 700 Taliban fighters had been killed in Paryan."


def span(words: str) -> Span:
    """Give where words stand in the sentence."""
    start = SENTENCE.index(words)
    return start, start + len(words)


def make_example() -> Claim:
    """Give the claim that a careful reader finds in the sentence."""
    sha256 = hashlib.sha256(SENTENCE.encode()).hexdigest()
    content = (span("over 700 Taliban fighters had been killed in Paryan"),)
    start, end = 0, len(SENTENCE) - 1
    return Claim(
        id=claim_id(sha256, content, "the resistance", Kind.CASUALTIES),
        report=ReportReference(
            id="example", title=None, outlet="An outlet", url=None, published=dt.date(2021, 9, 5), sha256=sha256,
        ),
        start=start,
        end=end,
        quote=SENTENCE[start:end],
        content=content,
        source=Source(name="resistance", party="National Resistance Front", start=span("resistance")[0], end=span("resistance")[1]),
        cue=Cue(text="said", start=span("said")[0], end=span("said")[1]),
        chain=(Link(role=LinkRole.CHANNEL, name="Twitter", start=span("Twitter")[0], end=span("Twitter")[1]),),
        asserted_at=dt.date(2021, 9, 4),
        kind=Kind.CASUALTIES,
        target="Taliban",
        polarity=Polarity.ENEMY_LOSS,
        counts=(killed(),),
        place=paryan(),
        evidence={"target": span("Taliban"), "asserted_at": span("Late on Saturday")},
        confidence=0.87,
        extractor=Extractor(name="counterclaim-trained", version="1"),
    )  # fmt: skip


def killed() -> Count:
    """Give the count of the sentence: more than 700, so at least 701."""
    start, end = span("over 700")
    return Count(
        outcome=Outcome.KILLED, unit=Unit.PERSONS, low=701, high=None, best=None, operator=Operator.MORE_THAN,
        of="Taliban fighters", party="Taliban", text="over 700", start=start, end=end,
    )  # fmt: skip


def paryan() -> Place:
    """Give the place of the sentence: a district."""
    start, end = span("Paryan")
    return Place(
        text="Paryan", name="Paryan", admin1="Panjshir", admin2="Paryan", country="AF", latitude=35.53, longitude=70.0,
        precision=3, score=0.94, start=start, end=end,
    )  # fmt: skip
