"""Places of one's own: each file that is added becomes one small gazetteer in a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedPlaces:
    """What became of a file of places: where it is kept, how many there are, and what was wrong in which line."""

    kept_in: Path
    places: int
    skipped: int
    errors: tuple[str, ...]


def own_gazetteers(folder: Path | None) -> tuple[Path, ...]:
    """Give the gazetteers in a folder, by name; none where there is no folder."""
    return tuple(sorted(folder.glob("*.sqlite"))) if folder and folder.is_dir() else ()


def add_places(source: Path, folder: Path) -> AddedPlaces:
    """Make a gazetteer of a GeoNames country dump or a CSV file; one made of a file of the same name is replaced.

    Args:
        source: The file.
        folder: Where gazetteers of one's own are kept; made where it is missing.

    Raises:
        UnreadableInput: The file is neither.
    """
    from counterclaim.knowledge.gazetteer_files import read_places
    from counterclaim.knowledge.gazetteer_store import write

    found = read_places(source)
    target = folder / f"{source.stem}.sqlite"
    if found.places:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f".{source.stem}.{os.getpid()}.part"
        fresh.unlink(missing_ok=True)
        write(fresh, found.places, {"source": source.name})
        fresh.replace(target)
    return AddedPlaces(kept_in=target, places=len(found.places), skipped=found.skipped, errors=tuple(found.errors))
