import pytest

from counterclaim.reading.formats import Format, format_of, stem, tell


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"Sarn falls", Format.TEXT),
        ("a.txt", b'{"text": "x"}', Format.TEXT),
        ("a.txt", b"<!DOCTYPE html><html>", Format.PAGE),
        ("", b"  <html lang='en'>", Format.PAGE),
        ("", b"\xef\xbb\xbf<?xml version='1.0'?><rss version='2.0'>", Format.FEED),
        ("a.xml", b"<?xml version='1.0'?><recipe>", Format.FEED),
        ("a.html", "<html>".encode("utf-16"), Format.PAGE),
        ("a.html", b"<p>Sarn</p>", Format.PAGE),
        ("a.html", b"<html><a href='feed'>x</a><code>&lt;rss <rss></code>", Format.PAGE),
        ("a.jsonl", b"broken", Format.JSON_LINES),
        ("a.json", b'{"text": "x"}\n{"text": "y"}', Format.JSON_LINES),
        ("a.json", b'[{"text": "x"}]', Format.JSON),
        ("a.json", b'{\n  "text": "x"\n}', Format.JSON),
        ("", b'{"text": "x"}', Format.JSON_LINES),
        ("", b'{\n "text": "x"}', Format.JSON),
        ("", b'[ {"text": "x"}]', Format.JSON),
        ("a.csv.gz", b"text\nx", Format.CSV),
        ("", b"id,title,text\n1,2,3", Format.CSV),
        ("", b"Sarn, text and all, falls\n", Format.TEXT),
        ("notes", b"[REPORT] Forty died.", Format.TEXT),
        ("", b"", Format.TEXT),
    ],
)
def test_the_format_is_told_by_name_and_first_bytes(name, head, kind):
    assert tell(name, head) is kind


def test_endings():
    assert format_of("A.HTML.GZ") is Format.PAGE
    assert format_of("a.sqlite") is None
    assert format_of(".txt") is None
    assert stem("sarn.1.txt") == "sarn.1"
    assert stem("sarn.1") == "sarn.1"
