"""What may be imported where, beside the contracts that import-linter checks."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import counterclaim

SOURCE = Path(counterclaim.__file__).parent
ALLOWED_IN_CLAIMS = {"__future__", "collections", "dataclasses", "datetime", "enum", "hashlib", "itertools", "math", "typing"}
HOMES = {
    "spacy": "extraction",
    "onnxruntime": "extraction",
    "tokenizers": "extraction",
    "sqlalchemy": "ledger",
    "pysqlite3": "ledger",
    "rensa": "reading",
    "trafilatura": "reading",
    "feedparser": "reading",
    "click": "cli",
    "rich": "cli",
    "urllib3": "endpoint",
}


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", sorted((SOURCE / "claims").glob("*.py")), ids=lambda path: path.name)
def test_claims_need_only_these_parts_of_the_standard_library(path: Path) -> None:
    foreign = {name.partition(".")[0] for name in imported_by(path) if not name.startswith("counterclaim.claims")}

    assert foreign <= ALLOWED_IN_CLAIMS


def test_each_library_has_one_home() -> None:
    seen = {
        (library, path.relative_to(SOURCE).parts[0])
        for path in SOURCE.rglob("*.py")
        for name in imported_by(path)
        if (library := name.partition(".")[0]) in HOMES
    }

    assert {pair for pair in seen if HOMES[pair[0]] != pair[1]} == set()
    assert {library for library, _ in seen} >= {"spacy", "sqlalchemy", "click"}


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["--version"], ["completion", "bash"]])
def test_help_loads_neither_parser_nor_database(arguments: list[str]) -> None:
    code = f"import sys; from counterclaim.cli import run; run({arguments!r}); print(sorted(set(sys.modules)), file=sys.stderr)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr

    for library in ("spacy", "numpy", "onnxruntime", "sqlalchemy", "trafilatura", "rich.console"):
        assert f"'{library}'" not in loaded


def test_the_package_imports_nothing_until_a_name_is_used() -> None:
    code = "import sys, counterclaim; print(sum(name.startswith('counterclaim.') for name in sys.modules))"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"


def test_every_public_name_is_there() -> None:
    assert [name for name in counterclaim.__all__ if getattr(counterclaim, name).__name__ != name] == []
    assert set(counterclaim.__all__) <= set(dir(counterclaim))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'oracle'"):
        counterclaim.oracle  # noqa: B018
