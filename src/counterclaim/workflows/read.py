"""The main jobs, strung together from the stages: reports from inputs, claims from reports, both into a ledger."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from counterclaim.claims.claim import Claim
from counterclaim.claims.claim import Extractor as MadeBy
from counterclaim.claims.errors import CounterclaimError, UnreadableInput
from counterclaim.claims.report import Report
from counterclaim.workflows.recipe import Recipe

if TYPE_CHECKING:
    from counterclaim.extraction.pipeline import ExtractionFailure, Extractor
    from counterclaim.ledger import Ledger

CHUNK = 4
"""Reports that are read together; one unit of work for a process."""
BATCH = 32
"""Readings that are written in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one report: its claims, or `failure`, or `skipped` because the ledger has this reading already."""

    report: Report
    claims: tuple[Claim, ...] = ()
    failure: str | None = None
    way_out: str | None = None
    skipped: bool = False


Found = Result | UnreadableInput


def now() -> dt.datetime:
    """Give the time, in UTC."""
    return dt.datetime.now(dt.UTC)


def read_reports(
    inputs: Iterable[str | Path], *, published: dt.date | None = None, today: dt.date | None = None, stdin: BinaryIO | None = None
) -> Iterator[Report | UnreadableInput]:
    """Give the reports in files, folders and feeds, one after the other; an input that gives none is given as its error.

    A report that repeats an earlier one almost word for word says so in `copy_of`.

    Args:
        inputs: Paths of texts, pages, feeds, JSON Lines, CSV, folders of these; `-` is standard input.
        published: The day that all of them were published, where they do not say it themselves or say it wrongly.
        today: No report is from later than this; the present day by default.
        stdin: What `-` stands for.
    """
    from counterclaim.reading import mark_copies, read_inputs

    errors: deque[UnreadableInput] = deque()
    found = read_inputs(inputs, published=published, today=today or now().date(), stdin=stdin)
    for report in mark_copies(apart(found, errors)):
        while errors:
            yield errors.popleft()
        yield report
    yield from errors


def apart(found: Iterable[Report | UnreadableInput], errors: deque[UnreadableInput]) -> Iterator[Report]:
    """Give the reports alone; the errors before each of them are in `errors` by then."""
    for one in found:
        if isinstance(one, Report):
            yield one
        else:
            errors.append(one)


def extract_claims(reports: Iterable[Report | UnreadableInput], extractor: Extractor | None = None) -> Iterator[Claim]:
    """Give every claim in some reports, report by report, in the order of the text.

    What cannot be read is passed over; `read_claims` gives it too.

    Raises:
        CounterclaimError: What a `Recipe` raises.
    """
    for found in read_claims(reports, (lambda: extractor) if extractor else Recipe()):
        if isinstance(found, Result):
            yield from found.claims


def read_claims(
    found: Iterable[Report | UnreadableInput],
    build: Callable[[], Extractor],
    *,
    jobs: int = 1,
    is_read: Callable[[Report], bool] = lambda _: False,
    chunk: int = CHUNK,
) -> Iterator[Found]:
    """Give what became of each report, in the order given; errors among them are passed through in their place.

    However many there are, no more than a few chunks of reports for each process are held at a time.

    Args:
        found: Reports and errors, as `read_reports` gives them.
        build: Gives what finds the claims; called once by each process that reads.
        jobs: How many processes read; with 1, this one does.
        is_read: Tells which reports are not to be read again.
        chunk: How many reports a process takes at a time.
    """
    prepared = (skip_known(one, is_read) for one in found)
    chunks = iter(lambda: list(itertools.islice(prepared, chunk)), [])
    tasks = ((taken, [one for one in taken if isinstance(one, Report)]) for taken in chunks)
    for taken, answers in in_order(build, tasks, jobs):
        waiting = iter(answers)
        for one in taken:
            yield next(waiting) if isinstance(one, Report) else one


def in_order(
    build: Callable[[], Extractor], tasks: Iterable[tuple[list[Report | Found], list[Report]]], jobs: int
) -> Iterator[tuple[list[Report | Found], Iterable[Result]]]:
    """Give each chunk with the results of its reports, made by this process or by several."""
    if jobs > 1:
        from counterclaim.workflows.pool import run_in_order

        yield from run_in_order(partial(make_chunk_reader, build), tasks, jobs)
        return
    extractor: Extractor | None = None
    for chunk, reports in tasks:
        if reports and extractor is None:
            extractor = build()
        yield chunk, read_chunk(extractor, reports) if extractor and reports else ()


def make_chunk_reader(build: Callable[[], Extractor]) -> Callable[[list[Report]], list[Result]]:
    """Give a function that reads chunks, for a process of its own."""
    extractor = build()
    return lambda reports: list(read_chunk(extractor, reports))


def read_chunk(extractor: Extractor, reports: Sequence[Report]) -> Iterator[Result]:
    """Give the result of each report. One that makes the extractor fail costs nobody but itself."""
    waiting = deque(reports)
    try:
        for report, answer in extractor.extract_many(reports):
            waiting.popleft()
            yield result_of(report, answer)
    except CounterclaimError:
        raise
    except Exception as error:  # noqa: BLE001 (the boundary of a batch: whatever one report does, the others are read)
        if len(reports) == 1:
            yield Result(report=reports[0], failure=f"{type(error).__name__}: {error}", way_out="report this text to the project")
            return
        for report in waiting:
            yield from read_chunk(extractor, [report])


def result_of(report: Report, answer: list[Claim] | ExtractionFailure) -> Result:
    """Give an extractor's answer as a result."""
    if isinstance(answer, list):
        return Result(report=report, claims=tuple(answer))
    return Result(report=report, failure=answer.reason, way_out=answer.way_out)


