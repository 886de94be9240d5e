from counterclaim.cli.recipes import ASKING, READERS
from counterclaim.cli.spending import lines_of
from counterclaim.endpoint import Spent
from counterclaim.extraction import identity


def test_questions_time_and_cost_stand_on_a_line_and_what_was_left_out_on_another() -> None:
    spent = Spent(
        asked=12,
        kept=1,
        failed=2,
        repeated=3,
        tokens_in=40_000,
        tokens_out=1_200,
        cost=0.02,
        seconds=73.04,
        dropped={("counts", "no number"): 1, ("place", "not in the text"): 4},
    )

    assert list(lines_of(spent)) == [
        (
            "language model: 12 questions asked, 1 answer known from before, 3 repetitions, 2 without a usable answer,"
            " 41,200 tokens, cost 0.0200, 73.0 s of waiting"
        ),
        "left out of its answers: counts no number 1, place not in the text 4",
    ]


def test_what_did_not_happen_is_not_told() -> None:
    assert list(lines_of(Spent())) == [
        "language model: 0 questions asked, 0 answers known from before, 0 tokens, cost 0.0000, 0.0 s of waiting"
    ]


def test_the_command_line_offers_the_readers_that_there_are() -> None:
    assert (READERS, ASKING) == (identity.READERS, identity.ASKING)
