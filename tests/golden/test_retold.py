"""One statement, retold by six outlets in three wordings, two of them through an agency, read by the real reader."""

from pathlib import Path

import pytest

from counterclaim import Recipe, extract_claims, read_reports
from counterclaim.linkage import link, origins

SAMPLE = Path(__file__).parents[2] / "samples" / "retold"


@pytest.mark.parametrize("reader", ["rules", "trained"])
def test_one_statement_in_six_outlets_is_one_origin(reader: str) -> None:
    claims = list(extract_claims(read_reports([SAMPLE]), Recipe(reader=reader)()))

    (origin,) = origins(claims)

    assert (origin.asserter, origin.party) == ("National Resistance Front", "National Resistance Front")
    assert origin.relays == ("Ashwaka news agency",)
    assert len(origin.outlets) == len(claims) == 6
    assert {count.low for claim in claims for count in claim.counts} == {700}
    assert len(link(claims).incidents) == 1
