"""Whole dispatches to their claims, kept beside the test. When a change is meant: `python tests/golden/remake.py`, and read the difference.

The rules read them, so that new weights of the tagger change nothing here.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count
from counterclaim.claims.report import Report
from counterclaim.extraction.pipeline import Extractor
from counterclaim.reading import read_inputs

SAMPLES = Path(__file__).parents[2] / "samples" / "dispatches"
STORED = Path(__file__).with_name("reports.json")
READ = ("karabakh-01", "loc-02", "panjshir-03", "somalia-04")


def claims_of_samples() -> dict[str, list[dict[str, object]]]:
    """Give the claims of each dispatch that is read here, in short."""
    extractor = Extractor("rules")
    reports = {r.id: r for r in read_inputs([str(SAMPLES)]) if isinstance(r, Report)}
    return {name: _in_short(extractor.extract(reports[name])) for name in READ}


def _in_short(claims: list[Claim]) -> list[dict[str, object]]:
    nth = {claim.id: n for n, claim in enumerate(claims)}
    return [{"says": _says(c), "what": _what(c), **_details(c), **({"denies": nth[c.denies]} if c.denies else {})} for c in claims]


def _says(claim: Claim) -> str:
    who = f"{claim.source.name} ({claim.source.party})" if claim.source else "the outlet"
    return f"{who} {claim.stance}" + (", unverified" if claim.unverified else "")


def _what(claim: Claim) -> str:
    sides = f"{claim.actor or '?'} > {claim.target or '?'}"
    control = f" {claim.control.change} by {claim.control.party}" if claim.control else ""
    return ("not " if claim.negated else "") + f"{claim.kind}{control}: {sides}"


def _details(claim: Claim) -> dict[str, object]:
    place, dates = claim.place, claim.dates
    details = {
        "counts": [_count(k) for k in claim.counts],
        "place": f"{place.text} = {place.name}, {place.country}" if place else None,
        "dates": f"{dates.earliest} to {dates.latest}" if dates else None,
        "said on": str(claim.asserted_at) if claim.asserted_at else None,
    }
    return {key: value for key, value in details.items() if value}


def _count(count: Count) -> str:
    bounds = f"{count.low}..{count.high}" if count.best is None else str(count.best)
    return f"{bounds} {count.outcome} ({count.operator} “{count.text}”, {count.of}, {count.party})"


@pytest.fixture(scope="module")
def found() -> dict[str, list[dict[str, object]]]:
    return claims_of_samples()


@pytest.mark.parametrize("name", READ)
def test_claims_are_those_that_are_kept(found: dict[str, list[dict[str, object]]], name: str) -> None:
    assert found[name] == json.loads(STORED.read_text(encoding="utf-8"))[name]
