"""Words to their place in the text, without any help but the text itself."""

from __future__ import annotations

import pytest

from counterclaim.extraction.llm.words import find_words

TEXT = "He said “no”.\n\nThe  army's  men — 40 of them — were killed. The army said so. KILLING goes on."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("said", "said"),
        ('"no"', "“no”"),
        ("The army's men", "The  army's  men"),
        ("The army’s men", "The  army's  men"),
        ("men - 40 of them", "men — 40 of them"),
        ("were Killed.", "were killed."),
        ("  said ", "said"),
        ("kill", None),
        ("illed", None),
        ("4", None),
        ("nobody", None),
        ("", None),
        ("  ", None),
        (None, None),
        (".*", None),
    ],
)
def test_words_are_found_whole_exactly_or_else_written_in_another_way(words, found):
    span = find_words(TEXT, words, (0, len(TEXT)), 0)
    assert (TEXT[slice(*span)] if span else None) == found


def test_of_several_places_the_nearest_counts():
    text = "Five died. Five fled. Five hid."
    assert [find_words(text, "Five", (0, len(text)), near) for near in (0, 12, 30)] == [(0, 4), (11, 15), (22, 26)]


def test_an_exact_match_counts_before_a_nearer_one_that_is_not():
    assert find_words("Killed here, killed there", "killed", (0, 25), 0) == (13, 19)


def test_only_the_stretch_that_was_shown_is_searched():
    assert find_words("Five died. Five fled.", "Five", (11, 21), 0) == (11, 15)
    assert find_words("Five died. Five", "Five died", (0, 8), 0) is None
