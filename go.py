#!/usr/bin/env python3
"""Set up Counterclaim and run it: `python3 go.py demo`, `python3 go.py test`.

Needs Python 3.11 or newer and nothing else. Everything goes into `.venv`; what is installed is pinned by hash in
`requirements/`. A second run finds its work done and goes on at once.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
SAMPLES = Path("samples", "dispatches")
OLDEST = (3, 11)
FEW = 12
PIP = ["-m", "pip", "--disable-pip-version-check", "--no-input"]

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports", "--no-cache"],
    "codebook": ["counterclaim", "codebook", "--check", "docs/codebook.md"],
    "floors": ["counterclaim", "evaluate", "dispatches", str(SAMPLES), "--floors", "evaluation/floors.json"],
    "incident floors": ["counterclaim", "evaluate", "incidents", str(SAMPLES), "--floors", "evaluation/floors.json"],
    "pytest": ["pytest"],
}


class Stop(Exception):
    """Something that the person has to put right: what, and how."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give the exit code."""
    parser = argparse.ArgumentParser(prog="go.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("demo", help="install, read the sample dispatches into a ledger, link them, show what either side claims")
    commands.add_parser("test", help="install, and run every check that the project has")
    commands.add_parser("setup", help="install only; afterwards .venv/bin/counterclaim is there")
    commands.add_parser("wheel", help="build the wheel, with gazetteer and weights inside, into dist/")
    command = parser.parse_args(arguments).command
    try:
        return {"demo": demo, "test": test, "setup": set_up, "wheel": wheel}[command]()
    except Stop as stop:
        print(f"\ngo.py: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\ngo.py: stopped; the same command goes on from here", file=sys.stderr)
        return 130


def demo() -> int:
    """Show the main job: both sides of a war, from a corpus of dispatches, in one ledger."""
    set_up()
    ledger = ".demo/dispatches.db"
    Path(ROOT, ledger).parent.mkdir(exist_ok=True)
    for arguments in (
        ["read", str(SAMPLES), "--into", ledger],
        ["show", ledger, "--place", "Panjshir", "--party", "Taliban", "--limit", "6"],
        ["show", ledger, "--place", "Panjshir", "--party", "National Resistance Front", "--limit", "6"],
        ["link", ledger],
        ["incidents", ledger, "--contested", "--place", "Panjshir", "--limit", "4"],
    ):
        show(arguments)
    show(["incident", ledger, most_contested(ledger)])
    print("\nNext: .venv/bin/counterclaim explain .demo/dispatches.db ID, or .venv/bin/counterclaim --help")
    return 0


def show(arguments: list[str]) -> None:
    """Run one command of counterclaim before the person's eyes."""
    print(f"\n$ counterclaim {shlex.join(arguments)}\n", flush=True)
    if subprocess.run([tool("counterclaim"), *arguments], cwd=ROOT, check=False).returncode:
        raise Stop(f"counterclaim {arguments[0]} failed; what it said stands above")


def most_contested(ledger: str) -> str:
    """Give the id of the incident in Panjshir with most counterclaims among those that fit on a few screens."""
    command = [tool("counterclaim"), "incidents", ledger, "--contested", "--place", "Panjshir", "--format", "jsonl"]
    lines = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True).stdout.splitlines()
    found = [json.loads(line) for line in lines]
    if not found:
        raise Stop("no incident of the samples is contested, which is not as it should be; tell the project")
    few = [one for one in found if len(one["claims"]) <= FEW] or found
    return str(max(few, key=lambda one: (len(one["counterclaims"]), one["id"]))["id"])


def test() -> int:
    """Run every check; all of them run, also after one has failed."""
    set_up("dev")
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    if failed:
        raise Stop(f"failed: {', '.join(failed)}")
    say(f"all {len(CHECKS)} checks passed")
    return 0


def passes(name: str, command: list[str]) -> bool:
    """Tell whether one check passes; what it says stands on the screen."""
    say(f"{name}: {' '.join(command)}")
    began = time.monotonic()
    code = subprocess.run([tool(command[0]), *command[1:]], cwd=ROOT, check=False).returncode
    say(f"{name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s")
    return code == 0


