from __future__ import annotations

import csv
from pathlib import Path

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.knowledge import gazetteer_files
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.gazetteer_files import add, keys_for, read_places
from counterclaim.knowledge.gazetteer_store import ALIAS, CORE, NAME, Store

DATA = Path(gazetteer_files.__file__).parent.parent / "data"

DUMP = (
    "1\tKhāwak Pass\tKhawak Pass\tKotal-e Khawak,كوتل خاواك\t35.66\t69.79\tT\tPASS\tAF\t\t42\t4202\t\t\t0\t\t3848\tAsia/Kabul\t2012-01-16\n"
    "2\tA hotel\tA hotel\t\t35.0\t69.0\tS\tHTL\tAF\t\t42\t\t\t\t0\t\t1\tAsia/Kabul\t2012-01-16\n"
    "3\tBroken\tBroken\t\tnorth\t69.0\tP\tPPL\tAF\t\t42\t\t\t\t0\t\t1\tAsia/Kabul\t2012-01-16\n"
    "4\tShort\n"
)
REGIONS = {"AF.42": "Panjshir", "AF.42.4202": "Khenj"}


def write(folder, text, name="places.csv"):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_geonames_dump_keeps_the_classes_of_places(tmp_path):
    found = read_places(write(tmp_path, DUMP, "AF.txt"), REGIONS)
    (entry, keys) = found.places[0]
    assert (entry.name, entry.geonames, entry.feature_code, entry.admin1, entry.admin2) == ("Khāwak Pass", 1, "PASS", "Panjshir", "Khenj")
    assert keys == {"khawak pass": NAME, "khawak": CORE, "kotal e khawak": ALIAS}
    assert (len(found.places), found.skipped) == (1, 1)
    assert found.errors == ["line 3: latitude 'north' is no number", "line 4: has 2 columns instead of 19"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_file_needs_a_name_and_takes_what_else_it_has(tmp_path, delimiter):
    rows = [["Name", "Lat", "LNG", "country_code", "province", "aliases"], ["Oria", "48.5", "37.5", "ua", "Donetsk", "Orja|Oriya"]]
    found = read_places(write(tmp_path, "\n".join(delimiter.join(row) for row in rows)))
    (entry, keys) = found.places[0]
    assert (entry.latitude, entry.longitude, entry.country, entry.admin1) == (48.5, 37.5, "UA", "Donetsk")
    assert keys == {"oria": NAME, "orja": ALIAS, "oriya": ALIAS}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",1,1,UA,P", "has no name"),
        ("Oria,95,1,UA,P", "latitude 95 lies outside"),
        ("Oria,5,181,UA,P", "longitude 181 lies outside"),
        ("Oria,nan,1,UA,P", "latitude nan lies outside"),
        ("Oria,5,,UA,P", "one coordinate stands without the other"),
        ("Oria,5,5,Ukraine,P", "'Ukraine' is no two-letter country code"),
        ("Oria,5,5,UA,Z", "'Z' is no feature class"),
    ],
)
def test_bad_rows_are_reported_with_their_line_and_the_rest_is_kept(tmp_path, row, reason):
    found = read_places(write(tmp_path, f"name,latitude,longitude,country,class\nGood,1,1,UA,P\n{row}\nBetter,2,2,UA,P\n"))
    assert [entry.name for entry, _ in found.places] == ["Good", "Better"]
    assert len(found.errors) == 1
    assert found.errors[0].startswith("line 3: ")
    assert reason in found.errors[0]


def test_coordinates_may_be_unknown(tmp_path):
    (entry, _) = read_places(write(tmp_path, "name,latitude,longitude\nOria,,\n")).places[0]
    assert (entry.latitude, entry.longitude, entry.country) == (None, None, None)


@pytest.mark.parametrize("text", ["", "place_of_birth,age\nOria,5\n"])
def test_a_file_without_names_is_refused_with_a_way_out(tmp_path, text):
    with pytest.raises(UnreadableInput, match="give it a header"):
        read_places(write(tmp_path, text))


def test_a_missing_or_binary_file_is_refused(tmp_path):
    with pytest.raises(UnreadableInput, match="No such file"):
        read_places(tmp_path / "none.csv")
    file = tmp_path / "picture.csv"
    file.write_bytes(b"name,\xff\xfe\x00\x01\n\xff\xff")
    with pytest.raises(UnreadableInput, match="save it as CSV in UTF-8"):
        read_places(file)


def test_adding_twice_adds_nothing(tmp_path):
    database, file = tmp_path / "mine.sqlite", write(tmp_path, DUMP, "AF.txt")
    first, second = add(database, file, REGIONS), add(database, file, REGIONS)
    assert (first.added, first.skipped, len(first.errors)) == (1, 1, 2)
    assert (second.added, second.skipped, len(second.errors)) == (0, 2, 2)
    assert len(Store(database, "").by_key("khawak pass")) == 1


def test_what_was_added_resolves(tmp_path):
    database = tmp_path / "mine.sqlite"
    add(database, write(tmp_path, "name,country,latitude,longitude,aliases\nOria,UA,48.5,37.5,Oriya\n"))
    gazetteer = Gazetteer.open(database)
    assert gazetteer.resolve("Oriya", prior={"UA": 1.0}).entry.name == "Oria"


def test_a_file_that_is_no_database_is_refused(tmp_path):
    database = tmp_path / "notes.txt"
    database.write_text("Not a database but some notes that somebody wrote down one day." * 30)
    with pytest.raises(UnreadableInput, match="name another file"):
        add(database, write(tmp_path, "name\nOria\n"))


def test_a_natural_feature_is_found_by_its_bare_name_less_surely():
    assert keys_for("Khawak Pass", natural=True) == {"khawak pass": NAME, "khawak": CORE}
    assert keys_for("Paryan District") == {"paryan district": NAME, "paryan": NAME}
    assert "chad" not in keys_for("Lake Chad", natural=True)


@pytest.mark.parametrize("name", ["places.csv", "places_ucdp.csv"])
def test_our_own_places_are_sound_and_have_a_source(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert read_places(DATA / name).errors == []
    assert [row["name"] for row in rows if not row["source"].strip()] == []
    assert [row["name"] for row in rows if row["feature_class"] == "P" and not row["country"]] == []
    keys = [(row["country"], row["feature_code"], row["name"].casefold(), row["admin1"]) for row in rows]
    assert len(keys) == len(set(keys))
