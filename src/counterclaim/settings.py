"""What a person sets once: from `counterclaim.toml` and from COUNTERCLAIM_* in the environment."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from counterclaim.claims.errors import UnreadableInput

FILE: Final = "counterclaim.toml"
PREFIX: Final = "COUNTERCLAIM_"
CONFIG: Final = f"{PREFIX}CONFIG"

ReaderName = Literal["trained", "rules"]


def own_places(environment: Mapping[str, str]) -> Path:
    """Give the file of places of one's own: in XDG_DATA_HOME, `~/.local/share` by default."""
    base = environment.get("XDG_DATA_HOME") or Path(environment.get("HOME") or Path.home(), ".local", "share")
    return Path(base, "counterclaim", "places.sqlite")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, each with its default.

    Attributes:
        reader: `trained` (tagger and syntax) or `rules` (syntax alone: faster, finds less).
        jobs: How many processes read at once.
        min_confidence: Claims with less are not shown; 0 shows all. Below the default, claims are rare and about as often wrong as right.
        places: The file of places of one's own, in which `counterclaim gazetteer add` keeps them.
        parties: Tables of parties of one's own, beside the built-in ones.
        color: False turns colour off; so do NO_COLOR and --no-color.
    """

    reader: ReaderName = "trained"
    jobs: int = 1
    min_confidence: float = 0.4
    places: Path = field(default_factory=lambda: own_places(os.environ))
    parties: tuple[Path, ...] = ()
    color: bool = True

    def __post_init__(self) -> None:
        if self.jobs < 1:
            raise ValueError("jobs: at least 1 process reads")
        if not 0 <= self.min_confidence <= 1:
            raise ValueError("min_confidence: from 0 to 1")


NAMES: Final = tuple(field.name for field in fields(Settings))


def load(environment: Mapping[str, str], folder: Path) -> Settings:
    """Give the settings: the environment's over those of the file, over the defaults.

    The file is the one that COUNTERCLAIM_CONFIG names, or `counterclaim.toml` in `folder` where there is one. Paths in
    it are relative to it. Lists in the environment are separated as PATH is.

    Raises:
        UnreadableInput: The file or a value is not to be used; it says which, and what may stand there.
    """
    path = Path(environment[CONFIG]) if environment.get(CONFIG) else folder / FILE
    told = from_file(path) if environment.get(CONFIG) or path.is_file() else {}
    told |= from_environment(environment)
    defaults = {"places": own_places(environment)}
    return checked(defaults | {name: value for name, (value, _) in told.items()}, {name: origin for name, (_, origin) in told.items()})


def from_file(path: Path) -> dict[str, tuple[Any, str]]:
    """Give the values of a TOML file, each with the file's name."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableInput(
            str(path), error.strerror or "cannot be read", way_out=f"check {CONFIG} and the file's permissions"
        ) from error
    except ValueError as error:
        raise UnreadableInput(str(path), f"is not TOML ({error})", way_out="see docs/settings.md for an example") from error
    for name in values.keys() - set(NAMES):
        raise UnreadableInput(str(path), "there is no such setting", place=name, way_out=f"settings are {', '.join(NAMES)}")
    for name in ("places", "parties"):
        if name in values:
            values[name] = relative_to(path.parent, values[name])
    return {name: (value, str(path)) for name, value in values.items()}


def relative_to(folder: Path, value: Any) -> Any:
    """Give a path, or a list of them, as seen from a folder; what is neither stays, and is refused later."""
    if isinstance(value, str):
        return folder / Path(value).expanduser()
    return [relative_to(folder, one) for one in value] if isinstance(value, list) else value


def from_environment(environment: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    """Give the values of COUNTERCLAIM_*, each with its variable's name; an empty one counts as not set."""
    found: dict[str, tuple[Any, str]] = {}
    for name in NAMES:
        variable = PREFIX + name.upper()
        if value := environment.get(variable):
            found[name] = ([part for part in value.split(os.pathsep) if part] if name == "parties" else value), variable
    return found


def checked(values: Mapping[str, Any], origins: Mapping[str, str]) -> Settings:
    """Give the settings made of these values; the first that will not do is refused under the name of where it was set."""
    try:
        return msgspec.convert(values, Settings, strict=False, dec_hook=as_path)
    except msgspec.ValidationError as error:
        name = next((name for name in NAMES if name in str(error)), "")
        reason = str(error).partition(" - at ")[0].removeprefix(f"{name}: ")
        origin = origins.get(name, "settings")
        place = None if origin.startswith(PREFIX) else name
        raise UnreadableInput(origin, reason, place=place, way_out="see docs/settings.md") from error


def as_path(_kind: type, value: Any) -> Path:
    """Give a path for its words, as msgspec asks."""
    if not isinstance(value, str | Path):
        raise TypeError("Expected a path")
    return Path(value)
