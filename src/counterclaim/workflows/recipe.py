"""What an extractor is made of, and what it has spent."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from counterclaim.claims.claim import Extractor as MadeBy
from counterclaim.claims.errors import MissingResource

if TYPE_CHECKING:
    from counterclaim.endpoint import EndpointConfig, Spent
    from counterclaim.extraction.llm.reader import Model
    from counterclaim.extraction.pipeline import Extractor

WAY_OUT: Final = (
    "set llm_endpoint and llm_model (or COUNTERCLAIM_LLM_ENDPOINT and COUNTERCLAIM_LLM_MODEL) to an OpenAI-compatible server,"
    " such as http://localhost:11434/v1, or read with --reader trained"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What an extractor is made of; it travels to other processes, which an extractor does not.

    `reader` is `trained` (tagger and syntax), `rules` (syntax alone), `llm` (a language model) or `both` (`trained` and
    `llm`); the last two need an `endpoint`. `places` is the file of places of one's own that `counterclaim gazetteer add`
    keeps; `parties` are tables of parties of one's own. Without `groups`, no table knows an armed group.
    """

    reader: str = "trained"
    places: Path | None = None
    parties: tuple[Path, ...] = ()
    groups: bool = True
    endpoint: EndpointConfig | None = None

    def __call__(self) -> Extractor:
        """Give the extractor.

        Raises:
            MissingResource: Weights, parser, gazetteer or the language model's address are not there.
            UnreadableInput: A table of parties cannot be read.
        """
        from counterclaim.extraction.pipeline import Extractor
        from counterclaim.knowledge.gazetteer import Gazetteer
        from counterclaim.knowledge.parties import Parties

        model = self._model() if self.asks else None
        parties = Parties.load(extra=self.parties, groups=self.groups)
        return Extractor(self.reader, gazetteer=Gazetteer.open(extra=self.own_places), parties=parties, model=model)

    @property
    def own_places(self) -> tuple[Path, ...]:
        """The file of places of one's own, if there is one by now."""
        return (self.places,) if self.places and self.places.is_file() else ()

    @property
    def asks(self) -> bool:
        """Whether the reader asks a language model."""
        from counterclaim.extraction.identity import ASKING

        return self.reader in ASKING

    @property
    def made_by(self) -> MadeBy:
        """The name and version that its claims carry, told without loading anything.

        Raises:
            MissingResource: The reader asks a language model, and none is named.
        """
        from counterclaim.extraction.identity import made_by

        return made_by(self.reader, self._named().model if self.asks else None)

    @property
    def spent(self) -> Spent | None:
        """What has been asked and paid so far, in all processes; None where no language model is asked."""
        if not self.asks:
            return None
        from counterclaim.endpoint import spent

        return spent(self._named())

    def _named(self) -> EndpointConfig:
        if self.endpoint is None:
            raise MissingResource("a language model's address", WAY_OUT)
        return self.endpoint

    def _model(self) -> Model:
        from counterclaim.endpoint import Endpoint
        from counterclaim.extraction.llm.reader import Model

        config = self._named()
        endpoint = Endpoint(config)
        return Model(
            name=config.model,
            ask=endpoint.ask,
            count_dropped=endpoint.count_dropped,
            characters=config.characters,
            concurrency=config.concurrency,
        )
