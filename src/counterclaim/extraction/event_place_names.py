"""The names in a sentence that could be places of its events: runs of proper nouns, with what the gazetteer has of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from counterclaim.extraction.word_lists import words

HYPHENS = frozenset("-\u2011")
PARTICLES = words("al el e i de ul")
DIRECTIONS = words(
    "north south east west northern southern eastern western central northeast northwest southeast southwest",
    "northeastern northwestern southeastern southwestern",
)
DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september",
    "october november december",
)
WITHIN = words("compound nmod amod npadvmod poss")
FAR = 3  # nouns from a name to the one whose name it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the gazetteer has of a name: the level of its chief reading, how much that is talked about, and how many readings."""

    level: str
    size: float
    readings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A run of proper nouns in a sentence, the token that heads it, and the noun whose name it is."""

    tokens: tuple[Token, ...]
    head: Token
    outer: Token
    known: Known | None

    @property
    def span(self) -> tuple[int, int]:
        """Give its characters."""
        return self.tokens[0].idx, self.tokens[-1].idx + len(self.tokens[-1])


def candidates(tokens: Sequence[Token], known: Callable[[str], Known | None]) -> list[Candidate]:
    """Give the runs of proper nouns in a sentence, joined by hyphens and particles, without days and bare directions."""
    found = []
    for run in _runs(tokens):
        head = _head(run)
        name = run[0].doc.text[run[0].idx : run[-1].idx + len(run[-1])]
        found.append(Candidate(tokens=tuple(run), head=head, outer=_outer(head), known=known(name)))
    return found


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    runs: list[list[Token]] = [[]]
    for token in tokens:
        before = runs[-1][-1] if runs[-1] and runs[-1][-1].i + 1 == token.i else None
        if before is None or not (_is_proper(token) or _is_glued(token, before)):
            runs.append([])
        if _is_proper(token) or runs[-1]:
            runs[-1].append(token)
    for run in runs:
        while run and (run[-1].text in HYPHENS or run[-1].lower_ in PARTICLES):
            run.pop()
        while len(run) > 1 and run[0].lower_ in DIRECTIONS and run[0].text[0].islower():
            run.pop(0)
        if run and not (len(run) == 1 and run[0].lower_ in DIRECTIONS):
            yield run


def _is_proper(token: Token) -> bool:
    named = token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[:1].isupper())
    return named and token.text[:1].isalnum() and token.lower_ not in DAYS


def _is_glued(token: Token, before: Token) -> bool:
    return token.text in HYPHENS or token.lower_ in PARTICLES or (before.text in HYPHENS and not before.whitespace_)


def _head(run: Sequence[Token]) -> Token:
    inside = {t.i for t in run}
    return next((t for t in reversed(run) if t.head.i not in inside or t.head.i == t.i), run[-1])


def _outer(head: Token) -> Token:
    for _ in range(FAR):
        if head.dep_ not in WITHIN or head.head.pos_ not in {"NOUN", "PROPN"}:
            break
        head = head.head
    return head
