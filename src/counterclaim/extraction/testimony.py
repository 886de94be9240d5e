"""Who vouches for the words at a place in the text, and through whom they came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from counterclaim.claims.attribution import Link, LinkRole, Stance
from counterclaim.claims.party import MEDIA
from counterclaim.extraction import cue_words, syntax
from counterclaim.extraction.attributions import Attribution, Span, covers, overlap
from counterclaim.extraction.draft import Draft
from counterclaim.extraction.speaker import Cast, Speaker
from counterclaim.extraction.speaker_words import plain
from counterclaim.knowledge.outlets import Outlets

PERFORMED = frozenset({Stance.ACCUSES})
QUOTED, REMARK = "quoted by a relay", "remark"
PERIODS = frozenset({"day", "week", "month", "year"})
RELAYED_TO = frozenset({"tell", "inform", "brief"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """The asserter of some words: innermost speaker, the attribution, and the chain outward.

    `speaker` is None where the outlet itself speaks. `denier` is who denies what the speaker says, where the words
    stand inside a denial of somebody else's claim. `withheld` marks words that nobody claims: what a speaker would not
    say, or asked.
    """

    attribution: Attribution | None = None
    speaker: Speaker | None = None
    stance: Stance = Stance.SAYS
    chain: tuple[Link, ...] = ()
    denier: Testimony | None = None
    withheld: bool = False


OUTLET = Testimony()


class Testimonies:
    """The attributions of a report with their speakers made out."""

    def __init__(self, draft: Draft, cast: Cast, outlets: Outlets) -> None:
        self._draft = draft
        self._outlets = outlets
        named = {span for a in draft.attributions for span in (a.source, a.relay) if span is not None}
        self._speakers: dict[Span, Speaker | None] = {span: cast.meet(span) for span in sorted(named)}

    def speaker(self, attribution: Attribution) -> Speaker | None:
        """Give who an attribution's source is."""
        return self._speakers.get(attribution.source) if attribution.source is not None else None

    def at(self, offset: int) -> Testimony:
        """Give the testimony for the words at an offset: the innermost speaker whose content they are."""
        around = [a for a in self._around(offset) if not self._is_background(a, offset)]
        if around and around[0].withheld:
            return Testimony(attribution=around[0], withheld=True)
        own = next(
            (a for a in self._draft.attributions if a.cue[0] <= offset < a.cue[1] and a.stance in PERFORMED and not a.withheld), None
        )
        if own is not None and self.speaker(own) is not None:
            return self.of(own, around)
        named = self._people_first([a for a in around if self.speaker(a) is not None])
        if not named:
            return self._hearsay(around)
        inner, outer = named[0], named[1:]
        made = self.of(inner, outer)
        denying = next((i for i, a in enumerate(outer) if a.stance is Stance.DENIES), None)
        if denying is None:
            return made
        denier = self.of(outer[denying], outer[denying + 1 :])
        if not _is_one(made.speaker, denier.speaker) and not _is_same_source(inner, outer[denying]):
            return replace(made, denier=denier)
        of_another = inner.stance is not Stance.DENIES and inner.rule.startswith("reporting noun")
        return denier if of_another else replace(made, withheld=True)

    def _is_background(self, attribution: Attribution, offset: int) -> bool:
        """Tell whether words are the outlet's reminder behind somebody's words: "…, he said, three weeks after it took the capital"."""
        token = next(iter(self._draft.tokens_in(offset, offset + 1)), None)
        clauses = syntax.above(token) if token is not None else iter(())
        clause = next((t for t in clauses if t.dep_ == "advcl" and _reminds(t)), None)
        span = syntax.characters(clause.subtree) if clause is not None else None
        return span is not None and attribution.cue[1] <= span[0]

    def _people_first(self, named: list[Attribution]) -> list[Attribution]:
        """Put what only shows or relays behind who vouches for it: "data point to …, the general said", "he said, AFP reported"."""
        if len(named) < 2 or named[0].stance is Stance.DENIES:  # noqa: PLR2004
            return named
        first = self.speaker(named[0])
        if first is None or not (first.is_thing or first.party == MEDIA or _is_relayed(named[0], first)):
            return named
        vouching = next((a for a in named[1:] if (s := self.speaker(a)) is not None and not s.is_thing and s.party != MEDIA), None)
        if (
            vouching is None
            or vouching.stance is Stance.DENIES
            or (not first.is_thing and not _is_same_sentence(self._draft, named[0], vouching))
        ):
            return named
        return [vouching, *(a for a in named if a is not vouching)]

    def of(self, attribution: Attribution, outer: Sequence[Attribution] = ()) -> Testimony:
        """Give the testimony that an attribution makes, with those that it is told in as the chain."""
        links = [*self._channels(attribution), *self._relays(attribution, outer)]
        chain = tuple(dict.fromkeys(links))
        return Testimony(attribution=attribution, speaker=self.speaker(attribution), stance=attribution.stance, chain=chain)

    def _hearsay(self, around: Sequence[Attribution]) -> Testimony:
        if not around:
            return OUTLET
        first = around[0]
        return Testimony(attribution=first, stance=Stance.REPORTS if first.stance is Stance.SAYS else first.stance)

    def _around(self, offset: int) -> list[Attribution]:
        """Give the attributions whose content holds an offset, innermost first."""
        holding = [a for a in self._draft.attributions if covers(a.content, offset)]

        def depth(one: Attribution) -> float:
            inside = sum(covers(other.content, one.cue[0]) for other in holding if other is not one)
            return inside + (0.5 if QUOTED in one.rule else 0) - (0.5 if REMARK in one.rule else 0)

        return sorted(holding, key=lambda a: (-depth(a), sum(e - s for s, e in a.content)))

    def _relays(self, attribution: Attribution, outer: Sequence[Attribution]) -> Iterator[Link]:
        if attribution.relay is not None and (speaker := self._speakers.get(attribution.relay)) is not None:
            yield _link(LinkRole.RELAY, speaker)
        for other in outer:
            speaker = self.speaker(other)
            if speaker is not None and speaker.party == "media":
                yield _link(LinkRole.RELAY, speaker)

    def _channels(self, attribution: Attribution) -> Iterator[Link]:
        """Read "on Twitter", "in a statement", "told AFP": how the words got out."""
        for token in self._draft.tokens_in(*attribution.cue):
            for noun in _beside(token):
                outlet = self._outlet(noun)
                name = _channel(noun)
                if outlet is not None:
                    yield Link(role=LinkRole.RELAY, name=outlet[0], start=outlet[1][0], end=outlet[1][1])
                elif name is not None:
                    yield Link(role=LinkRole.CHANNEL, name=name, start=noun.idx, end=noun.idx + len(noun))
            if token.lemma_.lower() == "tweet":
                yield Link(role=LinkRole.CHANNEL, name="Twitter", start=attribution.cue[0], end=attribution.cue[1])

    def _outlet(self, noun: Token) -> tuple[str, Span] | None:
        span = syntax.characters(syntax.noun_phrase(noun))
        if span is None:
            return None
        words = plain(self._draft.text[span[0] : span[1]])
        found = self._outlets.find(words)
        return (found.name, span) if found is not None else None


