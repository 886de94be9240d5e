import json

from counterclaim.evaluation.bootstrap import Score
from counterclaim.evaluation.comparison import ReaderScores, comparison_json, comparison_table


def score(name: str, f1: float) -> Score:
    return Score(name=name, precision=0.5, recall=0.25, f1=f1, n_gold=8, n_predicted=4, low=0.1, high=0.6)


RULES = ReaderScores(reader="rules", scores=(score("claims found", 0.333), score("figures", 0.4)), seconds=1.25)
MODEL = ReaderScores(
    reader="llm", scores=(score("claims found", 0.5), score("figures", 0.6)), seconds=40, questions=9, failed=1, tokens=12_000, cost=0.5
)


def test_each_measure_has_a_row_for_each_reader_and_each_reader_one_for_what_it_took() -> None:
    assert comparison_table([RULES, MODEL]).splitlines() == [
        "measure       reader      P      R     F1  95% of draws  gold",
        "claims found  rules   0.500  0.250  0.333     0.10–0.60     8",
        "              llm     0.500  0.250  0.500     0.10–0.60     8",
        "figures       rules   0.500  0.250  0.400     0.10–0.60     8",
        "              llm     0.500  0.250  0.600     0.10–0.60     8",
        "",
        "reader  seconds  questions  failed  tokens    cost",
        "rules       1.2          0       0       0  0.0000",
        "llm        40.0          9       1  12,000  0.5000",
    ]


def test_programs_get_all_of_it() -> None:
    told = json.loads(comparison_json([RULES, MODEL]))

    assert [one["reader"] for one in told] == ["rules", "llm"]
    assert told[1]["scores"][1]["f1"] == 0.6
