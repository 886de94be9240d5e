import datetime as dt

import pytest

from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.place import Place
from counterclaim.linkage.features import features_of, figure_of, is_broad, outcome_of, radius

from .builders import DAY, at, claim, killed, on, report, source


def things(of: str, outcome: Outcome = Outcome.DESTROYED) -> Count:
    return Count(
        outcome=outcome, unit=Unit.THINGS, low=3, high=3, best=3, operator=Operator.EXACT, of=of, party=None, text="3", start=None, end=None
    )


def test_a_claim_that_tells_nothing_has_a_row_of_nothing() -> None:
    row = features_of(claim("a", report=report(published=None)))

    assert (row.published, row.earliest, row.place, row.actor, row.target, row.asserter) == (None,) * 6
    assert (row.sides, row.figures, row.inside) == ((), (), ())


def test_days_are_ordinals_and_sides_come_from_counts_and_control_where_nobody_else_is_named() -> None:
    row = features_of(
        claim(
            "a", kind=Kind.CONTROL, control=Control(change=Change.CAPTURED, party="The Front"), counts=(killed(3, "Army"),),
            dates=on(DAY, DAY + dt.timedelta(days=2)),
        )
    )  # fmt: skip

    assert (row.actor, row.target, row.sides) == ("the front", "army", ("army", "the front"))
    assert (row.earliest, row.latest) == (DAY.toordinal(), DAY.toordinal() + 2)


def test_nobodys_side_is_no_side() -> None:
    assert features_of(claim("a", actor="unknown", source=source("resident", "witness"))).side is None


def test_tanks_destroyed_and_tanks_lost_are_one_and_never_persons() -> None:
    assert outcome_of(things("T-72 tanks")) == outcome_of(things("tank", Outcome.LOST)) == "tank things"
    assert outcome_of(killed(3)) == "killed"


@pytest.mark.parametrize(("count", "figure"), [(killed(700), "killed:700"), (killed(700, operator=Operator.MORE_THAN), "killed:700")])
def test_a_figure_is_the_number_in_the_words(count: Count, figure: str) -> None:
    assert figure_of(count) == figure


def test_vague_words_are_no_figure() -> None:
    assert figure_of(killed(24, operator=Operator.VAGUE)) is None


def test_how_far_off_an_event_can_be_follows_the_precision() -> None:
    assert radius(at("Lower Vale", precision=1)) < radius(at("Lower Vale")) < radius(at("Eastmark", "Eastmark"))


def test_a_country_is_broad_and_a_town_is_not() -> None:
    assert is_broad(Place(text="XX", country="XX"))
    assert not is_broad(at("Lower Vale", "Eastmark"))
    assert not is_broad(at("Lower Vale", precision=1))
