"""`counterclaim judgements`: what people judged, and what was taken back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.app import DONE, App, examples, ledger_argument

if TYPE_CHECKING:
    from counterclaim.claims.assessment import Assessment
    from counterclaim.claims.incident import Judgement

    Said = Judgement | Assessment


@click.command(epilog=examples("counterclaim judgements war.db", "counterclaim judgements war.db --format jsonl > judgements.jsonl"))
@ledger_argument
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="What to print.")
@click.pass_obj
def judgements(app: App, /, ledger: Path, shape: str) -> int:
    """Show what people judged and assessed of the claims of a LEDGER, oldest first, with what was taken back."""
    from counterclaim.cli.terminal import many
    from counterclaim.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        judged, assessed = opened.judgements(), opened.assessments()
    known: list[Said] = sorted((*judged, *assessed), key=lambda one: (one.at, one.id))
    if shape == "jsonl":
        import msgspec

        sys.stdout.buffer.writelines(msgspec.json.encode(one) + b"\n" for one in known)
        sys.stdout.buffer.flush()
        return DONE
    print_judgements(app, known, holding_ids(judged, assessed))
    app.err.print(f"{many(len(judged), 'judgement')}, {many(len(assessed), 'assessment')}", style="dim")
    return DONE


def holding_ids(judged: Sequence[Judgement], assessed: Sequence[Assessment]) -> set[str]:
    """Give the ids of what holds now."""
    from counterclaim.claims.assessment import holding
    from counterclaim.claims.incident import standing

    pairs = {(one.a, one.b): one.id for one in standing(judged)}
    return {*pairs.values(), *(one.id for ones in holding(assessed).values() for one in ones)}


def print_judgements(app: App, known: Sequence[Said], holding: set[str]) -> None:
    """Print judgements and assessments, what holds now plainly and the rest dimmed."""
    from rich.table import Table
    from rich.text import Text

    from counterclaim.cli.terminal import ID_LENGTH, shown

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    table.add_column(width=ID_LENGTH)
    table.add_column(width=10)
    table.add_column(ratio=1, overflow="fold")
    for one in known:
        style = "" if one.id in holding else "dim"
        words = Text(shown(in_words(one)), style=style)
        if one.why:
            words.append(f"\n{shown(one.why)}", style="italic")
        table.add_row(one.id[:ID_LENGTH], one.at.date().isoformat(), words, style=style)
    if known:
        app.out.print(table)


def in_words(said: Said) -> str:
    """Give a judgement or an assessment as a sentence."""
    from counterclaim.claims.incident import Judgement
    from counterclaim.cli.terminal import short

    told = f"{short(said.a)} and {short(said.b)} {said.verdict}" if isinstance(said, Judgement) else f"{short(said.claim)} {said}"
    return f"{said.by} takes back {short(said.undoes)} ({told})" if said.undoes else f"{said.by}: {told}"
