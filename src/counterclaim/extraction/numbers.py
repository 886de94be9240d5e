"""The quantities of a report by the tokens that they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from counterclaim.claims.count import Quantity
from counterclaim.extraction import syntax
from counterclaim.extraction.draft import Draft


class Numbers:
    """The quantities of a report by the tokens that they cover; `few` are words for none, one and both, which count only nouns."""

    def __init__(self, draft: Draft, few: Sequence[Quantity]) -> None:
        self._by_token: dict[int, Quantity] = {}
        self._few: dict[int, Quantity] = {}
        for table, quantities in ((self._few, few), (self._by_token, draft.quantities)):
            for quantity in quantities:
                for token in draft.tokens_in(quantity.start, quantity.end):
                    table[token.i] = quantity

    def at(self, token: Token) -> Quantity | None:
        """Give the quantity that covers a token."""
        return self._by_token.get(token.i)

    def runs(self, tokens: Iterable[Token]) -> Iterator[tuple[Quantity, list[Token]]]:
        """Give each quantity among tokens with the tokens that it covers."""
        run: list[Token] = []
        for token in tokens:
            quantity = self.at(token)
            if run and quantity is not self.at(run[-1]):
                yield self._by_token[run[-1].i], run
                run = []
            if quantity is not None:
                run.append(token)
        if run:
            yield self._by_token[run[-1].i], run

    def of(self, head: Token) -> Quantity | None:
        """Give the quantity inside a noun phrase: "700 Taliban fighters", "several others", "a helicopter", "not a single soldier"."""
        phrase = [t for t in syntax.noun_phrase(head) if t.i <= head.i]
        known = next((q for t in phrase if (q := self._few.get(t.i)) is not None and q.high != 1), None)
        own = known or next((q for t in reversed(phrase) if (q := self._by_token.get(t.i)) is not None), None)
        if own is not None or head.tag_ in {"NNS", "NNPS"}:
            return own
        return next((q for t in phrase if head in {t, t.head} and (q := self._few.get(t.i)) is not None), None)
