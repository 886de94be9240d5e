"""Armed groups that no table knows: told by a report's own words as such, "the rebel group *Lakurawa*", "the *Azure Liberation Front*".

A name counts only where the words call it an armed group, or where it is built as such groups call themselves. A place, a
person, a people or a state's force is none. The group is known within the report, under its longest name there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from counterclaim.claims.party import PartyKind
from counterclaim.claims.report import Part
from counterclaim.extraction.draft import Draft, Sentence
from counterclaim.extraction.group_deeds import does_as_group
from counterclaim.extraction.group_signs import (
    BODIES,
    JOINTS,
    LED_BODIES,
    LIBERATORS,
    PARTICLES,
    WIDE_BODIES,
    Run,
    is_group,
    is_militia,
    words_of,
)
from counterclaim.extraction.place import NOT_PLACES, likely
from counterclaim.extraction.word_lists import words
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.party_table import PartyRecord, Phase

ABBREVIATED: Final = re.compile(r"[”\"’']?\s\(([A-Z][A-Za-z-]{1,7})\)")
SHORT: Final = words("front resistance movement militia alliance avengers")  # "the *Front*" of a group whose name ends so
OPENERS: Final = frozenset({"DET", "ADP", "SCONJ", "CCONJ", "ADV", "PRON", "VERB"})
ADJECTIVES: Final = words("suspected alleged notorious armed masked unidentified unknown heavily several many some islamist other")
LONGEST, SHORTEST = 7, 3  # tokens, and characters, of a name


def named_groups(draft: Draft, gazetteer: Gazetteer) -> list[PartyRecord]:
    """Give the armed groups that a report names and no table knows, as parties of this report, in the order of the text."""
    countries = likely(draft)

    def is_place(name: str) -> bool:
        return gazetteer.is_name(name, countries=countries)

    found: dict[str, PartyRecord] = {}
    for sentence in (s for s in draft.sentences if s.part is not Part.HEADING):
        for run in _runs(sentence):
            name = words_of(run)
            new = len(name) >= SHORTEST and "\n" not in name and name.casefold() not in found
            if new and not _is_known(draft, run) and (is_group(run, is_place) or (does_as_group(run) and not is_place(name))):
                found[name.casefold()] = _record(draft.text, name, PartyKind.MILITIA if is_militia(run) else PartyKind.REBEL)
    return list(found.values())


def _record(text: str, name: str, kind: PartyKind) -> PartyRecord:
    ends = (match.end() for match in re.finditer(re.escape(name), text))
    short = {match[1] for end in ends if (match := ABBREVIATED.match(text, end)) is not None}
    core = re.split(r"\s(?:of|for)\s", name)[0]
    last = core.rsplit(maxsplit=1)[-1]
    if core not in {name, last} and last.lower() in BODIES:
        short.add(core)
    if last.lower() in SHORT and re.search(rf"\b[Tt]he {re.escape(last)}\b(?! (?:of|for)\b)", text):
        short.add(last)
    return PartyRecord(name=name, countries=(), phases=(Phase(kind=kind),), aliases=tuple(sorted(short)), source="named in the report")


def _is_known(draft: Draft, run: Run) -> bool:
    """Tell whether a table knows the name or a part of it; "Syrian Liberation Front" is still a group of its own."""
    start, end = run[0].idx, run[-1].idx + len(run[-1])
    name = words_of(run)
    if any(known == name or known.startswith(f"{name} ") for known in (draft.text[m.start : m.end] for m in draft.parties)):
        return True
    inside = [m for m in draft.parties if m.start < end and start < m.end]
    land = all(m.party.kind is PartyKind.STATE and m.how in {"name", "demonym", "capital"} for m in inside)
    liberates = not LIBERATORS.isdisjoint(t.lower_ for t in run)
    return bool(inside) and not (land and liberates)


def _runs(sentence: Sentence) -> Iterator[Run]:
    """Give the runs of capitalised words, with the small words inside them: "Movement for the Liberation of Azure"."""
    run: Run = []
    for token in sentence.tokens:
        if _goes_on(token, run):
            run.append(token)
            continue
        yield from _trimmed(run)
        run = [token] if _is_capital(token) or _is_article(token) else []
    yield from _trimmed(run)


def _goes_on(token: Token, run: Run) -> bool:
    if not run or token.i != run[-1].i + 1 or len(run) > LONGEST:
        return False
    inside = token.lower_ not in {"and", "the"} or run[-1].lower_ in {"of", "for"}
    led = token.lower_ not in {"of", "for"} or any(t.lower_ in LED_BODIES | WIDE_BODIES for t in run)
    return _is_capital(token) or token.text in JOINTS or (token.lower_ in PARTICLES and inside and led)


def _is_article(token: Token) -> bool:
    """Tell whether a name begins with an article that is a part of it: "*al*-Azure Brigades"."""
    return token.lower_ in {"al", "el"} and token.i + 1 < len(token.doc) and (token.nbor().text == "-" or _is_capital(token.nbor()))


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.lower_ not in NOT_PLACES


def _trimmed(run: Run) -> Iterator[Run]:
    while run and (run[-1].lower_ in PARTICLES - {"e"} or run[-1].text in JOINTS):
        run = run[:-1]
    while run and (run[0].lower_ in ADJECTIVES or run[0].pos_ in OPENERS) and not _is_article(run[0]):
        run = run[1:]
    if run:
        yield run
