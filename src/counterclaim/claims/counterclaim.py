"""Pairs of claims that cannot both hold, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Question(StrEnum):
    """What two sides can differ about in one incident."""

    FIGURE = "figure"
    CONTROL = "control"
    HAPPENED = "happened"
    RESPONSIBILITY = "responsibility"
    DATE = "date"
    VICTIMS = "victims"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterclaim:
    """Two claims, by their ids, that cannot both hold; `a` sorts before `b`. `reason` is a sentence for a person."""

    a: str
    b: str
    question: Question
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compatible:
    """Two claims that differ on a question and can both hold all the same, with the reason why."""

    a: str
    b: str
    question: Question
    reason: str
