"""Attributions from syntax: clausal complements, "according to", nouns that report, adverbs, passives.

Each rule is a function from a token to attributions; `RULES` lists them. They work on ClearNLP labels, as spaCy's
English pipelines give them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from counterclaim.claims.attribution import Stance
from counterclaim.extraction import cue_words, syntax
from counterclaim.extraction.attribution_spans import (
    clause_above,
    clause_tokens,
    cue_span,
    has_that,
    phrase_span,
    spans_of,
    word_span,
)
from counterclaim.extraction.attributions import Attribution, Span
from counterclaim.extraction.word_lists import words

CLAUSES = frozenset({"ccomp", "xcomp"})
FIGURES = words("toll number figure death dead loss count tally casualty total")
ACCOUNTS = words("account words word estimate reckoning count view telling")
WITH_INFINITIVE = words("claim report say deny allege believe admit accuse profess think understand")
WITH_OF = words("claim allegation report accusation rumour rumor charge denial")
FIGURE_GIVERS = words("put give estimate")
WITHOUT_AGENT = words("report deny accuse")
TRUST = 0.8


def attributions(doc: Doc) -> list[Attribution]:
    """Give what the rules find in a report, in the order of the cues."""
    found = [a for token in doc for rule in RULES for a in rule(token)]
    return sorted((a for a in found if a.content), key=lambda a: (a.cue, a.content))


def _made(cue: Span, source: Token | None, content: tuple[Span, ...], stance: Stance, rule: str) -> Attribution:
    return Attribution(cue=cue, source=phrase_span(source), content=content, stance=stance, rule=rule, probability=TRUST)


def clausal(verb: Token) -> Iterator[Attribution]:
    """Find "X said (that) …", "…, X said", "claimed to have …", "was reported to have …"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in cue_words.VERBS:
        return
    content = next((c for c in verb.children if c.dep_ in CLAUSES and _is_said(verb, c)), None)
    if content is None:
        return
    own = {verb, *(t for c in verb.children if c != content for t in c.subtree)}
    tokens = [t for t in content.subtree if t not in own]
    if tokens and tokens[0].dep_ == "mark":
        tokens = tokens[1:]
    source, topic = syntax.subject(verb), syntax.child(verb, "nsubjpass")
    if topic is not None:
        source = syntax.agent(verb)
        if topic.lower_ != "it" and content.dep_ == "xcomp":
            tokens += list(topic.subtree)
    yield _made(cue_span(verb), source, spans_of(tokens, verb.doc), cue_words.stance_of(verb.lemma_), "clausal complement")


def _is_said(verb: Token, clause: Token) -> bool:
    if clause.dep_ == "xcomp":
        return verb.lemma_ in WITH_INFINITIVE
    return has_that(clause) or verb.lemma_ in cue_words.PLAIN_SPEECH


