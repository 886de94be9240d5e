"""What a person sees: claims by who says them, one claim with its evidence, progress, errors."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from counterclaim.claims.assessment import Assessment
from counterclaim.claims.attribution import Stance
from counterclaim.claims.claim import Claim, Span
from counterclaim.claims.errors import CounterclaimError, UnreadableInput
from counterclaim.claims.report import Report
from counterclaim.cli import phrases
from counterclaim.cli.evidence import Row

ID_LENGTH: Final = 8
HASH: Final = re.compile(r"[0-9a-f]{20}")
FEW: Final = 3
STEERING: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
CONTEXT: Final = 300
LONG: Final = 100
Assessed = Mapping[str, Sequence[Assessment]]
NOBODY: Final[Assessed] = {}
STANCES: Final = {
    Stance.DENIES: "bold red",
    Stance.CONCEDES: "bold green",
    Stance.CONFIRMS: "green",
    Stance.ACCUSES: "magenta",
    Stance.CLAIMS: "cyan",
    Stance.REPORTS: "dim",
}
SIDES: Final = ("cyan", "yellow", "magenta", "green", "blue", "red")


def make_console(*, color: bool, stderr: bool = False) -> Console:
    """Give a console on standard output or standard error; without colour it writes no escape codes at all."""
    stream = sys.stderr if stderr else sys.stdout
    return Console(file=stream, color_system="auto" if color else None, highlight=False, soft_wrap=False)


def short(name: str) -> str:
    """Give the first characters of an id that is a hash; an id that somebody gave stays whole.

    >>> short("51ab3c229f00d1aa77c0"), short("talks-07#12")
    ('51ab3c22', 'talks-07#12')
    """
    return name[:ID_LENGTH] if HASH.fullmatch(name) else name


def side_of(claim: Claim) -> str:
    """Give the side that a claim comes from: the party, or else the source; nothing for an outlet's own voice."""
    return (claim.source.party or claim.source.name) if claim.source else ""


class ClaimPrinter:
    """Prints claims grouped by who says them; a side keeps its colour from the first claim to the last.

    With `dated`, the day of publication stands in brackets where no words tell the day of the event. `assessed` are what
    holds of people's words on claims, by claim.
    """

    def __init__(self, console: Console, *, quotes: bool = False, dated: bool = False, assessed: Assessed = NOBODY) -> None:
        self.console = console
        self._assessed = assessed
        self._quotes = quotes
        self._dated = dated
        self._colors: dict[str, str] = {}
        self._free = itertools.cycle(SIDES)

    def report(self, report: Report, claims: Iterable[Claim]) -> None:
        """Print one report's claims under its title."""
        known = list(claims)
        title = report.title or (Path(report.path).name if report.path else report.id)
        facts = [report.outlet, report.published and report.published.isoformat(), report.id, many(len(known), "claim")]
        self.console.print(Text(shown(title), style="bold"))
        self.console.print(Text(shown(" · ".join(fact for fact in facts if fact)), style="dim"), end="\n\n")
        self.grouped(known)

    def grouped(self, claims: Iterable[Claim]) -> None:
        """Print claims under the names of those who make them; those of one side stand together."""
        sides: dict[str, dict[tuple[str, str | None], list[Claim]]] = {}
        for claim in claims:
            sources = sides.setdefault(side_of(claim), {})
            sources.setdefault((phrases.who(claim), phrases.side(claim)), []).append(claim)
        for (name, side), members in itertools.chain.from_iterable(sources.items() for sources in sides.values()):
            line = Text(shown(name), style=f"bold {self._color(members[0])}")
            self.console.print(line.append(shown(f"  {side}") if side else "", style="not bold dim"))
            self.console.print(Padding(self._table(members), (0, 0, 0, 2)))
            self.console.print()

    def _color(self, claim: Claim) -> str:
        side = side_of(claim)
        return self._colors.setdefault(side, next(self._free)) if side else "white"

    def _table(self, claims: Iterable[Claim]) -> Table:
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(width=17)
        table.add_column(width=12)
        known = list(claims)
        table.add_column(width=max([ID_LENGTH, *(len(short(claim.id)) for claim in known)]), style="dim")
        for claim in known:
            table.add_row(self._what(claim), Text(shown(phrases.where(claim.place))), self._when(claim), Text(shown(short(claim.id))))
        return table

    def _when(self, claim: Claim) -> Text:
        if claim.dates is None and self._dated and claim.report.published:
            return Text(f"({claim.report.published})", style="dim")
        return Text(phrases.when(claim.dates))

    def _what(self, claim: Claim) -> Text:
        text = Text()
        if stance := phrases.stance(claim):
            text.append(f"{stance} ", style=STANCES.get(claim.stance, ""))
        if claim.unverified:
            text.append("unverified ", style="yellow")
        text.append(shown(phrases.what(claim)), style="red" if claim.negated else "")
        if found_by := phrases.found_by(claim):
            text.append(f" [{found_by}]", style="dim")
        for one in self._assessed.get(claim.id, ()):
            text.append(shown(f"\n{one.by}: {one}"), style="yellow")
        if self._quotes:
            text.append(f"\n“{shown(' '.join(claim.quote.split()))}”", style="dim italic")
        return text


