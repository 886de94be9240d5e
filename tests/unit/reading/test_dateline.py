import datetime as dt

import pytest

from counterclaim.reading.dateline import agency_in, find_dateline

STORY = "The ministry said that two soldiers were killed."


@pytest.mark.parametrize(
    ("dateline", "place", "agency", "published"),
    [
        ("BAKU, October 6. /TASS/ ", "BAKU", "TASS", None),
        ("YEREVAN, October 19. /ARKA/. ", "YEREVAN", "ARKA", None),
        ("KABUL (Reuters) - ", "KABUL", "Reuters", None),
        ("KYIV (Reuters) -", "KYIV", "Reuters", None),
        ("MOGADISHU, Somalia (AP) — ", "MOGADISHU", "AP", None),
        ("BEIRUT, Sept 5, 2021 (AFP) - ", "BEIRUT", "AFP", dt.date(2021, 9, 5)),
        ("Srinagar, July 27 (UNI): ", "Srinagar", "UNI", None),
        ("MARIB, Sep. 19 (YPA) – ", "MARIB", "YPA", None),
        ("KABUL (UrduPoint News / Sputnik - 03rd September, 2021) ", "KABUL", "UrduPoint News / Sputnik", dt.date(2021, 9, 3)),
        ("July 3 (Reuters) - ", None, "Reuters", None),
        ("(Reuters) - ", None, "Reuters", None),
        ("FRANKLIN (Feb. 4, 2014) – ", "FRANKLIN", None, dt.date(2014, 2, 4)),
        ("YEREVAN, OCTOBER 7, ARMENPRESS. ", "YEREVAN", "ARMENPRESS", None),
        ("TEHRAN, September 1. ", "TEHRAN", None, None),
        ("Srinagar, October 1: ", "Srinagar", None, None),
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] ", "SAN SALVADOR", None, dt.date(1990, 1, 3)),
        ("NAIROBI, 5 May 2022 – ", "NAIROBI", None, dt.date(2022, 5, 5)),
    ],
)  # fmt: skip
def test_certain_forms_are_datelines_anywhere(dateline, place, agency, published):
    found = find_dateline(dateline + STORY, first=False)
    assert found is not None
    assert (found.length, found.place, found.agency, found.published) == (len(dateline), place, agency, published)


@pytest.mark.parametrize(
    "dateline",
    [
        "ISLAMABAD - ",
        "YEREVAN, Armenia—",
        "MAIDUGURI – ",
        "RAWALPINDI: ",
        "MOGADISHU: ",
        "New Delhi: ",
        "Mogadishu, May 23 ",
        "OUAGADOUGOU, Burkina Faso — ",
    ],
)
def test_forms_that_could_be_something_else_are_datelines_only_in_the_first_paragraph(dateline):
    found = find_dateline(dateline + STORY, first=True)
    assert found is not None
    assert found.length == len(dateline)
    assert find_dateline(dateline + STORY, first=False) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "BSF: We lost nobody, a spokesman said.",
        "KDF - the Kenyan force - denied it.",
        "UPDATE: The army denied it.",
        "Karimi: We have taken the town.",
        "Taliban – the group that holds Kabul – denied it.",
        "The army (Reuters reported) denied it.",
        "AMISOM (African Union Mission in Somalia) said that it lost nobody.",
        "On October 6, 2020, the army denied it.",
        "In Kabul, September 5 was quiet.",
        "",
    ],
)
def test_speakers_topics_and_sentences_are_no_datelines(paragraph):
    assert find_dateline(paragraph, first=True) is None


def test_an_agency_is_known_by_its_name_alone():
    assert agency_in("(reuters)") == "Reuters"
    assert agency_in("— AFP") == "AFP"
    assert agency_in("AFP said") is None