def nominal(verb: Token) -> Iterator[Attribution]:
    """Find "announced the capture of …", "denied the report", "accused X of …", "put the toll at …"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in cue_words.NOMINAL_CONTENT or any(c.dep_ in CLAUSES for c in verb.children):
        return
    thing = syntax.child(verb, "dobj", "nsubjpass")
    if thing is None or (verb.lemma_ in FIGURE_GIVERS and thing.lemma_ not in FIGURES):
        return
    source = syntax.subject(verb) if thing.dep_ == "dobj" else syntax.agent(verb)
    if source is None and not _may_be_nameless(verb, thing):
        return
    tokens = [*thing.subtree, *(t for c in verb.children if c.dep_ in {"prep", "dative"} and c.i > verb.i for t in c.subtree)]
    yield _made(cue_span(verb), source, spans_of(tokens, verb.doc), cue_words.stance_of(verb.lemma_), "nominal content")


def _may_be_nameless(verb: Token, thing: Token) -> bool:
    return verb.dep_ in {"ROOT", "conj"} if thing.dep_ == "dobj" else verb.lemma_ in WITHOUT_AGENT


def according(token: Token) -> Iterator[Attribution]:
    """Find "according to X" at either end of a clause."""
    to = syntax.child(token, "prep") if token.lower_ == "according" else None
    source = syntax.child(to, "pobj") if to is not None else None
    if to is None or source is None:
        return
    content = spans_of(clause_tokens(clause_above(token), token), token.doc)
    yield _made((token.idx, to.idx + len(to)), source, content, Stance.SAYS, "according to")


def accounts(token: Token) -> Iterator[Attribution]:
    """Find "by his account", "in her words", "in the words of X"."""
    if token.lower_ not in ACCOUNTS or token.dep_ != "pobj" or token.head.lower_ not in {"by", "in"}:
        return
    source = syntax.child(token, "poss") or next(syntax.prepositions(token, "of"), None)
    if source is None:
        return
    prep = token.head
    content = spans_of(clause_tokens(clause_above(prep), prep), token.doc)
    yield _made((prep.idx, token.idx + len(token)), source, content, Stance.SAYS, "by X's account")


def adverb(token: Token) -> Iterator[Attribution]:
    """Find "reportedly" and its like: said by nobody in particular."""
    stance = cue_words.ADVERBS.get(token.lower_)
    if stance is not None:
        content = spans_of((t for t in clause_above(token).subtree if t != token), token.doc)
        yield _made(word_span(token), None, content, stance, "hearsay adverb")


def noun(token: Token) -> Iterator[Attribution]:
    """Find "the claim that …", "X's claim of …", "a statement by X that …", "the Indian claim that …"."""
    if token.pos_ != "NOUN" or token.lemma_ not in cue_words.NOUNS:
        return
    content = next((c for c in token.children if c.dep_ in {"acl", "relcl", "ccomp", "appos"} and has_that(c)), None)
    if content is None and token.lemma_ in WITH_OF:
        of = next((c for c in token.children if c.lower_ in {"of", "about"}), None)
        content = syntax.child(of, "pobj", "pcomp") if of is not None else None
    if content is None:
        return
    by = next((c for c in token.children if c.lower_ in {"by", "from"}), None)
    source = syntax.child(token, "poss") or (syntax.child(by, "pobj") if by is not None else None) or _nation(token)
    yield _made(word_span(token), source, spans_of(clause_tokens(content), token.doc), cue_words.stance_of(token.lemma_), "reporting noun")


def _nation(token: Token) -> Token | None:
    """Give what stands for a side before a noun: "the *Indian* claim"."""
    before = [c for c in token.children if c.dep_ in {"amod", "compound", "nmod"} and any(t.text[:1].isupper() for t in c.subtree)]
    return max(before, key=lambda c: (len(list(c.subtree)), c.i)) if before else None


def quoted_as(verb: Token) -> Iterator[Attribution]:
    """Find "the agency quoted him as saying" and "citing X": a relay and the one it relays."""
    if verb.lemma_ not in {"quote", "cite"} or verb.pos_ != "VERB":
        return
    who = syntax.child(verb, "dobj", "nsubjpass")
    if who is None:
        return
    relay = syntax.subject(verb) if who.dep_ == "dobj" else syntax.agent(verb)
    inside = set(verb.subtree)
    content = syntax.child(verb, "ccomp") or next((t for t in inside if t.dep_ == "ccomp" and t.head.lemma_ == "say"), None)
    tokens = list(content.subtree) if content is not None else [t for t in clause_above(verb).subtree if t not in inside]
    yield Attribution(
        cue=cue_span(verb),
        source=phrase_span(who),
        content=spans_of(tokens, verb.doc),
        stance=Stance.SAYS,
        rule="quoted by a relay",
        probability=TRUST,
        relay=phrase_span(relay),
    )


RULES: tuple[Callable[[Token], Iterator[Attribution]], ...] = (clausal, nominal, according, accounts, adverb, noun, quoted_as)