def print_explanation(console: Console, claim: Claim, report: Report | None, rows: Iterable[Row]) -> None:
    """Print a claim: its report, its words in their paragraph, and each value beside its words and its rule.

    Without the report, whose text is not known then, the claim's own quote is all the context there is.
    """
    console.print(Text(shown(f"{phrases.who(claim)}: "), style="bold").append(shown(phrases.what(claim)), style="not bold"))
    told = report or claim.report
    address = told.url or (report.path if report else None)
    facts = [told.title, told.outlet, told.published and told.published.isoformat(), address, told.id]
    console.print(Text(shown(" · ".join(str(fact) for fact in facts if fact)), style="dim"))
    console.print(Text(f"claim {shown(claim.id)}, characters {claim.start}–{claim.end}", style="dim"))
    quoted = in_context(report, claim.start, claim.end) if report else Text(shown(claim.quote), style="bold underline")
    console.print(Padding(quoted, (1, 2)))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="dim")
    table.add_column("value", style="bold", width=11)
    table.add_column("", ratio=4, overflow="fold")
    table.add_column("words", ratio=3, style="italic", overflow="fold")
    table.add_column("at", width=5, style="dim")
    table.add_column("rule", ratio=3, style="dim")
    for row in rows:
        words = shortened(words_at(row.span, claim, report)) if row.span else ""
        table.add_row(row.name, Text(shown(row.value)), Text(words), str(row.span[0]) if row.span else "", row.rule)
    console.print(table)


def words_at(span: Span, claim: Claim, report: Report | None) -> str:
    """Give the words of a span; without the report, those that the claim quotes, nothing where it does not reach so far."""
    start, end = span
    if report:
        return report.text[start:end]
    return claim.quote[start - claim.start : end - claim.start] if claim.start <= start and end <= claim.end else ""


def in_context(report: Report, start: int, end: int) -> Text:
    """Give a span, marked, between the words before and after it in its paragraph."""
    inside = [one for one in report.sections if one.start < end and start < one.end]
    first = max(min((one.start for one in inside), default=start), start - CONTEXT)
    last = min(max((one.end for one in inside), default=end), end + CONTEXT)
    text = Text("…" if first and not any(one.start == first for one in inside) else "", style="dim")
    text.append(shown(report.text[first:start])).append(shown(report.text[start:end]), style="not dim bold underline")
    return text.append(shown(report.text[end:last]))


def shortened(words: str) -> str:
    r"""Give words on one line, the middle of long ones left out.

    >>> shortened("two\nlines"), shortened("long " * 60).count("long")
    ('two lines', 20)
    """
    line = " ".join(words.split())
    line = shown(line)
    return line if len(line) <= LONG else f"{line[: LONG // 2 - 1].rstrip()} … {line[-LONG // 2 + 1 :].lstrip()}"


def shown(words: str) -> str:
    r"""Give words without the characters that would steer a terminal, or turn the line around.

    >>> shown("\x1b[2Jgone\u202e")
    '�[2Jgone�'
    """
    return STEERING.sub("�", words)


def many(number: int, noun: str) -> str:
    """Give a number with its noun.

    >>> many(1, "claim"), many(1200, "report")
    ('1 claim', '1,200 reports')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def complain(console: Console, error: CounterclaimError | str) -> None:
    """Print one error on a line of its own: file, place, reason, way out."""
    if isinstance(error, UnreadableInput):
        where = f"{error.source}, {error.place}" if error.place else error.source
        text = Text(shown(f"{where}: "), style="bold").append(shown(error.reason), style="not bold red")
        text.append(shown(f"; {error.way_out}") if error.way_out else "", style="not bold")
    else:
        text = Text(shown(str(error)), style="red")
    console.print(text, soft_wrap=True)


@contextmanager
def progress(console: Console, total: int | None) -> Iterator[Progress | None]:
    """Show how many reports are done, how fast, and how long it will take; nothing for a few, or where nobody watches."""
    if not console.is_terminal or (total is not None and total <= FEW):
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=None), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    times = (TimeElapsedColumn(),) if total is None else (TimeRemainingColumn(), TextColumn("left"))
    with Progress(*columns, *times, console=console, transient=True) as shown:
        shown.add_task("starting", total=total, rate="")
        yield shown


@contextmanager
def stages(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    """Give what shows a stage of a job: its name, how much is done, how much there is, 0 where nobody knows; for a watcher alone."""
    if not console.is_terminal:
        yield lambda _stage, _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=None), TextColumn("{task.fields[share]}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task("starting", total=None, share="")
        yield lambda stage, done, total: shown.update(
            task, description=stage, completed=done, total=total or None, share=f"{done:,} of {total:,}" if total else ""
        )


def advance(shown: Progress | None) -> None:
    """Count one more report."""
    if shown is None:
        return
    task = shown.tasks[0]
    rate = task.speed
    shown.update(task.id, advance=1, description="reading", rate=f"{rate:.1f}/s" if rate else "")
