"""What holds of every ledger, whatever is added to it, and in whatever order."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from enum import StrEnum
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claims.attribution import Cue, Link, LinkRole, Source, Stance
from counterclaim.claims.claim import Claim, Extractor, ReportReference, claim_id
from counterclaim.claims.count import Count, Operator, Outcome, Scope, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind, Modality, Mode, Polarity
from counterclaim.claims.place import Place
from counterclaim.claims.report import Part, Report, Section
from counterclaim.export.claims import claims_in, encode_claim, write_claims
from counterclaim.ledger import ClaimQuery, Ledger, Reading, tables

modest = settings(max_examples=25)

# Any text that UTF-8 can hold, with the line ends and control characters that trip up line-by-line formats.
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12) | st.sampled_from(
    ["Taliban", "TALIBAN", "a\r\nb", "\x00", "\u2028", "=1", "'"]
)
DAYS = st.dates(dt.date(2021, 8, 30), dt.date(2021, 9, 8))
SPANS = st.tuples(st.integers(0, 20), st.integers(21, 40))
SHARES = st.floats(0, 1)
BOUNDS = st.tuples(*[st.integers(0, 10**12)] * 3)
KEPT = st.tuples(*[st.booleans()] * 3)
TEXTS = st.text(st.characters(codec="utf-8"), min_size=50, max_size=60)


@cache
def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


@cache
def one_of(values: type[StrEnum]) -> st.SearchStrategy:
    return st.sampled_from(values)


@st.composite
def counts(draw) -> Count:
    low, best, high = sorted(draw(BOUNDS))
    keep = draw(KEPT)
    low, best, high = (number if kept else None for number, kept in zip((low, best, high), keep, strict=True))
    start, end = draw(SPANS)
    return Count(
        outcome=draw(one_of(Outcome)),
        unit=draw(one_of(Unit)),
        low=low,
        high=high,
        best=best,
        operator=draw(one_of(Operator)),
        of=draw(maybe(WORDS)),
        party=draw(maybe(WORDS)),
        text=draw(WORDS),
        scope=draw(one_of(Scope)),
        window=draw(maybe(WORDS)),
        revises=draw(maybe(WORDS)),
        start=start,
        end=end,
    )


@st.composite
def dates(draw) -> Dates:
    earliest, latest = sorted(draw(st.tuples(DAYS, DAYS)))
    return Dates(earliest=earliest, latest=latest, precision=draw(st.integers(1, 5)), text=draw(maybe(WORDS)), start=None, end=None)


PLACES = st.builds(
    Place,
    text=WORDS,
    name=maybe(WORDS),
    admin1=maybe(WORDS),
    admin2=maybe(WORDS),
    country=maybe(st.sampled_from(["AF", "AM", "UA"])),
    latitude=maybe(st.floats(-90, 90)),
    longitude=maybe(st.floats(-180, 180)),
    geonames=maybe(st.integers(1, 10**8)),
    precision=maybe(st.integers(1, 7)),
    score=maybe(SHARES),
)
CUES = st.builds(Cue, text=WORDS, start=st.just(0), end=st.just(4))
CONTROLS = st.builds(Control, change=one_of(Change), party=maybe(WORDS))
EVIDENCE = st.dictionaries(st.sampled_from(["negated", "actor", "stance"]), maybe(SPANS), max_size=2)
SOURCES = st.builds(
    Source, name=WORDS, party=maybe(WORDS), role=maybe(WORDS), start=maybe(st.integers(0, 40)), end=maybe(st.integers(0, 40))
)
LINKS = st.builds(Link, role=one_of(LinkRole), name=WORDS, start=maybe(st.integers(0, 40)), end=maybe(st.integers(0, 40)))

CHAINS = st.lists(LINKS, max_size=2)
COUNTS = st.lists(counts(), max_size=3)
DATES = dates()


@st.composite
def reports(draw) -> Report:
    text = draw(TEXTS)
    return Report(
        id=draw(WORDS),
        text=text,
        raw_sha256="00",
        sections=(Section(part=Part.HEADLINE, start=0, end=10), Section(part=Part.BODY, start=11, end=len(text))),
        title=draw(maybe(WORDS)),
        outlet=draw(maybe(WORDS)),
        byline=draw(maybe(WORDS)),
        published=draw(maybe(DAYS)),
        url=draw(maybe(WORDS)),
        path=draw(maybe(WORDS)),
        copy_of=draw(maybe(WORDS)),
        unread=draw(maybe(WORDS)),
    )


@st.composite
def claims(draw, report: Report, nth: int, extractor: Extractor) -> Claim:
    start, end = draw(SPANS)
    source, kind = draw(maybe(SOURCES)), draw(one_of(Kind))
    return Claim(
        id=claim_id(report.sha256, ((start, end),), source.name if source else None, kind, nth),
        report=ReportReference(
            id=report.id, title=report.title, outlet=report.outlet, url=report.url, published=report.published, sha256=report.sha256
        ),
        start=start,
        end=end,
        quote=report.text[start:end],
        content=((start, end),),
        source=source,
        cue=draw(maybe(CUES)),
        chain=tuple(draw(CHAINS)),
        stance=draw(one_of(Stance)),
        unverified=draw(st.booleans()),
        asserted_at=draw(maybe(DAYS)),
        denies=draw(maybe(WORDS)),
        kind=kind,
        mode=draw(maybe(one_of(Mode))),
        actor=draw(maybe(WORDS)),
        target=draw(maybe(WORDS)),
        negated=draw(st.booleans()),
        modality=draw(one_of(Modality)),
        polarity=draw(maybe(one_of(Polarity))),
        counts=tuple(draw(COUNTS)),
        control=draw(CONTROLS if kind is Kind.CONTROL else maybe(CONTROLS)),
        place=draw(maybe(PLACES)),
        dates=draw(maybe(DATES)),
        evidence=draw(EVIDENCE),
        confidence=draw(maybe(SHARES)),
        extractor=extractor,
    )


@st.composite
def readings(draw, report: st.SearchStrategy = reports()) -> Reading:  # noqa: B008
    of = draw(report)
    extractor = Extractor(name=draw(st.sampled_from(["rules", "tagger"])), version=draw(st.sampled_from(["1", "2"])))
    return Reading(
        report=of,
        claims=tuple(draw(claims(of, nth, extractor)) for nth in range(draw(st.integers(0, 3)))),
        extractor=extractor,
        finished=draw(st.datetimes(dt.datetime(2021, 9, 6), dt.datetime(2021, 9, 8), timezones=st.just(dt.UTC))),  # noqa: DTZ001
    )


@st.composite
def batches(draw) -> list[Reading]:
    """Give readings of a few texts in a few outlets; one extractor reads one appearance once, since it would find the same again."""
    texts = draw(st.lists(reports(), min_size=1, max_size=3, unique_by=lambda report: report.sha256))
    republished = st.sampled_from(texts).flatmap(
        lambda report: st.builds(
            Report,
            **{
                field.name: st.just(getattr(report, field.name))
                for field in fields(Report)
                if field.name not in {"id", "outlet", "published"}
            },
            id=st.sampled_from(["a", "b"]),
            outlet=st.sampled_from([None, "Daily Post"]),
            published=maybe(DAYS),
        )
    )

    def appearance(reading: Reading) -> tuple:
        report = reading.report
        return (report.sha256, report.id, report.outlet, report.published, reading.extractor)

    return draw(st.lists(readings(republished), max_size=6, unique_by=appearance))


@contextmanager
def ledger() -> Iterator[Ledger]:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "war.db") as opened:
        yield opened


def answers(opened: Ledger) -> tuple:
    """Give everything that a ledger says, in its own order, and every row, in none."""
    with opened._engine.connect() as connection:
        rows = {name: sorted(map(repr, connection.execute(table.select()))) for name, table in tables.METADATA.tables.items()}
    return list(opened.claims()), list(opened.reports()), opened.summary(), rows


@modest
@given(st.data(), batches())
def test_the_order_of_adding_and_the_size_of_batches_do_not_matter(data, added):
    shuffled = data.draw(st.permutations(added))
    cut = data.draw(st.integers(0, len(added)))
    with ledger() as one, ledger() as other:
        one.add_batch(added)
        other.add_batch(shuffled[:cut])
        other.add_batch(shuffled[cut:])
        assert answers(one) == answers(other)


@modest
@given(batches())
def test_adding_twice_is_adding_once(added):
    with ledger() as opened:
        first = opened.add_batch(added)
        before = answers(opened)
        assert first.new_claims == sum(len(reading.claims) for reading in added)
        assert first.new_readings == len(added)
        assert all(opened.is_read(reading.report, reading.extractor) for reading in added)
        again = opened.add_batch([*added, *reversed(added)])
        assert (again.new_reports, again.new_readings, again.new_claims) == (0, 0, 0)
        assert answers(opened) == before


@modest
@given(readings())
def test_claims_and_their_report_come_back_from_ledger_and_lines_byte_for_byte(reading):
    lines = io.BytesIO()
    assert write_claims(reading.claims, lines) == len(reading.claims)
    with ledger() as opened:
        opened.add_batch([reading])
        assert list(opened.reports()) == [reading.report]
        kept = list(opened.claims())
        assert sorted(map(encode_claim, kept)) == sorted(map(encode_claim, reading.claims))
        assert {claim.id: claim for claim in kept} == {claim.id: claim for claim in reading.claims}
        assert all(opened.claim(claim.id) == claim for claim in reading.claims)
    again = io.BytesIO()
    back = list(claims_in(io.BytesIO(lines.getvalue()), source="memory"))
    write_claims(back, again)
    assert tuple(back) == reading.claims
    assert again.getvalue() == lines.getvalue()


@modest
@given(batches())
def test_counts_never_cross_outcomes(added):
    with ledger() as opened:
        opened.add_batch(added)
        everything = list(opened.claims())
        for outcome in Outcome:
            found = list(opened.claims(ClaimQuery(outcome=outcome)))
            assert found == [claim for claim in everything if any(count.outcome is outcome for count in claim.counts)]
        asked = tables.counts.select().order_by(tables.counts.c.nth)
        with opened._engine.connect() as connection:
            rows = [(row.claim, row.outcome, row.unit, row.low, row.high, row.best) for row in connection.execute(asked)]
    all_counts = [(claim.id, count) for reading in added for claim in reading.claims for count in claim.counts]
    written = [(name, count.outcome.value, count.unit.value, count.low, count.high, count.best) for name, count in all_counts]
    assert sorted(map(repr, rows)) == sorted(map(repr, written))


QUERIES = st.builds(
    ClaimQuery,
    party=maybe(WORDS),
    kind=maybe(one_of(Kind)),
    stance=maybe(one_of(Stance)),
    since=maybe(DAYS),
    until=maybe(DAYS),
    negated=maybe(st.booleans()),
    min_confidence=maybe(SHARES),
    text=maybe(st.text(max_size=1)),
)


def answers_to(query: ClaimQuery, claim: Claim) -> bool:
    """Tell by plain comparison whether a claim is asked for."""
    names = (claim.source.party, claim.source.name) if claim.source else ("media", claim.report.outlet)
    earliest, latest = (claim.dates.earliest, claim.dates.latest) if claim.dates else (claim.report.published,) * 2
    return all(
        (
            query.party is None or folded(query.party) in [folded(name) for name in names if name is not None],
            query.kind in (None, claim.kind),
            query.stance in (None, claim.stance),
            query.negated in (None, claim.negated),
            query.since is None or (latest is not None and latest >= query.since),
            query.until is None or (earliest is not None and earliest <= query.until),
            query.min_confidence is None or claim.confidence is None or claim.confidence >= query.min_confidence,
            query.text is None or folded(query.text) in folded(claim.quote),
        )
    )


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


@modest
@given(batches(), st.lists(QUERIES, min_size=6, max_size=6))
def test_a_query_finds_what_plain_comparison_finds_in_the_same_order(added, queries):
    with ledger() as opened:
        opened.add_batch(added)
        everything = list(opened.claims())
        for query in queries:
            assert list(opened.claims(query)) == [claim for claim in everything if answers_to(query, claim)]
