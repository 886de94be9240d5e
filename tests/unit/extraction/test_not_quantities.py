"""Numbers that count nothing, each under the name of its rule, with examples from several wars."""

from __future__ import annotations

import re

import pytest

from counterclaim.extraction.not_quantities import RULES, reason_to_drop, setting
from counterclaim.extraction.quantity import find_quantities

DROPPED = {
    "ordinal": ["the 4th Brigade held Rukha", "the 21st of the month", "its twenty-fifth assault"],
    "clock": [
        "shelling began at 7:30 a.m. near Vardenis",
        "quiet since 1 pm in Tatta Pani",
        "Published 10:36 AMT",
        "at 1400 on Friday in Goma",
    ],
    "percent": ["30 percent of Bakhmut", "20 to 30 per cent of the force", "some 40% of Idlib"],
    "money": ["$5 million for Kyiv", "5 million dollars in ransom", "Rs 10 lakh for each family in Poonch", "20,000 birr"],
    "age": ["aged 32", "a 32-year-old from Taiz", "the commander, Ahmed, 32, fled", "children aged between 12 and 15", "boys under 16"],
    "duration": [
        "two days in Tigray",
        "the past 24 hours",
        "several months",
        "hundreds of years",
        "a 5-day truce",
        "two more weeks",
        "three times",
    ],
    "distance": [
        "50 kilometers from Mogadishu",
        "125km north of Kabul",
        "five and ten miles",
        "hundreds of metres",
        "two tonnes of explosives",
        "155mm shells",
    ],
    "date": [
        "27 September",
        "Sept. 27 in Stepanakert",
        "October 7 attacks",
        "3 May 2022",
        "between May 12 and 15",
        "on 22 and 23 December",
        "3 JAN 90",
    ],
    "score": ["by a vote of 111 to 333", "beat them 15-20"],
    "verb": ["settling scores in Tripoli", "He scores again"],
    "phone": ["phone: 555 1234", "call the hotline 1414"],
    "code": ["82A carriers", "Su-25 planes", "a T-72 tank", "Flight MH17", "COVID-19", "on 9/11", "in the G7", "agent 007"],
    "year": ["in 2014", "between 2014 and 2016", "the 2020 war", "the Charter of 1945", "in 404 BC"],
    "designator": [
        "Resolution 1701",
        "Article 5",
        "along Route 9",
        "Brigade 36",
        "Area 51",
        "Phase Two",
        "the Group of Seven",
        "Channel 4",
        "No. 12",
    ],
    "formation": ["15 Corps in Srinagar", "troops of 44 Rashtriya Rifles", "10 Mountain Division"],
    "address": ["at 12 Harbour Street", "at 7801 East Palm St.", "in the 1900 block of Airport Road"],
    "fraction": ["two thirds of Aleppo", "three-quarters of Marawi"],
    "compound": ["a two-storey house", "a five-member team", "a four-wheel drive"],
    "enumeration": ["1. The parties agree", "seen there [2] at noon"],
    "rate": ["20 soldiers a day", "100 shells every hour"],
    "denominator": ["some of the 12 hostages", "two out of 15 men"],
}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in DROPPED.items() for text in texts])
def test_number_is_no_quantity(rule, text):
    figures = [q.text for q in find_quantities(text)]
    parts = {"some", "two"} if rule == "denominator" else set()
    assert set(figures) <= parts


@pytest.mark.parametrize(
    ("rule", "text", "number"),
    [
        ("ordinal", "the 4th Brigade", "4"),
        ("clock", "at 7:30 a.m.", "7"),
        ("percent", "20 per cent", "20"),
        ("money", "killed for $500", "500"),
        ("age", "Ahmed, 32, fled", "32"),
        ("duration", "after 24 hours", "24"),
        ("distance", "some 125km off", "125"),
        ("date", "on 27 September", "27"),
        ("score", "a vote of 111", "111"),
        ("verb", "old quarrels, settling scores", "scores"),
        ("phone", "phone: 555", "555"),
        ("code", "the Su-25", "25"),
        ("year", "since 2014", "2014"),
        ("designator", "Resolution 1701", "1701"),
        ("formation", "15 Corps moved", "15"),
        ("address", "at 17 Haifa Street", "17"),
        ("fraction", "two thirds", "two"),
        ("compound", "a five-member team", "five"),
        ("enumeration", "\n3. Both sides", "3"),
        ("rate", "20 men a day", "20"),
        ("denominator", "three of the 12 men", "12"),
    ],
)
def test_rule_that_drops_a_number_is_named(rule, text, number):
    match = re.search(rf"{number}(?!\d)", text)
    assert match is not None
    around = setting(text, match.start(), match.span(), digits=number.isdecimal(), low=int(number) if number.isdecimal() else 5, firm=False)
    assert reason_to_drop(around) == rule


def test_every_rule_has_examples():
    assert set(DROPPED) == {name for name, _ in RULES}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On Sunday 27 people were killed in Ganja.", "27"),
        ("In May 12 soldiers died near Avdiivka.", "12"),
        ("More than 2000 fled Hasakah.", "More than 2000"),
        ("2000 fighters took Mocha.", "2000"),
        ("killed three last night", "three"),
        ("killed 20 soldiers a day after the raid", "20"),
        ("the deaths of the 13 soldiers", "13"),
        ("15-20 men beat them", "15-20"),
        ("Ten peacekeepers from Burundi", "Ten"),
        ("10 AK-47 rifles were seized", "10"),
        ("scores wounded in Sanaa", "scores"),
        ("In Spera district 45 people were killed", "45"),
        ("On the 23 September 28 bodies were found in Ayacucho", "28"),
        ("a group of 10 gunmen", "10"),
        ("they seized 3 M-60 machine guns", "3"),
        ("they seized and\n11,000 rounds", "11,000"),
        ("the meeting of the three rebels", "three"),
    ],
)
def test_figure_that_only_looks_like_a_date_or_a_code_counts(text, words):
    assert [q.text for q in find_quantities(text)] == [words]


def test_list_of_dates_goes_on():
    assert find_quantities("breaches on October 3, 4 and 5") == []
    assert [q.text for q in find_quantities("on October 3, 4 soldiers were killed")] == ["4"]
