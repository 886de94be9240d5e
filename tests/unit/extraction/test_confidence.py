"""How far a claim is to be trusted."""

from __future__ import annotations

import pytest

from counterclaim.extraction import confidence, parser
from counterclaim.extraction.finding import findings
from counterclaim.extraction.identity import ASKING, READERS

SURE = "The Taliban said on Saturday that eight resistance fighters were killed in Kunduz."
LOOSE = "A spokesman said that soldiers were killed."


def test_every_sign_has_a_weight_for_every_reader(extractor, report_of):
    report = report_of(SURE)
    (finding,) = findings(extractor.desk(report, parser.parse(report, extractor.nlp)))

    assert confidence.confidence(finding, "llm") is None
    assert confidence.confidence(finding, "both") == confidence.confidence(finding, "trained")
    for reader in set(READERS) - ASKING:
        assert confidence.load()[reader].keys() == {confidence.BIAS, *confidence.signs(finding)}


def test_a_claim_with_side_figure_place_and_day_is_trusted_more_than_a_loose_one(extractor, report_of):
    (sure,) = extractor.extract(report_of(SURE))
    (loose,) = extractor.extract(report_of(LOOSE))

    assert 0 < loose.confidence < sure.confidence < 1


@pytest.mark.parametrize("text", [SURE, LOOSE])
def test_confidence_has_two_decimals(extractor, report_of, text):
    (claim,) = extractor.extract(report_of(text))

    assert claim.confidence == round(claim.confidence, 2)
