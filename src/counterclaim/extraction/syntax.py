"""Small questions about a parsed sentence that several steps ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from counterclaim.extraction import noun_classes
from counterclaim.extraction.attributions import Span
from counterclaim.extraction.number_words import PLURALS
from counterclaim.extraction.word_lists import words

ACCUSE = words("accuse blame suspect criticise criticize fault charge condemn denounce")
MAKES = words(
    "force compel oblige allow enable permit order send leave help lead push prompt get urge ask tell"
)  # "forced *them* to leave"
TIMES = words("day night morning evening week month year time moment hour way reason place")
ANYBODY = words("people person civilian villager resident citizen victim other local relative member national inhabitant")
MEN = words("man woman boy girl elder")
FINDS = words("find discover see leave")
STATES = words("suffer bleed lie die")
BEARS = words("suffer sustain incur have lose")
RELATIVES = words("who which that")
DENY = words("deny reject dismiss dispute refute rebut")
CLAIMS = words("claim report allegation statement assertion announcement boast")
PARTICLES = words("down up back out off over away behind")
HAVE = words("have has had 've having")
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OPENING = 4  # tokens
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLAUSES = frozenset({"relcl", "conj", "cc", "advcl", "ccomp", "punct", "appos", "prep"})
SHARING = frozenset({"conj", "xcomp", "advcl", "dep"})
FAR_PARTICLE = 8  # tokens
FAR_SUBJECT = 5  # verbs


def child(token: Token, *labels: str) -> Token | None:
    """Give the first child with one of the labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def particle(verb: Token) -> str | None:
    """Give the particle, or the adverb that works as one: "shot *down*", "pushed *back*"."""
    near = (c for c in verb.children if c.dep_ in {"prt", "advmod"} and 0 < c.i - verb.i <= FAR_PARTICLE)
    return next((c.lower_ for c in near if c.lower_ in PARTICLES), None)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive, a bare participle behind its noun included ("soldiers killed in …")."""
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or _is_list_of_tolls(verb):
        return True
    if own_verb(verb.head) == verb:
        return False
    if verb.tag_ != "VBN" or any(c.lower_ in HAVE for c in verb.children if c.dep_ == "aux"):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and child(verb, "nsubj") is None:
        shared = child(verb, "dobj") is None and is_passive(verb.head)  # not of "killed hundreds and *captured* thousands"
        return shared or child(verb, "agent") is not None
    return child(verb, "nsubj") is None


def subject(verb: Token) -> Token | None:
    """Give the subject, own or shared with the verb that this one is joined to."""
    at = verb
    for _ in range(FAR_SUBJECT):
        if (found := _subject_here(at)) is not None:
            return found
        if not _shares_subject(at):
            return None
        at = at.head.head if at.dep_ == "pcomp" else at.head
    return None


def _subject_here(verb: Token) -> Token | None:
    """Give the subject that a verb has of its own, or the noun above it that is its subject."""
    own = _own_subject(verb) or _taken_as(verb)
    clause = verb.dep_ in {"acl", "relcl"}
    if own is not None:
        return verb.head if clause and own.lower_ in RELATIVES else own
    if clause and verb.head.pos_ in NOMINAL:
        return (one_of(verb.head) if verb.head.lower_ == "those" else None) or verb.head
    if _is_charge(verb):
        return child(verb.head.head, "dobj", "nsubjpass")
    made = verb.dep_ == "xcomp" and verb.head.lemma_ in MAKES and not is_passive(verb.head)
    return child(verb.head, "dobj") if made or _is_state_found(verb) else None


def one_of(some: Token) -> Token | None:
    """Give who is told to be among some: "*a commander* is among the dead", "among those killed was *a commander*"."""
    verb = some.head.head
    if some.dep_ != "pobj" or some.head.lower_ not in {"among", "amongst"} or verb.lemma_ != "be":
        return None
    return child(verb, "nsubj", "attr")


def _is_state_found(verb: Token) -> bool:
    """Tell whether a gerund says in what state somebody was found: "found *the driver*, 20, bleeding"."""
    return verb.tag_ == "VBG" and verb.dep_ in {"advcl", "xcomp"} and verb.head.lemma_ in FINDS and verb.lemma_ in STATES


def _is_charge(verb: Token) -> bool:
    """Tell whether a gerund says what somebody is accused of: "accused the army of *burning* homes"."""
    return verb.dep_ == "pcomp" and verb.head.head.lemma_ in ACCUSE


def _shares_subject(verb: Token) -> bool:
    """Tell whether who does the verb above may do this one: not of "were killed by *shelling* the town"."""
    if verb.dep_ == "pcomp":
        return verb.head.dep_ != "agent" and not _is_charge(verb)
    return verb.dep_ in SHARING


def _taken_as(verb: Token) -> Token | None:
    """Give of whom a participle behind "as" is told: "counted *12 soldiers* as killed", "listed *them* as missing"."""
    as_ = verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.i > 0 and verb.doc[verb.i - 1].lower_ == "as"
    return child(verb.head, "dobj", "nsubjpass") if as_ else None


def _before_gerund(verb: Token) -> Token | None:
    """Give whose deed a gerund behind "by" is, which the parser took for a clause: "were killed by *Russian* shelling"."""
    if verb.tag_ != "VBG" or not verb.i:
        return None
    before = verb.doc[verb.i - 1]
    told = before.dep_ == "pobj" or (before.head == verb and before.dep_ in {"amod", "compound"} and verb.dep_ == "pcomp")
    return before if told and before.i > 0 and before.nbor(-1).lower_ == "by" else None


def defined(site: Token, class_of: Callable[[Token], str | None]) -> Token:
    """Give the place of which a sentence tells what it is: "*Al Fashir* is the last city held by the army"."""
    whole = subject(site.head) if site.dep_ == "attr" and site.head.lemma_ == "be" else None
    return whole if whole is not None and class_of(whole) == "place" else site


def _counted_before(verb: Token) -> Token | None:
    """Give the subject that the parser hung on a noun or a number before it: "were hurt in the raid on Sumy and *eight* were missing"."""
    first = next((c for c in verb.children if c.dep_ == "auxpass"), verb)
    noun = verb.doc[first.i - 1] if first.i else verb
    counted = noun.pos_ == "NUM" or child(noun, "nummod") is not None
    if verb.dep_ != "conj" or first.lemma_ != "be" or noun.dep_ != "conj" or not counted:
        return None
    return noun if noun.left_edge.i and noun.doc[noun.left_edge.i - 1].dep_ == "cc" else None


def bearer(number: Token) -> Token | None:
    """Give whose loss a number is that a verb of bearing has: "*the rebels* suffered 3 killed and 7 wounded", "*we* have six wounded"."""
    verb = number.head
    if number.dep_ not in {"dobj", "conj"} or verb.lemma_ not in BEARS or is_passive(verb):
        return None
    return subject(verb)


def _own_subject(verb: Token) -> Token | None:
    """Give a verb's own subject; a name behind the words that describe it first: "The largest city in the north, *Mosul* was captured".

    A name right behind a common noun is what the noun is called: "the group *M23* rejected the report".
    """
    subjects = (c for c in verb.children if c.dep_ in SUBJECTS and not _is_deed_named(verb, c))
    own = [behind_list(c) or _behind_colon(c) for c in subjects] or [
        t for t in (_before_gerund(verb), _counted_before(verb)) if t is not None
    ]
    if len(own) > 1 and own[-1].pos_ == "PROPN" and own[0].pos_ == "NOUN" and own[-1].left_edge.i == own[0].i + 1:
        return own[-1]
    if len(own) > 1 and is_passive(verb) and own[-1].pos_ == "PROPN" and own[-1].i < verb.i and own[-1].nbor(-1).text == ",":
        between = verb.doc[own[-1].i : verb.i]
        return own[-1] if all(t.text != "," for t in between) else own[0]
    return next(iter(own), None)


def _is_deed_named(verb: Token, subject: Token) -> bool:
    """Tell whether what the parser took for a verb names the deed at a heading's end: "Soldier killed in Donetsk *shelling*"."""
    if verb.tag_ != "VBG" or child(verb, "aux", "dobj") is not None or any(t.i > verb.i and t.is_alpha for t in verb.subtree):
        return False
    return any(c.dep_ == "acl" and c.tag_ == "VBN" and subject.i < c.i < verb.i for n in (subject, *verb.children) for c in n.children)


