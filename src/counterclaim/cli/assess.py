"""`counterclaim assess`: what a person makes of one claim."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from counterclaim.claims.assessment import Rating
from counterclaim.cli.app import DONE, App, examples, ledger_argument

EXAMPLES = examples(
    'counterclaim assess war.db 51ab3c22 --rating doubtful --by "A. Reader" --why "the only film shows another town"',
    'counterclaim assess war.db 51ab3c22 --admiralty B4 --by "A. Reader" --why "usually right, contradicted by the hospital"',
)


class Code(click.ParamType[str]):
    """An Admiralty code."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the code in capitals."""
        from counterclaim.claims.admiralty import checked
        from counterclaim.claims.errors import InvalidClaim

        try:
            return checked(value)
        except InvalidClaim as error:
            self.fail(error.reason, param, ctx)


@click.command(epilog=EXAMPLES)
@ledger_argument
@click.argument("claim", metavar="CLAIM")
@click.option("--rating", type=click.Choice([str(one) for one in Rating]), help="How far the claim holds, in this person's view.")
@click.option("--admiralty", type=Code(), metavar="CODE", help="Source A (reliable) to F, information 1 (borne out) to 6: B2.")
@click.option("--by", required=True, metavar="NAME", help="Who assesses.")
@click.option("--why", required=True, metavar="WORDS", help="For what reason.")
@click.pass_obj
def assess(app: App, /, ledger: Path, claim: str, **told: str | None) -> int:
    """Say what a person makes of one claim.

    The assessment is kept with its name, reason and time. No score makes one or overwrites one, and no policy counts by
    it; it stays with the words of the claim when reports are read anew and linked anew. Of several assessments of a claim by one
    person the last holds; those of several people stand beside each other. `counterclaim unjudge` takes one back.
    """
    if told["rating"] is None and told["admiralty"] is None:
        raise click.UsageError("give --rating, --admiralty or both")
    from counterclaim.cli.judge import confirm
    from counterclaim.ledger import Ledger, View
    from counterclaim.workflows.read import now

    view = View(rating=Rating(told["rating"]) if told["rating"] else None, admiralty=told["admiralty"], why=told["why"] or "")
    with Ledger.open(ledger, create=False) as opened:
        assessment, new = opened.assess(claim, view, by=told["by"] or "", when=now())
    confirm(app, assessment, new=new, ledger=ledger)
    return DONE
