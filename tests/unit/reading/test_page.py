import datetime as dt
from pathlib import Path

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.report import Part
from counterclaim.reading.page import fragment_pieces, read_page
from counterclaim.reading.report import finish

PAGE = (Path(__file__).parents[2] / "fixtures" / "reading" / "page.html").read_bytes()
STORY = "The rebels said on Thursday that they had captured the town of Sarn and killed forty soldiers in a night of fighting."


def parts(page):
    [report] = finish(read_page(page, "page.html"))
    return [(section.part.value, report.text[section.start : section.end]) for section in report.sections]


def test_the_parts_of_a_page_are_told_apart():
    found = parts(PAGE)
    assert found[:4] == [
        ("headline", "Rebels claim hill town; army denies loss"),
        ("deck", "Both sides say they hold the bridge at Sarn."),
        ("caption", "Soldiers cross the bridge at Sarn on Wednesday. (Photo: Hill Courier)"),
        ("metadata", "SARN, March 4 (Reuters) -"),
    ]
    assert ("heading", "Rebels show captured tank, say army fled") in found
    assert ("body", "Forty soldiers killed, the rebels say") in found
    assert ("metadata", "Dead | 40") in found
    assert not any("Home" in words or "Copyright" in words for _, words in found)


def test_a_page_tells_its_facts():
    given = read_page(PAGE, "page.html").given
    assert (given.title, given.outlet, given.byline) == ("Rebels claim hill town; army denies loss", "Hill Courier", "Ada Pen")
    assert (given.published, given.url) == (dt.date(2021, 3, 4), "https://courier.example/2021/03/04/rebels-claim")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_a_page_in_another_unicode_encoding_gives_the_same_text(encoding):
    assert read_page(PAGE.decode().encode(encoding), "page.html").text == read_page(PAGE, "page.html").text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><head><title>Sarn</title></head><body><script>var a = 'Forty soldiers died.'</script></body></html>",
        "<html>",
        "<",
    ],
)
def test_a_page_without_text_is_refused_with_a_way_out(page):
    with pytest.raises(UnreadableInput, match="plain text"):
        read_page(page.encode(), "page.html")


def test_a_date_in_the_future_is_found_and_left_to_be_refused():
    given = read_page(PAGE.replace(b"2021", b"2031"), "page.html").given
    assert given.published == dt.date(2031, 3, 4)


def test_a_page_in_arabic_is_kept():
    words = "قال الجيش يوم الأحد إن أربعين جنديا قتلوا في المدينة وإن المتمردين غادروا قبل الفجر. "
    page = f'<html dir="rtl"><head><title>معركة</title></head><body><article><p>{words * 4}</p><p>{words * 3}</p></article></body></html>'
    [report] = finish(read_page(page.encode(), "page.html"))
    assert report.unread == "language: ar"
    assert words.strip() in report.text


def test_line_breaks_part_paragraphs():
    page = f"<html><body><article><p>{STORY}<br><br>{STORY.replace('Sarn', 'Ibor')}</p></article></body></html>"
    assert [words for _, words in parts(page.encode())] == [STORY, STORY.replace("Sarn", "Ibor")]


def test_a_fragment_gives_its_blocks():
    html = (
        "Before <b>it</b><p>One <i>two</i>.</p><h3>Head</h3><ul><li>Item</li></ul><script>no()</script><figcaption>Smoke.</figcaption>after"
    )
    assert fragment_pieces(html) == [
        ("Before it", None),
        ("One two.", None),
        ("Head", Part.HEADING),
        ("Item", None),
        ("Smoke.", Part.CAPTION),
        ("after", None),
    ]
    assert fragment_pieces(" ") == []
