"""Which words name places, what they resolve to, and which place is an event's."""

from __future__ import annotations

import pytest


@pytest.fixture
def named(desk_of):
    return lambda text: [(m.text, m.hint) for m in desk_of(text).draft.places]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rockets fell near Kharkiv in Ukraine.", [("Kharkiv", None), ("Ukraine", None)]),
        (
            "The Taliban captured Khinj and Unabah districts in Panjshir.",
            [("Khinj", "district"), ("Unabah", "district"), ("Panjshir", None)],
        ),
        ("The Ethiopian army captured Mekelle.", [("Mekelle", None)]),
        ("Strikes on Iran went on.", [("Iran", None)]),
        ("Ukraine said that Russia attacked.", []),
        ("Clashes went on in several areas of Kyiv.", [("Kyiv", None)]),
        ("Shelling of Tripoli killed five civilians.", [("Tripoli", None)]),
        ("The siege of Khartoum went on.", [("Khartoum", None)]),
        ("The defence minister of Kyiv spoke.", []),
        ("Bilal Karimi, a Taliban spokesman, spoke on Monday.", []),
        ("The Defence Ministry spoke in September.", []),
    ],
)
def test_names_of_places(named, text, rows):
    assert named(text) == rows


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("The Taliban captured Kunduz in Afghanistan.", "Kunduz", "AF"),
        ("Russian forces took Soledar in Ukraine.", "Soledar", "UA"),
        ("M23 rebels took control of Rutshuru.", "Rutshuru", "CD"),
        ("Sudan's army entered Omdurman.", "Omdurman", "SD"),
    ],
)
def test_the_countries_of_the_report_resolve_a_name(claims_of, text, word, country):
    (place,) = {c.place for c in claims_of(text)}
    assert (place.text, place.country, place.latitude is not None) == (word, country, True)


def test_two_places_are_two_claims(claims_of):
    first, second = claims_of("M23 rebels captured Rutshuru and Kiwanja in North Kivu.")
    assert (first.place.text, second.place.text) == ("Rutshuru", "Kiwanja")
    assert first.control == second.control
    assert first.id != second.id


def test_an_unknown_name_stays_unresolved(claims_of):
    (claim,) = claims_of("The Taliban killed two soldiers in Zzyxqar.")
    assert claim.place.text == "Zzyxqar"
    assert (claim.place.geonames, claim.place.latitude, claim.place.country) == (None, None, None)


def test_a_place_without_a_name_keeps_its_words_and_is_or_lies_in_the_last(claims_of):
    claims = claims_of("Al-Shabaab attacked Kismayo in Somalia. Al-Shabaab captured the town.")
    place = next(c.place for c in claims if c.control is not None)
    assert (place.text, place.name, place.country, place.precision) == ("the town", "Kismayo", "SO", 2)


def test_the_place_of_the_clause_counts_and_not_that_of_the_source(claims_of):
    (claim,) = claims_of("The health ministry in Khartoum said 12 civilians were killed in Omdurman.")
    assert claim.place.text == "Omdurman"


def test_places_reslice(desk_of):
    desk = desk_of("Azerbaijani forces shelled Stepanakert and Martakert in Nagorno-Karabakh, and Baku in Azerbaijan was calm.")
    for mention in desk.draft.places:
        assert desk.draft.report.text[mention.start : mention.end] == mention.text
        place = desk.places.of(mention)
        assert (place.text, place.start, place.end) == (mention.text, mention.start, mention.end)
