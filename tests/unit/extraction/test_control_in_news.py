"""Who holds what in the sentences of other wars: whose men, which place, and what is no change of control at all."""

from __future__ import annotations

import pytest

from counterclaim.claims.event import Kind


def control(claims):
    return [(c.control.change.value, c.control.party, c.place.text if c.place else None, c.negated) for c in claims if c.control]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Syrian rebels seized Saraqib on Monday, activists said.", "rebels"),
        ("Malian militants captured Bourem on Monday.", "militants"),
        ("Yemen's Houthi rebels seized Harib, the governor said.", "Houthis"),
        ("Congo's M23 rebels captured Bunagana, residents said.", "M23"),
    ],
)
def test_rebels_called_after_a_state_are_not_its_own(claims_of, text, party):
    assert [c.control.party for c in claims_of(text) if c.control] == [party]


def test_an_army_speaks_of_its_own_forces(claims_of):
    claims = claims_of("An Iraqi commander said forces have taken control of Mosul from Islamic State.")
    assert control(claims) == [("captured", "Iraq", "Mosul", False)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The Sudanese army controls most of Khartoum, residents said.", "most of Khartoum"),
        ("Ukraine said its forces had lost half of Bakhmut.", "half of Bakhmut"),
        ("Syrian rebels hold parts of Aleppo, activists said.", "parts of Aleppo"),
    ],
)
def test_a_part_of_a_place_is_not_the_whole(claims_of, text, part):
    (claim,) = (c for c in claims_of(text) if c.control)
    assert claim.place.text == part
    assert claim.is_on_parts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Syrian troops captured the town of Al Hader in the province of Aleppo on Thursday.", "Al Hader"),
        ("Israel said its soldiers had ousted Hezbollah fighters from the village of Maroun al-Ras.", "Maroun al-Ras"),
        ("The largest city in northern Iraq, Mosul was captured by Islamic State in 2014.", "Mosul"),
    ],
)
def test_a_town_is_called_by_its_own_name(claims_of, text, place):
    assert [c.place.text for c in claims_of(text) if c.control] == [place]


def test_every_district_of_a_list(claims_of):
    claims = claims_of("Mozambican troops took the districts of Palma and Mueda.")
    assert [c.place.text for c in claims if c.control] == ["Palma", "Mueda"]


@pytest.mark.parametrize(
    "text",
    [
        "Houthi rebels tried to capture Marib.",
        "The ELN were attempting to seize Saravena, Colombia's army said.",
        "The reason for the Congolese troops' withdrawal from Goma was not clear.",
    ],
)
def test_what_is_only_tried_or_taken_for_granted_changes_no_hands(claims_of, text):
    assert control(claims_of(text)) == []


def test_who_is_forced_out_is_who_leaves(claims_of):
    claims = claims_of("M23 rebels attacked at dawn, forcing Congolese troops to withdraw from Rutshuru.")
    assert ("withdrew_from", "Democratic Republic of the Congo", "Rutshuru", False) in control(claims)


def test_they_are_those_whose_claim_it_is(claims_of):
    claims = claims_of("Moscow rejected claims by Kyiv that they had taken the village of Urozhaine.")
    assert {c.control.party for c in claims if c.control} == {"Ukraine"}


def test_an_allegation_that_is_denied_is_that_of_its_sentence(claims_of):
    claims = claims_of(
        "M23 rebels have seized Goma, residents said. Some governments say Rwanda backs the rebels, an allegation which Kigali denies."
    )
    assert all(not c.negated for c in claims if c.kind is Kind.CONTROL)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Rutshuru was overrun by M23 on Monday, officials said.", "captured"),
        ("The town was overrun by M23 fighters on Monday, residents of Rutshuru said.", "captured"),
        ("Rutshuru is surrounded by M23 fighters, officials said.", "surrounded"),
    ],
)
def test_who_overran_or_surrounded_it(claims_of, text, change):
    assert [(c.control.change.value, c.control.party) for c in claims_of(text) if c.control] == [(change, "M23")]
