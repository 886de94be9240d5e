from __future__ import annotations

import pickle
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from counterclaim.claims.errors import MissingResource
from counterclaim.knowledge import gazetteer_store
from counterclaim.knowledge.gazetteer import Entry, Gazetteer, Mention, mention_at
from counterclaim.knowledge.gazetteer_files import keys_for


def area(name, code, country, admin1=None, admin2=None, *, at=(None, None), population=0):
    return Entry(
        name=name, feature_class="A", feature_code=code, country=country, admin1=admin1, admin2=admin2,
        latitude=at[0], longitude=at[1], population=population,
    )  # fmt: skip


def town(name, country, admin1=None, admin2=None, *, at=(None, None), population=0, code="PPL"):
    return Entry(
        name=name, feature_code=code, country=country, admin1=admin1, admin2=admin2, latitude=at[0], longitude=at[1], population=population
    )


AFGHANISTAN = area("Afghanistan", "PCLI", "AF", at=(33.8, 66.0), population=37_000_000)
ALGERIA = area("Algeria", "PCLI", "DZ", at=(28.0, 3.0), population=42_000_000)
STATES = area("United States", "PCLI", "US", at=(39.8, -98.6), population=327_000_000)
FRANCE = area("France", "PCLI", "FR", at=(46.5, 2.5), population=67_000_000)
PANJSHIR = area("Panjshir", "ADM1", "AF", "Panjshir", at=(35.4, 69.8), population=65_000)
TEXAS = area("Texas", "ADM1", "US", "Texas", at=(31.0, -99.0), population=29_000_000)
KABUL_PROVINCE = area("Kabul", "ADM1", "AF", "Kabul", at=(34.55, 69.3), population=4_500_000)
KABUL_DISTRICT = area("Kabul", "ADM2", "AF", "Kabul", "Kabul", at=(34.53, 69.17), population=4_400_000)
KABUL = town("Kabul", "AF", "Kabul", "Kabul", at=(34.53, 69.17), population=4_400_000, code="PPLC")
ANABA = area("Anaba", "ADM2", "AF", "Panjshir", "Anaba", at=(35.23, 69.38))
KHENJ = area("Khenj", "ADM2", "AF", "Panjshir", "Khenj", at=(35.43, 69.73))
SHUTUL = area("Shutul", "ADM2", "AF", "Panjshir", "Shutul", at=(35.3, 69.4))
DARA_NEAR = town("Darband", "AF", "Panjshir", at=(35.3, 69.6), population=400)
DARA_FAR = town("Darband", "AF", "Herat", at=(34.3, 62.2), population=900)
ANNABA = town("Annaba", "DZ", "Annaba", at=(36.9, 7.77), population=340_000)
PARIS = town("Paris", "FR", "Ile-de-France", at=(48.85, 2.35), population=2_100_000, code="PPLC")
PARIS_TEXAS = town("Paris", "US", "Texas", "Lamar", at=(33.66, -95.56), population=25_000)
LAMAR = area("Lamar", "ADM2", "US", "Texas", "Lamar", at=(33.67, -95.57), population=50_000)
SMALLVILLE = town("Smallville", "US", "Texas", at=(30.0, -97.0), population=600)
KHAWAK = Entry(name="Khawak Pass", feature_class="T", feature_code="PASS", country="AF", admin1="Panjshir", latitude=35.66, longitude=69.79)
LINE = Entry(name="Line of Control", feature_class="L", feature_code="RGN")
FASHER = town("Al Fashir", "SD", "North Darfur", at=(13.6, 25.3), population=250_000)
PLACES = [
    AFGHANISTAN, ALGERIA, STATES, FRANCE, PANJSHIR, TEXAS, KABUL_PROVINCE, KABUL_DISTRICT, KABUL, ANABA, KHENJ, SHUTUL,
    DARA_NEAR, DARA_FAR, ANNABA, PARIS, PARIS_TEXAS, LAMAR, SMALLVILLE, KHAWAK, LINE, FASHER,
]  # fmt: skip
ALIASES = {"Panjshir": ["Panjshir Province", "Panjsher"], "Anaba": ["Unaba"], "United States": ["U.S.", "US"], "Al Fashir": ["El Fasher"]}
ALIASES |= {"Lamar": ["Lamar County"], "Texas": ["State of Texas"], "Line of Control": ["LoC"]}
AF = {"AF": 1.0}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    file = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    named = [(p, keys_for(p.name, ALIASES.get(p.name, ()), natural=p.feature_class in "TL")) for p in PLACES]
    gazetteer_store.write(file, named, {"build": "test"}, {"AF.42": "Panjshir"})
    return file


