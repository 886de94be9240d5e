"""Quotations that an attribution holds in part, or none holds: whose they are."""

from __future__ import annotations

import re

from counterclaim.claims.attribution import Stance
from counterclaim.extraction.attributions import Attribution
from counterclaim.extraction.quotes import with_loose_quotes


def said(text, cue, source, content):
    """Makes an attribution of words that stand in the text."""
    spans = [(at, at + len(words)) for words in (cue, source, content) for at in [text.index(words)]]
    return Attribution(cue=spans[0], source=spans[1], content=(spans[2],), stance=Stance.SAYS, rule="tagger", probability=0.9)


def read(text, *found):
    """Gives the contents of each attribution as words."""
    blocks = [match.span() for match in re.finditer(r"[^\n]+", text)]
    return [" … ".join(text[a:b] for a, b in one.content) for one in with_loose_quotes(text, blocks, list(found))]


def test_who_holds_most_of_a_quotation_holds_it_all():
    text = "“The rebels came at dawn. They burned the mill. We fled,” Nia Okello said."
    assert read(text, said(text, "said", "Nia Okello", "“The rebels came at dawn. They burned the mill.")) == [
        "“The rebels came at dawn. They burned the mill. We fled,”"
    ]


def test_a_quotation_that_none_holds_is_the_nearest_speakers():
    text = "Nia Okello spoke of the raid. “They burned the mill and the school,” she recalled."
    assert read(text, said(text, "spoke of", "Nia Okello", "the raid")) == ["the raid … “They burned the mill and the school,”"]


def test_a_paragraph_that_is_a_quotation_is_the_last_speakers():
    text = "The front is quiet, Colonel Petrenko said.\n“We sleep in the cellars and wait for the spring.”\n“Nobody believes in it any more"
    assert read(text, said(text, "said", "Colonel Petrenko", "The front is quiet")) == [
        "The front is quiet … “We sleep in the cellars and wait for the spring.”\n“Nobody believes in it any more"
    ]


def test_a_paragraph_with_words_of_the_reports_own_is_left_alone():
    text = "The front is quiet, Colonel Petrenko said.\nA poster on the wall of the station reads “Soldiers sleep here”, in red paint."
    assert read(text, said(text, "said", "Colonel Petrenko", "The front is quiet")) == ["The front is quiet"]


def test_a_quotation_far_below_the_speaker_is_nobodys():
    text = "The front is quiet, Colonel Petrenko said.\nIt rained.\nIt snowed.\n“We sleep in the cellars and wait.”"
    assert read(text, said(text, "said", "Colonel Petrenko", "The front is quiet")) == ["The front is quiet"]
