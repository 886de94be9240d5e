"""Settings to recipes: which reader reads, and which language model it asks, if any."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from counterclaim.cli.app import App, setting

if TYPE_CHECKING:
    from counterclaim.endpoint import EndpointConfig
    from counterclaim.settings import Settings
    from counterclaim.workflows.recipe import Recipe

READERS: Final = ("trained", "rules", "llm", "both")
ASKING: Final = frozenset({"llm", "both"})
API_KEY: Final = "COUNTERCLAIM_LLM_API_KEY"
"""The one setting that stands in the environment alone, and is never written anywhere."""


def reader_option(**options: Any) -> Callable[[Any], Any]:
    """Give the option that chooses the reader."""
    text = "Tagger and syntax; syntax alone, faster; a language model at llm_endpoint; or trained and llm."
    given: dict[str, Any] = {"type": click.Choice(READERS), "default": setting("reader"), "help": text} | options
    return click.option("--reader", **given)


def make_recipe(app: App, reader: str) -> Recipe:
    """Give the recipe of a reader.

    Raises:
        click.UsageError: It asks a language model, and the settings name none.
    """
    from counterclaim.workflows.recipe import WAY_OUT, Recipe

    settings = app.settings
    asks = reader in ASKING
    if asks and not (settings.llm_endpoint and settings.llm_model):
        raise click.UsageError(f"--reader {reader} asks a language model, and none is named; {WAY_OUT}")
    endpoint = make_endpoint(settings) if asks else None
    return Recipe(reader=reader, places=settings.places, parties=settings.parties, endpoint=endpoint)


def make_endpoint(settings: Settings) -> EndpointConfig:
    """Give the endpoint that the settings name, for one run."""
    from counterclaim.endpoint import EndpointConfig

    return EndpointConfig(
        url=settings.llm_endpoint,
        model=settings.llm_model or "",
        cache=settings.llm_cache,
        run=secrets.token_hex(8),
        key=os.environ.get(API_KEY) or None,
        timeout=settings.llm_timeout,
        retries=settings.llm_retries,
        max_tokens=settings.llm_max_tokens,
        characters=settings.llm_characters,
        concurrency=settings.llm_concurrency,
        per_minute=settings.llm_per_minute,
        price_in=settings.llm_price_in,
        price_out=settings.llm_price_out,
        token_limit=settings.llm_token_limit,
        cost_limit=settings.llm_cost_limit,
    )
