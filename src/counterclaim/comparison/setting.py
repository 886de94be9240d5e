"""Where, when, by whom and to whom, as several claims of one incident tell it, brought to one answer by a rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.claims.claim import Claim
from counterclaim.claims.dates import Dates
from counterclaim.claims.place import Place
from counterclaim.comparison import eventreport, party, place
from counterclaim.comparison.difference import affirms


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Days, place, doer and target of an incident, None where the rule gives none; `note` says why."""

    dates: Dates | None
    place: Place | None
    actor: str | None
    target: str | None
    note: str | None = None


def widest_setting(claims: Sequence[Claim]) -> Setting:
    """Take the first and the last day of any claim, the least precise place, and a doer only if nobody names another."""
    told = _told(claims)
    actors, targets = [c.actor for c in told], [c.target for c in told]
    days = [c.dates for c in told if c.dates is not None]
    dates = Dates(earliest=min(d.earliest for d in days), latest=max(d.latest for d in days)) if days else None
    return Setting(dates=dates, place=_place(told, most=False), actor=_only(actors), target=_only(targets))


def precise_setting(claims: Sequence[Claim]) -> Setting:
    """Take the latest first and the earliest last day, the most precise place, and the doer that most name."""
    told = _told(claims)
    actors, targets = [c.actor for c in told], [c.target for c in told]
    days = [c.dates for c in told if c.dates is not None]
    start, end = max((d.earliest for d in days), default=None), min((d.latest for d in days), default=None)
    apart = start is not None and end is not None and start > end
    dates = Dates(earliest=start, latest=end) if start is not None and end is not None and not apart else None
    note = "the claims name days that do not meet" if apart else None
    return Setting(
        dates=dates,
        place=_place(told, most=True),
        actor=_mode(actors, told),
        target=_mode(targets, told),
        note=note,
    )


def modal_setting(claims: Sequence[Claim]) -> Setting:
    """Take what most claims tell; what stays tied is left open."""
    told = _told(claims)
    actors, targets = [c.actor for c in told], [c.target for c in told]
    days = [c.dates for c in told if c.dates is not None]
    start, end = eventreport.mode_date(d.earliest for d in days), eventreport.mode_date(d.latest for d in days)
    dates = Dates(earliest=min(start, end), latest=max(start, end)) if start is not None and end is not None else None
    placed = [c.place for c in told if c.place is not None]
    keys = [place.place_key(p) for p in placed]
    usual = eventreport.mode(keys, _standing([c for c in told if c.place is not None])) if keys else None
    where = next((p for p, key in zip(placed, keys, strict=True) if key == usual), None)
    note = "the claims tie on the place" if usual == eventreport.INDETERMINATE else None
    return Setting(dates=dates, place=where, actor=_mode(actors, told), target=_mode(targets, told), note=note)


def _told(claims: Sequence[Claim]) -> list[Claim]:
    return [c for c in sorted(claims, key=lambda c: c.id) if affirms(c)]


def _place(claims: Sequence[Claim], *, most: bool) -> Place | None:
    placed = [c.place for c in claims if c.place is not None]
    # UCDP's where_prec grows as a place gets wider.
    precision = [-(p.precision or 0) if p.precision is not None else None for p in placed]
    keys = [place.place_key(p) for p in placed]
    key = eventreport.mode_at_precision(keys, precision, most=most)
    if key is None or key == eventreport.INDETERMINATE:
        return placed[0] if len(set(keys)) == 1 else None
    return next(p for p, k in zip(placed, keys, strict=True) if k == key)


def _only(names: Sequence[str | None]) -> str | None:
    """Give the one party that all who name any name, None where two are named."""
    named = [name for name in names if name is not None]
    return named[0] if named and len({party.key(n) for n in named}) == 1 else None


def _mode(names: Sequence[str | None], claims: Sequence[Claim]) -> str | None:
    named = [(name, c) for name, c in zip(names, claims, strict=True) if name is not None]
    if not named:
        return None
    usual = eventreport.mode([party.key(name) for name, _ in named], _standing([c for _, c in named]))
    return next((name for name, _ in named if party.key(name) == usual), None)


def _standing(claims: Sequence[Claim]) -> list[float]:
    """Give the kind of source as a mark for ties: 2 who speaks for no side, 1 an outlet itself, 0 a side of the conflict."""
    return [1.0 if c.source is None else 0.0 if party.belligerent(c) is not None else 2.0 for c in claims]
