"""What is asked of a ledger, as statements: claims of the newest readings, reports, and what lies in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    LargeBinary,
    Select,
    String,
    Subquery,
    and_,
    bindparam,
    cast,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
    true,
    union_all,
)

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind
from counterclaim.ledger.connection import fold
from counterclaim.ledger.rows import NO_BYTES
from counterclaim.ledger.tables import appearances, claims, counts, readings, texts

_BEYOND: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """Which claims are asked for; a field that is None asks nothing.

    Names and words are compared without case. `party` is the asserter's side or the asserter's name; `source` a part
    of the asserter's name, which is the outlet where no source is named. `outcome` asks for at least one count of it.
    `place` is the words of a place, its name, or the name of an area around it; `country` ISO 3166 alpha-2. `since`
    and `until` (both inclusive) are about the day of the event: a claim is found where its interval of days touches
    theirs, and where it has no dates, the report's day of publication stands in for them. `report` is a report's id
    or the SHA-256 of its text; `text` a part of the quote. `min_confidence` keeps
    claims that nobody weighed.
    """

    party: str | None = None
    source: str | None = None
    outcome: Outcome | None = None
    kind: Kind | None = None
    place: str | None = None
    country: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    stance: Stance | None = None
    negated: bool | None = None
    unverified: bool | None = None
    report: str | None = None
    text: str | None = None
    min_confidence: float | None = None
    limit: int | None = None


def _is(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return _folded(column) == fold(words.encode())


def _has(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return func.instr(_folded(column), fold(words.encode())) > 0


def _folded(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.fold(cast(column, LargeBinary))


def _counted(outcome: Outcome) -> ColumnElement[bool]:
    return exists().where(counts.c.reading == claims.c.reading, counts.c.claim == claims.c.id, counts.c.outcome == str(outcome))


def _texts_of(key: str) -> Select[str]:
    return select(appearances.c.sha256).where(or_(appearances.c.report_id == key, appearances.c.sha256 == key))


_CONDITIONS: Final[dict[str, Callable[[Any], ColumnElement[bool]]]] = {
    "party": lambda words: or_(_is(claims.c.party, words), _is(claims.c.asserter, words)),
    "source": lambda words: _has(claims.c.asserter, words),
    "outcome": _counted,
    "kind": lambda kind: claims.c.kind == str(kind),
    "place": lambda words: or_(*(_is(claims.c[name], words) for name in ("place_text", "place", "admin1", "admin2"))),
    "country": lambda code: claims.c.country == code.upper(),
    "since": lambda day: func.coalesce(claims.c.latest, claims.c.published) >= day,
    "until": lambda day: func.coalesce(claims.c.earliest, claims.c.published) <= day,
    "stance": lambda stance: claims.c.stance == str(stance),
    "negated": lambda value: claims.c.negated == (true() if value else false()),
    "unverified": lambda value: claims.c.unverified == (true() if value else false()),
    "text": lambda words: _has(func.json_extract(claims.c.document, "$.quote"), words),
    "min_confidence": lambda least: func.coalesce(claims.c.confidence, 1.0) >= least,
}


def conditions(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    """Give what a query asks of a claim's row, condition by condition."""
    for field in fields(query):
        value = getattr(query, field.name)
        if value is not None and field.name in _CONDITIONS:
            yield _CONDITIONS[field.name](value)


READ: Final = (
    select(readings.c.id)
    .where(
        readings.c.sha256 == bindparam("sha256"),
        readings.c.extractor == bindparam("extractor"),
        readings.c.version == bindparam("version"),
        readings.c.failure.is_(None),
        readings.c.loaded.is_(false()),
        or_(bindparam("appearance", type_=String).is_(None), readings.c.appearance == bindparam("appearance", type_=String)),
    )
    .limit(1)
)
"""Whether a text was read by an extractor; in this appearance, or in any where that is None."""


def newest_readings(only: Select[str] | None = None) -> Subquery:
    """Give one reading a text: by the extractor that finished last, of the appearance that was published first.

    A reading that failed is never the newest. `only` gives the SHA-256 of the only texts that matter; by default all do.
    Most texts have one reading, which needs no comparing.
    """
    among = true() if only is None else readings.c.sha256.in_(only)
    # Of all texts, sorting the whole table is faster than fetching row by row what an index puts in order: hence no index (+).
    text = literal_column("+readings.sha256") if only is None else readings.c.sha256
    by_text = select(readings.c.sha256).where(among).group_by(text)
    lone = by_text.with_only_columns(func.max(readings.c.id).label("id")).having(func.count() == 1, func.max(readings.c.failure).is_(None))
    return union_all(lone, _newest_of_several(by_text.having(func.count() > 1))).subquery("newest")


