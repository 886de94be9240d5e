"""What the documentation names exists, and what exists is documented."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from counterclaim.cli import cli
from counterclaim.cli.codebook import make_codebook
from counterclaim.cli.codebook_example import SENTENCE, make_example
from counterclaim.comparison.policy import POLICIES
from counterclaim.settings import NAMES

ROOT = Path(__file__).parents[2]
DOCS = {path.name: path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]}


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = dict(commands(cli))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_and_option_is_documented(path: tuple[str, ...]) -> None:
    options = [one for parameter in COMMANDS[path].params if isinstance(parameter, click.Option) for one in parameter.opts]

    assert f"`counterclaim {' '.join(path)}" in DOCS["cli.md"]
    assert [option for option in options if option not in DOCS["cli.md"]] == []


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_help_for_each_option_and_examples_that_parse(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    lines = [line.strip() for line in (command.epilog or "").splitlines() if line.strip().startswith("counterclaim")]

    assert command.help
    assert [one.name for one in command.params if isinstance(one, click.Option) and not one.help] == []
    assert lines, "examples stand under the help"
    assert all(f"counterclaim {' '.join(path)}" in line for line in lines)
    for line in lines:
        parses(line)


def parses(line: str) -> None:
    """Parse a command line without running it."""
    words = shlex.split(re.split(r"\s[|>]", line, maxsplit=1)[0], comments=True)[1:]
    group: click.Command = cli
    while isinstance(group, click.Group):
        group = group.commands[words.pop(0)]
    context = click.Context(group, obj=None, resilient_parsing=True)
    parser = group.make_parser(context)
    parser.parse_args(words)


@pytest.mark.parametrize("name", ["README.md", "cli.md"])
def test_commands_in_the_documentation_exist(name: str) -> None:
    lines = [line for line in DOCS[name].splitlines() if re.match(r"counterclaim [a-z]", line)]

    for line in lines:
        parses(line)
    assert lines or name == "cli.md"


def test_the_readmes_two_commands_are_those_of_the_script() -> None:
    script = (ROOT / "go.py").read_text(encoding="utf-8")
    told = set(re.findall(r"python3 go\.py (\w+)", DOCS["README.md"]))

    assert told == {"demo", "test", "setup", "wheel"}
    assert told == set(re.findall(r'add_parser\("(\w+)"', script))


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_documented(name: str) -> None:
    assert f"| `{name}` | `COUNTERCLAIM_{name.upper()}` |" in DOCS["settings.md"]


def test_the_codebook_is_up_to_date_and_names_every_field() -> None:
    assert DOCS["codebook.md"] == make_codebook()


def test_the_codebooks_example_holds() -> None:
    claim = make_example()

    for part in (claim.source, claim.cue, claim.place, *claim.counts, *claim.chain):
        assert part
        assert SENTENCE[part.start : part.end] == (part.name if hasattr(part, "name") and not hasattr(part, "text") else part.text)
    assert [SENTENCE[slice(*span)] for span in claim.content] == ["over 700 Taliban fighters had been killed in Paryan"]
    assert SENTENCE[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize("name", DOCS)
def test_links_between_documents_lead_somewhere(name: str) -> None:
    home = next(path for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")] if path.name == name).parent
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", DOCS[name]) if "://" not in link]

    assert [link for link in links if not (home / link).exists()] == []


def test_layers_in_the_architecture_are_the_packages_that_are_there() -> None:
    source = ROOT / "src" / "counterclaim"
    parts = {path.stem for path in source.iterdir() if (path.is_dir() or path.suffix == ".py") and not path.name.startswith("__")}

    assert [part for part in parts if f"{part}/" not in DOCS["architecture.md"] and f"{part}.py" not in DOCS["architecture.md"]] == []


def test_every_policy_stands_in_the_documentation_in_order() -> None:
    assert re.findall(r"^\| `(\w+)` \|", DOCS["counterclaims.md"], re.MULTILINE) == list(POLICIES)
