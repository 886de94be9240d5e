"""Whatever a language model answers, nothing gets into a claim that does not stand in the text."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind
from counterclaim.claims.report import Part, Report, Section
from counterclaim.claims.spans import misfits
from counterclaim.extraction.llm.answer import read_answer
from counterclaim.extraction.llm.reader import Model
from counterclaim.extraction.pipeline import Extractor

TEXT = (
    "The Taliban said on Sunday that they had captured Kunduz and killed more than 20 soldiers on Saturday. "
    "Residents of Herat told Reuters that “dozens” of fighters had surrendered. The army denied that Kunduz had fallen, "
    "and said 12 drones were shot down near Kabul. Twelve people were wounded."
)
REPORT = Report(
    id="r",
    text=TEXT,
    raw_sha256="0" * 64,
    sections=(Section(part=Part.BODY, start=0, end=len(TEXT)),),
    published=dt.date(2021, 9, 5),
)
WORDS = TEXT.split()

stretches = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 14)).map(lambda at: " ".join(WORDS[at[0] : at[0] + at[1]]))
words = st.one_of(
    stretches, st.sampled_from(["Washington", "500 soldiers", "not", "never", "on Friday", "", "said", "Panjshir"]), st.text(max_size=12)
)
maybe = st.none() | words
figures = st.fixed_dictionaries({"text": words, "outcome": st.sampled_from([str(o) for o in Outcome]), "of": maybe})
held = st.fixed_dictionaries({"change": st.sampled_from([str(c) for c in Change]), "party": maybe})
claims = st.fixed_dictionaries(
    {
        "content": words,
        "event": st.one_of(words, st.sampled_from(["captured", "killed", "surrendered", "fallen", "shot down", "wounded"])),
        "kind": st.sampled_from([str(k) for k in Kind]),
    },
    optional={
        "source": maybe,
        "cue": st.one_of(maybe, st.sampled_from(["said", "told", "denied"])),
        "negation": maybe,
        "actor": maybe,
        "target": maybe,
        "counts": st.lists(figures, max_size=3),
        "control": st.none() | held,
        "place": maybe,
        "dates": maybe,
    },
)
answers = st.fixed_dictionaries({"claims": st.lists(claims, max_size=4)}).map(json.dumps)
keys = st.sampled_from(["claims", "content", "kind", "event"]) | st.text()
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)


@cache
def extractor(reader: str) -> Extractor:
    return Extractor(reader, model=Model(name="m", ask=lambda *_: read_answer(said[0]), count_dropped=dropped.update))


said: list[str] = [""]
dropped: Counter[tuple[str, str]] = Counter()


def read(reader: str, answer: str) -> list[Claim]:
    said[0] = answer
    return extractor(reader).extract(REPORT)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(answers)
def test_every_value_of_every_claim_stands_in_the_text(answer: str) -> None:
    for claim in read("llm", answer):
        assert misfits(claim, TEXT) == []
        assert claim.source is None or TEXT[claim.source.start : claim.source.end]
        assert all(claim.start <= a < b <= claim.end for a, b in claim.content)
        assert claim.confidence is None
        for count in claim.counts:
            assert count.of is None or all(word in TEXT for word in count.of.split())
            assert count.window is None or count.window in TEXT


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(answers)
def test_the_trained_readers_claims_stay_as_they_are_whatever_the_model_adds(answer: str) -> None:
    own = [(claim.id, claim.counts, claim.source, claim.confidence) for claim in read("both", '{"claims": []}')]
    found = read("both", answer)
    kept = [(c.id, c.counts, c.source, c.confidence) for c in found if c.extractor.name != "counterclaim-llm"]
    assert kept == own
    assert len({claim.id for claim in found}) == len(found)


@settings(max_examples=200)
@given(anything.map(json.dumps) | st.text() | st.binary().map(lambda b: b.decode("latin-1")))
def test_anything_at_all_is_read_or_refused(answer: str) -> None:
    try:
        read_answer(answer)
    except ValueError:
        return
    assert isinstance(json.loads(answer)["claims"], list)