def _newest_of_several(texts_: Select[str]) -> Select[str]:
    made_by = (readings.c.sha256, readings.c.extractor, readings.c.version)
    dated = (
        select(
            *made_by,
            readings.c.id,
            readings.c.appearance,
            readings.c.loaded,
            appearances.c.published,
            func.max(readings.c.finished).over(partition_by=made_by).label("newest"),
        )
        .join(appearances, appearances.c.id == readings.c.appearance)
        .where(readings.c.failure.is_(None), readings.c.sha256.in_(texts_))
        .subquery()
    )
    order = (
        dated.c.newest.desc(),
        dated.c.extractor.desc(),
        dated.c.version.desc(),
        dated.c.loaded.asc(),
        dated.c.published.asc().nulls_last(),
        dated.c.appearance,
    )
    ranked = select(dated.c.id, func.row_number().over(partition_by=dated.c.sha256, order_by=order).label("nth")).subquery()
    return select(ranked.c.id).where(ranked.c.nth == 1)


def claim_documents(query: ClaimQuery) -> Select[str]:
    """Give the statement for the claims asked for: by day of publication (unknown last), report, and place in the text."""
    newest = newest_readings(None if query.report is None else _texts_of(query.report))
    return (
        select(claims.c.document)
        .join(newest, newest.c.id == claims.c.reading)
        .join(readings, readings.c.id == claims.c.reading)
        .where(and_(true(), *conditions(query)))
        .order_by(claims.c.published.asc().nulls_last(), claims.c.report_id, claims.c.start, claims.c.end, readings.c.sha256, claims.c.id)
        .limit(query.limit)
    )


def begins(column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Give the condition that an id begins so, asked as a range, which an index answers."""
    return and_(column >= prefix, column < prefix + _BEYOND)


def claims_named(prefix: str) -> Select[str, str]:
    """Give the statement for id and document of the claims whose id begins so: the newest reading's first, then older ones."""
    named = begins(claims.c.id, prefix)
    newest = newest_readings(select(readings.c.sha256).join(claims, claims.c.reading == readings.c.id).where(named))
    return (
        select(claims.c.id, claims.c.document)
        .join(readings, readings.c.id == claims.c.reading)
        .outerjoin(newest, newest.c.id == claims.c.reading)
        .where(named)
        .order_by(newest.c.id.is_(None), readings.c.finished.desc(), readings.c.id, claims.c.id)
    )


def appearance_order() -> tuple[ColumnElement[Any], ...]:
    """Give the order in which the appearances of a text stand for it: the first published, one that was read before one that was not."""
    return (appearances.c.published.asc().nulls_last(), appearances.c.unread.is_not(None), appearances.c.id)


def report_documents() -> Select[str, str]:
    """Give the statement for text and document of every text's first appearance, by day of publication (unknown last) and id."""
    nth = func.row_number().over(partition_by=appearances.c.sha256, order_by=appearance_order())
    first = select(appearances.c.id, nth.label("nth")).where(appearances.c.raw_sha256 != NO_BYTES).subquery()
    return (
        select(texts.c.text, appearances.c.document)
        .join(appearances, appearances.c.sha256 == texts.c.sha256)
        .join(first, and_(first.c.id == appearances.c.id, first.c.nth == 1))
        .order_by(appearances.c.published.asc().nulls_last(), appearances.c.report_id, appearances.c.sha256)
    )


def reports_named(key: str) -> Select[str, str, str, str]:
    """Give the statement for sha256, report id, text and document of appearances that have this id, or whose text's SHA-256 begins so."""
    named = appearances.c.report_id == key
    return (
        select(texts.c.sha256, appearances.c.report_id, texts.c.text, appearances.c.document)
        .join(appearances, appearances.c.sha256 == texts.c.sha256)
        .where(appearances.c.raw_sha256 != NO_BYTES, or_(named, begins(texts.c.sha256, key)))
        .order_by(named.desc(), *appearance_order())
    )


def parties() -> Select[str | None, int]:
    """Give the statement for the claims of each party in the newest readings, most first."""
    newest = newest_readings()
    many = func.count()
    return (
        select(claims.c.party, many)
        .join(newest, newest.c.id == claims.c.reading)
        .group_by(claims.c.party)
        .order_by(many.desc(), claims.c.party)
    )
