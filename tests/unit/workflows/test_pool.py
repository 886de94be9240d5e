import operator
import os
from collections.abc import Iterator
from functools import partial

import pytest

from counterclaim.claims.errors import CounterclaimError
from counterclaim.workflows.pool import AHEAD, run_in_order

# Other processes must be able to import what they build, so it is made of the standard library.
make_measurer = partial(operator.methodcaller, "bit_length")
make_suicide = partial(partial, os._exit)


def test_answers_come_in_order_with_no_more_tasks_taken_than_are_under_way() -> None:
    taken = 0

    def tasks() -> Iterator[tuple[str, int]]:
        nonlocal taken
        for number in range(20):
            taken += 1
            yield f"task {number}", number

    most = 0
    for nth, (context, answer) in enumerate(run_in_order(make_measurer, tasks(), 2)):
        assert (context, answer) == (f"task {nth}", nth.bit_length())
        most = max(most, taken - nth)

    assert nth == 19
    assert most <= 2 * (1 + AHEAD) + 1


def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(CounterclaimError, match="ended early"):
        list(run_in_order(make_suicide, [(None, 1)], 1))
