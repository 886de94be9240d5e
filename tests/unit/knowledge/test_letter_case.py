from __future__ import annotations

import pytest

from counterclaim.knowledge.letter_case import LetterCase, is_capitals, letter_case

TEXT = (
    "   TRIPOLI, 2 MAY 11 (WIRE) -- [TEXT] THE ARMY OF THE UNITED STATES TOLD US THAT THE U.N. MAY HELP.\n\n"
    '   THE NATIONAL LIBERATION ARMY (NLA) SAID "WE FIGHT". I AGREE, AN NLA MAN SAID.'
)  # fmt: skip


def test_a_text_in_capitals_is_written_small_in_place():
    restored = letter_case().restored(TEXT)

    assert restored.upper() == TEXT
    assert restored == (
        "   Tripoli, 2 May 11 (wire) -- [Text] The army of the United States told us that the U.N. may help.\n\n"
        '   The National Liberation Army (NLA) said "we fight". I agree, an NLA man said.'
    )


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("SHELLS FELL ON THE MARKET OF THE TOWN AT NOON, THE GOVERNOR SAID.", True),
        ("SHELLS FELL ON THE MARKET OF THE TOWN AT NOON, THE GOVERNOR SAID. [as heard]", False),
        ("Shells fell on the market of the town at noon, the governor said.", False),
        ("SHELLS HIT SIRTE", False),
    ],
)
def test_only_a_whole_text_in_capitals_is_one(text, capitals):
    assert is_capitals(text) is capitals


def test_neighbours_turn_a_habit_and_endings_speak_for_words_that_were_never_seen():
    table = LetterCase(
        small=frozenset({"front", "the", "of"}),
        capitals=frozenset({"nato"}),
        endings=frozenset({"ing"}),
        beside=frozenset({("liberation", "front", "2")}),
        names=frozenset({("sierra", "the", "leone")}),
    )

    assert table.restored("OF THE FRONT OF THE LIBERATION FRONT") == "Of the front of the Liberation Front"
    assert table.restored("OF SHUDDERING NATO OMAR ING") == "Of shuddering NATO Omar Ing"
    assert table.restored("OF SIERRA THE LEONE", acronyms=["LEONE"]) == "Of Sierra the LEONE"


def test_an_everyday_word_is_no_acronym():
    assert letter_case().restored("THE MEN WHO TOLD US") == "The men who told us"


def test_letters_that_change_their_number_stay():
    assert letter_case().restored("OF \u0130ZMIR") == "Of \u0130ZMIR"
