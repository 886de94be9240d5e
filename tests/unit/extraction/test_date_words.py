"""What date expressions mean, from a report of Sunday 5 September 2021 unless another day is told."""

from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.extraction.date_values import DateForm, DateMention
from counterclaim.extraction.date_words import find_dates

SUNDAY = dt.date(2021, 9, 5)


def only(text: str, published: dt.date | None = SUNDAY) -> DateMention:
    mentions = find_dates(text, published)
    assert len(mentions) == 1, [m.text for m in mentions]
    return mentions[0]


def span(mention: DateMention) -> tuple[str | None, str | None]:
    return (str(mention.earliest) if mention.earliest else None, str(mention.latest) if mention.latest else None)


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest", "precision"),
    [
        ("They fled on Saturday.", "Saturday", "2021-09-04", "2021-09-04", 1),
        ("They fled late on Saturday.", "late on Saturday", "2021-09-04", "2021-09-04", 1),
        ("Clashes broke out on Tuesday night.", "Tuesday night", "2021-08-31", "2021-08-31", 1),
        ("It was said on Sunday.", "Sunday", "2021-09-05", "2021-09-05", 1),
        ("It happened last Sunday.", "last Sunday", "2021-08-29", "2021-08-29", 1),
        ("Friday's assault failed.", "Friday", "2021-09-03", "2021-09-03", 1),
        ("Snipers fired early Friday.", "early Friday", "2021-09-03", "2021-09-03", 1),
        ("It fell on Wednesday last week.", "Wednesday last week", "2021-08-25", "2021-08-25", 1),
        ("It fell yesterday evening.", "yesterday evening", "2021-09-04", "2021-09-04", 1),
        ("It fell last night.", "last night", "2021-09-04", "2021-09-04", 1),
        ("It fell overnight.", "overnight", "2021-09-04", "2021-09-05", 2),
        ("in the night between Sunday and Monday", "the night between Sunday and Monday", "2021-08-29", "2021-08-30", 2),
        ("It fell at the weekend.", "the weekend", "2021-09-04", "2021-09-05", 2),
        ("It fell this week.", "this week", "2021-08-30", "2021-09-05", 3),
        ("It fell last week.", "last week", "2021-08-23", "2021-08-29", 3),
        ("It fell late last week.", "late last week", "2021-08-27", "2021-08-29", 2),
        ("It fell earlier this month.", "earlier this month", "2021-09-01", "2021-09-04", 4),
        ("It fell last month.", "last month", "2021-08-01", "2021-08-31", 4),
        ("It fell last year.", "last year", "2020-01-01", "2020-12-31", 5),
        ("It fell two weeks ago.", "two weeks ago", "2021-08-22", "2021-08-22", 3),
        ("It fell three days ago.", "three days ago", "2021-09-02", "2021-09-02", 1),
        ("It fell two months ago.", "two months ago", "2021-07-01", "2021-07-31", 4),
        ("It fell a decade ago.", "a decade ago", "2011-01-01", "2011-12-31", 5),
        ("It fell recently.", "recently", "2021-09-02", "2021-09-04", 2),
        ("It fell in early July.", "early July", "2021-07-01", "2021-07-10", 4),
        ("It fell in mid-July.", "mid-July", "2021-07-10", "2021-07-20", 4),
        ("It fell in late July.", "late July", "2021-07-15", "2021-07-31", 4),
        ("It fell in the first week of August.", "the first week of August", "2021-08-01", "2021-08-07", 3),
        ("It fell in July 1995.", "July 1995", "1995-07-01", "1995-07-31", 4),
        ("It fell in January this year.", "January this year", "2021-01-01", "2021-01-31", 4),
        ("It fell in December.", "December", "2020-12-01", "2020-12-31", 4),
        ("It fell in 1992.", "1992", "1992-01-01", "1992-12-31", 5),
        ("It fell in early 1999.", "early 1999", "1999-01-01", "1999-04-30", 5),
        ("It fell in the summer of 2014.", "the summer of 2014", "2014-06-01", "2014-08-31", 5),
        ("It fell in the first half of 2020.", "the first half of 2020", "2020-01-01", "2020-06-30", 5),
        ("It fell on 3 May 2022.", "3 May 2022", "2022-05-03", "2022-05-03", 1),
        ("It fell on the 3rd of May.", "the 3rd of May", "2021-05-03", "2021-05-03", 1),
        ("It fell on Thursday, October 1.", "Thursday, October 1", "2020-10-01", "2020-10-01", 1),
        ("It fell on Aug. 7.", "Aug. 7", "2021-08-07", "2021-08-07", 1),
        ("It fell on 25/8/2021.", "25/8/2021", "2021-08-25", "2021-08-25", 1),
        ("It fell on 25 AUG 89.", "25 AUG 89", "1989-08-25", "1989-08-25", 1),
        ("Dawn on Saturday", "Dawn on Saturday", "2021-09-04", "2021-09-04", 1),
        ("at 7:30 a.m. on Monday", "7:30 a.m. on Monday", "2021-08-30", "2021-08-30", 1),
    ],
)
def test_days_of_an_expression(text: str, words: str, earliest: str, latest: str, precision: int) -> None:
    mention = only(text)
    assert (mention.text, *span(mention), mention.precision) == (words, earliest, latest, precision)


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("breaches on June 3, 4 and 5", "June 3, 4 and 5", "2021-06-03", "2021-06-05"),
        ("between 12 and 14 May", "12 and 14 May", "2021-05-12", "2021-05-14"),
        ("from 1 to 5 June", "1 to 5 June", "2021-06-01", "2021-06-05"),
        ("the clashes of 27-28 August", "27-28 August", "2021-08-27", "2021-08-28"),
        ("from Friday to Sunday", "Friday to Sunday", "2021-09-03", "2021-09-05"),
        ("from Saturday until Monday they shelled it", "Saturday until Monday", "2021-08-28", "2021-08-30"),
        ("the war of 1992\u20131994", "1992\u20131994", "1992-01-01", "1994-12-31"),
        ("from 28 June to 3 July 1863", "28 June to 3 July 1863", "1863-06-28", "1863-07-03"),
        ("between December 28 and January 3, 2021", "December 28 and January 3, 2021", "2020-12-28", "2021-01-03"),
    ],
)
def test_a_range_is_one_mention_with_two_expressions(text: str, words: str, earliest: str, latest: str) -> None:
    mention = only(text)
    assert (mention.text, *span(mention), mention.form) == (words, earliest, latest, DateForm.RANGE)
    assert len(mention.expressions()) == 2


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "value"),
    [
        ("over the past two nights", "2021-09-03", "2021-09-05", "P2D"),
        ("in the past two days", "2021-09-03", "2021-09-04", "P2D"),
        ("in the last 24 hours", "2021-09-04", "2021-09-05", "PT24H"),
        ("in the past 48 hours", "2021-09-03", "2021-09-05", "PT48H"),
        ("in the past 72 hours", "2021-09-03", "2021-09-05", "PT72H"),
        ("during the last day", "2021-09-04", "2021-09-05", "P1D"),
        ("in the past few days", "2021-09-02", "2021-09-04", "PXD"),
        ("over the past week", "2021-08-30", "2021-09-05", "P1W"),
        ("in recent weeks", "2021-08-15", "2021-09-05", "PXW"),
        ("in the past three months", "2021-06-05", "2021-09-05", "P3M"),
        ("over the past year", "2021-01-01", "2021-09-05", "P1Y"),
        ("since Thursday", "2021-09-02", "2021-09-05", "2021-09-02"),
        ("since early July", "2021-07-01", "2021-09-05", "2021-07"),
        ("since the start of the month", "2021-09-01", "2021-09-05", "2021-09"),
        ("since morning", "2021-09-05", "2021-09-05", "XXXX-XX-XXTMO"),
        ("for the third straight day", "2021-09-03", "2021-09-05", "P3D"),
        ("a five-day offensive", "2021-09-01", "2021-09-05", "P5D"),
        ("in four days", None, None, "P4D"),
        ("so far", None, "2021-09-05", "PRESENT_REF"),
        ("to date", None, "2021-09-05", "PRESENT_REF"),
    ],
)
def test_a_window_over_which_something_is_counted(text: str, earliest: str | None, latest: str | None, value: str) -> None:
    mention = only(text)
    assert (*span(mention), mention.value, mention.window) == (earliest, latest, value, True)


