"""A list of incidents: rows for a person, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Sequence
from typing import BinaryIO, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Incident
from counterclaim.cli import incident_words as words
from counterclaim.cli.terminal import SIDES, short, shown, side_of
from counterclaim.workflows.describe import days_of

COLUMNS: Final = (
    "incident",
    "status",
    "first_day",
    "last_day",
    "about",
    "sides",
    "claims",
    "origins",
    "outlets",
    "counterclaims",
    "claim_ids",
)


class IncidentPrinter:
    """Prints incidents one after the other; a side keeps its colour from the first row to the last."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._colors: dict[str, str] = {}
        self._free = itertools.cycle(SIDES)

    def row(self, incident: Incident, claims: Sequence[Claim]) -> None:
        """Print one incident."""
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=True)
        table.add_column(width=12)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(width=13)
        table.add_column(width=max(8, len(short(incident.id))), style="dim")
        about = Text(shown(words.title(claims)), style="bold")
        about.append("\n").append(self.sides(claims)).append("\n")
        about.append(words.voices(incident, claims), style="not bold dim")
        if incident.counterclaims:
            about.append("\n✗ ", style="not bold red").append(shown(incident.counterclaims[0].reason), style="not bold")
            if len(incident.counterclaims) > 1:
                about.append(f" (and {len(incident.counterclaims) - 1} more)", style="not bold dim")
        when = Text(words.days(claims).replace(" – ", "\n–"))
        table.add_row(when, about, Text(words.status(incident), style=words.STATUSES[incident.status]), Text(short(incident.id)))
        self._console.print(table)
        self._console.print()

    def sides(self, claims: Sequence[Claim]) -> Text:
        """Give the sides that speak, each in its colour; outlets that speak for themselves together."""
        names = list(dict.fromkeys(side for claim in claims if (side := side_of(claim))))
        text = Text(" · ", style="not bold dim").join(Text(shown(name), style=f"not bold {self.color(name)}") for name in sorted(names))
        if any(claim.source is None for claim in claims):
            text.append(" · " if names else "", style="not bold dim").append("outlets themselves", style="not bold")
        return text

    def color(self, side: str) -> str:
        """Give the colour of a side."""
        return self._colors.setdefault(side, next(self._free))


def write_csv(found: Iterable[tuple[Incident, Sequence[Claim]]], stream: BinaryIO) -> int:
    """Write a heading and one row an incident, and tell how many."""
    from counterclaim.export.cell import safe

    number = 0
    for number, cells in enumerate(itertools.chain([COLUMNS], (_cells(incident, claims) for incident, claims in found))):  # noqa: B007
        line = io.StringIO()
        csv.writer(line).writerow([safe(cell) for cell in cells])
        stream.write(line.getvalue().encode())
    stream.flush()
    return number


def _cells(incident: Incident, claims: Sequence[Claim]) -> tuple[str | int, ...]:
    days = [day for claim in claims for day in days_of(claim)]
    sides = sorted({side for claim in claims if (side := side_of(claim))})
    outlets = {outlet for origin in incident.origins for outlet in origin.outlets}
    return (
        incident.id,
        str(incident.status),
        min(days).isoformat() if days else "",
        max(days).isoformat() if days else "",
        words.title(claims),
        "; ".join(sides),
        len(claims),
        len(incident.origins),
        len(outlets),
        len(incident.counterclaims),
        " ".join(incident.claims),
    )
