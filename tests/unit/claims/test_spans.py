"""Every value leads back to its words, and one that does not is named."""

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.attribution import Cue, Source
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind
from counterclaim.claims.place import Place
from counterclaim.claims.spans import misfits

TEXT = "The army said 12 rebels died in Aden on Monday."
CLAIM = Claim(
    id="c",
    report=ReportReference(id="r", title=None, outlet=None, url=None, published=None, sha256="0" * 64),
    start=0,
    end=len(TEXT),
    quote=TEXT,
    content=((14, 46),),
    source=Source(name="army", start=0, end=8),
    cue=Cue(text="said", start=9, end=13),
    kind=Kind.CASUALTIES,
    counts=(
        Count(
            outcome=Outcome.KILLED, unit=Unit.PERSONS, low=12, high=12, best=12, operator=Operator.EXACT, of="rebels", party=None,
            text="12", start=14, end=16,
        ),
    ),
    place=Place(text="Aden", start=32, end=36),
    dates=Dates(earliest=dt.date(2024, 5, 6), latest=dt.date(2024, 5, 6), text="Monday", start=40, end=46),
    evidence={"target": (17, 23), "actor": None},
    extractor=Extractor(name="test", version="1"),
)  # fmt: skip


def test_nothing_is_wrong_with_a_claim_whose_words_stand_where_it_says() -> None:
    assert misfits(CLAIM, TEXT) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"cue": Cue(text="said", start=8, end=12)}, "cue"),
        ({"counts": (replace(CLAIM.counts[0], start=15, end=17),)}, "count of killed"),
        ({"place": Place(text="Aden", start=33, end=37)}, "place"),
        ({"dates": replace(CLAIM.dates, start=39)}, "dates"),
        ({"content": ((14, 480),)}, "content"),
        ({"evidence": {"target": (23, 23)}}, "evidence of target"),
        ({"source": Source(name="army", start=40, end=60)}, "source"),
    ],
)
def test_a_value_that_stands_elsewhere_is_named(change: dict[str, object], named: str) -> None:
    assert [line.rsplit(" ", 1)[0].startswith(named) for line in misfits(replace(CLAIM, **change), TEXT)] == [True]


def test_a_text_that_moved_breaks_every_value_with_words() -> None:
    assert len(misfits(CLAIM, f" {TEXT}")) == 5
