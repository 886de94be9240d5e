"""Writes the claims of the golden dispatches anew: `python tests/golden/remake.py`. Read the difference before you keep it."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

if __name__ == "__main__":
    golden = runpy.run_path(str(Path(__file__).with_name("test_reports.py")))
    claims = json.dumps(golden["claims_of_samples"](), ensure_ascii=False, indent=1)
    golden["STORED"].write_text(claims + "\n", encoding="utf-8")
