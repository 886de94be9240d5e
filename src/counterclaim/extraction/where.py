"""Which of a report's places is an event's: the one that its clause names, or words without a name that stand for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.place import Place
from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.attributions import Attribution, covers
from counterclaim.extraction.draft import PlaceMention, Sentence
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.place import named
from counterclaim.extraction.speaker_words import head_of
from counterclaim.extraction.word_lists import words

LINES = words("line border road highway frontier front river")
SAY = words("say tell report announce add state confirm claim")
INHABITED = words("place town village city settlement neighbourhood neighborhood suburb")
LIKELY = 0.5
MEANWHILE = words("as while")
LIES = words("be lie situate locate stand")
APART = re.compile(
    r"(?:\d[\d.,]*[\s-]?(?:kilomet\w+|kms?|miles?|met(?:re|er)s?)\b(?:\s*\([^)]*\))?(?:\s+[a-z-]+){1,4}"
    r"|\b(?:just|immediately)\s+(?:to\s+the\s+)?(?:north|south|east|west)\w*)\s+(?:of|from)\s+(?:[a-z-]+\s+){0,4}$"
)
VERBLESS = re.compile(r"(?:,?(?: in| of)?(?: the)?(?: [A-Z][\w'’-]*| [a-z]*(?:province|district|region|state|county))*),? (?:[a-z]+ )?")
FAR, BESIDE = 80, 60  # characters before a name that may tell how far away it is, and between that and the place that is there
DISTANCES = words("kilometre kilometer km kms mile metre meter hour minute drive away distance")


def place(desk: Desk, base: Finding) -> Place | None:
    """Give the place of an event: the name that its clause has, else words such as "in the village"."""
    mention = place_mention(desk, base.event.trigger, base.sentence, base.testimony.attribution)
    if mention is not None:
        return desk.places.of(mention)
    site = next((n for n in _unnamed_sites(base.event.trigger) if syntax.child(n, "det", "poss") is not None), None)
    return _unnamed(desk, site) if site is not None else None


def _unnamed_sites(trigger: Token) -> Iterator[Token]:
    """Give the common nouns that may be the place of an event: "in the *village*", "shelled the *town*"."""
    yield from (n for n in syntax.prepositions(trigger, "in", "at") if n.lemma_.lower() in noun_classes.LEVELS)
    hit = [syntax.objects(trigger), syntax.child(trigger, "nsubjpass")]
    yield from (n for n in hit if n is not None and n.lemma_.lower() in INHABITED)


def place_mention(desk: Desk, trigger: Token, sentence: Sentence, attribution: Attribution | None) -> PlaceMention | None:
    """Give the place that an event's clause names: below the trigger, then below the verbs above it, inside the content.

    A place in a clause of another verb stands back behind one in the event's own, a line ("the border") behind an area.
    """
    every = [m for m in desk.draft.places if sentence.start <= m.start < sentence.end]
    here = [m for m in every if _may_be_told(desk, m, attribution, trigger) and not _is_of_another(desk.draft.text, m, every)]
    ranked = [(*way, abs(m.start - trigger.idx), n) for n, m in enumerate(here) if (way := _way(m, trigger, alone=len(every) == 1))]
    nearest = here[min(ranked)[-1]] if ranked else _likely(desk, trigger, sentence, here)
    smallest = desk.places.smallest(nearest) if nearest is not None else None
    return smallest if smallest in here else nearest


def _likely(desk: Desk, trigger: Token, sentence: Sentence, here: Sequence[PlaceMention]) -> PlaceMention | None:
    """Give the place that is more likely the event's than not, where no rule ties one to it."""
    if not here:
        return None
    names = desk.event_places.candidates(sentence.tokens)
    chances = desk.event_places.chances(names, trigger)
    told = [
        (chance, m) for name, chance in zip(names, chances, strict=True) for m in here if name.span[0] < m.end and m.start < name.span[1]
    ]
    chance, mention = max(told, key=lambda pair: pair[0], default=(0.0, None))
    return mention if chance >= LIKELY else None


def _may_be_told(desk: Desk, mention: PlaceMention, attribution: Attribution | None, trigger: Token) -> bool:
    """Tell whether a place can be part of what one source says: not of who says it, nor of what somebody else says."""
    if _is_far_from(mention):
        return False
    others = [a for a in desk.draft.attributions if not _is_of_one(desk, a, attribution) and covers(a.content, mention.start)]
    if any(not covers(a.content, trigger.idx) for a in others) or _is_of_speaker(desk, mention, trigger):
        return False
    if attribution is None or attribution.source is None:
        return True
    if covers([attribution.source], mention.start):
        return False
    source = head_of(desk.draft, attribution.source)
    below = set(source.subtree) if source is not None else set()
    return mention.head not in below or trigger in below


def _is_far_from(mention: PlaceMention) -> bool:
    """Tell whether a name only says how far away it happened: "a village 80 kilometres from *Goma*"."""
    name = mention.head.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    before = [t.lemma_.lower() for t in name.doc[max(0, name.start - 2) : name.start]] if name is not None else []
    return before[-1:] == ["from"] and before[0] in DISTANCES


def _is_of_another(text: str, mention: PlaceMention, every: Sequence[PlaceMention]) -> bool:
    """Tell whether a name only says where another lies: "the *Red Sea* port of Hodeidah", "Khost, 220 km (137 miles) south of *Kabul*"."""
    site = mention.head
    if site.pos_ == "NOUN" and any(m.head == n for m in every for n in syntax.prepositions(site, "of")):
        return True
    apart = APART.search(text, max(0, mention.start - FAR), mention.start)
    if apart is None:
        return False
    here = mention.head.sent.start_char
    described = (0 <= apart.start() - m.end <= BESIDE and VERBLESS.fullmatch(text, m.end, apart.start()) for m in every)
    named_before = (here <= m.start < apart.start() and m.name.split()[0] == mention.name.split()[0] for m in every)
    return any(described) or any(named_before)


