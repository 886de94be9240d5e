"""What a reader of real news must never make up: another's words, wounded out of bodies, places out of who holds them."""

from __future__ import annotations

import pytest


def sources(claims):
    return [c.source.name if c.source else None for c in claims]


@pytest.mark.parametrize(
    ("first", "body"),
    [
        ("The interior ministry said 12 farmers were killed in Herat.", "coalition"),
        ("The hospital said 12 farmers were killed in Saada.", "alliance"),
    ],
)
def test_a_body_is_not_the_one_that_spoke_before_it(claims_of, first, body):
    told = claims_of(f"The {body} said it attacked a base. {first} But the {body} said 30 fighters were killed.")
    assert sources(told)[-1] == body


def test_the_government_is_no_army_statement(claims_of):
    told = claims_of("An army statement said five rebels were killed. The government says 200 soldiers have died.")
    assert sources(told)[-1] == "government"


@pytest.mark.parametrize("body", ["coalition", "army"])
def test_who_was_killed_does_not_speak(claims_of, body):
    told = claims_of(f"The {body} said 30 rebels were killed and said it knew of no civilian deaths in Herat.")
    assert sources(told) == [body] * len(told)


@pytest.mark.parametrize(
    "text",
    [
        "The guerrillas recovered 12 bodies of soldiers, and 150 other troops were wounded.",
        "Rescuers found 12 bodies of miners in Goma, and 150 people were wounded.",
    ],
)
def test_bodies_are_dead(claims_of, text):
    assert [(c.outcome.value, c.text) for claim in claims_of(text) for c in claim.counts] == [("killed", "12"), ("wounded", "150")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Five civilians were killed in the Daesh-held city of Raqqa.", "Raqqa"),
        ("Five civilians were killed in the Houthi-controlled city of Saada.", "Saada"),
    ],
)
def test_who_holds_a_town_is_not_its_name(claims_of, text, place):
    assert [c.place.text for c in claims_of(text) if c.place] == [place]


def figures(claims):
    return [(c.outcome.value, c.text) for claim in claims for c in claim.counts]


@pytest.mark.parametrize(
    "text",
    [
        "Residents said a larger number of fighters were killed in Kunduz.",
        "The mayor said a growing number of miners were killed in Goma.",
        "Officials said a small proportion of soldiers were killed in Marib.",
    ],
)
def test_an_unknown_number_is_not_one(claims_of, text):
    assert [(c.low, c.high) for claim in claims_of(text) for c in claim.counts] in ([], [(None, None)])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The war in Syria has killed tens of thousands and displaced millions, the agency said.",
            [("killed", "tens of thousands"), ("displaced", "millions")],
        ),
        (
            "Shelling in Goma has wounded dozens and displaced hundreds, the mayor said.",
            [("wounded", "dozens"), ("displaced", "hundreds")],
        ),
    ],
)
def test_each_verb_has_its_own_number(claims_of, text, told):
    assert sorted(figures(claims_of(text))) == sorted(told)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the army killed hundreds and captured thousands in Tigray.",
        "The rebels said that they killed hundreds and captured thousands in Idlib.",
    ],
)
def test_who_was_captured_second_was_not_killed_first(claims_of, text):
    told = figures(claims_of(text))
    assert ("killed", "hundreds") in told
    assert ("captured", "hundreds") not in told


@pytest.mark.parametrize("things", ["Armed Personnel Carriers", "Infantry Fighting Vehicles"])
def test_things_in_capitals_are_no_people(claims_of, things):
    told = claims_of(f"The army said it destroyed two {things} near the town on Friday.")
    assert [(c.outcome.value, c.unit.value) for claim in told for c in claim.counts] == [("destroyed", "things")]


@pytest.mark.parametrize("town", ["El Fasher", "Deir Ezzor"])
def test_a_town_is_not_the_name_of_who_speaks_there(claims_of, town):
    for words in (f"A medical source at {town}'s hospital", f"A military official in {town}"):
        assert sources(claims_of(f"{words} said that 12 people were killed on Sunday.")) != [town]


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed tens of thousands and the fighting displaced millions, the agency said.",
        "The siege has wounded hundreds and the shelling displaced thousands, the mayor said.",
    ],
)
def test_a_second_verb_with_its_own_subject_keeps_its_number(claims_of, text):
    assert [outcome for outcome, _ in sorted(figures(claims_of(text)))] in (["displaced", "killed"], ["displaced", "wounded"])


@pytest.mark.parametrize("verb", ["rejected", "denied", "dismissed"])
def test_who_rejects_a_claim_does_not_make_it(claims_of, verb):
    told = claims_of(f"The rebels {verb} the claim that they had killed ten soldiers in Tarim.")
    assert {(c.source.name, c.negated) for c in told if c.counts} <= {("rebels", True)}
    assert [c for c in told if c.counts]


@pytest.mark.parametrize("distance", ["80 km", "about 12 kilometres", "an hour's drive"])
def test_where_it_is_far_from_is_not_where_it_happened(claims_of, distance):
    told = claims_of(f"Gunmen killed three soldiers in Gubio, {distance} from Maiduguri, the army said.")
    assert [c.place.text for c in told if c.place] == ["Gubio"] * len([c for c in told if c.place])
