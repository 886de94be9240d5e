"""`counterclaim read`: reports in, claims out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.app import DONE, FORMATS, NOTHING, PARTLY, App, Day, examples, setting
from counterclaim.cli.recipes import make_recipe, reader_option

if TYPE_CHECKING:
    from rich.progress import Progress

    from counterclaim.workflows.read import Found, Result

EXAMPLES = examples(
    "counterclaim read article.txt --published 2021-09-05",
    "counterclaim read dispatches/ --format jsonl > claims.jsonl",
    "counterclaim read page.html feed.xml corpus.jsonl --into war.db --jobs 2",
    "cat story.html | counterclaim read - --reader rules",
    "COUNTERCLAIM_LLM_ENDPOINT=http://localhost:11434/v1 COUNTERCLAIM_LLM_MODEL=qwen3 counterclaim read article.txt --reader both",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the command line asks for."""

    inputs: tuple[str, ...]
    into: Path | None
    published: dt.date | None
    reader: str
    jobs: int
    shape: str | None
    quotes: bool
    min_confidence: float


@click.command(epilog=EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="LEDGER", help="Keep all of it in this file; what it has is not read again."
)
@click.option("--published", type=Day(), help="The day that all inputs were published: YYYY-MM-DD.")
@reader_option(show_default="trained")
@click.option("--jobs", type=click.IntRange(1), default=setting("jobs"), show_default="1", help="How many processes read at once.")
@click.option("--format", "shape", type=click.Choice(FORMATS), help="What to print.  [default: table; with --into, only a summary]")
@click.option("--quotes", is_flag=True, help="In a table, show each claim's words.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=setting("min_confidence"),
    show_default="0.4",
    help="Print no claims with less confidence.",
)
@click.pass_obj
def read(app: App, /, **options: Any) -> int:
    """Find the claims in texts, pages, feeds and tables.

    An INPUT is a text, an HTML page, an RSS or Atom feed, JSON Lines, JSON or CSV (any of them may be gzipped), a folder
    of such files, or - for standard input. An input that cannot be read is named on standard error; the rest goes on.
    """
    return Session(app, Wish(**options)).run()


class Session:
    """One run of the command: it reads, prints, and keeps count of what became of the inputs."""

    def __init__(self, app: App, wish: Wish) -> None:
        self._app = app
        self._wish = wish
        self._tally: Counter[str] = Counter()
        self._recipe = make_recipe(app, wish.reader)

    def run(self) -> int:
        """Read everything and give the exit code."""
        from counterclaim.claims.errors import NoAnswer

        try:
            with ExitStack() as stack:
                results = stack.enter_context(closing(self._results(stack)))
                shape = self._wish.shape or (None if self._wish.into else "table")
                self._print(shape, self._watched(results))
        except NoAnswer:
            self._sum_up()
            raise
        self._sum_up()
        if not self._tally["read"] + self._tally["skipped"]:
            return NOTHING
        return PARTLY if self._tally["failed"] else DONE

    def _results(self, stack: ExitStack) -> Generator[Found]:
        """Give what becomes of each report, kept in the ledger where there is one."""
        from counterclaim.workflows import read as workflow

        wish, build = self._wish, self._recipe
        chunk = max(workflow.CHUNK, self._app.settings.llm_concurrency) if build.asks else workflow.CHUNK
        reports = workflow.read_reports(wish.inputs, published=wish.published)
        if wish.into is None:
            yield from workflow.read_claims(reports, build, jobs=wish.jobs, chunk=chunk)
            return
        from counterclaim.ledger import Ledger

        ledger = stack.enter_context(Ledger.open(wish.into))
        made_by = build.made_by
        results = workflow.read_claims(reports, build, jobs=wish.jobs, is_read=lambda report: ledger.is_read(report, made_by), chunk=chunk)
        yield from workflow.keep(results, ledger, made_by)

    def _watched(self, results: Iterator[Found]) -> Iterator[Result]:
        """Give the results that hold claims; count all, move the progress on, and tell of failures."""
        from counterclaim.claims.errors import UnreadableInput
        from counterclaim.cli.terminal import complain, progress
        from counterclaim.workflows.read import as_error, count_reports

        total = count_reports(self._wish.inputs) if self._app.err.is_terminal else None
        with progress(self._app.err, total) as shown:
            for found in results:
                error = found if isinstance(found, UnreadableInput) else as_error(found)
                if error:
                    self._tally["failed"] += 1
                    complain(shown.console if shown else self._app.err, error)
                if not isinstance(found, UnreadableInput):
                    self._count(found, shown, failed=error is not None)
                    yield found

    def _count(self, result: Result, shown: Progress | None, *, failed: bool) -> None:
        from counterclaim.cli.terminal import advance

        advance(shown)
        self._tally["skipped" if result.skipped else "unread" if failed else "read"] += 1
        self._tally["claims"] += len(result.claims)

    def _print(self, shape: str | None, results: Iterator[Result]) -> None:
        from counterclaim.cli.output import write_reports

        if shape is None:
            for _ in results:
                pass
            return
        confident = (
            (result.report, [claim for claim in result.claims if (claim.confidence or 1.0) >= self._wish.min_confidence])
            for result in results
        )
        write_reports(self._app, shape, confident, quotes=self._wish.quotes)

    def _sum_up(self) -> None:
        """Say on standard error what was read, where it is kept, what failed, and what a language model took."""
        from counterclaim.cli.spending import print_spent
        from counterclaim.cli.terminal import many

        tally = self._tally
        parts = [f"{many(tally['read'], 'report')} read", many(tally["claims"], "claim")]
        parts += [f"{many(tally['skipped'], 'report')} read before"] * bool(tally["skipped"])
        parts += [f"{many(tally['failed'], 'failure')}"] * bool(tally["failed"])
        where = f" → {self._wish.into}" if self._wish.into else ""
        self._app.err.print(", ".join(parts) + where, style="dim", markup=False, soft_wrap=True)
        print_spent(self._app.err, self._recipe.spent)
