"""What the places that a report names mean, all of them resolved together, and how they nest."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.place import Place
from counterclaim.extraction import noun_classes
from counterclaim.extraction.attributions import Span, trimmed
from counterclaim.extraction.draft import Draft, PlaceMention
from counterclaim.extraction.word_lists import words
from counterclaim.knowledge import place_names
from counterclaim.knowledge.gazetteer import Gazetteer, Match, Mention, mention_at
from counterclaim.knowledge.gazetteer_precision import NEAR, precision
from counterclaim.knowledge.gazetteer_scoring import level_of

DEFINITE = words("the this that")
QUOTES = ' "“”«»'
AROUND = 40  # characters
KIND = r"(?: (?:village|town|city|district|county|area|province|state|region|governorate|capital|suburb|oblast))"
NESTED = re.compile(rf"{KIND}?(?:,| in| of)+(?: (?:the|in|of|[a-z]*(?:north|south|east|west|central)[a-z]*)|{KIND})* ?")


class Places:
    """The places that a report's mentions mean, all of them resolved together."""

    def __init__(self, draft: Draft, gazetteer: Gazetteer) -> None:
        self._draft = draft
        text = draft.text
        asked = [_asked(text, m) for m in draft.places]
        self._told: set[int] = set()
        self._matches = {m.start: match for m, match in zip(draft.places, gazetteer.resolve_all(asked, prior=draft.countries), strict=True)}

    def countries(self) -> dict[int, str]:
        """Give, by where each begins, the country (ISO 3166 alpha-2) of the mentions smaller than a country that the gazetteer knows."""
        entries = ((start, match.entry) for start, match in self._matches.items())
        return {start: e.country for start, e in entries if e is not None and e.country and level_of(e) != place_names.COUNTRY}

    def of(self, mention: PlaceMention) -> Place:
        """Give the place of a mention, resolved where the report's countries and its other places allow it."""
        self._told.add(mention.start)
        return self._resolved(mention)

    def _resolved(self, mention: PlaceMention) -> Place:
        match = self._matches[mention.start]
        entry = match.entry
        bare = Place(text=mention.text, start=mention.start, end=mention.end)
        if entry is None:
            return self._in_larger(mention, bare)
        around = self._draft.text[max(0, mention.start - AROUND) : mention.end]
        return replace(
            bare,
            name=entry.name,
            admin1=entry.admin1,
            admin2=entry.admin2,
            country=entry.country,
            latitude=entry.latitude,
            longitude=entry.longitude,
            geonames=entry.geonames,
            precision=precision(entry, around),
            score=round(match.score, 3),
        )

    def smallest(self, mention: PlaceMention) -> PlaceMention:
        """Give the smallest place that words nest in the one given: "Wumat, Heipang district, in *Plateau State*" is Wumat."""
        for before in reversed([m for m in self._draft.places if m.start < mention.start]):
            if not self._nests(before, mention):
                return mention
            mention = before
        return mention

    def _nests(self, small: PlaceMention, large: PlaceMention) -> bool:
        """Tell whether one place is told as a part of the next: the words between say so, and the gazetteer does not say no."""
        if large.start <= small.end or NESTED.fullmatch(self._draft.text, small.end, large.start) is None or _is_list(small, large):
            return False
        one, other = self._matches[small.start].entry, self._matches[large.start].entry
        if one is None or other is None:
            return True
        return one.country == other.country and level_of(one) != level_of(other) != place_names.TOWN

    def _in_larger(self, mention: PlaceMention, bare: Place) -> Place:
        """Give a place that no gazetteer has the country and region of the one that its words nest it in."""
        for after in (m for m in self._draft.places if m.start > mention.start):
            if not self._nests(mention, after):
                break
            mention, entry = after, self._matches[after.start].entry
            if entry is not None:
                return replace(bare, admin1=entry.admin1, admin2=entry.admin2, country=entry.country)
        return bare

    def match_of(self, start: int | None) -> Match | None:
        """Give what the gazetteer made of the mention that starts there, its other readings included."""
        return self._matches.get(start) if start is not None else None

    def unnamed(self, site: Token, span: Span) -> Place:
        """Give the place of words without a name ("the base"): as written, in the country and region of the last place of its kind."""
        text = self._draft.text
        span = next(iter(trimmed(text, [span], edge=QUOTES)), span)
        words = text[span[0] : span[1]]
        level = noun_classes.LEVELS.get(site.lemma_.lower())
        known = self._antecedent(site, span[1], level)
        if known is None:
            return Place(text=words, start=span[0], end=span[1])
        definite = any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in site.children)
        if not definite or site.tag_ == "NNS":
            return Place(text=words, country=known.country, admin1=known.admin1, start=span[0], end=span[1])
        return replace(known, text=words, precision=max(known.precision or NEAR, NEAR), start=span[0], end=span[1])

    def _antecedent(self, site: Token, end: int, level: str | None) -> Place | None:
        """Give the place that unnamed words are or lie in: named in its phrase, else the last of its kind, of a claim, or of all."""
        below = {t.i for t in site.subtree}
        behind = [m for m in self._draft.places if m.start > site.idx]
        holding = [m for m in behind if m.head.i in below or NESTED.fullmatch(self._draft.text, end, m.start)]
        if holding:
            return self._resolved(holding[0])
        before = [m for m in self._draft.places if m.start < site.idx]
        here = [m for m in before if m.start >= site.sent.start_char]
        own = [m for m in before if m.hint == level and level is not None] or here or [m for m in before if m.start in self._told]
        known = own or [m for m in before if self._matches[m.start].entry is not None]
        return self._resolved(known[-1]) if known else None


def _is_list(small: PlaceMention, large: PlaceMention) -> bool:
    """Tell whether "and" or commas only list two places beside each other."""
    row = [small.head, *small.head.conjuncts]
    return small.head == large.head or (large.head in row and any(c.dep_ == "cc" for t in row for c in t.children))


def _asked(text: str, mention: PlaceMention) -> Mention:
    asked = mention_at(text, mention.start, mention.end)
    return replace(asked, name=mention.name, hint=asked.hint or mention.hint)
