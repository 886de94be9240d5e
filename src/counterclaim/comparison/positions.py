"""What each side maintains on each question of an incident, now and before."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count, Unit
from counterclaim.claims.counterclaim import Question
from counterclaim.claims.incident import Origin
from counterclaim.claims.position import Position, Statement, Topic
from counterclaim.comparison import dates, figures, holding, party, place, victims
from counterclaim.comparison.difference import VIOLENT, affirms, told_as_fact


@dataclass(frozen=True, slots=True)
class _Saying:
    """One claim's word on one topic."""

    topic: Topic
    claim: Claim
    answer: str
    count: Count | None = None


def positions(claims: Iterable[Claim], origins: Iterable[Origin] = ()) -> tuple[Position, ...]:
    """Give, for the claims of one incident, what each side maintains per topic, by topic and side.

    `now` is what was said on the latest day of which the side said anything on the topic, `before` the rest, oldest
    first; a figure repeated unchanged is one statement with its latest day. Statements without a day are `now` only
    where no other is. Figures for different windows are different topics. Nothing is summed: a figure that adds to
    another stands beside it and points at it, as a part does at its total.
    """
    group = sorted(claims, key=lambda c: c.id)
    origin_of = {claim: origin.id for origin in origins for claim in origin.claims}
    sayings: defaultdict[tuple[str, Hashable], list[_Saying]] = defaultdict(list)
    for claim in group:
        if not told_as_fact(claim):
            continue
        who = party.belligerent(claim) or party.asserter(claim)
        for saying in _sayings(claim):
            sayings[who, _topic_key(saying.topic)].append(saying)
    found = [_position(group_, origin_of) for group_ in sayings.values()]
    return tuple(sorted(found, key=lambda p: (_topic_order(p.topic), p.side)))


def _sayings(claim: Claim) -> Iterator[_Saying]:
    if claim.control is not None:
        yield _Saying(_control_topic(claim), claim, ("not " if claim.negated else "") + holding.words(claim))
    elif claim.negated or not claim.counts:
        happened = Topic(question=Question.HAPPENED, kind=claim.kind, party=claim.target, place=_place(claim))
        yield _Saying(happened, claim, "no" if claim.negated else "yes")
    if not affirms(claim):
        return
    for count in claim.counts:
        yield _Saying(_figure_topic(claim, count), claim, count.text, count)
    if claim.kind in VIOLENT and claim.actor is not None:
        yield _Saying(Topic(question=Question.RESPONSIBILITY, kind=claim.kind, party=claim.target), claim, claim.actor)
    if claim.dates is not None:
        days = sorted({claim.dates.earliest.isoformat(), claim.dates.latest.isoformat()})
        yield _Saying(Topic(question=Question.DATE, kind=claim.kind), claim, " to ".join(days))


def _place(claim: Claim) -> str | None:
    return None if claim.place is None else claim.place.name or claim.place.text


def _control_topic(claim: Claim) -> Topic:
    return Topic(question=Question.CONTROL, place=_place(claim))


def _figure_topic(claim: Claim, count: Count) -> Topic:
    of = victims.thing(count) if count.unit is not Unit.PERSONS else victims.group_class(claim, count)
    party_ = count.party or claim.target
    return Topic(question=Question.FIGURE, outcome=count.outcome, unit=count.unit, of=of or None, party=party_, scope=count.scope)


def _topic_key(topic: Topic) -> Hashable:
    where = place.name_key(topic.place) if topic.place else None
    # Fighters and people of one party are one group: reports name them by turns.
    of = topic.of if topic.unit is not Unit.PERSONS or topic.of == victims.CIVILIANS else None
    return topic.question, topic.kind, topic.outcome, topic.unit, topic.scope, of, party.key(topic.party), where


def _topic_order(topic: Topic) -> tuple[str, ...]:
    return tuple(
        str(part or "") for part in (topic.question, topic.outcome, topic.unit, topic.party, topic.of, topic.place, topic.kind, topic.scope)
    )


def _position(sayings: list[_Saying], origin_of: Mapping[str, str]) -> Position:
    merged: defaultdict[Hashable, list[_Saying]] = defaultdict(list)
    for saying in sayings:
        merged[_same_words(saying)].append(saying)
    statements = sorted((_statement(group, sayings, origin_of) for group in merged.values()), key=_by_day)
    now = _now(statements)
    first = sayings[0]
    return Position(side=party.side(first.claim), topic=first.topic, now=now, before=tuple(s for s in statements if s not in now))


def _now(statements: list[Statement]) -> tuple[Statement, ...]:
    """Give what was said on the latest day, and what it adds to: what only adds does not supersede."""
    whole = [s for s in statements if s.adds_to is None] or statements
    last = max((s.as_of for s in whole if s.as_of is not None), default=None)
    if last is None:
        return tuple(statements)
    return tuple(s for s in statements if s.as_of is not None and s.as_of >= last)


def _by_day(statement: Statement) -> tuple[dt.date, tuple[str, ...], str]:
    return statement.as_of or dt.date.min, statement.claims, statement.answer


def _same_words(saying: _Saying) -> Hashable:
    count = saying.count
    if count is None:
        return saying.answer.casefold()
    return (
        count.low,
        count.high,
        count.best,
        count.operator,
        count.scope,
        count.window,
        bool(count.revises),
        figures.is_part(saying.claim, count),
    )


def _statement(group: list[_Saying], all_: list[_Saying], origin_of: Mapping[str, str]) -> Statement:
    claims = {s.claim.id for s in group}
    days = [day for s in group if (day := dates.as_of(s.claim)) is not None]
    first = group[0]
    count = first.count
    return Statement(
        answer=first.answer,
        as_of=max(days, default=None),
        claims=tuple(sorted(claims)),
        origins=len({origin_of.get(s.claim.id, party.asserter(s.claim)) for s in group}),
        low=count.low if count else None,
        high=count.high if count else None,
        best=count.best if count else None,
        own_loss=any(s.count is not None and victims.own_loss(s.claim, s.count) for s in group),
        part_of=next((s.claim.id for s in group if s.count is not None and figures.is_part(s.claim, s.count)), None),
        adds_to=_earlier(first, all_) if count is not None and count.revises else None,
    )


def _earlier(saying: _Saying, sayings: list[_Saying]) -> str | None:
    """Give the claim with the figure that "27 more" adds to: the latest that the side gave before, in time or in the text."""
    before = [
        s
        for s in sayings
        if s.claim.id != saying.claim.id and s.count is not None and not s.count.revises and _precedes(s.claim, saying.claim)
    ]
    return max((s.claim for s in before), key=lambda c: (dates.as_of(c) or dt.date.min, c.start, c.id)).id if before else None


def _precedes(a: Claim, b: Claim) -> bool:
    if a.report.sha256 == b.report.sha256:
        return a.start < b.start
    days = dates.days_between(a, b)
    return days is not None and days >= 0
