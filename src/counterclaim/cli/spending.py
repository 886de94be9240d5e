"""What a language model was asked, what it took and cost, and what of its answers was left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from counterclaim.cli.terminal import many

if TYPE_CHECKING:
    from rich.console import Console

    from counterclaim.endpoint import Spent


def print_spent(console: Console, spent: Spent | None) -> None:
    """Print what a run has spent; nothing where no language model was asked."""
    for line in lines_of(spent) if spent is not None else ():
        console.print(line, style="dim", markup=False, soft_wrap=True)


def lines_of(spent: Spent) -> Iterator[str]:
    """Give a line on questions, time and cost, and one on what was left out of the answers."""
    parts = [f"{many(spent.asked, 'question')} asked", f"{many(spent.kept, 'answer')} known from before"]
    parts += [f"{many(spent.repeated, 'repetition')}"] * bool(spent.repeated)
    parts += [f"{spent.failed:,} without a usable answer"] * bool(spent.failed)
    parts += [f"{many(spent.tokens_in + spent.tokens_out, 'token')}", f"cost {spent.cost:.4f}", f"{spent.seconds:.1f} s of waiting"]
    yield "language model: " + ", ".join(parts)
    if spent.dropped:
        yield "left out of its answers: " + ", ".join(f"{field} {reason} {n:,}" for (field, reason), n in spent.dropped.items())
