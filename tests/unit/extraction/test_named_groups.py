"""Armed groups that no table knows: found where the words call them so, and nothing else taken for one."""

from __future__ import annotations

import pytest

from counterclaim.claims.party import PartyKind


def parties(claims):
    named = {c.source.party for c in claims if c.source} | {c.actor for c in claims} | {c.target for c in claims}
    return (named | {c.control.party for c in claims if c.control}) - {None}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The Azure Liberation Front said its fighters had killed six soldiers near Jolo.", "Azure Liberation Front"),
        ("Fighters of the Movement for the Unity of Azure captured Jolo.", "Movement for the Unity of Azure"),
        ("The Azure Resistance Front of Mindoro has captured Jolo, residents said.", "Azure Resistance Front of Mindoro"),
        ("Jaysh al-Zarqa claimed it had killed nine soldiers near Homs.", "Jaysh al-Zarqa"),
        ("The al-Zarqa Brigades said they had shot down a helicopter in Syria.", "al-Zarqa Brigades"),
        ("Suspected Varunda militants killed nine farmers near Sokoto, police said.", "Varunda"),
        ("The army said it had killed 12 fighters of the rebel group Varunda near Sokoto.", "Varunda"),
        ("Varunda, a jihadist group, has taken the town of Gudu in Nigeria. Residents said Varunda was in control.", "Varunda"),
        ("Militants from a group known as Kel Asuf attacked a post in Mali. Kel Asuf said it had killed six soldiers.", "Kel Asuf"),
        ("Four policemen were killed by the VRZ militia in Ituri, officials said.", "VRZ"),
    ],
)
def test_a_group_is_known_by_the_words_of_its_report(claims_of, text, group):
    assert group in parties(claims_of(text))


def test_its_short_names_are_its_own(claims_of):
    told = claims_of(
        "Rebels of the Azure Liberation Front (ALF) attacked a post in Jolo. The ALF said six soldiers were killed."
        " The Front claimed to have captured the town of Luuk."
    )
    assert {c.source.party for c in told if c.source} == {"Azure Liberation Front"}
    assert [c.control.party for c in told if c.control] == ["Azure Liberation Front"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The Zarkh has captured Jolo, residents said. The Zarkh denied it.", "Zarkh"),
        ("Congolese officials said Rutshuru was overrun by the VRZ on Monday.", "VRZ"),
        ("Six civilians were killed in the VRZ-held town of Bama. The VRZ said nobody was killed.", "VRZ"),
        ("The VRZ said its fighters had killed six soldiers near Sokoto.", "VRZ"),
        ("Residents fled Jolo, which has been under VRZ control for a week. The VRZ said nine soldiers had died.", "VRZ"),
    ],
)
def test_a_group_is_known_by_what_only_a_side_of_a_war_does(claims_of, text, group):
    assert group in parties(claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ilagan captured the title in Manila on Monday, officials said. Two people were killed in a crush.",
        "The court called the TVRA rule unjust, an officer said. Six soldiers were killed in Mali.",
        "Two people were killed in Jolo, the Senate controlled by Republicans said.",
        "Pro-Machar militia killed six soldiers in South Sudan, an officer said.",
        "The Moroccan has captured a pickpocket in Lagos, police said. Two people were killed.",
    ],
)
def test_who_does_something_else_is_no_group(claims_of, text):
    assert parties(claims_of(text)).isdisjoint({"Ilagan", "TVRA", "Republican", "Republicans", "Machar", "Moroccan"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Six bandits were killed by Varunda, a vigilante group, near Sokoto, police said.", PartyKind.MILITIA),
        ("The Varunda militia said it had killed six bandits near Sokoto.", PartyKind.MILITIA),
        ("Six soldiers were killed by Varunda insurgents near Sokoto, police said.", PartyKind.REBEL),
    ],
)
def test_its_kind_is_what_the_words_say(desk_of, text, kind):
    assert {m.party.kind for m in desk_of(text).draft.parties if m.party.name == "Varunda"} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Aleppo rebels killed six soldiers in Syria, an officer said.",
        "Tuareg fighters killed six soldiers near Kidal, an officer said.",
        "Six soldiers were killed on the Eastern Front in Ukraine, an officer said.",
        "The Third Army killed six rebels in Congo, an officer said.",
        "Riek Machar left the town. Machar rebels killed six soldiers in South Sudan, an officer said.",
        "Notorious militants killed six soldiers in Mali, an officer said.",
        "Tuma Barro, a militia leader, said six soldiers were killed in Mali.",
        "Masked gunmen killed six soldiers in Mali, an officer said.",
    ],
)
def test_a_place_a_people_a_person_and_an_army_are_no_groups(claims_of, text):
    words = {"Aleppo", "Tuareg", "Eastern Front", "Third Army", "Machar", "Notorious", "Tuma Barro", "Masked"}
    assert parties(claims_of(text)).isdisjoint(words)


def test_who_is_known_keeps_the_name_of_the_table(claims_of):
    assert "Boko Haram" in parties(claims_of("Boko Haram militants killed six soldiers near Bama, the army said."))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Twelve soldiers killed by M23 were buried in Goma, officials said.", [("M23", None)]),
        ("Nine farmers abducted by Boko Haram were found on Monday, police said.", [("Boko Haram", "civilians")]),
        ("Four policemen wounded by the ELN reached Cali, officials said.", [("ELN", None)]),
        ("Turkish jets bombed fighters led by the PKK in Iraq.", [("Turkey", "PKK")]),
    ],
)
def test_who_did_it_to_them_is_not_whose_they_are(claims_of, text, sides):
    assert [(c.actor, c.target) for c in claims_of(text)] == sides
