"""The words with which a language model is asked; they lie in `data/prompts`, and their version counts up when they change."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final

PROMPT: Final = 1
FOLDER: Final = files("counterclaim.data") / "prompts" / f"claims-{PROMPT}"


def messages(text: str) -> list[dict[str, str]]:
    """Give the conversation that asks for the claims of a text: the task, one example with its answer, the text."""
    task, example, answer = parts()
    return [
        {"role": "system", "content": task},
        {"role": "user", "content": example},
        {"role": "assistant", "content": answer},
        {"role": "user", "content": text},
    ]


@cache
def parts() -> tuple[str, str, str]:
    """Give the task, the example's text and the example's answer, as short as JSON gets."""
    task, example, answer = ((FOLDER / name).read_text(encoding="utf-8").strip() for name in ("system.md", "example.txt", "example.json"))
    return task, example, json.dumps(json.loads(answer), ensure_ascii=False, separators=(",", ":"))
