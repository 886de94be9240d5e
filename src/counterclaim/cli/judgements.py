"""`counterclaim judgements`: what people judged, and what was taken back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.app import DONE, App, examples, ledger_argument

if TYPE_CHECKING:
    from counterclaim.claims.incident import Judgement


@click.command(epilog=examples("counterclaim judgements war.db", "counterclaim judgements war.db --format jsonl > judgements.jsonl"))
@ledger_argument
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="What to print.")
@click.pass_obj
def judgements(app: App, /, ledger: Path, shape: str) -> int:
    """Show what people judged of the claims of a LEDGER, oldest first, with what was taken back."""
    from counterclaim.cli.terminal import many
    from counterclaim.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        known = opened.judgements()
    if shape == "jsonl":
        import msgspec

        sys.stdout.buffer.writelines(msgspec.json.encode(one) + b"\n" for one in known)
        sys.stdout.buffer.flush()
        return DONE
    print_judgements(app, known)
    app.err.print(many(len(known), "judgement"), style="dim")
    return DONE


def print_judgements(app: App, known: tuple[Judgement, ...]) -> None:
    """Print judgements, what holds now plainly and the rest dimmed."""
    from rich.table import Table
    from rich.text import Text

    from counterclaim.claims.incident import standing
    from counterclaim.cli.terminal import ID_LENGTH, shown

    holding = {one.id for one in {(one.a, one.b): one for one in standing(known)}.values()}
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    table.add_column(width=ID_LENGTH)
    table.add_column(width=10)
    table.add_column(ratio=1, overflow="fold")
    for one in known:
        holds = one.id in holding
        words = Text(shown(in_words(one)), style="" if holds else "dim")
        if one.why:
            words.append(f"\n{shown(one.why)}", style="italic")
        table.add_row(one.id[:ID_LENGTH], one.at.date().isoformat(), words, style="" if holds else "dim")
    if known:
        app.out.print(table)


def in_words(judgement: Judgement) -> str:
    """Give a judgement as a sentence."""
    from counterclaim.cli.terminal import short

    a, b = short(judgement.a), short(judgement.b)
    if judgement.undoes:
        return f"{judgement.by} takes back {short(judgement.undoes)} ({a} and {b} {judgement.verdict})"
    return f"{judgement.by}: {a} and {b} {judgement.verdict}"
