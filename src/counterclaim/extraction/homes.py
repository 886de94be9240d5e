"""Whose "the army", "the mayor" can be: the countries in which a report tells of violence, or lets somebody act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from counterclaim.claims.party import PartyKind
from counterclaim.extraction.draft import Draft
from counterclaim.extraction.event_harm import VIOLENCE
from counterclaim.extraction.mentions import is_where
from counterclaim.knowledge.parties import PartyMention

HALF = 0.5  # of the places that lie in a known country


def homes(draft: Draft, lands: Collection[str]) -> dict[str, float]:
    """Give the countries whose organs a report may leave without a name, with the weights of `draft.countries`.

    A country is left out that is named only as a place where no violence is told ("talks in Vienna", a dateline), or in
    which fewer than half of the report's places lie; its army is not "the army".

    Args:
        draft: A report with its countries, parties and sentences.
        lands: The country (ISO 3166 alpha-2) of each place of the report that is known, one for each mention.
    """
    acting, visited = set[str](), set[str]()
    for mention in draft.parties:
        home = set(mention.party.countries[:1])
        (visited if _is_visited(draft, mention) else acting).update(home)
    share = Counter(lands)
    return {
        code: weight
        for code, weight in draft.countries.items()
        if (code in acting or code not in visited) and (code in share or not share) and share[code] >= HALF * sum(share.values())
    }


def _is_visited(draft: Draft, mention: PartyMention) -> bool:
    """Tell whether a state's name or capital only says where something else than violence happens."""
    place = (mention.how == "capital" and mention.party.kind is PartyKind.STATE) or is_where(draft, mention)
    sentence = draft.sentence_at(mention.start)
    return place and not (sentence is not None and any(t.lemma_.lower() in VIOLENCE for t in sentence.tokens))
