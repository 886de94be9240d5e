"""Names to places: look a name up, and say which of its readings a report means."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from rapidfuzz.distance import Levenshtein

from counterclaim.claims.place import NO_MATCH
from counterclaim.knowledge import place_names
from counterclaim.knowledge.gazetteer_context import Mention, blended, lies_in, mention_at, region_support, spoken_for, votes
from counterclaim.knowledge.gazetteer_find import find_names
from counterclaim.knowledge.gazetteer_scoring import Context, Reading, encloses, hint_weight, level_of, size_of, weigh
from counterclaim.knowledge.gazetteer_store import ALIAS, Entry, Store

__all__ = ["BUILT_IN", "Entry", "Gazetteer", "Match", "Mention", "mention_at"]

BUILT_IN = Path(__file__).parent.parent / "data" / "gazetteer.sqlite"
BUILD_IT = "run `python scripts/build_gazetteer.py` in a checkout, or install the wheel, which carries it"
ADD_AGAIN = "add the file of places again with `counterclaim gazetteer add FILE`"
NOTHING: Mapping[str, float] = MappingProxyType({})

AMBIGUOUS, ELSEWHERE = "ambiguous", "elsewhere"
EXACT, VARIANT = "exact", "variant"
DOMINANT_SHARE = 0.6
BIG_CITY = 100_000
UNIQUE_SHARE, UNIQUE_TOWN = 0.95, 10_000
BIG_CITY_ABROAD = 300_000
BY_PARTS = frozenset({place_names.COUNTRY, place_names.REGION, place_names.DISTRICT})
ROUNDS, SETTLED = 3, 0.6
LIKELY = 0.1
"""The least weight of a country of the report for spelling variants to be looked for in it."""
LEAST_LIKE, LEAST_LIKE_SHORT, MOST_LIKE, FEW_CONSONANTS = 0.75, 0.8, 0.95, 2
SHORTEST_VARIANT = 4
COUNTRIES_HELD = 32
NAMES_HELD = 20_000
SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a name means. `score` is the share of the evidence, 0 to 1, that speaks for the entry.

    `reason` is "exact" or "variant" where there is an entry; without one it is "no_match" (no such name), "ambiguous"
    (several readings, none of which dominates) or "elsewhere" (only small places, in countries the report is not about).
    `candidates` are the readings with their shares, best first.
    """

    entry: Entry | None = None
    score: float = 0.0
    candidates: tuple[tuple[Entry, float], ...] = ()
    reason: str = NO_MATCH