def wheel() -> int:
    """Build the wheel from this checkout, without asking an index for anything."""
    set_up()
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    run([PYTHON, *PIP, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", "."], "building the wheel")
    return 0


def set_up(group: str = "run") -> int:
    """Make the environment, install what is pinned, put the package in, build the gazetteer; skip what is done."""
    if sys.version_info < OLDEST:
        raise Stop(f"Python {'.'.join(map(str, OLDEST))} or newer is needed, this is {sys.version.split()[0]}; try python3.11 go.py …")
    pip = make_environment()
    stamp, current = VENV / f"counterclaim-{group}.stamp", fingerprint(group)
    if not is_done(stamp, current):
        install(pip, *locks_of(group))
        put_package_in()
        stamp.write_text(current, encoding="utf-8")
        (VENV / "counterclaim-run.stamp").write_text(fingerprint("run"), encoding="utf-8")
    run([PYTHON, "scripts/build_gazetteer.py"], "gazetteer")
    return 0


def locks_of(group: str) -> list[Path]:
    """Give the lock files of a group; tests need a small language model's server too."""
    names = ["dev", "serve"] if group == "dev" else [group]
    return [ROOT / "requirements" / f"{name}.txt" for name in names]


def fingerprint(group: str) -> str:
    """Give a hash of all that decides what is installed."""
    locks = b"".join(lock.read_bytes() for lock in locks_of(group))
    return hashlib.sha256(locks + (ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()).hexdigest()


def is_done(stamp: Path, current: str) -> bool:
    """Tell whether a stamp says that exactly this has been installed."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == current


def make_environment() -> list[str]:
    """Make `.venv` if it is not there, and give the command of a pip that installs into it."""
    if (VENV / "pyvenv.cfg").is_file() and run_quietly([PYTHON, "-m", "pip", "--version"]):
        return [str(PYTHON), *PIP]
    if importlib.util.find_spec("venv") is None:
        raise Stop("this Python has no venv module; on Debian or Ubuntu: apt install python3-venv")
    if importlib.util.find_spec("ensurepip") is not None:
        run([sys.executable, "-m", "venv", "--clear", VENV], "making .venv")
        return [str(PYTHON), *PIP]
    if importlib.util.find_spec("pip") is None:
        raise Stop("this Python has neither pip nor ensurepip; on Debian or Ubuntu: apt install python3-venv python3-pip")
    run([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV], "making .venv")
    return [sys.executable, "-m", "pip", "--python", str(PYTHON), *PIP[2:]]


def install(pip: list[str], *locks: Path) -> None:
    """Install the pinned packages, which are all there are to install, and show how far it has come."""
    lines = [line for lock in locks for line in lock.read_text(encoding="utf-8").splitlines()]
    total = sum("==" in line and not line.startswith((" ", "#")) for line in lines)
    command = [*pip, "install", "--require-hashes", "--no-deps", *(part for lock in locks for part in ("--requirement", str(lock)))]
    last: deque[str] = deque(maxlen=25)
    began, seen = time.monotonic(), 0
    say(f"installing {total} pinned packages from {', '.join(str(lock.relative_to(ROOT)) for lock in locks)}")
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout or ():
            last.append(line.rstrip())
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                seen += 1
                show_progress(f"{min(seen, total)}/{total} {line.split(': ')[-1].split()[0 if ': ' in line else 1].split('==')[0]}")
            elif line.startswith("Installing collected"):
                show_progress("unpacking")
    show_progress("")
    if process.returncode:
        raise Stop("pip could not install what is pinned; it said:\n  " + "\n  ".join(last) + "\n" + pip_way_out(last))
    say(f"installed in {time.monotonic() - began:.0f} s")


def pip_way_out(said: deque[str]) -> str:
    """Give what to do about a failed installation."""
    words = "\n".join(said)
    if "DO NOT MATCH THE HASHES" in words:
        return "A file is not the one that was checked for this project: do not install it by hand; tell the project."
    if "No space left" in words:
        return "The disk is full: about 1.5 GB are needed, downloads included."
    return "Is a package index reachable, and does `pip config list` name the right one? Then run the same command again."


def put_package_in() -> None:
    """Install this checkout itself, so that changes to it count at once."""
    run([PYTHON, *PIP, "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", "."], "installing counterclaim")


def tool(name: str) -> str:
    """Give the path of a program of the environment."""
    return str(BIN / name)


def run(command: list[str | Path], title: str) -> None:
    """Run a step and stop with its own words if it fails."""
    say(title)
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        raise Stop(f"{title} failed with exit code {done.returncode}; what it said stands above")


def run_quietly(command: list[str | Path]) -> bool:
    """Tell whether a command works."""
    try:
        return subprocess.run([str(part) for part in command], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def say(text: str) -> None:
    """Print one step, at once."""
    print(f"» {text}", flush=True)


def show_progress(text: str) -> None:
    """Write over the last line of a terminal; elsewhere print nothing."""
    if sys.stdout.isatty():
        print(f"\r\033[2K  {text[:70]}" if text else "\r\033[2K", end="", flush=True)


if __name__ == "__main__":
    sys.exit(main())
