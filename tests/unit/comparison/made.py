import datetime as dt
import hashlib
from collections.abc import Sequence

from counterclaim.claims.attribution import Source
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.place import Place

HAND = Extractor(name="hand", version="1")
VALLEY = Place(text="Arsin", name="Arsin", admin1="Arsin", country="XA", geonames=1, precision=4)
VILLAGE = Place(text="Belo", name="Belo", admin1="Arsin", country="XA", geonames=2, precision=1)
TOWN = Place(text="Dorra", name="Dorra", admin1="Norden", country="XA", geonames=3, precision=1)
COUNTRY = Place(text="Xandria", name="Xandria", country="XA", geonames=9, precision=6)


def make_claim(ident: str, who: str | None, side: str | None = None, *, day: int | None = 5, report: str | None = None, **fields) -> Claim:
    """Give a claim by `who` for `side`, published on a day of May 2022 in the report `report` (one of its own, by default)."""
    name = report or ident
    published = None if day is None else dt.date(2022, 5, day)
    defaults = {
        "report": ReportReference(
            id=name, title=None, outlet=f"{name} Post", url=None, published=published, sha256=hashlib.sha256(name.encode()).hexdigest()
        ),
        "start": 0,
        "end": 5,
        "quote": "words",
        "content": ((0, 5),),
        "source": None if who is None else Source(name=who, party=side),
        "kind": Kind.CASUALTIES,
        "extractor": HAND,
    }
    return Claim(id=ident, **(defaults | fields))


def make_count(number: int | tuple[int | None, int | None], outcome: Outcome = Outcome.KILLED, **fields) -> Count:
    """Give a count: exactly a number, or a range (None: open)."""
    low, high = number if isinstance(number, tuple) else (number, number)
    exact = low is not None and low == high
    operator = Operator.EXACT if exact else Operator.AT_LEAST if high is None else Operator.UP_TO if low is None else Operator.RANGE
    defaults = {
        "outcome": outcome,
        "unit": Unit.PERSONS,
        "low": low,
        "high": high,
        "best": low if exact else None,
        "operator": operator,
        "of": "soldiers",
        "party": "Xandria",
        "text": str(number),
        "start": None,
        "end": None,
    }
    return Count(**(defaults | fields))


def make_control(ident: str, who: str | None, change: Change, party: str | None, place: Place | None = VILLAGE, **fields) -> Claim:
    return make_claim(
        ident, who, fields.pop("side", party), kind=Kind.CONTROL, control=Control(change=change, party=party), place=place, **fields
    )


def on(first: int, last: int | None = None) -> Dates:
    """Give days of May 2022."""
    return Dates(earliest=dt.date(2022, 5, first), latest=dt.date(2022, 5, last or first), precision=1 if last in {None, first} else 2)


def ids(pairs: Sequence) -> list[tuple[str, str, str]]:
    return [(pair.a, pair.b, pair.question.value) for pair in pairs]
