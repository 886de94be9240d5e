import datetime as dt
from pathlib import Path

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.reading.feed import read_feed
from counterclaim.reading.report import finish

FIXTURES = Path(__file__).parents[2] / "fixtures" / "reading"
RSS = (FIXTURES / "feed.rss").read_bytes()


def test_an_rss_entry_is_a_report_with_its_facts():
    first, second = read_feed(RSS, "feed.rss")
    given = first.given
    assert (given.title, given.outlet, given.byline) == ("Army & rebels trade fire at Sarn", "Hill Courier", "Ada Pen")
    assert (given.published, given.url) == (dt.date(2021, 3, 5), "https://courier.example/2021/03/05/trade-fire")
    assert second.text == "Talks put off\n\nThe two sides will not meet before April, a mediator said."
    assert second.place == "entry 2"


def test_the_parts_of_an_entry_are_told_apart():
    [report] = finish(next(iter(read_feed(RSS, "feed.rss"))))
    assert [(section.part.value, report.text[section.start : section.end]) for section in report.sections] == [
        ("headline", "Army & rebels trade fire at Sarn"),
        ("metadata", "SARN, March 5 (Reuters) -"),
        ("body", "Both sides said on Friday that they had lost men."),
        ("heading", "Rebels name two dead"),
        ("body", "The rebels named two of their dead. The army named none."),
        ("caption", "Smoke over Sarn on Friday."),
    ]


def test_an_atom_entry_is_dated_by_its_first_publication_in_its_own_time_zone():
    [draft] = read_feed((FIXTURES / "feed.atom").read_bytes(), "feed.atom")
    assert (draft.given.published, draft.given.outlet, draft.given.byline) == (dt.date(2021, 3, 6), "Valley Wire", "Brin Ode")


@pytest.mark.parametrize(
    "data", [b"<?xml version='1.0'?><recipe><step>Stir</step></recipe>", b"not xml at all", b"<rss version='2.0'><channel></channel></rss>"]
)
def test_a_feed_that_is_no_feed_is_refused_with_a_way_out(data):
    with pytest.raises(UnreadableInput) as caught:
        list(read_feed(data, "feed.xml"))
    assert caught.value.way_out


def test_a_feed_that_breaks_off_gives_what_it_had_and_an_error():
    *drafts, error = read_feed(RSS[: RSS.index(b"<item><title>Talks")] + b"<item><tit", "feed.rss")
    assert drafts[0].given.title == "Army & rebels trade fire at Sarn"
    assert isinstance(error, UnreadableInput)
    assert "line" in str(error)


def test_entities_do_not_grow():
    entities = b'<!ENTITY a "boom boom"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
    item = b"<item><title>x &c; y</title></item>"
    bomb = b"<!DOCTYPE r [" + entities + b']><rss version="2.0"><channel>' + item + b"</channel></rss>"
    texts = [draft.text for draft in read_feed(bomb, "feed.rss") if not isinstance(draft, UnreadableInput)]
    assert not any("boom" in text for text in texts)
