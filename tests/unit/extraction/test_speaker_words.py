"""Which of a source's words name a person, and which only say what they are."""

from __future__ import annotations

import pytest

from counterclaim.extraction.speaker_words import person_name, plain


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Taliban", "Taliban"),
        ("Al-Shabaab, which fights in Somalia,", "Al-Shabaab"),
        ("the Border Guard (BG)", "Border Guard"),
        ("the army's", "army"),
    ],
)
def test_plain(words, name):
    assert plain(words) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Army spokesman Ahmed al-Masri said so.", "Ahmed al-Masri"),
        ("Colonel Abdi Nur said so.", "Abdi Nur"),
        ("The General Staff said so.", None),
    ],
)
def test_person_name(draft_of, text, name):
    draft = draft_of(text)
    assert person_name(draft, (0, text.index(" said"))) == name


def test_a_dash_before_a_name_is_no_part_of_it():
    assert plain("- Asim Khan") == "Asim Khan"
