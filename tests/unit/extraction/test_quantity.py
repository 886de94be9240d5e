"""What hedged number phrases are read as: rule CC-1 of the claim model."""

from __future__ import annotations

import pytest

from counterclaim.claims.count import Operator
from counterclaim.extraction.quantity import find_quantities, one_words, zero_words

EXACT, AT_LEAST, MORE_THAN, UP_TO = Operator.EXACT, Operator.AT_LEAST, Operator.MORE_THAN, Operator.UP_TO
ABOUT, RANGE, VAGUE = Operator.ABOUT, Operator.RANGE, Operator.VAGUE


def only(text: str):
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # one figure
        ("the army lost 16 men", "16", (EXACT, 16, 16, 16)),
        ("Sixteen servicemen died", "Sixteen", (EXACT, 16, 16, 16)),
        ("twenty-three rebels fell", "twenty-three", (EXACT, 23, 23, 23)),
        ("two hundred and five bodies", "two hundred and five", (EXACT, 205, 205, 205)),
        ("a hundred and six conscripts", "a hundred and six", (EXACT, 106, 106, 106)),
        ("1,280 dead", "1,280", (EXACT, 1280, 1280, 1280)),
        ("1 280 dead", "1 280", (EXACT, 1280, 1280, 1280)),
        ("1.280 dead", "1.280", (EXACT, 1280, 1280, 1280)),
        ("1,25,000 villagers fled", "1,25,000", (EXACT, 125_000, 125_000, 125_000)),
        ("two lakh people fled", "two lakh", (EXACT, 200_000, 200_000, 200_000)),
        ("1.2 million people fled", "1.2 million", (EXACT, 1_200_000, 1_200_000, 1_200_000)),
        ("2,5 million people fled", "2,5 million", (EXACT, 2_500_000, 2_500_000, 2_500_000)),
        ("half a million fled", "half a million", (EXACT, 500_000, 500_000, 500_000)),
        ("a dozen went missing", "a dozen", (EXACT, 12, 12, 12)),
        ("half a dozen shells", "half a dozen", (EXACT, 6, 6, 6)),
        ("two dozen shells", "two dozen", (EXACT, 24, 24, 24)),
        ("a pair of drones", "a pair", (EXACT, 2, 2, 2)),
        ("a couple of drones", "a couple", (EXACT, 2, 2, 2)),
        ("exactly 40 hostages", "exactly 40", (EXACT, 40, 40, 40)),
        ("a total of 181 tanks", "a total of 181", (EXACT, 181, 181, 181)),
        ("a 300-strong column", "300-strong", (EXACT, 300, 300, 300)),
        # a lower bound
        ("at least 66 people", "at least 66", (AT_LEAST, 66, None, None)),
        ("no fewer than twelve men", "no fewer than twelve", (AT_LEAST, 12, None, None)),
        ("180 or more soldiers", "180 or more", (AT_LEAST, 180, None, None)),
        ("50+ killed", "50+", (AT_LEAST, 50, None, None)),
        ("12 at least were hurt", "12 at least", (AT_LEAST, 12, None, None)),
        ("at least one helicopter", "at least one", (AT_LEAST, 1, None, None)),
        ("at least another 12 men", "at least another 12", (AT_LEAST, 12, None, None)),
        ("Over 700 fighters", "Over 700", (MORE_THAN, 701, None, None)),
        ("more than a dozen", "more than a dozen", (MORE_THAN, 13, None, None)),
        ("more than 50 or 60 men", "more than 50 or 60", (MORE_THAN, 51, None, None)),
        ("well over 100 soldiers", "well over 100", (MORE_THAN, 101, None, None)),
        ("losses exceeded 270 people", "exceeded 270", (MORE_THAN, 271, None, None)),
        (">40 wounded", ">40", (MORE_THAN, 41, None, None)),
        # an upper bound
        ("up to 1,000 fighters", "up to 1,000", (UP_TO, None, 1000, None)),
        ("as many as 30 trucks", "as many as 30", (UP_TO, None, 30, None)),
        ("no more than 12 men", "no more than 12", (UP_TO, None, 12, None)),
        ("fewer than 20 men", "fewer than 20", (UP_TO, None, 19, None)),
        # no bounds invented
        ("some 3,000 soldiers", "some 3,000", (ABOUT, None, None, 3000)),
        ("An estimated 30,000 people", "An estimated 30,000", (ABOUT, None, None, 30_000)),
        ("30-odd gunmen", "30-odd", (ABOUT, None, None, 30)),
        ("20 or so gunmen", "20 or so", (ABOUT, None, None, 20)),
        ("~100 men", "~100", (ABOUT, None, None, 100)),
        ("a couple hundred men", "a couple hundred", (ABOUT, None, None, 200)),
        ("nearly a thousand men", "nearly a thousand", (ABOUT, None, 1000, 1000)),
        ("close to 5,000 deaths", "close to 5,000", (ABOUT, None, 5000, 5000)),
        # two figures
        ("between 12 and 15 men", "between 12 and 15", (RANGE, 12, 15, None)),
        ("from 12 to 15 men", "from 12 to 15", (RANGE, 12, 15, None)),
        ("15-20 rebels", "15-20", (RANGE, 15, 20, None)),
        ("15–20 rebels", "15–20", (RANGE, 15, 20, None)),
        ("13 or 14 men", "13 or 14", (RANGE, 13, 14, None)),
        ("180 or nearly 200 soldiers", "180 or nearly 200", (RANGE, 180, 200, None)),
        ("two or three dozen men", "two or three dozen", (RANGE, 24, 36, None)),
        ("10 to 15 thousand people", "10 to 15 thousand", (RANGE, 10_000, 15_000, None)),
        ("900 to a thousand people", "900 to a thousand", (RANGE, 900, 1000, None)),
        ("one or two men", "one or two", (RANGE, 1, 2, None)),
        # vague words with the bounds of CC-1
        ("several were hurt", "several", (VAGUE, 3, 9, None)),
        ("a few tanks", "a few", (VAGUE, 3, 9, None)),
        ("dozens of shells", "dozens", (VAGUE, 24, 99, None)),
        ("scores of people", "scores", (VAGUE, 40, 99, None)),
        ("hundreds of fighters", "hundreds", (VAGUE, 200, 999, None)),
        ("Thousands have fled", "Thousands", (VAGUE, 2000, 9999, None)),
        ("tens of thousands have fled", "tens of thousands", (VAGUE, 20_000, 99_999, None)),
        ("hundreds of thousands have fled", "hundreds of thousands", (VAGUE, 200_000, 999_999, None)),
        ("several hundred men", "several hundred", (VAGUE, 300, 999, None)),
        ("hundreds if not thousands fled", "hundreds if not thousands", (VAGUE, 200, 9999, None)),
        # vague words with no bounds
        ("many were injured", "many", (VAGUE, None, None, None)),
        ("a number of cars", "a number of", (VAGUE, None, None, None)),
        ("some soldiers were missing", "some", (VAGUE, None, None, None)),
        ("some of the wounded", "some", (VAGUE, None, None, None)),
    ],
)
def test_phrase_is_read_under_cc_1(text, words, expected):
    quantity = only(text)
    assert quantity.text == words
    assert (quantity.operator, quantity.low, quantity.high, quantity.best) == expected
    assert quantity.rule == "CC-1"
    assert not (quantity.revision and "another" not in words)


