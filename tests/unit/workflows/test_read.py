import datetime as dt
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from counterclaim import Ledger, Report, Result, UnreadableInput, keep, read_claims, read_reports
from counterclaim.claims.claim import Claim, Extractor
from counterclaim.workflows.read import BATCH, count_reports

WHEN = dt.datetime(2021, 9, 5, tzinfo=dt.UTC)
MADE_BY = Extractor(name="fake", version="1")


def report(name: str, *, unread: str | None = None) -> Report:
    return Report(id=name, text=f"Text of {name}.", raw_sha256="", sections=(), unread=unread)


class FakeExtractor:
    """Finds nothing, and fails on reports that are called bad."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def extract_many(self, reports: Iterable[Report]) -> Iterator[tuple[Report, list[Claim]]]:
        for one in reports:
            if one.id.startswith("bad"):
                raise ZeroDivisionError("by zero")
            self.read.append(one.id)
            yield one, []


ERROR = UnreadableInput("gone.txt", "is not there")


def test_results_and_errors_come_in_the_order_given() -> None:
    given = [report("a"), ERROR, report("bad"), report("b", unread="language: ru"), report("c"), *(report(f"d{n}") for n in range(9))]

    found = list(read_claims(given, FakeExtractor))  # type: ignore[arg-type]

    assert [one.report.id if isinstance(one, Result) else one.source for one in found] == [
        one.id if isinstance(one, Report) else one.source for one in given
    ]
    assert [one.failure for one in found if isinstance(one, Result) and one.failure] == ["ZeroDivisionError: by zero"]


def test_what_is_known_or_unread_is_not_given_to_the_extractor() -> None:
    extractor = FakeExtractor()

    found = list(
        read_claims([report("a"), report("b"), report("c", unread="language: ru")], lambda: extractor, is_read=lambda one: one.id == "a")
    )  # type: ignore[arg-type,return-value]

    assert extractor.read == ["b"]
    assert [one.skipped for one in found if isinstance(one, Result)] == [True, False, False]


def test_what_is_finished_is_kept_when_the_run_is_stopped(tmp_path: Path) -> None:
    def results() -> Iterator[Result | UnreadableInput]:
        for number in range(BATCH + 3):
            yield Result(report=report(f"r{number}"))
        yield ERROR
        raise KeyboardInterrupt

    with Ledger.open(tmp_path / "war.db") as ledger:
        with pytest.raises(KeyboardInterrupt):
            list(keep(results(), ledger, MADE_BY, clock=lambda: WHEN))

        assert ledger.summary().readings == BATCH + 3
        assert [one.input for one in ledger.failures()] == ["gone.txt"]


def test_errors_stand_where_they_happened_among_reports(tmp_path: Path) -> None:
    story = "Rebels entered the town of Bara on Friday, a spokesman for the movement said in a statement to reporters."
    (tmp_path / "a.txt").write_text(story)

    found = list(read_reports([tmp_path / "none", tmp_path / "a.txt", "-"], today=dt.date(2021, 9, 5), stdin=io.BytesIO(b"")))

    assert [type(one) for one in found][:2] == [UnreadableInput, Report]
    assert isinstance(found[-1], UnreadableInput)


def test_reports_to_expect_are_files_and_lines(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.pdf"):
        (tmp_path / name).touch()
    (tmp_path / "d.csv").write_text("text\none\ntwo\n")

    assert count_reports([tmp_path, tmp_path / "a.txt"]) == 5
    (tmp_path / "feed.rss").touch()
    assert count_reports([tmp_path]) is None
