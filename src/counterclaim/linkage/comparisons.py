"""In what two claims are compared, and when which level of a comparison holds: SQL over two `prepared` rows `a` and `b` of features."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counterclaim.claims.errors import UnreadableInput
from counterclaim.linkage.guards import SLACK_DAYS

Levels = Mapping[str, str]

_KM: Final = (
    "(12742.0 * asin(sqrt(least(1.0, pow(sin(radians(b.latitude - a.latitude) / 2), 2) + "
    "cos(radians(a.latitude)) * cos(radians(b.latitude)) * pow(sin(radians(b.longitude - a.longitude) / 2), 2)))))"
)
_GAP: Final = "(greatest(a.earliest, b.earliest) - least(a.latest, b.latest))"
_YEAR: Final = 365
_WIDTH: Final = "greatest(a.latest - a.earliest, b.latest - b.earliest)"
_APART: Final = "greatest(a.first - b.last, b.first - a.last)"


_SIGNATURES: Final = ("words", "headline")
_PARTS: Final = (1, 2, 3, 4)


def prepared(rows: str) -> str:
    """Give the SQL of rows as they are compared: what each comparison would take out of a list again stands in a column of its own."""
    parts = [f"{name}[{nth}] AS {name}_{nth}" for name in _SIGNATURES for nth in _PARTS]
    sizes = [f"{' + '.join(f'bit_count({name}[{nth}])' for nth in _PARTS)} AS {name}_size" for name in _SIGNATURES]
    return f"(SELECT *, sides[1] AS one_side, sides[-1] AS other_side, {', '.join(parts + sizes)} FROM {rows})"


def _shared(signature: str) -> str:
    """Give the SQL that tells which share of the words of the shorter text the other has too."""
    bits = " + ".join(f"bit_count(a.{signature}_{nth} & b.{signature}_{nth})" for nth in _PARTS)
    return f"(({bits}) / greatest(1, least(a.{signature}_size, b.{signature}_size)))"


_SHARED_WORDS: Final = _shared("words")
_SHARED_TITLE: Final = _shared("headline")

_TITLED: Final = "a.headline_size > 0 AND b.headline_size > 0"

_NOT_VIOLENCE: Final = "a.family <> 'violence' OR b.family <> 'violence'"
_SHARED_NAMES: Final = "(len(list_intersect(a.report_names, b.report_names)) / sqrt(len(a.report_names) * len(b.report_names)))"
_SHARED_PAIRS: Final = "len(list_intersect(a.report_pairs, b.report_pairs))"

COMPARISONS: Final[Mapping[str, Levels]] = {
    "kind": {
        "same": "a.kind = b.kind",
        "same_family": "a.family = b.family",
        "different": "true",
    },
    "outcomes": {
        "unknown": "len(a.outcomes) = 0 OR len(b.outcomes) = 0",
        "shared": "a.outcomes = b.outcomes OR list_has_any(a.outcomes, b.outcomes)",
        "different": "true",
    },
    "figures": {
        "unknown": "len(a.figures) = 0 OR len(b.figures) = 0",
        "same": "list_has_any(a.figures, b.figures)",
        "different": "true",
    },
    "dates": {
        "years_past": " OR ".join(
            f"({one}.earliest IS NULL AND {other}.latest < {one}.published - {_YEAR})" for one, other in ("ab", "ba")
        ),
        "unknown": "a.earliest IS NULL OR b.earliest IS NULL",
        "same_day": f"{_GAP} = 0 AND {_WIDTH} = 0",
        "overlap": f"{_GAP} <= 0 AND {_WIDTH} <= 7",
        "wide_overlap": f"{_GAP} <= 0",
        "next_day": f"{_GAP} <= {SLACK_DAYS}",
        "apart": "true",
    },
    "published": {
        "unknown": "a.published IS NULL OR b.published IS NULL",
        "within_a_day": "abs(a.published - b.published) <= 1",
        "within_3_days": "abs(a.published - b.published) <= 3",
        "within_10_days": "abs(a.published - b.published) <= 10",
        "apart": "true",
    },
    "places": {
        "both_unknown": "a.place IS NULL AND b.place IS NULL",
        "unknown": "a.place IS NULL OR b.place IS NULL",
        "same": "a.geonames = b.geonames OR a.place = b.place",
        "inside": "list_contains(a.inside, b.place) OR list_contains(b.inside, a.place)",
        "names_share": "list_has_any(a.place_words, b.place_words) AND (a.latitude IS NULL OR b.latitude IS NULL)",
        "near": f"{_KM} <= least(a.km, 25) + least(b.km, 25)",
        "unresolved": "len(a.inside) = 0 OR len(b.inside) = 0",
        "wider_area": "(a.broad OR b.broad) AND a.country = b.country",
        "same_area": "a.inside[1] = b.inside[1] AND len(a.inside) > 1",
        "same_country": "a.country = b.country",
        "apart": "true",
    },
    "targets": {
        "unknown": "a.target IS NULL OR b.target IS NULL",
        "same": "a.target = b.target",
        "different": "true",
    },
    "actors": {
        "unknown": "a.actor IS NULL OR b.actor IS NULL",
        "same": "a.actor = b.actor",
        "different": "true",
    },
    "sides": {
        "unknown": "len(a.sides) = 0 OR len(b.sides) = 0",
        "shared": "a.one_side IN (b.one_side, b.other_side) OR a.other_side IN (b.one_side, b.other_side)",
        "different": "true",
    },
    "asserter": {
        "unknown": "a.asserter IS NULL OR b.asserter IS NULL",
        "same": "a.asserter = b.asserter",
        "same_side": "a.side = b.side",
        "different": "true",
    },
    "negation": {
        "one_denies": "a.negated <> b.negated",
        "both_deny": "a.negated",
        "neither": "true",
    },
    "wording": {
        "nearly_the_same": f"{_SHARED_WORDS} >= 0.7",
        "alike": f"{_SHARED_WORDS} >= 0.4",
        "some_words": f"{_SHARED_WORDS} >= 0.2",
        "other_words": "true",
    },
    "names": {
        "unknown": "len(a.names) = 0 OR len(b.names) = 0",
        "several": "len(list_intersect(a.names, b.names)) >= 2",
        "one": "list_has_any(a.names, b.names)",
        "none": "true",
    },
    "names_of_reports": {
        "same_report": "a.report = b.report",
        "other_kinds": _NOT_VIOLENCE,
        "unknown": "len(a.report_names) < 3 OR len(b.report_names) < 3",
        "most": f"{_SHARED_NAMES} >= 0.5",
        "many": f"{_SHARED_NAMES} >= 0.3",
        "some": f"{_SHARED_NAMES} >= 0.2",
        "few": f"{_SHARED_NAMES} >= 0.1",
        "hardly_any": "true",
    },
    "full_names_of_reports": {
        "same_report": "a.report = b.report",
        "other_kinds": _NOT_VIOLENCE,
        "unknown": "len(a.report_pairs) = 0 OR len(b.report_pairs) = 0",
        "five": f"{_SHARED_PAIRS} >= 5",
        "three": f"{_SHARED_PAIRS} >= 3",
        "two": f"{_SHARED_PAIRS} = 2",
        "one": f"{_SHARED_PAIRS} = 1",
        "none": "true",
    },
    "report": {
        "denial": "a.denies = b.id OR b.denies = a.id",
        "same_sentence": f"a.report = b.report AND {_APART} < 0",
        "side_by_side": f"a.report = b.report AND {_APART} <= 300",
        "same_report": "a.report = b.report",
        "headlines_alike": f"{_TITLED} AND {_SHARED_TITLE} >= 0.5",
        "headlines_share": f"{_TITLED} AND {_SHARED_TITLE} >= 0.25",
        "other_report": "true",
    },
}
"""Every comparison with its levels; the first level that holds is the one that counts."""


def level_sql(name: str) -> str:
    """Give the SQL that tells the level of a comparison."""
    return "CASE " + " ".join(f"WHEN {condition} THEN '{level}'" for level, condition in COMPARISONS[name].items()) + " END"


def weight_sql(name: str, weights: Mapping[str, float]) -> str:
    """Give the SQL that tells the weight of a comparison, in hundredths of a bit."""
    cases = " ".join(f"WHEN {condition} THEN {round(100 * weights[level])}" for level, condition in COMPARISONS[name].items())
    return f"CASE {cases} END"


def score_sql(weights: Mapping[str, Mapping[str, float]]) -> str:
    """Give the SQL that tells the score of two claims, in hundredths of a bit: whole numbers add up alike in any order."""
    check_names(weights)
    return " + ".join(weight_sql(name, weights[name]) for name in COMPARISONS)


def check_names(weights: Mapping[str, Mapping[str, float]]) -> None:
    """Check that weights are there for every level of every comparison, and for nothing else.

    Raises:
        UnreadableInput: Names are missing or strange; they are named.
    """
    wanted = {f"{name}.{level}" for name, levels in COMPARISONS.items() for level in levels}
    found = {f"{name}.{level}" for name, levels in weights.items() for level in levels}
    if wanted != found:
        raise UnreadableInput("the weights of linking", "other names than the comparisons", place=", ".join(sorted(wanted ^ found)))
