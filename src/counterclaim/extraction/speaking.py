"""Who speaks: the noun that a verb of speech has for its speaker, also where the parser took another for it."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.extraction import cue_words, syntax
from counterclaim.extraction.word_lists import words

TOWNS = words("capital city town village province district")
SPEAKERS = words("officer official spokesman spokeswoman spokesperson source commander general minister resident witness leader governor")
HEARERS = words("tell inform brief")  # their object is who hears it
CLOSING = frozenset("\"”»’'")
FAR = 20  # tokens between a quotation and its verb
REMARKS = words("add stress note insist explain argue emphasise emphasize underline")  # "…, *adding* that" goes on with who spoke


def speaking(verb: Token) -> Token | None:
    """Give who speaks: the noun nearest to the verb where the parser gives it two subjects, or took the inverted one for an object.

    "…, claimed a spokesman for the rebels"; "…, among them a colonel, a military source told the agency"; in "…, adding that"
    whoever spoke before it in the sentence.
    """
    behind = syntax.child(verb, "dobj")
    if verb.lemma_ in HEARERS and syntax.child(verb, "nsubj") is None and not syntax.is_passive(verb):
        return _behind_quotation(verb) or syntax.subject(verb)
    if behind is not None and syntax.child(verb, "nsubj") is None and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return behind if verb.doc[verb.i + 1] in set(behind.subtree) else syntax.subject(verb)
    if verb.tag_ == "VBG" and verb.lemma_ in REMARKS and (told := _said_before(verb)) is not None:
        return speaking(told)
    before = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    nearest = before[-1] if before else None
    if nearest is None or verb.dep_ in {"relcl", "acl"}:
        return shared(verb)
    return syntax.behind_list(nearest) or beside_place(nearest) or nearest


def shared(verb: Token) -> Token | None:
    """Give the subject that a verb shares; never who was hurt: "the army said 30 rebels were killed and *said* it knew of no others"."""
    found = syntax.subject(verb)
    hurt = found is not None and found.dep_ == "nsubjpass" and found.head != verb and not syntax.is_passive(verb)
    if found is None or not hurt:
        return found
    return syntax.subject(found.head.head) if found.head.dep_ == "ccomp" else None


def beside_place(noun: Token) -> Token | None:
    """Give the speaker that the parser hung on the place before it: "… of the capital, Mogadishu, *the officer* said"."""
    beside = [c for c in noun.children if c.dep_ == "appos" and c.lemma_.lower() in SPEAKERS and syntax.child(c, "det") is not None]
    named = noun.i > 1 and noun.doc[noun.i - 1].text == "," and noun.doc[noun.i - 2].lemma_.lower() in TOWNS
    return beside[-1] if beside and named else None


def _said_before(verb: Token) -> Token | None:
    """Give the verb of saying before a gerund; of two, one inside what the other says, the outer: "*said* the group claimed it, adding"."""
    said = (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.pos_ == "VERB" and t.lemma_ in cue_words.PLAIN_SPEECH | {"tell"})
    finite = [t for t in said if t.tag_ in {"VBD", "VBZ", "VBP"} and syntax.child(t, "nsubj") is not None]
    return next((t for t in reversed(finite) if finite[0] in t.subtree), None)


def _behind_quotation(verb: Token) -> Token | None:
    """Give the name between a quotation and a verb that lost its subject to it: "…," *Omar Haji*, from the ministry, told the agency"."""
    before = list(verb.doc[max(verb.sent.start, verb.i - FAR) : verb.i])
    closed = next((t.i for t in reversed(before) if t.text in CLOSING and t.nbor(-1).is_punct), None)
    if closed is None or verb.doc[closed + 1].pos_ not in {"PROPN", "DET", "ADJ", "NOUN"}:
        return None
    run = [t for t in before if t.i > closed]
    end = next((n for n, t in enumerate(run) if t.pos_ not in {"PROPN", "DET", "ADJ", "NOUN", "PART"}), len(run))
    return run[end - 1] if run[end - 1].pos_ in {"PROPN", "NOUN"} else None
