"""Finds words that name places, and the place of an event among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.party import PartyKind
from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.attributions import Span, overlap
from counterclaim.extraction.draft import Draft, PlaceMention, Sentence
from counterclaim.extraction.speaker_words import is_organisation
from counterclaim.extraction.word_lists import words
from counterclaim.knowledge.gazetteer import Gazetteer

LOCATIVE = words(
    "about in at near from into inside outside around across over to toward towards throughout through along on of within between beyond",
    "above",
)
HOLDING = words(
    "enter capture seize take retake recapture overrun control hold surround besiege liberate conquer occupy reach shell bomb",
    "bombard attack strike hit leave win regain reclaim clear",
)
HELD_ONLY = words("recapture retake reconquer overrun besiege occupy")  # what is done to land and never to people
AGAINST = words("on against over to")
PARTS_OF = words(
    "control part north south east west border side territory capture fall rest most half all area district suburb outskirt outskirts",
    "neighbourhood neighborhood street centre center heart siege shelling bombing bombardment battle invasion storming recapture seizure",
    "shell bomb bombard",
)
LANDS = words("name alias capital force")  # how a party's name may be found and still be its land's
WITHIN = words("compound nmod amod npadvmod")
BEHIND = words("pobj dobj nsubj nsubjpass appos conj")
ROLES = BEHIND - {"pobj"} | words("poss compound ROOT npadvmod")
HYPHENS = frozenset("-\u2011")
PARTICLES = words("al el e i de ul")
SURE_LOCATIVE = words("in at near inside outside around across throughout along within")
UNITS = words("brigade battalion division regiment corps army militia force unit squad garrison resistance movement operation")
CAMPAIGNS = words("operation exercise")
BESIDE = words("north south east west northeast northwest southeast southwest outskirt outskirts suburb suburbs")
LIKELY, MOST_COUNTRIES = 0.15, 8  # the least weight of a country whose names are sought, and how many of them
DATELINE = re.compile(r"\s+[-–—]\s|:\s")  # behind the place that a report is sent from
SOIL = words("soil territory land airspace waters")
ABBREVIATED = re.compile(r"\s\(([A-Z][A-Za-z]{1,5})\)")  # behind a name
ENDING = 3  # letters of the longest abbreviation within a name: "St. John"
SHORTEST = 3  # characters of a name that no gazetteer has
FAR_HEAD = 3  # tokens
HYPHENED = 2  # tokens
HOLDER_ENDS = words("held controlled backed led run occupied ruled based besieged")  # "the *Taliban-held* town of Bala"
NOT_PLACES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october",
    "november december",
)


def mentions(draft: Draft, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Give the places that a report names, in order: runs of proper nouns that stand where places stand, and known names."""
    countries = likely(draft)
    known = [(start, end) for start, end, _ in gazetteer.find(draft.text, countries)]
    found: list[PlaceMention] = []
    for sentence in draft.sentences:
        here = [span for span in known if sentence.start <= span[0] and span[1] <= sentence.end]
        for run in _runs(sentence, here):
            sure = _span(run) in here or _is_joined(_outer_head(run[-1]), found)
            mention = _mention(draft, run, known=sure, is_name=lambda name: gazetteer.is_name(name, countries=countries))
            found += [mention] if mention is not None else []
    found += _held_again(draft, found)
    openings = {section.start for section in draft.report.sections}
    kept = [m for m in found if not (m.start in openings and DATELINE.match(draft.text, m.end))]
    return sorted([*_in_full(draft, kept), *_soils(draft)], key=lambda m: m.start)


