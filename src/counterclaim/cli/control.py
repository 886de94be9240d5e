"""`counterclaim control`: who has claimed to hold a place, day by day. Never an assessment."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.app import DONE, FORMATS, App, Day, examples, ledger_argument

if TYPE_CHECKING:
    from rich.text import Text

    from counterclaim.claims.timeline import Spell, Timeline

EXAMPLES = examples(
    "counterclaim control war.db --place Bazarak",
    "counterclaim control war.db --place Panjshir --since 2021-09-01 --format csv > control.csv",
)


@click.command(epilog=EXAMPLES)
@ledger_argument
@click.option("--place", help="This place, or the places in this region or district.")
@click.option("--country", metavar="CODE", help="Places in this country, as two letters: AF.")
@click.option("--since", type=Day(), help="Claims about this day or later; YYYY-MM-DD.")
@click.option("--until", type=Day(), help="Claims about this day or earlier.")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print.")
@click.pass_obj
def control(app: App, /, ledger: Path, shape: str, **filters: object) -> int:
    """Show what each side claims about who holds a place, from day to day.

    What a side says holds until it says something contrary itself; what another says ends nothing. Control is always
    claimed, never assessed. A day in brackets is that of the statement, where no words tell one.
    """
    from counterclaim.ledger import ClaimQuery, Ledger
    from counterclaim.workflows.incidents import control_of

    with Ledger.open(ledger, create=False) as opened:
        timelines = control_of(opened, ClaimQuery(**filters))  # type: ignore[arg-type]
    if shape == "jsonl":
        import msgspec

        sys.stdout.buffer.writelines(msgspec.json.encode(one) + b"\n" for one in timelines)
        sys.stdout.buffer.flush()
    elif shape == "csv":
        write_csv(timelines)
    else:
        from counterclaim.cli.terminal import many

        print_timelines(app, timelines)
        app.err.print(f"{many(sum(len(one.spells) for one in timelines), 'position')} on {many(len(timelines), 'place')}", style="dim")
    return DONE


def print_timelines(app: App, timelines: Sequence[Timeline]) -> None:
    """Print each place with a row for each thing that a side maintains about it."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from counterclaim.cli import phrases
    from counterclaim.cli.terminal import SIDES, many, short, shown

    names = sorted({spell.side for one in timelines for spell in one.spells})
    colors = dict(zip(names, itertools.cycle(SIDES), strict=False))
    for one in timelines:
        app.out.print(Text(shown(phrases.where(one.place)), style="bold"))
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=True)
        table.add_column(width=12)
        table.add_column(width=12)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        for spell in one.spells:
            start = spell.start.isoformat() if spell.dated else f"({spell.start})"
            end = f"–{spell.end}" if spell.end else "– still said"
            ids = ", ".join(short(claim) for claim in spell.claims[:2])
            more = f" and {len(spell.claims) - 2} more" if len(spell.claims) > 2 else ""  # noqa: PLR2004 (two ids fit)
            what = told(spell).append(shown(f"\n{ids}{more}"), style="not bold dim")
            table.add_row(start, end, Text(shown(spell.side), style=colors[spell.side]), what)
        app.out.print(Padding(table, (0, 0, 0, 2)))
        if one.undated:
            app.out.print(Text(f"  no day is known of {many(len(one.undated), 'claim')}", style="dim"))
        app.out.print()


def told(spell: Spell) -> Text:
    """Give what a side says that a party did or does."""
    from rich.text import Text

    from counterclaim.cli import phrases
    from counterclaim.cli.terminal import shown

    words = f"{'not: ' if spell.negated else ''}{spell.party or 'somebody'} {phrases.CHANGES[spell.change]} it"
    return Text(shown(words), style="bold red" if spell.negated else "bold")


def write_csv(timelines: Iterable[Timeline]) -> None:
    """Write one row for each thing that a side maintains about a place."""
    import csv
    import io

    from counterclaim.export.cell import safe

    rows: list[Sequence[str | float | None]] = [
        ("place", "admin1", "country", "latitude", "longitude", "side", "party", "change", "negated", "start", "dated", "end", "claims")
    ]
    for one in timelines:
        where = one.place
        head = (where.name or where.text, where.admin1, where.country, where.latitude, where.longitude)
        for spell in one.spells:
            end = spell.end.isoformat() if spell.end else None
            days = (spell.start.isoformat(), "true" if spell.dated else "false", end)
            negated = "true" if spell.negated else "false"
            rows.append((*head, spell.side, spell.party, str(spell.change), negated, *days, " ".join(spell.claims)))
    lines = io.StringIO()
    csv.writer(lines).writerows([safe(cell) for cell in row] for row in rows)
    sys.stdout.buffer.write(lines.getvalue().encode())
    sys.stdout.buffer.flush()
