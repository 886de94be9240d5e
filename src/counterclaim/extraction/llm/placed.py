"""Where an answer's claims stand in the text: content, event and speaker, each found or left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from counterclaim.extraction.attribution import stance_of
from counterclaim.extraction.attributions import Attribution, Span, overlap
from counterclaim.extraction.draft import Draft, PlaceMention, Sentence
from counterclaim.extraction.llm.answer import Pointed
from counterclaim.extraction.llm.checks import ABSENT, NO_CUE, OTHER_MEANING, Drops, may_tell, says, senses
from counterclaim.extraction.llm.words import find_words
from counterclaim.extraction.speaker_words import head_of
from counterclaim.extraction.withheld import is_withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A claim of an answer with its place in the text; `piece` is what the model was shown, `words` the event's tokens."""

    pointed: Pointed
    piece: Span
    content: Span
    sentence: Sentence
    words: tuple[Token, ...]
    trigger: Token
    attribution: Attribution | None


class Finder:
    """Finds the claims of an answer in one piece of a report, and counts what is not there."""

    def __init__(self, draft: Draft, piece: Span, rule: str, drops: Drops) -> None:
        self._draft = draft
        self._text = draft.report.text
        self._piece = piece
        self._rule = rule
        self._drops = drops
        self._at = piece[0]

    def place(self, pointed: Pointed) -> Placed | None:
        """Give a claim with its place; None where content, event or speaker are not to be found."""
        content = find_words(self._text, pointed.content, self._piece, self._at)
        if content is None:
            self._left_out("content", ABSENT)
            return None
        event = find_words(self._text, pointed.event, content, content[0])
        tokens = self._draft.tokens_in(*event) if event is not None else []
        trigger = self._trigger(tokens, event)
        sentence = self._draft.sentence_at(trigger.idx) if trigger is not None else None
        if trigger is None or sentence is None:
            self._left_out("event", ABSENT)
            return None
        if not may_tell(pointed.kind, tokens):
            self._left_out("kind", OTHER_MEANING)
            return None
        attribution = self._attribution(pointed, content)
        if attribution is None and (pointed.source or pointed.cue):
            return None
        self._at = content[0]
        return Placed(
            pointed=pointed,
            piece=self._piece,
            content=content,
            sentence=sentence,
            words=tuple(tokens),
            trigger=trigger,
            attribution=attribution,
        )

    def _trigger(self, tokens: list[Token], event: Span | None) -> Token | None:
        known = next((t for t in tokens if senses([t])), None)
        return known or (head_of(self._draft, event) if event is not None else None)

    def _attribution(self, pointed: Pointed, content: Span) -> Attribution | None:
        """Give the attribution; None where there is none, or where its words do not bear it out."""
        if not (pointed.source or pointed.cue):
            return None
        cue = find_words(self._text, pointed.cue, self._piece, content[0])
        tokens = self._draft.tokens_in(*cue) if cue is not None else []
        if cue is None or not says(tokens):
            self._left_out("cue", NO_CUE if cue is not None else ABSENT)
            return None
        source = find_words(self._text, pointed.source, self._piece, cue[0])
        if pointed.source and (source is None or head_of(self._draft, source) is None or overlap(source, cue)):
            self._left_out("source", ABSENT)
            return None
        return Attribution(
            cue=cue,
            source=source,
            content=(content,),
            stance=stance_of(self._draft, cue),
            rule=self._rule,
            probability=None,
            withheld=any(t.pos_ == "VERB" and is_withheld(t) for t in tokens),
        )

    def _left_out(self, field: str, reason: str) -> None:
        self._drops[field, reason] += 1


def attributions_of(placed: Iterable[Placed]) -> list[Attribution]:
    """Give the attributions of some claims, each once, in the order of their contents."""
    every = dict.fromkeys(one.attribution for one in placed if one.attribution is not None)
    return sorted(every, key=lambda a: (a.content[0], a.cue))


def place_mention(draft: Draft, one: Placed) -> PlaceMention | None:
    """Give the words that a claim's place is pointed at with, as a mention; None where they are not in the text."""
    span = find_words(draft.report.text, one.pointed.place, one.piece, one.trigger.idx)
    head = head_of(draft, span) if span is not None else None
    if span is None or head is None or any(overlap((m.start, m.end), span) for m in draft.parties):
        return None
    name = draft.report.text[slice(*span)]
    return PlaceMention(start=span[0], end=span[1], text=name, name=name, hint=None, head=head)
