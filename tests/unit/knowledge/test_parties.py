"""Names to sides, on phrases in our own words from many wars."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.party import PartyKind
from counterclaim.knowledge.parties import Parties
from counterclaim.knowledge.party_table import DATA, read_tables, rows_of

PARTIES = Parties.load()
SOURCE = re.compile(r"domain\.md §\d|https?://\S+\.\S+|UCDP GED")

RESOLVED = [
    ("Armenian Defence Ministry spokeswoman Shushan Stepanyan", [], "Armenia", PartyKind.STATE_FORCE),
    ("the Ministry of Defence of Azerbaijan", [], "Azerbaijan", PartyKind.STATE_FORCE),
    ("General Staff of the Armed Forces of Ukraine", [], "Ukraine", PartyKind.STATE_FORCE),
    ("Pakistan's Inter-Services Public Relations", [], "Pakistan", PartyKind.STATE),
    ("the Somali president", [], "Somalia", PartyKind.STATE),
    ("officials in Somalia", [], "Somalia", PartyKind.STATE),
    ("a Burundian officer", [], "Burundi", PartyKind.STATE_FORCE),
    ("Burundi's army", [], "Burundi", PartyKind.STATE_FORCE),
    ("KDF", [], "Kenya", PartyKind.STATE),
    ("Zelensky", [], "Ukraine", PartyKind.STATE),
    ("the Kremlin", [], "Russia", PartyKind.STATE),
    ("New Delhi", [], "India", PartyKind.STATE),
    ("Karabakh's defence ministry", [], "Nagorno-Karabakh", PartyKind.DE_FACTO),
    ("South Ossetian authorities", [], "South Ossetia", PartyKind.DE_FACTO),
    ("a Taliban commander", [], "Taliban", PartyKind.DE_FACTO),
    ("the Taliban-run Interior Ministry", [], "Taliban", PartyKind.DE_FACTO),
    ("Panjshir resistance", [], "National Resistance Front", PartyKind.REBEL),
    ("al Shabaab", [], "al-Shabaab", PartyKind.REBEL),
    ("Tamil Tigers", [], "LTTE", PartyKind.REBEL),
    ("Houthi military spokesman Yahya Sarea", [], "Houthis", PartyKind.REBEL),
    ("Wagner chief Yevgeny Prigozhin", [], "Wagner", PartyKind.PRIVATE_MILITARY),
    ("Izz al-Din al-Qassam Brigades", [], "Hamas", PartyKind.REBEL),
    ("the RSF", ["SD"], "Rapid Support Forces", PartyKind.REBEL),
    ("African Union", [], "African Union", PartyKind.INTERGOVERNMENTAL),
    ("AMISOM", [], "African Union", PartyKind.INTERGOVERNMENTAL),
    ("UN officials", [], "un", PartyKind.INTERGOVERNMENTAL),
    ("UNICEF", [], "un", PartyKind.INTERGOVERNMENTAL),
    ("the Red Cross", [], "ngo", PartyKind.NGO),
    ("human rights groups", [], "ngo", PartyKind.NGO),
    ("aid workers", [], "ngo", PartyKind.NGO),
    ("Reuters", [], "media", PartyKind.MEDIA),
    ("Iran International", [], "media", PartyKind.MEDIA),
    ("a local news agency", [], "media", PartyKind.MEDIA),
    ("Syrian state television", [], "media", PartyKind.MEDIA),
    ("a journalist in Kabul", [], "media", PartyKind.MEDIA),
    ("residents", [], "witness", PartyKind.CIVILIANS),
    ("a resident of Shutul district", [], "witness", PartyKind.CIVILIANS),
    ("eyewitnesses in Mogadishu", [], "witness", PartyKind.CIVILIANS),
    ("hospital officials", [], "witness", PartyKind.CIVILIANS),
    ("Armenian civilians", [], "civilians", PartyKind.CIVILIANS),
    ("the country's army", ["KE"], "Kenya", PartyKind.STATE_FORCE),
    ("a police spokesman", ["NG"], "Nigeria", PartyKind.STATE_FORCE),
    ("the governor of the province", ["NG"], "Nigeria", PartyKind.STATE_FORCE),
]

UNRESOLVED = [
    ("the country's army", []),
    ("the army", ["AM", "AZ"]),
    ("the resistance", []),
    ("the resistance", ["UA"]),
    ("SDF", []),
    ("Maoist rebels", []),
    ("militants", ["SO"]),
    ("a rebel spokesman", ["LK"]),
    ("separatist authorities", ["UA"]),
    ("a former Afghan president", []),
    ("a retired Belgian general", []),
    ("an institute for climate research in Germany", []),
    ("the Bank of Syria", []),
    ("a fellow at the Center for American Progress", []),
    ("Luis Rubio", ["US"]),
    ("analysts", []),
    ("", []),
    ("—", []),
]


@pytest.mark.parametrize(("name", "countries", "party", "kind"), RESOLVED)
def test_a_source_is_on_its_side(name, countries, party, kind):
    found = PARTIES.resolve(name, countries=countries)
    assert found is not None
    assert (found.party, found.kind) == (party, kind)
    assert 0 < found.score <= 1


@pytest.mark.parametrize(("name", "countries"), UNRESOLVED)
def test_what_cannot_be_told_is_not_given(name, countries):
    assert PARTIES.resolve(name, countries=countries) is None


def test_the_taliban_govern_from_the_day_they_took_kabul():
    before, after = date(2021, 8, 14), date(2021, 8, 15)
    assert PARTIES.party("Taliban", before).kind is PartyKind.REBEL
    assert PARTIES.party("Taliban", after).kind is PartyKind.DE_FACTO
    ministry = "the Afghan defence ministry"
    assert PARTIES.resolve(ministry, on=before).party == "Afghanistan"
    assert PARTIES.resolve(ministry, on=after).party == "Taliban"


def test_a_person_speaks_for_the_side_of_the_day():
    name = "Ahmed al-Sharaa"
    assert PARTIES.resolve(name, on=date(2024, 12, 1)).party == "Hayat Tahrir al-Sham"
    assert PARTIES.resolve(name, on=date(2025, 2, 1)).party == "Syria"
    assert PARTIES.resolve("Fahim Dashty", on=date(2021, 9, 5)).party == "National Resistance Front"
    assert PARTIES.resolve("Fahim Dashty", on=date(2022, 9, 5)) is None


def test_a_voice_is_given_with_the_side():
    assert PARTIES.resolve("Houthi military spokesman Yahya Sarea").voice == "Yahya Saree"
    assert PARTIES.resolve("the Houthis").voice is None


def test_mentions_are_longest_first_and_do_not_overlap():
    text = "Armenia's Ministry of Defence and the National Resistance Front of Afghanistan denied it; Russian-backed men did not."
    mentions = PARTIES.find(text)
    assert [(m.text, m.party.name, m.how) for m in mentions] == [
        ("Armenia's Ministry of Defence", "Armenia", "force"),
        ("National Resistance Front of Afghanistan", "National Resistance Front", "alias"),
    ]


def test_capitals_of_a_name_count():
    assert [m.party.name for m in PARTIES.find("The IDF fired.")] == ["Israel"]
    assert PARTIES.find("Idf means inverse document frequency; who knows us?") == []


def test_a_common_noun_needs_the_country():
    text = "Resistance fighters held the pass."
    assert PARTIES.find(text) == []
    assert [m.party.name for m in PARTIES.find(text, countries=["AF"])] == ["National Resistance Front"]
    assert PARTIES.find(text, countries={"GB": 1.0, "AF": 0.2}) == []


def test_a_shared_name_goes_to_the_weightier_country():
    text = "Al-Shabab attacked at dawn."
    assert [m.party.name for m in PARTIES.find(text, countries={"MZ": 1.0, "SO": 0.1})] == ["Islamic State Mozambique"]
    assert [m.party.name for m in PARTIES.find(text, countries={"SO": 1.0, "MZ": 0.1})] == ["al-Shabaab"]
    assert PARTIES.find("Congolese troops") == []
    assert [m.party.name for m in PARTIES.find("Congolese troops", countries=["CD"])] == ["Democratic Republic of the Congo"]


def test_countries_of_a_text():
    about = PARTIES.countries_about("Kenyan troops fought al-Shabaab near the Somali town, Nairobi said. Somalia agreed.")
    assert list(about)[:2] == ["SO", "KE"]
    assert about["SO"] == 1.0
    assert PARTIES.countries_about("Nothing happened.") == {}


def test_country_of_names_adjectives_and_capitals():
    assert [PARTIES.country_of(x) for x in ("armenian", "Armenian", "Kyiv", "the moon", "Korean")] == [None, "AM", "UA", None, None]


def test_countries_of_a_conflict():
    assert PARTIES.countries_of_conflict(["al-Shabaab", "Kenya", "nobody"]) == {"SO", "KE"}


def test_sides():
    assert PARTIES.same_side("Kenya Defence Forces", "Kenya")
    assert PARTIES.same_side("M23", "Rwanda")
    assert not PARTIES.same_side("Taliban", "National Resistance Front")
    assert not PARTIES.same_side("Taliban", "nobody")


def test_every_row_names_its_source_and_every_relation_its_party():
    tables = read_tables()
    known = {*tables.parties, *(s.name for s in tables.states)}
    for file in ("parties.csv", "voices.csv", "states.csv", "outlets.csv"):
        assert [row for _, row in rows_of(DATA / file) if not SOURCE.search(row["source"])] == []
    assert [v for v in tables.voices if v.party not in known] == []
    relations = [
        (r.name, other) for r in tables.parties.values() for other in (*(a for p in r.phases for a in p.allies), *filter(None, [r.part_of]))
    ]
    assert [pair for pair in relations if pair[1] not in known] == []


def test_at_least_25_conflicts_are_known():
    conflicts = [c for record in read_tables().parties.values() for c in record.conflicts]
    assert len(set(conflicts)) >= 25


def test_a_users_table_widens_ours(tmp_path: Path):
    table = tmp_path / "mine.csv"
    table.write_text("name,kind,countries,aliases,loose\nHill Guard,militia,NP;IN,HGX;Guard of the Hills,the guard\n", encoding="utf-8")
    parties = Parties.load([table])
    assert parties.resolve("an HGX commander").party == "Hill Guard"
    assert parties.resolve("the guard", countries=["NP"]).party == "Hill Guard"
    assert parties.resolve("Taliban").party == "Taliban"


def test_ucdps_actor_list_widens_ours(tmp_path: Path):
    table = tmp_path / "ucdp-actor.csv"
    table.write_text(
        "ActorId,NameData,NameDataFull,NameOrig,Org,Location\n"
        "1,Government of Chad,,,4,Chad\n"
        "2,Taleban,Islamic Emirate,,1,Afghanistan\n"
        "3,XYZF,Xylo Yankee Zulu Front,,1,Sudan\n",
        encoding="utf-8",
    )
    parties = Parties.load([table])
    assert parties.resolve("Xylo Yankee Zulu Front").party == "XYZF"
    assert parties.party("XYZF").countries == ("SD",)
    assert parties.resolve("Taleban").party == "Taliban"
    assert parties.resolve("Government of Chad").party == "Chad"


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("name,kind,countries\nA,army,AF\n", "line 2", "no such kind"),
        ("name,kind,countries\nA,rebel,Afghanistan\n", "line 2", "alpha-2"),
        ("name,kind,countries,from\nA,rebel,AF,yesterday\n", "line 2", "not a day"),
        ("name,kind,countries\n,rebel,AF\n", "line 2", "without a name"),
        ("title,url\nA,b\n", "line 1", "neither"),
        ("", "line 1", "neither"),
    ],
)
def test_a_bad_table_is_named_with_its_line(tmp_path: Path, content: str, place: str, words: str):
    table = tmp_path / "bad.csv"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInput) as raised:
        Parties.load([table])
    assert raised.value.source == str(table)
    assert raised.value.place == place
    assert words in raised.value.reason
    assert raised.value.way_out


def test_a_missing_table_and_a_binary_one(tmp_path: Path):
    with pytest.raises(UnreadableInput):
        Parties.load([tmp_path / "none.csv"])
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"\xff\xfe\x00name")
    with pytest.raises(UnreadableInput):
        Parties.load([binary])


NAMES = st.sampled_from(
    ["Taliban", "KDF", "Russian-backed", "the army", "President", "of", "Kyiv", "al-Shabaab", "s", "'s", ",", ".", "NRF", "é"]
)


@given(st.lists(NAMES, max_size=12).map(" ".join), st.sampled_from([(), ("AF",), ("SO", "KE"), ("UA", "RU")]))
def test_mentions_reslice_in_order_without_overlap(text, countries):
    end = 0
    for mention in PARTIES.find(text, countries=countries):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    PARTIES.resolve(text, countries=["AF"])
    assert all(0 < weight <= 1 for weight in PARTIES.countries_about(text).values())
