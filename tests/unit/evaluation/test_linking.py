import json
from pathlib import Path

import pytest

from counterclaim.evaluation.bootstrap import Hits
from counterclaim.evaluation.linking import PAIRS, held_back, pair_hits, score_linking


def test_an_article_that_is_in_no_group_is_a_miss() -> None:
    assert list(pair_hits({"a": "1", "b": "1", "c": "1"}, {"a": "x", "b": "x"})) == [Hits(right=2, gold=6, predicted=2)]


def test_only_the_half_that_is_held_back_is_scored(tmp_path: Path) -> None:
    names = [str(number) for number in range(40)]
    rows = [{"doc": f"{name}-{nth}", "incident": name, "text": "…"} for name in names for nth in (1, 2)]
    gold = tmp_path / "articles.jsonl"
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    asked: list[str] = []

    def group_articles(articles: object) -> dict[str, str]:
        asked.extend(articles)  # type: ignore[call-overload]
        return {article: article.split("-")[0] for article in asked}

    (score,) = score_linking(gold, group_articles)

    assert {name.split("-")[0] for name in asked} == {name for name in names if held_back(name)}
    assert 10 < len(asked) // 2 < 30
    assert (score.name, score.precision, score.recall) == (PAIRS, 1, 1)
    assert score.n_gold == len(asked) == pytest.approx(score.n_predicted)
