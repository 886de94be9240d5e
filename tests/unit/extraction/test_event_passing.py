"""What a report only mentions: found when it is asked for, and never a claim."""

from __future__ import annotations

import pytest

from counterclaim.extraction import responsibility
from counterclaim.extraction.pipeline import Extractor
from counterclaim.workflows.sightings import report_of

MENTIONS = "The inquiry into the kidnapping of two nurses in Goma goes on."


@pytest.fixture(scope="module")
def reader():
    return Extractor("rules")


def test_a_mention_is_no_claim(claims_of):
    assert claims_of(MENTIONS) == []


def test_a_mention_is_worded_and_marked(reader):
    _, found = reader.worded(report_of(MENTIONS, None))
    assert [(w.trigger, w.event.passing, [s.head for s in w.sufferers]) for w in found] == [("kidnapping", True, ["nurse"])]


def test_what_is_told_is_not_marked(reader):
    _, found = reader.worded(report_of("Gunmen killed two nurses in Goma.", None))
    assert [w.event.passing for w in found] == [False]


@pytest.mark.parametrize(
    ("text", "deed", "doer"),
    [
        ("The Taliban claimed responsibility for the bombing.", "bombing", "Taliban"),
        ("Police blamed Boko Haram for the raid.", "raid", "Haram"),
        ("The murder was attributed to the militia.", "murder", "militia"),
        ("Residents fled the attack by rebels.", "attack", "rebels"),
        ("The Taliban denied responsibility for the bombing.", "bombing", None),
        ("Residents fled the raid.", "raid", None),
    ],
)
def test_who_is_said_to_have_done_a_deed(reader, text, deed, doer):
    (noun,) = (t for t in reader.nlp(text) if t.text == deed)
    found = responsibility.doer(noun)
    assert (found.text if found is not None else None) == doer
