import datetime as dt

import pytest

from counterclaim.reading.dates import date_in_address, find_date, has_time, read_date, without_dates

DAY = dt.date(2021, 9, 5)


@pytest.mark.parametrize(
    "words",
    [
        "2021-09-05",
        "2021/09/05 10:00",
        "5.9.2021",
        "September 5, 2021",
        "Sept. 5, 2021",
        "Sep 05, 2021, 11:30 pm",
        "5 September 2021",
        "05-Sep-2021",
        "Sun 05th September 2021 | 01:40 PM",
        "Filed September 5th, 2021, 10 a.m. GMT",
    ],
)
def test_a_date_complete_to_the_day_is_found(words):
    assert find_date(words) == DAY


@pytest.mark.parametrize(
    "words", ["", "September 2021", "5 September", "06/09/2021", "31 February 2021", "2021-13-01", "in 2021", "12021-09-05"]
)
def test_what_is_no_single_day_gives_none(words):
    assert find_date(words) is None


def test_slashes_are_read_where_only_one_order_is_possible():
    assert find_date("27/09/2020") == dt.date(2020, 9, 27)
    assert find_date("09/27/2020") == dt.date(2020, 9, 27)
    assert find_date("09/09/2020") == dt.date(2020, 9, 9)


def test_the_first_of_two_dates_wins():
    assert find_date("Posted September 5, 2021, updated 2021-09-07") == DAY


@pytest.mark.parametrize(
    "value", ["2021-09-05", "2021-09-05T23:30:00+05:00", "20210905", "20210905T101500Z", "Sun, 05 Sep 2021 01:30:00 +0500", " 5 Sep 2021 "]
)
def test_metadata_values_are_read_in_their_own_time_zone(value):
    assert read_date(value) == DAY


@pytest.mark.parametrize("value", ["yesterday", "", "20211340", "Sun, 99 Foo 2021"])
def test_unreadable_metadata_values_give_none(value):
    assert read_date(value) is None


def test_a_web_address_tells_its_day():
    assert date_in_address("https://a.example/news/2021/09/05/title") == DAY
    assert date_in_address("https://a.example/2021-9-5-title") == DAY
    assert date_in_address("https://a.example/2021/09/title-20210905") is None


def test_a_line_of_dates_leaves_nothing():
    assert without_dates("December 15, 2014 / 8:38 AM / 3 years ago") == ""
    assert without_dates("Fri 03rd September 2021 | 01:40 PM") == ""
    assert without_dates("5 September 2021 Taliban") == "Taliban"


def test_times_are_told_from_days():
    assert has_time("5 Sep 2021, 09:47")
    assert has_time("3 hours ago")
    assert not has_time("5 Sep 2021")
