"""Incidents, positions and origins in words for a person."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Unit
from counterclaim.claims.counterclaim import Compatible, Counterclaim, Question
from counterclaim.claims.identity import Fate
from counterclaim.claims.incident import Incident, Origin, Status
from counterclaim.claims.position import Position, Statement, Topic
from counterclaim.cli import phrases
from counterclaim.cli.terminal import many, short, side_of

if TYPE_CHECKING:
    from counterclaim.ledger import Past

STATUSES: Final = {
    Status.CONTESTED: "bold red",
    Status.CONCEDED: "bold green",
    Status.UNCONTESTED: "cyan",
    Status.SINGLE_ORIGIN: "yellow",
    Status.RETRACTED: "magenta",
}
FATES: Final = {
    Fate.APPEARED: "first linked",
    Fate.CHANGED: "changed",
    Fate.SPLIT_OFF: "split off",
    Fate.MERGED_INTO: "merged",
    Fate.VANISHED: "gone",
}
OTHER_QUESTIONS: Final = {
    Question.RESPONSIBILITY: "Who did it",
    Question.HAPPENED: "Did it happen",
    Question.DATE: "When",
    Question.VICTIMS: "Who the victims were",
}
ORDER: Final = (
    Question.CONTROL,
    Question.FIGURE,
    Question.HAPPENED,
    Question.RESPONSIBILITY,
    Question.VICTIMS,
    Question.DATE,
)
"""In which order questions are shown."""
DISPUTES: Final = ("Who holds it", "How many", "Whether it happened", "Who did it", "Who the victims were", "When")
"""What is in dispute, in the same order."""

_KINDS: Final = 2
_OUTLETS: Final = 3


def step(past: Past) -> str:
    """Give what became of an incident in one linking, and with which others."""
    others = f", with {', '.join(map(short, past.others))}" if past.others else ""
    return f"{FATES[past.fate]} {past.when.date()} ({many(past.claims, 'claim')}{others})"


def title(claims: Sequence[Claim]) -> str:
    """Give what an incident is about: its usual kinds of event, and the place that most of its claims name."""
    kinds = Counter(phrases.plain(claim.kind) for claim in claims)
    what = ", ".join(kind for kind, _ in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))[:_KINDS])
    places = Counter(phrases.where(claim.place) for claim in claims if claim.place)
    where = min(places.items(), key=lambda item: (-item[1], item[0]))[0] if places else "place not told"
    return f"{where}: {what}"


def days(claims: Iterable[Claim]) -> str:
    """Give the first and the last day that claims tell; the days of publication in brackets where none is told."""
    told = [claim.dates for claim in claims if claim.dates]
    if told:
        return span(min(one.earliest for one in told), max(one.latest for one in told))
    published = [claim.report.published for claim in claims if claim.report.published]
    return f"({span(min(published), max(published))})" if published else "day not told"


def span(first: dt.date, last: dt.date) -> str:
    """Give one day, or the first and the last."""
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"


def voices(incident: Incident, claims: Sequence[Claim]) -> str:
    """Give how many claims, origins and outlets an incident has: `1 origin, 10 outlets`."""
    outlets = {outlet for origin in incident.origins for outlet in origin.outlets}
    return ", ".join([many(len(claims), "claim"), many(len(incident.origins), "origin"), many(len(outlets), "outlet")])


def status(incident: Incident) -> str:
    """Give the status in words."""
    return phrases.plain(incident.status)


def question(topic: Topic) -> str:
    """Give a topic as a heading."""
    if topic.question is Question.CONTROL:
        return f"Control of {topic.place or 'a place'}"
    if topic.question is Question.FIGURE:
        group = " ".join(part for part in (topic.party, topic.of if topic.of != topic.party else None) if part)
        plain = phrases.plain(topic.outcome or "counted")
        outcome = f"Places {plain}" if topic.unit is Unit.PLACES else plain.capitalize()
        return f"{outcome}: {group}" if group else outcome
    about = phrases.plain(topic.kind or "")
    whom = f" against {topic.party}" if topic.party and topic.question is not Question.DATE else ""
    where = f", {topic.place}" if topic.place else ""
    return f"{OTHER_QUESTIONS[topic.question]}: {about}{whom}{where}"


def answer(statement: Statement) -> str:
    """Give what a side says, a figure with its bounds where its words are not already the number."""
    limits = bounds(statement)
    return f"{statement.answer}{f' ({limits})' if limits and limits not in statement.answer.replace(',', '') else ''}"


def bounds(statement: Statement) -> str:
    """Give the bounds of a figure, nothing where there are none."""
    low, high = statement.low, statement.high
    if low is not None and low == high:
        return str(low)
    if low is not None and high is not None:
        return f"{low}–{high}"
    return f"≥{low}" if low is not None else f"≤{high}" if high is not None else ""


def aside(statement: Statement) -> str:
    """Give as of when, from how many origins, and what else is to be known of a statement."""
    parts = [f"as of {statement.as_of}"] if statement.as_of else []
    parts.append(many(statement.origins, "origin"))
    parts += ["own loss"] * statement.own_loss + ["part of a total"] * bool(statement.part_of)
    parts += ["adds to an earlier figure"] * bool(statement.adds_to)
    return ", ".join(parts)


def origin(one: Origin) -> str:
    """Give who stands behind an origin, through whom, and where it appeared."""
    outlets = ", ".join(one.outlets[:_OUTLETS]) + (f" and {len(one.outlets) - _OUTLETS} more" if len(one.outlets) > _OUTLETS else "")
    relays = f", through {', '.join(one.relays)}" if one.relays else ""
    return f"{many(len(one.claims), 'claim')} in {many(len(one.outlets), 'outlet')}: {outlets}{relays}"


def asserter(one: Origin) -> str:
    """Give the name of who asserts: the source, or the outlets in their own voice."""
    return one.asserter or own_voice(", ".join(one.outlets[:_OUTLETS]))


def own_voice(outlet: str) -> str:
    """Give the name of an outlet that vouches itself, so that nobody takes it for a side."""
    return f"{outlet}, in its own voice"


def setting(claim: Claim) -> str:
    """Give where and when, as far as a claim tells."""
    return ", ".join([phrases.where(claim.place)] * bool(claim.place) + [phrases.when(claim.dates)] * bool(claim.dates))


Pair = TypeVar("Pair", Counterclaim, Compatible)


def by_reason(pairs: Iterable[Pair]) -> list[tuple[str, list[Pair]]]:
    """Give each reason with its pairs of claims, figures and control first."""
    found: dict[tuple[int, str], list[Pair]] = {}
    for one in pairs:
        found.setdefault((ORDER.index(one.question), one.reason), []).append(one)
    return [(reason, group) for (_, reason), group in sorted(found.items())]


def gathered(told: Iterable[tuple[str, Position]]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Give heading, side, answers and details of what one side alone maintains; one answer to one question stands once."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for heading, position in told:
        answers = "; ".join(answer(one) for one in position.now)
        before = "; ".join(answer(one) for one in reversed(position.before))
        first, _, about = heading.partition(": ") if position.topic.question in OTHER_QUESTIONS else (heading, "", "")
        key = (first, position.side, f"{answers} (before: {before})" if before else answers)
        found.setdefault(key, []).extend([about] * bool(about))
    return [(*key, tuple(dict.fromkeys(details))) for key, details in found.items()]


def in_order(one: Claim | None, other: Claim | None) -> tuple[Claim, Claim] | None:
    """Give two claims that cannot both hold in the order of reading: a denial second, else by side; None where one is not known."""
    if one is None or other is None:
        return None
    first, second = sorted((one, other), key=lambda claim: (claim.negated, side_of(claim), claim.id))
    return first, second
