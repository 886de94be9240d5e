"""Running the command line as a person does."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from counterclaim.cli import run
from counterclaim.workflows.read import Recipe

SAMPLES = Path(__file__).parents[2] / "samples" / "dispatches"
STORY = "GENEVA, 5 March 2021. Rebels of the Northern Front killed at least 12 soldiers in Kandahar on Thursday, a spokesman said.\n"

_make = cache(Recipe.__call__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture(autouse=True)
def plain_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of the machine, a folder of its own, and the reader that loads fast, made once."""
    for name in ("READER", "JOBS", "CONFIG", "PLACES", "PARTIES", "MIN_CONFIDENCE", "COLOR"):
        monkeypatch.delenv(f"COUNTERCLAIM_{name}", raising=False)
    monkeypatch.setenv("COUNTERCLAIM_READER", "rules")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Recipe, "__call__", lambda self: _make(self))  # noqa: PLW0108 (a method, which the cached function is not)


@pytest.fixture
def counterclaim(capfd: pytest.CaptureFixture[str]) -> Command:
    """Run the command line in this process."""

    def command(*arguments: str | Path) -> Said:
        capfd.readouterr()
        code = run([str(one) for one in arguments])
        out, err = capfd.readouterr()
        return Said(code=code, out=out, err=err)

    return command


def start(*arguments: str | Path, **options: object) -> "subprocess.Popen[str]":
    """Start the command line in a process of its own."""
    command = [sys.executable, "-c", "import sys; from counterclaim.cli import main; sys.exit(main())", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload,no-any-return]
