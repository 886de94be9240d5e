"""A report, its claims and a ledger, built by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.attribution import Source, Stance
from counterclaim.claims.claim import Claim, Extractor, ReportReference, claim_id
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind
from counterclaim.claims.identity import Fate, IncidentChange
from counterclaim.claims.incident import Incident, Origin, Status, Verdict
from counterclaim.claims.place import Place
from counterclaim.claims.report import Part, Report, Section
from counterclaim.claims.resemblance import Tie
from counterclaim.ledger import Failure, Ledger, Linking, Reading, Told, View, kept_incident

FIRST = Extractor(name="rules", version="1")
SECOND = Extractor(name="rules", version="2")
NOON = dt.datetime(2021, 9, 6, 12, tzinfo=dt.UTC)
TEXT = "Bazarak fell, officials say. At least 12 soldiers were killed on Saturday, a Northern Front spokesman said."


class Bench:
    """Makes reports, claims and readings that differ only in what a test is about."""

    first, second, noon, text = FIRST, SECOND, NOON, TEXT

    def report(self, name="a", **changes) -> Report:
        text = changes.pop("text", f"{TEXT} [{name}]")
        sections = (Section(part=Part.HEADLINE, start=0, end=28), Section(part=Part.BODY, start=29, end=len(text)))
        report = Report(id=name, text=text, raw_sha256="00", sections=sections, outlet="Daily Post", published=dt.date(2021, 9, 5))
        return replace(report, **changes)

    def claim(self, report: Report, start=29, **changes) -> Claim:
        end = 100
        claim = Claim(
            id=claim_id(report.sha256, ((start, end),), "spokesman", Kind.CASUALTIES),
            report=ReportReference(
                id=report.id, title=report.title, outlet=report.outlet, url=report.url, published=report.published, sha256=report.sha256
            ),
            start=start,
            end=end,
            quote=report.text[start:end],
            content=((start, end),),
            source=Source(name="Northern Front spokesman", party="Northern Front"),
            stance=Stance.SAYS,
            kind=Kind.CASUALTIES,
            counts=(self.count(),),
            place=Place(text="Bazarak", name="Bāzārak", admin1="Panjshir", country="AF"),
            dates=Dates(earliest=dt.date(2021, 9, 4), latest=dt.date(2021, 9, 4), precision=1),
            confidence=0.8,
            extractor=FIRST,
        )
        return replace(claim, **changes)

    def count(self, outcome=Outcome.KILLED, low=12) -> Count:
        return Count(
            outcome=outcome,
            unit=Unit.PERSONS,
            low=low,
            high=None,
            best=None,
            operator=Operator.AT_LEAST,
            of="soldiers",
            party=None,
            text="At least 12",
            start=29,
            end=40,
        )

    def incident(self, name: str, *claims: str, status=Status.SINGLE_ORIGIN) -> Incident:
        origin = Origin(id=f"origin of {name}", asserter="spokesman", party=None, claims=tuple(sorted(claims)))
        return Incident(id=name, claims=tuple(sorted(claims)), origins=(origin,), status=status)

    def told(self, name: str, fate: Fate, *claims: str, placed: dict[str, str | None] | None = None, **changes) -> Told:
        """Tell of an incident with these claims; all of them are new to it, or else those in `placed`."""
        incident = self.incident(name, *claims, status=changes.pop("status", Status.SINGLE_ORIGIN)) if claims else None
        change = IncidentChange(fate=fate, incident=name, others=changes.pop("others", ()))
        kept = kept_incident(incident, **changes) if incident else None
        return Told(change=change, incident=kept, placed=dict.fromkeys(claims, "r") if placed is None else placed)

    def linking(self, ledger: Ledger, nth: int = 1) -> Linking:
        return Linking(nth=nth, finished=NOON, linker="weights", version="1", claims=2, facts=ledger.facts())

    def fill(self, ledger: Ledger) -> None:
        """Put at least one row into every table: the claims a and b in one incident, linked and judged."""
        report = self.report()
        ledger.add(report, [self.claim(report, id="a"), self.claim(report, start=36, id="b")], extractor=FIRST, when=NOON)
        ledger.record_failure(Failure(input="b", reason="no text", happened=NOON))
        ledger.judge("a", "b", Verdict.SAME, by="Ann", when=NOON)
        ledger.assess("a", View(admiralty="B2", why="always right"), by="Ann", when=NOON)
        told = self.told("x", Fate.APPEARED, "a", "b", placed=ledger.arrived())
        ledger.record_linking([told], linking=self.linking(ledger), ties=[Tie(a="a", b="b", score=0.9)])

    def reading(self, report: Report, *claims: Claim, extractor=FIRST, **changes) -> Reading:
        return Reading(report=report, claims=claims, extractor=extractor, finished=changes.pop("finished", NOON), **changes)


@pytest.fixture(scope="session")
def bench():
    return Bench()


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "war.db") as opened:
        yield opened
