"""Small questions about nouns and pronouns: who is meant, how many, and what only explains a name."""

from __future__ import annotations

from spacy.tokens import Token

from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.word_lists import words

QUANTITIES = words(
    "score scores dozen dozens hundred hundreds thousand thousands ten tens number majority all most many several one part half",
    "rest some couple none both much third thirds quarter bulk portion swathe swath section",
)
BODIES = words("group movement organisation organization outfit faction militia")  # that "the group" points back with
LED = words("lead command back support train arm fund belong affiliate link ally call know name dub align deploy send base") | syntax.DENY
HELD = words("hold control run man operate own occupy use defend staff guard")
FLEES = words("flee escape run")
NO_ARMY = words("ethnic minority opposition rebel breakaway private foreign tribal")  # whose "army" is not the state's
OPPOSITE = words("side party camp")


def men_before(pronoun: Token, since: int) -> Token | None:
    """Give the men who were the last subject before "they": "rebels freed three of the soldiers *they* captured, the army said"."""
    before = [t for t in reversed(pronoun.doc[: pronoun.i]) if t.idx >= since and t.dep_ in syntax.SUBJECTS | {"poss"}]
    verb = syntax.verb_above(pronoun)
    doer = syntax.subject(verb) if verb is not None and pronoun.lower_ != "they" else None  # "militants stormed *their* base"
    subjects = [t for t in before if t.dep_ in syntax.SUBJECTS or doer is not None]
    last = subjects[0] if subjects else None
    plural = last is not None and last.tag_ in {"NNS", "NNPS"} and last.lemma_.lower() in noun_classes.COMBATANTS
    return last if plural and last != doer else None


def is_hyphened(word: Token) -> bool:
    """Tell whether a word only ends a compound: "a 24-*man* patrol"."""
    return word.i > 0 and word.nbor(-1).text == "-"


def runs_away(pronoun: Token) -> bool:
    """Tell whether "they" are who runs, and so whom something was done to: "gunmen fired on villagers as *they* fled"."""
    verb = pronoun.head
    return pronoun.lower_ == "they" and verb.lemma_ in FLEES and verb.dep_ == "advcl"


def are_persons(noun: Token) -> bool:
    """Tell whether a noun is of several persons."""
    return noun.tag_ == "NNS" and noun.lemma_.lower() in noun_classes.PERSONS


def is_plural(tokens: list[Token]) -> bool:
    """Tell whether a party is told as many: "Kenyan soldiers"."""
    return bool(tokens) and tokens[-1].tag_ in {"NNS", "NNPS"} and tokens[-1].pos_ == "NOUN"


def subject_beside(pronoun: Token) -> Token | None:
    """Give the body that "it" stands for, as the subject of the clause before: "*the group* was pushed out by troops, but it goes on"."""
    verb = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or verb.dep_ != "conj":
        return None
    subject = syntax.child(verb.head, *syntax.SUBJECTS)
    return subject if subject is not None and subject.lower_ in BODIES else None


def explains(word: Token) -> bool:
    """Tell whether a word only explains a name: "the village of Kanda, *the capital* of a region *bordering Mali*"."""
    beside = word.dep_ == "appos" and word.left_edge.i > 0 and word.left_edge.nbor(-1).text == ","
    return beside or word.dep_ == "relcl" or (word.dep_ == "acl" and word.lemma_ not in LED | HELD)


def is_new(noun: Token) -> bool:
    """Tell whether a person is told for the first time, and so of nobody's side: "*a* suicide bomber"."""
    return noun.tag_ == "NN" and any(c.lower_ in {"a", "an"} for c in noun.children)


def is_opposite(noun: Token) -> bool:
    """Tell whether a noun only says that it is not who speaks: "accused *the other side* of shelling a town", "its rivals"."""
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    return (noun.lower_ in OPPOSITE and "other" in before and not before.isdisjoint({"the", "each"})) or noun.lemma_ in {
        "rival",
        "opponent",
    }


def is_bare(noun: Token) -> bool:
    """Tell whether a noun has nothing but "the", "this" or "that" in front."""
    return [c.lower_ for c in noun.children if c.i < noun.i] in (["the"], ["this"], ["that"])


def is_quantity(noun: Token) -> bool:
    """Tell whether a noun only says how many: "dozens of fighters", "one of the soldiers"."""
    return noun.pos_ in {"NUM", "PRON", "DET"} or noun.lemma_.lower() in QUANTITIES or noun.lower_ in QUANTITIES
