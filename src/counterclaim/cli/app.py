"""What every command shares: settings, consoles, exit codes, examples in the help."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from rich.console import Console

    from counterclaim.settings import Settings

DONE: Final = 0
PARTLY: Final = 1
USAGE: Final = 2
NOTHING: Final = 3
INTERRUPTED: Final = 130

FORMATS: Final = ("table", "jsonl", "csv")


class App:
    """What a command gets from the command line: the settings, and where to write."""

    def __init__(self, *, color: bool) -> None:
        self._color = color

    @cached_property
    def settings(self) -> Settings:
        """The settings of the environment and of the present folder.

        Raises:
            click.UsageError: One of them will not do.
        """
        from counterclaim.claims.errors import UnreadableInput
        from counterclaim.settings import load

        try:
            return load(os.environ, Path.cwd())
        except UnreadableInput as error:
            raise click.UsageError(str(error)) from error

    @cached_property
    def out(self) -> Console:
        """Where results go."""
        return self._console(stderr=False)

    @cached_property
    def err(self) -> Console:
        """Where progress and errors go."""
        return self._console(stderr=True)

    def _console(self, *, stderr: bool) -> Console:
        from counterclaim.cli.terminal import make_console

        color = self._color and self.settings.color and not os.environ.get("NO_COLOR")
        return make_console(color=color, stderr=stderr)


def setting(name: str) -> Callable[[], Any]:
    """Give the default of an option that is also a setting."""

    def value() -> Any:
        app = click.get_current_context().find_object(App)
        return None if app is None else getattr(app.settings, name)

    return value


class Day(click.ParamType[dt.date]):
    """A day, as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Give the day that the words name."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2021-09-05", param, ctx)


ledger_argument = click.argument("ledger", type=click.Path(path_type=Path), metavar="LEDGER")


def examples(*lines: str) -> str:
    """Give the last part of a command's help: commands to try."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
