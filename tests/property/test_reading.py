import datetime as dt
import gzip
import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.report import Report
from counterclaim.reading import read_inputs
from counterclaim.reading.dates import find_date
from counterclaim.reading.structure import divide

LINES = st.sampled_from(
    [
        "",
        " ",
        "Sarn falls",
        " date 2021-09-05 Sarn falls",
        "By Ada Pen",
        "5 September 2021, 19:00",
        "KABUL (Reuters) - Forty soldiers were killed, the army said.",
        "YEREVAN, Armenia—Forty died.",
        "NAIROBI, Kenya (AP) _",
        "Who holds Sarn?",
        "The army denied it. (Reporting by Ada Pen; Editing by Brin Ode)",
        "Smoke over Sarn. (Photo: Hill Courier)",
        "Also read: How it began",
        "- Forty soldiers killed",
        "Хроника боёв",
        "قال الجيش إنهم غادروا.",
        "\u2028\x0c\x1d",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).flatmap(
        lambda x: st.sampled_from(["\n", "\r\n", "\n\n"]).map(lambda gap: gap.join(x))
    ),
)


@given(TEXTS)
def test_sections_are_stripped_in_order_and_leave_out_only_white_space(text):
    end = 0
    for section in divide(text).sections:
        words = text[section.start : section.end]
        assert words
        assert words == words.strip()
        assert not text[end : section.start].strip()
        end = section.end
    assert not text[end:].strip()


@given(st.binary(max_size=600))
@settings(max_examples=200)
def test_any_bytes_give_reports_or_errors_and_nothing_else(data):
    for stream in (
        data,
        gzip.compress(data),
        gzip.compress(data)[:-5],
        b"<html><body>" + data,
        b'{"text": "' + data,
        b"id,text\n1," + data,
        b"<rss>" + data,
    ):
        for result in read_inputs(["-"], stdin=io.BytesIO(stream)):
            assert isinstance(result, (Report, UnreadableInput))
            if isinstance(result, Report):
                assert result.sha256
                assert result.id


@given(st.text(max_size=300))
def test_a_plain_text_is_given_back_whole(text):
    words = f"Forty soldiers died. {text}"
    if any(ord(character) < 32 and character not in "\t\r\n" for character in words) or any(
        "\x7f" <= character <= "\x9f" for character in words
    ):
        return
    [report] = (r for r in read_inputs(["-"], stdin=io.BytesIO(words.encode("utf-8", "ignore"))) if isinstance(r, Report))
    assert report.text == words.encode("utf-8", "ignore").decode()


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["Four died.", "Five died.", "Six died."])), max_size=12))
def test_an_id_never_stands_for_two_texts(rows):
    data = "\n".join(json.dumps({"id": name, "text": text}) for name, text in rows)
    texts: dict[str, str] = {}
    reports = [r for r in read_inputs(["-"], stdin=io.BytesIO(data.encode())) if isinstance(r, Report)] if data else []
    assert [report.text for report in reports] == [text for _, text in rows]
    for report in reports:
        assert texts.setdefault(report.id, report.text) == report.text


@given(
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%d.%m.%Y", "%a, %d %b %Y"]),
)
def test_a_written_date_is_read_back(date, form):
    assert find_date(date.strftime(form)) == date
