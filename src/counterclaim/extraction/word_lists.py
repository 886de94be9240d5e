"""Lists of words, written as text: easier to read and to extend than a row of quoted strings."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """Give the words of one or more lines.

    >>> sorted(words("say tell", "state"))
    ['say', 'state', 'tell']
    """
    return frozenset(word for line in lines for word in line.split())
