"""`counterclaim judge`, `unjudge`, `judgements`: a person's word on two claims, kept and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.claims.incident import Verdict
from counterclaim.cli.app import DONE, App, examples, ledger_argument

if TYPE_CHECKING:
    from counterclaim.claims.assessment import Assessment
    from counterclaim.claims.incident import Judgement

by_option = click.option("--by", required=True, metavar="NAME", help="Who judges.")
why_option = click.option("--why", metavar="WORDS", help="For what reason.")


@click.command(
    epilog=examples(
        'counterclaim judge war.db same 51ab3c22 9f00d1aa --by "A. Reader" --why "one raid, told twice"',
        'counterclaim judge war.db different 51ab3c22 77c01b3e --by "A. Reader"',
    )
)
@ledger_argument
@click.argument("verdict", type=click.Choice([str(one) for one in Verdict]))
@click.argument("claim_a", metavar="CLAIM_A")
@click.argument("claim_b", metavar="CLAIM_B")
@by_option
@why_option
@click.pass_obj
def judge(app: App, /, ledger: Path, verdict: str, claim_a: str, claim_b: str, **told: str) -> int:
    """Say whether two claims are about one happening.

    The judgement is kept with its name and time, and no score overwrites it: the next `link` puts both claims into one
    incident (`same`) or into two (`different`); `unsure` leaves it to the scores again. The last judgement on two claims
    counts; the earlier ones stay in the ledger. Claims are named by their ids or the first characters.
    """
    from counterclaim.ledger import Ledger
    from counterclaim.workflows.read import now

    with Ledger.open(ledger, create=False) as opened:
        judgement, new = opened.judge(claim_a, claim_b, Verdict(verdict), by=told["by"], why=told["why"], when=now())
    confirm(app, judgement, new=new, ledger=ledger)
    return DONE


@click.command(epilog=examples('counterclaim unjudge war.db 0c3f1b2d --by "A. Reader" --why "two raids after all"'))
@ledger_argument
@click.argument("judgement_id", metavar="JUDGEMENT_ID")
@by_option
@why_option
@click.pass_obj
def unjudge(app: App, /, ledger: Path, judgement_id: str, **told: str) -> int:
    """Take a judgement or an assessment back.

    Nothing is deleted: that it was taken back, by whom and when, is a fact of its own. `counterclaim judgements` shows
    the ids.
    """
    from counterclaim.ledger import Ledger
    from counterclaim.workflows.read import now

    with Ledger.open(ledger, create=False) as opened:
        judgement, new = opened.unjudge(judgement_id, by=told["by"], why=told["why"], when=now())
    confirm(app, judgement, new=new, ledger=ledger)
    return DONE


def confirm(app: App, said: Judgement | Assessment, *, new: bool, ledger: Path) -> None:
    """Say what is kept now, and what to do so that it counts."""
    from counterclaim.claims.incident import Judgement
    from counterclaim.cli.judgements import in_words
    from counterclaim.cli.terminal import ID_LENGTH, shown

    app.out.print(shown(f"{said.id[:ID_LENGTH]}  {in_words(said)}"), markup=False, soft_wrap=True)
    at_once = "it holds no more" if said.undoes else "it holds from now on"
    then = f"it counts from the next: counterclaim link {ledger}" if isinstance(said, Judgement) else at_once
    app.err.print(f"{'kept' if new else 'was there already'}; {then}", style="dim", markup=False, soft_wrap=True)
