"""The places of one report taken together: what stands beside a name, and which readings hold each other up."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge import place_names
from counterclaim.knowledge.gazetteer_scoring import Reading, level_of, size_of
from counterclaim.knowledge.gazetteer_store import Entry

WORD_AFTER = re.compile(r"\s([A-Za-z]+)")
WORD_BEFORE = re.compile(r"\b([A-Za-z]+)(?:\s+of)?\s+(?:the\s+)?$")
INSIDE = re.compile(r",\s((?:[A-Z][\w.\u2019'-]*)(?:\s(?:(?:and|of|e|de|al|the)\s)?[A-Z][\w.\u2019'-]*){0,3})")
MARGIN = 60
FLAT = 0.25
"""The power that importance is taken to when readings vote for countries: a name's many small readings count too."""
LEAST_VOTE = 0.02
VOTERS = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a text, the generic word beside it, and the larger place that follows it: "Paris, Texas"."""

    name: str
    hint: str | None = None
    inside: str | None = None


def mention_at(text: str, start: int, end: int) -> Mention:
    """Give the mention of a place at a span of a text.

    >>> mention_at("fighting in the town of Qara, Homs province", 24, 28)
    Mention(name='Qara', hint='town', inside='Homs')
    """
    after = WORD_AFTER.match(text, end)
    before = WORD_BEFORE.search(text[max(0, start - MARGIN) : start])
    hint = next((found[1] for found in (after, before) if found and found[1].casefold() in place_names.HINTS), None)
    inside = INSIDE.match(text, end)
    return Mention(name=text[start:end], hint=hint, inside=inside[1].rstrip(",") if inside else None)


def votes(readings_of_names: Sequence[Sequence[Reading]]) -> dict[str, float]:
    """Give how far the names of a report agree on countries, 0 to 1 by ISO code.

    Each name has one vote and splits it among the countries of its readings; a country that only one of several names
    could lie in gets little.
    """
    total: dict[str, float] = defaultdict(float)
    for readings in readings_of_names:
        for country, share in split_vote(readings).items():
            total[country] += share
    best = max(total.values(), default=0.0)
    return {country: weight / best for country, weight in total.items() if weight >= LEAST_VOTE * best}


def split_vote(readings: Sequence[Reading]) -> dict[str, float]:
    """Give the share of one name's vote that each country gets."""
    weights: dict[str, float] = {}
    for reading in readings:
        country = reading.entry.country
        if country is not None:
            weight = size_of(reading.entry) ** FLAT * reading.likeness
            weights[country] = max(weights.get(country, 0.0), weight)
    total = sum(weights.values())
    return {country: weight / total for country, weight in weights.items()}


def region_support(readings_of_names: Sequence[Sequence[Reading]]) -> dict[tuple[str, str], float]:
    """Give how many of a report's names have a reading in each region, a name with many readings counting less."""
    support: dict[tuple[str, str], float] = defaultdict(float)
    for readings in readings_of_names:
        regions = {(r.entry.country, r.entry.admin1) for r in readings if r.entry.country and r.entry.admin1}
        for country, admin1 in regions:
            if country and admin1:
                support[country, admin1] += 1.0 / (1.0 + len(regions) / VOTERS)
    return support


def lies_in(entry: Entry, outer: Sequence[Reading]) -> bool:
    """Tell whether a place lies in one of the readings of the larger place that is named after it."""
    return any(
        entry.country == reading.entry.country
        and (level_of(reading.entry) == place_names.COUNTRY or (entry.admin1 is not None and entry.admin1 == reading.entry.admin1))
        for reading in outer
        if reading.entry != entry
    )


def spoken_for(readings_of_names: Sequence[Sequence[Reading]], prior: Container[str]) -> frozenset[str]:
    """Give the countries that names speak for: those in which two have a reading, or one that has none in the report's countries.

    A name that has a reading in a country of the report does not alone speak for another: "Bara" of a report on Syria is not in Sudan.
    """
    countries = [{r.entry.country for r in readings if r.entry.country} for readings in readings_of_names]
    seen = Counter(country for of_name in countries for country in of_name)
    alone = {country for of_name in countries if not any(c in prior for c in of_name) for country in of_name}
    return frozenset({country for country, names in seen.items() if names > 1} | alone)


def blended(prior: Mapping[str, float], voted: Mapping[str, float], spoken: Container[str]) -> dict[str, float]:
    """Give the countries of the report: the given ones, and of those that names vote for the ones that they are `spoken_for`."""
    if not prior:
        return {country: weight**2 for country, weight in voted.items()}
    countries = [*prior, *(country for country in voted if country not in prior and country in spoken)]
    return {country: min(1.0, prior.get(country, 0.0) + 0.25 * voted.get(country, 0.0) ** 2) for country in countries}