class Gazetteer:
    """Names of places and what they mean, read from the built-in file and from files of the user's own."""

    def __init__(self, stores: Sequence[Store]) -> None:
        self._stores = tuple(stores)
        self._lock = threading.Lock()
        self._readings: OrderedDict[str, tuple[Reading, ...]] = OrderedDict()
        self._countries: OrderedDict[str | None, dict[str, float]] = OrderedDict()

    @classmethod
    def open(cls, path: Path | None = None, extra: Sequence[Path] = ()) -> Gazetteer:
        """Give the gazetteer over the built-in file, or one at `path`, and over the user's files.

        Raises:
            MissingResource: A file is not there; the message says how to get it.
        """
        return cls([Store(path or BUILT_IN, BUILD_IT), *(Store(file, ADD_AGAIN) for file in extra)])

    def __reduce__(self) -> tuple[object, ...]:
        return Gazetteer.open, (self._stores[0].path, tuple(store.path for store in self._stores[1:]))

    def candidates(self, name: str, *, countries: Container[str] | None = None) -> tuple[Entry, ...]:
        """Give the places that a name could mean, the most talked about first.

        With `countries`, only those in them (and features that countries share); spelling variants in them where none
        has the name exactly, as long as the container can be iterated over.
        """
        parsed = place_names.parse(name)
        readings = self._exact(parsed)
        if countries is not None:
            inside = [reading for reading in readings if reading.entry.country is None or reading.entry.country in countries]
            readings = inside or (self._variants(parsed, countries) if isinstance(countries, (Sequence, AbstractSet, Mapping)) else [])
        ranked = sorted(readings, key=lambda reading: -weigh(reading, Context(), parsed.level))
        return tuple(dict.fromkeys(reading.entry for reading in ranked))

    def resolve(self, name: str, *, prior: Mapping[str, float] = NOTHING, near: Sequence[Entry] = (), hint: str | None = None) -> Match:
        """Give what a name means in a report.

        `prior` weighs the countries that the report is about, 0 to 1, by ISO code; `near` are places of the report that
        are already known; `hint` is a generic word beside the name ("district"). Without either, only a reading that
        clearly dominates is taken. A town, district and province of one name are the highest of them, unless the hint says
        otherwise (UCDP GED codebook 23.1, section 1.4). Spelling variants are looked for in the prior's countries only.
        """
        if place_names.is_common_noun(name):
            return Match()
        parsed = place_names.parse(name)
        context = Context(prior=prior, near=near, given=bool(prior))
        return decide(self._with_variants(parsed, prior), context, self._level(hint, parsed))

    def resolve_all(self, mentions: Sequence[Mention], *, prior: Mapping[str, float] = NOTHING) -> tuple[Match, ...]:
        """Give what each name of one report means, all of them together.

        The names vote for countries and regions; names that are settled then pull the others near. "Paris" beside
        "Lamar County" and "Texas" is another Paris than beside "Lyon". A larger place that follows a name binds it.
        """
        readings = {mention: self._readings_in(mention, prior) for mention in dict.fromkeys(mentions)}
        firm = [found for mention, found in readings.items() if found]
        countries = blended(prior, votes(firm), spoken_for(firm, prior))
        support = region_support(firm)
        settled: dict[Mention, Match] = {}
        near: tuple[Entry, ...] = ()
        for _ in range(ROUNDS):
            context = Context(prior=countries, near=near, regions=support, given=bool(prior))
            settled = {
                mention: decide(found, context, self._level(mention.hint, place_names.parse(mention.name)))
                for mention, found in readings.items()
            }
            near = tuple(dict.fromkeys(match.entry for match in settled.values() if match.entry and match.score >= SETTLED))
        return tuple(settled[mention] for mention in mentions)

    def _readings_in(self, mention: Mention, prior: Mapping[str, float]) -> list[Reading]:
        """Give a mention's readings, those within the larger place alone where the text names one that holds any."""
        if place_names.is_common_noun(mention.name):
            return []
        parsed = place_names.parse(mention.name)
        readings = self._with_variants(parsed, prior)
        if mention.inside:
            outer = self._exact(place_names.parse(mention.inside))
            readings = [reading for reading in readings if lies_in(reading.entry, outer)] or readings
        return readings

    def _with_variants(self, parsed: place_names.Name, prior: Mapping[str, float]) -> list[Reading]:
        readings = self._exact(parsed)
        likely = {country for country, weight in prior.items() if weight >= LIKELY}
        if likely and not any(reading.entry.country is None or reading.entry.country in likely for reading in readings):
            readings = [*readings, *self._variants(parsed, likely)]
        return readings

    @staticmethod
    def _level(hint: str | None, parsed: place_names.Name) -> str | None:
        return (place_names.HINTS.get(hint.casefold()) if hint else None) or parsed.level

    def find(self, text: str, countries: Sequence[str]) -> list[tuple[int, int, str]]:
        """Give start, end and words of the names in a text that are places of the given countries, or shared by several.

        Strict: ordinary words, people, and names of small places that nothing beside them marks as places are left out.
        """
        return find_names(text, [self._sizes(country) for country in (None, *countries)])

    def regions(self) -> dict[str, str]:
        """Give the names of the admin codes that GeoNames dumps use ("AF.42": "Panjshir")."""
        return self._stores[0].regions()

    def country(self, code: str) -> Entry | None:
        """Give the country with an ISO 3166 alpha-2 code."""
        return next((entry for store in self._stores for entry in store.countries(code)), None)

    def is_name(self, text: str, countries: Sequence[str] | None = None) -> bool:
        """Tell whether a text, in this spelling, is the name of a place, in the given countries if there are any."""
        parsed = place_names.parse(text)
        if countries is None:
            return bool(self._exact(parsed))
        names = [self._sizes(country) for country in countries]
        return any(parsed.key in keys or parsed.core in keys for keys in names)

    def _exact(self, parsed: place_names.Name) -> list[Reading]:
        """Give the readings of a name as written, and of its core where a generic word was taken off."""
        readings = list(self._by_key(parsed.key))
        if parsed.core != parsed.key:
            known = {reading.entry for reading in readings}
            fitting = [r for r in self._by_key(parsed.core) if r.entry not in known and hint_weight(r.entry, parsed.level) >= 1.0]
            readings += fitting or ([] if readings else self._by_key(parsed.core))
        if not readings:
            for other in place_names.with_other_articles(parsed.core):
                readings += self._by_key(other)
        if not readings and (whole := place_names.whole_of(parsed.core)):
            readings += [reading for reading in self._by_key(whole) if level_of(reading.entry) in BY_PARTS]
        return readings

    def _by_key(self, key: str) -> tuple[Reading, ...]:
        held = self._readings.get(key)
        if held is None:
            held = tuple(Reading(entry=entry, kind=kind) for store in self._stores for entry, kind in store.by_key(key))
            with self._lock:
                self._readings[key] = held
                if len(self._readings) > NAMES_HELD:
                    self._readings.popitem(last=False)
        return held

    def _sizes(self, country: str | None) -> dict[str, float]:
        """Give the keys of a country, each with how much the largest place of the name is talked about."""
        held = self._countries.get(country)
        if held is None:
            held = {}
            for store in self._stores:
                for key, feature_class, feature_code, population in store.keys_of(country):
                    size = size_of(Entry(name=key, feature_class=feature_class, feature_code=feature_code, population=population))
                    held[key] = max(size, held.get(key, 0.0))
            with self._lock:
                self._countries[country] = held
                if len(self._countries) > COUNTRIES_HELD:
                    self._countries.popitem(last=False)
        return held

    def _variants(self, parsed: place_names.Name, countries: Iterable[str]) -> list[Reading]:
        """Give the readings of the most alike spellings in some countries: the same consonants, and alike letter by letter."""
        key = parsed.core
        if len(key) < SHORTEST_VARIANT:
            return []
        found = [
            (likeness, store, entry)
            for country in countries
            for store in self._stores
            for other, entry in store.alike(key, country)
            if (likeness := likeness_of(key, other))
        ]
        best = max((likeness for likeness, _, _ in found), default=0.0)
        kept = {(store, entry): likeness for likeness, store, entry in sorted(found, key=lambda item: item[0]) if likeness > best - 0.08}
        return [Reading(entry=store.by_id(entry), kind=ALIAS, likeness=likeness) for (store, entry), likeness in kept.items()]


