"""Counts of places that change hands: "five of Panjshir's seven districts", "three villages in Kharkiv region"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from counterclaim.claims.count import Count, Operator, Outcome, Quantity, Unit
from counterclaim.claims.event import Change
from counterclaim.extraction import noun_classes, parser, syntax
from counterclaim.extraction.events import Event
from counterclaim.extraction.numbers import Numbers
from counterclaim.extraction.word_lists import words

OUTCOMES: Final = {
    **dict.fromkeys((Change.CAPTURED, Change.RECAPTURED, Change.ENTERED, Change.HOLDS), Outcome.CAPTURED),
    **dict.fromkeys((Change.LOST, Change.WITHDREW_FROM), Outcome.LOST),
}
EXCEPT: Final = words("except but save barring excluding")


def of_sites(event: Event, numbers: Numbers) -> Iterator[Count]:
    """Give the counts of places without names of their own among an event's sites; none for changes that take or lose no place.

    Where some are excepted ("all eight districts but Bazarak") the words stay and no number is made of them.
    """
    outcome = OUTCOMES.get(event.change) if event.change is not None else None
    for site in event.sites if outcome is not None else ():
        noun = _counted(site)
        quantity = _quantity(site, noun, numbers) if noun is not None else None
        held = event.change is Change.HOLDS and quantity is not None and quantity.text.lower() in {"a", "an"}
        if outcome is not None and noun is not None and quantity is not None and not held:
            yield Count(
                outcome=outcome, unit=Unit.PLACES, low=quantity.low, high=quantity.high, best=quantity.best, operator=quantity.operator,
                of=noun.text, party=None, text=quantity.text, rule=quantity.rule, start=quantity.start, end=quantity.end,
            )  # fmt: skip


def _counted(site: Token) -> Token | None:
    """Give the common noun for the places: "districts" of "five of Panjshir's seven districts"; None where a place is named."""
    noun = site if site.pos_ == "NOUN" else next(syntax.prepositions(site, "of"), None)
    if noun is None or noun.pos_ != "NOUN" or noun.lemma_.lower() not in noun_classes.SITES:
        return None
    named = any(c.dep_ in {"compound", "nmod", "appos"} and c.pos_ == "PROPN" for c in noun.children)
    return None if named else noun


def _quantity(site: Token, noun: Token, numbers: Numbers) -> Quantity | None:
    own = numbers.at(site) if site != noun else numbers.of(noun)
    if own is None:
        return None
    span = syntax.characters(site.subtree)
    if span is None or not any(t.lower_ in EXCEPT for t in site.subtree):
        return own
    text = parser.text_of(site.doc)[span[0] : span[1]]
    return Quantity(text=text, start=span[0], end=span[1], operator=Operator.VAGUE, low=None, high=None, best=None)
