"""Write the tables of docs/exports.md from the shapes of the exports, so that the two agree."""

from __future__ import annotations

import re
from pathlib import Path

from counterclaim.export.formats import SHAPES
from counterclaim.export.parquet import TABLES
from counterclaim.export.shape import Shape

PAGE = Path(__file__).resolve().parent.parent / "docs" / "exports.md"


def main() -> None:
    """Put fresh tables in the place of the old ones."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def page(text: str) -> str:
    """Give the page with the table of each format between its two marks."""
    for name, shape in SHAPES.items():
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        found = marks.search(text)
        if found is None:
            raise SystemExit(f"{PAGE} has no marks for {name}")
        text = text[: found.start()] + found[1] + "\n" + "\n".join(tables(shape)) + "\n\n" + found[2] + text[found.end() :]
    return text


def tables(shape: Shape) -> list[str]:
    """Give the lines of a format's tables: its fields, and what it does not carry."""
    lines: list[str] = []
    if any(one.tag for one in shape.fields):
        lines += [
            "| column | tag | what it holds |",
            "|---|---|---|",
            *(f"| `{one.name}` | `{one.tag}` | {one.holds} |" for one in shape.fields),
        ]
    elif shape.name == "csv":
        lines += ["Columns: " + ", ".join(f"`{one.name}`" for one in shape.fields) + "."]
    elif shape.fields:
        lines += ["| column | what it holds |", "|---|---|", *(f"| `{one.name}` | {one.holds} |" for one in shape.fields)]
    if shape.name == "parquet":
        lines += ["| table | columns |", "|---|---|"]
        lines += [f"| `{name}` | {', '.join(f'`{column}`' for column in columns)} |" for name, columns in TABLES.items()]
    lost = [("not carried", shape.dropped), ("in part", shape.degraded)]
    if any(told for _, told in lost):
        lines += (
            ["", "| | what | why, or what instead |", "|---|---|---|"] if lines else ["| | what | why, or what instead |", "|---|---|---|"]
        )
        lines += [f"| {word} | `{name}` | {reason} |" for word, told in lost for name, reason in told.items()]
    return lines or ["Nothing is left out."]


if __name__ == "__main__":
    main()
