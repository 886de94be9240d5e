"""Finds words that name places, and the place of an event among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.place import Place
from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.attributions import Span, overlap
from counterclaim.extraction.draft import Draft, PlaceMention, Sentence
from counterclaim.extraction.speaker import is_organisation
from counterclaim.knowledge.gazetteer import Gazetteer, Mention, mention_at
from counterclaim.knowledge.gazetteer_precision import precision

LOCATIVE = frozenset("in at near from into inside outside around across over to toward towards throughout through along on of within between beyond above".split())
HOLDING = frozenset("enter capture seize take retake recapture overrun control hold surround besiege liberate conquer occupy reach shell bomb bombard attack strike hit leave".split())
AGAINST = frozenset("on against over to".split())
PARTS_OF = frozenset("control part north south east west border side territory capture fall rest most half all".split())
HYPHENS = frozenset("-\u2011")
PARTICLES = frozenset("al el e i de ul".split())
SURE_LOCATIVE = frozenset("in at near inside outside around across throughout along within".split())
LIKELY, MOST_COUNTRIES = 0.15, 8  # the least weight of a country whose names are sought, and how many of them
AROUND = 40  # characters
NOT_PLACES = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split())


def mentions(draft: Draft, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Give the places that a report names, in order: runs of proper nouns that stand where places stand, and known names."""
    countries = likely(draft)
    known = [(start, end) for start, end, _ in gazetteer.find(draft.report.text, countries)]
    found = []
    for sentence in draft.sentences:
        here = [span for span in known if sentence.start <= span[0] and span[1] <= sentence.end]
        for run in _runs(draft, sentence, here):
            known_name = _span(run) in here
            mention = _mention(draft, run, known=known_name, is_name=lambda words: gazetteer.is_name(words, countries=countries))
            if mention is not None:
                found.append(mention)
    return found


def likely(draft: Draft) -> list[str]:
    """Give the countries that the report is most about, the weightiest first."""
    return [code for code, weight in draft.countries.items() if weight >= LIKELY][:MOST_COUNTRIES]


def _span(run: Sequence[Token]) -> Span:
    return run[0].idx, run[-1].idx + len(run[-1])


def _runs(draft: Draft, sentence: Sentence, known: Sequence[Span]) -> list[list[Token]]:
    """Give known names, and the runs of proper nouns that they leave over, joined by hyphens and name particles."""
    runs = [[t for t in sentence.tokens if start <= t.idx < end] for start, end in known]
    taken = {t.i for run in runs for t in run}
    open_run: list[Token] = []
    for token in sentence.tokens:
        joined = open_run and token.i == open_run[-1].i + 1
        glue = joined and (token.text in HYPHENS or token.lower_ in PARTICLES)
        hyphened = joined and open_run[-1].text in HYPHENS and token.idx == open_run[-1].idx + 1
        proper = token.pos_ in {"PROPN", "ADJ"} and token.text[:1].isupper() and token.lower_ not in NOT_PLACES
        if token.i in taken or not (proper or glue or hyphened) or (open_run and not joined):
            runs.append(open_run)
            open_run = []
        if token.i not in taken and (proper or glue or hyphened):
            open_run.append(token)
    whole = [list(_stripped(run)) for run in [*runs, open_run]]
    return sorted((run for run in whole if run), key=lambda run: run[0].i)


def _stripped(run: list[Token]) -> list[Token]:
    while run and (run[-1].text in HYPHENS or run[-1].lower_ in PARTICLES):
        run = run[:-1]
    return run


def _mention(draft: Draft, run: list[Token], *, known: bool, is_name: Callable[[str], bool]) -> PlaceMention | None:
    core = [t for t in run if known or t.lemma_.lower() not in noun_classes.LEVELS] or run
    head = _outer_head(run[-1])
    hint = _hint(run, head)
    span = _span(core)
    if not known and is_organisation(run):
        return None
    if not _stands_as_place(draft, head, span, hint, known=known or is_name(draft.report.text[span[0] : span[1]])):
        return None
    text = draft.report.text[span[0] : span[1]]
    return PlaceMention(start=span[0], end=span[1], text=text, name=text, hint=hint, head=head)