def count_reports(inputs: Iterable[str | Path]) -> int | None:
    """Give how many reports to expect, counting files and lines; None where only reading the inputs would tell."""
    numbers = [number_in(Path(name)) for name in inputs]
    return None if None in numbers else sum(number for number in numbers if number is not None)


def number_in(path: Path) -> int | None:
    """Give how many reports a file or a folder seems to hold; None for feeds, packed tables, and what is not there."""
    from counterclaim.reading.formats import Format, format_of

    if path.is_dir():
        texts = path / "texts"
        files = [file for file in (texts if texts.is_dir() else path).rglob("*") if format_of(file.name)]
        return count_reports(files)
    shape = format_of(path.name) or Format.TEXT
    if shape in {Format.TEXT, Format.PAGE}:
        return 1
    if shape in {Format.JSON_LINES, Format.CSV} and path.suffix != ".gz" and path.is_file():
        with path.open("rb") as stream:
            return sum(1 for _ in stream) - (shape is Format.CSV)
    return None


def skip_known(found: Report | UnreadableInput, is_read: Callable[[Report], bool]) -> Report | Found:
    """Give the report if it is to be read, and else what became of it."""
    if isinstance(found, UnreadableInput) or (found.unread is None and not is_read(found)):
        return found
    return Result(report=found, skipped=found.unread is None)


def keep(results: Iterable[Found], ledger: Ledger, extractor: MadeBy, *, clock: Callable[[], dt.datetime] = now) -> Iterator[Found]:
    """Give the results on and write them into a ledger, a batch at a time.

    What is finished when the caller stops, or is stopped, is written before this ends.

    Raises:
        LedgerError: The ledger cannot be written; whole batches before hold.
    """
    batch: list[Found] = []
    try:
        for one in results:
            batch.append(one)
            if len(batch) >= BATCH:
                done, batch = batch, []
                write(done, ledger, extractor, clock())
            yield one
    finally:
        write(batch, ledger, extractor, clock())


def write(batch: Iterable[Found], ledger: Ledger, extractor: MadeBy, when: dt.datetime) -> None:
    """Write results into a ledger: readings in one transaction, then what failed."""
    from counterclaim.ledger import Failure, Reading

    results = [one for one in batch if isinstance(one, Result) and not one.skipped]
    ledger.add_batch(
        Reading(report=one.report, claims=one.claims, extractor=extractor, finished=when, failure=one.failure) for one in results
    )
    errors = [one for one in batch if isinstance(one, UnreadableInput)] + [unread for one in results if (unread := as_error(one))]
    ledger.record_failure(
        *(Failure(input=one.source, place=one.place, reason=one.reason, way_out=one.way_out, happened=when) for one in errors)
    )


def as_error(result: Result) -> UnreadableInput | None:
    """Give the error that a result stands for; None where the report was read."""
    source = result.report.path or result.report.id
    if result.failure is not None:
        return UnreadableInput(source, result.failure, way_out=result.way_out)
    if result.report.unread is not None:
        return UnreadableInput(source, f"was kept, but not read: {result.report.unread}", way_out="only English is read")
    return None
