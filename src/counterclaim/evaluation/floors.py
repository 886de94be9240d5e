"""What the project has reached, so that no change sinks under it without saying so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from counterclaim.claims.errors import BelowFloor, UnreadableInput
from counterclaim.evaluation.bootstrap import Score
from counterclaim.evaluation.incidents import LOWER_IS_BETTER, Share

# How far F1 may lie under its floor: this much, or one coded item where that is more, since processors round the tagger's
# products each in its own way and may tip one item. Two items lost always show.
EPSILON: Final = 0.005
DIGITS: Final = 4
WAY_OUT: Final = "mend what made it worse, or lower the floors on purpose (allow_regression) and say why"


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """F1 by measure that was reached on one set of gold, which its hash names.

    `incidents` are the shares by measure that linking reached, by what it was given: claims from text, or hand-coded ones.
    """

    gold: str
    f1: Mapping[str, float]
    incidents: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


def read_floors(path: Path) -> Floors:
    """Read a file of floors.

    Raises:
        UnreadableInput: If there is no such file or it holds something else.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        incidents = {str(basis): _numbers(values) for basis, values in content.get("incidents", {}).items()}
        return Floors(gold=str(content["gold"]), f1=_numbers(content["f1"]), incidents=incidents)
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or str(error), way_out="write floors first, with update_floors") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableInput(str(path), f"no floors in it: {error!r}", way_out="take the file from version control") from error


def _numbers(values: Mapping[str, float]) -> dict[str, float]:
    return {str(name): float(value) for name, value in values.items()}


def check_floors(rows: Iterable[Score], floors: Floors, *, gold: str) -> None:
    """Check that no F1 lies under its floor by more than EPSILON, or one coded item where that is more.

    Raises:
        BelowFloor: If one does, or a measure that has a floor is gone.
        UnreadableInput: If the floors were measured on another set of gold.
    """
    _check_gold(floors, gold)
    sunk = _sunk(rows, floors)
    if sunk:
        raise BelowFloor(sunk, WAY_OUT)


def _check_gold(floors: Floors, gold: str) -> None:
    if gold != floors.gold:
        raise UnreadableInput(
            "floors", f"measured on gold {floors.gold[:12]}, not on {gold[:12]}", way_out="measure floors on this gold anew"
        )


def check_shares(shares: Iterable[Share], floors: Floors, *, gold: str, basis: str) -> None:
    """Check that no share of linking is worse than its floor by more than EPSILON, or one coded item where that is more.

    Raises:
        BelowFloor: If one is, or a measure that has a floor is gone.
        UnreadableInput: If the floors were measured on another set of gold.
    """
    _check_gold(floors, gold)
    sunk = _sunk_shares(shares, floors.incidents.get(basis, {}))
    if sunk:
        raise BelowFloor(sunk, WAY_OUT)


def update_shares(shares: Iterable[Share], floors: Floors, *, gold: str, basis: str, allow_regression: bool = False) -> Floors:
    """Give the floors of one basis bettered to what linking reaches now; with `allow_regression`, also where that is worse.

    Raises:
        BelowFloor: If a floor would get worse and `allow_regression` is off.
        UnreadableInput: If the floors were measured on another set of gold.
    """
    _check_gold(floors, gold)
    rows, old = list(shares), floors.incidents.get(basis, {})
    sunk = {} if allow_regression else _sunk_shares(rows, old)
    if sunk:
        raise BelowFloor(sunk, WAY_OUT)
    now = {row.name: round(row.value, DIGITS) for row in rows}
    if not allow_regression:
        now = {name: (min if name in LOWER_IS_BETTER else max)(value, old.get(name, value)) for name, value in now.items()}
    return replace(floors, incidents={**floors.incidents, basis: now})


def _sunk_shares(shares: Iterable[Share], floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    now = {row.name: row for row in shares}
    sunk = {}
    for name, floor in floors.items():
        row = now.get(name)
        worse = 1.0 if row is None else (row.value - floor) * (1 if name in LOWER_IS_BETTER else -1)
        if worse > slack(row.n if row else 0):
            sunk[name] = (row.value if row else 0.0, floor)
    return sunk


def update_floors(rows: Iterable[Score], floors: Floors | None, *, gold: str, allow_regression: bool = False) -> Floors:
    """Give the floors raised to what is reached now; those of another set of gold are forgotten.

    With `allow_regression` they are what is reached now, even where that is less.

    Raises:
        BelowFloor: If a floor would be lowered and `allow_regression` is off.
    """
    rows = list(rows)
    now = {row.name: round(row.f1, DIGITS) for row in rows}
    incidents = floors.incidents if floors is not None and floors.gold == gold else {}
    if floors is None or floors.gold != gold or allow_regression:
        return Floors(gold=gold, f1=now, incidents=incidents)
    sunk = _sunk(rows, floors)
    if sunk:
        raise BelowFloor(sunk, WAY_OUT)
    return replace(floors, f1={name: max(value, floors.f1.get(name, 0.0)) for name, value in now.items()})


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors so that a change of one shows as one changed line."""
    incidents = {basis: dict(values) for basis, values in floors.incidents.items()}
    content = {"gold": floors.gold, "f1": dict(floors.f1)} | ({"incidents": incidents} if incidents else {})
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _sunk(rows: Iterable[Score], floors: Floors) -> dict[str, tuple[float, float]]:
    now = {row.name: row for row in rows}
    return {
        name: (now[name].f1 if name in now else 0.0, floor)
        for name, floor in floors.f1.items()
        if name not in now or now[name].f1 < floor - slack(now[name].n_gold)
    }


def slack(coded: int) -> float:
    """Give how far F1 may lie under its floor in a measure of so many coded items.

    >>> slack(31) > slack(312) == EPSILON
    True
    """
    return max(EPSILON, 1 / coded if coded else 0.0)
