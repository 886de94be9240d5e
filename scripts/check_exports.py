"""Ask FollowTheMoney and libhxl whether exports hold: `python scripts/check_exports.py out.ftm.json out.hxl.csv`.

Needs the dependency group `validate`. What ends in `.csv` is read as HXL, all else as FollowTheMoney.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> int:
    """Tell what is wrong, and give 1 where something is."""
    wrong = [f"{path}: {line}" for path in map(Path, sys.argv[1:]) for line in (hxl(path) if path.suffix == ".csv" else ftm(path))]
    print("\n".join(wrong) or "all holds")
    return 1 if wrong else 0


def ftm(path: Path) -> list[str]:
    """Give the entities that FollowTheMoney would change or refuse."""
    from followthemoney import model

    wrong = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        model.get(entity["schema"]).validate(entity)
        kept = model.get_proxy(entity, cleaned=False).to_dict()["properties"]
        if {name: sorted(values) for name, values in kept.items()} != {n: sorted(v) for n, v in entity["properties"].items()}:
            wrong.append(f"{entity['id']}: {entity['properties']} would become {kept}")
    return wrong


def hxl(path: Path) -> list[str]:
    """Give what libhxl's own schema finds wrong."""
    import hxl as library

    source = library.data(str(path), library.InputOptions(allow_local=True))
    report = library.validate(source)
    return [str(issue) for issue in report["issues"]]


if __name__ == "__main__":
    sys.exit(main())
