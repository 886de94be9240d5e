"""Attributions from syntax: clausal complements, "according to", nouns that report, adverbs, passives.

Each rule is a function from a token to attributions; `RULES` lists them. They work on ClearNLP labels, as spaCy's
English pipelines give them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from counterclaim.claims.attribution import Stance
from counterclaim.extraction import cue_words, noun_classes, syntax
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
from counterclaim.extraction.date_lexicon import MONTHS, WEEKDAYS
from counterclaim.extraction.speaker_words import is_organisation
from counterclaim.extraction.speaking import shared, speaking
from counterclaim.extraction.withheld import is_open, is_turned_down, is_unowned, is_withheld
from counterclaim.extraction.word_lists import words

CLAUSES = frozenset({"ccomp", "xcomp"})
FIGURES = words("toll number figure death dead loss count tally casualty total")
ACCOUNTS = words("account words word estimate reckoning count view telling")
WITH_INFINITIVE = words("describe claim report say deny allege believe admit accuse profess think understand")
WITH_OF = words("claim allegation report accusation rumour rumor charge denial")
RAISERS = words("raise lower revise")  # "the director *raised* the toll to 30", which an attack does too
FIGURE_GIVERS = RAISERS | words("put place peg give estimate")
RELAYING = words("quote cite")
WITHOUT_AGENT = words("report deny accuse")
REMARKS = words("claim allegation accusation charge account assertion report figure version something")
ASIDES = frozenset({"relcl", "acl", "advcl", "ccomp"})
JUDGEMENTS = frozenset({Stance.DENIES, Stance.CONFIRMS})
TRUST = 0.8


def attributions(doc: Doc) -> list[Attribution]:
    """Give what the rules find in a report, in the order of the cues."""
    found = [a for token in doc for rule in RULES for a in rule(token)]
    return sorted((a for a in found if a.content), key=lambda a: (a.cue, a.content))


def _made(cue: Span, source: Token | None, content: tuple[Span, ...], stance: Stance, rule: str) -> Attribution:
    return Attribution(cue=cue, source=phrase_span(source), content=content, stance=stance, rule=rule, probability=TRUST)


def _told(verb: Token, source: Token | None, tokens: Iterable[Token], rule: str) -> Attribution:
    """Give the attribution that a verb makes."""
    made = _made(cue_span(verb), source, spans_of(tokens, verb.doc), cue_words.stance_of(verb.lemma_), rule)
    return replace(made, withheld=is_withheld(verb))


def clausal(verb: Token) -> Iterator[Attribution]:
    """Find "X said (that) …", "…, X said", "claimed to have …", "was reported to have …"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in cue_words.VERBS or relayed(verb) is not None:
        return
    content = next((c for c in verb.children if c.dep_ in CLAUSES and _is_said(verb, c)), None)
    if content is None:
        return
    own = {verb, *(t for c in verb.children if c != content for t in c.subtree), *_remarks_in(content)}
    tokens = [t for t in content.subtree if t not in own]
    if tokens and tokens[0].dep_ == "mark":
        tokens = tokens[1:]
    source, topic = speaking(verb), spoken_of(verb)
    if topic is not None:
        source = syntax.agent(verb)
        if topic.lower_ != "it" and content.dep_ == "xcomp":
            tokens += [topic] if topic == verb.head else list(topic.subtree)
    yield _told(verb, source, tokens, "clausal complement")


def spoken_of(verb: Token) -> Token | None:
    """Give whom others speak of: "*he* was said to have …", "the *men* said to have been shot", also where the parser lets them speak."""
    clipped = verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and syntax.child(verb, "xcomp") is not None
    if clipped and syntax.child(verb, "nsubj") is None:
        return verb.head
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    said_to_be = verb.lower_ == "said" and behind[:1] == ["to"] and behind[1:] in (["have"], ["be"])
    return syntax.child(verb, "nsubjpass", "nsubj") if said_to_be else syntax.child(verb, "nsubjpass")


def _is_said(verb: Token, clause: Token) -> bool:
    if clause.dep_ == "xcomp":
        return verb.lemma_ in WITH_INFINITIVE
    return has_that(clause) or is_open(clause) or verb.lemma_ in cue_words.PLAIN_SPEECH


