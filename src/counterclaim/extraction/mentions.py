"""Mentions of parties as speakers and doers: the side of a phrase, and which mention stands for a side at all."""

from __future__ import annotations

from collections.abc import Collection

from counterclaim.claims.party import PartyKind
from counterclaim.extraction import syntax
from counterclaim.extraction.draft import Draft
from counterclaim.extraction.speaker_words import WHERE, head_of
from counterclaim.extraction.word_lists import words
from counterclaim.knowledge.parties import Parties, PartyMention, Resolution

LAND = words("border frontier coast shore territory soil airspace capital waters")  # of which a state is no doer
BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})


def resolve(parties: Parties, phrase: str, draft: Draft) -> Resolution | None:
    """Give the side of a noun phrase, with the report's countries and day in mind."""
    return parties.resolve(phrase, countries=draft.countries, homes=draft.homes, on=draft.report.published)


def is_where(draft: Draft, mention: PartyMention) -> bool:
    """Tell whether a state's name says where, not who: "in north-eastern Afghanistan", "the border with Niger", "Niger's coast"."""
    if mention.how not in {"name", "capital", "alias"} or mention.party.kind not in {PartyKind.STATE, PartyKind.DE_FACTO}:
        return False
    head = head_of(draft, (mention.start, mention.end))
    if head is None:
        return False
    owns = head.dep_ == "poss" and head.head.lemma_.lower() in LAND
    return owns or (head.dep_ == "pobj" and (head.head.lower_ in WHERE or head.head.head.lemma_ in {"border", "frontier"}))


def is_home(draft: Draft, mention: PartyMention) -> bool:
    """Tell whether "the army" of a report may be this party's; what is no state has no home to ask for."""
    state = mention.party.kind in {PartyKind.STATE, PartyKind.STATE_FORCE}
    return draft.homes is None or not state or not draft.homes.keys().isdisjoint(mention.party.countries[:1])


def is_of_place(draft: Draft, mention: PartyMention) -> bool:
    """Tell whether a state's name only goes with a place: "the northern province of Afghanistan"."""
    head = head_of(draft, (mention.start, mention.end))
    return mention.party.kind is PartyKind.STATE and mention.how == "name" and head is not None and head.head.lower_ == "of"


def last_subject(draft: Draft, before: int, since: int, kinds: Collection[PartyKind] | None = None) -> PartyMention | None:
    """Give the last party mention between two offsets, subjects first; of these kinds and no person's name, if kinds are asked for."""
    near = [m for m in draft.parties if since <= m.start and m.end <= before and (kinds is None or _is_body(m, kinds))]
    near = [m for m in near if m.party.kind not in {PartyKind.MEDIA, PartyKind.CIVILIANS} and not is_where(draft, m)]
    subjects = [m for m in near if any(t.dep_ in syntax.SUBJECTS for t in draft.tokens_in(m.start, m.end))]
    return next(reversed(subjects or near), None)


def is_subject(draft: Draft, mention: PartyMention | None) -> bool:
    """Tell whether a party is the subject of a clause, or stands in one: "*Kenyan* soldiers said"."""
    tokens = draft.tokens_in(mention.start, mention.end) if mention is not None else []
    return any(t.dep_ in syntax.SUBJECTS or (t.dep_ in BEFORE_NOUN and t.head.dep_ in syntax.SUBJECTS) for t in tokens)


def _is_body(mention: PartyMention, kinds: Collection[PartyKind]) -> bool:
    return mention.party.kind in kinds and mention.how != "voice"
