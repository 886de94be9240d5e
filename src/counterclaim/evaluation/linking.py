"""Which articles are about one incident, against GVA-shaped gold: pairs of articles, as SemEval-2018 task 5 counts documents."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from counterclaim.evaluation.bootstrap import SAMPLES, Hits, Score, score_tallies
from counterclaim.evaluation.gold import read_rows

PAIRS: Final = "pairs of articles on one incident"

GroupArticles = Callable[[Collection[str]], Mapping[str, str]]


def held_back(incident: str) -> bool:
    """Tell whether an incident belongs to the half that nothing may be trained on: by a hash of its id.

    >>> [held_back(name) for name in ("103698", "104218", "104902")]
    [True, True, False]
    """
    return hashlib.sha256(incident.encode()).digest()[-1] % 2 == 1


def score_linking(articles: Path, group_articles: GroupArticles, *, seed: int = 0, samples: int = SAMPLES) -> list[Score]:
    """Give how well articles on one incident are found, in the half that is held back, with an interval over incidents.

    `group_articles` is given the ids of the articles, and gives the group of each that it puts in one. A pair is right
    where both are on one incident; each counts once for either article.
    """
    truth = {row["doc"]: row["incident"] for row in read_rows(articles) if held_back(row["incident"])}
    found = group_articles(truth.keys())
    return score_tallies(({PAIRS: hits} for hits in pair_hits(truth, found)), seed=seed, samples=samples)


def pair_hits(truth: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Hits]:
    """Give the hits of each incident: the partners of its articles that are right, that it has, and that were found.

    >>> list(pair_hits({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "x"}))
    [Hits(right=2, gold=2, predicted=4), Hits(right=0, gold=0, predicted=2)]
    """
    members: dict[str, list[str]] = defaultdict(list)
    for article, incident in truth.items():
        members[incident].append(article)
    sizes = Counter(found[article] for article in truth if article in found)
    for articles in members.values():
        groups = Counter(found[article] for article in articles if article in found)
        yield Hits(
            right=sum(number * (number - 1) for number in groups.values()),
            gold=len(articles) * (len(articles) - 1),
            predicted=sum(number * (sizes[group] - 1) for group, number in groups.items()),
        )
