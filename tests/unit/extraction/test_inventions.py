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
