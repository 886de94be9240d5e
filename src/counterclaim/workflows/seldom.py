"""How often Python looks for objects that hold each other: seldom where millions are made that never do."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_THRESHOLDS: Final = (200_000, 50, 50)


def collect_seldom() -> None:
    """Make this process look seldom from now on."""
    gc.set_threshold(*_THRESHOLDS)
    gc.freeze()


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Look seldom inside, and as before afterwards."""
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
