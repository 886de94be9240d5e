"""Reads nouns that mention an event in passing: "the inquiry into *the murder of two priests*", "since *the attack on the bank*".

Such words take for granted that it happened and say something else. They are no claims of their own; who asks which happenings
a report speaks of at all (`Extractor.worded`) gets them, marked `passing`.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind, Mode
from counterclaim.extraction import responsibility, syntax
from counterclaim.extraction.event_nouns import DAYS
from counterclaim.extraction.events import ClassOf, Event, joined
from counterclaim.extraction.word_lists import words

KILLING: Final = words("murder killing assassination slaying massacre execution death slaughter")
TAKING: Final = words("kidnapping abduction kidnap")
STRIKING: Final = words(
    "attack assault raid bombing ambush dynamiting bombardment strafing explosion blast shooting machinegunning shelling airstrike"
)
RUINING: Final = words("destruction burning torching demolition sabotage")
KILLED: Final = words("murder kill assassinate slay massacre execute")
TAKEN: Final = words("kidnap abduct")
BOMBS: Final = words("bombing dynamiting explosion blast")
NOT_YET: Final = words("plan threat attempt plot intention order preparation possibility risk fear wave series spate prevention")
NO: Final = words("no any without possible future further another")
TARGETS: Final = ("on", "against", "at", "of", "in", "near", "outside")
UNREAL: Final = words("avoid prevent stop plan threaten order")

Kinds = tuple[Kind, Outcome | None, tuple[str, ...]]
OF_NOUN: Final[dict[str, Kinds]] = {
    **dict.fromkeys(KILLING, (Kind.CASUALTIES, Outcome.KILLED, ("person",))),
    **dict.fromkeys(TAKING, (Kind.CAPTURE, Outcome.CAPTURED, ("person",))),
    **dict.fromkeys(RUINING, (Kind.EQUIPMENT_LOSS, Outcome.DESTROYED, ("thing",))),
    **dict.fromkeys(STRIKING, (Kind.ATTACK, None, ("thing", "person"))),
}
OF_PARTICIPLE: Final[dict[str, Kinds]] = {**dict.fromkeys(KILLED, OF_NOUN["murder"]), **dict.fromkeys(TAKEN, OF_NOUN["kidnapping"])}


def of_word(word: Token, class_of: ClassOf) -> Event | None:
    """Give the event that a noun mentions, or a participle before a noun: "the *kidnapped* students"; None where none is told.

    It has whom or what it befell, or who is said to have done it, or both.
    """
    if word.dep_ == "amod" and word.tag_ == "VBN":
        return _event(word, OF_PARTICIPLE.get(word.lemma_.lower()), word.head, None, class_of)
    if word.pos_ not in {"NOUN", "PROPN"} or word.dep_ in {"compound", "nmod", "poss"} or not _is_told(word):
        return None
    kinds = OF_NOUN.get(word.lemma_.lower())
    if kinds is None:
        return None
    doer = responsibility.doer(word) or (_owner(word) if kinds[0] is Kind.ATTACK else None)
    return _event(word, kinds, _whom(word, kinds, class_of), doer, class_of)


def _event(word: Token, kinds: Kinds | None, whom: Token | None, doer: Token | None, class_of: ClassOf) -> Event | None:
    if kinds is None:
        return None
    kind, outcome, classes = kinds
    hit = whom if whom is not None and (class_of(whom) in classes or whom.pos_ == "PROPN") else None
    if hit is None and doer is None:
        return None
    mode = Mode.EXPLOSIVE_DEVICE if word.lemma_.lower() in BOMBS else None
    return Event(trigger=word, kind=kind, outcome=outcome, mode=mode, actor=doer, groups=joined(hit), nominal=True, passing=True)


def _whom(noun: Token, kinds: Kinds, class_of: ClassOf) -> Token | None:
    """Give whom or what a deed befell: behind "of" or "on", as its owner where it is a killing, or before it."""
    if kinds[0] is Kind.ATTACK:
        return next(syntax.prepositions(noun, *TARGETS), None) or _before(noun, class_of, "thing")
    joint = [noun, *(c for c in (noun.head, *noun.children) if "conj" in {c.dep_, noun.dep_} and c.lemma_.lower() in OF_NOUN)]
    of = next((n for deed in joint for n in syntax.prepositions(deed, "of")), None)
    return of or (_owner(noun) or _before(noun, class_of, "person") if kinds[0] is not Kind.EQUIPMENT_LOSS else None)


def _is_told(noun: Token) -> bool:
    """Tell whether a noun tells something that was: no plan, threat or lack of it."""
    if any(c.lower_ in NO for c in noun.children if c.i < noun.i):
        return False
    above = [noun.head, noun.head.head] if noun.dep_ == "pobj" else [noun.head]
    return not any(t.lemma_.lower() in NOT_YET | UNREAL for t in above)


def _owner(noun: Token) -> Token | None:
    own = syntax.child(noun, "poss")
    return own if own is not None and own.lemma_.lower() not in DAYS else None


def _before(noun: Token, class_of: ClassOf, kind: str) -> Token | None:
    """Give whom a word before the noun tells: "the *Jesuit* murders", "the *embassy* bombing"."""
    near = (c for c in noun.children if c.dep_ in {"compound", "nmod"})
    return next((c for c in near if class_of(c) == kind), None)
