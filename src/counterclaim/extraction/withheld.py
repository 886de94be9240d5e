"""Whether a cue says that something is said, or that it is not: "did not say", "declined to confirm", "without saying"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from counterclaim.extraction import syntax
from counterclaim.extraction.word_lists import words

NOT = words("not n't n’t never neither nor")
NOBODY = words("nobody none no-one")
NO = words("no neither")
ONLY = words("only just merely")
REFUSALS = words("decline refuse fail avoid refrain stop unable unwilling reluctant hesitate")
DIFFICULT = words("impossible difficult hard unclear")
ABILITIES = words("possible able") | DIFFICULT
STEPS = frozenset({"xcomp", "pcomp", "prep", "advmod", "acomp"})
OPEN = words("whether if")
TURNING_DOWN = words("reject dismiss refuse deny")
TERMS = words(
    "deal agreement accord treaty truce ceasefire cease-fire offer proposal plan demand call request appeal resolution invitation",
    "ultimatum condition term negotiation talk mediation peace pardon amnesty settlement dialogue initiative bid",
)


def is_withheld(verb: Token) -> bool:
    """Tell whether a cue verb leaves its content unsaid: denied itself, refused, or open ("could not say whether …")."""
    return any(_is_negated(v) or _is_refused(v) for v in _joined(verb)) or any(is_open(c) for c in verb.children if c.dep_ == "ccomp")


def is_unowned(verb: Token) -> bool:
    """Tell whether a deed is told that nobody takes for theirs, "no group has claimed the blast": the deed stands, told by others."""
    return verb.pos_ == "VERB" and verb.lemma_ == "claim" and syntax.child(verb, "ccomp", "xcomp") is None and is_withheld(verb)


def is_turned_down(verb: Token) -> bool:
    """Tell whether somebody refuses terms, and denies nothing that happened: "rejected the peace deal", "dismissed the offer of talks"."""
    thing = syntax.child(verb, "dobj", "nsubjpass") if verb.lemma_ in TURNING_DOWN else None
    return thing is not None and thing.lemma_.lower() in TERMS


def _joined(verb: Token) -> Iterator[Token]:
    """Give a verb, and the verbs that it shares its negation with: "did not confirm *or deny*", "neither confirmed *nor denied*"."""
    yield verb
    while verb.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in verb.head.children):
        verb = verb.head
        yield verb


def _is_negated(verb: Token) -> bool:
    own = next((c for c in verb.children if c.i < verb.i and c.lower_ in NOT), None)
    if own is not None:
        return verb.doc[own.i + 1].lower_ not in ONLY
    subject = syntax.child(verb, "nsubj", "nsubjpass", "agent")
    if subject is None:
        return False
    return subject.lower_ in NOBODY or any(c.dep_ in {"det", "preconj"} and c.lower_ in NO for c in subject.children)


def _is_refused(verb: Token) -> bool:
    """Read what a cue hangs on: "declined to say", "stopped short of saying", "has yet to confirm", "without giving"."""
    if verb.dep_ == "xcomp" and any(c.lower_ == "yet" and c.i < verb.i for c in verb.head.children):
        return True
    at = verb
    while at.dep_ in STEPS and at.head != at:
        at = at.head
        if at.lemma_.lower() in REFUSALS or at.lower_ == "without" or _is_impossible(at):
            return True
    return False


def _is_impossible(verb: Token) -> bool:
    """Read "it was not possible to verify", "were not able to confirm", "it is impossible to say"."""
    able = syntax.child(verb, "acomp") if verb.lemma_ == "be" else None
    if able is None or able.lower_ not in ABILITIES:
        return False
    return able.lower_ in DIFFICULT or any(c.dep_ == "neg" for c in verb.children)


def is_open(clause: Token) -> bool:
    """Tell whether a clause is a question told in other words: "whether the town had fallen"."""
    return any(c.dep_ == "mark" and c.lower_ in OPEN for c in clause.children)
