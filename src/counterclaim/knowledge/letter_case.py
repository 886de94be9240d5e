"""Small and capital letters for texts that have capitals only, as telex, bulletins and old wires do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from counterclaim.knowledge.party_table import read_tables

FEWEST_LETTERS: Final = 40  # a heading or an acronym is no text in capitals
SHARE_SMALL: Final = 0.02  # a stray "(as heard)" does not make a text one with both cases
WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
OPENS = re.compile(r"(?:(?<!\b[A-Z])[.!?][\"\u201d)\]]*|[:\u2022*]|-- \[[A-Z ]+\]|\[|\n[^\S\n]*\n(?:\s*\[[^\]]*\])?)[\s\"'\u201c(\[]*$")
ALONE_IN_BRACKETS = re.compile(r"[(\[]([A-Z]{2,6})[)\]]")
DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
DAY_BESIDE = re.compile(r"\d\s+(?:MAY|MARCH)|(?:MAY|MARCH)\s+\d")
ROMAN = re.compile(r"[IVX]{2,}$")
VOWELS: Final = frozenset("aeiouy")
LONGEST_NAME: Final = 6  # words
LINKS: Final = frozenset(["of", "the", "and", "for", "in", "de", "la", "y", "del"])
SHORTEST_STEM: Final = 6  # letters of a word that its ending may tell to be an everyday one
ALWAYS_CAPITALS: Final = frozenset({"i"})
LONG_WORD, FEWEST_WORDS, SHARE_CAPITAL = 4, 4, 0.9  # letters; words of a heading that have as many, and how many of these have a capital
NEAR: Final = 40  # characters that are looked at for the end of a sentence
PRONOUNS: Final = frozenset({"us", "it"})
MONTHS_OR_VERBS: Final = frozenset({"may", "march"})


def is_capitals(text: str) -> bool:
    """Tell whether a text has next to no small letters.

    >>> is_capitals("REBELS ATTACKED THE GARRISON AT DAWN, THE ARMY SAID IN A STATEMENT."), is_capitals("NATO said so.")
    (True, False)
    """
    letters = sum(map(str.isalpha, text))
    return letters >= FEWEST_LETTERS and sum(map(str.islower, text)) <= letters * SHARE_SMALL


def is_title_case(text: str) -> bool:
    """Tell whether a heading gives nearly every word a capital, and is not in capitals altogether.

    >>> is_title_case("Nine Guerrillas Killed in Clash Near Border"), is_title_case("Nine guerrillas killed near Goma")
    (True, False)
    """
    long = [m.group() for m in WORD.finditer(text) if len(m.group()) >= LONG_WORD]
    capital = [w for w in long if w[:1].isupper()]
    return len(long) >= FEWEST_WORDS and len(capital) >= SHARE_CAPITAL * len(long) and not is_capitals(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCase:
    """How words are written inside sentences: a table that `scripts/train_letter_case.py` counts.

    `small` are everyday words; `capitals` acronyms; `endings` those of everyday words; `beside` holds pairs of neighbours
    and which of the two (1 or 2) is written against its habit there: the "front" of "liberation front". `names` are those of states,
    capitals and parties that have several words.
    """

    small: frozenset[str]
    capitals: frozenset[str]
    endings: frozenset[str]
    beside: frozenset[tuple[str, str, str]]
    names: frozenset[tuple[str, ...]] = frozenset()

    def restored(self, text: str, acronyms: Collection[str] = ()) -> str:
        """Give a text in capitals as it would be written in small letters; every character stays in its place.

        Words that stand nowhere in the table are taken for names. `acronyms` stay in capitals, and so does what a text
        puts alone in brackets behind a name: "NATIONAL LIBERATION ARMY (ELN)".
        """
        kept = frozenset(a.lower() for a in (*acronyms, *ALONE_IN_BRACKETS.findall(text))) - self.small
        found = list(WORD.finditer(text))
        named = self._named([m.group().lower() for m in found])
        dotted = [m.span() for m in DOTTED.finditer(text)]
        out = list(text)
        for nth, match in enumerate(found):
            if any(a <= match.start() < b for a, b in dotted):
                continue
            before = found[nth - 1].group().lower() if nth else ""
            behind = found[nth + 1].group().lower() if nth + 1 < len(found) else ""
            dated = match.group().lower() in MONTHS_OR_VERBS and bool(DAY_BESIDE.search(text, max(0, match.start() - 4), match.end() + 4))
            opens = dated or nth in named or _opens(text, match.start())
            out[match.start() : match.end()] = self._written(match.group(), before, behind, kept, opens=opens)
        return "".join(out)

    def untitled(self, text: str) -> str:
        """Give a heading in which every word has a capital as a sentence writes it; every character stays in its place.

        What is an everyday word, opens nothing and is no part of a known name loses its capital.
        """
        found = list(WORD.finditer(text))
        named = self._named([m.group().lower() for m in found])
        out = list(text)
        for nth, match in enumerate(found[1:], start=1):
            word, low = match.group(), match.group().lower()
            before, behind = found[nth - 1].group().lower(), found[nth + 1].group().lower() if nth + 1 < len(found) else ""
            everyday = word == word.capitalize() and nth not in named and not _opens(text, match.start())
            if everyday and len(low) == len(word) and self._is_small(low, before, behind):
                out[match.start() : match.end()] = low
        return "".join(out)

    def _named(self, words: Sequence[str]) -> set[int]:
        """Give the places of words that are part of a name of several words."""
        out: set[int] = set()
        for first in range(len(words)):
            for size in range(2, min(LONGEST_NAME, len(words) - first) + 1):
                if tuple(words[first : first + size]) in self.names:
                    out |= {n for n in range(first, first + size) if words[n] not in LINKS}
        return out

    def _written(self, word: str, before: str, behind: str, kept: Collection[str], *, opens: bool) -> str:
        low = word.lower()
        if low in ALWAYS_CAPITALS or low in kept or self._is_acronym(low) or len(low) != len(word):
            return word
        return low if self._is_small(low, before, behind) and not opens else low[0].upper() + low[1:]

    def _is_acronym(self, low: str) -> bool:
        unspoken = len(low) > 1 and VOWELS.isdisjoint(low) and low not in self.small
        return (low in self.capitals and low not in self.small) or unspoken or bool(ROMAN.match(low.upper()))

    def _is_small(self, low: str, before: str, behind: str) -> bool:
        stem = low.partition("'")[0]
        habit = low in self.small or stem in self.small or (len(low) >= SHORTEST_STEM and not self.endings.isdisjoint({low[-3:], low[-4:]}))
        breach = (before, low, "2") in self.beside or (low, behind, "1") in self.beside
        return habit is not breach


def _opens(text: str, at: int) -> bool:
    """Tell whether a word opens a sentence."""
    before = text[max(0, at - NEAR) : at]
    return not text[:at].strip(" \t\n\"'\u201c([") if at <= NEAR and not OPENS.search(before) else OPENS.search(before) is not None


@cache
def letter_case() -> LetterCase:
    """Give the table that comes with the package."""
    kinds: dict[str, set[tuple[str, ...]]] = {"small": set(), "capitals": set(), "ending": set(), "beside": set()}
    for kind, *values in _rows():
        kinds[kind].add(tuple(values))
    names = list(_names())
    return LetterCase(
        small=frozenset(word for (word,) in kinds["small"]),
        capitals=frozenset(word for (word,) in kinds["capitals"])
        | {name.lower() for name in names if name.isupper() and name.isalpha()} - PRONOUNS,
        endings=frozenset(word for (word,) in kinds["ending"]),
        beside=frozenset((first, second, which) for first, second, which in kinds["beside"]),
        names=frozenset(words for name in names if len(words := tuple(w.lower() for w in WORD.findall(name))) > 1),
    )


def _names() -> Iterator[str]:
    """Give the names of states, capitals and parties."""
    tables = read_tables()
    yield from (name for state in tables.states for name in (state.name, *state.aliases, *state.capitals))
    yield from (name for record in tables.parties.values() for name in (record.name, *record.aliases))


def _rows() -> Iterator[list[str]]:
    text = (files("counterclaim") / "data" / "letter_case.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines())
