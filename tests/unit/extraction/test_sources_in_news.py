"""Who says it in the sentences of other wars: whose statement, whom "the group" and "its" mean, and who only refuses."""

from __future__ import annotations

import pytest

from counterclaim.claims.attribution import Stance
from counterclaim.extraction.speaker_words import plain


def sources(claims):
    return list(dict.fromkeys((c.source.name, c.source.party) for c in claims if c.source is not None))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A report published by the Sudanese army said 40 fighters were killed.", "Sudan"),
        ("An Islamic State statement said 12 soldiers were killed in Mosul.", "Islamic State"),
        ("A statement by the Ukrainian army said 12 soldiers were killed.", "Ukraine"),
    ],
)
def test_a_paper_is_its_issuers(claims_of, text, party):
    assert {c.source.party for c in claims_of(text)} == {party}


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban rejected the peace deal after 12 of its fighters were killed in Kunduz.",
        "Sudan's army dismissed the offer of talks, and 12 soldiers were killed in Omdurman.",
    ],
)
def test_who_turns_down_terms_denies_nothing(claims_of, text):
    assert [c for c in claims_of(text) if c.stance is Stance.DENIES] == []


@pytest.mark.parametrize(
    "text",
    [
        "Two men said to have been shot by Russian soldiers were found in Bucha.",
        "Three villagers said to have been killed by Boko Haram were buried in Konduga.",
    ],
)
def test_whom_others_speak_of_says_nothing(claims_of, text):
    assert [c.source for c in claims_of(text) if c.source is not None and c.source.name in {"Two men", "Three villagers"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban attacked Kunduz on Monday. The group's spokesman said 12 soldiers were killed.",
        "Al-Shabaab attacked Barire on Monday. The group's spokesman said 12 soldiers were killed.",
    ],
)
def test_the_groups_spokesman_is_of_the_group(claims_of, text):
    assert {c.source.party for c in claims_of(text) if c.source is not None} <= {"Taliban", "al-Shabaab"}
    assert any(c.counts and c.source is not None and c.source.party is not None for c in claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Syria's army said on Monday that it holds Raqqa. The militants said 12 soldiers were killed.",
        "Nigeria's army said on Monday that it holds Baga. The militants said 12 soldiers were killed.",
    ],
)
def test_militants_are_never_the_army(claims_of, text):
    assert all(c.source.party not in {"Syria", "Nigeria"} for c in claims_of(text) if c.counts)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Early Monday, the rebels", "rebels"),
        ("a spokesman in a post on Telegram", "a spokesman"),
        ("The Kivu Barometer, a group that counts the dead,", "Kivu Barometer"),
        ("Hassan and Omar, two officers", "Hassan and Omar"),
    ],
)
def test_a_sources_words_alone(words, name):
    assert plain(words) == name


def test_who_speaks_in_the_first_person_is_not_named(claims_of):
    assert all(
        c.source is None or c.source.name != "we" for c in claims_of("“We saw that 12 soldiers were killed in Goma,” said the mayor.")
    )