def _behind_colon(noun: Token) -> Token:
    """Give the noun behind a heading's colon in place of who says it: "Police: *Boy* shot in Jos"."""
    said = noun.i + 1 < len(noun.doc) and noun.nbor().text == ":"
    return (child(noun, "appos") or noun) if said else noun


def behind_list(noun: Token) -> Token | None:
    """Give who speaks behind a list that the parser took for the speakers: "wounded a boy and three others, *medics* said"."""
    last = next((c for c in noun.children if c.dep_ == "conj" and _follows(c, "and")), None)
    return next((c for c in last.children if c.dep_ == "conj" and _follows(c, ",")), None) if last is not None else None


def _list_taken(verb: Token) -> Token | None:
    """Give the object of a verb that the parser took for the subject of the verb of saying above it."""
    subject = child(verb.head, "nsubj") if verb.dep_ == "ccomp" and verb.head.i > verb.i else None
    taken = subject is not None and subject.left_edge.i == verb.i + 1 and behind_list(subject) is not None
    return subject if taken else None


def _follows(noun: Token, word: str) -> bool:
    left = noun.left_edge.i
    return left > 0 and noun.doc[left - 1].lower_ == word


def agent(verb: Token) -> Token | None:
    """Give who does it in a passive: "killed *by* the rebels"."""
    by = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None) or _by_behind(verb)
    return child(by, "pobj") if by is not None else None


