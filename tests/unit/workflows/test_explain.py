"""Which reader made a claim, and how it is asked again: a language model never is."""

from pathlib import Path

import pytest

from counterclaim.claims.claim import Extractor
from counterclaim.claims.errors import MissingResource
from counterclaim.endpoint import EndpointConfig
from counterclaim.extraction.identity import made_by
from counterclaim.workflows.explain import recipe_of
from counterclaim.workflows.recipe import Recipe

CONFIG = EndpointConfig(url="http://localhost:8080/v1", model="another", cache=Path("answers.sqlite"), run="r")


class Made:
    """A claim, as far as this asks."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor


@pytest.mark.parametrize("reader", ["trained", "rules"])
def test_readers_of_this_version_read_again(reader: str) -> None:
    assert recipe_of(Made(made_by(reader)), Recipe(endpoint=CONFIG)) == Recipe(reader=reader)


@pytest.mark.parametrize("reader", ["llm", "both"])
def test_a_language_models_claim_is_read_from_kept_answers_of_that_model(reader: str) -> None:
    recipe = recipe_of(Made(made_by(reader, "m, model x")), Recipe(endpoint=CONFIG))

    assert recipe
    assert recipe.endpoint
    assert (recipe.reader, recipe.endpoint.url, recipe.endpoint.model) == (reader, None, "m, model x")


@pytest.mark.parametrize(
    "extractor",
    [
        Extractor(name="counterclaim-rules", version="0"),
        Extractor(name="counterclaim-llm", version="1"),
        Extractor(name="counterclaim-llm", version="1, prompt 0, model m"),
        Extractor(name="counterclaim-rules", version="1, prompt 1, model m"),
        Extractor(name="a person", version="1"),
    ],
)
def test_other_versions_and_people_are_not_read_again(extractor: Extractor) -> None:
    assert recipe_of(Made(extractor), Recipe(endpoint=CONFIG)) is None


def test_a_recipe_that_asks_and_names_nobody_says_so() -> None:
    with pytest.raises(MissingResource, match="llm_endpoint"):
        Recipe(reader="llm")()
    with pytest.raises(MissingResource, match="--reader trained"):
        _ = Recipe(reader="both").made_by
    assert Recipe(reader="rules").spent is None
