"""`counterclaim gazetteer`: places, and places of one's own beside them."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.app import DONE, NOTHING, PARTLY, App, examples


@click.group(epilog=examples("counterclaim gazetteer info Bazarak", "counterclaim gazetteer add villages.csv"))
def gazetteer() -> None:
    """Look places up; add places of your own."""


@gazetteer.command(
    epilog=examples("counterclaim gazetteer info", "counterclaim gazetteer info Bazarak", "counterclaim gazetteer info Anaba --country AF")
)
@click.argument("name", required=False)
@click.option("--country", metavar="CODE", help="Only in this country, as two letters; spelling variants are tried there.")
@click.pass_obj
def info(app: App, /, name: str | None, country: str | None) -> int:
    """Show which places a NAME could mean, the most talked about first; without one, which files are in use."""
    from rich.table import Table

    from counterclaim.knowledge.gazetteer import BUILT_IN, Gazetteer

    own = [app.settings.places] if app.settings.places.is_file() else []
    if name is None:
        for path in (BUILT_IN, *own):
            click.echo(str(path))
        return DONE
    found = Gazetteer.open(extra=own).candidates(name, countries=[country.upper()] if country else None)
    table = Table("place", "in", "what", "at", "people", "GeoNames", box=None, pad_edge=False, header_style="dim")
    for one in found:
        at = "" if one.latitude is None else f"{one.latitude:.2f}, {one.longitude:.2f}"
        within = ", ".join(part for part in (one.admin2, one.admin1, one.country) if part)
        table.add_row(one.name, within, one.feature_code, at, f"{one.population:,}" if one.population else "", str(one.geonames or ""))
    app.out.print(table if found else f"no place is called {name}", markup=False)
    return DONE if found else NOTHING


@gazetteer.command(epilog=examples("counterclaim gazetteer add AF.txt", "counterclaim gazetteer add villages.csv"))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def add(app: App, /, file: Path) -> int:
    """Add the places of a FILE: a GeoNames country dump, or a CSV with a header.

    The CSV needs a column `name`; `aliases` (separated by |), `latitude`, `longitude`, `feature_class`, `country`,
    `admin1`, `admin2`, `population` and `geonames` are used where they are there. What is added twice is there once. The
    setting `places` says which file keeps them.
    """
    from counterclaim.cli.terminal import complain, many
    from counterclaim.knowledge.gazetteer import Gazetteer
    from counterclaim.knowledge.gazetteer_files import add as add_file

    kept_in = app.settings.places
    kept_in.parent.mkdir(parents=True, exist_ok=True)
    added = add_file(kept_in, file, Gazetteer.open().regions())
    for error in added.errors:
        complain(app.err, error)
    told = f", {many(added.skipped, 'row')} known or of other kinds" if added.skipped else ""
    app.err.print(f"{many(added.added, 'place')} → {kept_in}{told}", markup=False, soft_wrap=True)
    if not added.added + added.skipped:
        return NOTHING
    return PARTLY if added.errors else DONE
