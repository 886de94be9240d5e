"""Control of places over time, as claimed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.place import Place
from counterclaim.claims.timeline import Spell, Timeline
from counterclaim.comparison import dates, holding, party, place
from counterclaim.comparison.difference import told_as_fact

_DAY: Final = dt.timedelta(days=1)


def timelines(claims: Iterable[Claim]) -> tuple[Timeline, ...]:
    """Give what each side claims about each place over time, in the order of the places' names.

    A place is the gazetteer's entry where there is one, else the name with its admin chain; claims without a place, and
    those on some places within one ("three villages in Kharkiv region"), have no timeline. What a side says holds until
    it says something contrary itself; what another says ends nothing.
    """
    by_place: defaultdict[str, list[Claim]] = defaultdict(list)
    places: dict[str, Place] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.control is None or claim.place is None or claim.is_on_parts or not told_as_fact(claim):
            continue
        key = place.place_key(claim.place)
        by_place[key].append(claim)
        places.setdefault(key, claim.place)
    found = [_timeline(key, places[key], group) for key, group in by_place.items()]
    return tuple(sorted(found, key=lambda t: (t.place.name or t.place.text, t.key)))


def _timeline(key: str, where: Place, claims: list[Claim]) -> Timeline:
    undated = tuple(c.id for c in claims if _start(c) is None)
    by_side: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _start(claim) is not None:
            by_side[party.belligerent(claim) or party.asserter(claim)].append(claim)
    spells = [spell for group in by_side.values() for spell in _spells(group)]
    return Timeline(key=key, place=where, spells=tuple(sorted(spells, key=_order)), undated=undated)


def _order(spell: Spell) -> tuple[dt.date, str, str, str, bool]:
    return spell.start, spell.side, spell.party or "", spell.change, spell.negated


def _start(claim: Claim) -> dt.date | None:
    return claim.dates.earliest if claim.dates is not None else dates.as_of(claim)


def _spells(claims: list[Claim]) -> list[Spell]:
    """Give the spells of one side at one place: the same word again goes on with a spell, a contrary one ends it."""
    spells: list[Spell] = []
    for claim in sorted(claims, key=lambda c: (_start(c), dates.as_of(c) or dt.date.max, c.id)):
        start = _start(claim)
        if claim.control is None or start is None:
            continue
        open_ = [i for i, s in enumerate(spells) if s.end is None]
        going_on = next((i for i in open_ if _says_the_same(spells[i], claim)), None)
        if going_on is not None:
            spells[going_on] = _with(spells[going_on], claim)
            continue
        for i in open_:
            if contrary(spells[i], claim):
                spells[i] = _ended(spells[i], start)
        spells.append(
            Spell(
                side=party.side(claim),
                party=claim.control.party,
                change=claim.control.change,
                negated=claim.negated,
                start=start,
                dated=claim.dates is not None,
                end=None,
                claims=(claim.id,),
            )
        )
    return spells


def contrary(spell: Spell, claim: Claim) -> bool:
    """Tell whether a side's later claim ends what it maintained: another holder, or the same party gone, or a denial."""
    if claim.control is None:
        return False
    same_party = party.key(spell.party) == party.key(claim.control.party)
    held, holds = spell.change in holding.INSIDE | holding.HOLDING, claim.control.change in holding.HOLDING
    if same_party:
        gone = claim.control.change in holding.GONE
        return (
            (held and gone)
            or (spell.change in holding.GONE and holds)
            or (spell.negated != claim.negated and spell.change is claim.control.change)
        )
    return held and holds and not spell.negated and not claim.negated


def _says_the_same(spell: Spell, claim: Claim) -> bool:
    if claim.control is None or spell.negated != claim.negated:
        return False
    return spell.change is claim.control.change and party.key(spell.party) == party.key(claim.control.party)


def _with(spell: Spell, claim: Claim) -> Spell:
    return replace(spell, claims=tuple(sorted({*spell.claims, claim.id})), dated=spell.dated or claim.dates is not None)


def _ended(spell: Spell, start: dt.date) -> Spell:
    return replace(spell, end=max(spell.start, start - _DAY))
