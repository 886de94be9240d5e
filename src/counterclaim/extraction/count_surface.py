"""Numbers beside outcome words on the surface, where the parse does not join them: headings, lists, elided heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from counterclaim.claims.count import Outcome, Quantity
from counterclaim.claims.event import Kind
from counterclaim.extraction import event_words
from counterclaim.extraction.draft import Sentence
from counterclaim.extraction.event import ClassOf, Event, coloured
from counterclaim.extraction.numbers import Numbers

REACH_RIGHT, REACH_LEFT = 14, 7  # tokens
THIN = frozenset("report go shoot gun leave feare fear believe say be have get confirm".split())
NOUNS_OF = {
    **dict.fromkeys("dead deaths death fatalities killed".split(), Outcome.KILLED),
    **dict.fromkeys("wounded injured injuries".split(), Outcome.WOUNDED),
    **dict.fromkeys("missing".split(), Outcome.MISSING),
    **dict.fromkeys("prisoners captives hostages".split(), Outcome.CAPTURED),
}
INTRANSITIVE = {"die": Outcome.KILLED, "perish": Outcome.KILLED, "surrender": Outcome.SURRENDERED, "drown": Outcome.KILLED}
PARTICIPLES = {
    "kill": Outcome.KILLED, "slay": Outcome.KILLED, "execute": Outcome.KILLED, "murder": Outcome.KILLED, "wound": Outcome.WOUNDED, "injure": Outcome.WOUNDED,
    "hurt": Outcome.WOUNDED, "capture": Outcome.CAPTURED, "detain": Outcome.DETAINED, "arrest": Outcome.DETAINED, "displace": Outcome.DISPLACED,
    "abduct": Outcome.CAPTURED, "kidnap": Outcome.CAPTURED, "imprison": Outcome.DETAINED,
}  # fmt: skip
KINDS = {Outcome.CAPTURED: Kind.CAPTURE, Outcome.DETAINED: Kind.DETENTION, Outcome.SURRENDERED: Kind.SURRENDER, Outcome.DISPLACED: Kind.DISPLACEMENT}


def events(sentence: Sentence, numbers: Numbers, taken: set[int], class_of: ClassOf) -> list[Event]:
    """Give an event for each number that no trigger has claimed and that an outcome word stands beside."""
    return [e for quantity, tokens in numbers.runs(sentence.tokens) if quantity.start not in taken for e in _event(sentence, quantity, tokens, class_of)]


def _event(sentence: Sentence, quantity: Quantity, tokens: Sequence[Token], class_of: ClassOf) -> Iterator[Event]:
    last = tokens[-1]
    head = _counted(last, sentence)
    kind = class_of(head) if head != last else "person"
    if kind not in {"person", None} or (kind is None and head.pos_ != "PROPN"):
        return
    hit = _to_the_right(last, sentence, bare=head == last) or _to_the_left(tokens[0], sentence)
    if hit is not None:
        word, outcome = hit
        yield coloured(Event(trigger=word, kind=KINDS.get(outcome, Kind.CASUALTIES), outcome=outcome, groups=(head,)))


def _counted(last: Token, sentence: Sentence) -> Token:
    """Give the noun that a number counts: the end of the nouns right behind it, else the number itself."""
    head = last
    for token in last.doc[last.i + 1 : sentence.tokens[-1].i + 1]:
        if token.lower_ in event_words.STATES and token.pos_ != "NOUN":
            break
        if token.pos_ in {"NOUN", "PROPN"} and token.lower_ not in event_words.STATES:
            head = token
        elif token.pos_ not in {"ADJ", "NUM"} and token.lower_ not in {"more", "other", "others"}:
            break
    return head


def _to_the_right(last: Token, sentence: Sentence, *, bare: bool) -> tuple[Token, Outcome] | None:
    words = [t for t in sentence.tokens if last.i < t.i <= last.i + REACH_RIGHT]
    for n, token in enumerate(words):
        outcome = _outcome(token, bare=bare)
        if outcome is not None:
            return token, outcome
        if token.text in {";", ":", "(", ")", "–", "—"} or token.pos_ == "SCONJ":
            return None
        if token.pos_ == "VERB" and token.lemma_ not in THIN:
            return None
        if token.text == "," and not _goes_on(words[n + 1 :]):
            return None
    return None


def _goes_on(rest: Sequence[Token]) -> bool:
    return bool(rest) and (rest[0].pos_ == "NUM" or rest[0].lower_ in {"and", "or"})


def _to_the_left(first: Token, sentence: Sentence) -> tuple[Token, Outcome] | None:
    """Read "the deaths of 20", "the dead at seven", "military dead to 532", "the number of dead as 15"."""
    words = [t for t in sentence.tokens if first.i - REACH_LEFT <= t.i < first.i]
    for token in reversed(words):
        if token.lower_ in NOUNS_OF and token.pos_ in {"NOUN", "ADJ", "VERB", "PROPN"}:
            return token, NOUNS_OF[token.lower_]
        if token.text in {",", ";", ":", "."} or token.pos_ in {"VERB", "SCONJ", "CCONJ"} or token.lower_ in {"in", "than"}:
            return None
    return None


def _outcome(token: Token, *, bare: bool) -> Outcome | None:
    if token.lower_ == "taken" and bare:
        return Outcome.CAPTURED
    if token.lower_ in event_words.STATES:
        return event_words.STATES[token.lower_]
    if token.lemma_ in INTRANSITIVE and token.pos_ in {"VERB", "NOUN"}:
        return INTRANSITIVE[token.lemma_]
    return PARTICIPLES.get(token.lemma_) if token.tag_ in {"VBN", "VBD"} else None