@pytest.mark.parametrize(
    "text", ["another 400 dead", "27 more deaths", "a further dozen", "sixteen more men", "dozens more", "an additional 5 men"]
)
def test_addition_to_an_earlier_figure_is_a_revision(text):
    assert only(text).revision


@pytest.mark.parametrize("text", ["400 dead", "27 more than on Monday", "71 others"])
def test_figure_that_adds_to_none_is_no_revision(text):
    assert not only(text).revision


def test_figure_that_rises_is_two_figures():
    assert [(q.low, q.high) for q in find_quantities("The toll rose from 10 to 15.")] == [(10, 10), (15, 15)]


def test_preposition_is_no_hedge():
    assert only("fighting over two villages").low == 2
    assert only("positions around five villages").operator is EXACT


def test_whole_is_not_taken_for_the_part():
    assert [q.text for q in find_quantities("five of Panjshir's seven districts")] == ["five"]
    assert [q.text for q in find_quantities("three of the 12 hostages")] == ["three"]
    assert [q.text for q in find_quantities("all of the 12 hostages")] == ["12"]


@pytest.mark.parametrize(
    "text", ["Reinforcements arrived.", "soldiers were killed", "one soldier", "no soldier", "not many came", "how many died", ""]
)
def test_plural_without_a_figure_and_the_bare_one_are_no_quantities(text):
    assert find_quantities(text) == []


def test_second_figure_does_not_take_the_hedge_of_the_first():
    quantities = find_quantities("more than 120 wounded, 64 soldiers, 13 volunteers and four civilians")
    assert [(q.text, q.low) for q in quantities] == [("more than 120", 121), ("64", 64), ("13", 13), ("four", 4)]


def test_one_words_beside_quantities_that_are_known():
    text = "a few men and a drone"
    assert [q.start for q in one_words(text, find_quantities(text))] == [q.start for q in one_words(text)] == [14]


def test_one_words_are_candidates_for_one():
    text = "A drone fell; one of them hit an Indian post, another soldier died and one more was hurt."
    assert [(q.text, q.low, q.revision) for q in one_words(text)] == [
        ("A", 1, False),
        ("one", 1, False),
        ("an", 1, False),
        ("another", 1, True),
        ("one more", 1, True),
    ]


@pytest.mark.parametrize(
    "text", ["No one came.", "they hate one another", "one day", "a kilometre away", "a dozen men", "a number of men", "Each one fell."]
)
def test_pronouns_and_measures_are_no_ones(text):
    assert one_words(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("no casualties", ["no"]), ("Nobody was hurt, none died", ["Nobody", "none"]), ("not a single shot", ["not a single"])],
)
def test_zero_words(text, words):
    assert [q.text for q in zero_words(text)] == words
    assert all((q.low, q.high, q.best) == (0, 0, 0) for q in zero_words(text))


@pytest.mark.parametrize("text", ["no longer", "no more than 12", "no fewer than 12", "nonetheless"])
def test_words_that_only_look_like_zero(text):
    assert zero_words(text) == []
