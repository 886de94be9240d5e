"""Who is said to have done a deed that a noun names: by their own word, by an accusation, or simply told.

"X claimed responsibility for the bombing", "they blamed X for it", "the murder attributed to X", "the attack, carried out by X".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from spacy.tokens import Token

from counterclaim.extraction import syntax
from counterclaim.extraction.withheld import is_withheld
from counterclaim.extraction.word_lists import words

OWNING: Final = words("claim take admit accept acknowledge assume")  # "took responsibility for", "claimed the attack"
CHARGING: Final = words("accuse suspect blame charge convict acquit implicate incriminate")
DOING: Final = words("carry perpetrate commit stage mount conduct execute launch make organize organise plan mastermind order")
SHARING: Final = words("participate involve implicate take")  # "took part in"
ASCRIBING: Final = words("attribute ascribe blame pin impute link")
ROLE: Final = words("responsibility credit blame involvement role part hand participation")


def doer(deed: Token) -> Token | None:
    """Give who is said to have done what a noun names; None where its words name nobody."""
    return next((found for read in READERS for found in read(deed) if found is not None), None)


def _by(deed: Token) -> Iterator[Token | None]:
    """Read "an attack by X"."""
    yield next(syntax.prepositions(deed, "by"), None)


def _behind(deed: Token) -> Iterator[Token | None]:
    """Read "the attack, carried out by X", "the murder attributed to X", "which was claimed by X"."""
    clauses = [c for c in deed.children if c.dep_ in {"acl", "relcl"}]
    above = [deed.head] if deed.dep_ in syntax.SUBJECTS and syntax.is_passive(deed.head) else []
    for verb in (*clauses, *above):
        if verb.lemma_ in DOING | OWNING:
            yield syntax.agent(verb)
        elif verb.lemma_ in ASCRIBING:
            yield next(syntax.prepositions(verb, "to", "on"), None)


def _does(deed: Token) -> Iterator[Token | None]:
    """Read "X carried out the attack", "X claimed the bombing", "attributed the attack to X"."""
    verb = deed.head
    if deed.dep_ != "dobj":
        return
    if verb.lemma_ in DOING or (verb.lemma_ in OWNING and not is_withheld(verb)):
        yield syntax.subject(verb)
    elif verb.lemma_ in ASCRIBING:
        yield next(syntax.prepositions(verb, "to", "on"), None)


def _for(deed: Token) -> Iterator[Token | None]:
    """Read "claimed responsibility for", "blamed X for", "X is responsible for", "accused X of", "X took part in"."""
    if deed.dep_ != "pobj":
        return
    above = deed.head.head
    if above.lemma_ in ROLE and above.pos_ == "NOUN":
        verb = above.head
        own = verb.lemma_ in OWNING and above.lemma_ in {"responsibility", "credit"}
        who = syntax.subject(verb) if own else syntax.child(above, "poss") or next(syntax.prepositions(above, "of"), None)
        if not is_withheld(verb):
            yield who
    elif above.lemma_ == "responsible":
        yield _held(above)
    elif above.lemma_ in CHARGING:
        yield syntax.child(above, "dobj", "nsubjpass") or _noun_above(above)
    elif above.head.lemma_ in CHARGING and above.dep_ in {"dobj", "nsubjpass"}:
        yield above
    elif above.lemma_ in SHARING:
        yield syntax.subject(above) or _noun_above(above)


def _held(responsible: Token) -> Token | None:
    """Give whom "responsible" is said of: "X is responsible", "they hold X responsible", "X, responsible for …"."""
    if responsible.dep_ in {"amod", "acl", "appos"} and responsible.head.pos_ in syntax.NOMINAL:
        return responsible.head
    own = syntax.child(responsible, "nsubj")
    verb = responsible.head
    return own or (syntax.objects(verb) if verb.lemma_ in {"hold", "consider", "make"} else None) or syntax.subject(verb)


def _noun_above(verb: Token) -> Token | None:
    return verb.head if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in syntax.NOMINAL else None


READERS: Final[tuple[Callable[[Token], Iterator[Token | None]], ...]] = (_by, _behind, _does, _for)
