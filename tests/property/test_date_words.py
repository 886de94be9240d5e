from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extraction.date_values import length_precision
from counterclaim.extraction.date_words import find_dates

LINE = (
    "on in since until by from to between and the a this that last past next of early late mid end two three 3 12 14 2014 2,300 , . -"
    " May July Sept. Monday Friday night morning day days week weeks month year years ago later before after same overnight war killed"
    " summer winter weekend hours 24 first third 7:30 a.m. at 5th 1990s recent few several every daily so far now then today 1992 soldiers"
)
WORDS = [*LINE.split(), "\n\n"]
PUBLISHED = st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2090, 12, 31))
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(text=TEXTS, published=st.none() | PUBLISHED, narrative=st.booleans())
def test_mentions_lie_in_order_and_give_back_their_words(text: str, published: dt.date | None, *, narrative: bool) -> None:
    mentions = find_dates(text, published, narrative=narrative)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.lead_start <= mention.start
        assert text[mention.lead_start :].lower().startswith(mention.lead)
        assert all(mention.start <= s < e <= mention.end for s, e, _ in mention.expressions())


@given(TEXTS, st.none() | PUBLISHED)
def test_intervals_are_in_order_and_precisions_are_ucdps(text: str, published: dt.date | None) -> None:
    for mention in find_dates(text, published):
        if mention.earliest and mention.latest:
            assert mention.earliest <= mention.latest
            assert mention.precision in {1, 2, 3, 4, 5}
        else:
            assert mention.precision is None


@given(st.text(max_size=300), PUBLISHED)
def test_any_text_can_be_read(text: str, published: dt.date) -> None:
    for mention in find_dates(text, published):
        assert text[mention.start : mention.end] == mention.text


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2039, 12, 31)), st.none() | PUBLISHED)
def test_a_full_date_is_read_back_whenever_it_is_published(day: dt.date, published: dt.date | None) -> None:
    american = f"{day:%B} {day.day}, {day.year}"
    for text in (american, f"{day.day} {day:%B} {day.year}", day.isoformat(), f"{day:%A}, {american}"):
        (mention,) = find_dates(f"It fell on {text}.", published)
        assert (mention.earliest, mention.latest, mention.value, mention.text) == (day, day, day.isoformat(), text)


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2090, 12, 31)), st.integers(0, 6))
def test_a_past_weekday_lies_in_the_week_up_to_publication(published: dt.date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    (mention,) = find_dates(f"Three died on {name}.", published)
    assert mention.earliest is not None
    assert mention.earliest.weekday() == weekday
    assert 0 <= (published - mention.earliest).days <= 6


@given(st.dates(), st.dates())
def test_precision_grows_with_length(first: dt.date, second: dt.date) -> None:
    earliest, latest = sorted((first, second))
    shorter = length_precision(earliest, earliest)
    longer = length_precision(earliest, latest)
    assert shorter is not None
    assert longer is not None
    assert shorter <= longer
