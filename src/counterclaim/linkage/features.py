"""A claim as linking sees it: one flat row, comparable by equality, overlap and distance alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import msgspec

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count, Operator, Unit
from counterclaim.claims.event import Kind
from counterclaim.claims.place import Place
from counterclaim.knowledge.party_names import plain_key
from counterclaim.knowledge.place_names import DIRECTIONS, parse
from counterclaim.linkage.report_names import NAMELESS, Named
from counterclaim.linkage.wording import alike_keys, content_words, names_in, signature, stem

FAMILIES: Final = {
    Kind.CLASH: "violence", Kind.ATTACK: "violence", Kind.CASUALTIES: "violence", Kind.ABUSE_OF_CIVILIANS: "violence",
    Kind.CONTROL: "control", Kind.MOVEMENT: "control",
    Kind.CAPTURE: "capture", Kind.SURRENDER: "capture", Kind.DETENTION: "capture",
    Kind.EQUIPMENT_LOSS: "equipment",
    Kind.TALKS: "talks", Kind.AGREEMENT: "talks", Kind.CEASEFIRE: "talks",
    Kind.DISPLACEMENT: "displacement", Kind.ACCUSATION: "accusation", Kind.OTHER: "other",
}  # fmt: skip
"""Kinds that reports of one happening use for it by turns."""

RADIUS: Final = {1: 5.0, 2: 25.0, 3: 40.0, 4: 150.0, 5: 150.0, 6: 800.0, 7: 800.0}
"""How far from its coordinates something can be, in km, that is told with UCDP's where_prec 1 to 7."""

_UNKNOWN_RADIUS: Final = 25.0
_NOBODY: Final = frozenset({"", "unknown", "media", "witness", "other", "third state", "third_state"})
_TELLING: Final = 4
_PLAIN: Final = frozenset({"saint", "santa", "fort", "port", "upper", "lower", "great", "little"})
_COUNTRY_WIDE: Final = 5
_LETTERS: Final = re.compile(r"[a-z]+")


class Features(msgspec.Struct, frozen=True, kw_only=True):
    """One row. Days are proleptic ordinals, `km` the radius of the place, `figures` "outcome:number" or "thing outcome:number".

    `words` and `headline` are signatures: a bit for each word, in four numbers of 62 bits; `alike` are
    numbers of which texts that share most of their words share one.
    """

    id: str
    report: str
    published: int | None
    first: int
    last: int
    kind: str
    family: str
    negated: bool
    denies: str | None
    earliest: int | None
    latest: int | None
    place: str | None
    geonames: int | None
    inside: tuple[str, ...]
    place_words: tuple[str, ...]
    broad: bool
    country: str | None
    latitude: float | None
    longitude: float | None
    km: float | None
    actor: str | None
    target: str | None
    sides: tuple[str, ...]
    outcomes: tuple[str, ...]
    figures: tuple[str, ...]
    asserter: str | None
    side: str | None
    names: tuple[str, ...]
    alike: list[int]
    report_names: list[int]
    report_pairs: list[int]
    words: tuple[int, ...]
    headline: tuple[int, ...]


def features_of(claim: Claim, named: Named = NAMELESS) -> Features:
    """Give the row of a claim; `named` is what its whole report names, where its text is known."""
    place, dates, source = claim.place, claim.dates, claim.source
    actor = party_of(claim.actor) or party_of(claim.control.party if claim.control else None)
    target = target_of(claim)
    words = content_words(claim.quote)
    known = [claim.place.text] if claim.place else []
    known += [name for name in (claim.actor, claim.target, source.name if source else None, source.party if source else None) if name]
    return Features(
        id=claim.id,
        report=claim.report.sha256,
        published=claim.report.published.toordinal() if claim.report.published else None,
        first=claim.start,
        last=claim.end,
        kind=str(claim.kind),
        family=FAMILIES[claim.kind],
        negated=claim.negated,
        denies=claim.denies,
        earliest=dates.earliest.toordinal() if dates else None,
        latest=dates.latest.toordinal() if dates else None,
        place=place_key(place) if place else None,
        geonames=place.geonames if place else None,
        inside=inside(place) if place else (),
        place_words=place_words(place) if place else (),
        broad=place is not None and is_broad(place),
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        km=radius(place) if place else None,
        actor=actor,
        target=target,
        sides=_set(filter(None, (actor, target))),
        outcomes=outcomes_of(claim),
        figures=figures_of(claim),
        asserter=party_of(source.name) if source else None,
        side=party_of(source.party) if source else None,
        names=tuple(names_in(claim.quote, known=known)),
        alike=alike_keys(words),
        report_names=named.words,
        report_pairs=named.pairs,
        words=signature(words),
        headline=signature(content_words(claim.report.title or "")),
    )


