"""Which place is an event's, beside the others that its sentence and its report name."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ten soldiers died in firing across the Line of Control in Poonch.", "Poonch"),
        ("Russian artillery shelled a road on Armenian soil that leads to Georgia.", "Armenian soil"),
        ("The Taliban came into Bazarak and fired at cars.", "Bazarak"),
        ("A military source in Burundi told Reuters that rebels killed ten soldiers.", None),
        ("The Taliban said they had moved into Bazarak. The resistance said ten fighters were killed in Anaba.", "Anaba"),
    ],
)
def test_the_place_is_that_of_the_events_clause(claims_of, text, place):
    claim = claims_of(text)[-1]
    assert (claim.place.text if claim.place else None) == place


def test_an_abbreviation_is_the_place_that_it_abbreviates(desk_of):
    desk = desk_of("Firing went on along the Line of Control (LoC) in Kashmir. Two soldiers died on the LoC.")
    last = desk.draft.places[-1]
    assert (last.text, last.name) == ("LoC", "Line of Control")
    assert desk.places.of(last).name == "Line of Control"


def test_words_without_a_name_mean_the_place_told_before(claims_of):
    claims = claims_of("Al-Shabaab attacked the town of Barire in Somalia. The militants captured the village.")
    assert (claims[-1].place.text, claims[-1].place.name, claims[-1].place.precision) == ("the village", "Barire", 2)


def test_several_sites_lie_in_the_place_named_with_them(claims_of):
    claim = claims_of("Taliban forces held positions throughout the Panjshir valley.")[-1]
    assert claim.place.text == "Panjshir valley"


def test_a_denial_keeps_the_place_in_its_words(claims_of):
    claims = claims_of("Azerbaijan said that Armenian forces had shelled Ganja. Armenia dismissed the statement about Ganja as a lie.")
    assert claims[-1].stance == "denies"
    assert claims[-1].place.text == "Ganja"
    bare = claims_of("Azerbaijan said that Armenian forces had shelled Ganja. Armenia denied this.")
    assert bare[-1].place is None


def test_a_group_is_no_land(desk_of):
    assert desk_of("People opposed to the Taliban fled.").draft.places == []


def test_a_full_stop_ends_a_name(desk_of):
    assert "Kabul Officials" not in [m.name for m in desk_of("They fled to Kabul. Officials said so.").draft.places]


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Gunmen killed 23 people in the village of Wumat, Heipang district, in Plateau State, Nigeria.", "Wumat", "NG"),
        ("Israel struck Hamas targets in Khan Younis in the southern Gaza Strip, killing 12 people.", "Khan Younis", "PS"),
        ("Fighters attacked a base 50 kilometers southwest of Mogadishu.", "Mogadishu", "SO"),
        ("Sudan's army had retaken the presidential palace in Khartoum.", "the presidential palace", "SD"),
    ],
)
def test_the_smallest_place_stands_with_what_it_lies_in(claims_of, text, place, country):
    claim = claims_of(text)[-1]
    assert (claim.place.text, claim.place.country) == (place, country)


def test_far_from_a_town_is_not_the_town(claims_of):
    far, near = (claims_of(f"Fighters attacked a base {n} kilometers southwest of Mogadishu.")[-1].place for n in (50, 10))
    assert (far.precision, near.precision) == (5, 2)


@pytest.mark.parametrize("text", ["The Kharkiv brigade fled.", "The Kabul division retreated.", "Operation Euphrates Shield went on."])
def test_units_and_operations_named_after_places_are_none(desk_of, text):
    assert desk_of(text).draft.places == []


def test_lists_do_not_nest(claims_of):
    texts = {c.place.text for c in claims_of("The Taliban captured Kunduz, Kandahar and Herat in Afghanistan.")}
    assert texts == {"Kunduz", "Kandahar", "Herat"}


def test_the_town_that_is_shelled_is_the_place(claims_of):
    claims = claims_of("Fighting went on in Kunduz in Afghanistan. Then the Taliban shelled the town.")
    assert (claims[-1].place.text, claims[-1].place.name) == ("the town", claims[0].place.name)


def test_two_statements_of_one_speaker_share_a_place(claims_of):
    claims = claims_of("Karimi claimed the fall of Rukhah in Afghanistan and said that ten fighters were killed.")
    assert {c.place.text for c in claims} == {"Rukhah"}
