"""Who "they" are, whose loss a number is, and who did it: sides that a sentence gives away only by how it is built."""

from __future__ import annotations

import pytest


def sides(claims, kind):
    return [(c.actor, c.target) for c in claims if c.kind.value == kind]


def sources(claims):
    return {c.source.name if c.source else None for c in claims}


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Ukraine accused Russian troops of breaking the truce, adding that they had shelled a school in Kherson.", "attack", "Russia"),
        ("Mali's army accused JNIM of breaking its word, saying that they killed 30 farmers.", "casualties", "JNIM"),
        ("The Kenyan army denied the militants claim that they killed 60 soldiers.", "casualties", "militants"),
        ("The Colombian army denied the rebels' claim that they had killed 20 soldiers.", "casualties", "rebels"),
        ("Rebels freed three of the five soldiers they captured in Cauca, the Colombian army said.", "capture", "rebels"),
    ],
)
def test_they_are_those_the_sentence_speaks_of(claims_of, text, kind, actor):
    assert {a for a, _ in sides(claims_of(text), kind)} == {actor}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tuareg separatists have accused Malian troops of looting a market. They say nine traders were killed.", "Tuareg separatists"),
        ("Kurdish fighters have blamed Turkish forces for the raid. They said 12 villagers were killed.", "Kurdish fighters"),
    ],
)
def test_who_accuses_goes_on_speaking(claims_of, text, name):
    assert sources(claims_of(text)) == {name}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "“They bombed a clinic in Khan Younis,” a Hamas spokesman said.",
            "Hamas",
        ),
        ("“They shelled a village near Fuzuli,” a spokesman for the Azerbaijani army said.", "Azerbaijan"),
    ],
)
def test_who_is_quoted_means_others_by_they(claims_of, text, side):
    assert side not in [a for a, _ in sides(claims_of(text), "attack")]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Hamas suffered 12 killed in the raid on Jabalia, the Israeli army said.", "Hamas"),
        ("“We have 12 dead and 30 wounded,” said a spokesman for the Somali army.", "Somalia"),
        ("“We have nine wounded with light injuries,” said a Philippine army spokesman.", "Philippines"),
    ],
)
def test_who_bears_a_loss_has_it(claims_of, text, target):
    assert {t for _, t in sides(claims_of(text), "casualties")} == {target}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Three farmers were killed by Russian shelling in the north, Kyiv said.", "Russia"),
        ("A drone fired by Yemen's Houthi movement at a port in Oman was shot down, the navy said.", "Houthis"),
        ("Three rockets fired by Hamas at Ashkelon were shot down, the Israeli army said.", "Hamas"),
    ],
)
def test_what_somebody_fired_is_his_attack(claims_of, text, actor):
    assert [a for a, _ in sides(claims_of(text), "attack")] == [actor]


def test_people_are_not_the_army_of_their_town(claims_of):
    text = "Some 20 people were wounded when Russian forces hit the Ukrainian town of Izium, Ukraine's police said."
    assert "Ukraine" not in [t for _, t in sides(claims_of(text), "casualties")]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Lt. Col. Jose Abad, commander of the 12th Infantry Battalion, said no troops were killed in the Philippines.", "Philippines"),
        ("Col. Diaz, chief of Army troops in Cauca, said two rebels were killed in Colombia.", "Colombia"),
    ],
)
def test_infantry_is_the_armys(claims_of, text, side):
    assert {c.source.party for c in claims_of(text) if c.source} == {side}


@pytest.mark.parametrize(
    "text",
    [
        "The Avengers of the Niger Delta claimed they killed three soldiers in Warri.",
        "Pirates from the Gulf of Guinea killed two sailors, Nigeria's navy said.",
    ],
)
def test_a_river_and_a_gulf_are_no_states(claims_of, text):
    assert not {"Niger", "Guinea"} & {s for pair in sides(claims_of(text), "casualties") for s in pair}


def test_local_officials_are_no_witnesses(claims_of):
    text = "Three people were wounded in Izium in Ukraine, local Gov. Ivan Koval said."
    assert [c.source.party for c in claims_of(text) if c.source] != ["witness"]


@pytest.mark.parametrize(
    ("text", "kind", "pair"),
    [
        (
            "Sailors met Tamil Tiger boats, burning two of the rebels' vessels and killing one of their pilots, Sri Lanka's army said.",
            "casualties",
            ("Sri Lanka", "LTTE"),
        ),
        (
            "The Tamil Tigers raided a port in Sri Lanka. The navy said one of their men was injured.",
            "casualties",
            ("LTTE", "Sri Lanka"),
        ),
        (
            "A committee in Sudan said the RSF had carried out a massacre.",
            "casualties",
            ("Rapid Support Forces", None),
        ),
        ("An Israeli airstrike hit a hospital in Gaza, Hamas said.", "attack", ("Israel", "civilians")),
        ("Israeli strikes killed 40 people in Gaza, Hamas said.", "attack", ("Israel", None)),
        ("The RSF launched a strike on a displacement shelter in El-Fasher in Sudan.", "attack", ("Rapid Support Forces", "civilians")),
    ],
)
def test_who_did_it_to_whom(claims_of, text, kind, pair):
    assert sides(claims_of(text), kind)[:1] == [pair]


def test_the_military_is_not_the_army_of_rebels(claims_of):
    text = "The Arakan Army holds the town. The military overthrew the government of Myanmar."
    assert [c.control.party for c in claims_of(text) if c.control] == ["Arakan Army", "Myanmar"]


def test_the_group_is_no_state(claims_of):
    text = "Myanmar's army left Ramree Island to the Arakan Army. The group captured Ramree in March."
    held = [(c.control.party, c.place.text) for c in claims_of(text) if c.control and c.control.change.value == "captured"]
    assert held == [("Arakan Army", "Ramree")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Arakan Army said nine soldiers were captured, and denounced the bombing that killed two monks.", "Arakan Army"),
        ("The RSF said 30 soldiers were wounded, and denounced the raid that killed ten civilians in Sudan.", "RSF"),
    ],
)
def test_who_was_captured_does_not_speak(claims_of, text, name):
    assert sources(claims_of(text)) == {name}
