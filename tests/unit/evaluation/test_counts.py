from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.evaluation.counts import count_tally, score_counts


def test_articles_and_their_median(write_rows):
    incidents = write_rows("incidents.jsonl", [{"incident": "1", "killed": 2, "injured": 3}, {"incident": "2", "killed": 0, "injured": 1}])
    articles = write_rows(
        "articles.jsonl",
        [{"incident": "1", "text": t, "dct": "2017-03-01T09:00:00"} for t in ("2 3", "2 4", "5 3")]
        + [{"incident": "2", "text": "- 1", "dct": None}],
    )

    def read(text, day):
        assert day in {dt.date(2017, 3, 1), None}
        killed, injured = text.split()
        return (None if killed == "-" else int(killed)), int(injured)

    rows = {row.name: row for row in score_counts(articles, incidents, read, samples=10)}
    assert (rows["killed"].precision, rows["killed"].recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert rows["killed, exact"].f1 == pytest.approx(3 / 4)
    assert rows["both, exact"].f1 == pytest.approx(2 / 4)
    assert rows["both, exact by incident"].f1 == 1.0


@pytest.mark.parametrize(
    ("title", "text", "whole"),
    [
        ("Two killed in Aden", "It was at noon.", "Two killed in Aden\n\nIt was at noon."),
        ("Two killed in Aden", "Two killed in Aden\nIt was at noon.", "Two killed in Aden\nIt was at noon."),
        (None, "It was at noon.", "It was at noon."),
    ],
)
def test_title_is_read_above_its_text(write_rows, title, text, whole):
    incidents = write_rows("incidents.jsonl", [{"incident": "1", "killed": 2, "injured": 0}])
    articles = write_rows("articles.jsonl", [{"incident": "1", "title": title, "text": text, "dct": None}])
    read = []
    score_counts(articles, incidents, lambda one, _: read.append(one) or (2, None), samples=10)
    assert read == [whole]


def test_number_that_is_not_given_stands_for_none_and_is_no_prediction():
    tally = count_tally((0, 0), [(None, None), (1, None)])
    assert (tally["killed"].gold, tally["killed"].predicted, tally["killed"].right) == (0, 1, 0)
    assert (tally["killed, exact"].right, tally["injured, exact"].right) == (1, 2)


def test_article_on_no_known_incident_is_named(write_rows):
    incidents = write_rows("incidents.jsonl", [{"incident": "1", "killed": 2, "injured": 3}])
    articles = write_rows("articles.jsonl", [{"incident": "9", "text": "", "dct": None}])
    with pytest.raises(UnreadableInput, match="row 1"):
        score_counts(articles, incidents, lambda text, day: (None, None))  # noqa: ARG005 - never called
