"""Each level, from two claims that differ in one thing."""

import datetime as dt
from typing import Any

import pytest

from counterclaim.claims.event import Kind
from counterclaim.linkage import explain

from .builders import DAY, at, claim, killed, on, report, source

PLACED = {"place": at("Lower Vale", "Eastmark", latitude=10.0, longitude=10.0, precision=1)}


def level(name: str, one: dict[str, Any], other: dict[str, Any]) -> str:
    why = explain(claim("a", **({"report": report("one")} | one)), claim("b", **({"report": report("other")} | other)))
    return next(comparison.level for comparison in why.comparisons if comparison.name == name)


@pytest.mark.parametrize(
    ("name", "one", "other", "expected"),
    [
        ("kind", {}, {"kind": Kind.ATTACK}, "same_family"),
        ("kind", {}, {"kind": Kind.TALKS}, "different"),
        ("outcomes", {}, {"counts": (killed(1),)}, "unknown"),
        ("figures", {"counts": (killed(7),)}, {"counts": (killed(7),)}, "same"),
        ("figures", {"counts": (killed(7),)}, {"counts": (killed(8),)}, "different"),
        ("dates", {"dates": on(DAY)}, {}, "unknown"),
        ("dates", {"dates": on(DAY - dt.timedelta(days=400))}, {}, "years_past"),
        ("dates", {"dates": on(DAY - dt.timedelta(days=400))}, {"dates": on(DAY)}, "apart"),
        ("dates", {"dates": on(DAY)}, {"dates": on(DAY)}, "same_day"),
        ("dates", {"dates": on(DAY)}, {"dates": on(DAY + dt.timedelta(days=1))}, "next_day"),
        ("dates", {"dates": on(DAY)}, {"dates": on(DAY + dt.timedelta(days=2))}, "apart"),
        ("dates", {"dates": on(DAY)}, {"dates": on(DAY - dt.timedelta(days=3), DAY)}, "overlap"),
        ("dates", {"dates": on(DAY)}, {"dates": on(DAY - dt.timedelta(days=30), DAY)}, "wide_overlap"),
        ("published", {}, {"report": report("x", published=DAY + dt.timedelta(days=5))}, "within_10_days"),
        ("places", {}, {}, "both_unknown"),
        ("places", PLACED, {}, "unknown"),
        ("places", PLACED, {"place": at("Lower Vale", "Eastmark")}, "same"),
        ("places", PLACED, {"place": at("Eastmark", "Eastmark")}, "inside"),
        ("places", PLACED, {"place": at("Mill Bend", "Eastmark", latitude=10.05, longitude=10.0, precision=1)}, "near"),
        ("places", PLACED, {"place": at("Far Hill", "Eastmark")}, "same_area"),
        ("places", PLACED, {"place": at("Saltmouth", "Westmark")}, "same_country"),
        ("places", PLACED, {"place": at("Saltmouth", "Westmark", "YY")}, "apart"),
        ("targets", {"target": "Army"}, {"counts": (killed(7, "Army"),)}, "same"),
        ("sides", {"target": "Army"}, {"actor": "Army"}, "shared"),
        ("asserter", {"source": source("Ann Ode", "Front")}, {"source": source("Ben Pax", "Front")}, "same_side"),
        ("negation", {"negated": True}, {}, "one_denies"),
        ("wording", {}, {}, "nearly_the_same"),
        ("wording", {}, {"quote": "Envoys met about grain."}, "other_words"),
        ("names", {"quote": "Then Ann Ode fell."}, {"quote": "There lay Ann Ode."}, "several"),
        ("report", {}, {"denies": "a"}, "denial"),
        ("report", {"report": report("one")}, {"report": report("one"), "start": 90}, "side_by_side"),
        ("report", {"report": report("one")}, {"report": report("one"), "start": 900}, "same_report"),
        ("report", {"report": report("one", title="Bridge hit")}, {"report": report("x", title="Bridge is hit")}, "headlines_alike"),
        ("report", {}, {}, "other_report"),
    ],
)  # fmt: skip
def test_level(name: str, one: dict[str, Any], other: dict[str, Any], expected: str) -> None:
    assert level(name, one, other) == expected == level(name, other | {"denies": "b"} if "denies" in other else other, one)