def nominal(verb: Token) -> Iterator[Attribution]:
    """Find "announced the capture of …", "denied the report", "accused X of …", "put the toll at …"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in cue_words.NOMINAL_CONTENT or any(c.dep_ in CLAUSES for c in verb.children):
        return
    if _remark(verb) is not None or is_unowned(verb) or is_turned_down(verb):
        return
    passive = syntax.child(verb, "nsubjpass") or (syntax.subject(verb) if syntax.is_passive(verb) and _agent(verb) else None)
    thing = passive or _object(verb)
    if thing is None or (verb.lemma_ in FIGURE_GIVERS and not _is_figure(thing)):
        return
    source = _agent(verb) if passive is not None else shared(verb)
    if verb.lemma_ in RAISERS and (source is None or not _can_speak(source)):
        return
    nameless = verb.lemma_ in WITHOUT_AGENT if passive is not None else verb.dep_ in {"ROOT", "conj"}
    if source is None and not nameless:
        return
    behind = [t for c in verb.children if c.dep_ in {"prep", "dative", "oprd"} and c.i > verb.i for t in c.subtree]
    yield _told(verb, source, [*_thing_tokens(thing, verb), *behind], "nominal content")


def _agent(verb: Token) -> Token | None:
    """Give who does it in a passive, behind a judgement too: "was dismissed as fictitious *by the army*"."""
    judgement = next((c for c in verb.children if c.lower_ == "as" and c.i > verb.i), None)
    by = next((t for t in judgement.subtree if t.lower_ == "by"), None) if judgement is not None else None
    return syntax.agent(verb) or (syntax.child(by, "pobj") if by is not None else None)


def _can_speak(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.lemma_.lower() in noun_classes.PERSONS or is_organisation([noun])


def _is_figure(thing: Token) -> bool:
    """Tell whether a noun is a toll, or a pronoun that is given a number: "put them at 200"."""
    at = any(n.like_num for n in syntax.prepositions(thing.head, "at"))
    return thing.lemma_ in FIGURES or (thing.pos_ == "PRON" and at)


def remark(verb: Token) -> Iterator[Attribution]:
    """Find "X said …, which Y denied", "…, a claim denied by Y": a remark on all that its sentence says before it."""
    head = _remark(verb)
    if head is None or is_withheld(verb):
        return
    source = syntax.agent(verb) or syntax.child(verb, "nsubj")
    top = clause_above(head)
    while top.dep_ == "ccomp":
        top = top.head
    yield _told(verb, source, clause_tokens(top, head), "remark")


def _remark(verb: Token) -> Token | None:
    """Give the head of the remark that a verb makes on a sentence: the verb itself after "which", the noun in "a claim Y denied"."""
    if cue_words.VERBS.get(verb.lemma_) not in JUDGEMENTS or verb.dep_ not in ASIDES or verb.pos_ != "VERB":
        return None
    if verb.head.lemma_ in REMARKS and verb.head.dep_ in {"appos", "npadvmod", "dep"}:
        return verb.head
    which = next((c for c in verb.children if c.lower_ == "which" and c.dep_ in {"dobj", "nsubjpass"}), None)
    return verb if which is not None and which.i > 0 and which.nbor(-1).lower_ == "," else None


def _remarks_in(clause: Token) -> set[Token]:
    return {t for verb in clause.subtree if (head := _remark(verb)) is not None for t in head.subtree}


def _object(verb: Token) -> Token | None:
    """Give the direct object; the noun before a relative clause where the object is a pronoun for it."""
    own = syntax.child(verb, "dobj")
    return verb.head if own is not None and own.lower_ in syntax.RELATIVES and verb.dep_ == "relcl" else own


def _thing_tokens(thing: Token, verb: Token) -> list[Token]:
    """Give a noun with what belongs to it, without the clause of the verb itself: "the toll, which the ministry puts at 30"."""
    return clause_tokens(thing, verb) if verb.head == thing else [*thing.subtree]


def judged(verb: Token) -> Iterator[Attribution]:
    """Find "called the report a lie", "branded the claim false"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in cue_words.JUDGING:
        return
    if verb.dep_ == "conj" and cue_words.stance_of(verb.head.lemma_) is Stance.DENIES:
        return
    thing, source = syntax.objects(verb), syntax.subject(verb)
    words_behind = [t for t in verb.subtree if t.i > verb.i]
    if thing is not None and source is not None and any(t.lower_ in cue_words.FALSE for t in words_behind):
        yield replace(_told(verb, source, words_behind, "called false"), stance=Stance.DENIES)


