"""Outlets by name and by domain."""

from pathlib import Path

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.knowledge.outlets import OutletKind, Outlets

OUTLETS = Outlets.load()


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Reuters", "Reuters"),
        ("the AFP news agency", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("/TASS/", "TASS"),
        ("the Associated Press", "Associated Press"),
        ("The Times", "The Times"),
        ("Tolo News", "TOLOnews"),
        ("Al-Jazeera", "Al Jazeera"),
    ],
)
def test_a_name_finds_its_outlet(name, outlet):
    assert OUTLETS.find(name).name == outlet


@pytest.mark.parametrize("name", ["", "times", "Reuters building in Gaza", "the Taliban", "a news agency"])
def test_no_outlet(name):
    assert OUTLETS.find(name) is None


def test_kind_and_country():
    reuters, alemarah = OUTLETS.find("Reuters"), OUTLETS.find("Alemarah")
    assert (reuters.kind, reuters.country, reuters.is_agency) == (OutletKind.AGENCY, "GB", True)
    assert (alemarah.kind, alemarah.is_agency) == (OutletKind.OFFICIAL, False)


@pytest.mark.parametrize(
    ("domain", "outlet"),
    [("tass.com", "TASS"), ("www.TASS.com", "TASS"), ("english.alarabiya.net", "Al Arabiya"), ("bbc.co.uk.", "BBC")],
)
def test_a_domain_finds_its_outlet(domain, outlet):
    assert OUTLETS.from_domain(domain).name == outlet


@pytest.mark.parametrize("domain", ["", "com", "nottass.com", "tass.com.example.org", "localhost"])
def test_an_unknown_domain(domain):
    assert OUTLETS.from_domain(domain) is None


def test_no_name_and_no_domain_means_two_outlets():
    domains = [domain for outlet in OUTLETS.all for domain in outlet.domains]
    assert len({o.name for o in OUTLETS.all}) == len(OUTLETS.all)
    assert len(domains) == len(set(domains))
    assert [o.name for o in OUTLETS.all if OUTLETS.find(o.name) is not o] == []


def test_a_table_with_a_kind_that_is_none(tmp_path: Path):
    table = tmp_path / "outlets.csv"
    table.write_text("name,kind,country,aliases,domains\nA,blog,GB,,\n", encoding="utf-8")
    with pytest.raises(UnreadableInput) as raised:
        Outlets.load(table)
    assert raised.value.place == "line 2"
