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
        ("Seven villagers were taken to a hospital in Yemen after an air strike.", "wounded", "Seven", 7),
        ("The murder of six priests shocked El Salvador.", "killed", "six", 6),
    ],
)
def test_what_became_of_how_many(claims_of, text, outcome, words, number):
    (count,) = (k for c in claims_of(text) for k in c.counts)
    assert (count.outcome, count.text, count.best) == (outcome, words, number)


@pytest.mark.parametrize(
    ("text", "outcome", "words"),
    [
        ("Commander Aziz was killed on Monday.", "killed", "Commander Aziz"),
        ("The mayor was wounded in Aleppo.", "wounded", "The mayor"),
        ("Her brother died in Goma.", "killed", "Her brother"),
        ("The general was found dead near Taiz.", "killed", "The general"),
        ("The fifth soldier was pronounced dead in Juba.", "killed", "The fifth soldier"),
        ("He was charged in the death of Omar Vell in Benghazi.", "killed", "Omar Vell"),
    ],
)
def test_one_person_without_a_number_is_at_least_one_by_a_rule_of_its_own(claims_of, text, outcome, words):
    (count,) = (k for c in claims_of(text) for k in c.counts)
    assert (count.outcome, count.text, count.low, count.high, count.operator) == (outcome, words, 1, None, Operator.AT_LEAST)
    assert (count.rule, text[count.start : count.end]) == ("CC-2", words)


@pytest.mark.parametrize(
    "text",
    [
        "The army was killed in Goma.",
        "The Taliban was killed in Kunduz.",
        "No soldier was hurt, and any soldier killed would be mourned in Aden.",
        "He was taken to hospital in Goma.",
        "The rebels tried to kill the mayor of Aleppo.",
        "The general was not wounded in Taiz.",
        "He was accused of planning the assassination of the president in Juba.",
        "He was jailed for the attempted murder of a policeman in Juba.",
    ],
)
def test_bodies_of_men_and_what_did_not_happen_are_no_count_of_one(claims_of, text):
    assert [k for c in claims_of(text) for k in c.counts] == []


@pytest.mark.parametrize(
    "text",
    [
        "The president is in hospital with a fever, his office in Juba said.",
        "The minister was in hospital in Aleppo on Sunday visiting wounded soldiers.",
        "The general was in critical condition after a stroke in Goma.",
        "The president was flown to hospital in Berlin for surgery.",
        "Twelve pupils were taken to hospital in Kabul after eating bad food.",
        "The rebels shelled Taiz. A nurse there was treated at a clinic for an illness.",
        "The mayor was expected to survive the vote in Aden.",
    ],
)
def test_who_is_in_hospital_without_violence_is_not_wounded(claims_of, text):
    assert [c for c in claims_of(text) if any(k.outcome == "wounded" for k in c.counts)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The shelling hit a market in Donetsk. Two women were taken to hospital.",
        "Gunmen shot at a bus near Goma. Officials gave no details. Two women are in hospital.",
    ],
)
def test_violence_told_before_is_what_brought_people_to_hospital(claims_of, text):
    assert [(k.text, k.best) for c in claims_of(text) for k in c.counts if k.outcome == "wounded"] == [("Two", 2)]


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("A girl, a boy and their mother were killed in Idlib.", "A girl, a boy and their mother", 3),
        ("A shell killed Amal Sido, 23, and her brother in Afrin.", "Amal Sido, 23, and her brother", 2),
        ("Four adults and a 3-year-old were killed in Kadugli.", "Four adults and a 3-year-old", 5),
        ("The victims, a miner and a nurse, were killed in Bunia.", "a miner and a nurse", 2),
        ("The dead were identified as Omar Vell and Ito Ruun in Misrata.", "Omar Vell and Ito Ruun", 2),
    ],
)
def test_persons_who_are_listed_are_as_many_as_the_list_has(claims_of, text, words, number):
    (count,) = (k for c in claims_of(text) for k in c.counts)
    assert (count.text, count.best, count.operator, count.rule) == (words, number, Operator.EXACT, "CC-2")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Two men were shot, one fatally, in Juba.", [("Two", "killed_or_wounded", 2), ("one", "killed", 1)]),
        ("Two men shot, one killed in Goma", [("Two", "killed_or_wounded", 2), ("one", "killed", 1)]),
        ("A man is dead and two women are in hospital in Aden.", [("A", "killed", 1), ("two", "wounded", 2)]),
        ("Three people were shot to death and another was injured in Tolma.", [("Three", "killed", 3), ("another", "wounded", 1)]),
        ("The blast left one man dead and another in critical condition in Homs.", [("one", "killed", 1), ("another", "wounded", 1)]),
        ("The shelling sent four people to hospital in Donetsk.", [("four", "wounded", 4)]),
        ("The bodies of 12 miners were recovered in Bunia.", [("12", "killed", 12)]),
        ("Medics found two men with shrapnel wounds in Taiz.", [("two", "wounded", 2)]),
        ("Two brothers, ages 19 and 23, were killed in Hebron.", [("Two", "killed", 2)]),
    ],
)
def test_each_number_has_the_outcome_that_is_told_of_it(claims_of, text, rows):
    found = [(k.text, k.outcome, k.best) for c in claims_of(text) for k in c.counts]
    assert sorted(found) == sorted(rows)


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