def aside(verb: Token) -> Iterator[Attribution]:
    """Find "…, as X said" and "the rebels, X said, had withdrawn": speech told beside the clause that is its content."""
    if (
        verb.pos_ != "VERB"
        or verb.lemma_ not in cue_words.PLAIN_SPEECH
        or any(c.dep_ in CLAUSES or c.dep_ == "dobj" for c in verb.children)
    ):
        return
    as_said = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    source = speaking(verb) if syntax.child(verb, "nsubj") is not None else None
    if source is None or not (as_said or verb.dep_ == "parataxis") or _is_own_voice(source) or verb.sent.text.rstrip().endswith("?"):
        return
    yield _told(verb, source, clause_tokens(verb.head, verb), "aside")


def _is_own_voice(noun: Token) -> bool:
    """Tell whether an outlet speaks of itself: "as we reported", "as this newspaper wrote"."""
    return noun.lower_ in {"we", "i"} or any(c.dep_ == "det" and c.lower_ == "this" for c in noun.children)


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
    before = [c for c in token.children if c.dep_ in {"amod", "compound", "nmod"} and any(_is_named(t) for t in c.subtree)]
    return max(before, key=lambda c: (len(list(c.subtree)), c.i)) if before else None


def _is_named(word: Token) -> bool:
    """Tell whether a word is capitalised and no part of a date: "a *Russian* report", not "a January 5 report"."""
    return word.text[:1].isupper() and word.lower_.rstrip(".") not in MONTHS | WEEKDAYS and not any(c.isdigit() for c in word.text)


def quoted_as(verb: Token) -> Iterator[Attribution]:
    """Find "the agency quoted him as saying", "he was quoted by the agency", "citing X": a relay and the one it relays."""
    if verb.lemma_ not in RELAYING or verb.pos_ != "VERB":
        return
    who = syntax.child(verb, "dobj", "nsubjpass")
    if who is None:
        return
    relay = syntax.subject(verb) if who.dep_ == "dobj" else syntax.agent(verb)
    content = syntax.child(verb, "ccomp") or next((t for t in verb.subtree if t.dep_ in CLAUSES and relayed(t.head) == verb), None)
    if content is not None:
        tokens = clause_tokens(content)
    else:
        told = _telling(verb)
        relay = syntax.subject(told) or relay if told is not None else relay
        tokens = [t for t in _told_beside(verb, told) if t not in set(verb.subtree)]
    made = _made(cue_span(verb), who, spans_of(tokens, verb.doc), Stance.SAYS, "quoted by a relay")
    yield replace(made, relay=phrase_span(relay), withheld=is_withheld(verb))


def relayed(verb: Token) -> Token | None:
    """Give the verb that relays the words of this one: "*quoted* him as saying"."""
    quoting = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None
    return quoting if quoting is not None and quoting.lemma_ in RELAYING else None


def _telling(verb: Token) -> Token | None:
    """Give the verb of speech that "citing X" stands beside: "the channel *reported* that ten died, citing officials"."""
    at = clause_above(verb)
    for _ in range(3):
        if at.lemma_ in cue_words.VERBS and syntax.child(at, "ccomp") is not None:
            return at
        if at.dep_ != "ccomp":
            return None
        at = at.head
    return None


def _told_beside(verb: Token, told: Token | None) -> list[Token]:
    clause = syntax.child(told, "ccomp") if told is not None else None
    return clause_tokens(clause if clause is not None else clause_above(verb))


RULES: tuple[Callable[[Token], Iterator[Attribution]], ...] = (
    clausal,
    nominal,
    remark,
    judged,
    aside,
    according,
    accounts,
    adverb,
    noun,
    quoted_as,
)
