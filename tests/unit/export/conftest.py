"""One claim with something in every field, built by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from counterclaim.claims.assessment import Assessment, Rating
from counterclaim.claims.attribution import Cue, Link, LinkRole, Source, Stance
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind, Modality, Polarity
from counterclaim.claims.incident import Origin
from counterclaim.claims.place import Place
from counterclaim.comparison.incident import assemble
from counterclaim.comparison.policy import POLICIES
from counterclaim.export.assessed import NONE, Assessed
from counterclaim.export.sides import Sides
from counterclaim.export.told import Told, tell

SIDES = Sides()
NOON = dt.datetime(2021, 9, 6, 12, tzinfo=dt.UTC)


@pytest.fixture
def claim() -> Claim:
    quote = "Over 30 of theirs fell at Khinj, the Front’s speaker wrote."
    return Claim(
        id="0123456789abcdef0123",
        report=ReportReference(id="r1", title="Khinj", outlet="Daily Post", url=None, published=dt.date(2021, 9, 5), sha256="ab" * 32),
        start=10,
        end=10 + len(quote),
        quote=quote,
        content=((10, 41),),
        source=Source(name="the Front’s speaker", party="Northern Front", role="spokesperson", start=43, end=62),
        cue=Cue(text="wrote", start=63, end=68),
        chain=(Link(role=LinkRole.CHANNEL, name="Telegram"),),
        stance=Stance.SAYS,
        kind=Kind.CONTROL,
        actor="Northern Front",
        modality=Modality.HAPPENED,
        polarity=Polarity.OWN_GAIN,
        counts=(
            Count(
                outcome=Outcome.KILLED,
                unit=Unit.PERSONS,
                low=31,
                high=None,
                best=None,
                operator=Operator.MORE_THAN,
                of=None,
                party="Taliban",
                text="Over 30",
                start=10,
                end=17,
            ),
        ),
        control=Control(change=Change.CAPTURED, party="Northern Front"),
        place=Place(
            text="Khinj", name="Khenj", country="AF", latitude=-35.5, longitude=69.75, geonames=1136737, precision=3, start=36, end=41
        ),
        dates=Dates(earliest=dt.date(2021, 9, 4), latest=dt.date(2021, 9, 4), precision=1),
        evidence={"negated": None, "actor": (43, 62)},
        confidence=0.5,
        extractor=Extractor(name="rules", version="1"),
    )


@pytest.fixture
def make(claim: Claim) -> Callable[..., Told]:
    """Give what makes an incident of the claim, changed as told, by a policy; its dead are Taliban fighters."""

    def told(policy: str = "ucdp_like", *others: Claim, assessed: Assessed = NONE, **changes: object) -> Told:
        first = replace(claim, **changes)
        claims = (first, *others)
        origin = Origin(id="o1", asserter="x", party=None, claims=tuple(sorted(one.id for one in claims)))
        return tell(assemble("i1", claims, [origin]), claims, POLICIES[policy], SIDES, assessed)

    return told


@pytest.fixture
def assessed(claim: Claim) -> Assessed:
    """Give what two people made of the claim."""
    first = Assessment(id="a1", claim=claim.id, rating=Rating.DOUBTFUL, admiralty="C4", by="Ann", at=NOON, why="=film; of another town")
    return {claim.id: (first, replace(first, id="a2", rating=Rating.UNRESOLVED, admiralty="F2", by="Bo", why="no film"))}


@pytest.fixture
def sides() -> Sides:
    return SIDES
