"""Make a set for training out of articles of which people know the incident: their claims as read, grouped by incident.

Run: python training/linkage/articles.py --articles gva-articles.jsonl --out FOLDER

Only the half of the incidents is read that evaluation does not hold back. Some ten minutes for 1,400 short articles on two cores.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from counterclaim.claims.report import Report
from counterclaim.evaluation.gold import read_rows
from counterclaim.evaluation.linking import held_back
from counterclaim.export.claims import write_claims
from counterclaim.workflows.read import Result, read_claims, read_reports
from counterclaim.workflows.recipe import Recipe


def write_set(read: Sequence[Result], incident_of: Mapping[str, str], out: Path) -> None:
    """Write the claims of the articles, the texts they were read in, and the claims of each incident."""
    groups: dict[str, list[str]] = defaultdict(list)
    for one in read:
        groups[incident_of[one.report.id]].extend(claim.id for claim in one.claims)
    out.mkdir(parents=True, exist_ok=True)
    with (out / "claims.jsonl").open("wb") as stream:
        write_claims((claim for one in read for claim in one.claims), stream)
    write_rows(out / "texts.jsonl", ({"sha256": one.report.sha256, "text": one.report.text} for one in read))
    write_rows(out / "groups.jsonl", ({"claims": group} for group in groups.values()))


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Read the articles, write the set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    incident_of = {row["doc"]: row["incident"] for row in read_rows(options.articles) if not held_back(row["incident"])}
    reports = (one for one in read_reports([options.articles]) if isinstance(one, Report) and one.id in incident_of)
    write_set([one for one in read_claims(reports, Recipe()) if isinstance(one, Result)], incident_of, options.out)


if __name__ == "__main__":
    main()
