"""Each number with its outcome, its group and its window; outcomes are never mixed."""

from __future__ import annotations

import pytest

from counterclaim.claims.count import Operator, Outcome, Scope, Unit


@pytest.fixture
def counts(claims_of):
    """Gives (outcome, low, high, who) for each count of a text, in the order of the text."""

    def read(text, *, headings=()):
        found = [k for c in claims_of(text, headings=headings) for k in c.counts]
        return sorted({(k.start, k.outcome, k.low, k.high, k.of) for k in found})

    return lambda text, **more: [row[1:] for row in read(text, **more)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The army said 700 fighters were killed and 600 captured.",
            [(Outcome.KILLED, 700, 700, "fighters"), (Outcome.CAPTURED, 600, 600, None)],
        ),
        ("Two soldiers and a child died in Goma.", [(Outcome.KILLED, 2, 2, "soldiers"), (Outcome.KILLED, 1, 1, "child")]),
        (
            "The Taliban killed 12 soldiers and wounded 30 others in Kunduz.",
            [(Outcome.KILLED, 12, 12, "soldiers"), (Outcome.WOUNDED, 30, 30, "others")],
        ),
        (
            "Ten soldiers had been killed and 15 were missing, the army said.",
            [(Outcome.KILLED, 10, 10, "soldiers"), (Outcome.MISSING, 15, 15, None)],
        ),
        (
            "Militants captured 12 soldiers, killed 20 and wounded 30.",
            [(Outcome.CAPTURED, 12, 12, "soldiers"), (Outcome.KILLED, 20, 20, None), (Outcome.WOUNDED, 30, 30, None)],
        ),
        ("Hundreds of fighters surrendered.", [(Outcome.SURRENDERED, 200, 999, "fighters")]),
        ("Officials put the number of dead at 15.", [(Outcome.KILLED, 15, 15, None)]),
        ("The death toll rose to 45.", [(Outcome.KILLED, 45, 45, None)]),
        ("More than 20 Kenyan soldiers killed in Lamu were flown home.", [(Outcome.KILLED, 21, None, "Kenyan soldiers")]),
    ],
)
def test_counts_with_shared_and_elided_heads(counts, text, rows):
    assert counts(text) == rows


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("20 soldiers killed in Borno attack", [(Outcome.KILLED, 20, 20, "soldiers")]),
        ("Drone strike leaves five dead, 12 wounded", [(Outcome.KILLED, 5, 5, None), (Outcome.WOUNDED, 12, 12, None)]),
        ("700 fighters killed, 600 captured", [(Outcome.KILLED, 700, 700, "fighters"), (Outcome.CAPTURED, 600, 600, None)]),
    ],
)
def test_clipped_headings(counts, heading, rows):
    assert counts("Nothing else is known.", headings=(heading,)) == rows


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("At least 20 civilians were killed or wounded in Aden.", Outcome.KILLED_OR_WOUNDED),
        ("At least 20 fighters were killed, injured or captured in Aden.", Outcome.KILLED_WOUNDED_OR_CAPTURED),
    ],
)
def test_joined_by_or_is_one_outcome_and_one_number(claims_of, text, outcome):
    (claim,) = claims_of(text)
    (count,) = claim.counts
    assert (count.outcome, count.low, count.high, count.operator) == (outcome, 20, None, Operator.AT_LEAST)


def test_things_have_their_own_unit(claims_of):
    people, things = claims_of("The rebels lost 50 fighters and 3 tanks.")
    assert [(k.unit, k.outcome, k.best) for k in people.counts] == [(Unit.PERSONS, Outcome.KILLED, 50)]
    assert [(k.unit, k.outcome, k.best) for k in things.counts] == [(Unit.THINGS, Outcome.LOST, 3)]


@pytest.mark.parametrize(
    ("text", "scope", "window"),
    [
        ("Israel's military said it had killed 30 Hamas fighters in Gaza since Monday.", Scope.SINCE, "since Monday"),
        ("The army has killed 1,200 rebels in the past day.", Scope.LAST_DAYS, "in the past day"),
        ("Ukraine has lost 200 tanks to date, Moscow said.", Scope.TO_DATE, "to date"),
        ("Three soldiers were killed on Friday.", Scope.EVENT, None),
    ],
)
def test_windows(claims_of, text, scope, window):
    (count,) = (k for c in claims_of(text) for k in c.counts)
    assert (count.scope, count.window) == (scope, window)


def test_the_figure_nobody_died_is_a_negation_without_a_count(claims_of):
    (claim,) = claims_of("No soldiers were killed in the raid, the Kenyan army said.")
    assert claim.negated
    assert claim.counts == ()


def test_one_number_is_counted_once(claims_of):
    starts = [k.start for c in claims_of("The attack killed 12 people, and the 12 dead were buried on Friday.") for k in c.counts]
    assert len(starts) == len(set(starts))


@pytest.mark.parametrize(
    "text", ["The army has 500 soldiers in Goma.", "Some 40 delegates met in Doha.", "The 3rd brigade captured the town."]
)
def test_numbers_without_an_outcome_are_no_counts(claims_of, text):
    assert [k for c in claims_of(text) for k in c.counts] == []


@pytest.mark.parametrize(
    ("text", "outcome", "words", "number"),
    [
        ("The shelling killed a father and his two sons in Goma.", "killed", "a father and his two sons", 3),
        ("Commander Aziz and General Omar were killed on Monday.", "killed", "Commander Aziz and General Omar", 2),
        ("Both men were wounded in Aleppo.", "wounded", "Both", 2),
        ("Three guards were shot in the leg near Goma.", "wounded", "Three", 3),
        ("Three guards were fatally shot near Goma.", "killed", "Three", 3),
        ("Four men were shot near the border.", "killed_or_wounded", "Four", 4),
        ("Seven villagers suffered burns in Yemen.", "wounded", "Seven", 7),
        ("Seven villagers were taken to a hospital in Yemen.", "wounded", "Seven", 7),
        ("The murder of six priests shocked El Salvador.", "killed", "six", 6),
    ],
)
def test_what_became_of_how_many(claims_of, text, outcome, words, number):
    (count,) = (k for c in claims_of(text) for k in c.counts)
    assert (count.outcome, count.text, count.best) == (outcome, words, number)


@pytest.mark.parametrize(
    "text", ["Commander Aziz was killed on Monday.", "The mayor was wounded in Aleppo.", "He was taken to hospital in Goma."]
)
def test_one_person_without_a_number_is_no_count(claims_of, text):
    assert [k for c in claims_of(text) for k in c.counts] == []


def test_things_of_several_kinds_stay_several_counts(claims_of):
    assert [(k.text, k.of) for c in claims_of("The blast damaged two tanks and a bridge in Aleppo.") for k in c.counts] == [
        ("two", "tanks"),
        ("a", "bridge"),
    ]


def test_figures_of_two_groups_stay_two_counts(claims_of):
    texts = [k.text for c in claims_of("The rebels killed 20 soldiers and wounded two guards and three drivers.") for k in c.counts]
    assert texts == ["20", "two", "three"]


@pytest.mark.parametrize(
    "text",
    ["Not a single soldier was killed in Goma.", "The army said that zero civilians died.", "None of the fighters was wounded."],
)
def test_none_in_other_words_is_a_negation_without_a_count(claims_of, text):
    (claim,) = claims_of(text)
    assert (claim.negated, claim.counts) == (True, ())
