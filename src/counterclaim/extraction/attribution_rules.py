"""Attributions from syntax: clausal complements, "according to", nouns that report, adverbs, passives.

Each rule is a function from a token to attributions; `RULES` lists them. They work on ClearNLP labels, as spaCy's
English pipelines give them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Token

from counterclaim.claims.attribution import Stance
from counterclaim.extraction import cue_words, parser
from counterclaim.extraction.attributions import Attribution, Span, trimmed

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLAUSES = frozenset({"ccomp", "xcomp"})
FIGURES = frozenset("toll number figure death dead loss count tally casualty total".split())
ACCOUNTS = frozenset("account words word estimate reckoning count view telling".split())
RELATIVES = frozenset({"who", "which", "that"})
TRUST = 0.8


def attributions(doc: Doc) -> list[Attribution]:
    """Give what the rules find in a report, in the order of the cues."""
    found = [a for token in doc for rule in RULES for a in rule(token)]
    return sorted((a for a in found if a.content), key=lambda a: (a.cue, a.content))


def span_of(tokens: Iterable[Token]) -> Span | None:
    """Give the characters from the first to the last token."""
    every = sorted(tokens, key=lambda t: t.i)
    return (every[0].idx, every[-1].idx + len(every[-1])) if every else None


def spans_of(tokens: Iterable[Token], doc: Doc) -> tuple[Span, ...]:
    """Give the characters of tokens as spans, one for each unbroken run."""
    runs: list[list[Token]] = []
    for token in sorted(set(tokens), key=lambda t: t.i):
        if runs and all(doc[i].is_space for i in range(runs[-1][-1].i + 1, token.i)):
            runs[-1].append(token)
        else:
            runs.append([token])
    return trimmed(parser.text_of(doc), (span for run in runs if (span := span_of(run))))


def child(token: Token, *labels: str) -> Token | None:
    """Give the first child with one of the labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def subject_of(verb: Token) -> Token | None:
    """Give the subject of a verb, its own or the one it shares: "X came and said", "X, who said", "claiming …, X said"."""
    seen = 0
    at = verb
    while seen < 6:
        own = child(at, "nsubj", "nsubjpass")
        if own is not None:
            return at.head if own.lower_ in RELATIVES and at.dep_ == "relcl" else own
        if at.dep_ == "acl" and at.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return at.head
        if at.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "dep"} or at.head.pos_ not in {"VERB", "AUX"}:
            return None
        if at.dep_ == "ccomp" and at.tag_ != "VBG":
            return None
        at, seen = at.head, seen + 1
    return None


def phrase(noun: Token) -> list[Token]:
    """Give a noun phrase without its relative clauses: "Bilal Karimi, a Taliban spokesman"."""
    cut = {t for c in noun.children if c.dep_ in {"relcl", "advcl", "ccomp", "punct", "cc"} and c.i > noun.i for t in c.subtree}
    if any(c.dep_ == "appos" for c in noun.children):
        cut = {t for c in noun.children if c.dep_ == "relcl" for t in c.subtree}
    kept = [t for t in noun.subtree if t not in cut]
    last = max(i for i, t in enumerate(kept) if not t.is_punct or t == noun)
    return kept[: last + 1]


def cue_span(verb: Token) -> Span:
    """Give a verb group: auxiliaries, negation and particles with their verb."""
    parts = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "prt"} and abs(c.i - verb.i) <= 4]  # noqa: PLR2004
    start = min([verb, *(p for p in parts if p.i < verb.i)], key=lambda t: t.i)
    between = verb.doc[start.i : verb.i]
    if any(t.dep_ in SUBJECTS for t in between):
        start = verb
    end = max([verb, *(p for p in parts if p.i == verb.i + 1)], key=lambda t: t.i)
    return start.idx, end.idx + len(end)


def _clause_tokens(head: Token, *cut: Token | None) -> list[Token]:
    gone = {t for c in cut if c is not None for t in c.subtree}
    return [t for t in head.subtree if t not in gone and t.dep_ != "mark"]


def _made(cue: Span, source: Token | None, content: tuple[Span, ...], stance: Stance, rule: str) -> Attribution:
    words = span_of(phrase(source)) if source is not None else None
    return Attribution(cue=cue, source=words, content=content, stance=stance, rule=rule, probability=TRUST)


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
    source = subject_of(verb)
    if child(verb, "nsubjpass") is not None:
        agent = child(verb, "agent")
        topic, source = child(verb, "nsubjpass"), (child(agent, "pobj") if agent is not None else None)
        if topic is not None and topic.lower_ != "it" and content.dep_ == "xcomp":
            tokens += list(topic.subtree)
    yield _made(cue_span(verb), source, spans_of(tokens, verb.doc), cue_words.stance_of(verb.lemma_), "clausal complement")


def _is_said(verb: Token, clause: Token) -> bool:
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    if clause.dep_ == "xcomp":
        return verb.lemma_ in {"claim", "report", "say", "deny", "allege", "believe", "admit", "accuse", "profess", "think", "understand"}
    return marked or verb.lemma_ in cue_words.PLAIN_SPEECH


