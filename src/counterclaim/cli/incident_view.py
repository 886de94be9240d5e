"""One incident on a screen: positions side by side, what cannot both hold, origins, quotes."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.claims.assessment import Assessment
from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Judgement
from counterclaim.claims.position import Position, Statement
from counterclaim.cli import incident_words as words
from counterclaim.cli import phrases
from counterclaim.cli.judgements import in_words
from counterclaim.cli.terminal import SIDES, STANCES, many, short, shown, side_of
from counterclaim.workflows.incidents import Account, Reason

ABREAST: Final = 3
"""Positions that stand beside each other in one row."""
STEPS: Final = 2
"""The last changes of an incident that its head shows."""
MOST_SAYINGS: Final = 8
MOST_REASONS: Final = MOST_SAYINGS
"""As many as claims of a side, so that eight claims against one have all their reasons."""


class IncidentView:
    """Prints one incident; each side has one colour throughout."""

    def __init__(self, console: Console, account: Account) -> None:
        self._console = console
        self._account = account
        free = itertools.cycle(SIDES)
        names = sorted({side_of(claim) for claim in account.claims.values()} | {one.side for one in account.incident.positions})
        self._colors = {name: next(free) for name in names if name}
        self._outlets = {one.report.outlet or one.report.id for one in account.claims.values() if one.source is None}

    def print(self) -> None:
        """Print everything."""
        self._head()
        self._section("Cannot both hold", self._contradictions())
        self._positions()
        self._section("Differ, and can both hold", self._differences())
        self._section("Origins", [self._origins()])
        self._section("What people judged", [Text(shown(judged(one))) for one in self._account.said])
        if self._account.reasons:
            self._section("Why these claims were linked", [self._reason(one) for one in self._account.reasons])
        self._section("Claims", self._claims())

    def _head(self) -> None:
        incident, claims = self._account.incident, self._account.inside
        top = Table.grid(expand=True)
        top.add_column(ratio=1)
        top.add_column(justify="right")
        top.add_row(Text(shown(words.title(claims)), style="bold"), Text(words.status(incident), style=words.STATUSES[incident.status]))
        self._console.print(top)
        sides = len({side_of(claim) for claim in claims if claim.source})
        self._console.print(Text(f"{words.days(claims)} · {words.voices(incident, claims)} · {many(sides, 'side')}"))
        past = "; ".join(words.step(one) for one in self._account.past[-STEPS:])
        self._console.print(Text(f"incident {incident.id}; {past}", style="dim"))

    def _section(self, heading: str, parts: Sequence[RenderableType]) -> None:
        if not parts:
            return
        self._console.print()
        self._console.print(Text(heading.upper(), style="bold"))
        for part in parts:
            self._console.print(Padding(part, (0, 0, 0, 2)))

    def _positions(self) -> None:
        """Print topics on which several sides speak with the positions abreast, then what one side alone maintains."""
        topics: defaultdict[tuple[int, str], list[Position]] = defaultdict(list)
        for one in self._account.incident.positions:
            topics[words.ORDER.index(one.topic.question), words.question(one.topic)].append(one)
        several = [(heading, group) for (_, heading), group in sorted(topics.items()) if len(group) > 1]
        alone = [(heading, group[0]) for (_, heading), group in sorted(topics.items()) if len(group) == 1]
        abreast = [part for heading, group in several for part in self._abreast(heading, group)]
        self._section("What each side maintains", abreast)
        self._section("Maintained by one side alone", [self._alone(alone)] if alone else [])

    def _abreast(self, heading: str, positions: Sequence[Position]) -> Iterable[RenderableType]:
        yield Text(shown(heading), style="bold underline")
        width = min(ABREAST, len(positions))
        for start in range(0, len(positions), width):
            table = Table.grid(expand=True, padding=(0, 2, 0, 0))
            for _ in range(width):
                table.add_column(ratio=1, overflow="fold")
            table.add_row(*(self._position(one) for one in positions[start : start + width]))
            yield Padding(table, (0, 0, 1, 0))

    def _position(self, position: Position) -> Text:
        text = Text(shown(self._named(position.side)), style=self._color(position.side))
        for one in position.now:
            text.append("\n").append(self._statement(one))
        for one in reversed(position.before):
            text.append("\nbefore: ", style="dim").append(shown(words.answer(one)), style="dim")
            text.append(f" ({words.aside(one)})", style="dim")
        return text

    def _statement(self, statement: Statement) -> Text:
        text = Text(shown(words.answer(statement)), style="bold")
        return text.append(f"\n{words.aside(statement)}", style="not bold dim")

    def _alone(self, told: Sequence[tuple[str, Position]]) -> Table:
        table = Table.grid(expand=True, padding=(0, 2, 0, 0))
        table.add_column(ratio=4, overflow="fold")
        table.add_column(ratio=7, overflow="fold")
        for heading, side, answers, details in words.gathered(told):
            text = Text(shown(self._named(side)), style=self._color(side)).append(": ", style="default")
            text.append(shown(answers), style="bold")
            text.append(shown(f" ({'; '.join(details)})") if details else "", style="not bold dim")
            table.add_row(Text(shown(heading)), text)
        return table

    def _contradictions(self) -> list[RenderableType]:
        """Give, for each question and two sides, what either says beside what the other says, and why not both can hold."""
        groups: defaultdict[tuple[int, str, str], list[tuple[Claim, Claim]]] = defaultdict(list)
        reasons: defaultdict[tuple[int, str, str], dict[str, None]] = defaultdict(dict)
        for one in self._account.incident.counterclaims:
            both = words.in_order(self._account.claims.get(one.a), self._account.claims.get(one.b))
            if both:
                key = words.ORDER.index(one.question), side_of(both[0]), side_of(both[1])
                groups[key].append(both)
                reasons[key][one.reason] = None
        return [part for key in sorted(groups) for part in self._opposed(words.DISPUTES[key[0]], groups[key], list(reasons[key]))]

    def _opposed(self, heading: str, pairs: Sequence[tuple[Claim, Claim]], reasons: Sequence[str]) -> Iterable[RenderableType]:
        table = Table.grid(expand=True, padding=(0, 2, 0, 0))
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        table.add_row(self._sayings([one for one, _ in pairs]), self._sayings([other for _, other in pairs]))
        yield Text(heading, style="bold underline")
        yield table
        text = Text()
        for reason in reasons[:MOST_REASONS]:
            text.append("✗ ", style="red").append(shown(reason), style="default").append("\n")
        if len(reasons) > MOST_REASONS:
            text.append(f"… and {len(reasons) - MOST_REASONS} more: --format jsonl has every pair with its reason\n", style="dim")
        yield text

    def _sayings(self, claims: Sequence[Claim]) -> Text:
        """Give what one side says in some claims, speaker by speaker; the same words of one speaker stand once."""
        said: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for claim in sorted({claim.id: claim for claim in claims}.values(), key=lambda one: (phrases.who(one), one.id))[:MOST_SAYINGS]:
            said[phrases.who(claim)][phrases.what(claim)].append(claim)
        parts = [self._speaker(list(told.values())) for told in said.values()]
        left = len({claim.id for claim in claims}) - MOST_SAYINGS
        return Text("\n").join([*parts, *[Text(f"… and {many(left, 'more claim')}", style="dim")] * (left > 0)])

    def _speaker(self, told: Sequence[Sequence[Claim]]) -> Text:
        first = told[0][0]
        text = Text(shown(phrases.who(first)), style=self._color(side_of(first)))
        side = phrases.side(first)
        text.append(shown(f" ({side})") if side else "", style="dim")
        inside = set(self._account.incident.claims)
        for group in told:
            one = group[0]
            text.append(f"\n{phrases.stance(one)} " if phrases.stance(one) else "\n", style=STANCES.get(one.stance, "default"))
            text.append(shown(phrases.what(one)), style="bold red" if one.negated else "bold")
            ids = ", ".join(short(claim.id) for claim in group)
            facts = [words.setting(one), ids, *["in another incident"] * (not inside & {claim.id for claim in group})]
            text.append(shown(f"\n{' · '.join(fact for fact in facts if fact)}"), style="not bold dim")
        return text

    def _differences(self) -> list[RenderableType]:
        groups = words.by_reason(self._account.differences)
        parts: list[RenderableType] = []
        for reason, pairs in groups[:MOST_REASONS]:
            text = Text("≈ ", style="green").append(shown(reason), style="default")
            parts.append(text.append(shown(f"  {short(pairs[0].a)}, {short(pairs[0].b)}"), style="dim"))
        if len(groups) > MOST_REASONS:
            parts.append(Text(f"… and {len(groups) - MOST_REASONS} more", style="dim"))
        return parts

    def _origins(self) -> Table:
        table = Table.grid(expand=True, padding=(0, 2, 0, 0))
        table.add_column(ratio=5, overflow="fold")
        table.add_column(ratio=6, overflow="fold")
        before: tuple[str | None, str] | None = None
        for one in sorted(self._account.incident.origins, key=lambda one: (one.party or "~", one.asserter or "~", one.id)):
            speaker = one.party, words.asserter(one)
            if speaker == before:  # a further statement of the same one
                table.add_row(Text(""), Text(shown(words.origin(one))))
                continue
            before = speaker
            name = Text(shown(words.asserter(one)), style=self._color(one.party or one.asserter or ""))
            name.append(shown(f" ({one.party})") if one.party and one.party != one.asserter else "", style="dim")
            table.add_row(name, Text(shown(words.origin(one))))
        return table

    def _reason(self, reason: Reason) -> RenderableType:
        tie = reason.tie
        score = "joined by a person" if tie.score is None else f"{tie.score:+.1f} bits"
        text = Text(shown(f"{short(tie.a)} and {short(tie.b)}: "), style="bold").append(score)
        if reason.resemblance:
            told = sorted((one for one in reason.resemblance.comparisons if one.weight), key=lambda one: -one.weight)
            listed = ", ".join(f"{one.name} {one.level.replace('_', ' ')} {one.weight:+.1f}" for one in told)
            text.append(f"\n{listed}", style="not bold dim")
        return text

    def _claims(self) -> list[RenderableType]:
        """Give the claims with their quotes; what one speaker says in the same words stands over one quote."""
        ordered = sorted(self._account.inside, key=_by_side_and_day)
        groups = itertools.groupby(ordered, key=lambda one: (side_of(one), phrases.who(one), one.report.sha256, one.start, one.end))
        return [self._quoted(list(group)) for _, group in groups]

    def _quoted(self, claims: Sequence[Claim]) -> RenderableType:
        first = claims[0]
        text = Text(shown(phrases.who(first)), style=self._color(side_of(first)))
        side = phrases.side(first)
        text.append(shown(f" ({side})") if side else "", style="dim")
        for claim in claims:
            text.append("\n").append(
                f"{phrases.stance(claim)} " if phrases.stance(claim) else "", style=STANCES.get(claim.stance, "default")
            )
            text.append("unverified " if claim.unverified else "", style="yellow")
            text.append(shown(phrases.what(claim)), style="bold red" if claim.negated else "bold")
            text.append(shown(f"  {words.setting(claim)}"), style="default").append(shown(f"  {short(claim.id)}"), style="dim")
            for one in self._account.assessments.get(claim.id, ()):
                text.append(shown(f"\n{one.by}: {one}"), style="yellow")
        quote = Text(f"“{shown(' '.join(first.quote.split()))}”", style="italic")
        report = first.report
        facts = [
            report.outlet,
            report.published and report.published.isoformat(),
            report.title,
            report.id if report.id != report.title else None,
        ]
        return Group(text, quote, Padding(Text(shown(" · ".join(fact for fact in facts if fact)), style="dim"), (0, 0, 1, 0)))

    def _named(self, side: str) -> str:
        return words.own_voice(side) if side in self._outlets else side

    def _color(self, side: str) -> str:
        return self._colors.get(side, "default")


def judged(said: Judgement | Assessment) -> str:
    """Give a judgement or an assessment with its day and its reason."""
    return f"{said.at.date()} {in_words(said)}{f': {said.why}' if said.why else ''}"


def _by_side_and_day(claim: Claim) -> tuple[bool, str, str, str, int]:
    published = claim.report.published
    return claim.source is None, side_of(claim), published.isoformat() if published else "~", claim.report.id, claim.start
