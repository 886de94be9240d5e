"""The formats, by name, and which of them a policy shapes."""

from __future__ import annotations

from typing import Final

from counterclaim.export.acled import ACLED
from counterclaim.export.ftm import FTM
from counterclaim.export.ged import GED
from counterclaim.export.geojson import GEOJSON
from counterclaim.export.hxl import HXL
from counterclaim.export.jsonld import JSONLD
from counterclaim.export.parquet import PARQUET
from counterclaim.export.shape import Field, Shape, Type
from counterclaim.export.table import COLUMNS

_TYPES: Final[dict[str, Type]] = {
    **dict.fromkeys(("published", "asserted_at", "earliest", "latest"), "date"),
    **dict.fromkeys(("unverified", "negated"), "boolean"),
    **dict.fromkeys(("latitude", "longitude", "confidence"), "number"),
    **dict.fromkeys(("geonames", "where_prec", "date_prec", "nth", "count_low", "count_high", "count_best", "start", "end"), "integer"),
}

CLAIMS: Final = Shape(name="claims", title="Claims, counterclaim/claim/1", mediatype="application/x-ndjson")
INCIDENTS: Final = Shape(
    name="incidents",
    title="Incidents, counterclaim/incident/1",
    mediatype="application/x-ndjson",
    dropped={"claims": "only their ids: `--format claims` has them whole"},
)
CSV: Final = Shape(
    name="csv",
    title="Claims, one row a count",
    fields=tuple(Field(name=name, type=_TYPES.get(name, "string"), holds=f"`{name}` of the claim") for name in COLUMNS),
    dropped={
        "content": "spans of what the asserter vouches for",
        "evidence": "spans behind the values without words",
        "offsets": "those of source, cue, counts, place and dates; those of the quote stay",
        "score": "how far the place's entry is supported",
    },
    degraded={
        "assessments": "what holds of each person's, in five cells, several people's with `; ` between",
        "chain": "one cell, `role: name > role: name`",
        "cells": "words that a spreadsheet would run as a formula, or take for a number or a day, begin with an apostrophe",
    },
)

SHAPES: Final[dict[str, Shape]] = {one.name: one for one in (CLAIMS, INCIDENTS, GED, ACLED, GEOJSON, HXL, JSONLD, FTM, PARQUET, CSV)}
WITHOUT_POLICY: Final = frozenset({"claims", "incidents", "csv"})
"""Formats in which nothing is merged, so that no policy but list_all changes them."""

TABULAR: Final = frozenset(name for name, shape in SHAPES.items() if shape.fields)
