"""Small questions about a parsed sentence that several steps ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from counterclaim.extraction.attributions import Span

ACCUSE = frozenset("accuse blame suspect criticise criticize fault charge condemn denounce".split())
RELATIVES = frozenset({"who", "which", "that"})


def child(token: Token, *labels: str) -> Token | None:
    """Give the first child with one of the labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def particle(verb: Token) -> str | None:
    """Give the particle, or the adverb that works as one: "shot *down*", "pushed *back*"."""
    return next((c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"} and c.i > verb.i and c.i - verb.i <= 8
                 and c.lower_ in {"down", "up", "back", "out", "off", "over", "away"}), None)  # fmt: skip


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive, a bare participle behind its noun included ("soldiers killed in …")."""
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.lower_ in {"have", "has", "had", "'ve", "having"} for c in verb.children if c.dep_ == "aux"):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and child(verb, "nsubj", "dobj") is None:
        return is_passive(verb.head) or child(verb, "agent") is not None
    return child(verb, "nsubj") is None


def subject(verb: Token) -> Token | None:
    """Give the subject, own or shared with the verb that this one is joined to."""
    at = verb
    for _ in range(5):
        own = child(at, "nsubj", "nsubjpass")
        if own is not None:
            if own.lower_ in RELATIVES and at.dep_ in {"relcl", "acl"}:
                return at.head
            return own
        if at.dep_ in {"acl", "relcl"} and at.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            return at.head
        if at.dep_ not in {"conj", "xcomp", "advcl", "dep", "pcomp"}:
            return None
        if at.dep_ == "pcomp":
            at = at.head
            if at.head.lemma_ in ACCUSE:
                return child(at.head, "dobj", "nsubjpass")
        at = at.head
    return None


def agent(verb: Token) -> Token | None:
    """Give who does it in a passive: "killed *by* the rebels"."""
    by = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None)
    return child(by, "pobj") if by is not None else None


def objects(verb: Token) -> Token | None:
    """Give the direct object; a relative pronoun's noun where the object is one."""
    own = child(verb, "dobj", "oprd", "attr") if child(verb, "dobj") is None else child(verb, "dobj")
    if own is not None and own.lower_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return own


def prepositions(token: Token, *words: str) -> Iterator[Token]:
    """Give the objects of a token's prepositions, nested ones too ("out of", "back from")."""
    for prep in token.children:
        if prep.dep_ in {"prep", "agent", "dative", "advmod", "prt"}:
            noun = child(prep, "pobj")
            if noun is not None and (not words or prep.lower_ in words):
                yield noun
            yield from prepositions(prep, *words) if noun is None else ()


def coordinated(noun: Token) -> list[Token]:
    """Give a noun and those joined to it: "two tanks, a gun and some ammunition", "927 of their troops and 30 civilians"."""
    out = [noun]
    below = [c for c in noun.children if c.dep_ == "conj" or (c.dep_ == "appos" and child(c, "nummod") is not None and c.i > noun.i)]
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    part = child(of, "pobj") if of is not None and noun.pos_ == "NUM" else None
    below += [c for c in part.children if c.dep_ == "conj" and child(c, "nummod") is not None] if part is not None else []
    below += [c for c in noun.head.children if c.dep_ == "dobj" and c.i > noun.i] if noun.dep_ == "dobj" else []
    for c in below:
        if c.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
            out += [t for t in coordinated(c) if t not in out]
    return out


def noun_phrase(noun: Token) -> list[Token]:
    """Give a noun with what belongs to it, without clauses and what is joined to it by "and"."""
    cut = {t for c in noun.children if c.dep_ in {"relcl", "conj", "cc", "advcl", "ccomp", "punct", "appos", "prep"} and (c.i > noun.i)
           and not (c.dep_ == "prep" and c.lower_ == "of") for t in c.subtree}  # fmt: skip
    return [t for t in noun.subtree if t not in cut]


def characters(tokens: Iterable[Token]) -> Span | None:
    """Give the characters from the first to the last token."""
    every = sorted((t for t in tokens if not t.is_space), key=lambda t: t.i)
    return (every[0].idx, every[-1].idx + len(every[-1])) if every else None


def above(token: Token) -> Iterator[Token]:
    """Give the heads of a token up to the root, the token itself first."""
    yield token
    while token.head != token:
        token = token.head
        yield token
