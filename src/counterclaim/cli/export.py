"""`counterclaim export`: a ledger in a format of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from counterclaim.cli.app import DONE, App, Day, examples, ledger_argument

if TYPE_CHECKING:
    from counterclaim.export.shape import Shape, Written

FORMATS: Final = ("claims", "incidents", "ged", "acled", "geojson", "hxl", "jsonld", "ftm", "parquet", "csv")
POLICIES: Final = ("list_all", "acled_conservative", "gtd", "ucdp_like", "airwars", "maverick_con", "maverick_rep", "maverick_inf")
STDOUT: Final = "-"
EXAMPLES = examples(
    "counterclaim export war.db --format ged --policy ucdp_like -o ged.csv",
    "counterclaim export war.db --format geojson --since 2021-09-01 --until 2021-09-30 -o september.geojson",
    "counterclaim export war.db --format claims -o - | gzip > claims.jsonl.gz",
    "counterclaim export war.db --format parquet -o tables/",
)


@click.command(epilog=EXAMPLES)
@ledger_argument
@click.option("--format", "shape", type=click.Choice(FORMATS), required=True, help="What to write; docs/exports.md tells what each holds.")
@click.option(
    "--policy",
    type=click.Choice(POLICIES),
    metavar="NAME",
    default="list_all",
    show_default=True,
    help="The rule that makes one row of an incident's claims.",
)
@click.option("--since", type=Day(), help="Events on this day or later; YYYY-MM-DD.")
@click.option("--until", type=Day(), help="Events on this day or earlier.")
@click.option("--party", help="Claims of this side or source, and incidents with one.")
@click.option("--place", help="Claims about this place or what lies in it, and incidents with one.")
@click.option("--bom", is_flag=True, help="Begin a CSV file with a byte order mark, by which Excel knows UTF-8.")
@click.option("--force", is_flag=True, help="Replace what has this name.")
@click.option("-o", "--out", required=True, metavar="OUT", help="The file, the folder for parquet, or - for standard output.")
@click.pass_obj
def export(app: App, /, ledger: Path, shape: str, out: str, *, force: bool, **asked: Any) -> int:
    """Write a LEDGER in a format of others.

    Incidents come from `counterclaim link`. What a format cannot carry is told at the end, and beside the data in
    OUT.about.json, a Frictionless Data Package (datapackage.json in a folder). A file is there whole or not at all.
    """
    _check(shape, out, **asked)
    from counterclaim.cli.terminal import stages
    from counterclaim.export.formats import SHAPES
    from counterclaim.ledger import Ledger
    from counterclaim.workflows.export import Asked, Exporter, export_to

    with Ledger.open(ledger, create=False) as opened:
        if shape not in {"claims", "csv"} and opened.last_linking() is None:
            raise click.UsageError(f"{ledger} has no incidents yet; run: counterclaim link {ledger}")
        wanted = Asked(shape=shape, **asked)
        with stages(app.err) as watch:
            exporter = Exporter(ledger=opened, asked=wanted, parties=app.settings.parties, watch=watch)
            written = exporter.write(sys.stdout.buffer) if out == STDOUT else export_to(exporter, Path(out), force=force)
    sys.stdout.flush()
    _tell(app, SHAPES[shape], written, wanted.policy, out)
    return DONE


def _check(shape: str, out: str, *, policy: str, bom: bool, **_: Any) -> None:
    if shape in {"claims", "incidents", "csv"} and policy != POLICIES[0]:
        raise click.UsageError(f"--policy {policy} changes nothing in --format {shape}: it holds every claim as it is")
    if bom and shape not in {"ged", "acled", "hxl", "csv"}:
        raise click.UsageError("--bom is for CSV: ged, acled, hxl and csv")
    if shape == "parquet" and out == STDOUT:
        raise click.UsageError("parquet is a folder of tables; name one with -o")


def _tell(app: App, shape: Shape, written: Written, policy: str, out: str) -> None:
    from counterclaim.cli.terminal import many, shown

    def say(line: str) -> None:
        app.err.print(shown(line), style="dim", markup=False, highlight=False, soft_wrap=True)

    say(f"{many(written.rows, 'row')} by policy {policy} → {out}")
    if written.left_out:
        say(f"{many(written.left_out, 'incident')} left out: {shape.left_out}")
    for word, told in (("not carried", shape.dropped), ("carried in part", shape.degraded)):
        for reason, names in _by_reason(told).items():
            say(f"  {word}: {', '.join(names)}: {reason}")


def _by_reason(told: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, reason in told.items():
        found.setdefault(reason, []).append(name)
    return found
