"""`counterclaim explain`: one claim, each value beside the words and the rule that gave it."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.app import DONE, App, examples, ledger_argument


@click.command(epilog=examples("counterclaim explain war.db 51ab3c22", "counterclaim explain war.db 51ab3c22 --stored"))
@ledger_argument
@click.argument("claim_id", metavar="ID")
@click.option("--stored", is_flag=True, help="Only what the ledger keeps; the report is not read again.")
@click.pass_obj
def explain(app: App, /, ledger: Path, claim_id: str, *, stored: bool) -> int:
    """Show one claim, each value beside its words and its rule.

    ID is a claim's id or the first characters of it, as `show` prints them. The report is read again to show the rule
    that found the attribution, whom a pronoun means, and the places that a name could be.
    """
    from counterclaim.cli.evidence import assessment_rows, rows_of
    from counterclaim.cli.recipes import make_endpoint
    from counterclaim.cli.terminal import print_explanation
    from counterclaim.ledger import Ledger
    from counterclaim.workflows.explain import explain as explained
    from counterclaim.workflows.recipe import Recipe

    settings = app.settings
    recipe = None if stored else Recipe(places=settings.places, parties=settings.parties, endpoint=make_endpoint(settings))
    with Ledger.open(ledger, create=False) as opened:
        found = explained(opened, claim_id, recipe)
    print_explanation(app.out, found.claim, found.report, [*rows_of(found.claim, found.trace), *assessment_rows(found.assessments)])
    if found.report is None:
        app.err.print("The report's text is not in the ledger: shown is what the claim itself says.", style="dim")
    elif found.trace is None and not stored:
        app.err.print("This version of the reader did not make this claim: shown is what the ledger keeps.", style="dim")
    return DONE
