"""What the trained tagger finds with the weights that the package carries, and how its scores become spans."""

from __future__ import annotations

import re

import numpy as np
import pytest

from counterclaim.claims.errors import MissingResource
from counterclaim.extraction import tagger
from counterclaim.extraction.attributions import overlap
from counterclaim.extraction.windows import Window

TEXT = (
    "The rebels took the airport at Goma on Monday, a military spokesman said.\n\n"
    "Eleven soldiers were killed, according to two doctors at the town's hospital.\n\n"
    "“We have repelled the attack,” the governor told reporters. He added that the town was calm."
)
BLOCKS = [match.span() for match in re.finditer(r"[^\n]+", TEXT)]


def words(spans):
    return " … ".join(TEXT[a:b] for a, b in spans)


@pytest.fixture(scope="module")
def found(the_tagger):
    return the_tagger.tag(TEXT, BLOCKS)


@pytest.mark.parametrize(
    ("cue", "source", "content"),
    [
        ("said", "a military spokesman", "took the airport at Goma"),
        ("told", "the governor", "repelled the attack"),
        ("added", "He", "the town was calm"),
    ],
)
def test_each_cue_has_its_source_and_content(found, cue, source, content):
    (one,) = [t for t in found if TEXT[slice(*t.cue)].startswith(cue)]
    assert source in words(one.source)
    assert content in words(one.content)


def test_according_to_is_a_cue_of_two_words(found):
    (one,) = [t for t in found if TEXT[slice(*t.cue)] == "according to"]
    assert "Eleven soldiers were killed" in words(one.content)


def test_a_content_does_not_hold_its_own_cue(found):
    assert not any(overlap(one.cue, span) for one in found for span in one.content)


def test_spans_lie_in_the_blocks(found):
    for start, end in [span for one in found for span in (one.cue, *one.source, *one.content)]:
        assert any(a <= start < end <= b for a, b in BLOCKS)


def test_tags_come_in_order_with_a_probability(found):
    assert [t.cue for t in found] == sorted(t.cue for t in found)
    assert all(0.5 < t.probability <= 1 for t in found)


def test_tagging_twice_gives_the_same(the_tagger, found):
    assert the_tagger.tag(TEXT, BLOCKS) == found


def test_a_cue_in_the_context_of_the_next_window_is_found_once(the_tagger):
    text = " ".join(f"The army said that its men had taken village number {n} near Kidal on Monday." for n in range(40))
    cues = [t.cue for t in the_tagger.tag(text, [(0, len(text))])]
    assert len(cues) == len(set(cues)) == 40


def test_nothing_is_found_in_nothing(the_tagger):
    assert the_tagger.tag("", []) == []
    assert the_tagger.tag("Rain fell on the hills all day long.", [(0, 36)]) == []


def test_missing_weights_are_named_with_the_way_out(tmp_path, monkeypatch):
    monkeypatch.setattr(tagger, "FOLDER", tmp_path)
    with pytest.raises(MissingResource, match="--reader rules"):
        tagger.load.__wrapped__()


def test_runs_of_cue_tags():
    assert list(tagger._runs(np.array([0, 1, 2, 2, 0, 1, 1, 2]))) == [(1, 4), (5, 6), (6, 8)]
    assert list(tagger._runs(np.array([0, 2, 0]))) == [(1, 2)]
    assert list(tagger._runs(np.array([0, 0]))) == []


SIZE = 12
WINDOW = Window(pieces=(0,) * SIZE, offsets=((0, 0), *((4 * i, 4 * i + 3) for i in range(1, SIZE))), fresh=1, ahead=SIZE)


def odds(**pieces):
    """Gives log odds that are high for the named pieces, `p3=2.5`, and low for the rest."""
    return np.array([pieces.get(f"p{i}", -5.0) for i in range(SIZE)], dtype=np.float32)


@pytest.mark.parametrize(
    ("pieces", "spans"),
    [
        ({"p1": 1, "p2": 1, "p4": 1, "p5": 1}, ((4, 23),)),
        ({"p1": 1, "p2": 1, "p3": 1, "p9": 1}, ((4, 15),)),
        ({"p1": 1, "p2": 1, "p7": 1, "p8": 1}, ((4, 11), (28, 35))),
        ({"p6": 1}, ((24, 27),)),
        ({"p0": 9}, ()),
        ({}, ()),
    ],
    ids=["a hole is filled", "a stray is dropped", "two runs stay", "a lone piece stays", "no special pieces", "nothing"],
)
def test_content_is_every_likely_run(pieces, spans):
    assert tagger._content(WINDOW, odds(**pieces)) == spans


def test_source_is_the_one_most_likely_run():
    assert tagger._source(WINDOW, odds(p1=1, p2=1, p7=3, p8=1)) == ((28, 35),)
    assert tagger._source(WINDOW, odds(p1=3, p2=1, p7=1, p8=1)) == ((4, 11),)
    assert tagger._source(WINDOW, odds()) == ()