def likeness_of(key: str, other: str) -> float:
    """Give how alike two spellings with the same consonants are by sound, 0 to 1; below the strictness for their length, 0."""
    likeness = Levenshtein.normalized_similarity(place_names.sounds(key), place_names.sounds(other))
    strict = LEAST_LIKE if len(place_names.skeleton(key)) > FEW_CONSONANTS else LEAST_LIKE_SHORT
    return min(likeness, MOST_LIKE) if likeness >= strict else 0.0


def decide(readings: Sequence[Reading], context: Context, level: str | None) -> Match:
    """Give the best reading with its share of the evidence, or none where none is good enough."""
    if not readings:
        return Match()
    weights: dict[Entry, float] = {}
    for reading in readings:
        weights[reading.entry] = max(weights.get(reading.entry, 0.0), weigh(reading, context, level))
    groups = merge_nested(sorted(weights.items(), key=lambda item: -item[1]), level)
    total = sum(group.weight for group in groups)
    shares = tuple((group.entry, round(group.weight / total, 4)) for group in groups[:SHOWN])
    best = groups[0]
    verdict = objection(best, best.weight / total, context)
    if verdict:
        return Match(candidates=shares, reason=verdict)
    likeness = max(reading.likeness for reading in readings if reading.entry == best.entry)
    score = round(best.weight / total * likeness, 4)
    return Match(entry=best.entry, score=score, candidates=shares, reason=EXACT if likeness >= 1 else VARIANT)


@dataclass(slots=True, kw_only=True)
class Group:
    """Nested readings of one name: the highest of them, their weights taken together, and the size of the largest."""

    entry: Entry
    weight: float = 0.0
    size: float = 0.0


def objection(group: Group, share: float, context: Context) -> str | None:
    """Give why the best reading is not good enough, or nothing where it is."""
    entry = group.entry
    expected = entry.country is None or context.prior.get(entry.country, 0.0) >= LIKELY
    if expected or any(other.country == entry.country for other in context.near):
        return None if share >= DOMINANT_SHARE / 2 else AMBIGUOUS
    if share < DOMINANT_SHARE:
        return AMBIGUOUS
    return None if is_known(group, share, context) else ELSEWHERE


def is_known(group: Group, share: float, context: Context) -> bool:
    """Tell whether a place needs no context: a country, a region, a big city, or a town whose name no other place has."""
    if level_of(group.entry) in {place_names.COUNTRY, place_names.REGION} or group.size >= BIG_CITY_ABROAD:
        return True
    return not context.given and (group.size >= BIG_CITY or (share >= UNIQUE_SHARE and group.size >= UNIQUE_TOWN))


def merge_nested(ranked: list[tuple[Entry, float]], level: str | None) -> list[Group]:
    """Let the highest of the nested readings of one name that fits a hint stand for those it holds, the heaviest group first."""
    highest_first = sorted((item for item in ranked if hint_weight(item[0], level) >= 1.0), key=rank_of)
    groups: dict[Entry, Group] = {}
    for entry, weight in ranked:
        outer = next((other for other, _ in highest_first if encloses(other, entry)), entry)
        group = groups.setdefault(outer, Group(entry=outer))
        group.weight += weight
        group.size = max(group.size, size_of(entry))
    return sorted(groups.values(), key=lambda group: -group.weight)


def rank_of(item: tuple[Entry, float]) -> int:
    """Order administrative readings from country to town."""
    level = level_of(item[0])
    return list(place_names.ADMINISTRATIVE_ORDER).index(level) if level else len(place_names.ADMINISTRATIVE_ORDER)
