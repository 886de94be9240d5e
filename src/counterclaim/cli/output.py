"""Claims on standard output: as a table for people, as JSON Lines or CSV for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from counterclaim.claims.claim import Claim
from counterclaim.claims.report import Report

if TYPE_CHECKING:
    from counterclaim.cli.app import App
    from counterclaim.cli.terminal import Assessed


def write_reports(app: App, shape: str, reports: Iterable[tuple[Report, list[Claim]]], *, quotes: bool) -> None:
    """Write the claims of each report as soon as it is read."""
    if shape != "table":
        write_claims(shape, (claim for _, claims in reports for claim in claims))
        return
    from counterclaim.cli.terminal import ClaimPrinter

    printer = ClaimPrinter(app.out, quotes=quotes)
    for report, claims in reports:
        printer.report(report, claims)


def write_claims(shape: str, claims: Iterable[Claim], assessed: Assessed | None = None) -> int:
    """Write claims for programs, and tell how many lines; `assessed` are what people made of claims, by claim."""
    from counterclaim.export.claims import write_claims as write_lines
    from counterclaim.export.table import write_table

    stream = sys.stdout.buffer
    number = write_lines(claims, stream) if shape == "jsonl" else write_table(claims, stream, known=assessed or {})
    stream.flush()
    return number
