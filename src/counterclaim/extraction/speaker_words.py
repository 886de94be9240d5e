"""The words of a source: which of them name a person, which tell a role, which only point."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Token

from counterclaim.claims.party import MEDIA, WITNESS
from counterclaim.extraction.attributions import Span, covers, overlap
from counterclaim.extraction.cue_words import CHANNELS
from counterclaim.extraction.draft import Draft
from counterclaim.extraction.word_lists import words
from counterclaim.knowledge.parties import Resolution

ROLES = {
    **dict.fromkeys(words("spokesman spokeswoman spokesperson spokesmen spokespeople secretary representative"), "spokesperson"),
    **dict.fromkeys(
        words(
            "president minister leader chief commander premier chancellor king governor chairperson chairman head director mayor general",
            "colonel captain lieutenant major sergeant ombudsman ambassador secretary-general envoy warlord emir",
        ),
        "leader",
    ),
    **dict.fromkeys(words("official officer source authority diplomat lawmaker politician"), "official"),
    **dict.fromkeys(words("resident witness eyewitness villager survivor man woman local people family relative"), "witness"),
    **dict.fromkeys(words("agency newspaper channel broadcaster station television website outlet media"), "media"),
}
ROLE_ORDER = ("spokesperson", "leader", "official", "witness", "media")  # the first of them that the words hold counts
WHERE = words("in at near inside outside across from into to within around")
TITLES = words(
    "president prime minister deputy defence defense foreign interior general colonel col. col lieutenant lt. lt lieutenant-general",
    "captain capt. major maj. brigadier brig. brig sergeant sgt. spokesman spokeswoman spokesperson mr mr. mrs. ms. dr dr. sheikh",
    "chief secretary us u.s. russian ukrainian senior former commander leader army military rear admiral vice state gen. gen",
    "chancellor king governor mayor ambassador state director",
)
BODIES = words(
    "ministry army force forces command council front agency news post times bureau department commission committee party union",
    "nations staff office government police service relations movement brigade group association organisation organization tv radio",
    "press guard state states network observatory authority republic house court bank centre center university board media",
    "international national people's services battalion division regiment corps squadron platoon",
)
PARTICLES = words("al el bin ben ibn abu van von de da dos del")
LONGEST_TITLED = 5  # words
ISSUING = words("publish release issue circulate post write compile")
OWNERS = words("rebel army military government police militant ministry")
WHEN_FIRST = re.compile(
    r"^(?:(?:early|late|later|earlier|on|last)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|afternoon|evening|night))?(?:,\s+|\s+(?=[A-Z]))",
    re.IGNORECASE,
)
CHANNELLED = re.compile(
    r"\s+(?:in|on|via|through)\s+(?:an?|its|his|her|their|the)\s+(?:[\w-]+\s+){0,3}?(?:statement|post|tweet|message|video|communiqu[eé]|interview)\b.*$",
    re.IGNORECASE,
)
EXPLAINED = re.compile(
    r"^(?P<name>(?:\S+\s+)*[A-Z][\w’'.-]*),\s+(?:(?:also|known|a|an|the|one|two|three)\s+)?(?=[a-z])(?!(?:and|or|but)\b).*$"
)


def head_of(draft: Draft, span: Span) -> Token | None:
    """Give the token whose head lies outside a span: the word that the others hang on."""
    tokens = [t for t in draft.tokens_in(*span) if not t.is_space and not t.is_punct]
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head == t]
    nouns = [t for t in tops if t.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}]
    return next(iter(nouns or tops), None)


def person_name(draft: Draft, span: Span) -> str | None:
    """Give a person's name in a source's words: proper nouns behind a title or role, or beside an apposition that is one."""
    tokens = draft.tokens_in(*span)
    covered = [(m.start, m.end) for m in draft.parties if m.how != "voice"]
    for run in _proper_runs(tokens):
        names = [t for t in _behind_titles(run) if not covers(covered, t.idx)]
        titled = any(ROLES.get(t.lemma_.lower()) in {"spokesperson", "leader", "official"} for t in tokens if t not in names)
        voice = any(m.how == "voice" and overlap((m.start, m.end), (run[0].idx, run[-1].idx + 1)) for m in draft.parties)
        if not names or is_organisation(names) or _is_where(names[-1], tokens):
            continue
        if (len(names) > 1 or voice) and (titled or voice or run[0].i == tokens[0].i):
            return _joined(names)
        if len(names) == 1 and not voice and titled and len(tokens) <= LONGEST_TITLED and names[-1] == tokens[-1]:
            return names[-1].text
        if len(names) == 1 and run[0] == tokens[0] != names[0] and names[-1].nbor().text == ",":  # "Col. Diaz, commander of …"
            return names[-1].text
    return None


def _behind_titles(run: list[Token]) -> list[Token]:
    """Give what a run of proper nouns has behind its last title, else all but titles: "District Governor *Omar Barak*"."""
    last = max((n for n, t in enumerate(run) if t.lower_ in TITLES), default=-1)
    return run[last + 1 :] or [t for t in run if t.lower_ not in TITLES]


def _is_where(name: Token, tokens: list[Token]) -> bool:
    """Tell whether a name in a source's words tells where or whose the source is: "a nurse *in Al Fashir*", "*El Obeid's* hospital"."""
    return name.head in tokens and (name.dep_ == "poss" or (name.dep_ == "pobj" and name.head.lower_ in WHERE))


