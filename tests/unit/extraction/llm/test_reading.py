"""What a language model points at, as claims: words from the text, meaning from the same grammars, the rest left out and counted."""

from __future__ import annotations

import datetime as dt
import json
import threading
from dataclasses import replace

import pytest

from counterclaim.claims.attribution import Stance
from counterclaim.claims.claim import Extractor as MadeBy
from counterclaim.claims.errors import NoAnswer
from counterclaim.claims.event import Change
from counterclaim.claims.spans import misfits
from counterclaim.extraction.llm.reader import Model
from counterclaim.extraction.pipeline import ExtractionFailure, Extractor

from .conftest import claim

TEXT = "The Taliban said on Sunday that they had killed more than 20 soldiers in Kunduz on Saturday. Residents denied this."
KILLED = claim(
    "they had killed more than 20 soldiers in Kunduz on Saturday",
    "killed",
    "casualties",
    source="The Taliban",
    cue="said",
    actor="they",
    target="soldiers",
    counts=[{"text": "more than 20", "outcome": "killed", "of": "soldiers"}],
    place="Kunduz",
    dates="on Saturday",
)


def test_words_become_a_claim_through_the_grammars_of_every_reader(read_with):
    (found,) = read_with(TEXT, KILLED)
    (count,) = found.counts
    assert (found.source.name, found.source.party, found.cue.text) == ("Taliban", "Taliban", "said")
    assert (count.operator, count.low, count.of, count.rule) == ("more_than", 21, "soldiers", "CC-1")
    assert (found.place.name, found.place.country) == ("Kunduz", "AF")
    assert (found.dates.earliest, found.dates.latest) == (dt.date(2024, 5, 4), dt.date(2024, 5, 4))
    assert (found.actor, found.confidence) == ("Taliban", None)
    assert found.extractor == MadeBy(name="counterclaim-llm", version="1, prompt 1, model m")
    assert found.asserted_at == dt.date(2024, 5, 5)


def test_the_stance_comes_from_the_cue_and_a_denial_is_negated(read_with):
    text = "The army denied that the Taliban had captured Kunduz."
    (found,) = read_with(
        text,
        claim(
            "the Taliban had captured Kunduz",
            "captured",
            "control",
            source="The army",
            cue="denied",
            control={"change": "captured", "party": "the Taliban"},
            place="Kunduz",
        ),
    )
    assert (found.stance, found.negated, found.control.change, found.control.party) == (Stance.DENIES, True, Change.CAPTURED, "Taliban")


@pytest.mark.parametrize(
    ("change", "why", "left"),
    [
        ({"content": "they had killed 500 soldiers"}, ("content", "not in the text"), 0),
        ({"event": "slaughtered"}, ("event", "not in the text"), 0),
        ({"kind": "ceasefire"}, ("kind", "not what the words mean"), 0),
        ({"source": "The Pentagon"}, ("source", "not in the text"), 0),
        ({"cue": "claimed"}, ("cue", "not in the text"), 0),
        ({"cue": "Sunday"}, ("cue", "no word of saying"), 0),
        ({"cue": None}, ("cue", "not in the text"), 0),
        ({"negation": "never"}, ("negation", "not in the text"), 1),
        ({"negation": "soldiers"}, ("negation", "not what the words mean"), 1),
        ({"actor": "the Americans"}, ("actor", "not in the text"), 1),
        ({"target": "marines"}, ("target", "not in the text"), 1),
        ({"counts": [{"text": "30", "outcome": "killed", "of": None}]}, ("counts", "not in the text"), 1),
        ({"counts": [{"text": "soldiers", "outcome": "killed", "of": None}]}, ("counts", "no number"), 1),
        ({"counts": [{"text": "more than 20", "outcome": "wounded", "of": None}]}, ("counts", "not what the words mean"), 1),
        ({"counts": [{"text": "more than 20", "outcome": "killed", "of": "marines"}]}, ("counts of", "not in the text"), 1),
        ({"place": "Herat"}, ("place", "not in the text"), 1),
        ({"place": "soldiers"}, ("place", "no place"), 1),
        ({"place": "Taliban"}, ("place", "no place"), 1),
        ({"dates": "on Friday"}, ("dates", "not in the text"), 1),
        ({"dates": "on Sunday"}, ("dates", "no date of the event"), 1),
        ({"dates": "Kunduz"}, ("dates", "no date of the event"), 1),
    ],
)
def test_what_the_text_does_not_bear_out_is_left_out_and_counted(read_with, drops, report_of, change, why, left):
    found = read_with(TEXT, KILLED | change)
    assert len(found) == left
    assert drops[why] == 1
    for one in found:
        assert misfits(one, report_of(TEXT).text) == []
        assert why[0] != "place" or one.place is None
        assert why[0] != "dates" or one.dates is None
        assert not one.negated


