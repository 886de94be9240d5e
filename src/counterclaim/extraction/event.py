"""Finds what is said to have happened: each trigger word with who did it, to whom or what, negated or not."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from counterclaim.claims.event import Modality
from counterclaim.extraction import event_nouns, event_phrases, event_verbs, syntax
from counterclaim.extraction.events import ClassOf, Event, coloured


def events(tokens: Iterable[Token], class_of: ClassOf) -> list[Event]:
    """Give the events of a sentence in the order of their triggers; hypothetical ones and questions of how many are left out."""
    read = (_of_verb, event_nouns.of_state, event_nouns.of_noun)
    found = [coloured(e) for token in tokens for of in read if (e := of(token, class_of)) is not None]
    return [e for e in found if e.modality is not Modality.HYPOTHETICAL and not _asks_how_many(e)]


def _of_verb(verb: Token, class_of: ClassOf) -> Event | None:
    if verb.pos_ not in syntax.VERBAL and not verb.tag_.startswith("VB"):
        return None
    return event_phrases.of_verb(verb, class_of) or event_verbs.of_verb(verb, class_of)


def _asks_how_many(event: Event) -> bool:
    return any(c.lower_ == "how" for group in event.groups for c in group.children)
