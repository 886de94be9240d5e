"""`counterclaim incident`: what each side maintains about one happening, and what cannot both hold."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from counterclaim.cli.app import DONE, App, examples, ledger_argument

EXAMPLES = examples(
    "counterclaim incident war.db 8b0f4eee",
    "counterclaim incident war.db 8b0f4eee --why",
    "counterclaim incident war.db 8b0f4eee --format jsonl",
)


@click.command(epilog=EXAMPLES)
@ledger_argument
@click.argument("incident_id", metavar="ID")
@click.option("--why", is_flag=True, help="Also show why its claims were linked, comparison by comparison.")
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="What to print.")
@click.pass_obj
def incident(app: App, /, ledger: Path, incident_id: str, shape: str, *, why: bool) -> int:
    """Show one incident: the sides' positions beside each other, what cannot both hold and why, origins, every quote.

    ID is an incident's id, or that of a claim in it, or the first characters of one.
    """
    from counterclaim.ledger import Ledger
    from counterclaim.workflows.incidents import account_of
    from counterclaim.workflows.link import is_current

    with Ledger.open(ledger, create=False) as opened:
        account = account_of(opened, incident_id, why=why)
        current = is_current(opened)
    if shape == "jsonl":
        from counterclaim.export.incidents import write_incidents

        write_incidents([account.incident], sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return DONE
    from counterclaim.cli.incident_view import IncidentView
    from counterclaim.cli.incidents import warn_if_stale

    IncidentView(app.out, account).print()
    warn_if_stale(app, ledger, current=current)
    return DONE
