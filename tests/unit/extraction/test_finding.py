"""What findings are made of one sentence: merged, split by side, carried on, denied."""

from __future__ import annotations

import pytest

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Outcome, Unit
from counterclaim.claims.event import Change, Kind


def deeds(claims):
    return [(c.kind, c.actor, c.target, [(k.outcome, k.best) for k in c.counts]) for c in claims]


def test_outcomes_of_one_side_are_one_claim_and_never_one_number(claims_of):
    (claim,) = claims_of("The resistance said 700 Taliban fighters were killed and 600 captured in Panjshir.")
    assert [(k.outcome, k.best, k.party) for k in claim.counts] == [(Outcome.KILLED, 700, "Taliban"), (Outcome.CAPTURED, 600, "Taliban")]


def test_each_side_that_suffers_is_a_claim(claims_of):
    claims = claims_of("Two Kenyan soldiers and a child were killed by al-Shabaab.")
    assert deeds(claims) == [
        (Kind.CASUALTIES, "al-Shabaab", "Kenya", [(Outcome.KILLED, 2)]),
        (Kind.CASUALTIES, "al-Shabaab", "civilians", [(Outcome.KILLED, 1)]),
    ]


def test_a_number_alone_goes_on_about_the_side_before(claims_of):
    claims = claims_of("Al-Shabaab said 20 Kenyan soldiers died and 30 were wounded.")
    assert {k.party for c in claims for k in c.counts} == {"Kenya"}


@pytest.mark.parametrize(
    ("text", "change", "party", "places"),
    [
        ("The Taliban captured Kunduz, residents said.", Change.CAPTURED, "Taliban", ["Kunduz"]),
        ("Kunduz fell to the Taliban.", Change.CAPTURED, "Taliban", ["Kunduz"]),
        ("The Taliban captured Khinj and Unabah districts in Panjshir.", Change.CAPTURED, "Taliban", ["Khinj", "Unabah"]),
        ("Ukrainian forces recaptured Kupiansk.", Change.RECAPTURED, "Ukraine", ["Kupiansk"]),
        ("Kenyan forces withdrew from Kismayo in Somalia.", Change.WITHDREW_FROM, "Kenya", ["Kismayo"]),
        ("Kyiv lost control of Avdiivka in Ukraine, Moscow said.", Change.LOST, "Ukraine", ["Avdiivka"]),
        ("Russian troops entered Lyman in Ukraine.", Change.ENTERED, "Russia", ["Lyman"]),
        ("M23 rebels hoisted their flag over Bukavu.", Change.CAPTURED, "M23", ["Bukavu"]),
        ("The Houthis gained the upper hand in Marib in Yemen.", Change.HOLDS, "Houthis", ["Marib"]),
        ("The Houthis claimed control of Marib in Yemen.", Change.HOLDS, "Houthis", ["Marib"]),
        ("Armenian forces were in possession of Martuni in Nagorno-Karabakh.", Change.HOLDS, "Armenia", ["Martuni"]),
        ("The M23 remained in control of Goma.", Change.HOLDS, "M23", ["Goma"]),
        ("The raid gave the Taliban control of Kunduz.", Change.CAPTURED, "Taliban", ["Kunduz"]),
        ("The Taliban overthrew the government in Kunduz.", Change.CAPTURED, "Taliban", ["Kunduz"]),
        ("Kunduz was overrun, the Taliban said.", Change.CAPTURED, "Taliban", ["Kunduz"]),
        ("Kunduz has been taken back from the rebels by the Taliban.", Change.RECAPTURED, "Taliban", ["Kunduz"]),
        ("Russian soldiers fled Lyman in Ukraine, Kyiv said.", Change.WITHDREW_FROM, "Russia", ["Lyman"]),
        ("Russian soldiers left Lyman in Ukraine.", Change.WITHDREW_FROM, "Russia", ["Lyman"]),
        ("Al-Shabaab holds three key areas of Kismayo.", Change.HOLDS, "al-Shabaab", ["Kismayo"]),
        ("The Taliban captured a police station in Kunduz.", Change.CAPTURED, "Taliban", ["a police station"]),
    ],
)
def test_control(claims_of, text, change, party, places):
    claims = claims_of(text)
    assert {(c.control.change, c.control.party) for c in claims} == {(change, party)}
    assert [c.place.text for c in claims] == places