@pytest.mark.parametrize("text", ["past three months", "past two months"])
def test_a_few_months_do_not_cross_the_new_year(text: str) -> None:
    assert only(f"in the {text}", dt.date(2021, 2, 10)).earliest == dt.date(2021, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2000 soldiers died and 1950 civilians fled",
        "some 2,300 troops",
        "a force of 2000 troops",
        "Resolution 2254",
        "four APCs of the 82A type, an Su-25, a T-72 and 3 BM-21s",
        "May I ask? They may go. Theresa May said so.",
        "the march on the city began",
        "the second man sat in the Sun",
        "after the fall of Kabul",
        "spring water",
        "a 32-year-old, aged 40 years, in his 80s",
        "the Sunday Times, Bloody Sunday, Good Friday, Black September",
        "call 011 4433 2021",
        "$2014 and 1999 km",
        "three quarters of the town, a quarter of the men",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [m.text for m in find_dates(text, SUNDAY)] == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks will resume on Monday.", "2021-09-06"),
        ("They are expected to meet on Friday.", "2021-09-10"),
        ("They meet next Monday.", "2021-09-06"),
        ("On Monday, parliament will vote.", "2021-09-06"),
        ("He said on Monday that they will vote.", "2021-08-30"),
        ("They would appeal against Friday's ruling.", "2021-09-03"),
        ("A vote is set for 2 February.", "2022-02-02"),
        ("They must leave by September 29.", "2021-09-29"),
    ],
)
def test_a_future_looks_forward(text: str, day: str) -> None:
    mention = only(text)
    assert mention.core is not None
    assert str(mention.core.earliest) == day


