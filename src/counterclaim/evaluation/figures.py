"""When a predicted figure says what a coded one says."""

from __future__ import annotations

import re
from typing import Final

from counterclaim.evaluation.gold import Row

# The words of codings and of claims for what became of people, on one footing.
_SAME_OUTCOME: Final = {"injured": "wounded", "taken": "captured", "detained": "captured", "casualties": "killed_or_wounded"}
OUTCOMES_OF_PERSONS: Final = frozenset(
    {
        "killed", "wounded", "captured", "surrendered", "missing", "displaced", "detained", "casualties", "killed_or_wounded",
        "killed_wounded_or_captured",
    }
)  # fmt: skip
_VAGUE: Final = re.compile(r"\b(several|some|few|dozens?|scores|hundreds|thousands|tens|many|number)\b", re.IGNORECASE)


def coded_figures(claim: Row) -> list[Row]:
    """Give the measures of a coded claim that count people with an outcome."""
    return [measure for measure in claim["measures"] if outcome(measure["what"]) in OUTCOMES_OF_PERSONS]


def person_counts(claim: Row) -> list[Row]:
    """Give the counts of a predicted claim that count people with an outcome."""
    counts = claim.get("counts") or []
    return [count for count in counts if count["outcome"] in OUTCOMES_OF_PERSONS and count.get("unit", "persons") == "persons"]


def outcome(word: str) -> str:
    """Give the outcome that a coding's or a claim's word stands for: "injured" is wounded."""
    return _SAME_OUTCOME.get(word, word)


def same_figure(measure: Row, count: Row) -> bool:
    """Tell whether a count has the outcome and the number of a coded measure."""
    return outcome(measure["what"]) == outcome(count["outcome"]) and fits(measure, count)


def fits(measure: Row, count: Row) -> bool:
    """Tell whether the bounds of a count fit a coded number.

    A coded plural without a figure fits anything; a vague word fits where its lower bound lies in the coded range; a
    bound of "more than N" may be N or N+1.
    """
    low, high = measure["low"], measure["high"]
    if low is None and high is None:
        return True
    if low is not None and low == high:
        return _fits_exact(low, count)
    if low is not None and _VAGUE.search(measure.get("text") or ""):
        return _fits_vague(low, high, count.get("low"))
    if high is None:
        return _near(count.get("low"), low) and count.get("high") is None
    return _near(count.get("high"), high) or (low is not None and _near(count.get("best"), high))


def _fits_exact(number: int, count: Row) -> bool:
    return (count.get("low") == number and count.get("high") == number) or count.get("best") == number


def _fits_vague(low: int, high: int | None, guess: int | None) -> bool:
    return guess is not None and low <= guess and (high is None or guess <= high)


def _near(guess: int | None, coded: int | None) -> bool:
    if guess is None or coded is None:
        return False
    return abs(guess - coded) <= (1 if coded > 1 else 0)