def test_a_repelled_attack_has_who_held_and_who_came(claims_of):
    claims = [c for c in claims_of("Ukrainian forces repelled Russian troops near Vovchansk.") if c.control is not None]
    (claim,) = claims
    assert (claim.control.change, claim.control.party, claim.actor, claim.target) == (
        Change.REPELLED_ATTACK_ON,
        "Ukraine",
        "Russia",
        "Ukraine",
    )


def test_a_passive_without_an_agent_is_the_speakers_own_deed(claims_of):
    claims = claims_of("The Taliban said that Kunduz had been captured.")
    assert [(c.control.party, c.place.text) for c in claims] == [("Taliban", "Kunduz")]


def test_nobody_takes_a_place_for_a_witness(claims_of):
    assert [c for c in claims_of("Residents said that Kunduz in Afghanistan had been captured.") if c.control is not None] == []


def test_who_says_that_it_killed_the_enemys(claims_of):
    (claim,) = claims_of("Ukraine's General Staff said 400 Russian soldiers were killed.")
    assert (claim.actor, claim.target) == ("Ukraine", "Russia")


def test_who_says_that_it_lost_its_own(claims_of):
    (claim,) = claims_of("Ukraine said 12 Ukrainian soldiers were killed as Russia attacked.")[:1]
    assert (claim.actor, claim.target) == ("Russia", "Ukraine")


def test_a_denial_in_its_own_words(claims_of):
    (claim,) = claims_of("Azerbaijan denied that its forces had shelled Stepanakert.")
    assert (claim.stance, claim.negated, claim.actor, claim.denies) == (Stance.DENIES, True, "Azerbaijan", None)


def test_a_denied_claim_is_a_claim_and_its_denial_names_it(claims_of):
    claimed, denial = claims_of("Russia's defence ministry denied Ukraine's claim that 400 Russian soldiers were killed in Makiivka.")
    assert (claimed.source.party, claimed.stance, claimed.negated, claimed.denies) == ("Ukraine", Stance.CLAIMS, False, None)
    assert (denial.source.party, denial.stance, denial.negated, denial.denies) == ("Russia", Stance.DENIES, True, claimed.id)


def test_a_denied_claim_is_named_also_where_its_date_was_carried_on(claims_of):
    claims = claims_of("On Saturday, Ukraine struck Makiivka. Russia denied Ukraine's claim that 400 Russian soldiers were killed.")
    claimed, denial = claims[-2:]
    assert claimed.dates == denial.dates == claims[0].dates
    assert denial.denies == claimed.id


@pytest.mark.parametrize("words", ["Azerbaijan denied this.", "Azerbaijan called the claim false.", "Baku rejected the report."])
def test_a_denial_that_points_back(claims_of, words):
    claimed, denial = claims_of(f"Armenia said that Azerbaijani forces shelled Stepanakert. {words}")
    assert (denial.stance, denial.negated, denial.source.party, denial.denies) == (Stance.DENIES, True, "Azerbaijan", claimed.id)
    assert denial.quote == words


def test_a_denial_of_nothing_said_is_no_claim(claims_of):
    assert claims_of("Azerbaijan denied this.") == []


def test_a_side_does_not_deny_its_own_claim(claims_of):
    claims = claims_of("Armenia said that 20 soldiers were killed. Armenia denied this.")
    assert [c.stance for c in claims] == [Stance.SAYS]


def test_the_outlets_own_voice_has_no_source(claims_of):
    (claim,) = claims_of("The Taliban captured Kunduz.")
    assert (claim.source, claim.cue, claim.chain, claim.polarity) == (None, None, (), None)


def test_an_accusation_is_told_by_what_it_accuses_of(claims_of):
    claims = claims_of("Moscow accused Kyiv of shelling Belgorod.")
    assert [(c.kind, c.stance, c.source.party, c.actor) for c in claims] == [(Kind.ATTACK, Stance.ACCUSES, "Russia", "Ukraine")]


