"""How tagger, rules and headings are put together, who goes on speaking, and what is a denial."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claims.attribution import Stance
from counterclaim.extraction import attribution
from counterclaim.extraction.attributions import Attribution
from counterclaim.extraction.tagger import Tagged

SAYS, CLAIMS, DENIES = Stance.SAYS, Stance.CLAIMS, Stance.DENIES
BASE = Attribution(cue=(10, 14), source=(0, 9), content=((15, 30),), stance=SAYS, rule="clausal complement", probability=0.8)


class FakeTagger:
    """Gives what it is told to, whatever the text."""

    def __init__(self, *tagged):
        self.tagged = list(tagged)

    def tag(self, text, blocks):
        assert all(text[a:b].strip() for a, b in blocks)
        return self.tagged


@pytest.fixture
def read(draft_of, words_of):
    def rows(text, *, headings=(), tagger=None, speakers=()):
        draft = draft_of(text, headings=headings)
        found = attribution.attributions(draft, tagger, lambda words: words in speakers)
        return [(*words_of(draft.report.text, a), a) for a in found]

    return rows


def tagged(text, cue, source, content, probability=0.9):
    at = {word: (text.index(word), text.index(word) + len(word)) for word in (cue, source, content) if word}
    return Tagged(cue=at[cue], source=(at[source],) if source else (), content=(at[content],), probability=probability)


# merge


def test_merge_keeps_the_rules_source_and_stance_and_puts_the_contents_together():
    tag = replace(BASE, source=(4, 9), content=((31, 40),), stance=CLAIMS, rule="tagger", probability=0.9)
    (made,) = attribution.merge([tag], [BASE])
    assert made == replace(BASE, content=((15, 40),), rule="clausal complement, tagger", probability=0.9)


def test_merge_takes_the_taggers_source_where_the_rule_has_none():
    (made,) = attribution.merge([replace(BASE, rule="tagger")], [replace(BASE, source=None)])
    assert made.source == BASE.source


def test_merge_keeps_what_only_one_of_them_found():
    other = replace(BASE, cue=(50, 54), rule="tagger")
    assert attribution.merge([other], [BASE]) == [BASE, other]
    assert attribution.merge([], [BASE]) == [BASE]


# the tagger's attributions


def test_tagged_attributions_get_stance_and_whole_sources(read):
    text = "A senior army officer bragged about losses at Kidal."
    (row,) = read(text, tagger=FakeTagger(tagged(text, "bragged", "officer", "losses at Kidal")))
    assert row[:3] == ("A senior army officer", "bragged", "losses at Kidal")
    assert row[3].stance is CLAIMS


@pytest.mark.parametrize(
    ("cue", "probability"),
    [("about", 0.99), ("bragged", 0.2)],
    ids=["a cue that cannot report", "too unlikely"],
)
def test_doubtful_tags_are_dropped(read, cue, probability):
    text = "A senior army officer bragged about losses at Kidal."
    assert read(text, tagger=FakeTagger(tagged(text, cue, "officer", "losses at Kidal", probability))) == []


def test_a_tagged_content_stops_where_another_speaker_begins(read):
    text = "Kyiv said the bridge fell. Moscow said the bridge stood."
    first = tagged(text, "said", "Kyiv", "the bridge fell. Moscow said the bridge stood")
    second = Tagged(cue=(34, 38), source=((27, 33),), content=((39, 55),), probability=0.9)
    assert [r[2] for r in read(text, tagger=FakeTagger(first, second))] == ["the bridge fell.", "the bridge stood"]


def test_a_scrap_of_another_sentence_is_no_content(read):
    text = "Most were civilians, Captain Hussein recounted. Nobody claimed the blast near the port. The town was calm."
    first = tagged(text, "recounted", "Captain Hussein", "Most were civilians")
    scrap = replace(first, content=(*first.content, (text.index("the blast"), text.index(" near"))))
    whole = replace(first, content=(*first.content, (text.index("Nobody"), text.index(" The town"))))
    assert [r[2] for r in read(text, tagger=FakeTagger(scrap))] == ["Most were civilians"]
    assert [r[2] for r in read(text, tagger=FakeTagger(whole))] == ["Most were civilians … Nobody claimed the blast near the port."]


def test_a_tagged_cue_that_denies_itself_is_withheld(read):
    text = "Officers would not elaborate on losses at Kidal."
    (row,) = read(text, tagger=FakeTagger(tagged(text, "elaborate", "Officers", "losses at Kidal")))
    assert row[3].withheld


# headings


def test_a_heading_is_read_by_its_own_grammar_and_the_body_by_the_parse(read):
    rows = read("Kyiv said the bridge fell.", headings=["Bridge destroyed: Ukrainian army"])
    assert [(r[:3], r[3].rule) for r in rows] == [
        (("Ukrainian army", ":", "Bridge destroyed"), "heading"),
        (("Kyiv", "said", "the bridge fell"), "clausal complement"),
    ]


def test_a_noun_that_reports_stays_inside_a_heading(read):
    rows = read("Calm returned.", headings=["Army rejects a report that 200 men surrendered"])
    assert [(r[0], r[1], r[3].stance) for r in rows] == [("Army", "rejects", DENIES), (None, "report", Stance.REPORTS)]


# speakers who go on


def content_by_source(rows):
    return [(source, content) for source, _, content, _ in rows]


def test_a_speaker_goes_on_in_the_past_perfect(read):
    rows = read("The army said the base fell. Forty men had died. The sun rose.")
    assert content_by_source(rows) == [("The army", "the base fell"), ("The army", "Forty men had died.")]
    assert rows[1][3].rule == "continued"


def test_a_speaker_goes_on_inside_an_open_quote(read):
    rows = read("The rebel chief said: “We hold Goma. The army fled in the night. We took the airport.” Shops opened again.")
    assert {source for source, _ in content_by_source(rows)} == {"The rebel chief"}
    told = " ".join(content for _, content in content_by_source(rows))
    assert "fled in the night" in told
    assert "took the airport" in told
    assert "Shops" not in told


def test_a_speaker_goes_on_over_paragraphs_inside_a_quote_only(read):
    apart = read("The army said the base fell.\nForty men had died.")
    assert content_by_source(apart) == [("The army", "the base fell")]


@pytest.mark.parametrize(
    "text",
    [
        "The army denied the raid. Forty men had died.",
        "The army would not say that the base fell. Forty men had died.",
        "The army said the base fell. The sun rose. Forty men had died.",
        "The army said the base fell. The rebels said it stood. The sun rose.",
    ],
    ids=["after a denial", "after silence", "after another sentence", "in the outlet's own tense"],
)
def test_a_speaker_does_not_go_on(read, text):
    assert not any(a.rule == "continued" for *_, a in read(text))


# denials


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the report was false.",
        "Billene Seyoum told Reuters that was not true.",
        "“There is no such encirclement,” the leader told Reuters.",
        "Baku said the claim about the helicopter was baseless.",
        "The junta said there was no truth in the story.",
        "Moscow called the report a lie.",
        "The RSF said nothing of the kind happened in Nyala.",
    ],
)
def test_calling_a_claim_false_is_a_denial(read, text):
    assert [a.stance for source, _, _, a in read(text) if source is not None] == [DENIES]


@pytest.mark.parametrize(
    "text",
    [
        "The army said the rebels flew a false flag.",
        "The governor said fake uniforms were found in Goma.",
        "The ministry neither confirmed nor denied the loss of the ship.",
        "The army said that the report was complete.",
    ],
)
def test_a_false_thing_is_not_a_false_claim(read, text):
    assert DENIES not in [a.stance for *_, a in read(text)]


def test_attributions_come_in_the_order_of_their_contents(read):
    rows = read("Nine died, medics said. Kyiv said the bridge fell. According to the UN, 40 people fled.")
    starts = [a.content[0] for *_, a in rows]
    assert starts == sorted(starts)
    assert len(starts) == 3
