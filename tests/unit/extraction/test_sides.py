"""Who did it and to whom, where a claim's own words leave it out: sentences of our own, in many wars."""

from __future__ import annotations

import pytest

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind, Polarity


def sides(claims, kind):
    return [(c.actor, c.target) for c in claims if c.kind is kind]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        # An army speaks of its own soldiers, a rebel of the army's.
        ("Kyiv said 40 soldiers were killed. Moscow denied it had attacked.", [("Russia", "Ukraine")]),
        ("JNIM said that its men killed 60 soldiers of Burkina Faso.", [("JNIM", "Burkina Faso")]),
        # The attack of the same sentence, and of the one before.
        ("Nine Nigerian soldiers died when Boko Haram attacked their base, police said.", [("Boko Haram", "Nigeria")]),
        ("Azerbaijani troops attacked Armenian positions. Three servicemen were killed, Yerevan said.", [("Azerbaijan", "Armenia")]),
        # Who falls in an attack of his own fell to whom he attacked.
        ("When al-Shabaab attacked Somali troops, dozens of its fighters were killed, the army said.", [("Somalia", "al-Shabaab")]),
        # An adjective tells whose attack it was.
        ("An Israeli strike on a house killed five people, Lebanon said.", [("Israel", "civilians")]),
        ("The M23 said 20 Congolese soldiers died in its raid.", [("M23", "Democratic Republic of the Congo")]),
    ],
)
def test_toll(claims_of, text, pairs):
    assert sides(claims_of(text), Kind.CASUALTIES) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in Kidal.",
        "Mali said nine people were killed.",
        "Nine villagers were killed by unknown men in Mali. Rebels and the army blamed one another.",
    ],
)
def test_what_the_words_do_not_tell_stays_unknown(claims_of, text):
    assert {c.actor for c in claims_of(text) if c.kind is Kind.CASUALTIES} == {None}


def test_losses_to_date_have_no_attacker(claims_of):
    claims = claims_of("Armenia attacked Azerbaijani troops on Sunday. Azerbaijan has lost 270 soldiers so far, Yerevan said.")
    assert sides(claims, Kind.CASUALTIES) == [(None, "Azerbaijan")]


def test_who_claims_an_attack_made_it(claims_of):
    claims = claims_of("The Balochistan Liberation Army claimed responsibility for the bombing of a train in Pakistan.")
    assert [c.actor for c in claims] == ["Balochistan Liberation Army"]


def test_nobody_made_an_attack_that_nobody_claims(claims_of):
    claims = claims_of("No group claimed the bombing of a train in Pakistan.")
    assert {c.actor for c in claims} <= {None}


def test_a_strike_on_homes_is_on_civilians(claims_of):
    claims = claims_of("Russia launched an attack on a hospital in Kharkiv, Kyiv said.")
    assert sides(claims, Kind.ATTACK) == [("Russia", "civilians")]


def test_men_lent_to_a_mission_are_the_missions(claims_of):
    claims = claims_of(
        "Ten African Union peacekeepers from Burundi died in an attack by al-Shabaab. Burundi said that 25 soldiers were hurt."
    )
    assert {c.target for c in claims if c.kind is Kind.CASUALTIES} == {"African Union"}
    hurt = next(c for c in claims for k in c.counts if k.outcome is Outcome.WOUNDED)
    assert hurt.polarity is Polarity.OWN_LOSS


def test_them_are_those_who_do_not_act(claims_of):
    claims = claims_of("Al-Shabaab attacked the base. Kenyan soldiers drove off the terrorists and killed 20 of them, the KDF said.")
    assert sides(claims, Kind.CASUALTIES) == [("Kenya", "al-Shabaab")]


def test_its_raid_is_not_of_those_who_died_in_it(claims_of):
    claims = claims_of("Al-Shabaab said that 170 Kenyan soldiers died in its raid.")
    assert sides(claims, Kind.CASUALTIES) == [("al-Shabaab", "Kenya")]


def test_a_denial_keeps_the_sides_of_what_it_denies(claims_of):
    claims = claims_of("Azerbaijani troops attacked an Armenian post and killed three soldiers, Yerevan said. Baku denied the claim.")
    assert [(c.actor, c.target) for c in claims if c.negated] == [("Azerbaijan", "Armenia")]


def test_enemies_without_a_name_are_called_what_the_report_calls_them(claims_of):
    claims = claims_of(
        "Gunmen ambushed a convoy, killing 29 soldiers, Niger's defence ministry said. Dozens of terrorists were neutralised, it said."
    )
    assert sides(claims, Kind.CASUALTIES) == [("gunmen", "Niger"), (None, "terrorists")]


def test_men_of_two_sides_named_before_leave_it_open_whose_men_fell(claims_of):
    claims = claims_of("Azerbaijani troops attacked Armenian positions. Three servicemen were killed.")
    assert sides(claims, Kind.CASUALTIES) == [(None, None)]


def test_the_enemy_of_a_phase_that_is_over_is_no_ally(claims_of):
    claims = claims_of("The Rapid Support Forces attacked El Fasher. The Sudanese army said it killed more than 100 fighters.")
    assert sides(claims, Kind.CASUALTIES) == [("Sudan", "Rapid Support Forces")]


def test_security_forces_are_those_of_the_one_country(claims_of):
    claims = claims_of("Security forces killed 34 militants of the TTP in North Waziristan in Pakistan.")
    assert sides(claims, Kind.CASUALTIES) == [("Pakistan", "Tehreek-e-Taliban Pakistan")]


def test_a_place_before_an_attack_did_not_make_it(claims_of):
    claims = claims_of("Al-Shabaab claimed the Nairobi attack. Somalia's army condemned the Mogadishu bombing.")
    assert [c.actor for c in claims if c.kind is Kind.ATTACK] == ["al-Shabaab", None]


def test_people_of_another_sentence_are_nobodys(claims_of):
    claims = claims_of("Kyiv said it killed nine Russian soldiers. Two people were injured in a town nearby.")
    assert sides(claims, Kind.CASUALTIES) == [("Ukraine", "Russia"), (None, None)]


def test_the_same_toll_is_of_the_same_men(claims_of):
    claims = claims_of("Gunmen killed 89 soldiers, Niger's army said. It killed 77 jihadists. The toll was put at 89 by officials.")
    assert claims[-1].target == "Niger"
