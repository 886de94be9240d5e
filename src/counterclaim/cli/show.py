"""`counterclaim show`: the claims of a ledger that a person asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind
from counterclaim.cli.app import DONE, FORMATS, App, Day, examples, ledger_argument, setting

EXAMPLES = examples(
    "counterclaim show war.db --party Taliban --outcome killed --since 2021-09-01",
    "counterclaim show war.db --place Panjshir --stance denies --quotes",
    "counterclaim show war.db --kind control --format csv > control.csv",
)
ENUMS = {"outcome": Outcome, "kind": Kind, "stance": Stance}


@click.command(epilog=EXAMPLES)
@ledger_argument
@click.option("--party", help="The side that the source speaks for, or the source's own name.")
@click.option("--source", help="A part of the source's name; the outlet's where no source is named.")
@click.option(
    "--outcome",
    type=click.Choice([str(one) for one in Outcome]),
    metavar="OUTCOME",
    help="Claims with a count of it: killed, wounded, captured, …",
)
@click.option("--kind", type=click.Choice([str(one) for one in Kind]), metavar="KIND", help="The kind of event: attack, control, clash, …")
@click.option(
    "--stance",
    type=click.Choice([str(one) for one in Stance]),
    metavar="STANCE",
    help="How the source stands to it: says, denies, concedes, …",
)
@click.option("--place", help="A place, as written or as resolved, or a region or district around it.")
@click.option("--country", metavar="CODE", help="Where it happened, as two letters: AF.")
@click.option("--since", type=Day(), help="Events on this day or later; YYYY-MM-DD.")
@click.option("--until", type=Day(), help="Events on this day or earlier.")
@click.option("--negated/--not-negated", default=None, help="Only claims that something did not happen, or none of them.")
@click.option("--unverified/--not-unverified", default=None, help="Only what the report says could not be verified, or none of it.")
@click.option("--report", metavar="ID", help="Claims of one report.")
@click.option("--text", help="Words that stand in the claim.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=setting("min_confidence"),
    show_default="0.4",
    help="No claims with less confidence.",
)
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@click.option("--quotes", is_flag=True, help="In a table, show each claim's words.")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print.")
@click.pass_obj
def show(app: App, /, ledger: Path, shape: str, *, quotes: bool, **filters: Any) -> int:
    """Show claims of a LEDGER, grouped by who makes them.

    All that is asked must hold of a claim. Dates are those of the event; where the report tells none, the day of
    publication stands in for them.
    """
    from counterclaim.claims.assessment import holding
    from counterclaim.cli.output import write_claims
    from counterclaim.ledger import ClaimQuery, Ledger

    asked: dict[str, Any] = {name: ENUMS[name](value) if name in ENUMS and value else value for name, value in filters.items()}
    asked["min_confidence"] = asked["min_confidence"] or None
    with Ledger.open(ledger, create=False) as opened:
        assessed = holding(opened.assessments())
        claims = opened.claims(ClaimQuery(**asked))
        if shape != "table":
            write_claims(shape, claims, assessed)
            return DONE
        from counterclaim.cli.terminal import ClaimPrinter, many

        known = list(claims)
        ClaimPrinter(app.out, quotes=quotes, dated=True, assessed=assessed).grouped(known)
        reports = len({claim.report.id for claim in known})
        app.err.print(f"{many(len(known), 'claim')} in {many(reports, 'report')}", style="dim")
    return DONE
