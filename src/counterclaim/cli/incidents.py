"""`counterclaim incidents`: what claims are about, incident by incident."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.claims.incident import Incident, Status
from counterclaim.cli.app import DONE, FORMATS, App, Day, examples, ledger_argument

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger

EXAMPLES = examples(
    "counterclaim incidents war.db --contested --since 2021-09-01 --until 2021-09-30",
    "counterclaim incidents war.db --party Taliban --place Panjshir",
    "counterclaim incidents war.db --format jsonl > incidents.jsonl",
)


@click.command(epilog=EXAMPLES)
@ledger_argument
@click.option("--contested", is_flag=True, help="Only where claims cannot both hold; short for --status contested.")
@click.option("--status", type=click.Choice([str(one) for one in Status]), metavar="STATUS", help="How it stands: contested, conceded, …")
@click.option("--since", type=Day(), help="With a claim about this day or later; YYYY-MM-DD.")
@click.option("--until", type=Day(), help="With a claim about this day or earlier.")
@click.option("--party", help="With a claim by this side, or by this source.")
@click.option("--place", help="With a claim about this place, or a place in this region or district.")
@click.option("--min-claims", type=click.IntRange(1), metavar="N", help="With so many claims or more.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print.")
@click.pass_obj
def incidents(app: App, /, ledger: Path, shape: str, *, contested: bool, status: str | None, **filters: object) -> int:
    """Show the incidents of a LEDGER: claims thought to be about the same happening.

    They are those of the last `counterclaim link`. Each row shows when and where, what, which sides speak, how many claims,
    origins and outlets, how it stands, and the first characters of its id. All that is asked must hold, each by some claim of it.
    """
    from counterclaim.ledger import IncidentQuery, Ledger
    from counterclaim.workflows.link import is_current

    wanted = Status.CONTESTED if contested else Status(status) if status else None
    with Ledger.open(ledger, create=False) as opened:
        found = opened.incidents(IncidentQuery(status=wanted, **filters))  # type: ignore[arg-type]
        number = write(app, opened, shape, found)
        warn_if_stale(app, ledger, current=is_current(opened))
        if shape == "table":
            from counterclaim.cli.terminal import many

            app.err.print(many(number, "incident"), style="dim")
    return DONE


def write(app: App, ledger: Ledger, shape: str, found: Iterable[Incident]) -> int:
    """Print incidents, and tell how many."""
    if shape == "jsonl":
        from counterclaim.export.incidents import write_incidents

        number = write_incidents(found, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return number
    from counterclaim.cli.incident_list import IncidentPrinter, write_csv

    if shape == "csv":
        return write_csv(((one, list(ledger.claims_named(one.claims).values())) for one in found), sys.stdout.buffer)
    printer = IncidentPrinter(app.out)
    number = 0
    for one in found:
        printer.row(one, list(ledger.claims_named(one.claims).values()))
        number += 1
    return number


def warn_if_stale(app: App, ledger: Path, *, current: bool) -> None:
    """Say that what was added since the last linking is not among the incidents."""
    if not current:
        app.err.print(f"not all claims are linked yet: counterclaim link {ledger}", style="yellow", markup=False, soft_wrap=True)
