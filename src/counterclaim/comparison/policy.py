"""Named rules that make one row of the claims of an incident. Each is one function, and names its source.

The examples are worked on `example.ambush`: a general says 7 soldiers were killed, those who did it 15, and a day
later two bystanders say 9 and a mayor dozens (24 to 99).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.row import Figure, Row
from counterclaim.comparison import eventreport, party
from counterclaim.comparison.setting import Setting, modal_setting, precise_setting, widest_setting
from counterclaim.comparison.tallies import Entry, Tally, tallies

Policy = Callable[[Iterable[Claim]], Row]
_Numbers = tuple[int | None, int | None, int | None]  # low, best, high

ACLED_WORDS: Final = MappingProxyType({"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000, "several": 3})

_LARGER: Final = frozenset({"dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions"})


def list_all(claims: Iterable[Claim]) -> Row:
    """Merge nothing: the envelope of all that is said, from the lowest to the highest number, open where one is open.

    Source: numerical ranges, Standards for Casualty Recording (Every Casualty Worldwide).

    >>> from counterclaim.comparison.example import ambush, numbers
    >>> numbers(list_all(ambush()))
    [(7, None, 99)]
    """
    return _row("list_all", list(claims), _envelope, widest_setting)


def _envelope(entries: Sequence[Entry]) -> _Numbers:
    highs = [e.high for e in entries if e.best is not None]
    return eventreport.lowest(e.low for e in entries), None, None if None in highs else eventreport.highest(highs)


def acled_conservative(claims: Iterable[Claim]) -> Row:
    """Take the lowest figure above zero; "dozens" is 12, "hundreds" 100, a number word without a rule 3.

    Source: ACLED, FAQ on fatalities (2024): the most conservative estimate available where reports differ or are vague.

    >>> from counterclaim.comparison.example import ambush, numbers
    >>> numbers(acled_conservative(ambush())), numbers(acled_conservative(ambush()[4:]))
    ([(None, 7, None)], [(None, 12, None)])
    """
    return _row("acled_conservative", list(claims), _lowest_positive, widest_setting)


def _lowest_positive(entries: Sequence[Entry]) -> _Numbers:
    return None, min((n for e in entries if (n := acled_number(e)) is not None and n > 0), default=None), None


def acled_number(entry: Entry) -> int | None:
    """Give the number that ACLED would write for an entry's words; None where there is no word to go by."""
    words = entry.count.text.casefold().split()
    if words[:1] and words[0] in ACLED_WORDS and not any(w in _LARGER for w in words[1:]):
        return ACLED_WORDS[words[0]]
    return entry.low if entry.low is not None else entry.best


def gtd(claims: Iterable[Claim]) -> Row:
    """Take the most recent figure that its perpetrator does not claim: of several the majority's, without one the lowest.

    A vague number is too vague to be of use. Source: GTD Codebook (June 2017), Total Number of Fatalities (nkill).

    >>> from counterclaim.comparison.example import ambush, numbers
    >>> numbers(gtd(ambush())), numbers(gtd(ambush()[:2])), numbers(gtd(ambush()[4:]))
    ([(None, 9, None)], [(None, 7, None)], [])
    """
    return _row("gtd", list(claims), _majority, widest_setting)


def _majority(entries: Sequence[Entry]) -> _Numbers:
    usable = [e for e in entries if not e.by_doer and e.count.operator != "vague" and e.low is not None]
    latest = max((e.as_of.toordinal() for e in usable if e.as_of is not None), default=None)
    recent = [e.low for e in usable if latest is None or (e.as_of is not None and e.as_of.toordinal() == latest)]
    numbers = Counter(n for n in recent if n is not None)
    most = [n for n, times in numbers.items() if 2 * times > sum(numbers.values())]
    return None, most[0] if most else min(numbers, default=None), None


def ucdp_like(claims: Iterable[Claim]) -> Row:
    """Give low, best and high; what only the enemy of the dead says raises high alone, with low 0 and no best.

    Best is the lowest figure of those who are not the enemy, low the same, high the highest of all. UCDP's codebook
    has no arithmetic for this, so that the row is like UCDP's and not UCDP's. Source: GED Codebook 23.1, fatality
    estimates; what its published events show of rebels' and police figures.

    >>> from counterclaim.comparison.example import ambush, numbers
    >>> numbers(ucdp_like(ambush()[:4])), numbers(ucdp_like(ambush()[1:2]))
    ([(7, 7, 15)], [(0, None, 15)])
    """
    return _row("ucdp_like", list(claims), _reliable, widest_setting)


def _reliable(entries: Sequence[Entry]) -> _Numbers:
    trusted = eventreport.lowest(e.low if e.low is not None else e.best for e in entries if not e.by_doer)
    high = eventreport.highest(e.high if e.high is not None else e.best for e in entries)
    return (None if high is None else 0, None, high) if trusted is None else (trusted, trusted, high)


