import datetime as dt

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.report import Report
from counterclaim.reading.facts import Draft, Facts
from counterclaim.reading.report import content_id, finish

TODAY = dt.date(2021, 9, 10)
TEXT = (
    "Posted on 5 September 2021\n\nThe army said on Sunday that forty soldiers were killed in the town of Sarn, and the rebels denied it."
)


def draft(text=TEXT, **values):
    return Draft(text=text, raw_sha256="0" * 64, source="a.txt", **values)


def only(results):
    [report] = results
    assert isinstance(report, Report)
    return report


def test_the_date_given_by_hand_wins_over_the_inputs_and_that_over_the_texts():
    by_hand, of_row = dt.date(2021, 9, 1), dt.date(2021, 9, 2)
    assert only(finish(draft(given=Facts(published=of_row)), published=by_hand)).published == by_hand
    assert only(finish(draft(given=Facts(published=of_row)))).published == of_row
    assert only(finish(draft())).published == dt.date(2021, 9, 5)


def test_the_address_dates_a_report_that_nothing_else_dates():
    dated = Facts(url="https://a.example/2021/09/03/x")
    assert only(finish(draft("The army denied it all.", given=dated))).published == dt.date(2021, 9, 3)
    assert only(finish(draft(given=dated))).published == dt.date(2021, 9, 5)


def test_a_date_in_the_future_is_refused_and_the_text_is_read():
    report, error = finish(draft(given=Facts(published=dt.date(2031, 1, 1))), today=TODAY)
    assert isinstance(report, Report)
    assert report.published is None
    assert isinstance(error, UnreadableInput)
    assert "2031-01-01" in str(error)
    assert "a.txt" in str(error)
    assert "--published" in str(error)


def test_tomorrow_is_already_the_day_somewhere():
    assert only(finish(draft(given=Facts(published=TODAY + dt.timedelta(days=1))), today=TODAY)).published == dt.date(2021, 9, 11)


def test_the_outlet_of_the_dateline_counts_only_where_none_is_given():
    text = "KABUL (Reuters) - The army said that forty soldiers were killed."
    assert only(finish(draft(text))).outlet == "Reuters"
    assert only(finish(draft(text, given=Facts(outlet="Hill Courier")))).outlet == "Hill Courier"


@pytest.mark.parametrize("text", ["", " \n", "... --- !"])
def test_a_text_without_words_is_refused(text):
    [error] = finish(draft(text))
    assert isinstance(error, UnreadableInput)
    assert "no words" in str(error)


def test_another_language_is_kept_and_named():
    report = only(finish(draft("قال الجيش إن أربعين جنديا قتلوا يوم الأحد في المدينة وإن المتمردين غادروها.")))
    assert report.unread == "language: ar"
    assert report.language == "ar"
    assert report.sections
    assert only(finish(draft())).unread is None


def test_an_id_is_given_or_made_of_address_and_text():
    assert only(finish(draft(given=Facts(id="sarn-1")))).id == "sarn-1"
    assert only(finish(draft())).id == content_id(TEXT)
    assert content_id(TEXT) != content_id(TEXT, "https://a.example/") != content_id(TEXT + " ", "https://a.example/")


def test_notices_follow_the_report_they_are_about():
    report, error = finish(draft(notices=(("odd", "mend it"),), place="line 3"))
    assert isinstance(report, Report)
    assert str(error) == "a.txt, line 3: odd; mend it"
