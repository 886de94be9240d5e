"""Make `src/counterclaim/data/letter_case.tsv`: how words are written inside sentences, counted in texts that have both cases.

    python scripts/train_letter_case.py TEXTS.jsonl... > src/counterclaim/data/letter_case.tsv

Each row of a file of texts has a `text`. Words that open a sentence, a title or a quotation do not count, nor do lines in capitals.
The table holds three kinds of rows: words that are written small; endings by which a word that was never seen is small; and words
beside which a word is written against its habit. Nothing in it is a sentence, and names stand in it only beside such a word.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
OPENS = re.compile(r"(?:^|[.!?:;\u2022\u201c\"\u2018(\[\n*]|--|\u2014)[\s'\"\u201c\u2018]*$")
PRONOUNS = frozenset({"us", "it", "he", "me", "who"})  # beside the acronyms that look like them
LEAST_SEEN, LEAST_BESIDE, LEAST_ENDING = 2, 4, 40
HABIT, BREACH = 0.5, 0.75

Seen = tuple[str, str, str]  # the word before, the word as written, the word behind


def main(paths: list[Path]) -> None:
    """Count the words of some files and print the table."""
    small: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    beside: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for before, word, behind in (one for path in paths for text in texts(path) for one in words(text)):
        low, is_small = word.lower(), word.islower()
        seen[low] += 1
        small[low] += is_small
        capitals[low] += word.isupper() and len(word) > 1
        beside[f"{before} ", low][is_small] += 1
        beside[low, f" {behind}"][is_small] += 1
    for row in sorted(rows(seen, small, capitals, beside)):
        print("\t".join(row))


def texts(path: Path) -> Iterator[str]:
    """Give the lines of a file's texts that are not all capitals or all titles."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for paragraph in str(json.loads(line).get("text") or "").splitlines():
                if sum(c.islower() for c in paragraph) > len(paragraph) / 2:
                    yield paragraph


def words(text: str) -> Iterator[Seen]:
    """Give the words that do not open anything, with their neighbours in small letters."""
    found = list(WORD.finditer(text))
    for nth, match in enumerate(found):
        if OPENS.search(text, 0, match.start()):
            continue
        before = found[nth - 1].group().lower() if nth else ""
        behind = found[nth + 1].group().lower() if nth + 1 < len(found) else ""
        yield before, match.group(), behind


def rows(
    seen: Counter[str], small: Counter[str], capitals: Counter[str], beside: dict[tuple[str, str], Counter[bool]]
) -> Iterator[tuple[str, ...]]:
    """Give the rows of the table."""
    habit = {word: small[word] / count > HABIT for word, count in seen.items() if count >= LEAST_SEEN}
    yield from (("small", word) for word, is_small in habit.items() if is_small)
    yield from (("capitals", word) for word, n in capitals.items() if n >= LEAST_SEEN and n > seen[word] / 2 and word not in PRONOUNS)
    endings: dict[str, Counter[bool]] = defaultdict(Counter)
    for word, count in seen.items():
        if count <= LEAST_SEEN and len(word) > 5:  # noqa: PLR2004 (a stem and an ending)
            for size in (3, 4):
                endings[word[-size:]][small[word] / count > HABIT] += 1
    yield from (("ending", ending) for ending, n in endings.items() if n.total() >= LEAST_ENDING and n[True] / n.total() > BREACH)
    for (first, second), n in beside.items():
        word = second if first.endswith(" ") else first
        usual = habit.get(word, False)
        against = n[not usual]
        if against >= LEAST_BESIDE and against / n.total() > BREACH and small[word]:
            yield ("beside", first.strip(), second.strip(), "2" if first.endswith(" ") else "1")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
