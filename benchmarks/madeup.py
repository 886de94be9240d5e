"""A made-up corpus of claims with a known answer, streamed: as many as are asked for, the same for the same seed.

A world of countries, provinces and towns; in each country a government and two armed groups. Every day has happenings
(kind, town, sides, true losses), more in towns where there is war. Outlets report them: state media and the groups'
own channels know their side's version, with own losses told small and enemy losses large; agencies carry both; others
relay an agency word for word or nearly. Figures are revised in the days after. A part of the claims tell only the province
or no place, an interval or no day, no actor, or a round number, as real ones do: the shares stand in `SHARES`.

Run: python benchmarks/madeup.py --claims 1000 --seed 7 --out FOLDER
writes claims.jsonl (counterclaim/claim/1) and groups.jsonl, the answer.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counterclaim.claims.attribution import Link, LinkRole, Source
from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.count import Count, Operator, Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.place import Place
from counterclaim.export.claims import encode_claim

COUNTRIES, PROVINCES, TOWNS = 12, 10, 25
PER_DAY = 150
LARGE = 12  # dead, from which on a number can be told as a round one
CLAIMS = 6.0  # a happening, on average
FIRST_DAY = dt.date(2031, 1, 1)
SHARES = {
    "town": 0.80, "province": 0.12,  # the rest tell no place
    "day": 0.78, "interval": 0.12,  # the rest tell no date
    "day before or after": 0.04,
    "actor": 0.75, "target": 0.9,
    "round number": 0.2,
    "relayed": 0.3, "relayed word for word": 0.5,
    "revised": 0.15, "agency": 0.5, "unnamed witness": 0.5,
}  # fmt: skip
KINDS = {
    Kind.ATTACK: ("shelled", "attacked", "raided", "bombed"),
    Kind.CLASH: ("clashed with", "fought", "exchanged fire with", "skirmished with"),
    Kind.CONTROL: ("captured", "seized", "took", "entered"),
    Kind.CASUALTIES: ("killed men of", "ambushed", "hit a convoy of", "struck a post of"),
}
SCENES = (
    "a bridge", "the market", "a checkpoint", "the bus station", "a school", "the old barracks", "a fuel depot", "the river crossing",
    "a hospital", "the radio mast", "a flour mill", "the customs house", "an orchard", "the power station", "a warehouse", "the quarry",
)  # fmt: skip
TIMES = ("before dawn", "at noon", "after dark", "in the early hours", "around sunset", "during prayers")
SYLLABLES = ("ba", "dor", "kel", "mi", "nash", "or", "pel", "qua", "ri", "sul", "tam", "ur", "ves", "wen", "yar", "zod", "len", "gar")
MADE = Extractor(name="made-up", version="1")


@dataclass(frozen=True, slots=True)
class Town:
    """A place, with the sides that fight over it."""

    name: str
    province: str
    country: str
    latitude: float
    longitude: float
    weight: float
    government: str
    groups: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Happening:
    """What really happened."""

    number: int
    day: dt.date
    town: Town
    kind: Kind
    actor: str
    target: str
    killed: int
    verb: str
    scene: str
    time: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, and the number of the happening that it is about."""

    claim: Claim
    happening: int


def name(rng: random.Random, syllables: int) -> str:
    """Give a name that no language has."""
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def world(rng: random.Random) -> list[Town]:
    """Give the towns, and how much war each sees."""
    towns = []
    for nth in range(COUNTRIES):
        country, sides = f"{chr(65 + nth)}X", tuple(f"{name(rng, 3)} {word}" for word in ("Government", "Front", "Brigades"))
        north, east = rng.uniform(-40, 55), rng.uniform(-120, 140)
        for _ in range(PROVINCES):
            province, up, right = name(rng, 3), north + rng.uniform(-4, 4), east + rng.uniform(-4, 4)
            for _ in range(TOWNS):
                spot = (up + rng.uniform(-0.6, 0.6), right + rng.uniform(-0.6, 0.6))
                towns.append(Town(name(rng, 4), province, country, *spot, rng.paretovariate(1.3), sides[0], (sides[1], sides[2])))
    return towns


