"""Who did it and to whom, kept apart from who only stands nearby: passers-by of the sentence, of the report, of another country."""

from __future__ import annotations

import pytest

from counterclaim.claims.event import Kind


def sides(claims, kind=Kind.CASUALTIES):
    return {(c.actor, c.target) for c in claims if c.kind is kind}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "An Islamic State car bomb killed 24 people in Mosul. A Nigerian police officer said a suicide bomber killed at least three.",
            "bombers",
        ),
        ("Several dozen men on horses attacked the village of Tabit in Darfur, killing at least 12 people, residents said.", None),
        ("At least 12 civilians were killed in the Niger attack, officials said.", None),
    ],
)
def test_who_is_not_named_is_nobody_known(claims_of, text, actor):
    assert [c.actor for c in claims_of(text) if c.kind is Kind.CASUALTIES][-1] == actor


def test_a_place_beside_is_not_whom_they_attacked(claims_of):
    told = claims_of(
        "Around 100 gunmen attacked the village of Kanda, some 35 kilometres from Zinder, the capital of a region bordering Nigeria,"
        " an official in Niger said."
    )
    assert {c.target for c in told} == {"civilians"}


def test_it_is_the_group_of_its_own_sentence(claims_of):
    told = claims_of("The group has been pushed out of Kismayo by forces of the African Union, but it continues to attack the town.")
    assert "African Union" not in {c.actor for c in told if c.kind is Kind.ATTACK}


def test_who_of_people_in_a_blast_is_nobody_named_before(claims_of):
    told = claims_of(
        "A bomb in Sidon killed Omar Haddad, who led a party in the Palestinian camp there.\n"
        "“We have counted about eight people so far who were killed in the blast and more than 10 others wounded,”"
        " said police official Juma Otieno."
    )
    assert "Palestine" not in {c.target for c in told}


def test_the_people_of_a_country_who_flee_are_civilians(claims_of):
    told = [c for c in claims_of("A million of Niger's people have fled their homes, the ministry said.") if c.counts]
    assert [(c.kind, c.target) for c in told] == [(Kind.DISPLACEMENT, "civilians")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Boko Haram did not immediately claim the attack in Maiduguri on Monday.", Kind.ATTACK),
        ("The attack in Gao did not kill any soldiers, the army said.", Kind.ATTACK),
        ("Hours of talks between Russian and Turkish officers in Idlib did not yield results.", Kind.TALKS),
    ],
)
def test_what_did_not_follow_does_not_undo_what_happened(claims_of, text, kind):
    assert not any(c.negated for c in claims_of(text) if c.kind is kind)


@pytest.mark.parametrize(
    "text",
    [
        "The army said the rebels did not launch an attack on Gao on Monday.",
        "No attack took place in Gao on Monday, the army said.",
    ],
)
def test_what_did_not_happen_is_denied(claims_of, text):
    assert {c.negated for c in claims_of(text) if c.kind is Kind.ATTACK} == {True}


def test_an_ambush_blamed_on_somebody_has_no_speaker_of_its_own(claims_of):
    told = claims_of("It is quiet.", headings=["Three policemen killed in Borno ambush blamed on Boko Haram"])
    assert [c.source for c in told] == [None] * len(told)
    assert "Boko Haram" in {c.actor for c in told}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Musa Bello, the director of the hospital in Jos, raised the death toll to 30 people.", "Musa Bello"),
        ("Two more deaths in Jos raised the death toll to 30 people.", None),
    ],
)
def test_who_raises_a_toll_vouches_for_it(claims_of, text, source):
    told = [c for c in claims_of(text) if any(n.low == 30 for n in c.counts)]
    assert {c.source.name if c.source else None for c in told} <= {source}
    assert told or source is None


def test_a_part_of_the_dead_is_not_wounded(claims_of):
    told = claims_of('An official said six people had been killed "including two volunteers" and three were wounded in Ituri.')
    assert [(n.low, n.outcome.value) for c in told for n in c.counts] == [(6, "killed"), (3, "wounded")]


def test_a_village_that_is_held_was_not_captured(claims_of):
    told = [c for c in claims_of("Air strikes killed 53 civilians in a village held by the Islamic State in Syria.") if c.control]
    assert [c.counts for c in told] == [()]


def test_people_who_are_surrounded_are_no_place(claims_of):
    told = claims_of("The militants surrounded the people at the market and shot them, residents of Tabit said.")
    assert [c.control for c in told if c.control] == []