def nominal(verb: Token) -> Iterator[Attribution]:
    """Find "announced the capture of …", "denied the report", "accused X of …", "put the toll at …"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in cue_words.NOMINAL_CONTENT or any(c.dep_ in CLAUSES for c in verb.children):
        return
    thing = child(verb, "dobj", "nsubjpass")
    source = subject_of(verb)
    if thing is None or (thing.dep_ == "dobj" and source is None and verb.dep_ not in {"ROOT", "conj"}):
        return
    if verb.lemma_ in {"put", "give", "estimate"} and thing.lemma_ not in FIGURES:
        return
    if thing.dep_ == "nsubjpass":
        agent = child(verb, "agent")
        source = child(agent, "pobj") if agent is not None else None
        if source is None and verb.lemma_ not in {"report", "deny", "accuse"}:
            return
    tokens = [*thing.subtree, *(t for c in verb.children if c.dep_ in {"prep", "dative"} and c.i > verb.i for t in c.subtree)]
    yield _made(cue_span(verb), source, spans_of(tokens, verb.doc), cue_words.stance_of(verb.lemma_), "nominal content")


def according(token: Token) -> Iterator[Attribution]:
    """Find "according to X" and "in the words of X" at either end of a clause."""
    if token.lower_ != "according":
        return
    to = child(token, "prep")
    source = child(to, "pobj") if to is not None else None
    if to is None or source is None:
        return
    clause = _clause_above(token)
    yield _made((token.idx, to.idx + len(to)), source, spans_of(_clause_tokens(clause, token), token.doc), Stance.SAYS, "according to")


def accounts(token: Token) -> Iterator[Attribution]:
    """Find "by his account", "in her words", "in the words of X"."""
    if token.lower_ not in ACCOUNTS or token.dep_ != "pobj" or token.head.lower_ not in {"by", "in"}:
        return
    of = next((c for c in token.children if c.lower_ == "of"), None)
    source = child(token, "poss") or (child(of, "pobj") if of is not None else None)
    if source is None:
        return
    prep = token.head
    content = spans_of(_clause_tokens(_clause_above(prep), prep), token.doc)
    yield _made((prep.idx, token.idx + len(token)), source, content, Stance.SAYS, "by X's account")


def adverb(token: Token) -> Iterator[Attribution]:
    """Find "reportedly" and its like: said by nobody in particular."""
    stance = cue_words.ADVERBS.get(token.lower_)
    if stance is not None:
        content = spans_of((t for t in _clause_above(token).subtree if t != token), token.doc)
        yield _made((token.idx, token.idx + len(token)), None, content, stance, "hearsay adverb")


def noun(token: Token) -> Iterator[Attribution]:
    """Find "the claim that …", "X's claim of …", "a statement by X that …", "the Indian claim that …"."""
    if token.pos_ != "NOUN" or token.lemma_ not in cue_words.NOUNS:
        return
    clause = next((c for c in token.children if c.dep_ in {"acl", "relcl", "ccomp", "appos"} and _has_that(c)), None)
    of = next((c for c in token.children if c.lower_ in {"of", "about"}), None)
    of = of if token.lemma_ in {"claim", "allegation", "report", "accusation", "rumour", "rumor", "charge", "denial"} else None
    content = clause if clause is not None else (child(of, "pobj", "pcomp") if of is not None else None)
    by = next((c for c in token.children if c.lower_ in {"by", "from"}), None)
    source = child(token, "poss") or (child(by, "pobj") if by is not None else None) or _nation(token)
    if content is not None:
        yield _made((token.idx, token.idx + len(token)), source, spans_of(_clause_tokens(content), token.doc), cue_words.stance_of(token.lemma_), "reporting noun")


def quoted_as(verb: Token) -> Iterator[Attribution]:
    """Find "the agency quoted him as saying" and "citing X", "with reference to X": a relay and the one it relays."""
    if verb.lemma_ not in {"quote", "cite"} or verb.pos_ != "VERB":
        return
    who = child(verb, "dobj", "nsubjpass")
    if who is None:
        return
    clause = _clause_above(verb)
    agent = child(verb, "agent")
    relay = subject_of(verb) if who.dep_ == "dobj" else (child(agent, "pobj") if agent is not None else None)
    inside = set(verb.subtree)
    content = child(verb, "ccomp") or next((t for t in inside if t.dep_ == "ccomp" and t.head.lemma_ == "say"), None)
    tokens = list(content.subtree) if content is not None else [t for t in clause.subtree if t not in inside]
    made = _made(cue_span(verb), who, spans_of(tokens, verb.doc), Stance.SAYS, "quoted by a relay")
    yield Attribution(
        cue=made.cue, source=made.source, content=made.content, stance=made.stance, rule=made.rule, probability=TRUST,
        relay=span_of(phrase(relay)) if relay is not None else None,
    )  # fmt: skip


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _nation(token: Token) -> Token | None:
    before = [c for c in token.children if c.dep_ in {"amod", "compound", "nmod"} and any(t.text[:1].isupper() for t in c.subtree)]
    return max(before, key=lambda c: (len(list(c.subtree)), c.i)) if before else None


def _clause_above(token: Token) -> Token:
    """Give the head of the clause that a modifier stands in."""
    at = token.head
    while at.dep_ not in {"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis"} or at.pos_ not in {"VERB", "AUX"}:
        if at.head == at:
            break
        at = at.head
    return at


RULES: tuple[Callable[[Token], Iterator[Attribution]], ...] = (clausal, nominal, according, accounts, adverb, noun, quoted_as)