def test_a_place_that_is_denied_to_have_fallen_would_be_the_enemys(claims_of):
    claims = claims_of("M23 rebels attacked Bukavu. A Congolese army spokesman denied that the city had fallen.")
    assert [(c.control.party, c.negated) for c in claims if c.control is not None] == [("M23", True)]


def test_a_purpose_is_no_event(claims_of):
    assert claims_of("The Taliban sent envoys to take Kunduz.") == []


def test_where_men_go_is_not_what_they_gave_up(claims_of):
    (claim,) = claims_of("The Ukrainian troops fell back to Kramatorsk.")
    assert (claim.control.party, claim.place) == ("Ukraine", None)


def test_an_attack_that_is_carried_out_is_told_once(claims_of):
    claims = claims_of("India carried out strikes against Lashkar-e-Taiba in Kashmir.")
    assert [(c.actor, c.target) for c in claims] == [("India", "Lashkar-e-Taiba")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebel reinforcements were on the way to Goma.", Kind.MOVEMENT),
        ("Malian soldiers ran into an ambush near Gao.", Kind.ATTACK),
        ("Russian forces aimed artillery fire at Kherson in Ukraine.", Kind.ATTACK),
        ("A vehicle full of explosives blew up in Mogadishu.", Kind.ATTACK),
    ],
)
def test_more_ways_to_tell_an_event(claims_of, text, kind):
    assert [c.kind for c in claims_of(text)] == [kind]


def test_losses_that_are_only_talked_about_are_none(claims_of):
    assert claims_of("Azerbaijan has not revealed its military losses. The group was silent about its casualties.") == []


def test_who_rejects_a_denial_says_what_it_denied(claims_of):
    denial, claim = claims_of("Ukraine rejected Russia's denial that 12 villagers were killed in Kherson.")
    assert (denial.source.party, denial.stance, denial.negated) == ("Russia", Stance.DENIES, True)
    assert (claim.source.party, claim.stance, claim.negated, claim.denies) == ("Ukraine", Stance.SAYS, False, denial.id)
    assert claim.counts[0].best == 12


def test_who_denies_having_denied_says_nothing_of_it(claims_of):
    assert claims_of("Russia denied that it had denied killing 12 villagers in Kherson.") == []


def test_what_nearly_happened_did_not(claims_of):
    assert claims_of("The rebels narrowly killed the governor in Goma.") == []
    (claim,) = claims_of("The rebels killed nearly 20 soldiers in Goma.")
    assert claim.counts[0].high == 20


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Russia said its forces had captured three villages in Kharkiv region.", ("three", "villages", 3)),
        ("The Taliban claimed that five of Panjshir's seven districts were in the hands of its forces.", ("five", "districts", 5)),
        ("Al-Shabaab captured two towns in Somalia, residents said.", ("two", "towns", 2)),
        ("Ukraine said it liberated 12 settlements in Kherson region.", ("12", "settlements", 12)),
        ("M23 rebels captured at least four villages in North Kivu.", ("at least four", "villages", None)),
    ],
)
def test_places_that_change_hands_are_counted(claims_of, text, count):
    (claim,) = claims_of(text)
    assert [(k.text, k.of, k.best) for k in claim.counts] == [count]
    assert {(k.outcome, k.unit) for k in claim.counts} == {(Outcome.CAPTURED, Unit.PLACES)}
    assert claim.is_on_parts


def test_places_with_names_are_not_counted(claims_of):
    assert [c.counts for c in claims_of("The Taliban captured Khinj and Unabah districts in Panjshir.")] == [(), ()]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Israel denied that shelling killed civilians in Gaza.", [Kind.CASUALTIES]),
        ("Azerbaijan denied that it shelled civilians.", [Kind.ATTACK]),
    ],
)
def test_a_denial_takes_for_granted_what_only_did_the_denied_deed(claims_of, text, kinds):
    assert [c.kind for c in claims_of(text) if c.negated] == kinds
