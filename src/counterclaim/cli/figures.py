"""`counterclaim figures`: how the numbers of an incident move with the rule that makes one of many."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.app import DONE, App, examples, ledger_argument

if TYPE_CHECKING:
    from counterclaim.claims.row import Figure, Row

NAMES = ("list_all", "acled_conservative", "gtd", "ucdp_like", "airwars", "maverick_con", "maverick_rep", "maverick_inf")
EXAMPLES = examples(
    "counterclaim figures war.db 8b0f4eee --policy acled_conservative --policy airwars",
    "counterclaim figures war.db 8b0f4eee",
)


@click.command(epilog=EXAMPLES)
@ledger_argument
@click.argument("incident_id", metavar="ID")
@click.option(
    "--policy", "policies", multiple=True, type=click.Choice(NAMES), metavar="POLICY", help="A rule; several may be named.  [default: all]"
)
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="What to print.")
@click.pass_obj
def figures(app: App, /, ledger: Path, incident_id: str, policies: tuple[str, ...], shape: str) -> int:
    """Show what each policy makes of the figures of one incident.

    A POLICY is list_all (merges nothing: the envelope of all that is said), acled_conservative, gtd, ucdp_like, airwars,
    maverick_con, maverick_rep or maverick_inf. No rule is the right one: the claims stay as they are. ID is an incident's
    id, or that of a claim in it, or the first characters of one.
    """
    from counterclaim.ledger import Ledger
    from counterclaim.workflows.incidents import account_of, rows_of

    with Ledger.open(ledger, create=False) as opened:
        account = account_of(opened, incident_id)
    rows = rows_of(account, policies or NAMES)
    if shape == "jsonl":
        import msgspec

        sys.stdout.buffer.writelines(msgspec.json.encode(row) + b"\n" for row in rows)
        sys.stdout.buffer.flush()
        return DONE
    from rich.text import Text

    from counterclaim.cli import incident_words as words
    from counterclaim.cli.terminal import shown

    app.out.print(Text(shown(words.title(account.inside)), style="bold"))
    app.out.print(Text(f"incident {account.incident.id}", style="dim"))
    print_rows(app, rows)
    return DONE


def print_rows(app: App, rows: Sequence[Row]) -> None:
    """Print each group of people or things with a line for each policy, then what the policies note."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from counterclaim.cli.terminal import shown

    groups: dict[str, dict[str, Figure]] = {}
    for row in rows:
        for figure in row.figures:
            groups.setdefault(group_of(figure), {})[row.policy] = figure
    if not groups:
        app.out.print("\nno claim of this incident has a figure")
    for group, by_policy in sorted(groups.items()):
        app.out.print()
        app.out.print(Text(shown(group), style="bold underline"))
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="dim")
        table.add_column("policy", width=18)
        for name in ("low", "best", "high"):
            table.add_column(name, justify="right", width=7)
        table.add_column("said by", ratio=1, overflow="fold", style="dim")
        for row in rows:
            made = by_policy.get(row.policy)
            table.add_row(row.policy, *(cells(made) if made else ("–", "–", "–", "leaves it out")))
        app.out.print(Padding(table, (0, 0, 0, 2)))
    for policy, note in notes(rows):
        app.out.print(Text(f"\n{policy}: ", style="bold").append(shown(note), style="not bold"))


def group_of(figure: Figure) -> str:
    """Give whose figure it is in words."""
    from counterclaim.cli.phrases import plain

    group = " ".join(part for part in (figure.party, figure.thing) if part)
    return f"{plain(figure.outcome).capitalize()}: {group or plain(figure.unit)}"


def cells(figure: Figure) -> tuple[str, str, str, str]:
    """Give low, best, high and who says so."""
    numbers = ("–" if number is None else f"{number:,}" for number in (figure.low, figure.best, figure.high))
    low, best, high = numbers
    return low, best, high, ", ".join(figure.said_by)


def notes(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """Give what each policy notes."""
    return [(row.policy, row.note) for row in rows if row.note]