def test_a_change_of_control_needs_a_party_that_is_known_and_words_that_tell_it(read_with, drops):
    text = "The Taliban captured Kunduz, residents said."
    told = claim("The Taliban captured Kunduz", "captured", "control", source="residents", cue="said", place="Kunduz")
    assert read_with(text, told) == []
    assert read_with(text, told | {"control": {"change": "withdrew_from", "party": "The Taliban"}}) == []
    (found,) = read_with(text, told | {"control": {"change": "captured", "party": "The Taliban"}})
    assert (found.control.party, found.place.name) == ("Taliban", "Kunduz")
    assert drops == {("control", "not in the text"): 1, ("control", "not what the words mean"): 1}


def test_what_is_only_supposed_or_left_unsaid_is_no_claim(read_with, drops):
    assert read_with("The army said the Taliban might attack Kunduz.", claim("the Taliban might attack Kunduz", "attack", "attack")) == []
    unsaid = claim("the Taliban attacked Kunduz", "attacked", "attack", source="The army", cue="say")
    assert read_with("The army did not say that the Taliban attacked Kunduz.", unsaid) == []
    assert drops == {("event", "only supposed"): 1, ("content", "left unsaid"): 1}


def test_a_claim_that_is_told_twice_is_one(read_with, drops):
    assert len(read_with(TEXT, KILLED, KILLED)) == 1
    assert drops["claim", "told twice"] == 1


def test_a_long_report_is_asked_about_in_pieces_and_read_as_one(read_with):
    text = "The Taliban said that 12 soldiers died.\nThe army said that 30 rebels died."
    claims = [
        claim(f"{n} {who} died", "died", "casualties", source=source, cue="said", counts=[{"text": n, "outcome": "killed", "of": who}])
        for n, who, source in (("12", "soldiers", "The Taliban"), ("30", "rebels", "The army"))
    ]
    apart = read_with(text, *claims, characters=10)
    assert [one.counts[0].text for one in apart] == ["12", "30"]
    assert apart == read_with(text, *claims)


def test_both_readers_give_one_claim_for_what_both_found_with_the_first_ones_values(read_with, report_of):
    alone = claim("Residents denied this", "denied", "other")
    found = read_with(TEXT, KILLED | {"place": None}, alone, reader="both")
    own = Extractor("trained").extract(report_of(TEXT))
    by = {one.extractor.name for one in found}
    assert by == {"counterclaim-both", "counterclaim-trained", "counterclaim-llm"}
    told = [replace(one, extractor=own[0].extractor) for one in found if one.extractor.name != "counterclaim-llm"]
    assert told == own
    both = next(one for one in found if one.extractor.name == "counterclaim-both")
    assert (both.place.name, both.counts[0].text, both.extractor.version) == ("Kunduz", "more than 20", "1, prompt 1, model m")
    (other,) = [one for one in found if one.extractor.name == "counterclaim-llm"]
    assert (other.confidence, other.source) == (None, None)
    assert len({one.id for one in found}) == len(found)


def test_the_trace_names_prompt_and_model(model_of, report_of):
    ((_, trace),) = Extractor("llm", model=model_of(KILLED)).traced(report_of(TEXT))
    assert (trace.rule, trace.probability) == ("llm, prompt version 1, model m", None)
    assert [one.name for one in trace.candidates[:1]] == ["Kunduz"]


def test_the_attributions_heard_are_those_that_the_model_points_at(model_of, report_of):
    (heard,) = Extractor("llm", model=model_of(KILLED)).heard(report_of(TEXT))
    assert report_of(TEXT).text[slice(*heard.source)] == "The Taliban"


def refusing(*, final, bad):
    """Make a model that gives no answer about a text with a word in it."""

    def ask(messages, _schema, read):
        if bad in messages[-1]["content"]:
            raise NoAnswer("http://host", "the answer is empty", "take another model", final=final)
        return read(json.dumps({"claims": [KILLED]}))

    return Model(name="m", ask=ask, count_dropped=lambda _: None, concurrency=3)


@pytest.mark.parametrize("reader", ["llm", "both"])
def test_a_report_without_an_answer_fails_alone(report_of, reader):
    reports = [report_of(TEXT), report_of("Nothing else happened."), report_of(TEXT)]
    first, second, third = (answer for _, answer in Extractor(reader, model=refusing(final=False, bad="Nothing")).extract_many(reports))
    assert first == third != []
    assert second == ExtractionFailure(reason="the answer is empty", way_out="take another model")


def test_an_endpoint_that_is_gone_ends_the_run_after_what_was_read(report_of):
    read = Extractor("llm", model=refusing(final=True, bad="Nothing")).extract_many([report_of(TEXT), report_of("Nothing else.")])
    assert len(next(read)[1]) == 1
    with pytest.raises(NoAnswer):
        next(read)


def test_questions_are_asked_at_one_time(report_of):
    together = threading.Barrier(3, timeout=20)

    def ask(_messages, _schema, read):
        together.wait()
        return read('{"claims": []}')

    model = Model(name="m", ask=ask, count_dropped=lambda _: None, concurrency=3)
    read = list(Extractor("llm", model=model).extract_many([report_of(TEXT)] * 3))
    assert [claims for _, claims in read] == [[], [], []]


def test_a_reader_that_asks_needs_a_model():
    with pytest.raises(ValueError, match="none is named"):
        Extractor("both")
