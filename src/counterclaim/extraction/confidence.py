"""How far a claim is to be trusted: a logistic model of a dozen signs, fitted on coded dispatches.

`training/confidence/fit.py` makes the weights. Confidence is the chance that the claim is there with this asserter and
these figures; `counterclaim evaluate confidence` tells whether it means what it says.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from counterclaim.claims.event import Kind
from counterclaim.extraction.findings import Finding

WEIGHTS: Final = files("counterclaim.data") / "confidence.json"
BIAS: Final = "bias"
MEASURED_AS: Final = {"both": "trained"}
_SUFFERED = frozenset({Kind.CASUALTIES, Kind.ATTACK, Kind.CLASH})
_TALK = frozenset({Kind.TALKS, Kind.AGREEMENT, Kind.CEASEFIRE, Kind.ACCUSATION, Kind.OTHER})


def signs(finding: Finding) -> dict[str, bool]:
    """Give the signs that speak for or against a finding; each is there or not.

    The tagger's probability is none of them: it differs in the last digits from processor to processor.
    """
    attribution, speaker = finding.testimony.attribution, finding.testimony.speaker
    rule = attribution.rule if attribution is not None else ""
    return {
        "the outlet speaks": attribution is None,
        "rule and tagger agree": "tagger" in rule and rule != "tagger",
        "tagger alone": rule == "tagger",
        "a pronoun's antecedent": speaker is not None and speaker.antecedent is not None,
        "a speaker without side": speaker is not None and speaker.party is None,
        "told by a noun": finding.event.nominal,
        "control": finding.event.kind is Kind.CONTROL,
        "talk": finding.event.kind in _TALK,
        "a figure": finding.control is None and any(count.low is not None or count.best is not None for count in finding.counts),
        "nobody named who suffers": finding.event.kind in _SUFFERED and finding.target is None,
        "a place that is known": finding.place is not None and finding.place.name is not None,
        "a date": finding.dates is not None,
    }


def confidence(finding: Finding, reader: str) -> float | None:
    """Give the confidence of a finding of a reader, 0 to 1, two decimals; None for a reader that nobody has measured.

    What a language model found too has the trained reader's confidence: how much a model's word adds depends on the model.
    """
    weights = load().get(MEASURED_AS.get(reader, reader))
    if weights is None:
        return None
    score = weights[BIAS] + sum(weights[sign] for sign, there in signs(finding).items() if there)
    return round(1 / (1 + math.exp(-score)), 2)


@cache
def load() -> Mapping[str, Mapping[str, float]]:
    """Give the weights of each reader's signs, as log odds."""
    weights: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf8"))["weights"]
    return weights
