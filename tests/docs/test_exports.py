"""The page on exports tells of each format what the code does."""

import re
import runpy
from pathlib import Path

import pytest

from counterclaim.claims.event import Kind
from counterclaim.cli.export import FORMATS, POLICIES
from counterclaim.comparison import policy
from counterclaim.export.formats import SHAPES, WITHOUT_POLICY

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")


def test_the_tables_are_up_to_date() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "export_docs.py"))["page"](PAGE)
    assert made == PAGE, "run: python scripts/export_docs.py"


def test_formats_and_policies_of_the_command_are_those_that_there_are() -> None:
    assert list(SHAPES) == list(FORMATS)
    assert list(policy.POLICIES) == list(POLICIES)


@pytest.mark.parametrize("name", SHAPES)
def test_every_format_has_a_row_that_tells_whether_a_policy_makes_it(name: str) -> None:
    (row,) = [line for line in PAGE.split("## claims")[0].splitlines() if line.startswith(f"| `{name}` |")]
    assert row.endswith("| no |" if name in WITHOUT_POLICY else "| yes |")


def test_every_kind_of_event_stands_in_the_table_of_acleds_events() -> None:
    table = PAGE.split("| our kind |")[1].split("\n\n")[0]
    assert {str(kind) for kind in Kind} <= set(re.findall(r"`(\w+)`", table))
