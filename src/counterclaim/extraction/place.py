"""Finds words that name places, and the place of an event among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from counterclaim.claims.place import Place
from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.attributions import Span, overlap
from counterclaim.extraction.draft import Draft, PlaceMention, Sentence
from counterclaim.knowledge.gazetteer import Entry, Gazetteer

LOCATIVE = frozenset("in at near from into inside outside around across over to toward towards throughout through along on of within between beyond above".split())
HOLDING = frozenset("enter capture seize take retake recapture overrun control hold surround besiege liberate conquer occupy reach shell bomb bombard attack strike hit leave".split())
PARTS = frozenset("upper lower middle new old north south east west northern southern eastern western".split())
SURE_LOCATIVE = frozenset("in at near inside outside around across throughout along within".split())
NOT_PLACES = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split())


def mentions(draft: Draft, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Give the places that a report names, in order: runs of proper nouns that stand where places stand."""
    found = []
    for sentence in draft.sentences:
        for run in _runs(sentence):
            mention = _mention(draft, run, gazetteer)
            if mention is not None:
                found.append(mention)
    return found


def _runs(sentence: Sentence) -> Iterator[list[Token]]:
    """Give runs of proper nouns, joined by hyphens and by "of", "al", "e", "de" inside a name."""
    run: list[Token] = []
    for token in sentence.tokens:
        proper = token.pos_ in {"PROPN", "ADJ"} and token.text[:1].isupper() and token.lower_ not in NOT_PLACES
        hyphened = run and run[-1].text in {"-", "‑"} and token.idx == run[-1].idx + 1
        proper = proper or bool(hyphened)
        glue = token.text in {"-", "‑"} or token.lower_ in {"al", "el", "e", "i", "de", "ul"}
        if proper or (run and glue and token.i == run[-1].i + 1):
            if run and token.i != run[-1].i + 1:
                yield run
                run = []
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _mention(draft: Draft, run: list[Token], gazetteer: Gazetteer) -> PlaceMention | None:
    while run and run[-1].text in {"-", "‑"}:
        run = run[:-1]
    generic = [t for t in run if t.lemma_.lower() in noun_classes.LEVELS]
    core = [t for t in run if t not in generic] or run
    if not core:
        return None
    head = _outer_head(run[-1])
    hint = _hint(run, head)
    span = (core[0].idx, core[-1].idx + len(core[-1]))
    if not _stands_as_place(draft, head, span, hint, gazetteer):
        return None
    text = draft.report.text[span[0] : span[1]]
    return PlaceMention(start=span[0], end=span[1], text=text, name=text, hint=hint, head=head)


def _outer_head(token: Token) -> Token:
    """Give the noun whose name a proper noun is: "Paryan *district*", "Bar-Sanguni *base*"."""
    while token.dep_ in {"compound", "nmod", "amod", "poss", "npadvmod"} and token.head.pos_ in {"NOUN", "PROPN"} and (
        token.head.pos_ == "PROPN" or token.head.lemma_.lower() in noun_classes.SITES) and abs(token.head.i - token.i) <= 3:  # noqa: PLR2004
        if token.dep_ == "poss":
            break
        token = token.head
    return token


def _hint(run: Sequence[Token], head: Token) -> str | None:
    for token in [*run, head, *[c for c in head.children if c.i == head.i - 1], *([head.doc[head.i + 1]] if head.i + 1 < len(head.doc) else [])]:
        level = noun_classes.LEVELS.get(token.lemma_.lower())
        if level is not None and (token in run or token == head or token.i == head.i + 1 and token.dep_ in {"pobj", "dobj", "nsubj", "nsubjpass", "appos", "conj"}):
            return level
    joined = [t for t in head.conjuncts if t.lemma_.lower() in noun_classes.LEVELS]
    return noun_classes.LEVELS[joined[0].lemma_.lower()] if joined else None


