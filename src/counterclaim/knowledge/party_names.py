"""Names as they stand in a text: the words of a name, and one index that finds all names in one pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_JOINTS = frozenset((" ", "-", "'", "’", "\n", "\u00a0", "–", ".", "‑", "ʼ", "‘", "`", "/", " & "))  # noqa: RUF001 - as printed
_POSSESSIVE = "s"

Item = TypeVar("Item")


class Word(NamedTuple):
    """One word of a text: its comparable form, its offsets, and the characters themselves.

    A tuple, since a text has hundreds and making a tuple takes a third of the time.
    """

    key: str
    start: int
    end: int
    text: str


def words_of(text: str) -> list[Word]:
    """Give the words of a text; `U.S.` is one word, `al-Shabaab` two, `Burundi's` two (the second is `s`)."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        found.append(Word(_key(word), match.start(), match.end(), word))
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    """Tell whether two neighbouring words can belong to one name: a space, hyphen or apostrophe between them."""
    return text[left.end : right.start] in _JOINTS


def is_possessive(text: str, words: list[Word], at: int) -> bool:
    """Tell whether the word at `at` is the `s` of a possessive."""
    return 0 < at < len(words) and words[at].key == _POSSESSIVE and text[words[at].start - 1] in "'’ʼ‘`"  # noqa: RUF001


def plain_key(name: str) -> str:
    """Give a name in comparable form: words only, lower case, no accents, single spaces."""
    return " ".join(word.key for word in words_of(name))


def _key(word: str) -> str:
    if "." in word:
        word = word.replace(".", "")
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.casefold()


_ANY, _CAPITAL, _CAPITALS = 0, 1, 2


def _shape(word: str) -> int:
    if word.islower():
        return _ANY
    letters = word.replace(".", "") if "." in word else word
    if len(letters) > 1 and letters.isupper():
        return _CAPITALS
    return _CAPITAL if letters[:1].isupper() else _ANY


class NameIndex(Generic[Item]):
    """Finds many names in one text at the cost of one look-up a word.

    Capitals count where the name has them: a word that is all capitals in the name (`KDF`) must be so in the text, a
    capitalised word (`Shabaab`) must start with a capital there, and a lower-case word (`resistance`) may be either.
    Made over an index that is `known`, it finds that one's names too.
    """

    __slots__ = ("_known", "_lengths", "_names")

    def __init__(self, known: NameIndex[Item] | None = None) -> None:
        self._known = known
        self._names: dict[tuple[str, ...], dict[tuple[int, ...], list[Item]]] = {}
        self._lengths: dict[str, list[int]] = {}

    def add(self, name: str, item: Item) -> None:
        """Make the index know `name` as `item`, beside whatever else it may mean."""
        words = _WORD.findall(name)
        if not words:
            return
        keys = tuple(map(_key, words))
        items = self._names.setdefault(keys, {}).setdefault(tuple(map(_shape, words)), [])
        if item not in items:
            items.append(item)
        lengths = self._lengths.setdefault(keys[0], [])
        if len(keys) not in lengths:
            lengths.append(len(keys))
            lengths.sort(reverse=True)

    def at(self, text: str, words: list[Word], i: int) -> Iterator[tuple[int, list[Item]]]:
        """Give what the words from `i` on may name, longest first: the index after the last word, and the items."""
        known = self._known.at(text, words, i) if self._known is not None else ()
        yield from (
            sorted([*known, *self._own(text, words, i)], key=lambda hit: -hit[0]) if self._known is not None else self._own(text, words, i)
        )

    def _own(self, text: str, words: list[Word], i: int) -> Iterator[tuple[int, list[Item]]]:
        for length in self._lengths.get(words[i].key, ()):
            span = words[i : i + length]
            forms = self._names.get(tuple([word.key for word in span])) if len(span) == length else None
            if forms is None or not all(joined(text, left, right) for left, right in pairwise(span)):
                continue
            found: list[Item] = []
            for shapes, items in forms.items():
                if all(shaped(word.text, shape) for word, shape in zip(span, shapes, strict=True)):
                    found += [item for item in items if item not in found]
            if found:
                yield i + length, found

    def get(self, name: str) -> list[Item]:
        """Give what a whole name may mean; nothing where some word of it is left over."""
        words = words_of(name)
        if words and is_possessive(name, words, len(words) - 1):
            words.pop()
        if not words:
            return []
        return next((items for end, items in self.at(name, words, 0) if end == len(words)), [])


def shaped(word: str, shape: int) -> bool:
    """Tell whether a word of a text has the capitals that a word of a name asks for."""
    if shape == _ANY:
        return True
    return word.replace(".", "").isupper() if shape == _CAPITALS else word[:1].isupper()
