"""Which words are a cue, a source, a content: token trees to character spans, for the rules of attribution."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from counterclaim.extraction import parser, syntax
from counterclaim.extraction.attributions import Span, trimmed

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
VERB_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
FAR = 4  # tokens: an auxiliary further from its verb is not part of the cue
TOPS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis"})


def spans_of(tokens: Iterable[Token], doc: Doc) -> tuple[Span, ...]:
    """Give the characters of tokens as spans, one for each unbroken run of more than punctuation, without full stops."""
    runs: list[list[Token]] = []
    for token in sorted((t for t in set(tokens) if t.text != "."), key=lambda t: t.i):
        if runs and all(doc[i].is_space for i in range(runs[-1][-1].i + 1, token.i)):
            runs[-1].append(token)
        else:
            runs.append([token])
    said = (run for run in runs if not all(t.is_punct for t in run))
    return trimmed(parser.text_of(doc), (span for run in said if (span := syntax.characters(run))))


def word_span(token: Token) -> Span:
    """Give the characters of one token."""
    return token.idx, token.idx + len(token)


def phrase(noun: Token) -> list[Token]:
    """Give a noun phrase without its relative clauses and asides: "Bilal Karimi, a Taliban spokesman"."""
    cut = {t for c in noun.children if c.dep_ in {"relcl", "advcl", "ccomp", "punct", "cc"} and c.i > noun.i for t in c.subtree}
    if any(c.dep_ == "appos" for c in noun.children):
        cut = {t for c in noun.children if c.dep_ == "relcl" for t in c.subtree}
    cut |= {t for c in noun.subtree if c.dep_ == "relcl" and c.i > noun.i and _behind_comma(c, noun) for t in c.subtree}
    cut |= {t for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBG" and noun.doc[c.i - 1].lower_ == "," for t in c.subtree}
    kept = [t for t in noun.subtree if t not in cut]
    last = max(i for i, t in enumerate(kept) if not t.is_punct or t == noun)
    return kept[: last + 1]


def _behind_comma(clause: Token, noun: Token) -> bool:
    first = clause.left_edge
    return first.i > noun.i + 1 and noun.doc[first.i - 1].text == ","


def phrase_span(noun: Token | None) -> Span | None:
    """Give the characters of the noun phrase that a token heads; None for no token."""
    return syntax.characters(phrase(noun)) if noun is not None else None


def cue_span(verb: Token) -> Span:
    """Give the characters of a verb group: auxiliaries, negation and particles with their verb."""
    parts = [c for c in verb.children if c.dep_ in VERB_GROUP and abs(c.i - verb.i) <= FAR]
    start = min([verb, *(p for p in parts if p.i < verb.i)], key=lambda t: t.i)
    if any(t.dep_ in SUBJECTS for t in verb.doc[start.i : verb.i]):
        start = verb
    end = max([verb, *(p for p in parts if p.i == verb.i + 1)], key=lambda t: t.i)
    return start.idx, end.idx + len(end)


def clause_tokens(head: Token, *cut: Token | None) -> list[Token]:
    """Give the tokens below a head, without conjunctions ("that") and without what stands below the tokens in `cut`."""
    gone = {t for c in cut if c is not None for t in c.subtree}
    return [t for t in head.subtree if t not in gone and t.dep_ != "mark"]


def clause_above(token: Token) -> Token:
    """Give the head of the clause that a modifier stands in."""
    at = token.head
    while at.dep_ not in TOPS or at.pos_ not in {"VERB", "AUX"}:
        if at.head == at:
            break
        at = at.head
    return at


def has_that(clause: Token) -> bool:
    """Tell whether a clause is introduced by "that"."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
