from __future__ import annotations

import json
from pathlib import Path

import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.evaluation.floors import read_floors
from counterclaim.evaluation.gold import gold_hash, read_dispatches, read_rows, sentence_starts

from .builders import TEXTS, coded, write_folder

ROOT = Path(__file__).parents[3]


def sentences(text):
    starts = (*sentence_starts(text), len(text))
    return [text[a:b].strip() for a, b in zip(starts, starts[1:], strict=False)]  # noqa: RUF007 - bounds, not pairs of items


def test_sentences_end_at_lines_and_full_stops_but_not_in_abbreviations():
    text = "Rebels take base\n\nGen. Ali said so. \u201cWe left.\u201d He gave no figure, e.g. none"
    assert sentences(text) == ["Rebels take base", "Gen.", "Ali said so.", "\u201cWe left.\u201d", "He gave no figure, e.g. none"]


def test_offset_finds_its_sentence(tmp_path):
    gold = read_dispatches(write_folder(tmp_path / "d", [coded("alpha", 1, 19)]))
    assert gold.words("alpha", TEXTS["alpha"].index("Sunday")) == "The army said 12 rebels died in Rukha on Sunday."
    assert gold.words("alpha", len(TEXTS["alpha"]) - 1) == "Rebels denied it."


def test_hash_changes_with_a_text_and_with_a_coding_and_not_with_layout():
    claims = (coded("alpha", 1, 19),)
    assert gold_hash(TEXTS, claims) == gold_hash(dict(reversed(TEXTS.items())), ({**dict(reversed(claims[0].items()))},))
    assert gold_hash({**TEXTS, "beta": "x"}, claims) != gold_hash(TEXTS, claims)
    assert gold_hash(TEXTS, (coded("alpha", 1, 20),)) != gold_hash(TEXTS, claims)


def test_folder_without_texts_tells_the_way_out(tmp_path):
    with pytest.raises(UnreadableInput, match="no texts"):
        read_dispatches(tmp_path)


def test_claim_on_no_text_names_its_line(tmp_path):
    with pytest.raises(UnreadableInput, match="line 2"):
        read_dispatches(write_folder(tmp_path / "d", [coded("alpha", 1, 19), coded("gamma", 2, 0)]))


def test_broken_line_names_file_and_line(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": 1}\n\n{"doc": \n', encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"gold\.jsonl, line 3"):
        list(read_rows(path))
    path.write_text("[1]\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="not a JSON object"):
        list(read_rows(path))


def test_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableInput, match="No such file"):
        list(read_rows(tmp_path / "none.jsonl"))


def test_sample_dispatches_are_the_set_that_the_floors_are_of():
    gold = read_dispatches(ROOT / "samples" / "dispatches")
    assert (len(gold.texts), len(gold.claims)) == (24, 312)
    assert read_floors(ROOT / "evaluation" / "floors.json").gold == gold.hash


def test_coded_claims_of_the_samples_start_at_their_anchors():
    gold = read_dispatches(ROOT / "samples" / "dispatches")
    for claim in gold.claims:
        assert gold.texts[claim["doc"]][claim["start"] :].startswith(claim["anchor"]), json.dumps(claim)
