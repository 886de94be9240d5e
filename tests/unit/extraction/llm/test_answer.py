"""The form that answers are held to, and the words that ask for them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import pytest

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind
from counterclaim.extraction.llm.answer import read_answer, schema
from counterclaim.extraction.llm.prompt import PROMPT, messages, parts

# The hash of all that is asked with, by version. Whoever changes a prompt or the form makes a new version.
ASKED = {1: "190624c84900d097"}


def objects(part) -> Iterator[dict]:
    if isinstance(part, dict):
        if "properties" in part:
            yield part
        for one in part.values():
            yield from objects(one)
    elif isinstance(part, list):
        for one in part:
            yield from objects(one)


def test_every_field_is_required_and_no_other_allowed_as_strict_servers_want_it():
    every = list(objects(schema()))
    assert len(every) == 4
    for one in every:
        assert one["required"] == list(one["properties"])
        assert one["additionalProperties"] is False
        assert not any("default" in field for field in one["properties"].values())


def test_the_kinds_outcomes_and_changes_are_those_of_a_claim():
    listed = {name: set(part["enum"]) for name, part in schema()["$defs"].items() if "enum" in part}
    assert listed == {"Kind": {str(k) for k in Kind}, "Outcome": {str(o) for o in Outcome}, "Change": {str(c) for c in Change}}


def test_a_prompt_that_changes_has_a_new_version():
    asked = json.dumps([messages(""), schema()], sort_keys=True)
    assert ASKED[PROMPT] == hashlib.sha256(asked.encode()).hexdigest()[:16]


def test_the_conversation_ends_with_the_text_and_has_an_example_in_the_form_asked_for():
    told = messages("Some text.")
    assert [one["role"] for one in told] == ["system", "user", "assistant", "user"]
    assert told[-1]["content"] == "Some text."
    assert len(read_answer(told[2]["content"]).claims) == 4


def test_the_example_points_at_words_that_are_there():
    _, example, answer = parts()
    for claim in json.loads(answer)["claims"]:
        words = [claim[name] for name in ("content", "source", "cue", "event", "negation", "actor", "target", "place", "dates")]
        words += [one for figure in claim["counts"] for one in (figure["text"], figure["of"])]
        assert [one for one in words if one is not None and one not in example] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "[]",
        '{"claims": 1}',
        '{"claims": [{}]}',
        '{"claims": [{"content": "x", "event": "x", "kind": "war"}]}',
        '{"claims": [], "more": 1}',
    ],
)
def test_what_has_another_form_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        read_answer(text)


def test_a_server_that_leaves_out_what_is_null_is_understood():
    (claim,) = read_answer('{"claims": [{"content": "x", "event": "x", "kind": "clash"}]}').claims
    assert (claim.source, claim.counts) == (None, ())
