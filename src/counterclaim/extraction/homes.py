"""Whose "the army", "the mayor" can be: the countries in which a report tells of violence, or lets somebody act."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.claims.party import PartyKind
from counterclaim.extraction.draft import Draft
from counterclaim.extraction.event_harm import VIOLENCE
from counterclaim.extraction.mentions import is_where
from counterclaim.knowledge.parties import PartyMention

HALF = 0.5  # of the places that lie in a known country


def homes(draft: Draft, lands: Mapping[int, str]) -> dict[str, float]:
    """Give the countries whose organs a report may leave without a name, with the weights of `draft.countries`.

    A country is left out that is named only as a place where no violence is told ("talks in Vienna", a dateline). Nothing is
    left where fewer than half of the report's places lie in the weightiest: its army is not "the army", and no other's is.

    Args:
        draft: A report with its countries, parties and sentences.
        lands: The country (ISO 3166 alpha-2) of each place that is known, by where its words begin.
    """
    asked = [(m, _is_visited(draft, m)) for m in draft.parties]
    visits = [m for m, is_visit in asked if is_visit]
    visited = {code for m in visits for code in m.party.countries[:1]}
    acting = {code for m, is_visit in asked if not is_visit for code in m.party.countries[:1]}
    kept = {code: weight for code, weight in draft.countries.items() if code in acting or code not in visited}
    first = max(kept, key=lambda code: kept[code], default="")
    here = [code for start, code in lands.items() if not any(m.start <= start < m.end for m in visits)]
    return kept if not here or here.count(first) >= HALF * len(here) else {}


def _is_visited(draft: Draft, mention: PartyMention) -> bool:
    """Tell whether a state's name or capital only says where something else than violence happens."""
    place = (mention.how == "capital" and mention.party.kind is PartyKind.STATE) or is_where(draft, mention)
    sentence = draft.sentence_at(mention.start)
    return place and not (sentence is not None and any(t.lemma_.lower() in VIOLENCE for t in sentence.tokens))
