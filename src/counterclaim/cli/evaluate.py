"""`counterclaim evaluate`: the project's own scores, against what people coded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.app import DONE, PARTLY, App, examples
from counterclaim.cli.recipes import make_recipe, reader_option

if TYPE_CHECKING:
    from counterclaim.workflows.evaluate import ScoredDispatches
    from counterclaim.workflows.evaluate_incidents import ScoredIncidents
    from counterclaim.workflows.recipe import Recipe

KINDS = ("dispatches", "incidents", "confidence", "attribution", "counts", "linking", "dates", "muc", "places", "event-places", "spans")
ALONE = ("claims", "misses", "floors", "unlisted")
EXAMPLES = examples(
    "counterclaim evaluate dispatches samples/dispatches",
    "counterclaim evaluate dispatches samples/dispatches --misses figures",
    "counterclaim evaluate dispatches samples/dispatches --floors evaluation/floors.json",
    "counterclaim evaluate dispatches samples/dispatches --unlisted",
    "counterclaim evaluate incidents samples/dispatches --hand-coded",
    "counterclaim evaluate dispatches samples/dispatches --reader rules --reader trained --reader both",
    "counterclaim evaluate confidence samples/dispatches",
    "counterclaim evaluate attribution polnear-dev.jsonl --reader rules",
    "counterclaim evaluate spans samples/dispatches",
    "counterclaim evaluate counts gva-articles.jsonl gva-incidents.jsonl",
    "counterclaim evaluate linking gva-articles.jsonl",
    "counterclaim evaluate muc muc4-tst3.jsonl",
)


@click.command(epilog=EXAMPLES)
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="GOLD...")
@click.option(
    "--claims",
    type=click.Path(path_type=Path),
    help="For dispatches, incidents, confidence: score these JSON Lines, do not read.",
)
@click.option("--hand-coded", is_flag=True, help="For incidents: link the coded claims themselves, do not read.")
@click.option(
    "--unlisted",
    is_flag=True,
    help="For dispatches, incidents: read as if no table knew an armed group, as in a war that nobody prepared for.",
)
@click.option(
    "--misses", metavar="MEASURE", help="For dispatches: show what was missed in one measure, such as figures; for incidents: all."
)
@click.option("--floors", type=click.Path(path_type=Path), help="For dispatches, incidents: fail if a score is worse than in this file.")
@click.option("--raise-floors", is_flag=True, help="With --floors: write what is reached now into the file, where it is more.")
@click.option("--lower-floors", is_flag=True, help="With --floors: write what is reached now, also where it is less.")
@reader_option(multiple=True, default=(), help="As for read; for dispatches, several of them are set side by side.  [default: trained]")
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True, help="What to print.")
@click.pass_obj
def evaluate(app: App, /, kind: str, gold: tuple[Path, ...], shape: str, **options: Any) -> int:
    """Score the reader against what people coded.

    Each score comes with the interval of 95 in 100 bootstrap draws. KIND says what GOLD is: `dispatches` a folder with
    texts/ and claims.jsonl; `incidents` one with incidents.jsonl too; `confidence` as dispatches; `attribution` a
    PolNeAR-shaped file; `counts` a GVA-shaped file of articles and one of incidents; `linking` the first of
    these; `dates` a TimeML-shaped file; `muc` a file of MUC-4 texts and keys; `places` a file of articles with
    toponyms; `event-places` one of sentences, each with an event; `spans` any inputs, whose every value is cut from the
    text again. docs/evaluation.md has the rest.
    """
    from counterclaim.cli.spending import print_spent

    readers = tuple(dict.fromkeys(options["reader"])) or (app.settings.reader,)
    if len(readers) > 1:
        return compare(app, kind, gold[0], readers, shape=shape, asked=[options[name] for name in ALONE])
    recipe = replace(make_recipe(app, readers[0]), groups=not options["unlisted"])
    try:
        return score(app, kind, gold, recipe, options | {"shape": shape})
    finally:
        print_spent(app.err, recipe.spent)


def score(app: App, kind: str, gold: tuple[Path, ...], recipe: Recipe, options: dict[str, Any]) -> int:
    """Show how one reader fares."""
    from counterclaim.evaluation.report import as_json, calibration_json, calibration_table, plain_table
    from counterclaim.workflows import evaluate as workflow

    shape = options["shape"]
    if kind == "confidence":
        calibration = workflow.score_confidence(gold[0], recipe, claims=options["claims"])
        click.echo(calibration_json(calibration) if shape == "json" else calibration_table(calibration))
        return DONE
    if kind == "spans":
        return check_spans(app, gold, recipe)
    if kind == "incidents":
        return evaluate_incidents(app, gold[0], recipe, shape, options)
    if kind != "dispatches":
        scores = workflow.SCORERS[kind](gold, recipe)
        click.echo(as_json(scores) if shape == "json" else plain_table(scores))
        return DONE
    scored = workflow.score_dispatches(gold[0], recipe, claims=options["claims"])
    click.echo(as_json(scored.scores) if shape == "json" else plain_table(scored.scores))
    if options["misses"]:
        click.echo("\n".join(["", *scored.misses(options["misses"])]))
    return check_floors(app, scored, options) if options["floors"] else DONE


def compare(app: App, kind: str, gold: Path, readers: tuple[str, ...], *, shape: str, asked: list[Any]) -> int:
    """Show several readers side by side.

    Raises:
        click.UsageError: What is asked for is of one reader alone.
    """
    from counterclaim.evaluation.comparison import comparison_json, comparison_table
    from counterclaim.workflows.evaluate import compare_readers

    if kind != "dispatches" or any(asked):
        raise click.UsageError(
            "several readers are set side by side on dispatches alone, and without --claims, --misses, --floors or --unlisted"
        )
    compared = compare_readers(gold, [make_recipe(app, reader) for reader in readers])
    click.echo(comparison_json(compared) if shape == "json" else comparison_table(compared))
    return DONE


def check_spans(app: App, inputs: tuple[Path, ...], recipe: Recipe) -> int:
    """Show whether every value that is read in the inputs leads back to its words; fail if one does not."""
    from counterclaim.cli.terminal import advance, progress
    from counterclaim.workflows.evaluate import check_spans
    from counterclaim.workflows.read import count_reports

    total = count_reports(inputs) if app.err.is_terminal else None
    with progress(app.err, total) as shown:
        found = check_spans(inputs, recipe, lambda: advance(shown))
    click.echo(f"{found.reports} reports, {found.claims} claims, {found.spans} spans: {len(found.wrong)} do not give their words back")
    if found.unread:
        click.echo(f"{found.unread} inputs gave an error, which `counterclaim read` shows")
    click.echo("\n".join(found.wrong), nl=bool(found.wrong))
    return PARTLY if found.wrong or found.unread else DONE


def evaluate_incidents(app: App, folder: Path, recipe: Recipe, shape: str, options: dict[str, Any]) -> int:
    """Show what linking makes of coded dispatches."""
    from counterclaim.evaluation.report import share_table, shares_json
    from counterclaim.workflows.evaluate_incidents import score_incidents

    scored = score_incidents(folder, recipe, claims=options["claims"], hand_coded=options["hand_coded"])
    click.echo(shares_json(scored.shares) if shape == "json" else share_table(scored.shares))
    if options["misses"]:
        click.echo("\n".join(["", *scored.misses]))
    return check_floors(app, scored, options) if options["floors"] else DONE


def check_floors(app: App, scored: ScoredDispatches | ScoredIncidents, options: dict[str, Any]) -> int:
    """Check the scores against the floors, or write new floors; say which."""
    from counterclaim.claims.errors import BelowFloor
    from counterclaim.cli.terminal import complain

    path = options["floors"]
    try:
        if options["raise_floors"] or options["lower_floors"]:
            scored.write_floors(path, lower=options["lower_floors"])
            app.err.print(f"floors written to {path}", style="dim", markup=False)
        else:
            scored.check_floors(path)
            app.err.print(f"no score lies under its floor in {path}", style="dim", markup=False)
    except BelowFloor as error:
        complain(app.err, str(error))
        return PARTLY
    return DONE