def _reminds(clause: Token) -> bool:
    """Tell whether a clause counts time from something past: "since they took the city", "two years after they left"."""
    marks = [c for c in clause.children if c.dep_ in {"mark", "prep", "advmod"} and c.i < clause.i]
    since = any(c.lower_ == "since" and c.dep_ == "mark" for c in marks) and clause.tag_ in {"VBD", "VBN"}
    counted = [g for c in [*marks, clause] for g in c.children if g.dep_ == "npadvmod" and g.lemma_ in PERIODS and g.i < clause.i]
    return since or (bool(counted) and any(c.lower_ == "after" for c in marks))


def _is_relayed(attribution: Attribution, speaker: Speaker) -> bool:
    """Tell whether a body that is nobody's side only reports: "he said …, the channel reported"."""
    return attribution.stance is Stance.REPORTS and not speaker.person and speaker.side is None


def _is_same_sentence(draft: Draft, one: Attribution, other: Attribution) -> bool:
    """Tell whether two cues stand in one sentence, neither inside a quotation of the other's."""
    return draft.sentence_at(one.cue[0]) == draft.sentence_at(other.cue[0])


def _is_one(one: Speaker | None, other: Speaker | None) -> bool:
    return one is not None and other is not None and one.name == other.name


def _is_same_source(one: Attribution, other: Attribution) -> bool:
    """Tell whether two attributions have one source: who rejects "the claim that …" is never who made it."""
    return one.source is not None and other.source is not None and overlap(one.source, other.source) > 0


def _beside(cue: Token) -> Iterator[Token]:
    """Give the nouns beside a cue that may tell how the words got out: "said *in a statement*", "told *the agency*"."""
    yield from syntax.prepositions(cue, "on", "in", "via", "through", "to", "by")
    if cue.lemma_ in RELAYED_TO:
        yield from (c for c in cue.children if c.dep_ in {"dobj", "dative"})


def _channel(noun: Token) -> str | None:
    """Give the channel that a noun names: the proper name beside it where there is one, "a *Telegram* post"."""
    own = cue_words.CHANNELS.get(noun.lemma_.lower())
    if own is None:
        return None
    return next((cue_words.CHANNELS[c.lower_] for c in noun.children if c.lower_ in cue_words.CHANNELS and c.pos_ == "PROPN"), own)


def _link(role: LinkRole, speaker: Speaker) -> Link:
    return Link(role=role, name=speaker.name, start=speaker.start, end=speaker.end)
