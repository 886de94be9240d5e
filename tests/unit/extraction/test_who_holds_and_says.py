"""Who holds a place and who says so, where a sentence names a coup, a rival, a second spokesman or one among the dead beside."""

from __future__ import annotations

import pytest

from counterclaim.claims.event import Modality


def held(claims):
    return [(c.control.change.value, c.control.party, c.place.text if c.place else None) for c in claims if c.control is not None]


def tolls(claims):
    return [(n.low, n.high, n.outcome.value) for c in claims for n in c.counts]


def sources(claims):
    return [(c.source.name, c.source.party) if c.source is not None else None for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        "The general seized power in a coup in Niger on Monday.",
        "The Syrian army expelled residents from their homes in Idlib, monitors said.",
        "The M23 has taken possession of army vehicles and weapons in Sake, the group said.",
        "If the Houthis consolidate Hodeidah, they would tighten their grip on the coast and control the roads to Sanaa.",
    ],
)
def test_no_place_is_held_by_these(claims_of, text):
    assert held([c for c in claims_of(text) if c.modality is not Modality.HYPOTHETICAL]) == []


def test_a_place_that_no_gazetteer_has_is_told_by_what_explains_it(claims_of):
    text = "Al-Shabaab fighters have seized Qaryoodan, a strategic town in Mudug, residents said."
    assert held(claims_of(text)) == [("captured", "al-Shabaab", "Qaryoodan")]


def test_the_date_of_a_coup_is_not_that_of_the_battle(claims_of):
    text = "The base in Falam fell to the Chin National Army, the latest setback for the junta that seized power in 2021."
    (claim,) = [c for c in claims_of(text) if c.control is not None]
    assert claim.dates is None or claim.dates.earliest is None or claim.dates.earliest.year != 2021


def test_the_date_of_a_war_is_still_that_of_who_died_in_it(claims_of):
    text = "Some 4,000 people have died in the conflict that began in Donetsk in 2014, the ministry said."
    (claim,) = claims_of(text)
    assert claim.dates is not None


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Congolese army rejected assertions by the rebel M23 that they had seized Sake.", "M23"),
        ("Sudan's army denied claims by the paramilitary Rapid Support Forces that they had captured El Obeid.", "Rapid Support Forces"),
    ],
)
def test_who_is_told_to_claim_it_is_named_behind_what_they_are(claims_of, text, side):
    assert {party for _, party, _ in held(claims_of(text))} == {side}


def test_the_army_of_a_minority_is_not_the_states(claims_of):
    text = "Some 90 junta soldiers surrendered after an ethnic minority army captured their base in Falam in Myanmar, residents said."
    assert all(party != "Myanmar" for _, party, _ in held(claims_of(text)))


@pytest.mark.parametrize("whom", ["the other side", "its rivals"])
def test_nobody_accuses_itself(claims_of, whom):
    text = f"The Syrian army accused {whom} of shelling Idlib on Monday."
    claims = claims_of(text)
    assert claims
    assert "Syria" not in {c.actor for c in claims}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Boko Haram commander Musa Bello is among those killed in Damboa, the Nigerian army said.", [(1, None, "killed")]),
        ("Among those killed in Damboa was a commander of Boko Haram, the Nigerian army said.", [(1, 1, "killed")]),
        ("A senior Houthi officer was among the dead in Hodeidah, the Yemeni army said.", [(1, 1, "killed")]),
        ("Three children were among those killed in the strike on Idlib, rescuers said.", [(3, 3, "killed")]),
        ("Two policemen were among at least 12 men killed in Gao, the army said.", [(12, None, "killed"), (2, 2, "killed")]),
    ],
)
def test_who_is_among_the_dead_is_dead(claims_of, text, counts):
    assert tolls(claims_of(text)) == counts


def test_who_is_among_the_dead_is_of_their_own_side(claims_of):
    (claim,) = claims_of("Boko Haram commander Musa Bello is among those killed in Damboa, the Nigerian army said.")
    assert claim.target == "Boko Haram"


@pytest.mark.parametrize("title", ["District Governor", "Provincial Police Chief", "Deputy Foreign Minister"])
def test_a_title_of_several_words_is_no_part_of_a_name(claims_of, title):
    (claim,) = claims_of(f"{title} Omar Barak said that three policemen were wounded in Zinder.")
    assert claim.source is not None
    assert claim.source.name == "Omar Barak"


def test_a_second_spokesman_is_another_one(claims_of):
    text = (
        "Boko Haram spokesman Musa Bello said the group held Damboa. Nigerian forces retook Damboa on Monday, a police spokesman said. "
        '"Our men recaptured the town," the state police spokesman told reporters.'
    )
    assert [s for s in sources(claims_of(text)) if s is not None and s[1] == "Boko Haram"] == [("Musa Bello", "Boko Haram")]


def test_who_goes_on_stressing_is_who_spoke_first(claims_of):
    text = 'Libyan army spokesman Omar Haddad said that the RSF claimed that they had taken Kufra, stressing that "this is not true."'
    denials = [c for c in claims_of(text) if c.stance.value == "denies"]
    assert [(c.source.name, c.negated) for c in denials] == [("Omar Haddad", True)]


def test_where_it_was_reported_speaks_for_nobody(claims_of):
    (claim,) = claims_of("Clashes were also reported in other areas of Masisi, including Sake.")
    assert claim.source is None


def test_what_a_group_looks_to_is_planned(claims_of):
    claims = claims_of("The Houthis would now look to capturing Marib, the Yemeni army said.")
    assert {c.modality for c in claims} == {Modality.PLANNED}
