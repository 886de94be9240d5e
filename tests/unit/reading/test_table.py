import datetime as dt
import io

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.reading.facts import Draft
from counterclaim.reading.table import read_csv, read_json, read_json_lines

LIMIT = 1000


def lines(data, limit=LIMIT):
    return list(read_json_lines(io.BufferedReader(io.BytesIO(data)), "a.jsonl", limit=limit))


def rows(data, limit=LIMIT):
    return list(read_csv(io.BufferedReader(io.BytesIO(data)), "a.csv", limit=limit))


def test_columns_are_known_by_several_names_and_the_best_wins():
    [draft] = lines(
        b'{"Doc-ID": 7, "Headline": "Sarn falls", "body": "Forty died.", "date": "2021-09-05T10:00:00Z", "link": "https://a.example",'
        b' "source": {"id": 3, "name": "Hill Courier"}, "authors": ["Ada Pen", "Brin Ode"], "content": "not this", "facts_from": "x"}\n'
    )
    assert isinstance(draft, Draft)
    assert draft.text == "Sarn falls\n\nForty died."
    given = draft.given
    assert (given.id, given.title, given.published, given.url) == ("7", "Sarn falls", dt.date(2021, 9, 5), "https://a.example")
    assert (given.outlet, given.byline) == ("Hill Courier", "Ada Pen, Brin Ode")


def test_a_title_that_the_body_starts_with_is_not_said_twice():
    [draft] = lines(b'{"title": "Sarn falls", "text": "Sarn  falls\\n\\nForty died."}')
    assert draft.text == "Sarn  falls\n\nForty died."


def test_a_row_of_a_title_alone_is_read():
    [draft] = lines(b'{"title": "Sarn falls", "text": null}')
    assert draft.text == "Sarn falls"


def test_a_broken_line_in_the_middle_is_named_and_the_others_are_read():
    first, error, third, other = lines(b'{"text": "One."}\n{"text": "Tw\n\n{"text": "Three."}\n[1]\n')
    assert (first.text, third.text) == ("One.", "Three.")
    assert isinstance(error, UnreadableInput)
    assert error.place == "line 2"
    assert error.way_out
    assert other.place == "line 5"


@pytest.mark.parametrize("line", [b"[" * 100_000, b'{"a":' * 100_000, b'{"text": "\\ud800"}', b'{"no": "text"}', b"7", b'{"text": 7}'])
def test_a_line_that_gives_no_text_is_one_error(line):
    error, after = lines(line + b'\n{"text": "Next."}', limit=10**6)
    assert isinstance(error, UnreadableInput)
    assert error.place == "line 1"
    assert after.text == "Next."


def test_a_line_over_the_limit_is_passed_over():
    error, after = lines(b'{"text": "' + b"x" * 5000 + b'"}\n{"text": "Next."}\n')
    assert (error.place, after.text) == ("line 1", "Next.")
    assert "1,000" in error.reason


def test_a_long_last_line_without_an_end_is_one_error():
    [error] = lines(b"x" * 5000)
    assert isinstance(error, UnreadableInput)


def test_a_line_as_long_as_the_limit_is_read():
    line = b'{"text": "' + b"x" * 987 + b' "}'
    assert len(line) == LIMIT
    assert isinstance(lines(line + b"\n" + line)[0], Draft)


def test_a_damaged_line_is_read_with_a_notice():
    [draft] = lines('{"text": "Сорок солдат погибли. Сорок солдат погибли. Сорок'.encode() + b'\xff"}')
    assert "\ufffd" in draft.text
    assert draft.notices


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_unicode_encodings(encoding):
    data = "\n".join('{"text": "Forty died."}' for _ in range(2)).encode(encoding)
    assert [draft.text for draft in lines(data)] == ["Forty died."] * 2


def test_a_date_that_cannot_be_read_is_noticed():
    [draft] = lines(b'{"text": "Forty died.", "date": "06/09/2021"}')
    assert draft.given.published is None
    assert "06/09/2021" in draft.notices[0][0]


def test_seconds_since_1970_are_a_date():
    [draft] = lines(b'{"text": "Forty died.", "timestamp": 1630843200}')
    assert draft.given.published == dt.date(2021, 9, 5)


def test_a_json_array_and_a_single_object():
    assert [draft.text for draft in read_json(b'[{"text": "One."}, {"text": "Two."}]', "a.json")] == ["One.", "Two."]
    assert [draft.text for draft in read_json(b'{\n "text": "One."\n}', "a.json")] == ["One."]
    with pytest.raises(UnreadableInput):
        list(read_json(b'[{"text"', "a.json"))


def test_csv_with_quoted_line_breaks_and_other_delimiters():
    one, two = rows(
        b'id,Title,Text,Published\r\n1,Sarn falls,"Forty died.\r\n\r\nNobody checked.",2021-09-05\r\n\r\n2,,"It, too, fell.",\r\n'
    )
    assert one.text == "Sarn falls\n\nForty died.\r\n\r\nNobody checked."
    assert (one.given.published, one.place) == (dt.date(2021, 9, 5), "line 2")
    assert (two.text, two.place, two.given.id) == ("It, too, fell.", "line 6", "2")
    assert [draft.text for draft in rows(b"id;text\n1;One.\n")] == ["One."]
    assert [draft.text for draft in rows(b"id\ttext\n1\tOne.\n")] == ["One."]


def test_csv_in_a_legacy_encoding():
    [draft] = rows("id,text\n1,The “front” said so.\n".encode("cp1252"))
    assert draft.text == "The “front” said so."


def test_a_csv_field_longer_than_the_modules_own_bound_is_read():
    [draft] = rows(b"text\n" + b'"' + b"word " * 40_000 + b'"\n', limit=10**6)
    assert len(draft.text) == 200_000


def test_a_huge_csv_field_ends_the_file_with_an_error():
    data = b'text\nFirst.\n"' + b"word word word\n" * 1000 + b'"\nLast.\n'
    results = []
    with pytest.raises(UnreadableInput, match="line 3"):
        results.extend(read_csv(io.BufferedReader(io.BytesIO(data)), "a.csv", limit=LIMIT))
    with pytest.raises(UnreadableInput, match="line 1"):
        rows(b"x" * 5000)


def test_a_csv_without_a_text_column_is_refused_with_the_names_that_would_do():
    with pytest.raises(UnreadableInput, match="body"):
        rows(b"id,killed\n1,40\n")
