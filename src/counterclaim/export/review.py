"""What a person made of a claim, as schema.org's ClaimReview.

Source: schema.org, ClaimReview and Rating. Nothing but a named person's assessment becomes one.
"""

from __future__ import annotations

from typing import Any, Final

from counterclaim.claims import admiralty
from counterclaim.claims.assessment import SCALE, Assessment, Rating

Object = dict[str, Any]

_CANNOT_BE_JUDGED: Final = frozenset("F6")


def review(one: Assessment, quote: str, claim: str) -> Object:
    """Give the node of an assessment; `claim` is the node's id of the claim, `quote` its words."""
    name = f"urn:counterclaim:assessment:{one.id}"
    return {
        "@id": name,
        "@type": ["schema:ClaimReview", "prov:Entity"],
        "schema:itemReviewed": {"@id": claim},
        "schema:claimReviewed": quote,
        "schema:author": {"@id": f"{name}:person", "@type": ["schema:Person", "prov:Agent"], "schema:name": one.by},
        "schema:datePublished": one.at.date(),
        "schema:reviewBody": one.why,
        "schema:reviewRating": [*_rating(one.rating), *_grades(one.admiralty)],
        "prov:wasDerivedFrom": {"@id": claim},
        "prov:wasAttributedTo": {"@id": f"{name}:person"},
        "prov:generatedAtTime": one.at,
    }


def _rating(rating: Rating | None) -> list[Object]:
    if rating is None:
        return []
    node: Object = {"@type": "schema:Rating", "schema:reviewAspect": "claim", "schema:alternateName": rating}
    if rating in SCALE:
        values = SCALE.values()
        node |= {"schema:ratingValue": SCALE[rating], "schema:bestRating": max(values), "schema:worstRating": min(values)}
    return [node]


def _grades(code: str | None) -> list[Object]:
    if code is None:
        return []
    return [
        _grade("Admiralty code: source", code[0], admiralty.SOURCES, "AE"),
        _grade("Admiralty code: information", code[1], admiralty.INFORMATION, "15"),
    ]


def _grade(aspect: str, value: str, meaning: dict[str, str], ends: str) -> Object:
    node: Object = {"@type": "schema:Rating", "schema:reviewAspect": aspect, "schema:alternateName": meaning[value]}
    if value in _CANNOT_BE_JUDGED:
        return node
    return node | {"schema:ratingValue": value, "schema:bestRating": ends[0], "schema:worstRating": ends[1]}
