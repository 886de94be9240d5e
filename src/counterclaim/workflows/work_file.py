"""The work file of linking beside a ledger: what was compared once is not compared again. It can be deleted at any time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger, Linking
    from counterclaim.linkage import Linker

ENDING: Final = ".linking"


@contextmanager
def work_file(ledger: Ledger, last: Linking | None) -> Iterator[tuple[Linker, bool]]:
    """Give a linker, and whether it knows all that was linked last.

    A mark beside the work file says which linking it belongs to. The mark is there only after a linking that went well:
    whatever was stopped begins with an empty work file.

    Raises:
        LedgerError: Another process uses the work file.
    """
    from counterclaim.linkage import Linker

    path = ledger.path.with_name(ledger.path.name + ENDING)
    mark = path.with_name(f"{path.name}.mark")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        with Linker() as linker:
            yield linker, False
        return
    filled = last is not None and path.is_file() and mark.is_file() and mark.read_text(encoding="utf-8") == _mark(last)
    if not filled:
        with Linker(path):  # fails where another process uses it: only what nobody uses is deleted
            pass
        _discard(path)
    with Linker(path) as linker:
        mark.unlink(missing_ok=True)
        yield linker, filled
    newest = ledger.last_linking()
    if newest is not None:
        mark.write_text(_mark(newest), encoding="utf-8")


def _mark(linking: Linking) -> str:
    return f"{linking.nth} {linking.version} {linking.facts}"


def _discard(path: Path) -> None:
    for ending in ("", ".wal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
