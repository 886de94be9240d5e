"""Who is a person and who only runs away, what is a state's land and what its army, what was done and what is thought."""

from __future__ import annotations

import pytest


def sides(claims, kind):
    return [(c.actor, c.target) for c in claims if c.kind.value == kind]


def figures(claims):
    return sorted((k.outcome.value, k.low) for c in claims for k in c.counts)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Thai soldiers fired at three fishermen as they fled Narathiwat, villagers said.", "attack", ("Thailand", "civilians")),
        ("Thai soldiers fired at three fishermen as they fled Narathiwat, villagers said.", "displacement", ("Thailand", "civilians")),
        ("A 30-man patrol was ambushed by the ELN near Arauca in Colombia on Friday.", "attack", ("ELN", "Colombia")),
        ("Two medics were killed by Turkish shelling near Afrin, the hospital said.", "casualties", ("Turkey", "civilians")),
        ("Six soldiers were killed near Sudan's border in eastern Chad on Sunday.", "casualties", (None, None)),
        ("Militants seized four loggers and beheaded them near Mueda, police said.", "casualties", ("militants", "civilians")),
    ],
)
def test_the_sides_are_those_who_do_it_and_whom_it_befalls(claims_of, text, kind, told):
    assert sides(claims_of(text), kind) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Red Cross listed 14 policemen as killed in Jaffna in Sri Lanka.", [("killed", 14)]),
        (
            "Four people were wounded in the shelling of Kilinochchi and eight people were missing, the bishop said.",
            [("missing", 8), ("wounded", 4)],
        ),
        ("Three nurses were wounded while fleeing Palma in Mozambique, the ministry said.", [("wounded", 3)]),
        ("Two firefighters and a paramedic were killed in Zaporizhzhia, the mayor said.", [("killed", 3)]),
        ("The navy killed 12 pirates off Eyl in Somalia, a spokesman said.", [("killed", 12)]),
        ("A jawan and two riflemen were killed in Manipur in India, police said.", [("killed", 3)]),
    ],
)
def test_persons_are_counted_with_what_became_of_them(claims_of, text, told):
    assert figures(claims_of(text)) == told


def test_who_is_seized_and_killed_is_both(claims_of):
    told = claims_of("Militants seized four loggers and beheaded them near Mueda, police said.")
    assert [c.kind.value for c in told] == ["capture", "casualties"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army said 40 rebels were killed in Operation Green Anvil in southern Thailand.", "Thailand"),
        ("Drones killed two people in Iraqi Kurdistan on Monday.", "Iraqi Kurdistan"),
    ],
)
def test_an_operation_is_no_place_and_a_land_within_a_state_is(claims_of, text, place):
    assert {c.place.text for c in claims_of(text)} == {place}


@pytest.mark.parametrize(
    "text",
    [
        "Twelve villagers are presumed killed in Pibor in South Sudan, the bishop said.",
        "The 30 rebels that the army supposedly killed in Pattani were farmers, villagers said.",
        "In Aceh the word was used to signify that prisoners were killed, the historian wrote.",
    ],
)
def test_what_is_only_thought_is_no_claim(claims_of, text):
    assert [c for c in claims_of(text) if c.kind.value == "casualties"] == []


def test_an_army_with_a_name_of_its_own_is_not_the_states(claims_of):
    told = claims_of("The commander of the Coral Army said six soldiers were killed in Jolo in the Philippines.")
    assert {c.source.party for c in told} <= {None, "Coral Army"}
