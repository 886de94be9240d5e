"""Numbers beside outcome words on the surface, where the parse does not join them: headings, lists, elided heads."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind, Modality
from counterclaim.extraction import cue_words, event_words, syntax
from counterclaim.extraction.draft import Sentence
from counterclaim.extraction.events import ClassOf, Event, coloured
from counterclaim.extraction.numbers import Numbers
from counterclaim.extraction.word_lists import words

REACH_RIGHT, REACH_LEFT = 14, 7  # tokens
RELATIVE = frozenset({"WP", "WP$", "WDT", "WRB"})
THIN = words("report go shoot gun leave fear believe be have get confirm")
HITS = words("shoot stab")  # "two men shot, one killed": the second number has its own outcome
NOUNS_OF = {
    **dict.fromkeys(words("dead deaths death fatalities killed"), Outcome.KILLED),
    **dict.fromkeys(words("wounded injured injuries"), Outcome.WOUNDED),
    **dict.fromkeys(words("missing"), Outcome.MISSING),
    **dict.fromkeys(words("prisoners captives hostages"), Outcome.CAPTURED),
}
INTRANSITIVE = {**dict.fromkeys(words("die perish drown"), Outcome.KILLED), "surrender": Outcome.SURRENDERED}
PARTICIPLES = {
    **dict.fromkeys(words("kill slay execute murder"), Outcome.KILLED),
    **dict.fromkeys(words("wound injure hurt"), Outcome.WOUNDED),
    **dict.fromkeys(words("capture abduct kidnap"), Outcome.CAPTURED),
    **dict.fromkeys(words("detain arrest imprison"), Outcome.DETAINED),
    "displace": Outcome.DISPLACED,
}
KINDS = {
    Outcome.CAPTURED: Kind.CAPTURE,
    Outcome.DETAINED: Kind.DETENTION,
    Outcome.SURRENDERED: Kind.SURRENDER,
    Outcome.DISPLACED: Kind.DISPLACEMENT,
}
STOPS = frozenset(";:()–—")


def events(sentence: Sentence, numbers: Numbers, taken: set[int], class_of: ClassOf) -> list[Event]:
    """Give an event for each number that no trigger has claimed and that an outcome word stands beside."""
    runs = (tokens for quantity, tokens in numbers.runs(sentence.tokens) if quantity.start not in taken)
    found = (event for tokens in runs if (event := _event(sentence, tokens, class_of)) is not None)
    return [event for event in found if event.modality is not Modality.HYPOTHETICAL]


def _event(sentence: Sentence, tokens: Sequence[Token], class_of: ClassOf) -> Event | None:
    last = tokens[-1]
    if last.dep_ in syntax.SUBJECTS and last.head.lemma_ in cue_words.PLAIN_SPEECH:  # "…, the two said"
        return None
    head = _counted(last, sentence)
    if _is_whole(head, tokens) or _is_part(tokens[0]):
        return None
    kind = class_of(head) if head != last else "person"
    if kind not in {"person", None} or (kind is None and head.pos_ != "PROPN"):
        return None
    hit = _to_the_right(last, sentence, bare=head == last) or _to_the_left(tokens[0], sentence)
    if hit is None:
        return None
    word, outcome = hit
    return coloured(Event(trigger=word, kind=KINDS.get(outcome, Kind.CASUALTIES), outcome=outcome, groups=(head,)))


def _is_part(first: Token) -> bool:
    """Tell whether a number is a part of the one before it: "six were killed, *including* two guards, and three wounded"."""
    before = first.nbor(-1) if first.i else first
    while before.i and before.is_quote:
        before = before.nbor(-1)
    return before.lower_ == "including"


def _is_whole(head: Token, number: Sequence[Token]) -> bool:
    """Tell whether a number is that of which another is a part: "one of *two soldiers* shot on Monday has died"."""
    part = head.head.head
    return head.dep_ == "pobj" and head.head.lower_ == "of" and part.pos_ == "NUM" and part not in number


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
    behind = [t for t in sentence.tokens if last.i < t.i <= last.i + REACH_RIGHT]
    told = False
    for n, token in enumerate(behind):
        told = told or (token.lemma_ in HITS and token.tag_ in {"VBN", "VBD"})
        outcome = _outcome(token, bare=bare)
        if outcome is not None:
            return token, outcome
        if _ends(token) or (token.text == "," and (told or not _goes_on(behind[n + 1 :]))):
            return None
    return None


def _ends(token: Token) -> bool:
    """Tell whether a word parts a number from the outcome words behind it: a new clause, "who", "which"."""
    return token.text in STOPS or token.pos_ == "SCONJ" or token.tag_ in RELATIVE or (token.pos_ == "VERB" and token.lemma_ not in THIN)


def _goes_on(rest: Sequence[Token]) -> bool:
    return bool(rest) and (rest[0].pos_ == "NUM" or rest[0].lower_ in {"and", "or"})


def _to_the_left(first: Token, sentence: Sentence) -> tuple[Token, Outcome] | None:
    """Read "the deaths of 20", "the dead at seven", "military dead to 532", "the number of dead as 15"."""
    before = [t for t in sentence.tokens if first.i - REACH_LEFT <= t.i < first.i]
    for token in reversed(before):
        if token.lower_ in NOUNS_OF and token.pos_ in {"NOUN", "ADJ", "VERB", "PROPN"}:
            return token, NOUNS_OF[token.lower_]
        if token.text in {",", ";", ":", "."} or token.pos_ in {"VERB", "SCONJ", "CCONJ"} or token.lower_ in {"in", "than"}:
            return None
    return None


def _outcome(token: Token, *, bare: bool) -> Outcome | None:
    if token.lemma_ in INTRANSITIVE and token.pos_ in {"VERB", "NOUN"}:
        return INTRANSITIVE[token.lemma_]
    if _acts(token):
        return None
    if token.lower_ == "taken" and bare:
        return Outcome.CAPTURED
    if token.lower_ in event_words.STATES:
        return event_words.STATES[token.lower_]
    return PARTICIPLES.get(token.lemma_) if token.tag_ in {"VBN", "VBD"} else None


def _acts(verb: Token) -> bool:
    """Tell whether those before a verb do it to others: "ten rebels *murdered* a farmer"."""
    return syntax.objects(verb) is not None and not syntax.is_passive(verb)