def _held_again(draft: Draft, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Give the names that are taken or held as places, and that the report calls places elsewhere: "Ramree Island … captured *Ramree*"."""
    cores = {m.name for m in found if m.hint is not None}
    known = {m.start for m in found}
    for sentence in draft.sentences:
        for token in sentence.tokens:
            taken = token.text in cores and token.idx not in known and token.pos_ == "PROPN" and _is_taken(token)
            if taken and not any(m.start <= token.idx < m.end for m in found):
                end = token.idx + len(token)
                yield PlaceMention(start=token.idx, end=end, text=token.text, name=token.text, hint=None, head=_outer_head(token))


def _in_full(draft: Draft, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Give the mentions, and what abbreviates one of them, under its name: "the Line of Control (LoC) … along the LoC"."""
    text = draft.text
    short = {match[1]: (match.start(1), m) for m in found if (match := ABBREVIATED.match(text, m.end)) is not None}
    yield from (m for m in found if m.text not in short)
    for sentence in draft.sentences:
        for token in sentence.tokens:
            name = token.text.rstrip(".")
            at, whole = short.get(name, (0, None))
            if whole is not None and token.idx != at:
                end = token.idx + len(name)
                yield replace(whole, start=token.idx, end=end, text=name, head=_outer_head(token))


def _soils(draft: Draft) -> Iterator[PlaceMention]:
    """Give the land that a people's name tells: "on Armenian soil", "Russian territory"."""
    for party in draft.parties:
        tokens = draft.tokens_in(party.start, party.end)
        land = tokens[-1].head if tokens and party.how == "demonym" and party.party.kind in {PartyKind.STATE, PartyKind.DE_FACTO} else None
        if land is not None and land.lemma_.lower() in SOIL and land.i == tokens[-1].i + 1:
            end = land.idx + len(land)
            yield PlaceMention(
                start=party.start, end=end, text=draft.text[party.start : end], name=party.party.name, hint="country", head=land
            )


def _is_joined(head: Token, found: Sequence[PlaceMention]) -> bool:
    """Tell whether "and" joins a name to a place: "captured Rutshuru and *Kiwanja*"."""
    return head.dep_ == "conj" and head.pos_ == "PROPN" and any(m.head == head.head for m in found)


def likely(draft: Draft) -> list[str]:
    """Give the countries that the report is most about, the weightiest first."""
    return [code for code, weight in draft.countries.items() if weight >= LIKELY][:MOST_COUNTRIES]


def _span(run: Sequence[Token]) -> Span:
    return run[0].idx, run[-1].idx + len(run[-1])


def _runs(sentence: Sentence, known: Sequence[Span]) -> list[list[Token]]:
    """Give known names, and the runs of proper nouns that they leave over, joined by hyphens and name particles."""
    runs = [[t for t in sentence.tokens if start <= t.idx < end] for start, end in known]
    taken = {t.i for run in runs for t in run}
    run: list[Token] = []
    for token in sentence.tokens:
        before = run[-1] if run and run[-1].i + 1 == token.i else None
        if before is not None and before.text.endswith(".") and len(before) > ENDING:
            before = None
        part = token.i not in taken and (_is_proper(token) or (before is not None and _is_glued(token, before)))
        if not part or before is None:
            runs.append(run)
            run = []
        if part:
            run.append(token)
    whole = [_stripped(run) for run in [*runs, run]]
    return sorted((run for run in whole if run), key=lambda run: run[0].i)


def _is_proper(token: Token) -> bool:
    return token.pos_ in {"PROPN", "ADJ"} and token.text[:1].isupper() and token.lower_ not in NOT_PLACES


def _is_glued(token: Token, before: Token) -> bool:
    """Tell whether a word goes on with a name: "Nagorno*-Karabakh*", "Mazar*-i-*Sharif", "Deir *al* Zor"."""
    return token.text in HYPHENS or token.lower_ in PARTICLES or (before.text in HYPHENS and token.idx == before.idx + 1)


def _stripped(run: list[Token]) -> list[Token]:
    while run and (run[-1].text in HYPHENS or run[-1].lower_ in PARTICLES):
        run = run[:-1]
    held = len(run) > HYPHENED and run[-2].text in HYPHENS and run[-1].lower_ in HOLDER_ENDS
    return [] if held else run


def _mention(draft: Draft, run: list[Token], *, known: bool, is_name: Callable[[str], bool]) -> PlaceMention | None:
    if not known and (is_organisation(run) or all(t.pos_ == "ADJ" for t in run)):
        return None
    core = [t for t in run if known or t.lemma_.lower() not in noun_classes.LEVELS] or run
    head = _outer_head(run[-1])
    hint = _hint(run, head)
    start, end = _span(core)
    end -= core[-1].text.endswith(".") and len(core[-1]) > ENDING
    text = draft.text[start:end]
    if not _stands_as_place(draft, head, (start, end), hint, known=known or is_name(text)):
        return None
    return PlaceMention(start=start, end=end, text=text, name=text, hint=hint, head=head)


def _outer_head(token: Token) -> Token:
    """Give the noun whose name a proper noun is: "Paryan *district*", "Khinj and Unabah *districts*"."""
    if token.dep_ == "conj" and token.head.dep_ != "conj":
        shared = _outer_head(token.head)
        return shared if shared.i > token.i else token
    while token.dep_ in WITHIN and _names(token.head) and abs(token.head.i - token.i) <= FAR_HEAD:
        token = token.head
    return token


def _names(head: Token) -> bool:
    """Tell whether a noun can have a place's name in front: another name, or a word such as "district"."""
    return head.pos_ == "PROPN" or (head.pos_ == "NOUN" and head.lemma_.lower() in noun_classes.SITES)


def _hint(run: Sequence[Token], head: Token) -> str | None:
    """Give the kind of place that the words in, before or behind a name tell, or that a name joined to it has."""
    behind = [head.nbor()] if head.i + 1 < len(head.doc) and head.nbor().dep_ in BEHIND else []
    for token in [*run, head, *behind, *head.conjuncts]:
        level = noun_classes.LEVELS.get(token.lemma_.lower())
        if level is not None:
            return level
    return None


def _stands_as_place(draft: Draft, head: Token, span: Span, hint: str | None, *, known: bool) -> bool:
    """Tell whether words name a place here: behind "in", beside "district", or as a name that the report's countries know."""
    chain = head
    while chain.dep_ == "conj":
        chain = chain.head
    parties = (m for m in draft.parties if overlap((m.start, m.end), span))
    party = next((m for m in parties if not (known and m.how == "demonym" and m.end < span[1])), None)  # "*Iraqi* Kurdistan"
    if party is not None:
        where = hint is not None or _says_where(chain) or (chain.dep_ == "appos" and _is_called(chain))
        state = party.party.kind is PartyKind.STATE
        land = state or (known and (party.party.kind is PartyKind.DE_FACTO or _is_taken(chain)))
        return where and party.how in LANDS and land and not _is_people(head)
    name = draft.text[span[0] : span[1]]
    if hint is not None and head.lemma_.lower() in noun_classes.SITES | {name.lower()}:
        return True
    if _is_person(draft, span) or _is_unit(draft, span):
        return False
    if _is_beside(chain) or _is_called(chain) or (chain.dep_ == "dobj" and chain.head.lemma_ in HELD_ONLY):
        return len(name) >= SHORTEST and head.pos_ == "PROPN"
    if chain.dep_ == "pobj" and chain.head.lower_ in SURE_LOCATIVE:
        return known or (len(name) >= SHORTEST and head.pos_ == "PROPN")
    return known and (head.dep_ in ROLES or (chain.dep_ == "pobj" and chain.head.lower_ in LOCATIVE))


def _is_unit(draft: Draft, span: Span) -> bool:
    """Tell whether words are the first part of a unit's name, or an operation's: "the *Kharkiv* brigade", "Operation *Sahel Shield*"."""
    inside = draft.tokens_in(*span)
    before = [inside[0].nbor(-1)] if inside and inside[0].i else []
    led = any(t.lower_ in CAMPAIGNS and t.text[:1].isupper() for t in (*before, *inside[:1]))
    return led or any(t.dep_ in {"compound", "nmod"} and t.head.lemma_.lower() in UNITS for t in inside[-1:])


def _is_beside(noun: Token) -> bool:
    """Tell whether a name is what a distance or direction counts from: "50 km southwest of *Mogadishu*"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in BESIDE


def _is_called(noun: Token) -> bool:
    """Tell whether a name is that of a place told before it: "the town of *Khasham*", "the capital, *Khartoum*"."""
    if noun.dep_ == "appos":
        return noun.head.lemma_ == "capital"
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in noun_classes.LEVELS


def _says_where(noun: Token) -> bool:
    """Tell whether a state's name is land here: "in Ukraine", "strikes on Iran", "control of Somalia", "captured Kyiv"."""
    if _is_taken(noun) or _is_beside(noun):
        return True
    preposition = noun.head
    part = preposition.lower_ == "of" and preposition.head.lemma_ in PARTS_OF
    return noun.dep_ == "pobj" and (part or preposition.lower_ in SURE_LOCATIVE | AGAINST)


def _is_taken(noun: Token) -> bool:
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in HOLDING:
        return True
    held = (c for c in noun.head.children if c.dep_ == "conj" and c.lemma_ in HOLDING)
    return noun.dep_ == "nsubj" and any(syntax.is_passive(c) and syntax.child(c, "nsubjpass") is None for c in held)


def _is_people(head: Token) -> bool:
    return head.lemma_.lower() in noun_classes.PERSONS


def _is_person(draft: Draft, span: Span) -> bool:
    voiced = any(m.how == "voice" and overlap((m.start, m.end), span) for m in draft.parties)
    return voiced or any(a.source and overlap(a.source, span) and a.source[0] >= span[0] for a in draft.attributions)


def named(site: Token, every: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Give the mentions that a site's noun phrase is or holds: "Khinj and Unabah districts", "the centre of Bazarak"."""
    inside = {t.i for t in syntax.noun_phrase(site)}
    same = {site, site.head} if site.dep_ == "appos" else {site}
    own = [m for m in every if m.head in same or site.idx <= m.start < site.idx + len(site)]
    held = [m for m in every if m.head.i in inside]
    listed = (
        {held[0].head, *held[0].head.conjuncts} if held and site.tag_ == "NNS" and site.lemma_.lower() in noun_classes.LEVELS else set()
    )
    called = [m for m in every if m.head.dep_ == "appos" and m.head.head == site]  # "the capital, *Khartoum*"
    return own or [m for m in held if m == held[0] or m.head in listed] or called
