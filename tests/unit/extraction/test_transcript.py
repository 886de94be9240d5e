"""Speakers before a colon or behind a dash: whose words run how far."""

from __future__ import annotations

import re

import pytest

from counterclaim.extraction import transcript


def read(text):
    """Gives (source, content) of each attribution, contents joined by " … "."""
    blocks = [match.span() for match in re.finditer(r"[^\n]+", text)]
    found = transcript.attributions(text, blocks)
    return [(text[slice(*a.source)], " … ".join(text[x:y] for x, y in a.content)) for a in found]


def test_a_turn_runs_to_the_next_one():
    text = (
        "REPORTER: Who holds the bridge?\nGEN. ODHIAMBO: We hold it.\nNobody was hurt there.\n(Crosstalk.)\nREPORTER: And the road?\n"
        "The press office closed at six."
    )
    assert read(text) == [
        ("REPORTER", "Who holds the bridge?"),
        ("GEN. ODHIAMBO", "We hold it. … Nobody was hurt there."),
        ("REPORTER", "And the road?"),
    ]


def test_many_paragraphs_between_two_turns_are_the_reports_own():
    text = "MAYOR: The shelling stopped.\n" + "The town lies on the river.\n" * 6 + "MAYOR: It began again."
    assert read(text) == [("MAYOR", "The shelling stopped."), ("MAYOR", "It began again.")]


def test_one_colon_alone_is_no_transcript():
    assert read("ALEPPO: Shells fell on the old town.") == []


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("“They shelled the market twice,” — Leyla Haddad", "Leyla Haddad"),
        ("”They shelled the market twice.” ― Leyla Haddad.", "Leyla Haddad"),
        ('"They shelled the market twice." – Leyla A. Haddad', "Leyla A. Haddad"),
    ],
)
def test_a_signed_quotation_is_its_signers(line, source):
    ((found, content),) = read(line)
    assert found == source
    assert "shelled the market twice" in content


def test_a_quotation_before_a_sentence_is_not_signed():
    assert read("“They shelled the market twice,” — The mayor left. He came back.") == []