def _by_behind(verb: Token) -> Token | None:
    """Give the "by" that the parser hung on the noun before it: "was taken back from the rebels *by* the army"."""
    nouns = (n for n in prepositions(verb) if n.i > verb.i)
    return next((c for n in nouns for c in n.children if c.lower_ == "by" and c.dep_ == "prep"), None)


def objects(verb: Token) -> Token | None:
    """Give the direct object; a relative pronoun's noun where the object is one."""
    own = child(verb, "dobj") or child(verb, "oprd", "attr")
    if own is not None and own.lower_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    own = own or _list_taken(verb)
    return own or (verb.head if own_verb(verb.head) == verb or _is_of_whom(verb) else None)


def _is_of_whom(verb: Token) -> bool:
    """Tell whether a clause without "that" tells what was done to its noun: "the nine hostages *they kidnapped*"."""
    if verb.dep_ != "relcl" or verb.head.pos_ not in NOMINAL or verb.head.lemma_.lower() in TIMES or is_passive(verb):
        return False
    doer = child(verb, "nsubj")
    stranded = any(c.dep_ == "prep" and child(c, "pobj", "pcomp") is None for c in verb.children)  # "the town they fought *in*"
    opened = stranded or any(
        c.lower_ in RELATIVES or c.tag_ in {"WRB", "WP$"} or c.dep_ in {"prt", "ccomp", "xcomp"} for c in verb.children
    )
    if doer is None or doer.lower_ in RELATIVES or opened:
        return False
    return verb.head.i < doer.i and not any(t.is_punct for t in verb.doc[verb.head.i : doer.i])


def own_verb(number: Token) -> Token | None:
    """Give the second verb that the parser hung on its object, a bare plural: "killed tens of thousands and *displaced* millions".

    It may have a short subject of its own: "… and the fighting *displaced* millions".
    """
    verbs = [c for c in number.children if c.dep_ == "amod" and c.tag_ in {"VBD", "VBN"}] if number.lower_ in PLURALS else []
    return next((verb for verb in verbs if _begins_behind_and(verb)), None)


def _begins_behind_and(verb: Token) -> bool:
    tags = [t.tag_ for t in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]]
    return tags[-1:] == ["CC"] or (tags[:2] == ["CC", "DT"] and tags[-1] in {"NN", "NNS", "VBG"})


def sides(verb: Token) -> tuple[Token | None, Token | None]:
    """Give who does it, and to whom or what, of an active or a passive verb."""
    if is_passive(verb):
        return agent(verb), subject(verb)
    return subject(verb), objects(verb)


def _is_list_of_tolls(verb: Token) -> bool:
    """Tell whether a heading has two tolls in a row: "1 *killed* 3 injured in Kharkiv"."""
    first, second = child(verb, "nsubj"), child(verb, "dobj")
    if first is None or second is None or {first.pos_, second.pos_} != {"NUM"}:
        return False
    return any(c.dep_ == "acl" and c.tag_ == "VBN" and c.i == second.i + 1 for c in second.children)


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
    out = [] if _is_spelt_out(noun) else [*_opening(noun), noun]
    for other in _joined(noun):
        if other != behind_list(noun.head) and (other.pos_ in NOMINAL or other.pos_ == "ADJ"):
            out += [t for t in coordinated(other) if t not in out]
    return out


def _opening(noun: Token) -> list[Token]:
    """Give the person with whom a heading begins, where a comma is its "and": "*Soldier*, two farmers killed in shelling"."""
    left = noun.left_edge.i
    colon = max((t.i + 1 for t in noun.sent if t.text == ":" and t.i < left), default=noun.sent.start)
    first = noun.doc[colon : left - 1] if left > colon + 1 and noun.doc[left - 1].text == "," else noun.doc[0:0]
    people = noun_classes.PERSONS
    bare = 0 < len(first) <= OPENING and all(t.pos_ in {*NOMINAL, "ADJ"} - {"PRON"} for t in first)
    behind = noun.i + 1 < len(noun.doc) and (noun.nbor().tag_ in {"VBN", "VBD"} or noun.nbor().lower_ == "dead")
    return [first[-1]] if bare and behind and {first[-1].lemma_.lower(), noun.lemma_.lower()} <= people else []


