"""Which language model is asked, how, and how much it may cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointConfig:
    """An OpenAI-compatible endpoint with its model and its limits; it travels to other processes.

    Attributes:
        url: The base address, `http://localhost:8080/v1`; None where only kept answers are to be used.
        model: The model's name, as the endpoint knows it.
        cache: The SQLite file of kept answers and of what each run has spent.
        run: The name under which this run's questions are counted, in all of its processes.
        key: The API key; never shown.
        timeout: Seconds to wait for the endpoint's next word.
        retries: How often a question is asked again after a failure that may pass.
        pause: Seconds before the first repetition; each further one waits twice as long.
        max_tokens: The longest answer.
        characters: How much text one question is about.
        concurrency: How many questions a process asks at a time.
        per_minute: Questions a minute at most.
        price_in: The price of a million tokens of questions, in a currency of the user's.
        price_out: The price of a million tokens of answers.
        token_limit: No question is asked that could bring the run above so many tokens.
        cost_limit: The same for the cost.
    """

    url: str | None
    model: str
    cache: Path
    run: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    retries: int = 4
    pause: float = 1.0
    max_tokens: int = 4_000
    characters: int = 6_000
    concurrency: int = 1
    per_minute: float | None = None
    price_in: float = 0.0
    price_out: float = 0.0
    token_limit: int | None = None
    cost_limit: float | None = None

    def cost(self, tokens_in: float, tokens_out: float) -> float:
        """Give the price of so many tokens."""
        return (tokens_in * self.price_in + tokens_out * self.price_out) / MILLION
