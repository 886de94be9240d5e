"""`counterclaim failures`: the inputs that a ledger could not take in."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.app import DONE, App, examples, ledger_argument


@click.command(epilog=examples("counterclaim failures war.db"))
@ledger_argument
@click.pass_obj
def failures(app: App, /, ledger: Path) -> int:
    """Show what could not be read into a LEDGER, and why."""
    from counterclaim.claims.errors import UnreadableInput
    from counterclaim.cli.terminal import complain, many
    from counterclaim.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        found = opened.failures()
    for one in found:
        complain(app.out, UnreadableInput(one.input, one.reason, place=one.place, way_out=one.way_out))
    app.err.print(many(len(found), "failure"), style="dim")
    return DONE
