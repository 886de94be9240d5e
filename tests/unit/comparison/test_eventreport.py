"""Values worked out by hand from the documented semantics of the R package eventreport 0.1.1."""

import datetime as dt
import math

import pytest

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Operator, Outcome
from counterclaim.comparison import eventreport
from counterclaim.comparison.disagreement import disagreement
from counterclaim.comparison.policy import POLICIES

from .made import make_claim, make_count

# One event in four reports: deaths low, best, high; injuries best alone, or none told.
REPORTS = (((10, 10, 12), 3), ((15, 15, 15), None), ((15, 20, 25), 3), ((20, 20, 25), 8))


def reports() -> list[Claim]:
    made = []
    for n, ((low, best, high), injured) in enumerate(REPORTS):
        deaths = make_count((low, high), operator=Operator.RANGE, best=best, text=f"{low}-{high}", party="civilians", of="voters")
        injuries = () if injured is None else (make_count(injured, Outcome.WOUNDED, party="civilians", of="voters"),)
        made.append(make_claim(f"r{n}", f"voice {n}", "witness", target="civilians", counts=(deaths, *injuries)))
    return made


@pytest.mark.parametrize(
    ("policy", "deaths", "injuries"),
    [
        ("maverick_con", (10, 10, 12), (3, 3, 3)),
        # lows 10, 15, 15, 20: mode 15; bests 10, 15, 20, 20: mode 20; highs 12, 15, 25, 25: mode 25
        ("maverick_rep", (15, 20, 25), (3, 3, 3)),
        ("maverick_inf", (20, 20, 25), (8, 8, 8)),
    ],
)
def test_the_three_aggregations_give_the_packages_rows(policy: str, deaths: tuple[int, ...], injuries: tuple[int, ...]) -> None:
    row = {f.outcome: (f.low, f.best, f.high) for f in POLICIES[policy](reports()).figures}

    assert row == {Outcome.KILLED: deaths, Outcome.WOUNDED: injuries}


def test_a_tied_mode_of_numbers_is_the_smallest_and_of_words_is_indeterminate() -> None:
    assert eventreport.mode_number([20, 15, 20, 15]) == 15
    assert eventreport.mode(["police", "party"]) == "Indeterminate"
    assert eventreport.mode(["police", "party", None, None]) is None


def test_ties_go_to_the_highest_mark_then_to_the_second_mark() -> None:
    words = ["police", "police", "party", "party"]

    assert eventreport.mode(words, [1, 2, 2, 1]) == "Indeterminate"
    assert eventreport.mode(words, [1, 2, 2, 1], [1, 1, 3, 1]) == "party"
    assert eventreport.mode(words, [1, 3, 2, 1]) == "police"


def test_tied_days_give_their_mean_rounded_down() -> None:
    days = [dt.date(2010, 12, 1), dt.date(2010, 12, 4), None]

    assert eventreport.mode_date(days) == dt.date(2010, 12, 2)
    assert eventreport.mode_date([]) is None


def test_precision_decides_before_frequency() -> None:
    places, precision = ["Abidjan", "Abidjan", "Yopougon", None], [1, 1, 2, None]

    assert eventreport.mode_at_precision(places, precision, most=True) == "Yopougon"
    assert eventreport.mode_at_precision(places, precision, most=False) == "Abidjan"
    assert eventreport.mode_at_precision(["x"], [None], most=True) is None


def test_scores_of_disagreement() -> None:
    events = [[10, 20], [5, 15, 15], [10, None]]

    assert eventreport.mean_dscore(events) == pytest.approx((1 + 1 + 1) / 3)
    assert eventreport.mean_dscore(events, normalise=True) == pytest.approx(1 / 5)  # 5, 10, 15, 20 and none
    assert eventreport.mean_range(events) == pytest.approx((10 + 10 + 0) / 3)
    assert eventreport.mean_sd(events) == pytest.approx((math.sqrt(50) + math.sqrt(100 / 3)) / 2)
    assert eventreport.share_disagreement(events) == 1
    assert eventreport.modal_confidence(events) == pytest.approx((1 / 2 + 2 / 3 + 1) / 3)


def test_nothing_to_measure_gives_nothing() -> None:
    assert eventreport.mean_range([]) is None
    assert eventreport.mean_sd([[3]]) is None
    assert eventreport.lowest([None]) is eventreport.highest([]) is None
    assert disagreement([]).share is None


def test_disagreement_is_measured_for_each_group_of_victims_apart() -> None:
    soldiers = [make_claim(i, i, "witness", counts=(make_count(n),)) for i, n in (("a", 4), ("b", 6))]
    villagers = [make_claim("c", "c", "witness", counts=(make_count(50, of="villagers", party="civilians"),))]

    found = disagreement([[*soldiers, *villagers]])

    assert (found.n, found.share, found.mean_range) == (2, 0.5, 1.0)