def _joined(names: list[Token]) -> str:
    """Give the words of a name as they stand: "Ahmed al-Mismari", without what another token of it would have put between."""
    return "".join(t.text_with_ws if t.i + 1 == n.i else t.text + " " for t, n in pairwise(names)) + names[-1].text


def _proper_runs(tokens: Iterable[Token]) -> list[list[Token]]:
    """Give the runs of capitalised proper nouns that stand next to each other."""
    runs: list[list[Token]] = []
    for token in tokens:
        inside = runs and token.i == runs[-1][-1].i + 1
        if inside and (token.lower_ in PARTICLES or token.text == "-") and _goes_on_as_name(token):
            runs[-1].append(token)
            continue
        if token.pos_ != "PROPN" or not token.text[:1].isupper():
            continue
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _goes_on_as_name(token: Token) -> bool:
    """Tell whether a particle or a hyphen is followed by the rest of a name: "Ahmed *al-* Mismari"."""
    behind = (t for t in token.doc[token.i + 1 : token.i + 3])
    return next((t.pos_ == "PROPN" and t.text[:1].isupper() for t in behind if t.text != "-" and t.lower_ not in PARTICLES), False)


def is_organisation(names: list[Token]) -> bool:
    """Tell whether proper nouns name a body rather than a human being."""
    return any(t.lower_ in BODIES for t in names)


def is_single_person(head: Token) -> bool:
    """Tell whether a noun phrase is about one human being: "a senior officer", "the captain"."""
    return head.lemma_.lower() in ROLES and ROLES[head.lemma_.lower()] != "media" and head.tag_ not in {"NNS", "NNPS"}


def role_of(lemmas: frozenset[str], side: Resolution | None) -> str | None:
    """Give a source's role from its words."""
    roles = {ROLES[w] for w in lemmas if w in ROLES}
    if side is not None and side.party in {MEDIA, WITNESS}:
        return side.party
    return next((r for r in ROLE_ORDER if r in roles), None)


def issuer(paper: Token) -> Token | None:
    """Give whose statement or report it is where other words than "of" tell: "*an IS* statement", "a report published by *the army*"."""
    clause = next((c for c in paper.children if c.dep_ == "acl" and c.lemma_ in ISSUING), None)
    by = next((c for c in clause.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by"), None) if clause is not None else None
    if by is not None:
        return next((c for c in by.children if c.dep_ == "pobj"), None)
    before = [c for c in paper.children if c.i < paper.i and c.dep_ in {"compound", "amod", "nmod"}]
    return next((c for c in before if any(_owns(t) for t in c.subtree)), None)


def _owns(word: Token) -> bool:
    return word.lemma_ in OWNERS or (word.text[:1].isupper() and word.lower_ not in CHANNELS)


def plain(text: str) -> str:
    """Give the words of a source alone: no article in front, no possessive ending, no day, channel or explanation beside them.

    >>> plain("Early Monday, the rebels")
    'rebels'
    >>> plain("The White Helmets, rescue workers who stay in rebel-held areas,")
    'White Helmets'
    >>> plain("ISWAP in a post on Telegram")
    'ISWAP'
    """
    bare = re.sub(r"\s*\([^)]*\)?$", "", " ".join(text.split())).lstrip("(–—- ").rstrip(" ,;")
    bare = re.sub(r",\s+(?:which|who|whose|whom)\b.*$", "", bare)
    bare = WHEN_FIRST.sub("", bare)
    bare = CHANNELLED.sub("", bare)
    bare = EXPLAINED.sub(r"\g<name>", bare)
    for article in ("the ", "The ", "THE "):
        bare = bare.removeprefix(article)
    return bare.removesuffix("'s").removesuffix("’s")