@pytest.fixture(scope="module")
def gazetteer(path):
    return Gazetteer.open(path)


def test_a_missing_file_says_how_to_get_it(tmp_path):
    with pytest.raises(MissingResource, match=r"build_gazetteer\.py"):
        Gazetteer.open(tmp_path / "none.sqlite")
    with pytest.raises(MissingResource, match="gazetteer add"):
        Gazetteer.open(make_empty(tmp_path), extra=[tmp_path / "mine.sqlite"])


def make_empty(folder):
    file = folder / "empty.sqlite"
    gazetteer_store.write(file, [], {})
    return file


def test_a_file_that_is_no_gazetteer_is_named(tmp_path):
    file = tmp_path / "notes.sqlite"
    file.write_text("These are notes, and no database at all, however long they get to be in the end." * 20)
    with pytest.raises(MissingResource, match=r"notes\.sqlite"):
        Gazetteer.open(file).resolve("Kabul")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Panjshir", PANJSHIR), ("Panjshir province", PANJSHIR), ("PANJSHER", PANJSHIR), ("the U.S.", STATES), ("Khawak pass", KHAWAK)],
)
def test_names_and_aliases_are_found_whatever_their_generic_word(gazetteer, name, expected):
    assert gazetteer.candidates(name)[0] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Unabah", ANABA), ("Annaba", ANABA), ("Hinj", KHENJ), ("Khinj", KHENJ), ("Shotol", SHUTUL), ("Shutool", SHUTUL)],
)
def test_spelling_variants_are_found_in_the_countries_of_the_report(gazetteer, name, expected):
    match = gazetteer.resolve(name, prior=AF)
    assert (match.entry, match.reason) == (expected, "variant")
    assert gazetteer.candidates(name, countries={"AF"}) == (expected,)


def test_spelling_variants_are_never_looked_for_elsewhere(gazetteer):
    assert gazetteer.resolve("Hinj").reason == "no_match"
    assert gazetteer.resolve("Hinj", prior={"US": 1.0}).reason == "no_match"
    assert gazetteer.resolve("Hinj", prior={"AF": 0.01}).reason == "no_match"


def test_another_country_far_away_is_not_taken_for_a_place_of_the_report(gazetteer):
    assert gazetteer.resolve("Annaba").entry == ANNABA
    assert gazetteer.resolve("Annaba", prior={"DZ": 1.0}).entry == ANNABA


def test_without_a_prior_only_what_is_known_everywhere_resolves(gazetteer):
    assert gazetteer.resolve("Afghanistan").entry == AFGHANISTAN
    assert gazetteer.resolve("Paris").entry == PARIS
    assert (gazetteer.resolve("Smallville").entry, gazetteer.resolve("Smallville").reason) == (None, "elsewhere")


def test_a_small_place_outside_of_the_prior_does_not_resolve_and_a_capital_does(gazetteer):
    assert gazetteer.resolve("Smallville", prior=AF).reason == "elsewhere"
    assert gazetteer.resolve("Smallville", prior={"US": 0.8}).entry == SMALLVILLE
    assert gazetteer.resolve("Paris", prior=AF).entry == PARIS


@pytest.mark.parametrize(
    ("hint", "expected"), [(None, KABUL_PROVINCE), ("province", KABUL_PROVINCE), ("district", KABUL_DISTRICT), ("city", KABUL)]
)
def test_nested_readings_go_to_the_highest_unless_a_hint_says_otherwise(gazetteer, hint, expected):
    assert gazetteer.resolve("Kabul", prior=AF, hint=hint).entry == expected


def test_a_generic_word_in_the_name_is_a_hint(gazetteer):
    assert gazetteer.resolve("Kabul city", prior=AF).entry == KABUL
    assert gazetteer.resolve("Kabul district", prior=AF).entry == KABUL_DISTRICT


def test_equal_readings_are_ambiguous_until_a_neighbour_settles_them(gazetteer):
    alone = gazetteer.resolve("Darband", prior=AF)
    assert {entry for entry, _ in alone.candidates} == {DARA_NEAR, DARA_FAR}
    assert gazetteer.resolve("Darband", prior=AF, near=[PANJSHIR]).entry == DARA_NEAR
    assert gazetteer.resolve("Darband", prior=AF, near=[PANJSHIR]).score > 0.9


def test_shares_of_the_evidence_add_up(gazetteer):
    match = gazetteer.resolve("Paris", prior={"US": 1.0, "FR": 1.0})
    assert sum(share for _, share in match.candidates) == pytest.approx(1.0, abs=0.001)
    assert match.score == match.candidates[0][1]


