# ruff: noqa: RUF001 - dashes and letters as newspapers print them
import datetime as dt
import gzip
import io
import os
import tracemalloc
from pathlib import Path

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.report import Report
from counterclaim.reading import read_inputs

FIXTURES = Path(__file__).parents[2] / "fixtures" / "reading"
TODAY = dt.date(2021, 9, 10)
TEXT = "The army said that forty soldiers were killed in the town of Sarn.\r\n"


def read(*paths, **options):
    """Give the reports and the errors of a batch, apart."""
    results = list(read_inputs(paths, **options))
    return [r for r in results if isinstance(r, Report)], [r for r in results if isinstance(r, UnreadableInput)]


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "zz-good.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_a_text_is_its_own_normalised_text(good):
    [report], [] = read(good)
    assert report.text == TEXT
    assert report.path == str(good)
    assert read(str(good))[0] == [report]


def test_each_format_is_read_and_gzip_of_it():
    for name, count in (("page.html", 1), ("feed.rss", 2), ("feed.atom", 1), ("corpus/texts/sarn-1.txt", 1)):
        plain, errors = read(FIXTURES / name)
        assert (len(plain), errors) == (count, [])


def test_gzip_is_told_by_its_content(tmp_path):
    for name in ("a.txt.gz", "a.txt", "b"):
        (tmp_path / name).write_bytes(gzip.compress(TEXT.encode()))
        assert [report.text for report in read(tmp_path / name)[0]] == [TEXT]


