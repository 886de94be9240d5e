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

ReaderName = Literal["trained", "rules", "llm", "both"]


def own_places(environment: Mapping[str, str]) -> Path:
    """Give the file of places of one's own: in XDG_DATA_HOME, `~/.local/share` by default."""
    base = environment.get("XDG_DATA_HOME") or Path(environment.get("HOME") or Path.home(), ".local", "share")
    return Path(base, "counterclaim", "places.sqlite")


def kept_answers(environment: Mapping[str, str]) -> Path:
    """Give the file of a language model's answers: in XDG_CACHE_HOME, `~/.cache` by default."""
    base = environment.get("XDG_CACHE_HOME") or Path(environment.get("HOME") or Path.home(), ".cache")
    return Path(base, "counterclaim", "answers.sqlite")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, each with its default.

    Attributes:
        reader: `trained` (tagger and syntax), `rules` (syntax alone: faster, finds less), `llm` (a language model points at
            the words), `both` (`trained` and `llm`).
        jobs: How many processes read at once.
        min_confidence: Claims with less are not shown; 0 shows all. Below the default, claims are rare and about as often wrong as right.
        places: The file of places of one's own, in which `counterclaim gazetteer add` keeps them.
        parties: Tables of parties of one's own, beside the built-in ones.
        llm_endpoint: The address of an OpenAI-compatible server, for `llm` and `both`; without it nothing is ever sent anywhere.
        llm_model: The model's name, as the server knows it.
        llm_timeout: Seconds without a word from the server, after which a question has failed.
        llm_retries: How often a question is asked again after a failure that may pass.
        llm_max_tokens: The longest answer.
        llm_characters: How much text one question is about.
        llm_concurrency: How many questions a process asks at a time.
        llm_per_minute: How many questions a minute are asked at most.
        llm_price_in: The price of a million tokens of questions, in whatever currency.
        llm_price_out: The price of a million tokens of answers.
        llm_token_limit: A run stops before it uses more tokens.
        llm_cost_limit: A run stops before it costs more.
        llm_cache: The file in which answers are kept.
        color: False turns colour off; so do NO_COLOR and --no-color.
    """

    reader: ReaderName = "trained"
    jobs: int = 1
    min_confidence: float = 0.4
    places: Path = field(default_factory=lambda: own_places(os.environ))
    parties: tuple[Path, ...] = ()
    llm_endpoint: str | None = None
    llm_model: str | None = None
    llm_timeout: float = 120.0
    llm_retries: int = 4
    llm_max_tokens: int = 4_000
    llm_characters: int = 6_000
    llm_concurrency: int = 1
    llm_per_minute: float | None = None
    llm_price_in: float = 0.0
    llm_price_out: float = 0.0
    llm_token_limit: int | None = None
    llm_cost_limit: float | None = None
    llm_cache: Path = field(default_factory=lambda: kept_answers(os.environ))
    color: bool = True

    def __post_init__(self) -> None:
        for name in POSITIVE:
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise ValueError(f"{name}: more than 0")
        for name in NOT_NEGATIVE:
            if getattr(self, name) < 0:
                raise ValueError(f"{name}: not less than 0")
        if self.llm_cost_limit is not None and not (self.llm_price_in or self.llm_price_out):
            raise ValueError("llm_cost_limit: needs the prices of tokens")
        if self.jobs < 1:
            raise ValueError("jobs: at least 1 process reads")
        if not 0 <= self.min_confidence <= 1:
            raise ValueError("min_confidence: from 0 to 1")


POSITIVE: Final = (
    "llm_timeout",
    "llm_max_tokens",
    "llm_characters",
    "llm_concurrency",
    "llm_per_minute",
    "llm_token_limit",
    "llm_cost_limit",
)
NOT_NEGATIVE: Final = ("llm_retries", "llm_price_in", "llm_price_out")
PATHS: Final = ("places", "parties", "llm_cache")
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
    defaults = {"places": own_places(environment), "llm_cache": kept_answers(environment)}
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
    for name in PATHS:
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
