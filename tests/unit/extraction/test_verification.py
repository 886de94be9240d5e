"""Which sentences a report calls unverified."""

from __future__ import annotations

import pytest

from counterclaim.extraction.verification import unverified


@pytest.fixture
def indices(draft_of):
    return lambda text: set(unverified(draft_of(text).sentences))


def test_a_word_is_about_its_own_sentence(indices):
    assert indices("The army took the town. Unverified footage shows burning tanks. Talks went on.") == {1}


@pytest.mark.parametrize(
    "remark",
    [
        "It was not possible to verify the claim.",
        "It was not immediately possible to confirm either account.",
        "The agency was unable to verify the reports.",
        "Reporters could not independently verify the figures.",
    ],
)
def test_a_remark_is_about_what_was_said_before(indices, remark):
    assert indices(f"Wagner said it had captured Bakhmut. {remark} Fighting went on.") == {0}


def test_a_remark_reaches_four_sentences_back(indices):
    said = " ".join(f"Town {name} fell." for name in "ABCDEF")
    assert indices(f"{said} It was not possible to verify the claims.") == {2, 3, 4, 5}


@pytest.mark.parametrize("text", ["The ministry verified the figures.", "The army confirmed 20 deaths.", "Observers verify the truce."])
def test_what_was_checked_is_not_unverified(indices, text):
    assert indices(text) == set()


@pytest.mark.parametrize("remark", ["If confirmed, the loss of ten jets would be the worst yet.", "It is, if true, a heavy blow."])
def test_a_condition_leaves_its_own_sentence_unverified(indices, remark):
    assert indices(f"Kyiv spoke of ten jets. {remark} Fighting went on.") == {1}
