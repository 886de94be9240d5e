"""Write src/counterclaim/data/places_ucdp.csv: places that UCDP's coders named and that the other sources lack.

Run by hand: `python scripts/derive_ucdp_places.py LABELS.jsonl...`, where each line has the columns of UCDP GED's places
(`location_root_name`, `location_adm1_name`, `location_adm2_name`, `location_where_name`) and its `id`. UCDP GED is CC BY 4.0.
The labels carry no coordinates, so the rows have none: country, region and district are known, the point is not.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from counterclaim.knowledge import place_names
from counterclaim.knowledge.gazetteer import Gazetteer

OUTPUT = Path(__file__).parent.parent / "src" / "counterclaim" / "data" / "places_ucdp.csv"
COLUMNS = ("name", "aliases", "latitude", "longitude", "feature_class", "feature_code", "country", "admin1", "admin2", "source")
VAGUE = re.compile(
    r"\b(north\w*|south\w*|east\w*|west\w*|central|upper|lower|road|highway|route|between|near|outside|border\w*|enclave|part|area of|"
    r"areas|parts|and|from|in|of|along|around|outskirts|countryside|km|line|to|suburbs|province|governorate|region|state|oblast|"
    r"district|department|county|municipality|township|lga|tehsil|agency|administrative|sub-?district|division|zone|country)\b|[0-9,;:]",
    re.IGNORECASE,
)
LEVELS = re.compile(r"\s+(township|municipality|commune|sub-?\s?district|tehsil|woreda|tambon|sub-division)$", re.IGNORECASE)
TOWNS = re.compile(
    r"\s+(town|village|city|suburb|settlement|hamlet|neighbou?rhood|quarter|locality|location|community|kebele)$", re.IGNORECASE
)
SPOTS = re.compile(
    r"\b(air ?base|airport|base|barracks|camp|station|fields?|checkpoint|farms?|factory|crossing|dam|prison)\b", re.IGNORECASE
)
KINDS = (
    (SPOTS, "S", "SPOT"),
    (re.compile(r"\b(valley)\b", re.IGNORECASE), "T", "VAL"),
    (re.compile(r"\b(pass)\b", re.IGNORECASE), "T", "PASS"),
    (re.compile(r"^(jabal|jebel|mount)\b|\b(mountains?|hills?)\b", re.IGNORECASE), "T", "MT"),
    (re.compile(r"\b(river)\b", re.IGNORECASE), "H", "STM"),
    (re.compile(r"\b(lake)\b", re.IGNORECASE), "H", "LK"),
    (re.compile(r"\b(islands?)\b", re.IGNORECASE), "T", "ISL"),
    (re.compile(r"\b(forest|area|plain|pocket|sector|desert|peninsula|ghouta|qalamoun)\b", re.IGNORECASE), "L", "RGN"),
)  # fmt: skip
LONGEST = 4
APART = {
    ("IL", "Gaza Strip"): "PS",
    ("IL", "West Bank"): "PS",
}  # UCDP's states are Gleditsch and Ward's; GeoNames has PS


def names_of(where: str) -> list[str]:
    """Give the names in a description: variants stand behind a slash or in brackets."""
    bare = LEVELS.sub("", TOWNS.sub("", where.strip()))
    parts = re.split(r"\s*/\s*|\s*[()]\s*", bare)
    return [TOWNS.sub("", part).strip() for part in parts if part.strip()]


def class_of(where: str) -> tuple[str, str] | None:
    """Give the feature class and code that a description tells, or nothing where it tells none."""
    if LEVELS.search(where):
        return "A", "ADM3"
    if TOWNS.search(where) or re.search(r"\b(town|village|city|suburb)\b", where):
        return "P", "PPL"
    return next(((kind, code) for pattern, kind, code in KINDS if pattern.search(where)), None)


def is_named(where: str) -> bool:
    """Tell whether a description is the name of one place and not of a part, a direction or a stretch."""
    names = names_of(where)
    return bool(names) and not VAGUE.search(where) and all(len(name.split()) <= LONGEST and name[0].isupper() for name in names)


def rows(paths: list[Path], gazetteer: Gazetteer) -> Iterator[dict[str, str]]:
    """Give one row a place, in the order of its first event's number."""
    events = sorted((json.loads(line) for path in paths for line in path.open(encoding="utf-8")), key=lambda event: int(event["id"]))
    seen: set[tuple[str, str]] = set()
    for event in events:
        where = re.sub(r",.*sub-district$", "", (event["location_where_name"] or "").strip())
        country = gazetteer.resolve(re.sub(r"\s*\(.*", "", event["location_root_name"] or "")).entry
        kind = class_of(where)
        if country is None or country.country is None or kind is None or not is_named(where):
            continue
        name, *aliases = names_of(where)
        code = APART.get((country.country, event["location_adm1_name"]), country.country)
        key = code, place_names.key_of(name)
        if key in seen or any(gazetteer.is_name(form, [code]) for form in (name, *aliases)):
            continue
        seen.add(key)
        yield {
            "name": name, "aliases": "|".join(aliases), "latitude": "", "longitude": "", "feature_class": kind[0],
            "feature_code": kind[1], "country": code, "source": f"UCDP GED event {event['id']}",
            "admin1": shown(gazetteer, event["location_adm1_name"], code, "province"),
            "admin2": shown(gazetteer, event["location_adm2_name"], code, "district"),
        }  # fmt: skip


def shown(gazetteer: Gazetteer, name: str | None, country: str, level: str) -> str:
    """Give an admin name as the gazetteer writes it, or as UCDP does without its generic word."""
    if not name:
        return ""
    match = gazetteer.resolve(name, prior={country: 1.0}, hint=level)
    found = match.entry if match.reason == "exact" else None
    own = found.admin1 if found and level == "province" else found.admin2 if found else None
    return own or re.sub(r"\s+(province|governorate|region|state|oblast|district|department|lga)$", "", name, flags=re.IGNORECASE)


def main() -> None:
    """Write the file and say how many rows it has."""
    places = sorted(rows([Path(path) for path in sys.argv[1:]], Gazetteer.open()), key=lambda row: (row["country"], row["name"]))
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(places)
    print(f"{OUTPUT}: {len(places)} places")


if __name__ == "__main__":
    main()
