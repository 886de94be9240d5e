"""Carries a date over to what goes on about the same event: the next sentences of a paragraph, and a report on one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.claims.count import Scope
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind, Modality
from counterclaim.extraction import syntax
from counterclaim.extraction.draft import Sentence
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.word_lists import words

GOES_ON = frozenset({
    Kind.ATTACK, Kind.CLASH, Kind.CASUALTIES, Kind.CAPTURE, Kind.CONTROL, Kind.EQUIPMENT_LOSS, Kind.SURRENDER, Kind.DETENTION,
    Kind.DISPLACEMENT,
})  # fmt: skip
MONTH, SHORT = 31, 3  # days that an interval carried over sentences, and over paragraphs, may span
NEAR = 2  # sentences from one to another that goes on about its event
BREAKS = words(
    "separately elsewhere meanwhile previously earlier later since total overall altogether repeatedly often regularly frequently",
    "recent recently another previous generally usually always sometimes already still",
)
CUMULATIVE = ("so far", "up to now", "to date", "until now", "in all", "in recent", "in total", "by contrast")


def carried(desk: Desk, finding: Finding, before: Sequence[Finding]) -> Finding:
    """Give a finding the date of the event that it goes on about, where it dates nothing itself.

    The date goes to the next sentences of the paragraph, and over paragraphs where the report has dated one attack and
    nothing else; never to plans, to running totals, or behind a word that breaks off ("separately", "so far").
    """
    if finding.dates is not None or not _may_go_on(desk, finding):
        return finding
    dated = [f for f in before if f.dates is not None and f.event.kind in GOES_ON and f.sentence.index < finding.sentence.index]
    if not dated:
        return finding
    last = dated[-1]
    if last.dates is None or _is_said_before(desk, finding.sentence, last.dates):
        return finding
    length = (last.dates.latest - last.dates.earliest).days
    near = length < MONTH and _is_near(last, finding)
    whole = length < SHORT and _is_one_attack(dated) and not _is_elsewhere(last, finding) and not _is_perfect(finding)
    return replace(finding, dates=last.dates) if near or whole else finding


def _is_near(last: Finding, finding: Finding) -> bool:
    gap = finding.sentence.index - last.sentence.index
    return last.sentence.section == finding.sentence.section and gap <= NEAR


def _may_go_on(desk: Desk, finding: Finding) -> bool:
    """Tell whether a finding may be of a day told before: it happened, once, and its sentence tells no day of its own."""
    if finding.event.kind not in GOES_ON or finding.event.modality in {Modality.PLANNED, Modality.THREATENED}:
        return False
    if any(c.scope is not Scope.EVENT for c in finding.counts) or _is_present(finding):
        return False
    return not _breaks_off(desk, finding.sentence) and not desk.calendar.free(finding.sentence)


def _breaks_off(desk: Desk, sentence: Sentence) -> bool:
    text = desk.draft.text[sentence.start : sentence.end].lower()
    return any(t.lower_ in BREAKS for t in sentence.tokens) or any(phrase in text for phrase in CUMULATIVE)


def _is_said_before(desk: Desk, sentence: Sentence, dates: Dates) -> bool:
    """Tell whether a sentence's statement was made before the day: "in January the group had said that 100 died"."""
    said = [desk.calendar.dates(m) for m in desk.calendar.dated(sentence)]
    return any(day.latest < dates.earliest for day in said)


def _is_present(finding: Finding) -> bool:
    """Tell whether a verb tells what goes on now ("are leaving their homes")."""
    verb = syntax.verb_above(finding.event.trigger)
    return verb is not None and verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in {"is", "are"} for c in verb.children)


def _is_perfect(finding: Finding) -> bool:
    """Tell whether a verb tells what has come about until now ("have been shelled"), of no one day."""
    verb = syntax.verb_above(finding.event.trigger)
    return verb is not None and any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.children)


def _is_one_attack(dated: Sequence[Finding]) -> bool:
    """Tell whether all that the report has dated is of one time, an attack among it."""
    return len({f.dates for f in dated if f.dates}) == 1 and any(f.event.kind is Kind.ATTACK for f in dated)


def _is_elsewhere(last: Finding, finding: Finding) -> bool:
    """Tell whether two findings name places in different countries or regions."""
    one, other = last.place, finding.place
    if one is None or other is None or one.country is None or other.country is None:
        return False
    return one.country != other.country or (one.admin1 is not None and other.admin1 is not None and one.admin1 != other.admin1)
