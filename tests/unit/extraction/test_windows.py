"""How a text is cut into windows of word pieces, and what is promised about the offsets."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from counterclaim.claims.errors import MissingResource
from counterclaim.extraction.windows import MAX_PIECES, sentence_spans, windows


@pytest.fixture(scope="module")
def by_word():
    """A tokenizer that makes one piece of each word, so that sizes can be counted by hand."""
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return tokenizer


def cut(text, tokenizer, blocks=None):
    return list(windows(text, blocks or [(0, len(text))], tokenizer))


def words_in(text, window):
    return [text[a:b] for a, b in window.offsets if b]


def sentence(number, size):
    return " ".join([f"S{number}", *["word"] * (size - 2), "end."])


def test_sentences_end_at_marks_before_a_capital_and_at_line_ends():
    text = 'The army left Kidal. "We won," rebels said. They took 3.5 tons\nNo more.'
    assert [text[a:b].strip() for a, b in sentence_spans(text, 0, len(text))] == [
        "The army left Kidal.",
        '"We won," rebels said.',
        "They took 3.5 tons",
        "No more.",
    ]


def test_sentences_of_a_part_stay_in_that_part():
    text = "Not this. The town fell. Goma was calm. Nor this."
    start, end = text.index("The"), text.index("Nor")
    assert [text[a:b].strip() for a, b in sentence_spans(text, start, end)] == ["The town fell.", "Goma was calm."]


def test_blank_text_has_no_sentences_and_no_windows(by_word):
    assert list(sentence_spans(" \n\n ", 0, 4)) == []
    assert cut(" \n\n ", by_word) == []


def test_offsets_reslice_to_words_of_the_text(by_word):
    text = "Kyiv said two men died.\n\nMoscow denied it. Nobody could check."
    (window,) = cut(text, by_word)
    assert words_in(text, window) == text.split()
    assert len(window.pieces) == len(window.offsets)


def test_a_separator_stands_between_blocks_and_at_the_end(by_word):
    text = "One two\n\nthree"
    (window,) = cut(text, by_word, [(0, 7), (9, 14)])
    assert window.pieces == (1, 0, 0, 2, 0, 2)
    assert [window.offsets[i] for i, piece in enumerate(window.pieces) if piece in {1, 2}] == [(0, 0)] * 3


def fresh(text, made):
    return [text[a:b] for w in made for a, b in w.offsets[w.fresh : w.ahead] if b]


def test_sentences_do_not_end_behind_titles_and_initials():
    text = "Gen. Ahmad met Mr. Karimi and J. Bosco in the U.S. camp. Dr. Amina did not."
    assert [text[a:b].strip() for a, b in sentence_spans(text, 0, len(text))] == [
        "Gen. Ahmad met Mr. Karimi and J. Bosco in the U.S. camp.",
        "Dr. Amina did not.",
    ]


def test_windows_share_short_sentences_as_context_on_both_sides(by_word):
    text = " ".join(sentence(n, 60) for n in range(7))
    first, second, third = cut(text, by_word)
    assert (words_in(text, first)[0], words_in(text, first)[-60]) == ("S0", "S3")
    assert words_in(text, second)[0] == "S2"
    assert (first.fresh, first.ahead) == (1, 181)
    assert (second.fresh, second.ahead) == (61, 181)
    assert [text[slice(*w.offsets[w.fresh])] for w in (first, second, third)] == ["S0", "S3", "S5"]


def test_long_sentences_are_not_repeated(by_word):
    text = " ".join(sentence(n, 90) for n in range(4))
    assert [words_in(text, w)[0] for w in cut(text, by_word)] == ["S0", "S2"]
    assert [(w.fresh, w.ahead) for w in cut(text, by_word)] == [(1, 181), (1, 182)]  # the last [SEP] counts


def test_a_sentence_longer_than_a_window_is_cut_and_nothing_is_lost(by_word):
    text = sentence(0, 700)
    made = cut(text, by_word)
    assert [len(w.pieces) for w in made] == [256, 256, 194]
    assert fresh(text, made) == text.split()


@pytest.mark.parametrize("size", [3, 20, 63, 64, 65, 95, 126, 127, 253, 254, 255, 400])
def test_every_word_is_fresh_in_exactly_one_window(by_word, size):
    text = " ".join(sentence(n, size) for n in range(7))
    made = cut(text, by_word)
    assert fresh(text, made) == text.split()
    assert max(len(w.pieces) for w in made) <= MAX_PIECES


def test_a_tokenizer_without_the_special_pieces_is_refused():
    bare = Tokenizer(models.WordLevel({"[UNK]": 0}, "[UNK]"))
    with pytest.raises(MissingResource, match=r"\[CLS\]"):
        cut("The army left.", bare)
