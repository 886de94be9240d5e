"""Whose "the army" is: a country that a report only visits owns no army in it, and never makes another's army sure."""

from __future__ import annotations

import pytest


def parties(claims):
    return {c.source.party for c in claims if c.source is not None}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said 12 people were killed when shells hit the market. Donors will meet in Berlin next week.",
        "The army said seven soldiers were wounded near the river. A conference on aid opened in Paris on Monday.",
        "VIENNA, March 3 - Talks on a truce ended on Thursday. The army said five soldiers were killed in the hills.",
    ],
)
def test_a_country_that_is_only_visited_has_no_army_there(claims_of, text):
    assert parties(claims_of(text)) == {None}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The mayor said 12 people were killed in Kyiv when rockets hit a market.", "Ukraine"),
        ("Shells hit a market in Khartoum on Monday. The army said 12 people were killed.", "Sudan"),
        ("MAIDUGURI, Nigeria - The army said it had killed 20 insurgents near Bama.", "Nigeria"),
        ("Mali has fought rebels for years. The army said five soldiers were killed. Talks will be held in Algiers.", "Mali"),
    ],
)
def test_the_army_is_the_country_s_in_which_violence_is_told(claims_of, text, party):
    assert parties(claims_of(text)) == {party}


@pytest.mark.parametrize(
    "text",
    [
        "Germany will send more aid. The mayor said six people were killed in Kramatorsk, and three in Kharkiv.",
        "France has called for calm. The army said five soldiers were killed in Kidal and Gao.",
    ],
)
def test_a_country_where_few_of_the_places_lie_has_no_army_there(claims_of, text):
    assert parties(claims_of(text)).isdisjoint({"Germany", "France"})
