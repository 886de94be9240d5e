"""Claims beside each other: the order makes no difference, outcomes stay apart, a hedge contradicts nothing."""

import dataclasses
import datetime as dt
import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claims.attribution import Source
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.place import Place
from counterclaim.comparison.across import counterclaims_across
from counterclaim.comparison.counterclaims import compatible, counterclaims
from counterclaim.comparison.incident import assemble
from counterclaim.comparison.policy import POLICIES
from counterclaim.comparison.timeline import timelines

PLACES = [
    None,
    Place(text="Arsin", name="Arsin", admin1="Arsin", country="XA", geonames=1, precision=4),
    Place(text="Belo", name="Belo", admin1="Arsin", country="XA", geonames=2, precision=1),
    Place(text="Belo Pass"),
]
PARTIES = st.sampled_from([None, "Xandria", "Front", "civilians"])
OUTCOMES = [Outcome.KILLED, Outcome.WOUNDED, Outcome.CAPTURED, Outcome.KILLED_OR_WOUNDED]
DAYS = st.dates(dt.date(2022, 5, 1), dt.date(2022, 5, 9))


@st.composite
def counts(draw: st.DrawFn) -> Count:
    low = draw(st.integers(0, 40))
    exact = draw(st.booleans())
    return Count(
        outcome=draw(st.sampled_from(OUTCOMES)),
        unit=Unit.PERSONS,
        low=low,
        high=low if exact else None,
        best=low if exact else None,
        operator=Operator.EXACT if exact else Operator.AT_LEAST,
        of=draw(st.sampled_from([None, "soldiers", "villagers"])),
        party=draw(PARTIES),
        text=str(low),
        start=None,
        end=None,
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    report = draw(st.sampled_from("rstu"))
    text = hashlib.sha256(report.encode()).hexdigest()
    kind = draw(st.sampled_from([Kind.CASUALTIES, Kind.ATTACK, Kind.CONTROL]))
    first, last = sorted([draw(DAYS), draw(DAYS)])
    control = Control(change=draw(st.sampled_from(list(Change))), party=draw(st.sampled_from(["Xandria", "Front"])))
    side = draw(st.sampled_from([None, "Xandria", "Front"]))
    return Claim(
        id="",
        report=ReportReference(
            id=report,
            title=None,
            outlet=report,
            url=None,
            published=draw(st.none() | DAYS),
            sha256=text,
        ),
        start=0,
        end=5,
        quote="words",
        content=((0, 5),),
        source=draw(st.sampled_from([None, Source(name="a voice", party=side), Source(name="another", party=side)])),
        kind=kind,
        actor=draw(PARTIES),
        target=draw(PARTIES),
        negated=draw(st.booleans()),
        counts=() if kind is Kind.CONTROL else tuple(draw(st.lists(counts(), max_size=2))),
        control=control if kind is Kind.CONTROL else None,
        place=draw(st.sampled_from(PLACES)),
        dates=draw(st.sampled_from([None, Dates(earliest=first, latest=last, precision=2)])),
        extractor=Extractor(name="made", version="1"),
    )


groups = st.lists(claims(), max_size=9).map(lambda made: [dataclasses.replace(c, id=f"c{n}") for n, c in enumerate(made)])


@settings(max_examples=60)
@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_claims_makes_no_difference(made, random) -> None:
    shuffled = random.sample(made, len(made))

    assert counterclaims_across(shuffled) == counterclaims_across(made)
    assert compatible(shuffled) == compatible(made)
    assert timelines(shuffled) == timelines(made)
    if made:
        assert assemble("i", shuffled) == assemble("i", made)
    for policy in POLICIES.values():
        assert policy(shuffled) == policy(made)


@settings(max_examples=60)
@given(groups)
def test_no_claim_is_against_itself_and_each_pair_stands_once_a_question(made) -> None:
    found = counterclaims(made)

    assert all(c.a < c.b for c in found)
    assert len({(c.a, c.b, c.question) for c in found}) == len(found)
    assert not {(c.a, c.b, c.question) for c in found} & {(c.a, c.b, c.question) for c in compatible(made)}


@settings(max_examples=60)
@given(groups, st.sampled_from([Operator.ABOUT, Operator.VAGUE, Operator.UP_TO]), counts(), claims())
def test_a_hedged_figure_more_makes_no_contradiction_on_figures(made, operator, count, claim) -> None:
    loose = dataclasses.replace(count, operator=operator, low=None, high=count.low if operator is Operator.UP_TO else None, best=None)
    hedged = dataclasses.replace(claim, id="hedged", kind=Kind.CASUALTIES, negated=False, control=None, counts=(loose,))

    found = [c for c in counterclaims([*made, hedged]) if c.question == "figure" and "hedged" in {c.a, c.b}]

    assert all(c.negated for c in made if c.id in {i for f in found for i in (f.a, f.b)})


@settings(max_examples=60)
@given(groups)
def test_figures_never_cross_outcomes(made) -> None:
    told = {outcome: {n for c in made for x in c.counts if x.outcome is outcome for n in (x.low, x.high, x.best)} for outcome in OUTCOMES}

    for policy in POLICIES.values():
        for figure in policy(made).figures:
            assert {figure.low, figure.best, figure.high} <= told[figure.outcome] | {None, 0}


@settings(max_examples=60)
@given(groups)
def test_every_position_rests_on_claims_of_its_side_and_what_is_now_is_latest(made) -> None:
    for position in assemble("i", made).positions if made else ():
        days = [s.as_of for s in position.before if s.as_of is not None]
        assert all(s.claims for s in (*position.now, *position.before))
        assert all(s.as_of is not None and s.as_of > max(days) for s in position.now) if days else position.now


@settings(max_examples=60)
@given(groups)
def test_on_any_day_a_side_holds_a_place_and_has_lost_it_never_at_once(made) -> None:
    for timeline in timelines(made):
        for day in timeline.days():
            said = {(s.side, s.change, s.party) for s in timeline.on(day) if not s.negated}
            assert not any((side, Change.LOST, party) in said for side, change, party in said if change is Change.HOLDS)
