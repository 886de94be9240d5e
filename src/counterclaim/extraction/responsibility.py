"""Who is said to have done a deed that a noun names, and how: by their own word, by an accusation, or simply told.

"X claimed responsibility for the bombing", "they blamed X for it", "the murder attributed to X", "the attack, carried out by X".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from counterclaim.claims.attribution import Stance
from counterclaim.extraction import syntax
from counterclaim.extraction.withheld import is_withheld
from counterclaim.extraction.word_lists import words

OWNING: Final = words("claim take admit accept acknowledge assume")  # "took responsibility for", "claimed the attack"
CHARGING: Final = words("accuse suspect blame charge convict acquit implicate incriminate")
DOING: Final = words("carry perpetrate commit stage mount conduct execute launch make organize organise plan mastermind order")
SHARING: Final = words("participate involve implicate take")  # "took part in"
ASCRIBING: Final = words("attribute ascribe blame pin impute link")
ROLE: Final = words("responsibility credit blame involvement role part hand participation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Who did a deed, as the head of a noun phrase, and how the words tie them to it: `claims`, `accuses` or `says`."""

    doer: Token
    stance: Stance


def tie(deed: Token) -> Tie | None:
    """Give who is said to have done what a noun names; None where its words name nobody."""
    return next((found for read in READERS for found in read(deed)), None)


def _tie(doer: Token | None, stance: Stance) -> Iterator[Tie]:
    if doer is not None:
        yield Tie(doer=doer, stance=stance)


def _by(deed: Token) -> Iterator[Tie]:
    """Read "an attack by X"."""
    yield from _tie(next(syntax.prepositions(deed, "by"), None), Stance.SAYS)


def _behind(deed: Token) -> Iterator[Tie]:
    """Read "the attack, carried out by X", "the murder attributed to X", "which was claimed by X"."""
    clauses = [c for c in deed.children if c.dep_ in {"acl", "relcl"}]
    above = [deed.head] if deed.dep_ in {"nsubjpass", "nsubj"} and syntax.is_passive(deed.head) else []
    for verb in (*clauses, *above):
        if verb.lemma_ in DOING:
            yield from _tie(syntax.agent(verb), Stance.SAYS)
        elif verb.lemma_ in OWNING:
            yield from _tie(syntax.agent(verb), Stance.CLAIMS)
        elif verb.lemma_ in ASCRIBING:
            yield from _tie(next(syntax.prepositions(verb, "to", "on"), None), Stance.ACCUSES)


def _does(deed: Token) -> Iterator[Tie]:
    """Read "X carried out the attack", "X claimed the bombing", "attributed the attack to X"."""
    verb = deed.head
    if deed.dep_ != "dobj":
        return
    if verb.lemma_ in DOING:
        yield from _tie(syntax.subject(verb), Stance.SAYS)
    elif verb.lemma_ in OWNING and not is_withheld(verb):
        yield from _tie(syntax.subject(verb), Stance.CLAIMS)
    elif verb.lemma_ in ASCRIBING:
        yield from _tie(next(syntax.prepositions(verb, "to", "on"), None), Stance.ACCUSES)


def _for(deed: Token) -> Iterator[Tie]:
    """Read "claimed responsibility for", "blamed X for", "X is responsible for", "accused X of", "X took part in"."""
    if deed.dep_ != "pobj":
        return
    above = deed.head.head
    if above.lemma_ in ROLE and above.pos_ == "NOUN":
        verb = above.head
        own = verb.lemma_ in OWNING and above.lemma_ in {"responsibility", "credit"}
        doer = syntax.subject(verb) if own else syntax.child(above, "poss") or next(syntax.prepositions(above, "of"), None)
        if not is_withheld(verb):
            yield from _tie(doer, Stance.CLAIMS if own else Stance.ACCUSES)
    elif above.lemma_ == "responsible":
        yield from _tie(_held(above), Stance.ACCUSES)
    elif above.lemma_ in CHARGING:
        yield from _tie(syntax.child(above, "dobj", "nsubjpass") or _noun_above(above), Stance.ACCUSES)
    elif above.head.lemma_ in CHARGING and above.dep_ in {"dobj", "nsubjpass"}:
        yield from _tie(above, Stance.ACCUSES)
    elif above.lemma_ in SHARING:
        yield from _tie(syntax.subject(above) or _noun_above(above), Stance.ACCUSES)


def _held(responsible: Token) -> Token | None:
    """Give whom "responsible" is said of: "X is responsible", "they hold X responsible", "X, responsible for …"."""
    if responsible.dep_ in {"amod", "acl", "appos"} and responsible.head.pos_ in syntax.NOMINAL:
        return responsible.head
    own = syntax.child(responsible, "nsubj")
    verb = responsible.head
    return own or (syntax.objects(verb) if verb.lemma_ in {"hold", "consider", "make"} else None) or syntax.subject(verb)


def _noun_above(verb: Token) -> Token | None:
    return verb.head if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in syntax.NOMINAL else None


READERS: Final[tuple[Callable[[Token], Iterator[Tie]], ...]] = (_by, _behind, _does, _for)
