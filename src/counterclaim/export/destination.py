"""Where an export goes: a file or a folder that is there whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from counterclaim.claims.errors import Unwritable


def refuse_existing(path: Path, *, force: bool) -> None:
    """Stop before any work where something of that name is there and may not be replaced.

    Raises:
        Unwritable: It is there, or is a device and no file, or its folder is not there.
    """
    if not path.parent.is_dir():
        raise Unwritable(str(path), "its folder is not there", f"make {path.parent}")
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise Unwritable(str(path), "is no file", "name a file, or - for standard output")
    if path.exists() and not force:
        raise Unwritable(str(path), "is there already", "name another, or replace it with --force")


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes become the file when all are written; after an error there is what was there before.

    Raises:
        Unwritable: The folder does not take it: no room, no right.
    """
    with _told(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        made = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
            made.chmod(0o666 & ~_umask())
            made.replace(path)
        finally:
            made.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give a folder that takes the name when all is written in it; an older one of that name makes room at the very end.

    Raises:
        Unwritable: The folder above does not take it, or a file has the name.
    """
    if path.exists() and not path.is_dir():
        raise Unwritable(str(path), "is a file, and the tables need a folder", "name a folder")
    with _told(path):
        made = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        old = made.with_name(f"{made.name}.old")
        try:
            yield made
            made.chmod(0o777 & ~_umask())
            if path.exists():
                path.rename(old)
            made.rename(path)
        finally:
            if not path.exists() and old.exists():
                old.rename(path)
            for left in (made, old):
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unwritable(str(path), reason, "make room or name another folder; nothing was replaced") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
