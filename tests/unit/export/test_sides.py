from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.claims.party import PartyKind
from counterclaim.export.sides import Sides, is_civilian

BEFORE, AFTER = dt.date(2021, 8, 14), dt.date(2021, 8, 15)


@pytest.mark.parametrize(
    ("name", "day", "governs"),
    [
        ("Taliban", BEFORE, False),
        ("Taliban", AFTER, True),
        ("Taliban", None, False),
        ("India", BEFORE, True),
        ("Nagorno-Karabakh", BEFORE, False),
        ("civilians", BEFORE, False),
        (None, BEFORE, False),
    ],
)
def test_a_government_is_a_state_or_who_controls_the_capital_that_day(sides, name, day, governs):
    assert sides.governs(name, day) is governs


def test_names_of_parties_and_of_nobodys_side_are_known_and_names_of_people_are_not(sides):
    names = ("Taliban", "the taliban", "India", "civilians", "un", "Jan Example")
    assert [name for name in names if not sides.knows(name)] == ["Jan Example"]


def test_a_table_of_ones_own_is_known(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("name,kind,countries\nRed Front,rebel,XA\n")
    assert Sides([own]).kind("Red Front", None) is PartyKind.REBEL
    assert Sides().kind("Red Front", None) is None


def test_countries_have_names(sides):
    assert [sides.country(code) for code in ("AF", "ZZ", None)] == ["Afghanistan", None, None]


def test_civilians_are_nobodys_fighters(sides):
    assert is_civilian("Civilian")
    assert not is_civilian(None)
    assert sides.kind("civilians", None) is PartyKind.CIVILIANS
