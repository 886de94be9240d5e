"""A claim's values, each with the words that it rests on and the rule that made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from counterclaim.claims import admiralty
from counterclaim.claims.assessment import Assessment
from counterclaim.claims.attribution import Stance
from counterclaim.claims.claim import Claim, Span
from counterclaim.claims.count import Count
from counterclaim.claims.dates import Dates
from counterclaim.claims.place import Place
from counterclaim.cli import phrases

if TYPE_CHECKING:
    from counterclaim.extraction.trace import Trace

WHERE_PREC: Final = {
    1: "the exact place",
    2: "near the place",
    3: "the district",
    4: "the region",
    5: "a stretch of the map, a line or an area",
    6: "the country",
    7: "international waters or airspace",
}
DATE_PREC: Final = {1: "the day", 2: "2 to 6 days", 3: "a week", 4: "8 to 30 days or a month", 5: "more than a month, up to a year"}
PLAIN_FIELDS: Final = ("mode", "actor", "target", "modality", "polarity", "asserted_at", "denies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A value with its name; `span` is where its words stand, None where it rests on no words of its own."""

    name: str
    value: str
    span: Span | None = None
    rule: str = ""


def rows_of(claim: Claim, trace: Trace | None = None) -> list[Row]:
    """Give the values of a claim in the order in which one asks for them: who, how, what, how many, where, when."""
    traced = traced_rows(trace) if trace is not None else ()
    return [*who_rows(claim), *traced, *what_rows(claim), *(count_row(count) for count in claim.counts), *where_rows(claim, trace)]


def traced_rows(trace: Trace) -> Iterator[Row]:
    """Give how the attribution was found, and whom its words point to."""
    if trace.rule is not None:
        span = (trace.attribution[0][0], trace.attribution[-1][1]) if trace.attribution else None
        value = f"trust {trace.probability:.2f}" if trace.probability is not None else ""
        yield Row(name="attribution", value=value, span=span, rule=trace.rule)
    if trace.said is not None:
        yield Row(name="named as", value="", span=trace.said, rule=trace.speaker_rule or "")
    if trace.antecedent is not None:
        yield Row(name="antecedent", value="", span=trace.antecedent, rule=trace.speaker_rule or "")


def who_rows(claim: Claim) -> Iterator[Row]:
    """Give source, party, cue, stance and chain."""
    source = claim.source
    if source is None:
        yield Row(name="source", value=f"{claim.report.outlet or 'the report'}, in its own voice", rule="nobody is named")
    else:
        yield Row(name="source", value=source.name, span=span_of(source.start, source.end))
        yield Row(name="party", value=source.party or "unknown", span=evidence(claim, "party"), rule="list of parties" * bool(source.party))
        if source.role:
            yield Row(name="role", value=source.role, span=evidence(claim, "role"))
    cue = (claim.cue.start, claim.cue.end) if claim.cue else None
    yield Row(name="stance", value=str(claim.stance), span=cue, rule="cue word" if cue else "no cue" * (claim.stance is Stance.SAYS))
    for link in claim.chain:
        yield Row(name=str(link.role), value=link.name, span=span_of(link.start, link.end))
    if claim.unverified:
        yield Row(name="unverified", value="yes", span=evidence(claim, "unverified"), rule="the report says so")


def what_rows(claim: Claim) -> Iterator[Row]:
    """Give kind, negation, actor, target and control."""
    yield Row(name="kind", value=phrases.plain(claim.kind), span=evidence(claim, "kind"))
    if claim.negated:
        yield Row(name="negated", value="yes", span=evidence(claim, "negated"))
    for name in PLAIN_FIELDS:
        if (value := getattr(claim, name)) is not None:
            yield Row(name=name.replace("_", " "), value=phrases.plain(str(value)), span=evidence(claim, name))
    if claim.control:
        value = f"{phrases.CHANGES[claim.control.change]}, by {claim.control.party or 'unknown'}"
        yield Row(name="control", value=value, span=evidence(claim, "control"), rule="claimed, never assessed")


