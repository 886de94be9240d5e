"""From what a reader finds to MUC-4 templates: which sightings are one incident, and what each slot says of it.

The choices are those of the task documentation, version 7: only recent, specific violence against people and things that are not
combatants (section 1); one template for each type, day and place (section 5).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from counterclaim.claims.event import Kind, Modality
from counterclaim.evaluation import muc, muc_dates, muc_places, muc_targets, muc_words
from counterclaim.evaluation.muc import Template
from counterclaim.evaluation.muc_fills import Fill
from counterclaim.evaluation.muc_perpetrators import perpetrators
from counterclaim.evaluation.sightings import Seen, Sighting

Who = Callable[[Sequence[Sighting], Seen], Mapping[str, Sequence[Fill]]]
"""Gives the perpetrator slots of sightings that are one incident."""

KINDS: Final = frozenset({Kind.CASUALTIES, Kind.ATTACK, Kind.CAPTURE, Kind.EQUIPMENT_LOSS, Kind.ABUSE_OF_CIVILIANS})
RECENT: Final = dt.timedelta(days=62)
LONGEST: Final = dt.timedelta(days=14)  # what is told of a longer time is a summary
MOST: Final = 500  # more victims than that are a summary, too
SETTLED: Final = 3  # places at least as exact as a town
NEAR: Final = 4  # sentences in which talk of an attack goes on


@dataclass(slots=True, kw_only=True)
class Incident:
    """Sightings that are one template."""

    type: str
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def day(self) -> dt.date | None:
        """The day that its sightings name first."""
        return next((day for s in self.sightings if (day := muc_dates.day_of(s.dates)) is not None), None)

    @property
    def town(self) -> str | None:
        """The town that its sightings name first."""
        return next((town for s in self.sightings if (town := town_of(s)) is not None), None)


def templates_of(seen: Seen) -> list[Template]:
    """Give the templates of a text."""
    return [template for _, template in told_incidents(seen)]


def told_incidents(seen: Seen, who: Who = perpetrators) -> list[tuple[Incident, Template]]:
    """Give the incidents of a text that have somebody or something in them, with their templates; `who` gives who did it."""
    return [(incident, template) for incident in incidents(seen) if (template := _template(incident, seen, who)) is not None]


def incidents(seen: Seen) -> list[Incident]:
    """Give the relevant sightings of a text, put together by type, day and place."""
    out: list[Incident] = []
    for sighting in seen.sightings:
        if not is_relevant(sighting, seen.day):
            continue
        kind = type_of(sighting)
        home = next((i for i in reversed(out) if _belongs(sighting, kind, i)), None)
        if home is None:
            out.append(Incident(type=kind, sightings=[sighting]))
        else:
            home.sightings.append(sighting)
            home.type = kind if home.type == "ATTACK" else home.type
    return out


def is_relevant(sighting: Sighting, day: dt.date | None) -> bool:
    """Tell whether a sighting is of recent and specific violence against others than combatants."""
    if sighting.kind not in KINDS or sighting.modality not in {Modality.HAPPENED, Modality.ONGOING} or _is_old(sighting, day):
        return False
    if sighting.negated:
        return sighting.kind is Kind.CASUALTIES and not sighting.doers
    people, things = muc_targets.people(sighting), muc_targets.things(sighting)
    most = max((p.number.low or 0 for p in people if p.number is not None), default=0)
    return most <= MOST and bool(people or things or muc_words.BOMBS & {sighting.trigger})


def _is_old(sighting: Sighting, day: dt.date | None) -> bool:
    dates = sighting.dates
    if dates is None or dates.earliest is None or dates.latest is None:
        return False
    long = dates.latest - dates.earliest > LONGEST
    return long or (day is not None and dates.latest < day - RECENT)


def type_of(sighting: Sighting) -> str:
    """Give the type of incident that a sighting is of; a murder told beside a bomb is no bombing."""
    if sighting.kind is Kind.CAPTURE or sighting.trigger in muc_words.ABDUCTIONS:
        return "KIDNAPPING"
    if sighting.trigger in muc_words.FIRES:
        return "ARSON"
    if sighting.trigger in muc_words.TAKINGS:
        return "ROBBERY"
    return "BOMBING" if _is_bombing(sighting) else "ATTACK"


def _is_bombing(sighting: Sighting) -> bool:
    if sighting.trigger in muc_words.BOMBS | muc_words.SHOOTING:
        return sighting.trigger in muc_words.BOMBS
    words = {word.strip(".,()\"'").rstrip("s") for word in sighting.words.lower().split()}
    return not words.isdisjoint(muc_words.EXPLOSIVES)


def _belongs(sighting: Sighting, kind: str, incident: Incident) -> bool:
    apart = {kind, incident.type} & {"KIDNAPPING", "ARSON", "ROBBERY"}
    near = sighting.sentence - incident.sightings[-1].sentence <= NEAR
    if kind != incident.type and (apart or not near):
        return False
    day, town = muc_dates.day_of(sighting.dates), town_of(sighting)
    one_day = day is None or incident.day is None or day == incident.day
    one_town = town is None or incident.town is None or town == incident.town
    return one_day and one_town


def town_of(sighting: Sighting) -> str | None:
    """Give the name of a place that is at least as exact as a town."""
    place = sighting.place
    return place.name if place is not None and place.name and (place.precision or 9) <= SETTLED else None


def _template(incident: Incident, seen: Seen, who: Who) -> Template | None:
    slots: dict[str, Sequence[Fill]] = {
        muc.TYPE: [_fill(incident.type)],
        muc.DATE: muc_dates.date_of(incident.sightings, seen),
        muc.PLACE: muc_places.place_of(incident.sightings, seen),
        **who(incident.sightings, seen),
        **muc_targets.targets(incident.sightings),
    }
    told = [slots[slot] for slot in muc.PARTICIPANTS if slots.get(slot)]
    return Template(slots=slots) if told else None


def _fill(value: str) -> Fill:
    return Fill(values=(value,))
