"""Whether words can mean what a language model says they mean: our own lists of words have the say wherever they know a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind
from counterclaim.extraction import count as counting
from counterclaim.extraction import cue_words, event_words, withheld
from counterclaim.extraction.event_words import Sense
from counterclaim.extraction.events import FAILS
from counterclaim.extraction.word_lists import words

Drops = Counter[tuple[str, str]]
"""How much of an answer was left out, by field and reason."""

ABSENT: Final = "not in the text"
NO_CUE: Final = "no word of saying"
UNSAID: Final = "left unsaid"
OTHER_MEANING: Final = "not what the words mean"
NO_NUMBER: Final = "no number"
NO_PARTY: Final = "no known party"
NO_PLACE: Final = "no place"
NO_DATE: Final = "no date of the event"
UNREAL: Final = "only supposed"
TWICE: Final = "told twice"

VIOLENT: Final = frozenset({Kind.CASUALTIES, Kind.ATTACK, Kind.CLASH, Kind.ABUSE_OF_CIVILIANS})
EITHER: Final = {
    Outcome.KILLED_OR_WOUNDED: frozenset({Outcome.KILLED, Outcome.WOUNDED}),
    Outcome.KILLED_WOUNDED_OR_CAPTURED: frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.CAPTURED}),
}
SAYING: Final = words("according per : - – —")
NEGATORS: Final = withheld.NOT | withheld.NOBODY | withheld.NO | FAILS | words("without zero")


def says(cue: Iterable[Token]) -> bool:
    """Tell whether the words of a cue report what somebody said."""
    return any(t.lower_ in SAYING or any(t.lemma_.lower() in listed for listed in LISTS) for t in cue)


LISTS: Final = (cue_words.VERBS, cue_words.NOUNS, cue_words.ADVERBS)


def negates(tokens: Iterable[Token]) -> bool:
    """Tell whether one of some words says no."""
    return any(t.lower_ in NEGATORS or t.lemma_.lower() in NEGATORS for t in tokens)


def senses(tokens: Sequence[Token]) -> list[Sense]:
    """Give all that the lists of events know of some words."""
    tables = (event_words.VERBS, event_words.NOUNS)
    single = [sense for t in tokens for table in tables for sense in table.get(t.lemma_.lower(), ())]
    pairs = [event_words.PHRASES.get((verb.lemma_.lower(), second.lower_), ()) for verb in tokens for second in tokens]
    return [*single, *(sense for pair in pairs for sense in pair)]


def may_tell(kind: Kind, tokens: Sequence[Token]) -> bool:
    """Tell whether the words of an event may tell of this kind; words that no list knows may tell of any."""
    told = {sense.kind for sense in senses(tokens)}
    if any(t.lower_ in event_words.STATES for t in tokens):
        told |= VIOLENT | {Kind.CAPTURE, Kind.DETENTION, Kind.DISPLACEMENT}
    return not told or kind in told or (kind in VIOLENT and bool(told & VIOLENT))


def may_change(change: Change, tokens: Sequence[Token]) -> bool:
    """Tell whether the words of an event may tell of this change of control."""
    told = {sense.change for sense in senses(tokens)} - {None}
    return not told or change in told


def may_become(outcome: Outcome, tokens: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Tell whether this is what became of those who are counted: the event's words, or else the sentence's, must say so."""
    own = outcomes(tokens)
    told = own | outcomes(sentence)
    return not own or outcome in told or EITHER.get(outcome, frozenset({outcome})) <= told


def outcomes(tokens: Sequence[Token]) -> set[Outcome]:
    """Give what some words say became of people or things."""
    listed = {counting.OUTCOMES[t.lower_] for t in tokens if t.lower_ in counting.OUTCOMES}
    return listed | {sense.outcome for sense in senses(tokens) if sense.outcome is not None}