def _outer_head(token: Token) -> Token:
    """Give the noun whose name a proper noun is: "Paryan *district*", "Khinj and Unabah *districts*"."""
    if token.dep_ == "conj" and token.head.dep_ != "conj":
        shared = _outer_head(token.head)
        return shared if shared.i > token.i else token
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


def _stands_as_place(draft: Draft, head: Token, span: Span, hint: str | None, *, known: bool) -> bool:
    """Tell whether words name a place here: behind "in", beside "district", or as a name that the report's countries know."""
    party = next((m for m in draft.parties if overlap((m.start, m.end), span)), None)
    chain = head
    while chain.dep_ == "conj":
        chain = chain.head
    locative = chain.dep_ == "pobj" and chain.head.lower_ in LOCATIVE
    sure = chain.dep_ == "pobj" and chain.head.lower_ in SURE_LOCATIVE
    if party is not None:
        taken = chain.dep_ in {"dobj", "nsubjpass"} and chain.head.lemma_ in HOLDING
        sure = sure or (chain.dep_ == "pobj" and (chain.head.lower_ in AGAINST or (chain.head.lower_ == "of" and chain.head.head.lemma_ in PARTS_OF)))
        return (sure or taken or hint is not None) and party.how in {"name", "alias", "capital", "force"} and party.party.kind in {"state", "de_facto"} and head.lemma_.lower() not in noun_classes.PERSONS
    name = draft.report.text[span[0] : span[1]]
    if hint is not None and head.lemma_.lower() in noun_classes.SITES | {name.lower()}:
        return True
    if sure and not _is_person(draft, span):
        return known or (len(name) > 2 and head.pos_ == "PROPN")  # noqa: PLR2004
    return known and (locative or head.dep_ in {"nsubj", "nsubjpass", "dobj", "appos", "conj", "poss", "compound", "ROOT", "npadvmod"}) and not _is_person(draft, span)


def _is_person(draft: Draft, span: Span) -> bool:
    return any(m.how == "voice" and overlap((m.start, m.end), span) for m in draft.parties) or any(
        a.source and overlap(a.source, span) and a.source[0] >= span[0] for a in draft.attributions)  # fmt: skip


class Places:
    """The places that a report's mentions mean, all of them resolved together."""

    def __init__(self, draft: Draft, gazetteer: Gazetteer) -> None:
        self._draft = draft
        text = draft.report.text
        asked = [_asked(text, m) for m in draft.places]
        self._matches = {m.start: match for m, match in zip(draft.places, gazetteer.resolve_all(asked, prior=draft.countries), strict=True)}

    def of(self, mention: PlaceMention) -> Place:
        """Give the place of a mention, resolved where the report's countries and its other places allow it."""
        match = self._matches[mention.start]
        entry = match.entry
        bare = Place(text=mention.text, start=mention.start, end=mention.end)
        if entry is None:
            return bare
        around = self._draft.report.text[max(0, mention.start - AROUND) : mention.end]
        return replace(
            bare, name=entry.name, admin1=entry.admin1, admin2=entry.admin2, country=entry.country, latitude=entry.latitude, longitude=entry.longitude,
            geonames=entry.geonames, precision=precision(entry, around), score=round(match.score, 3),
        )  # fmt: skip

    def unnamed(self, site: Token, span: Span) -> Place:
        """Give the place of words without a name ("the base"): as written, in the country and region of the last place of its kind."""
        words = self._draft.report.text[span[0] : span[1]]
        level = noun_classes.LEVELS.get(site.lemma_.lower())
        named_before = [m for m in self._draft.places if m.start < site.idx]
        before = [m for m in named_before if m.hint == level] or [m for m in named_before if self._matches[m.start].entry is not None]
        known = self.of(before[-1]) if before else Place(text=words)
        return Place(text=words, country=known.country, admin1=known.admin1, start=span[0], end=span[1])


def _asked(text: str, mention: PlaceMention) -> Mention:
    asked = mention_at(text, mention.start, mention.end)
    return replace(asked, hint=asked.hint or mention.hint)


def named(site: Token, every: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Give the mentions that a site's noun phrase is or holds: "Khinj and Unabah districts", "the centre of Bazarak"."""
    inside = {t.i for t in syntax.noun_phrase(site)}
    own = [m for m in every if m.head == site or site.idx <= m.start < site.idx + len(site)]
    return own or [m for m in every if m.head.i in inside][:1]
