"""Claims built by hand, of which a test names only what it is about."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from counterclaim.claims.attribution import Source
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind
from counterclaim.claims.incident import Judgement, Verdict, content_id
from counterclaim.claims.place import Place

DAY = dt.date(2031, 5, 4)


def report(name: str = "r1", *, outlet: str | None = None, published: dt.date | None = DAY, title: str | None = None) -> ReportReference:
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return ReportReference(id=name, title=title, outlet=outlet, url=None, published=published, sha256=sha256)


def claim(name: str, quote: str = "Ten soldiers were killed.", **fields: Any) -> Claim:
    start = fields.pop("start", 0)
    plain = {"report": report(), "kind": Kind.CASUALTIES, "source": None, "extractor": Extractor(name="hand", version="1")}
    return Claim(id=name, start=start, end=start + len(quote), quote=quote, content=((start, start + len(quote)),), **(plain | fields))


def source(name: str, party: str | None = None) -> Source:
    return Source(name=name, party=party)


def killed(number: int, party: str | None = None, operator: Operator = Operator.EXACT) -> Count:
    low = number + (operator is Operator.MORE_THAN)
    exact = number if operator is Operator.EXACT else None
    return Count(
        outcome=Outcome.KILLED, unit=Unit.PERSONS, low=low, high=exact, best=exact, operator=operator,
        of=None, party=party, text=str(number), start=None, end=None,
    )  # fmt: skip


def on(day: dt.date, latest: dt.date | None = None) -> Dates:
    return Dates(earliest=day, latest=latest or day)


def at(name: str, admin1: str | None = None, country: str | None = "XX", **fields: Any) -> Place:
    return Place(text=name, name=name, admin1=admin1, country=country, **fields)


def judged(a: str, b: str, verdict: Verdict, *, hour: int = 0, undoes: str | None = None) -> Judgement:
    when = dt.datetime(2031, 5, 5, hour, tzinfo=dt.UTC)
    a, b = sorted((a, b))
    return Judgement(
        id=content_id(a, b, verdict, str(hour), undoes or ""), a=a, b=b, verdict=verdict, by="Ann Coder", at=when, undoes=undoes
    )