def test_prepositions_open_an_end() -> None:
    cases = {
        "until Thursday": (None, "2021-09-02"),
        "by Friday night": (None, "2021-09-03"),
        "as of Saturday": (None, "2021-09-04"),
        "before August 15": (None, "2021-08-14"),
        "before dawn on August 15": ("2021-08-15", "2021-08-15"),
        "after August 15": ("2021-08-15", None),
    }
    for text, expected in cases.items():
        mention = only(text)
        assert span(mention) == expected
        assert mention.core is not None
        assert text == text[mention.lead_start : mention.end]


def test_until_starts_with_the_day_told_before() -> None:
    _, until = find_dates("Late on Saturday it was fierce. It went on until Sunday morning.", SUNDAY)
    assert span(until) == ("2021-09-04", "2021-09-05")


def test_since_may_open_the_clause_of_a_date() -> None:
    text = "They have held it since a war ended there in 1994."
    mention = only(text)
    assert (span(mention), mention.window) == (("1994-01-01", "1994-12-31"), False)
    assert text[mention.lead_start :].startswith("since")


@pytest.mark.parametrize(
    ("text", "anchor", "days", "value"),
    [
        ("the same day", "2016-10-21", "2016-10-21", "2016-10-21"),
        ("earlier in the day", "2016-10-21", "2016-10-21", "2016-10-21"),
        ("that night", "2016-10-21", "2016-10-21", "2016-10-21TNI"),
        ("the next morning", "2016-10-21", "2016-10-22", "2016-10-22TMO"),
        ("the night before", "2016-10-21", "2016-10-20", "2016-10-20TNI"),
        ("two days later", "2016-10-21", "2016-10-23", "2016-10-23"),
        ("a week earlier", "2016-10-21", "2016-10-14", "2016-10-14"),
        ("the previous Friday", "2016-10-21", "2016-10-14", "2016-10-14"),
        ("the following Monday", "2016-10-21", "2016-10-24", "2016-10-24"),
    ],
)
def test_anaphoric_words_lean_on_a_day(text: str, anchor: str, days: str, value: str) -> None:
    mention = only(text)
    assert (mention.form, span(mention)) == (DateForm.ANAPHORIC, (None, None))
    interval = mention.resolve(dt.date.fromisoformat(anchor))
    assert interval is not None
    assert (str(interval.earliest), str(interval.latest), interval.value) == (days, days, value)
    assert only("on Friday").resolve(SUNDAY) is None


def test_anaphoric_words_take_the_day_before_them_in_the_text() -> None:
    _, same, after = find_dates("On Friday they attacked. The same day they left, a day after troops came.", SUNDAY)
    assert span(same) == ("2021-09-03", "2021-09-03")
    assert span(after) == (None, None), "it leans on the coming of the troops"