def airwars(claims: Iterable[Claim]) -> Row:
    """Give the lowest and the highest number of any source, with a grading in the note: weak for one side, fair for more.

    That the dead were fighters, if only the one who killed them says so, is context and no figure. Source: Airwars,
    civilian harm grading, and the annex to its Gaza study of October 2023.

    >>> from counterclaim.comparison.example import ambush, numbers
    >>> numbers(airwars(ambush())), airwars(ambush()).note
    ([(7, None, 99)], 'grading fair: two sources or more')
    """
    row = _row("airwars", list(claims), _min_max, widest_setting, keep=lambda e: not (e.by_doer and _fighters(e)))
    sides = {side for figure in row.figures for side in figure.said_by}
    grade = "fair: two sources or more" if len(sides) > 1 else "weak: a single source" if sides else "no figure by others than who did it"
    return Row(
        policy=row.policy,
        figures=row.figures,
        dates=row.dates,
        place=row.place,
        actor=row.actor,
        target=row.target,
        note=f"grading {grade}",
    )


def _fighters(entry: Entry) -> bool:
    target = party.key(entry.count.party or entry.claim.target)
    return target not in {"civilians", "civilian", None}


def _min_max(entries: Sequence[Entry]) -> _Numbers:
    return eventreport.lowest(e.low for e in entries), None, eventreport.highest(e.high if e.high is not None else e.best for e in entries)


def maverick_con(claims: Iterable[Claim]) -> Row:
    """Take the least: the minimum of each number, the widest days, the least precise place and doer.

    Source: eventreport 0.1.1, aggregate_maverick_con.

    >>> from counterclaim.comparison.example import ambush, numbers
    >>> numbers(maverick_con(ambush()))
    [(7, 7, 7)]
    """
    return _row("maverick_con", list(claims), _each(eventreport.lowest), widest_setting)


def maverick_rep(claims: Iterable[Claim]) -> Row:
    """Take the most usual: the mode of each number (of several the smallest) and of each word, ties by kind of source.

    Source: eventreport 0.1.1, aggregate_maverick_rep.

    >>> from counterclaim.comparison.example import ambush, numbers
    >>> numbers(maverick_rep(ambush()))
    [(9, 9, 9)]
    """
    return _row("maverick_rep", list(claims), _each(eventreport.mode_number), modal_setting)


def maverick_inf(claims: Iterable[Claim]) -> Row:
    """Take the most: the maximum of each number, the narrowest days, the most precise place and doer.

    Source: eventreport 0.1.1, aggregate_maverick_inf.

    >>> from counterclaim.comparison.example import ambush, numbers
    >>> numbers(maverick_inf(ambush()))
    [(24, 24, 99)]
    """
    return _row("maverick_inf", list(claims), _each(eventreport.highest), precise_setting)


def _each(rule: Callable[[Iterable[int | None]], int | None]) -> Callable[[Sequence[Entry]], _Numbers]:
    """Give the rule applied to low, best and high apart, as each report has them; an open bound is the number named."""

    def numbers(entries: Sequence[Entry]) -> _Numbers:
        lows = (e.low if e.low is not None else e.best for e in entries)
        highs = (e.high if e.high is not None else e.best for e in entries)
        return rule(lows), rule(e.best for e in entries), rule(highs)

    return numbers


POLICIES: Final[Mapping[str, Policy]] = MappingProxyType(
    {p.__name__: p for p in (list_all, acled_conservative, gtd, ucdp_like, airwars, maverick_con, maverick_rep, maverick_inf)}
)


def _row(
    name: str,
    claims: Sequence[Claim],
    rule: Callable[[Sequence[Entry]], _Numbers],
    setting: Callable[[Sequence[Claim]], Setting],
    keep: Callable[[Entry], bool] = lambda _: True,
) -> Row:
    found = (_figure(tally, [e for e in tally.entries if keep(e)], rule) for tally in tallies(claims))
    where = setting(claims)
    return Row(
        policy=name,
        figures=tuple(f for f in found if f is not None),
        dates=where.dates,
        place=where.place,
        actor=where.actor,
        target=where.target,
        note=where.note,
    )


def _figure(tally: Tally, entries: Sequence[Entry], rule: Callable[[Sequence[Entry]], _Numbers]) -> Figure | None:
    low, best, high = rule(entries)
    if low is None and best is None and high is None:
        return None
    return Figure(
        outcome=tally.outcome,
        unit=tally.unit,
        party=tally.party,
        thing=tally.thing,
        low=low,
        best=best,
        high=high,
        said_by=tuple(sorted({party.side(e.claim) for e in entries})),
        claims=tuple(sorted({e.claim.id for e in entries})),
    )