def _joined(noun: Token) -> Iterator[Token]:
    for c in noun.children:
        listed = c.dep_ == "appos" and c.i > noun.i and _is_listed(noun, c) and not _is_told_apart(noun, c)
        if (c.dep_ == "conj" and own_verb(c) is None) or listed:
            yield c
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    part = child(of, "pobj") if of is not None and noun.pos_ == "NUM" else None
    if part is not None:
        yield from (c for c in part.children if c.dep_ == "conj" and child(c, "nummod") is not None)
    if noun.dep_ == "dobj":
        yield from (c for c in noun.head.children if c.dep_ == "dobj" and c.i > noun.i and not any(a.tag_ == "JJS" for a in c.children))


def _is_told_apart(noun: Token, beside: Token) -> bool:
    """Tell whether a list only says who a number of people are: "three *villagers*, a mother and her two sons, were killed"."""
    return (
        noun.lemma_.lower() in ANYBODY
        and child(noun, "nummod") is not None
        and all(is_aged(n) or n.lemma_.lower() in noun_classes.CIVILIANS | MEN for n in (beside, *beside.conjuncts))
    )


def _is_spelt_out(noun: Token) -> bool:
    """Tell whether a list behind a plural says who they are: "*the victims*, a man and a woman, …"."""
    the = child(noun, "det")
    if noun.tag_ != "NNS" or the is None or the.lower_ not in {"the", "both"} or child(noun, "nummod") is not None:
        return False
    return any(c.dep_ == "appos" and c.i > noun.i and c.tag_ == "NN" and child(c, "conj") is not None for c in noun.children)


def _is_listed(noun: Token, beside: Token) -> bool:
    """Tell whether what looks like an apposition goes on with a list: "two tanks, a gun and a truck", "a girl, a boy and their mother"."""
    if beside.lemma_ in {"age", "aged", "year", "month", "week", "day"}:
        return False
    goes_on = beside.tag_ == "NN" and child(beside, "conj") is not None
    one_by_one = noun.tag_ == "NN" and all(child(n, "det", "poss") is not None for n in (noun, beside))
    return (goes_on and (noun.tag_ == "NNS" or one_by_one)) or child(beside, "nummod") is not None


def is_aged(noun: Token) -> bool:
    """Tell whether a noun is a person told by age alone: "a 3-year-old"."""
    return noun.lower_ == "old" and any(c.lemma_ in {"year", "month"} for c in noun.children)


def claimant(pronoun: Token) -> Token | None:
    """Give whose claim a clause is that a pronoun is the subject of: "claims by *rebels* that they hold the town"."""
    verb = pronoun.head
    noun = verb.head
    if pronoun.dep_ not in SUBJECTS or verb.dep_ not in {"acl", "ccomp", "relcl"} or noun.lemma_ not in CLAIMS:
        return None
    if noun.pos_ == "VERB":  # "denied the *militants* claim that they …" as the parser has it
        return child(noun, "nsubj") if noun.dep_ == "ccomp" and noun.head.lemma_ in DENY else None
    return next(prepositions(noun, "by", "from"), None) or child(noun, "poss", "compound")


def accused(pronoun: Token) -> Token | None:
    """Give of whom a clause goes on to tell what they did: "accused *the rebels* of breaking it, saying that they shelled a town"."""
    said = pronoun.head.head
    if pronoun.lower_ != "they" or pronoun.dep_ != "nsubj" or pronoun.head.dep_ != "ccomp" or said.dep_ not in {"advcl", "conj"}:
        return None
    return child(said.head, "dobj") if said.head.lemma_ in ACCUSE and child(said, "nsubj") is None else None


def noun_phrase(noun: Token) -> list[Token]:
    """Give a noun with what belongs to it, without clauses and what is joined to it by "and"."""
    behind = [c for c in noun.children if c.i > noun.i and c.dep_ in CLAUSES and not _belongs(c)]
    cut = {t for c in behind for t in c.subtree}
    return [t for t in noun.subtree if t not in cut]


def _belongs(part: Token) -> bool:
    """Tell whether what stands behind a noun is one name with it: "the minister *of* defence", "the rebel *M23*"."""
    if part.dep_ == "prep":
        return part.lower_ == "of"
    return part.dep_ == "appos" and part.pos_ == "PROPN" and part.left_edge.i == part.head.i + 1 and part.head.pos_ != "PROPN"


def named_alone(noun: Token) -> list[Token]:
    """Give a noun phrase without what participles tell of it: "two farmers" of "two farmers killed in Jos"."""
    told = {t for c in noun.children if c.dep_ == "acl" for t in c.subtree}
    return [t for t in noun_phrase(noun) if t not in told]


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


def verb_above(token: Token) -> Token | None:
    """Give the first verb on the way from a token to the root, the token itself included."""
    return next((t for t in above(token) if t.pos_ in VERBAL), None)
