"""`counterclaim codebook`: what every field of a claim means, made from the types and checked against them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import click

from counterclaim.cli.app import DONE, PARTLY, App, examples

NOTE: Final = "<!-- Made by `counterclaim codebook --write docs/codebook.md`; do not edit. -->"
EXAMPLES = examples("counterclaim codebook | less", "counterclaim codebook --check docs/codebook.md")


@click.command(epilog=EXAMPLES)
@click.option("--write", type=click.Path(path_type=Path), metavar="FILE", help="Write it to a file.")
@click.option("--check", type=click.Path(path_type=Path), metavar="FILE", help="Fail if a file differs from it.")
@click.pass_obj
def codebook(app: App, /, write: Path | None, check: Path | None) -> int:
    """Print what every field and value of a claim means, in Markdown."""
    text = make_codebook()
    if write:
        write.write_text(text, encoding="utf-8")
    elif check:
        same = check.is_file() and check.read_text(encoding="utf-8") == text
        app.err.print(f"{check}: {'is up to date' if same else f'differs; run counterclaim codebook --write {check}'}", markup=False)
        return DONE if same else PARTLY
    else:
        click.echo(text, nl=False)
    return DONE


def make_codebook() -> str:
    """Give the codebook.

    Raises:
        ValueError: The types and `data/codebook.toml` do not name the same fields and values.
    """
    words = tomllib.loads(files("counterclaim").joinpath("data", "codebook.toml").read_text(encoding="utf-8"))
    values = words.pop("values")
    records, enums = known_types()
    check_names("types", records, words)
    check_names("value lists", enums, values)
    parts = [NOTE, "# Codebook", OPENING, "## Fields", *(record(name, kind, words[name]) for name, kind in records.items())]
    parts += ["## Values", *(enumeration(name, kind, values[name]) for name, kind in enums.items()), "## Example", example()]
    return "\n\n".join(parts) + "\n"


OPENING: Final = """A claim is one proposition about the conflict, in one report, by one asserter. It never holds two places, two dates or
two events. As JSON Lines (`counterclaim/claim/1`) a claim is one line of UTF-8; every key is there, `null` where nothing is known.
Offsets are Unicode code points into the report's normalised text; every `start` and `end` re-slices to the words that it stands for.
Control is always claimed, never assessed; there is no value for confirmed."""


def known_types() -> tuple[dict[str, type], dict[str, type[StrEnum]]]:
    """Give the types of a claim and of its values, by name, in the order of the codebook."""
    from counterclaim.claims import attribution, claim, count, dates, event, place

    records = [claim.Claim, claim.ReportReference, attribution.Source, attribution.Cue, attribution.Link, count.Count]
    records += [event.Control, place.Place, dates.Dates, claim.Extractor]
    enums = [attribution.Stance, event.Kind, event.Mode, event.Modality, event.Polarity, event.Change]
    enums += [count.Outcome, count.Unit, count.Operator, count.Scope, attribution.LinkRole]
    return {one.__name__: one for one in records}, {one.__name__: one for one in enums}


def check_names(what: str, known: Mapping[str, object] | Iterator[str], told: Mapping[str, object]) -> None:
    """Check that two lists of names are one.

    Raises:
        ValueError: They are not.
    """
    if differing := set(known) ^ set(told):
        raise ValueError(f"data/codebook.toml and the {what} differ in {', '.join(sorted(differing))}")


def record(name: str, kind: type, words: Mapping[str, str]) -> str:
    """Give the table of a type's fields."""
    fields = kind.__dataclass_fields__  # type: ignore[attr-defined]
    check_names(f"fields of {name}", fields, words)
    rows = [f"| `{field}` | {type_of(str(fields[field].type))} | {words[field]} |" for field in fields]
    return "\n".join([f"### {name}", "", "| field | type | meaning |", "|---|---|---|", *rows])


def type_of(annotation: str) -> str:
    """Give a type as the codebook writes it.

    >>> type_of("dt.date | None")
    'day or null'
    >>> type_of("tuple[Count, ...]")
    'list of Count'
    """
    names = {"str": "text", "int": "number", "float": "number", "bool": "true or false", "dt.date": "day", "None": "null"}
    parts = [part.strip() for part in annotation.split(" | ")]
    if parts[0].startswith("tuple["):
        parts[0] = "list of " + parts[0].removeprefix("tuple[").removesuffix(", ...]").replace("Span", "[start, end]")
    if parts[0].startswith(("dict[", "Literal[")):
        return "text" if parts[0].startswith("Literal[") else "[start, end] or null, by field"
    return " or ".join(names.get(part, part) for part in parts)


def enumeration(name: str, kind: type[StrEnum], words: Mapping[str, Any]) -> str:
    """Give the table of a list of values; those of events stand beside ACLED's and PLOVER's."""
    check_names(f"values of {name}", (str(one) for one in kind), words)
    if isinstance(next(iter(words.values())), str):
        rows = ["| value | meaning |", "|---|---|", *(f"| `{one}` | {words[one]} |" for one in kind)]
    else:
        rows = ["| value | meaning | ACLED | PLOVER |", "|---|---|---|---|"]
        rows += [f"| `{one}` | {words[one]['means']} | {words[one]['acled']} | {words[one]['plover']} |" for one in kind]
    return "\n".join([f"### {name}", "", *rows])


def example() -> str:
    """Give a claim in JSON, made of a sentence, with what each value rests on."""
    import msgspec

    from counterclaim.cli.codebook_example import SENTENCE, make_example

    lines = msgspec.json.format(msgspec.json.encode(make_example()), indent=1).decode()
    return f"From “{SENTENCE}”, published on 5 September 2021 (on one line in a file):\n\n```json\n{lines}\n```"
