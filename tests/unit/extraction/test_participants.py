"""Nouns to classes, and noun phrases to sides."""

from __future__ import annotations

import pytest

from counterclaim.claims.party import CIVILIANS


@pytest.fixture
def at(desk_of):
    """Gives a text's desk and the last token with some text."""

    def find(text, word):
        desk = desk_of(text)
        return desk, [t for t in desk.draft.doc if t.text == word][-1]

    return find


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("They killed dozens of fighters.", "dozens", "person"),
        ("They destroyed dozens of tanks.", "dozens", "thing"),
        ("They captured the village.", "village", "place"),
        ("They shot down two Su-25 jets.", "jets", "thing"),
        ("The Taliban captured Kunduz.", "Kunduz", "place"),
        ("They blew up a bridge.", "bridge", "thing"),
        ("They denied it.", "it", None),
        ("They praised the idea.", "idea", None),
    ],
)
def test_class(at, text, word, kind):
    desk, token = at(text, word)
    assert desk.participants.class_of(token) == kind


@pytest.mark.parametrize(
    ("text", "word", "side"),
    [
        ("Russian troops attacked Kharkiv.", "troops", "Russia"),
        ("Houthi fighters attacked the ship.", "fighters", "Houthis"),
        ("The shelling of Tripoli killed five people.", "shelling", None),
        ("Russia's shelling of Kyiv killed five people.", "shelling", "Russia"),
        ("The bombing of Sanaa by Saudi Arabia killed five people.", "bombing", "Saudi Arabia"),
        ("Twelve civilians were killed by Russian troops.", "civilians", CIVILIANS),
        ("Two civilian drivers were killed by Russian troops.", "drivers", CIVILIANS),
        ("Al-Shabaab and its fighters left.", "fighters", "al-Shabaab"),
        ("Kenyan soldiers came. The soldiers entered the town.", "soldiers", "Kenya"),
        ("Al-Shabaab attacked a base. The militants left.", "militants", "al-Shabaab"),
        ("The rebels left the town.", "rebels", "rebels"),
        ("Farmers left. The officers stayed.", "officers", None),
    ],
)
def test_side(at, text, word, side):
    desk, token = at(text, word)
    assert desk.participants.side(token, None) == side


def test_our_and_the_enemy_are_seen_from_the_speaker(at):
    text = "Ukraine's General Staff said that our forces pushed back the enemy after Russian troops came."
    desk, forces = at(text, "forces")
    speaker = desk.testimonies.at(forces.idx).speaker
    enemy = next(t for t in desk.draft.doc if t.text == "enemy")
    assert desk.participants.side(forces, speaker) == "Ukraine"
    assert desk.participants.side(enemy, speaker) == "Russia"


def test_the_rival_is_known_only_where_one_stands_out(desk_of):
    two = desk_of("Israel struck Hamas. Hamas fired at Israel.").participants
    assert two.rival_of("Israel") == "Hamas"
    assert desk_of("Hamas fired rockets.").participants.rival_of("Hamas") is None
    many = desk_of("Ukraine, Russia, Hamas and the Houthis were named.").participants
    assert many.rival_of("Ukraine") is None
