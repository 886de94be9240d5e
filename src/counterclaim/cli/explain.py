"""`counterclaim explain`: one claim, each value beside the words and the rule that gave it."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.app import DONE, App, examples, ledger_argument


@click.command(epilog=examples("counterclaim explain war.db 51ab3c22"))
@ledger_argument
@click.argument("claim_id", metavar="ID")
@click.pass_obj
def explain(app: App, /, ledger: Path, claim_id: str) -> int:
    """Show one claim, each value beside its words and its rule.

    ID is a claim's id or the first characters of it, as `show` prints them.
    """
    from counterclaim.cli.evidence import rows_of
    from counterclaim.cli.terminal import print_explanation
    from counterclaim.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        claim = opened.claim(claim_id)
        report = opened.report(claim.report.sha256)
    print_explanation(app.out, claim, report, rows_of(claim))
    return DONE