def _stands_as_place(draft: Draft, head: Token, span: Span, hint: str | None, gazetteer: Gazetteer) -> bool:
    """Tell whether words name a place here: behind "in", beside "district", or as a name that the report's countries know."""
    party = next((m for m in draft.parties if overlap((m.start, m.end), span)), None)
    chain = head
    while chain.dep_ == "conj":
        chain = chain.head
    locative = chain.dep_ == "pobj" and chain.head.lower_ in LOCATIVE
    sure = chain.dep_ == "pobj" and chain.head.lower_ in SURE_LOCATIVE
    if party is not None:
        taken = chain.dep_ in {"dobj", "nsubjpass"} and chain.head.lemma_ in HOLDING
        return (sure or taken or hint is not None) and party.how in {"name", "alias", "capital", "force"} and party.party.kind in {"state", "de_facto"} and head.lemma_.lower() not in noun_classes.PERSONS
    name = draft.report.text[span[0] : span[1]]
    if hint is not None and head.lemma_.lower() in noun_classes.SITES | {name.lower()}:
        return True
    known = gazetteer.is_name(name, countries=tuple(draft.countries))
    if sure and not _is_person(draft, span):
        return known or (chain.head.lower_ in {"in", "near", "at"} and len(name) > 3 and head.pos_ == "PROPN")  # noqa: PLR2004
    return known and (locative or head.dep_ in {"nsubj", "nsubjpass", "dobj", "appos", "conj", "poss", "compound", "ROOT", "npadvmod"}) and not _is_person(draft, span)


def _is_person(draft: Draft, span: Span) -> bool:
    return any(m.how == "voice" and overlap((m.start, m.end), span) for m in draft.parties) or any(
        a.source and overlap(a.source, span) and a.source[0] >= span[0] for a in draft.attributions)  # fmt: skip


class Places:
    """Resolves a report's place mentions once each, every resolved one helping the next."""

    def __init__(self, draft: Draft, gazetteer: Gazetteer) -> None:
        self._draft = draft
        self._gazetteer = gazetteer
        self._known: dict[str, Place] = {}
        self._near: list[Entry] = []

    def of(self, mention: PlaceMention) -> Place:
        """Give the place of a mention, resolved where the report's countries allow it."""
        key = f"{mention.name.casefold()}|{mention.hint}"
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._resolve(mention)
        return Place(
            text=mention.text, name=found.name, admin1=found.admin1, admin2=found.admin2, country=found.country, latitude=found.latitude, longitude=found.longitude,
            geonames=found.geonames, precision=found.precision, score=found.score, start=mention.start, end=mention.end,
        )  # fmt: skip

    def unnamed(self, site: Token, span: Span) -> Place:
        """Give the place of words without a name ("the base"): as written, in the country of the last place that could be it."""
        words = self._draft.report.text[span[0] : span[1]]
        level = noun_classes.LEVELS.get(site.lemma_.lower())
        before = [m for m in self._draft.places if m.start < site.idx and (level is None or m.hint == level)]
        known = self.of(before[-1]) if before else Place(text=words)
        return Place(text=words, country=known.country, admin1=known.admin1, start=span[0], end=span[1])

    def _resolve(self, mention: PlaceMention) -> Place:
        match = self._gazetteer.resolve(mention.name, prior=self._draft.countries, near=tuple(self._near), hint=mention.hint)
        entry = match.entry
        if entry is None:
            return Place(text=mention.text)
        self._near.append(entry)
        return Place(
            text=mention.text, name=entry.name, admin1=entry.admin1, admin2=entry.admin2, country=entry.country, latitude=entry.latitude, longitude=entry.longitude,
            geonames=entry.geonames, precision=None, score=round(match.score, 3),
        )  # fmt: skip


def named(site: Token, every: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Give the mentions that a site's noun phrase is or holds: "Khinj and Unabah districts", "the centre of Bazarak"."""
    inside = {t.i for t in syntax.noun_phrase(site)}
    own = [m for m in every if m.head == site or site.idx <= m.start < site.idx + len(site)]
    return own or [m for m in every if m.head.i in inside][:1]
