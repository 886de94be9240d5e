"""Names as they stand in a text: the words of a name, and one index that finds all names in one pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_JOINTS = frozenset((" ", "-", "'", "’", "\n", "\u00a0", "–", ".", "‑", "ʼ", "‘", "`", "/"))  # noqa: RUF001 - as printed
_POSSESSIVE = "s"

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a text: its comparable form, its offsets, and the characters themselves."""

    key: str
    start: int
    end: int
    text: str


def words_of(text: str) -> list[Word]:
    """Give the words of a text; `U.S.` is one word, `al-Shabaab` two, `Burundi's` two (the second is `s`)."""
    return [Word(key=_key(m.group()), start=m.start(), end=m.end(), text=m.group()) for m in _WORD.finditer(text)]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry(Generic[Item]):
    keys: tuple[str, ...]
    shapes: tuple[int, ...]
    items: list[Item]


_ANY, _CAPITAL, _CAPITALS = 0, 1, 2


def _shape(word: str) -> int:
    letters = word.replace(".", "")
    if len(letters) > 1 and letters.isupper():
        return _CAPITALS
    return _CAPITAL if letters[:1].isupper() else _ANY


class NameIndex(Generic[Item]):
    """Finds many names in one text at the cost of one look-up a word.

    Capitals count where the name has them: a word that is all capitals in the name (`KDF`) must be so in the text, a
    capitalised word (`Shabaab`) must start with a capital there, and a lower-case word (`resistance`) may be either.
    """

    __slots__ = ("_entries",)

    def __init__(self) -> None:
        self._entries: dict[str, list[_Entry[Item]]] = {}

    def add(self, name: str, item: Item) -> None:
        """Make the index know `name` as `item`, beside whatever else it may mean."""
        words = _WORD.findall(name)
        if not words:
            return
        keys = tuple(_key(w) for w in words)
        shapes = tuple(_shape(w) for w in words)
        entries = self._entries.setdefault(keys[0], [])
        for entry in entries:
            if entry.keys == keys and entry.shapes == shapes:
                if item not in entry.items:
                    entry.items.append(item)
                return
        entries.append(_Entry(keys=keys, shapes=shapes, items=[item]))
        entries.sort(key=lambda e: -len(e.keys))

    def at(self, text: str, words: list[Word], i: int) -> Iterator[tuple[int, list[Item]]]:
        """Give what the words from `i` on may name, longest first: the index after the last word, and the items."""
        entries = self._entries.get(words[i].key)
        if entries is None:
            return
        size, found = 0, list[Item]()
        for entry in entries:
            if not _fits(entry, text, words, i):
                continue
            if len(entry.keys) != size and found:
                yield i + size, found
                found = []
            size = len(entry.keys)
            found = found + [item for item in entry.items if item not in found]
        if found:
            yield i + size, found

    def get(self, name: str) -> list[Item]:
        """Give what a whole name may mean; nothing where some word of it is left over."""
        words = words_of(name)
        if words and is_possessive(name, words, len(words) - 1):
            words.pop()
        if not words:
            return []
        return next((items for end, items in self.at(name, words, 0) if end == len(words)), [])


def _fits(entry: _Entry[Item], text: str, words: list[Word], i: int) -> bool:
    if i + len(entry.keys) > len(words):
        return False
    for k, (key, shape) in enumerate(zip(entry.keys, entry.shapes, strict=True)):
        word = words[i + k]
        if word.key != key or (shape and not _shaped(word.text, shape)):
            return False
        if k and not joined(text, words[i + k - 1], word):
            return False
    return True


def _shaped(word: str, shape: int) -> bool:
    return word.replace(".", "").isupper() if shape == _CAPITALS else word[:1].isupper()
