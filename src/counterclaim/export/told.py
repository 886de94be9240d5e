"""An incident with its claims and the row that a policy makes of them: what every export of incidents starts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from counterclaim.claims.assessment import Assessment
from counterclaim.claims.claim import Claim, ReportReference
from counterclaim.claims.count import Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.incident import Incident
from counterclaim.claims.row import Figure, Row
from counterclaim.comparison import party
from counterclaim.export.assessed import NONE, Assessed
from counterclaim.export.sides import Sides

NOT_THEIRS: Final = "made by counterclaim from attributed claims"
NAMELESS: Final = "a doer or a target that is no side on any list and that nobody speaks for stays out"
_DAYS: Final = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))  # so many days at most, UCDP's date_prec


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One incident, all of its claims by id, and a policy's row of them, in which only sides are named, never a person.

    `assessments` are what holds of people's words on its claims, by claim and then oldest first.
    """

    incident: Incident
    claims: tuple[Claim, ...]
    row: Row
    assessments: tuple[Assessment, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """The last day that the row allows."""
        return self.row.dates.latest if self.row.dates else None

    def reports(self) -> tuple[ReportReference, ...]:
        """Give the reports of the claims, each once, by day of publication (unknown last) and id."""
        found = {claim.report.id: claim.report for claim in self.claims}
        return tuple(sorted(found.values(), key=lambda one: (one.published or dt.date.max, one.id)))

    def speakers(self) -> tuple[str, ...]:
        """Give who asserts the claims, sorted."""
        return tuple(sorted({party.speaker(claim) for claim in self.claims}))


def tell(
    incident: Incident, claims: Iterable[Claim], policy: Callable[[Iterable[Claim]], Row], sides: Sides, assessed: Assessed = NONE
) -> Told:
    """Give an incident as a policy tells it. No assessment moves a figure: a policy reads claims alone.

    Names of a doer, a target or a group that are no side's stay out, so that no victim is named by more than the quotes.
    """
    known = tuple(sorted(claims, key=lambda claim: claim.id))
    named = {party.key(name) for claim in known for name in _parties(claim)}

    def side(name: str | None) -> str | None:
        return name if name and (party.key(name) in named or sides.knows(name)) else None

    row = policy(known)
    figures = tuple(replace(figure, party=side(figure.party)) for figure in row.figures)
    told = replace(row, figures=figures, actor=side(row.actor), target=side(row.target))
    assessments = tuple(one for claim in known for one in assessed.get(claim.id, ()))
    return Told(incident=incident, claims=known, row=told, assessments=assessments)


def _parties(claim: Claim) -> Iterable[str]:
    spoken_for = claim.source.party if claim.source is not None else None
    return [name for name in (spoken_for, *(count.party for count in claim.counts)) if name]


def countable(figures: Iterable[Figure], outcome: Outcome) -> list[Figure]:
    """Give the figures of people with an outcome that may be added up.

    A figure for people of no named side may count those of the others again: it counts only where it stands alone.
    """
    found = [one for one in figures if one.outcome is outcome and one.unit is Unit.PERSONS]
    return [one for one in found if one.party is not None] or found[:1]


def total(figures: Sequence[Figure]) -> tuple[int | None, int | None, int | None]:
    """Give low, best and high of all groups together: the best and the high only where each group has one."""
    lows = [one.low for one in figures if one.low is not None]
    bests = [one.best for one in figures if one.best is not None]
    highs = [one.high for one in figures if one.high is not None]
    everyone = len(figures)
    return (
        sum(lows) if lows else None,
        sum(bests) if bests and len(bests) == everyone else None,
        sum(highs) if highs and len(highs) == everyone else None,
    )


def date_precision(dates: Dates | None) -> int | None:
    """Give UCDP's date_prec, 1 to 5: that of the words, never finer than the number of days (GED codebook 23.1, Appendix 2).

    >>> date_precision(Dates(earliest=dt.date(2021, 9, 4), latest=dt.date(2021, 9, 6)))
    2
    >>> date_precision(Dates(earliest=dt.date(2021, 9, 4), latest=dt.date(2021, 9, 4), precision=2))
    2
    """
    if dates is None:
        return None
    days = (dates.latest - dates.earliest).days + 1
    spanned = next((precision for most, precision in _DAYS if days <= most), None)
    return None if spanned is None else max(spanned, dates.precision or 1)


def number_words(figure: Figure) -> str:
    """Give a figure in words for a note: `killed of Taliban: 701 or more`.

    >>> number_words(Figure(outcome=Outcome.KILLED, unit=Unit.PERSONS, party="A", low=7, best=None, high=9, said_by=("B",), claims=("c",)))
    'killed of A: 7 to 9, said by B'
    """
    whose = figure.party or "no named side"
    what = f" ({figure.thing})" if figure.thing else ""
    return f"{figure.outcome.replace('_', ' ')} of {whose}{what}: {_amount(figure)}, said by {', '.join(figure.said_by)}"


def _amount(figure: Figure) -> str:
    if figure.best is not None:
        return str(figure.best)
    match figure.low, figure.high:
        case int(low), int(high):
            return str(low) if low == high else f"{low} to {high}"
        case int(low), None:
            return f"{low} or more"
        case None, int(high):
            return f"{high} at most"
        case _:
            return "no number"