def _is_of_one(desk: Desk, one: Attribution, other: Attribution | None) -> bool:
    """Tell whether two attributions are of one speaker: "she wrote …, adding that …"."""
    if other is None or one is other:
        return one is other
    speaker = desk.testimonies.speaker(one)
    return speaker is not None and speaker == desk.testimonies.speaker(other)


def _is_of_speaker(desk: Desk, mention: PlaceMention, trigger: Token) -> bool:
    """Tell whether a place stands beside who says something: "a source *in Burundi* told"."""
    cues = [a.cue for a in desk.draft.attributions]
    subjects = (t for t in syntax.above(mention.head) if t.dep_ == "nsubj" and t.head.lemma_ in SAY)
    speaker = next((t for t in subjects if any(start <= t.head.idx < end for start, end in cues)), None)
    return speaker is not None and trigger not in set(speaker.subtree)


def _way(mention: PlaceMention, trigger: Token, *, alone: bool) -> tuple[int, ...] | None:
    """Give how far a place is from an event, nearest first; None where it is another event's."""
    up = list(syntax.above(mention.head))
    over = {t.i for t in syntax.above(trigger)}
    line = any(part in LINES for part in mention.text.lower().split())
    below = next((n for n, t in enumerate(up) if t == trigger), None)
    meet = next((n for n, t in enumerate(up) if t.i in over), len(up))
    verbs = [t for t in up[1 : below if below is not None else meet] if t.pos_ in syntax.VERBAL]
    elsewhere = any(t.dep_ == "relcl" and t.lemma_ not in LIES for t in verbs)
    if below is not None and not elsewhere:
        return (0, len(verbs), line)
    verb = syntax.verb_above(mention.head)
    if verb is not None and verb.i in over:
        return (1, 0, line)
    return (2, 0, line) if alone and not any(_is_aside(t) for t in verbs) else None


def _is_aside(verb: Token) -> bool:
    """Tell whether a verb tells something beside the event: "a road that leads to X", "as the minister was flying to X"."""
    return verb.lemma_ == "lead" or any(c.dep_ in {"mark", "advmod"} and c.lower_ in MEANWHILE for c in verb.children)


def sites(desk: Desk, base: Finding) -> Iterator[Place]:
    """Give the places that a control claim is about, one for each name in its object."""
    larger, told = next((p for s in base.event.sites if (p := _larger(desk, s)) is not None), None), False
    for site in base.event.sites:
        mentions = named(site, desk.draft.places)
        if mentions and (part := _part(desk, site, mentions[0])) is not None:
            yield part
        elif mentions:
            yield from (desk.places.of(m) for m in mentions)
        elif larger is not None and site.tag_ == "NNS":
            yield from () if told else (larger,)
            told = True
        elif _can_be_held(desk, site) and (unnamed := _unnamed(desk, site)) is not None:
            yield unnamed


def _part(desk: Desk, site: Token, mention: PlaceMention) -> Place | None:
    """Give a part of a named place, with the words that make it one: "most of Khartoum", "the eastern half of the city of Aleppo"."""
    span = syntax.characters(syntax.noun_phrase(site))
    if span is None or not span[0] <= site.idx < mention.start:
        return None
    whole = desk.places.of(mention)
    part = replace(whole, text=desk.draft.text[span[0] : mention.end], start=span[0], end=mention.end)
    return part if part.is_part else None


def _can_be_held(desk: Desk, site: Token) -> bool:
    return desk.participants.class_of(site) == "place" or site.lemma_.lower() in noun_classes.BUILDINGS


def _larger(desk: Desk, site: Token) -> Place | None:
    """Give the named place that sites without a name lie in: "three key areas of Panjshir", "positions throughout the valley"."""
    if site.tag_ != "NNS":
        return None
    near = [*syntax.prepositions(site, "of", "in", "throughout", "across", "around", "along")]
    mentions = [m for n in (*near, *syntax.prepositions(site.head, "throughout", "across")) for m in named(n, desk.draft.places)]
    return desk.places.of(mentions[0]) if mentions else None


def _unnamed(desk: Desk, site: Token) -> Place | None:
    clauses = {t for c in site.children if c.dep_ == "acl" and c.i > site.i for t in c.subtree}
    span = syntax.characters(t for t in syntax.noun_phrase(site) if t not in clauses)
    return desk.places.unnamed(site, span) if span is not None else None


def shared(found: Sequence[Finding]) -> list[Finding]:
    """Give the findings of a sentence in which verbs joined by "and" share their place: "came into X and fired at cars"."""
    return [f if f.place is not None else _sharing(f, found) for f in found]


def _sharing(finding: Finding, found: Sequence[Finding]) -> Finding:
    own = _joined_verbs(finding.event.trigger)
    donor = next((f for f in found if f.place is not None and _says_too(f, finding) and own & _joined_verbs(f.event.trigger)), None)
    return replace(finding, place=donor.place) if donor is not None else finding


def _says_too(one: Finding, other: Finding) -> bool:
    return one.testimony.attribution is other.testimony.attribution


def _joined_verbs(trigger: Token) -> set[int]:
    """Give the first verb of the row of joined verbs with one subject that a trigger stands in."""
    verb = syntax.verb_above(trigger)
    while verb is not None and verb.dep_ == "conj" and verb.head.pos_ in syntax.VERBAL and syntax.child(verb, "nsubj", "nsubjpass") is None:
        verb = verb.head
    return {verb.i} if verb is not None else set()
