"""`counterclaim link`: the claims of a ledger into incidents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.app import DONE, App, examples, ledger_argument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ORDER = ("new", "grown", "shrunk", "changed", "merged", "split off", "gone", "told anew")


@click.command(epilog=examples("counterclaim link war.db"))
@ledger_argument
@click.pass_obj
def link(app: App, /, ledger: Path) -> int:
    """Group the claims of a LEDGER into incidents: claims thought to be about the same happening.

    Again after new reports, loaded claims or judgements, only what changes by them is told anew. Judgements hold, whatever
    the scores. Stopped half-way, it leaves the ledger as it was. A work file, LEDGER.linking, makes the next run
    fast; it can be deleted.
    """
    from counterclaim.cli.terminal import many, stages
    from counterclaim.ledger import Ledger
    from counterclaim.workflows.link import link as workflow

    with Ledger.open(ledger, create=False) as opened, stages(app.err) as watch:
        done = workflow(opened, watch=watch)
    app.err.print(
        f"{many(done.claims, 'claim')} in {many(done.incidents, 'incident')} → {ledger}", style="dim", markup=False, soft_wrap=True
    )
    app.out.print(", ".join(changes(done.fates)) or "nothing new", markup=False)
    return DONE


def changes(fates: Mapping[str, int]) -> Iterator[str]:
    """Give what changed, word by word, in a fixed order."""
    return (f"{fates[word]:,} {word}" for word in ORDER if fates.get(word))
