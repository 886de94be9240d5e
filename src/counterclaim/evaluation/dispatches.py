"""Claims against coded dispatches: what was found, and which of its values agree.

A claim's home is the sentence in which it starts. Within a sentence, predicted and coded claims of one group of kinds
are paired one to one, by how much they agree. A field's precision is over the paired claims that give it, its recall
over all coded claims that have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from counterclaim.claims.claim import Claim
from counterclaim.claims.errors import InvalidClaim
from counterclaim.evaluation.bootstrap import SAMPLES, Hits, Score, Tally, score_tallies
from counterclaim.evaluation.figures import coded_figures, person_counts, same_figure
from counterclaim.evaluation.gold import Dispatches, Row, read_dispatches
from counterclaim.evaluation.names import same_name
from counterclaim.evaluation.pairing import pair

OUTLET: Final = "outlet"
CLAIMS: Final = "claims found"
FIGURES: Final = "figures"
ATTRIBUTED_FIGURES: Final = "figures with their asserter"
CONTROL: Final = "control: who, what, where"

_GROUPS: Final = {
    "casualties": "violence", "clash": "violence", "attack": "violence", "abuse_of_civilians": "violence", "control": "control",
    "movement": "movement", "equipment": "equipment", "equipment_loss": "equipment", "detention": "capture", "capture": "capture",
    "surrender": "capture", "displacement": "displacement", "talks": "talks", "agreement": "talks", "ceasefire": "talks",
    "accusation": "accusation",
}  # fmt: skip
_CHANGES: Final = {
    "captured": "has", "recaptured": "has", "holds": "has", "entered": "has", "repelled_attack": "repelled",
    "repelled_attack_on": "repelled", "lost": "lost", "withdrew": "lost", "withdrew_from": "lost", "surrounded": "surrounded",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A value that a claim may have: whether the coding has it, the prediction gives it, and both agree in it."""

    has: Callable[[Row], bool]
    gives: Callable[[Row], bool]
    agrees: Callable[[Row, Row], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A coded claim, or one value of it, that was not found: which, by whom, and the sentence that makes it."""

    doc: str
    nth: int
    kind: str
    source: str | None
    coded: Mapping[str, Any]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What one sentence adds to a measure."""

    hits: Hits
    missed: Sequence[Row]


Reader = Callable[[Path], Iterable[Claim | Row]]


def score_dispatches(folder: Path, read: Reader, *, seed: int = 0, samples: int = SAMPLES) -> list[Score]:
    """Give one row a measure for what `read` finds in a folder of coded dispatches.

    Raises:
        UnreadableInput: If the folder holds no coded dispatches.
        InvalidClaim: If a claim's quote is not in the text where it says.
    """
    return score_claims(read_dispatches(folder), read(folder), seed=seed, samples=samples)


def score_claims(gold: Dispatches, claims: Iterable[Claim | Row], *, seed: int = 0, samples: int = SAMPLES) -> list[Score]:
    """Give one row a measure, intervals over dispatches; claims that belong to no dispatch are left out (`strays`)."""
    return score_tallies(tallies(gold, claims).values(), seed=seed, samples=samples)


def tallies(gold: Dispatches, claims: Iterable[Claim | Row]) -> dict[str, Tally]:
    """Give the hits of each dispatch on each measure."""
    return {doc: {name: _sum(outcomes) for name, outcomes in by_measure.items()} for doc, by_measure in _by_dispatch(gold, claims).items()}


def missed(gold: Dispatches, claims: Iterable[Claim | Row], measure: str) -> list[Miss]:
    """Give the coded claims that count against the recall of one measure, in the order of the coding.

    Raises:
        ValueError: If there is no such measure.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure {measure!r}; there are {', '.join(MEASURES)}")
    rows = [row for by_measure in _by_dispatch(gold, claims).values() for outcome in by_measure[measure] for row in outcome.missed]
    return [
        Miss(doc=g["doc"], nth=g["n"], kind=g["kind"], source=g["source"], coded=g, sentence=gold.words(g["doc"], g["start"]))
        for g in sorted(rows, key=lambda g: (g["doc"], g["n"]))
    ]


def strays(gold: Dispatches, claims: Iterable[Claim | Row]) -> int:
    """Give how many claims belong to none of the dispatches."""
    finder = _Finder(gold)
    return sum(finder.doc(row) is None for row in as_rows(claims))


def is_right(gold: Dispatches, claims: Sequence[Row]) -> list[bool | None]:
    """Tell of each claim whether it is paired with a coded one that has its asserter and every figure of it.

    None for claims of no dispatch, and for those paired with coded claims of kinds that are not scored.
    """
    finder = _Finder(gold)
    homes: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        doc = finder.doc(claim)
        if doc is not None:
            homes[doc, gold.sentence(doc, claim["start"])].append(n)
    coded: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for g in gold.claims:
        coded[g["doc"], gold.sentence(g["doc"], g["start"])].append(g)
    out: list[bool | None] = [None] * len(claims)
    for home, found in homes.items():
        partners = {id(c): g for g, c in pair(coded[home], [claims[n] for n in found], _closeness)}
        for n in found:
            out[n] = _holds(partners.get(id(claims[n])), claims[n])
    return out


def _holds(coded: Row | None, claim: Row) -> bool | None:
    """Tell whether a coded claim bears a claim out; None where its kind is not scored."""
    if coded is None:
        return False
    if _group(coded) is None:
        return None
    asserter = _same_source(coded, claim) or _same_party(coded, claim)
    return asserter and all(any(same_figure(m, count) for m in coded["measures"]) for count in person_counts(claim))


def as_rows(claims: Iterable[Claim | Row]) -> Iterator[Row]:
    """Give claims as the objects of the JSON Lines format, whichever of both they are."""
    for claim in claims:
        yield msgspec.to_builtins(claim) if isinstance(claim, Claim) else claim


class _Finder:
    """Finds the dispatch that a claim belongs to: by its text's hash, else by id, title or file name of its report."""

    def __init__(self, gold: Dispatches) -> None:
        self._by_hash = gold.docs
        self._docs = gold.texts.keys()

    def doc(self, claim: Row) -> str | None:
        report = claim.get("report") or {}
        known = self._by_hash.get(report.get("sha256") or "")
        stem = Path(str(report.get("url") or report.get("path") or "")).stem
        return known or next((name for name in (report.get("id"), report.get("title"), stem) if name in self._docs), None)


def _by_dispatch(gold: Dispatches, claims: Iterable[Claim | Row]) -> dict[str, dict[str, list[_Outcome]]]:
    """Give, for each dispatch and each measure, what its sentences add."""
    coded: dict[tuple[str, int], list[Row]] = defaultdict(list)
    found: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for g in gold.claims:
        coded[g["doc"], gold.sentence(g["doc"], g["start"])].append(g)
    finder = _Finder(gold)
    for claim in as_rows(claims):
        doc = finder.doc(claim)
        if doc is not None:
            _check_quote(doc, gold.texts[doc], claim)
            found[doc, gold.sentence(doc, claim["start"])].append(claim)
    by_dispatch: dict[str, dict[str, list[_Outcome]]] = {doc: {name: [] for name in MEASURES} for doc in gold.texts}
    for home in sorted(coded.keys() | found.keys()):
        for name, outcome in _sentence(coded[home], found[home]).items():
            by_dispatch[home[0]][name].append(outcome)
    return by_dispatch


def _check_quote(doc: str, text: str, claim: Row) -> None:
    quote = claim.get("quote")
    if quote is not None and text[claim["start"] : claim["end"]] != quote:
        raise InvalidClaim("quote", f"{doc}: the quote of the claim at {claim['start']} is not text[start:end]")


def _sum(outcomes: Iterable[_Outcome]) -> Hits:
    hits = [outcome.hits for outcome in outcomes]
    return Hits(right=sum(h.right for h in hits), gold=sum(h.gold for h in hits), predicted=sum(h.predicted for h in hits))


def _sentence(coded: Sequence[Row], found: Sequence[Row]) -> dict[str, _Outcome]:
    pairs = pair(coded, found, _closeness)
    outcomes = {CLAIMS: _claims(coded, found, pairs)}
    outcomes[FIGURES] = _figures(coded, found, lambda g, c: True)  # noqa: ARG005 - whoever says so
    outcomes[ATTRIBUTED_FIGURES] = _figures(coded, found, lambda g, c: _same_source(g, c) or _same_party(g, c))
    outcomes[CONTROL] = _controls(coded, found)
    outcomes.update({name: _field(field, coded, pairs) for name, field in FIELDS.items()})
    return outcomes


def _claims(coded: Sequence[Row], found: Sequence[Row], pairs: Sequence[tuple[Row, Row]]) -> _Outcome:
    """Count claims of the kinds that are scored; partners of coded claims of other kinds cost nothing."""
    wanted = [g for g in coded if _group(g)]
    matched = [g for g, _ in pairs if _group(g)]
    beside = len(pairs) - len(matched)
    predicted = max(len(matched), sum(_group(c) is not None for c in found) - beside)
    return _Outcome(hits=Hits(right=len(matched), gold=len(wanted), predicted=predicted), missed=_left_out(wanted, matched))


def _field(field: Field, coded: Sequence[Row], pairs: Sequence[tuple[Row, Row]]) -> _Outcome:
    wanted = [g for g in coded if field.has(g)]
    given = [(g, c) for g, c in pairs if field.gives(c)]
    right = [g for g, c in given if field.has(g) and field.agrees(g, c)]
    return _Outcome(hits=Hits(right=len(right), gold=len(wanted), predicted=len(given)), missed=_left_out(wanted, right))


def _figures(coded: Sequence[Row], found: Sequence[Row], said_by: Callable[[Row, Row], bool]) -> _Outcome:
    """Pair figures, each predicted one once, though several claims of one source may repeat it."""
    wanted = [(g, measure) for g in coded for measure in coded_figures(g)]
    guesses = {_figure_key(c, count): (c, count) for c in found for count in person_counts(c)}
    pairs = pair(wanted, list(guesses.values()), lambda g, c: 1 if same_figure(g[1], c[1]) and said_by(g[0], c[0]) else None)
    hits = Hits(right=len(pairs), gold=len(wanted), predicted=len(guesses))
    matched = [measure for (_, measure), _ in pairs]
    lost = [{**g, "measures": [measure]} for g, measure in wanted if not any(measure is m for m in matched)]
    return _Outcome(hits=hits, missed=lost)


def _figure_key(claim: Row, count: Row) -> tuple[object, ...]:
    bounds = (count.get("low"), count.get("high"), count.get("best"))
    return (count["outcome"], *bounds, count.get("start"), _source(claim, "name"))


def _controls(coded: Sequence[Row], found: Sequence[Row]) -> _Outcome:
    wanted = [g for g in coded if g["control"]]
    guesses = [c for c in found if c.get("control")]
    pairs = pair(wanted, guesses, lambda g, c: 1 if _same_control(g, c) else None)
    hits = Hits(right=len(pairs), gold=len(wanted), predicted=len(guesses))
    return _Outcome(hits=hits, missed=_left_out(wanted, [g for g, _ in pairs]))


def _left_out(wanted: Sequence[Row], matched: Sequence[Row]) -> list[Row]:
    return [g for g in wanted if not any(g is m for m in matched)]


def _group(claim: Row) -> str | None:
    return group_of(claim.get("kind") or "")


def group_of(kind: str) -> str | None:
    """Give the group of kinds of event that codings do not tell apart; None for kinds that are not scored.

    >>> group_of("clash"), group_of("attack"), group_of("other")
    ('violence', 'violence', None)
    """
    return _GROUPS.get(kind)


def _closeness(g: Row, c: Row) -> int | None:
    """Give how much two claims agree: one for each field, two for a figure; None where their kinds keep them apart."""
    group = _group(g)
    if not (group is None or group == _group(c) or (group == "violence" and person_counts(c))):
        return None
    figure = any(same_figure(measure, count) for measure in g["measures"] for count in person_counts(c))
    return sum(field.agrees(g, c) for field in FIELDS.values()) + (2 if figure else 0)


def _source(claim: Row, key: str) -> str | None:
    source = claim.get("source")
    return source.get(key) if source else OUTLET


def _same_source(g: Row, c: Row) -> bool:
    names = [g["source"], *(g.get("alt_source") or [])]
    return any(same_name(_source(c, "name"), name or OUTLET) for name in names)


def _same_party(g: Row, c: Row) -> bool:
    parties = [g["source_party"], *(name or OUTLET for name in g.get("alt_source") or [])]
    return any(same_name(_source(c, key), party) for key in ("party", "name") for party in parties)


def _same_place(g: Row, c: Row) -> bool:
    coded, found = g["place"], c.get("place")
    if not (coded and found):
        return False
    return same_name(found.get("text"), coded["text"]) or same_name(found.get("name"), coded["canonical"])


def _same_country(g: Row, c: Row) -> bool:
    return _same_place(g, c) and c["place"].get("country") == g["place"].get("country")


def _same_dates(g: Row, c: Row) -> bool:
    dates = c.get("dates") or {}
    return bool(g["date"]) and (dates.get("earliest"), dates.get("latest")) == (g["date"]["start"], g["date"]["end"])


def _same_control(g: Row, c: Row) -> bool:
    same_change = _CHANGES.get(c["control"]["change"]) == _CHANGES.get(g["control"])
    return same_change and same_name(c["control"].get("party"), g["control_party"]) and (not g["place"] or _same_place(g, c))


def _dated(c: Row) -> bool:
    dates = c.get("dates") or {}
    return bool(dates.get("earliest") or dates.get("latest"))


def _always(_: Row) -> bool:
    return True


FIELDS: Final[dict[str, Field]] = {
    "source name": Field(has=_always, gives=_always, agrees=_same_source),
    "source party": Field(has=_always, gives=_always, agrees=_same_party),
    "place": Field(has=lambda g: bool(g["place"]), gives=lambda c: bool(c.get("place")), agrees=_same_place),
    "place in the right country": Field(
        has=lambda g: bool((g["place"] or {}).get("country")),
        gives=lambda c: bool((c.get("place") or {}).get("country")),
        agrees=_same_country,
    ),
    "dates": Field(has=lambda g: bool(g["date"]), gives=_dated, agrees=_same_dates),
    "negated": Field(
        has=lambda g: bool(g["negated"]),
        gives=lambda c: bool(c.get("negated")),
        agrees=lambda g, c: bool(g["negated"] and c.get("negated")),
    ),
    "denials": Field(
        has=lambda g: bool(g["stance"] == "denies"),
        gives=lambda c: bool(c.get("stance") == "denies"),
        agrees=lambda g, c: bool(g["stance"] == "denies" == c.get("stance")),
    ),
    "target": Field(
        has=lambda g: bool(g["target"]),
        gives=lambda c: bool(c.get("target")),
        agrees=lambda g, c: bool(g["target"]) and same_name(c.get("target"), g["target"]),
    ),
    "actor": Field(
        has=lambda g: bool(g["perpetrator"]),
        gives=lambda c: bool(c.get("actor")),
        agrees=lambda g, c: bool(g["perpetrator"]) and same_name(c.get("actor"), g["perpetrator"]),
    ),
}
MEASURES: Final = (CLAIMS, FIGURES, ATTRIBUTED_FIGURES, CONTROL, *FIELDS)