def test_that_month_and_that_year() -> None:
    _, month = find_dates("On 3 May 2019 they met. Later that month they fought.", SUNDAY)
    assert (span(month), month.value) == (("2019-05-01", "2019-05-31"), "2019-05")


def test_without_publication_only_absolute_dates_have_days() -> None:
    text = "On Friday, on 3 May 2022, on May 3, last week, overnight, in the past two days and in 1994."
    mentions = {m.text: m for m in find_dates(text, None)}
    dated = {words for words, m in mentions.items() if m.earliest}
    assert dated == {"3 May 2022", "1994"}
    assert mentions["Friday"].value == "XXXX-WXX-5"
    assert mentions["May 3"].value == "XXXX-05-03"


def test_times_of_day_are_no_dates() -> None:
    for text in ("at 7:30 a.m.", "Firing ended at 1 pm", "at 1800 GMT", "at dawn", "at midnight"):
        mention = only(text)
        assert (mention.form, span(mention)) == (DateForm.TIME_OF_DAY, (None, None))


@pytest.mark.parametrize("text", ["the September 11 attacks", "the anniversary of 9/11"])
def test_the_name_of_an_attack_is_marked(text: str) -> None:
    mention = only(text)
    assert (mention.name, mention.value) == (True, "2001-09-11")


@pytest.mark.parametrize("text", ["the 19 April Movement", "across the 14 July Bridge"])
def test_what_bears_the_name_of_a_day_is_marked(text: str) -> None:
    assert only(text).name is True


def test_capitals_are_read() -> None:
    text = "A FORCE OF 2000 SOLDIERS MAY MARCH AT 1000 HOURS LOCAL TIME ON 5 JULY. IT WILL MEET ON MONDAY."
    assert [(m.text, m.value) for m in find_dates(text, SUNDAY)] == [
        ("1000", "T10:00"),
        ("5 JULY", "2021-07-05"),
        ("MONDAY", "2021-09-06"),
    ]


@pytest.mark.parametrize(("text", "value"), [("every Friday", "XXXX-WXX-5"), ("on Fridays", "XXXX-WXX-5"), ("daily", "P1D")])
def test_habits_are_sets(text: str, value: str) -> None:
    mention = only(text)
    assert (mention.form, mention.value, mention.earliest) == (DateForm.SET, value, None)


def test_day_and_month_that_could_change_places_stay_unknown() -> None:
    assert span(only("on 3/9/2021")) == (None, None)


def test_a_list_does_not_swallow_a_count() -> None:
    assert only("On June 3, 12 people were killed").text == "June 3"
    assert only("on June 3 and 12 soldiers died").text == "June 3"


def test_a_history_takes_years_from_the_date_before() -> None:
    text = "In September 1939 it began. By 3 October it was over. In January the next one began."
    values = [m.value for m in find_dates(text, SUNDAY, narrative=True)]
    assert values == ["1939-09", "1939-10-03", "1940-01"]


def test_longest_wins() -> None:
    mention = only("late on Monday night, October 3, 2016")
    assert (mention.text, mention.value) == ("late on Monday night, October 3, 2016", "2016-10-03TNI")


def test_paragraphs_part_words() -> None:
    assert [m.text for m in find_dates("in May\n\n2014 was worse", SUNDAY)] == ["May", "2014"]


HISTORY = (
    "War broke out in 1931. It ended in 1932. It began again in 1933, was worst in 1934 and 1935, and stopped in 1936. "
    "In 1937 the town fell; in 1938 it was retaken. On September 1, 1939, it fell again. By March the land was empty."
)


def test_a_history_reads_bare_months_from_the_year_told_before():
    march = find_dates(HISTORY, SUNDAY)[-1]
    assert (march.value, march.core.earliest) == ("1939-03", dt.date(1939, 3, 1))


def test_news_reads_them_from_publication_however_many_years_it_tells():
    march = find_dates("On Friday, the town was shelled. " + HISTORY, SUNDAY, narrative=False)[-1]
    assert march.value == "2021-03"
    with_news = find_dates("On Friday, the town was shelled. It fell yesterday. " + HISTORY, SUNDAY)[-1]
    assert with_news.value == "2021-03"
