"""`counterclaim load`: claims that a person coded, or another program made."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.app import DONE, NOTHING, PARTLY, App, examples

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger

EXAMPLES = examples(
    "counterclaim load claims.jsonl --into war.db",
    "counterclaim read dispatches/ --format jsonl | counterclaim load - --into war.db",
)


@click.command(epilog=EXAMPLES)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--into", "ledger", required=True, type=click.Path(path_type=Path), metavar="LEDGER", help="The ledger that takes them in.")
@click.pass_obj
def load(app: App, /, files: tuple[Path, ...], ledger: Path) -> int:
    """Load claims in the format counterclaim/claim/1 into a ledger.

    A FILE has one claim a line; - is standard input. The reports' texts are not needed. Where a text is in the ledger,
    each claim's words must stand in it. A line that is no claim is named on standard error; the rest goes on. What is
    known already is passed over.
    """
    from counterclaim.claims.errors import UnreadableInput
    from counterclaim.cli.terminal import complain
    from counterclaim.ledger import Ledger

    tally: Counter[str] = Counter()
    there = [file for file in files if str(file) == "-" or file.is_file()]
    for file in [file for file in files if file not in there]:
        tally["unreadable"] += 1
        complain(app.err, UnreadableInput(str(file), "there is no such file", way_out="check the name"))
    if not there:
        return NOTHING
    with Ledger.open(ledger) as opened:
        for file in there:
            take_in(app, file, opened, tally)
    sum_up(app, tally, ledger)
    if not tally["new"] + tally["known"]:
        return NOTHING
    return PARTLY if tally["broken"] + tally["unreadable"] else DONE


def take_in(app: App, file: Path, ledger: Ledger, tally: Counter[str]) -> None:
    """Load one file, and count what became of its lines; errors are told as they come."""
    from counterclaim.claims.errors import UnreadableInput
    from counterclaim.cli.terminal import complain
    from counterclaim.workflows.load import load_claims

    try:
        for batch in load_claims(file, ledger, stdin=sys.stdin.buffer):
            tally.update(new=batch.new, known=batch.known, broken=len(batch.errors))
            for error in batch.errors:
                complain(app.err, error)
    except UnreadableInput as error:
        tally["unreadable"] += 1
        complain(app.err, error)


def sum_up(app: App, tally: Counter[str], ledger: Path) -> None:
    """Say on standard error what was loaded, and what was not."""
    from counterclaim.cli.terminal import many

    parts = [f"{many(tally['new'], 'claim')} loaded"]
    parts += [f"{many(tally['known'], 'claim')} known before"] * bool(tally["known"])
    parts += [f"{many(tally['broken'], 'broken line')}"] * bool(tally["broken"])
    app.err.print(f"{', '.join(parts)} → {ledger}", style="dim", markup=False, soft_wrap=True)
