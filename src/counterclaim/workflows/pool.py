"""Work shared among processes, its results in the order of the work, with no more of it in memory than is under way."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from typing import Any, Final, TypeVar

from counterclaim.claims.errors import CounterclaimError

Context = TypeVar("Context")
Task = TypeVar("Task")
Answer = TypeVar("Answer")
Build = Callable[[], Callable[[Task], Answer]]

AHEAD: Final = 2
"""Tasks that wait for each process beside the one that it works on."""

_worker: Callable[[Any], Any]


def run_in_order(
    build: Build[Task, Answer], tasks: Iterable[tuple[Context, Task]], jobs: int, *, way_out: str = "try again with --jobs 1"
) -> Iterator[tuple[Context, Answer]]:
    """Give each task's context and answer, in order. Each process calls `build` once, for a function that does the work.

    Raises:
        CounterclaimError: A process was ended from outside, by a lack of memory for instance. Answers given before hold.
    """
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(build,))
    under_way: deque[tuple[Context, Future[Answer]]] = deque()
    try:
        for context, task in tasks:
            under_way.append((context, pool.submit(_answer, task)))
            if len(under_way) >= jobs * (1 + AHEAD):
                yield _first(under_way)
        while under_way:
            yield _first(under_way)
    except BrokenProcessPool as error:
        raise CounterclaimError(f"a process ended early, perhaps for lack of memory; {way_out}") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _first(under_way: deque[tuple[Context, Future[Answer]]]) -> tuple[Context, Answer]:
    context, future = under_way.popleft()
    return context, future.result()


def _start(build: Build[Any, Any]) -> None:
    """Make a process ready: the parent alone hears the interrupt key, and its end is this process' end."""
    global _worker  # noqa: PLW0603 (a process pool has no other place for what each process builds once)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = build()


def _end_with_parent() -> None:
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)


def _answer(task: Any) -> Any:
    return _worker(task)
