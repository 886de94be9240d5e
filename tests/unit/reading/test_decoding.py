# ruff: noqa: RUF001 - dashes and letters as newspapers print them
import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.reading.decoding import decode, guess_encoding

TEXT = "The “front” said – on Sunday – that 40 soldiers were killed.\r\nمقتل جندي"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_decoded_whole_with_its_line_ends(encoding):
    text = TEXT[:70] if encoding in {"utf-16-le", "utf-16-be"} else TEXT
    assert decode(text.encode(encoding), "a.txt") == (text, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The “front” said that the café in Sarn was hit – twice.", "cp1252"),
        ("Министерство обороны сообщило, что сорок солдат погибли в городе в воскресенье ночью, а противник отступил в горы.", "cp1251"),
    ],
)
def test_a_legacy_text_is_told_by_its_letters(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == (text, ())


def test_a_page_is_read_in_the_encoding_that_it_declares():
    page = '<meta charset="windows-1256"><p>مقتل أربعين جنديا</p>'
    assert decode(page.encode("cp1256"), "a.html", markup=True) == (page, ())


def test_a_page_that_declares_wrongly_and_is_utf8_is_read_as_utf8():
    page = '<meta charset="iso-8859-1"><p>مقتل</p>'
    assert decode(page.encode(), "a.html", markup=True) == (page, ())


def test_damaged_utf8_is_read_with_marks_and_said_so():
    whole = "Сорок солдат погибли. ".encode() * 20
    text, notices = decode(whole + b"\xff\xfe end.", "a.txt")
    assert text.endswith("\ufffd\ufffd end.")
    assert [(f"not valid UTF-8 from byte {len(whole)} on" in reason, "UTF-8" in way_out) for reason, way_out in notices] == [(True, True)]


@pytest.mark.parametrize(
    "data", [bytes(1000), b"PNG\x00\x01\x02" * 50, bytes(range(1, 32)) * 20, bytes(range(128, 256)) * 20, b"\xff\xfeabc"]
)
def test_what_is_no_text_is_refused_by_name_with_a_way_out(data):
    with pytest.raises(UnreadableInput) as caught:
        decode(data, "a.bin")
    assert caught.value.source == "a.bin"
    assert caught.value.way_out


def test_the_byte_order_is_told_by_the_zeros():
    assert guess_encoding("Forty soldiers".encode("utf-16-le")) == "utf-16-le"
    assert guess_encoding("Forty soldiers".encode("utf-16-be")) == "utf-16-be"
    assert guess_encoding(b"Forty soldiers") == ""
    assert guess_encoding(b"") == ""


def test_an_unknown_declared_encoding_is_passed_over():
    assert guess_encoding(b'<meta charset="klingon-8">', markup=True) == ""