def happenings(rng: random.Random, towns: list[Town]) -> Iterator[Happening]:
    """Give what happens, day by day, without end."""
    chances = list(itertools.accumulate(min(town.weight, 20) for town in towns))
    for number in itertools.count():
        town = rng.choices(towns, cum_weights=chances)[0]
        group = rng.choice(town.groups)
        actor, target = rng.sample((town.government, group), 2)
        kind = rng.choice(list(KINDS))
        day = FIRST_DAY + dt.timedelta(days=number // PER_DAY)
        killed = min(400, int(rng.paretovariate(0.9)) + rng.randrange(4))
        yield Happening(number, day, town, kind, actor, target, killed, rng.choice(KINDS[kind]), rng.choice(SCENES), rng.choice(TIMES))


def claims(seed: int = 0) -> Iterator[Told]:
    """Give claims in about the order in which they are published, without end."""
    rng = random.Random(seed)  # noqa: S311 (a corpus is no secret)
    towns = world(rng)
    for happening in happenings(rng, towns):
        for _ in range(1 + int(rng.expovariate(1 / (CLAIMS / (1 + SHARES["relayed"] + SHARES["revised"]) - 0.5)))):
            yield from told(rng, happening)


def told(rng: random.Random, event: Happening) -> Iterator[Told]:
    """Give one account of a happening, with those who relay it and its revision."""
    side = rng.choice((event.actor, event.target, event.town.government, "witness"))
    claim = account(rng, event, side, event.killed if side == "witness" else bent(rng, event, side))
    yield Told(claim, event.number)
    if rng.random() < SHARES["relayed"]:
        yield Told(relayed(rng, claim), event.number)
    if claim.counts and rng.random() < SHARES["revised"]:
        later = account(rng, event, side, (claim.counts[0].low or 0) + rng.randint(1, 6), later=rng.randint(1, 3))
        yield Told(later, event.number)


def bent(rng: random.Random, event: Happening, side: str) -> int:
    """Give the number of dead that a side tells: own ones fewer, the enemy's more."""
    return max(0, round(event.killed * (rng.uniform(0.4, 1.0) if side == event.target else rng.uniform(1.0, 2.5))))


def account(rng: random.Random, event: Happening, side: str, killed: int, later: int = 0) -> Claim:
    """Give a claim of one side, in one outlet, some days after the happening."""
    published = event.day + dt.timedelta(days=rng.choice((0, 0, 1, 1, 2)) + later)
    place, actor = place_of(rng, event.town), event.actor if rng.random() < SHARES["actor"] else None
    target = event.target if rng.random() < SHARES["target"] else None
    where = f" in {place.text}" if place else ""
    who = actor or "Armed men"
    quote = f"{who} {event.verb} {target or 'their enemy'}{where} near {event.scene} {event.time}, killing {killed}, the {side} said."
    outlet = f"{'Agency' if rng.random() < SHARES['agency'] else 'Paper'} {rng.randrange(60)}"
    return make(
        report=reference(rng, outlet, published),
        quote=quote,
        source=source_of(rng, side),
        kind=event.kind,
        actor=actor,
        target=target,
        counts=(count_of(rng, killed, event.target),),
        control=Control(change=Change.CAPTURED, party=event.actor) if event.kind is Kind.CONTROL else None,
        place=place,
        dates=dates_of(rng, event.day),
    )


def make(**fields: object) -> Claim:
    """Give a claim whose id is a hash of its words and its report."""
    quote, report = str(fields["quote"]), fields["report"]
    assert isinstance(report, ReportReference)
    digest = hashlib.sha256(f"{report.id} {quote}".encode()).hexdigest()[:20]
    return Claim(id=digest, start=0, end=len(quote), content=((0, len(quote)),), extractor=MADE, **fields)  # type: ignore[arg-type]


def relayed(rng: random.Random, claim: Claim) -> Claim:
    """Give the claim as another outlet has it, a day later at most."""
    published = (claim.report.published or FIRST_DAY) + dt.timedelta(days=rng.randint(0, 1))
    quote = claim.quote if rng.random() < SHARES["relayed word for word"] else claim.quote.replace(", killing", " and killed", 1)
    link = Link(role=LinkRole.RELAY, name=claim.report.outlet or "an agency")
    report = reference(rng, f"Paper {rng.randrange(60)}", published)
    fields = {name: getattr(claim, name) for name in ("source", "kind", "actor", "target", "counts", "control", "place", "dates")}
    return make(report=report, quote=quote, chain=(link,), **fields)


def reference(rng: random.Random, outlet: str, published: dt.date) -> ReportReference:
    """Give a report that has this one claim."""
    sha256 = f"{rng.getrandbits(256):064x}"
    return ReportReference(id=sha256[:16], title=None, outlet=outlet, url=None, published=published, sha256=sha256)


def source_of(rng: random.Random, side: str) -> Source | None:
    """Give who speaks: somebody for the side, or its name."""
    if side == "witness":
        return Source(name=f"resident {rng.randrange(1000)}", party="witness") if rng.random() > SHARES["unnamed witness"] else None
    return Source(name=rng.choice((side, f"spokesman {rng.randrange(3)} of {side}")), party=side)


def place_of(rng: random.Random, town: Town) -> Place | None:
    """Give the town, its province, or nothing."""
    share = rng.random()
    if share < SHARES["town"]:
        spot = {"latitude": town.latitude, "longitude": town.longitude}
        return Place(text=town.name, name=town.name, admin1=town.province, country=town.country, precision=1, **spot)
    if share < SHARES["town"] + SHARES["province"]:
        return Place(text=town.province, name=town.province, admin1=town.province, country=town.country, precision=4)
    return None


def dates_of(rng: random.Random, day: dt.date) -> Dates | None:
    """Give the day, an interval around it, or nothing."""
    share = rng.random()
    if share < SHARES["day"]:
        shift = rng.choice((-1, 1)) if rng.random() < SHARES["day before or after"] else 0
        told_day = day + dt.timedelta(days=shift)
        return Dates(earliest=told_day, latest=told_day, precision=1)
    if share < SHARES["day"] + SHARES["interval"]:
        return Dates(earliest=day - dt.timedelta(days=rng.randrange(4)), latest=day + dt.timedelta(days=rng.randrange(3)), precision=2)
    return None


def count_of(rng: random.Random, killed: int, party: str) -> Count:
    """Give the number, sometimes as "more than" a round one."""
    if killed > LARGE and rng.random() < SHARES["round number"]:
        low = killed // 10 * 10 + 1
        return Count(
            outcome=Outcome.KILLED, unit=Unit.PERSONS, low=low, high=None, best=None, operator=Operator.MORE_THAN,
            of=None, party=party, text=f"more than {low - 1}", start=None, end=None,
        )  # fmt: skip
    return Count(
        outcome=Outcome.KILLED, unit=Unit.PERSONS, low=killed, high=killed, best=killed, operator=Operator.EXACT,
        of=None, party=party, text=str(killed), start=None, end=None,
    )  # fmt: skip


def main() -> None:
    """Write a corpus and its answer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    groups: dict[int, list[str]] = {}
    with (options.out / "claims.jsonl").open("wb") as stream:
        for one in itertools.islice(claims(options.seed), options.claims):
            stream.write(encode_claim(one.claim) + b"\n")
            groups.setdefault(one.happening, []).append(one.claim.id)
    lines = (json.dumps({"claims": members}) + "\n" for members in groups.values())
    (options.out / "groups.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
