import datetime as dt

import pytest

from counterclaim.reading.metadata import is_caption, read_note, staff_note_at_end

DAY = dt.date(2021, 9, 5)


@pytest.mark.parametrize(
    ("line", "rank"),
    [
        ("Last updated on Sep 05, 2021, 11:30 pm", 3),
        ("Last Updated: September 5, 2021", 3),
        ("Publish Date : 05 Sep 2021", 1),
        ("Published On 5 Sep 2021", 1),
        ("Posted at 2021-09-05 10:30", 1),
        ("Published: 5 September 2021, Updated: 7 September 2021", 1),
        ("Date: Sunday, 05 September 2021", 1),
        ("September 5, 2021 - 10:36 AMT", 2),
        ("5 September 2021, 19:00", 2),
    ],
)
def test_lines_that_date_the_report(line, rank):
    note = read_note(line)
    assert note is not None
    assert (note.published, note.rank) == (DAY, rank)


def test_a_publication_date_is_a_better_witness_than_a_marker_line_of_an_update():
    published, updated = read_note("Published 5 Sep 2021"), read_note("Updated: 6 Sep 2021")
    assert published is not None
    assert updated is not None
    assert published.rank < updated.rank


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ada Pen", "Ada Pen"),
        ("By Ada Pen and Brin Ode in Kabul", "Ada Pen and Brin Ode in Kabul"),
        ("Written by Ada Pen Twitter Last updated on Sep 05, 2021, 11:30 pm", "Ada Pen"),
        ("by: Ada Pen", "Ada Pen"),
        ("Ada Pen (@adapen9) 35 seconds ago Fri 03rd September 2021 | 01:40 PM", "Ada Pen"),
    ],
)
def test_lines_that_name_who_wrote(line, byline):
    note = read_note(line)
    assert note is not None
    assert note.byline == byline


def test_an_agency_on_its_own_line_is_the_outlet_and_no_person():
    for line in ("IANS", "By AFP", "Source: Xinhua", "(Reuters)"):
        note = read_note(line)
        assert note is not None
        assert note.byline is None
    assert read_note("By AFP").outlet == "AFP"


@pytest.mark.parametrize(
    "line",
    [
        "Also read: How the war began",
        "Subscribe to our newsletter for daily news",
        "Advertisement",
        "2 Min Read",
        "#World News",
        "Reuters Staff",
        "Copyright 2021 Hill Courier. All rights reserved.",
        "(Reporting by Ada Pen; Editing by Brin Ode)",
        "Reporting by Ada Pen in Sarn; Editing by Brin Ode",
        "Representational Image",
        "(Photo: Hill Courier)",
        "Leave a Comment",
    ],
)
def test_what_a_page_says_of_itself_is_metadata(line):
    assert read_note(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Published figures for 5 September 2021 put the dead at forty in all.",
        "By Sunday the rebels held the town",
        "By midnight, forty soldiers had been killed.",
        "Updated figures show forty dead",
        "Sources: forty soldiers killed in Sarn",
        "Sharing the road with the army, the rebels left.",
        "Reporting of losses is forbidden, the army said.",
        "Video shows captured tank in Sarn",
        "Image of captured tank was false, army says",
        "Taliban take Kabul 15 August 2021",
        "AP reporters saw ten bodies.",
        "What do you think of the army's figure, he was asked.",
    ],
)
def test_sentences_and_headings_are_not_metadata(line):
    assert read_note(line) is None


def test_a_first_line_that_looks_like_a_pointer_may_be_the_headline():
    assert read_note("Explained: who holds Sarn", first=True) is None
    assert read_note("Explained: who holds Sarn") is not None


@pytest.mark.parametrize(
    "paragraph",
    [
        "A photograph taken in Sarn on Oct. 12 shows what is left of the market.",
        "Soldiers stand beside a burnt tank in Sarn on September 5, 2021. REUTERS/Stringer",
        "Smoke over Sarn on Sunday. (Photo: Hill Courier)",
        "Rebels pose in Sarn in this picture released by the group.  Photograph: Ada Pen/Reuters",
        "FILE - Soldiers march in Sarn.",
    ],
)
def test_captions(paragraph):
    assert is_caption(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "A video that the rebels published shows a tank.",
        "Forty soldiers were killed, the ministry said. (AFP)",
        "The picture is unclear, he said.",
    ],
)
def test_paragraphs_that_only_mention_pictures_or_agencies_are_no_captions(paragraph):
    assert not is_caption(paragraph)


def test_a_closing_staff_note_is_found_where_it_begins():
    paragraph = "The army denied it. (Reporting by Ada Pen; Editing by Brin Ode)"
    assert staff_note_at_end(paragraph) == len("The army denied it.")
    assert staff_note_at_end("The army denied it (again).") is None
    assert staff_note_at_end("(Reporting by Ada Pen)") is None