def _set(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


@lru_cache(maxsize=65_536)
def party_of(name: str | None) -> str | None:
    """Give a name in comparable form; None for nobody in particular, such as a witness."""
    key = plain_key(name or "")
    return None if key in _NOBODY else key


def target_of(claim: Claim) -> str | None:
    """Give whom it befell, in comparable form, else whose losses are counted."""
    return party_of(claim.target) or next(filter(None, (party_of(one.party) for one in claim.counts)), None)


def outcomes_of(claim: Claim) -> tuple[str, ...]:
    """Give the outcomes that a claim counts, sorted."""
    return _set(outcome_of(one) for one in claim.counts)


def figures_of(claim: Claim) -> tuple[str, ...]:
    """Give the figures that a claim names, sorted."""
    return _set(filter(None, map(figure_of, claim.counts)))


def place_key(place: Place) -> str:
    """Give the name of a place in comparable form, without a generic word such as "province".

    >>> place_key(Place(text="the Paryan district")), place_key(Place(text="Hinj", name="Khenj"))
    ('paryan', 'khenj')
    """
    return parse(place.name or place.text).core


def inside(place: Place) -> tuple[str, ...]:
    """Give the areas that a place lies in, itself left out, largest last.

    >>> inside(Place(text="Khinj", admin1="Panjshir Province", admin2="Khenj", country="AF"))
    ('khenj', 'panjshir', 'AF')
    """
    own = place_key(place)
    areas = [parse(area).core for area in (place.admin2, place.admin1) if area]
    return tuple(
        dict.fromkeys([*(area for area in areas if area != own or place.name is None), *([place.country] if place.country else [])])
    )


def place_words(place: Place) -> tuple[str, ...]:
    """Give the words of a place's name that tell it from others.

    >>> place_words(Place(text="Jammu and Kashmir")), place_words(Place(text="New York"))
    (('jammu', 'kashmir'), ('york',))
    """
    return tuple(word for word in place_key(place).split() if len(word) >= _TELLING and word not in DIRECTIONS and word not in _PLAIN)


def is_broad(place: Place) -> bool:
    """Tell whether a place is a country, a part of several regions, or not known to lie in any."""
    return place.admin1 is None if place.precision is None else place.precision >= _COUNTRY_WIDE and place.admin1 is None


def radius(place: Place) -> float:
    """Give how far from its coordinates, in km, the event can be."""
    if place.precision is not None:
        return RADIUS[place.precision]
    own = place_key(place)
    return RADIUS[4] if place.admin1 and parse(place.admin1).core == own else _UNKNOWN_RADIUS


def outcome_of(count: Count) -> str:
    """Give the outcome, for things with what they are: tanks destroyed and tanks lost are one."""
    if count.unit is Unit.PERSONS:
        return str(count.outcome)
    thing = (_LETTERS.findall((count.of or "").casefold()) or [""])[-1]
    return f"{stem(thing)} {'things' if count.unit is Unit.THINGS else 'places'}"


def figure_of(count: Count) -> str | None:
    """Give the outcome with the number that the words name: 700 for "700", "over 700" and "up to 700"; None for vague words."""
    if count.operator is Operator.VAGUE:
        return None
    number = count.best if count.best is not None else count.low if count.low is not None else count.high
    if number is None:
        return None
    if count.operator is Operator.MORE_THAN and count.best is None and count.low is not None and number % 10 == 1:
        number -= 1
    return f"{outcome_of(count)}:{number}"
