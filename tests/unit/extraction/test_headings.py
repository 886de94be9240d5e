"""How headings are read: source, cue and content from their own grammar."""

from __future__ import annotations

import pytest

from counterclaim.claims.attribution import Stance
from counterclaim.extraction import headings

SAYS, CLAIMS, DENIES, CONFIRMS = Stance.SAYS, Stance.CLAIMS, Stance.DENIES, Stance.CONFIRMS
KNOWN = {"Taliban", "Kyiv", "Armenia", "RSF", "M23", "Houthis", "al-Shabab"}


def read(text):
    made = headings.attribution(text, 0, len(text), lambda words: words.removeprefix("the ") in KNOWN)
    if made is None:
        return None
    ((start, end),) = made.content
    return text[slice(*made.source)], text[slice(*made.cue)], text[start:end], made.stance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verb behind, inverted and not
        ("Provincial capital taken, says Taliban", ("Taliban", "says", "Provincial capital taken", SAYS)),
        ("Two drones shot down over Tavush, Armenia says", ("Armenia", "says", "Two drones shot down over Tavush", SAYS)),
        ("Goma airport is in our hands, claims M23", ("M23", "claims", "Goma airport is in our hands", CLAIMS)),
        ("Market shelled in Omdurman, doctors said", ("doctors", "said", "Market shelled in Omdurman", SAYS)),
        # verb in front
        ("Kyiv confirms loss of Vuhledar", ("Kyiv", "confirms", "loss of Vuhledar", CONFIRMS)),
        ("Houthis say that tanker was hit", ("Houthis", "say", "tanker was hit", SAYS)),
        ("Army reported loss of two tanks", ("Army", "reported", "loss of two tanks", Stance.REPORTS)),
        ("Junta denies burning of villages", ("Junta", "denies", "burning of villages", DENIES)),
        # colon
        ("Somalia base overrun at dawn: officials", ("officials", ":", "Somalia base overrun at dawn", SAYS)),
        ("RSF: army jets bombed Nyala market", ("RSF", ":", "army jets bombed Nyala market", SAYS)),
        # dash
        ("Twelve killed in Idlib air strike – monitor group", ("monitor group", "–", "Twelve killed in Idlib air strike", SAYS)),
        ("Village near Lysychansk lost - Ukrainian army", ("Ukrainian army", "-", "Village near Lysychansk lost", SAYS)),
        # denied by
        ("Fall of Bazarak denied by resistance", ("resistance", "denied", "Fall of Bazarak", DENIES)),
        ("Report on prisoners rejected as false by RSF", ("RSF", "rejected as false", "Report on prisoners", DENIES)),
        # topic in front
        ("Afghanistan: last province taken, says Taliban", ("Taliban", "says", "last province taken", SAYS)),
        ("Ukraine war: bridge destroyed, Kyiv says", ("Kyiv", "says", "bridge destroyed", SAYS)),
        ("UPDATE: base in Kismayo attacked, al-Shabab says", ("al-Shabab", "says", "base in Kismayo attacked", SAYS)),
    ],
)
def test_heading_with_a_speaker(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Heavy fighting reported near Goma",
        "At least 40 reported killed in Omdurman",
        "Dozens reported dead after Idlib strike",
        "12 confirmed dead in Kharkiv",
        "Fighting in Sudan: what we know",
        "The battle for Bakhmut - a timeline",
        "Rebels enter provincial capital",
        "Rebels reported killed in Sagaing ambush",
        "Explosions reported in Belgorod",
        "Live: fighting in Khartoum",
    ],
)
def test_heading_without_a_speaker(text):
    assert read(text) is None


def test_a_party_before_a_colon_is_no_topic():
    assert read("Taliban: valley is under control")[0] == "Taliban"
    assert read("Myanmar: valley is under control") is None


def test_spans_are_offsets_into_the_whole_text():
    text = "Agency file 7\n\nUPDATE: Base overrun at dawn: officials\n\nThe army left."
    start, end = 15, text.index("\n\nThe army")
    made = headings.attribution(text, start, end, lambda _: False)
    assert text[slice(*made.source)] == "officials"
    assert [text[a:b] for a, b in made.content] == ["Base overrun at dawn"]


def test_a_source_that_is_too_long_is_none():
    long = "people who had been told by others who had heard it from a driver on the road"
    assert read(f"Base overrun at dawn, {long} said") is None


@pytest.mark.parametrize(("word", "lemma"), [("denies", "deny"), ("denied", "deny"), ("told", "tell"), ("says", "say"), ("refused", None)])
def test_forms_of_cue_verbs(word, lemma):
    assert headings.FORMS.get(word) == lemma


def test_a_war_in_front_is_a_topic_even_where_its_country_is_a_side():
    text = "Ukraine war: Ten soldiers killed in strike, says governor"
    made = headings.attribution(text, 0, len(text), lambda name: name.startswith("Ukraine"))
    assert made is not None
    assert text[made.source[0] : made.source[1]] == "governor"


@pytest.mark.parametrize("land", ["Ukraine", "Yemen", "South Sudan"])
def test_a_country_in_front_of_a_colon_is_where_it_happened(land):
    text = f"{land}: Twelve fighters killed on the river"
    assert headings.attribution(text, 0, len(text), {land}.__contains__, {land}.__contains__) is None
    assert headings.attribution(text, 0, len(text), {land}.__contains__).source == (0, len(land))