def test_standard_input_is_read_whatever_it_is():
    assert [report.text for report in read("-", stdin=io.BytesIO(TEXT.encode()))[0]] == [TEXT]
    assert len(read("-", stdin=io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n'))[0]) == 2
    [], [error] = read("-", stdin=io.BytesIO(b""))
    assert "standard input" in str(error)


def test_a_folder_is_read_by_name_and_unknown_files_are_passed_over(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b.txt", ".hidden.txt", "image.png", "ledger.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}: {TEXT}")
    reports, errors = read(tmp_path)
    assert [Path(report.path or "").relative_to(tmp_path).as_posix() for report in reports] == ["a/b.txt", "a/z.txt", "b.txt"]
    assert errors == []


def test_a_corpus_inside_a_folder_is_read_as_one(tmp_path):
    (tmp_path / "one").symlink_to(FIXTURES / "corpus")
    (tmp_path / "two" / "texts").mkdir(parents=True)
    (tmp_path / "two" / "texts" / "x.txt").write_text(TEXT)
    (tmp_path / "two" / "notes.txt").write_text(TEXT)
    assert [report.id for report in read(tmp_path)[0]] == ["x"]


def test_the_date_by_hand_holds_for_all(good):
    reports, [] = read(good, FIXTURES / "page.html", published=dt.date(2021, 9, 1), today=TODAY)
    assert {report.published for report in reports} == {dt.date(2021, 9, 1)}


def test_a_date_by_hand_in_the_future_is_refused_at_once(good):
    reports, [error] = read(good, published=dt.date(2031, 1, 1), today=TODAY)
    assert reports == []
    assert "--published" in str(error)


def test_reading_twice_gives_the_same_ids(tmp_path, good):
    first = [report.id for report in read(good, FIXTURES / "feed.rss")[0]]
    assert first == [report.id for report in read(good, FIXTURES / "feed.rss")[0]]
    copy = tmp_path / "moved.txt"
    copy.write_bytes(good.read_bytes())
    assert read(copy)[0][0].id == first[0]


def test_an_id_given_to_two_texts_is_kept_for_the_first(tmp_path):
    rows = tmp_path / "a.jsonl"
    rows.write_text('{"id": "x", "text": "Four died."}\n{"id": "x", "text": "Five died."}\n' * 2)
    reports, errors = read(rows)
    assert [report.id == "x" for report in reports] == [True, False, True, False]
    assert reports[1].id == reports[3].id
    assert reports[1].id.startswith("x-")
    assert all("line 2" in str(error) or "line 4" in str(error) for error in errors)
    assert len(errors) == 2


def broken(tmp_path: Path) -> dict[str, Path]:
    packed = gzip.compress(os.urandom(5000) + TEXT.encode() * 50)
    files = {
        "empty.txt": b"",
        "zeros.txt": bytes(5000),
        "binary.txt": bytes(range(256)) * 20,
        "spaces.txt": b" \n\n",
        "no-text.html": b"<html><body><div></div></body></html>",
        "cut.txt.gz": packed[: len(packed) // 2],
        "not.gz": b"\x1f\x8bnot gzip at all",
        "no-feed.xml": b"<?xml version='1.0'?><recipe/>",
        "no-column.csv": b"id,killed\n1,40\n",
        "half.html": "<html>".encode("utf-16") + b"\x00",
        "broken.jsonl": b'{"text"\n',
        "broken.json": b'[{"text"',
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return {name: tmp_path / name for name in files} | {"missing": tmp_path / "missing.txt", "empty folder": tmp_path / "none"}


def test_each_bad_input_is_an_error_with_its_name_and_a_way_out_and_the_batch_goes_on(tmp_path, good):
    (tmp_path / "none").mkdir()
    for path in broken(tmp_path).values():
        reports, errors = read(path, good)
        assert [report.text for report in reports] == [TEXT], path
        assert [str(path) in str(error) and bool(error.way_out) for error in errors] == [True], path


def test_what_came_before_the_cut_of_a_gzip_is_read(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    rows = b"".join(b'{"text": "Forty died in town %d. %s"}\n' % (n, os.urandom(400).hex().encode()) for n in range(2000))
    packed = gzip.compress(rows)
    path.write_bytes(packed[: len(packed) // 2])
    reports, errors = read(path)
    assert len(reports) > 100
    assert "ends too early" in str(errors[-1])


def test_invalid_utf8_is_read_with_marks_and_said(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Сорок солдат погибли в городе. ".encode() * 20 + b"\xff\xff")
    [report], [error] = read(path)
    assert report.text.endswith("\ufffd")
    assert "UTF-8" in str(error)


def test_a_folder_or_file_without_permission_is_an_error_and_the_rest_is_read(tmp_path, good, monkeypatch):
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    reports, errors = read(tmp_path)
    assert [report.path for report in reports] == [str(good)]
    assert ["closed" in str(error) and "permission" in str(error) for error in errors] == [True]


def test_a_file_without_permission_is_an_error(tmp_path, good, monkeypatch):
    closed = tmp_path / "closed.txt"
    closed.write_text(TEXT)
    opened = Path.open

    def refuse(path, *args, **options):
        if path == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    reports, [error] = read(closed, good)
    assert len(reports) == 1
    assert "closed.txt" in str(error)
    assert "permission" in str(error)


def test_what_is_over_the_limit_is_refused_and_not_held(tmp_path, good):
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 12 * 2**20 + b'"}\n{"text": "Forty died."}\n')
    (tmp_path / "long.txt").write_bytes(TEXT.encode() * 40_000)
    tracemalloc.start()
    reports, errors = read(path, tmp_path / "long.txt", good, limit=2**18)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [report.text for report in reports] == ["Forty died.", TEXT]
    assert ["262,144" in str(error) for error in errors] == [True, True]
    assert "line 1" in str(errors[0])
    assert peak < 4 * 2**20


def test_a_text_of_five_megabytes_is_read_whole(tmp_path):
    path = tmp_path / "long.txt"
    text = "".join(f"{n}: {TEXT.strip() * 10}\r\n" for n in range(8_000))
    path.write_bytes(text.encode())
    assert len(text) > 5 * 10**6
    [report], [] = read(path)
    assert report.text == text
    assert len(report.sections) == 8_000


def test_right_to_left_text_is_kept_and_not_read(tmp_path):
    path = tmp_path / "a.txt"
    text = "معركة في المدينة\n\nقال الجيش يوم الأحد إن أربعين جنديا قتلوا في المدينة وإن المتمردين غادروا قبل الفجر.\n"
    path.write_text(text, encoding="utf-8")
    [report], [] = read(path)
    assert report.text == text
    assert report.unread == "language: ar"


def test_reports_come_one_at_a_time(good):
    def paths():
        yield good
        raise AssertionError("the second path was asked for before the first was given")

    assert isinstance(next(read_inputs(paths())), Report)