@pytest.mark.parametrize("words", ["the camp", "the region", "Capital", "its villages", "the", "", "..."])
def test_common_nouns_are_no_places(gazetteer, words):
    assert gazetteer.resolve(words, prior=AF).reason == "no_match"


def test_articles_of_arabic_names_may_differ(gazetteer):
    for name in ("El Fasher", "al-Fashir", "Fashir", "El-Fashir"):
        assert gazetteer.resolve(name, prior={"SD": 1.0}).entry == FASHER


def test_a_part_of_a_region_is_the_region(gazetteer):
    assert gazetteer.resolve("northern Panjshir", prior=AF).entry == PANJSHIR


def test_a_feature_of_several_countries_fits_each_of_them(gazetteer):
    match = gazetteer.resolve("LoC", prior={"IN": 1.0, "PK": 1.0})
    assert (match.entry, match.entry.country) == (LINE, None)


def test_places_of_one_report_settle_each_other(gazetteer):
    names = ["Paris", "Lamar County", "Texas"]
    assert [m.entry for m in gazetteer.resolve_all([Mention(name=name) for name in names])] == [PARIS_TEXAS, LAMAR, TEXAS]
    assert [m.entry for m in gazetteer.resolve_all([Mention(name=name) for name in ("Paris", "France")])] == [PARIS, FRANCE]


def test_a_larger_place_after_a_name_binds_it(gazetteer):
    text = "He was seen in Paris, Texas, and not in France or Algeria or anywhere in Paris."
    at = text.index("Paris")
    mention = mention_at(text, at, at + 5)
    assert mention.inside == "Texas"
    assert gazetteer.resolve_all([mention, Mention(name="France"), Mention(name="Algeria")])[0].entry == PARIS_TEXAS


def test_is_name_knows_countries(gazetteer):
    assert gazetteer.is_name("Khenj")
    assert gazetteer.is_name("Khenj", ["AF"])
    assert not gazetteer.is_name("Khenj", ["US"])
    assert not gazetteer.is_name("Nowhere")


def test_user_files_are_read_beside_the_built_in_one(path, tmp_path):
    mine = tmp_path / "mine.sqlite"
    added = town("Newtown", "AF", "Panjshir", at=(35.0, 69.0))
    gazetteer_store.append(mine, [(added, keys_for("Newtown"))])
    gazetteer = Gazetteer.open(path, extra=[mine])
    assert gazetteer.resolve("Newtown", prior=AF).entry == added
    assert gazetteer.resolve("Khenj", prior=AF).entry == KHENJ


def test_threads_and_pickles_give_the_same_answers(gazetteer):
    copy = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301 (our own bytes)
    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(lambda _: copy.resolve("Anaba", prior=AF).entry, range(20)))
    assert answers == {ANABA}


def test_nothing_can_be_written_through_it(gazetteer):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._stores[0]._connection.execute("DELETE FROM entry")


def test_codes_give_countries_and_regions(gazetteer):
    assert gazetteer.country("AF") == AFGHANISTAN
    assert gazetteer.country("XX") is None
    assert gazetteer.regions() == {"AF.42": "Panjshir"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting went on in Khenj and Anaba, officials in Kabul said.", ["Khenj", "Anaba", "Kabul"]),
        ("Khenj and Anaba districts were taken.", ["Khenj", "Anaba"]),
        ("They held the Khawak pass and the Panjshir province.", ["Khawak pass", "Panjshir province"]),
        ("Shots were heard along the Line of Control.", ["Line of Control"]),
        ("A village was hit, Khenj, a district seat.", ["Khenj"]),
        ("Karim Anaba spoke to reporters.", []),
        ("The spokesman Anaba left.", []),
        ("Anaba told reporters so.", []),
        ("Nothing was said of Paris.", []),
        ("", []),
    ],
)
def test_find_is_strict(gazetteer, text, expected):
    found = gazetteer.find(text, ["AF"])
    assert [words for _, _, words in found] == expected
    assert all(text[start:end] == words for start, end, words in found)


def test_a_name_with_a_reading_in_the_reports_country_is_not_elsewhere():
    gazetteer = Gazetteer.open()
    found = {name: gazetteer.resolve_all([Mention(name=name)], prior={of: 1.0})[0].entry for name, of in (("Bara", "SY"), ("Gaza", "IL"))}
    assert {name: entry.country for name, entry in found.items()} == {"Bara": "SY", "Gaza": "PS"}
