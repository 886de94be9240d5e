"""Claims that people coded in dispatches, as claims of the product: what linking does when nothing is misread."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from counterclaim.claims.attribution import Link, LinkRole, Source, Stance
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.place import Place
from counterclaim.evaluation.gold import Dispatches, Row, read_rows
from counterclaim.evaluation.incidents import name_of

BY_HAND: Final = Extractor(name="hand", version="1")

_SENTENCE_END: Final = re.compile(r"[.!?][\"”’)]*(?=\s+[A-Z0-9“\"]|\s*$)|\n")
_CHANGES: Final = {"repelled_attack": "repelled_attack_on", "withdrew": "withdrew_from"}
_KINDS: Final = {"equipment": "equipment_loss"}
_OUTCOMES: Final = {"casualties": "killed_or_wounded", "seized": "captured", "downed": "destroyed"}
_OF_PERSONS: Final = frozenset(
    {"killed", "wounded", "captured", "surrendered", "missing", "displaced", "detained", "killed_or_wounded", "killed_wounded_or_captured"}
)
_PERSONS: Final = ("fighter", "soldier", "troop", "people", "militant", "civilian", "famil", "person", "prisoner")
_VAGUE: Final = re.compile(r"dozen|score|hundred|thousand|several")


def coded_claims(folder: Path, gold: Dispatches) -> Iterator[Claim]:
    """Give the coded claims of a folder; each spans its sentence, and its id is its place in the coding, such as "talks-07#12".

    Raises:
        UnreadableInput: `reports.jsonl` is not there or is broken.
    """
    reports = {row["id"]: row for row in read_rows(folder / "reports.jsonl")}
    return (_claim(coded, gold.texts[coded["doc"]], reports.get(coded["doc"], {})) for coded in gold.claims)


def _claim(coded: Row, text: str, report: Row) -> Claim:
    start = coded["start"]
    found = _SENTENCE_END.search(text, start)
    end = found.end() if found else len(text)
    unsure = coded["stance"] == "unverified"
    return Claim(
        id=name_of(coded),
        report=_reference(coded["doc"], text, report),
        start=start,
        end=end,
        quote=text[start:end],
        content=((start, end),),
        source=Source(name=coded["source"], party=coded["source_party"]) if coded["source"] is not None else None,
        chain=tuple(Link(role=LinkRole.RELAY, name=name) for name in coded["via"]),
        stance=Stance.SAYS if unsure else Stance(coded["stance"]),
        unverified=unsure or coded["unverified"],
        kind=Kind(_KINDS.get(coded["kind"]) or coded["kind"]),
        actor=coded["perpetrator"],
        target=coded["target"],
        negated=coded["negated"],
        counts=tuple(_count(measure, coded["target"]) for measure in coded["measures"]),
        control=_control(coded),
        place=_place(coded["place"]),
        dates=_dates(coded["date"]),
        confidence=1.0,
        extractor=BY_HAND,
    )


def _reference(doc: str, text: str, report: Row) -> ReportReference:
    address, published = report.get("facts_from"), report.get("published")
    return ReportReference(
        id=doc,
        title=text.strip().split("\n")[0],
        outlet=address.split("/")[2] if address else None,
        url=None,
        published=dt.date.fromisoformat(published) if published else None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _control(coded: Row) -> Control | None:
    change = coded["control"]
    return Control(change=Change(_CHANGES.get(change) or change), party=coded["control_party"]) if change else None


def _place(coded: Mapping[str, Any] | None) -> Place | None:
    if coded is None:
        return None
    return Place(text=coded["text"], name=coded["canonical"], admin1=coded["admin1"], country=coded["country"])


def _dates(coded: Mapping[str, Any] | None) -> Dates | None:
    if coded is None:
        return None
    return Dates(earliest=dt.date.fromisoformat(coded["start"]), latest=dt.date.fromisoformat(coded["end"]))


def _count(measure: Row, target: str | None) -> Count:
    outcome, unit, thing = _outcome(measure["what"])
    low, high = measure["low"], measure["high"]
    return Count(
        outcome=outcome,
        unit=unit,
        low=low,
        high=high,
        best=low if low == high else None,
        operator=Operator.ABOUT if measure.get("approx") else _operator(low, high, (measure["text"] or "").lower()),
        of=thing or target,
        party=target,
        text=measure["text"] or "",
        rule="hand",
        start=None,
        end=None,
    )


def _outcome(what: str) -> tuple[Outcome, Unit, str | None]:
    """Give outcome, unit and thing for the coding's words: "tanks captured" are captured things, "fighters" persons present."""
    *thing, last = what.split()
    outcome = _OUTCOMES.get(last, last)
    if not thing and outcome in _OF_PERSONS:
        return Outcome(outcome), Unit.PERSONS, None
    if thing and outcome in set(Outcome) - {Outcome.PRESENT}:
        return Outcome(outcome), Unit.THINGS, " ".join(thing)
    return Outcome.PRESENT, Unit.PERSONS if any(word in what for word in _PERSONS) else Unit.THINGS, what


def _operator(low: int | None, high: int | None, words: str) -> Operator:
    tests = (
        (low is not None and low == high, Operator.EXACT),
        ("least" in words, Operator.AT_LEAST),
        ("more than" in words or "over" in words, Operator.MORE_THAN),
        (low is None and high is not None, Operator.UP_TO),
        (_VAGUE.search(words) is not None, Operator.VAGUE),
        (high is not None, Operator.RANGE),
        (low is not None, Operator.AT_LEAST),
    )
    return next((operator for holds, operator in tests if holds), Operator.VAGUE)