def count_row(count: Count) -> Row:
    """Give a count with its bounds and its rule."""
    limits = [
        f"{name} {number:,}" for name, number in (("low", count.low), ("best", count.best), ("high", count.high)) if number is not None
    ]
    scope = [] if count.scope == "event" else [f"{phrases.plain(count.scope)}{f' “{count.window}”' if count.window else ''}"]
    party = [f"of {count.party}"] if count.party else []
    value = "; ".join([phrases.number(count), ", ".join(limits) or "no bounds", *scope, *party])
    rule = f"{count.rule} {phrases.plain(count.operator)}"
    return Row(name=phrases.plain(count.outcome), value=value, span=span_of(count.start, count.end), rule=rule)


def where_rows(claim: Claim, trace: Trace | None = None) -> Iterator[Row]:
    """Give place, its other readings, dates, content and confidence."""
    if claim.place:
        yield place_row(claim.place)
    if trace is not None and trace.candidates:
        yield candidates_row(trace)
    if claim.dates:
        yield dates_row(claim.dates)
    for start, end in claim.content:
        yield Row(name="content", value=f"characters {start}–{end}", span=(start, end))
    if claim.confidence is not None:
        yield Row(name="confidence", value=f"{claim.confidence:.2f}")
    yield Row(name="read by", value=f"{claim.extractor.name} {claim.extractor.version}")


def place_row(place: Place) -> Row:
    """Give a place with its entry and how exact it is."""
    span = span_of(place.start, place.end)
    if place.name is None:
        return Row(name="place", value="not resolved", span=span, rule="no_match")
    parts = [phrases.where(place)]
    if place.latitude is not None and place.longitude is not None:
        parts.append(f"{place.latitude:.3f}, {place.longitude:.3f}")
    parts += [f"GeoNames {place.geonames}"] * bool(place.geonames)
    parts += [f"share {place.score:.2f}"] if place.score is not None else []
    precision = WHERE_PREC.get(place.precision or 0)
    rule = f"UCDP where_prec {place.precision}: {precision}" if precision else ""
    return Row(name="place", value="; ".join(parts), span=span, rule=rule)


def candidates_row(trace: Trace) -> Row:
    """Give the places that the words could mean, each with its share of the evidence."""
    named = (", ".join(dict.fromkeys(p for p in (one.name, one.admin1, one.country) if p)) for one in trace.candidates)
    value = "; ".join(f"{name} ({one.share:.2f})" for name, one in zip(named, trace.candidates, strict=True))
    return Row(name="could be", value=value, rule=f"gazetteer: {phrases.plain(trace.place_reason or '')}")


def dates_row(dates: Dates) -> Row:
    """Give the days with how exact they are."""
    rule = f"UCDP date_prec {dates.precision}: {DATE_PREC[dates.precision]}" if dates.precision else ""
    return Row(name="dates", value=phrases.when(dates), span=span_of(dates.start, dates.end), rule=rule)


def assessment_rows(assessments: Sequence[Assessment]) -> Iterator[Row]:
    """Give what people made of the claim; the Admiralty code F6 as long as nobody did."""
    if not assessments:
        yield Row(name="assessed", value=f"by nobody ({admiralty.UNJUDGED})")
    for one in assessments:
        meaning = admiralty.in_words(one.admiralty) if one.admiralty else ""
        yield Row(name="assessed", value=f"{one}, by {one.by} on {one.at.date()}: {one.why}", rule=meaning)


def evidence(claim: Claim, name: str) -> Span | None:
    """Give the words that a claim notes behind a value."""
    return claim.evidence.get(name)


def span_of(start: int | None, end: int | None) -> Span | None:
    """Give a span where both ends are known."""
    return None if start is None or end is None else (start, end)
