import datetime as dt
from pathlib import Path

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.report import Report
from counterclaim.reading import read_inputs

CORPUS = Path(__file__).parents[2] / "fixtures" / "reading" / "corpus"


def test_only_the_texts_are_read_with_what_the_list_tells():
    one, two = read_inputs([CORPUS])
    assert isinstance(one, Report)
    assert (one.id, one.outlet, one.url) == ("sarn-1", "Hill Courier", "https://courier.example/sarn-1")
    assert (one.published, one.title) == (dt.date(2021, 3, 4), "Rebels claim hill town; army denies loss")
    assert one.text == (CORPUS / "texts" / "sarn-1.txt").read_text(encoding="utf-8")
    assert one.path == str(CORPUS / "texts" / "sarn-1.txt")
    assert isinstance(two, Report)
    assert (two.id, two.outlet, two.published) == ("sarn-2", "TASS", None)


def test_the_site_that_facts_came_from_is_neither_outlet_nor_address():
    two = list(read_inputs([CORPUS]))[1]
    assert (two.url, two.published) == (None, None)


def test_a_broken_list_a_line_without_id_and_a_missing_text_are_errors_and_the_texts_are_read(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "b.txt").write_text("Forty soldiers were killed.")
    (tmp_path / "texts" / "a.txt").write_text("Four soldiers were killed.")
    (tmp_path / "reports.jsonl").write_text(
        '{"id": "a", "outlet": "Courier"}\n{"id"\n{"outlet": "x"}\n{"id": "gone"}\n{"id": "b", "published": "soon"}\n'
    )
    results = list(read_inputs([tmp_path]))
    assert [(result.id, result.outlet) for result in results if isinstance(result, Report)] == [("a", "Courier"), ("b", None)]
    errors = [str(result) for result in results if isinstance(result, UnreadableInput)]
    assert [word in error for word, error in zip(("line 2", "line 3", "line 5", "gone"), errors, strict=True)] == [True] * 4


def test_a_corpus_without_a_list_takes_ids_from_the_names(tmp_path):
    (tmp_path / "texts" / "east").mkdir(parents=True)
    (tmp_path / "texts" / "east" / "sarn.txt").write_text("Forty soldiers were killed.")
    [report] = read_inputs([tmp_path])
    assert report.id == "sarn"
