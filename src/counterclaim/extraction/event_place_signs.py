"""The signs by which a name in a sentence is, or is not, the place of one event: how both hang together, and what stands around.

A sign is a name and a number; most are there (1) or not. What they weigh is learnt (`training/event_place`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from counterclaim.extraction import event_words, noun_classes, syntax
from counterclaim.extraction.event_place_names import Candidate
from counterclaim.extraction.word_lists import words

Signs = dict[str, float]
Sign = tuple[str, float]

JOINS = words("conj appos")
CLAUSES = words("relcl acl advcl ccomp conj appos agent nsubj poss pcomp xcomp")
SAY = words("say tell report announce claim add state note confirm deny speak warn accuse quote declare describe")
HAPPENINGS = frozenset(event_words.NOUNS) | words(
    "attack raid operation explosion blast violence incident battle protest demonstration rally march war shooting bombing ambush",
    "offensive strike crackdown unrest riot patrol mission",
)
TIMES = words("day week month year morning night hour evening")
INSTITUTIONS = words("hospital street square hotel university mosque prison strip bank army forces front party ministry council")
FAR, NEAR_WORDS, DEEP = 3, 3, 4


def signs(every: Sequence[Candidate], nth: int, trigger: Token) -> Signs:
    """Give the signs of one candidate of a sentence for the event that a trigger tells."""
    one = every[nth]
    found = dict(_own(one))
    found.update(_around(one))
    found.update(_hold(one, trigger))
    found.update(_path(one, trigger))
    found.update(_distance(one, trigger))
    found.update(_beside(every, nth))
    found.update(_nested(every, nth))
    found.update({f"event={trigger.lemma_.lower()}": 1.0, f"event dep={trigger.dep_}": 1.0, f"event tag={trigger.tag_}": 1.0})
    return {name: number for name, number in found.items() if number}


def kind_of(token: Token) -> str:
    """Give the kind of a word on the way: saying, another verb, a happening, a site, people, things, a time, or its part of speech."""
    lemma = token.lemma_.lower()
    if token.pos_ in syntax.VERBAL:
        return "say" if lemma in SAY else "verb"
    kinds = (("event", HAPPENINGS), ("site", noun_classes.SITES), ("person", noun_classes.PERSONS), ("thing", noun_classes.THINGS))
    return next((kind for kind, lemmas in (*kinds, ("time", TIMES)) if lemma in lemmas), token.pos_)


def _own(one: Candidate) -> Iterator[Sign]:
    """Give what a candidate is by itself: its place in the parse, its length, what the gazetteer has of it."""
    yield f"dep={one.head.dep_}", 1.0
    yield f"outer dep={one.outer.dep_}", 1.0
    yield f"pos={one.tokens[-1].pos_}", 1.0
    yield "length", float(len(one.tokens))
    yield "capitals", float(all(t.text.isupper() for t in one.tokens))
    yield "opens", float(one.tokens[0].is_sent_start or one.tokens[0].i == 0)
    last = one.tokens[-1].lower_
    if last in noun_classes.SITES or last in INSTITUTIONS:
        yield f"last={last}", 1.0
    if one.head != one.outer:
        yield f"outer={one.outer.lemma_.lower()}", 1.0
        yield "has outer", 1.0
    if one.known is not None:
        yield "known", 1.0
        yield f"level={one.known.level}", 1.0
        yield "size", math.log1p(one.known.size)
        yield "readings", math.log1p(one.known.readings)


def _around(one: Candidate) -> Iterator[Sign]:
    """Give the words before and behind."""
    first, last = one.tokens[0], one.tokens[-1]
    before = first.nbor(-1) if first.i else None
    behind = last.nbor() if last.i + 1 < len(last.doc) else None
    if before is not None:
        telling = before.pos_ in {"ADP", "DET", "PUNCT", "ADJ", "VERB", "SCONJ"} or before.lemma_ in noun_classes.LEVELS
        yield f"before={before.lower_ if telling else '-'}", 1.0
        yield f"before pos={before.pos_}", 1.0
    if behind is not None:
        generic = behind.lemma_.lower() in noun_classes.SITES | noun_classes.PERSONS
        telling = generic or behind.pos_ in {"ADP", "PART", "PUNCT", "VERB"}
        yield f"behind={behind.lower_ if telling else '-'}", 1.0
        yield f"behind pos={behind.pos_}", 1.0


def _base(one: Candidate) -> tuple[Token, int]:
    """Give the noun that a candidate is joined to ("in A, B and *C*": A), and over how many steps."""
    noun, steps = one.outer, 0
    while noun.dep_ in JOINS and noun.head != noun:
        noun, steps = noun.head, steps + 1
    return noun, steps


def _hold(one: Candidate, trigger: Token) -> Iterator[Sign]:
    """Give what a candidate hangs on: its preposition, and the verb or noun above that."""
    noun, steps = _base(one)
    yield "joined", float(min(steps, FAR))
    role = noun.head.lower_ if noun.dep_ == "pobj" else noun.dep_
    anchor = noun.head.head if noun.dep_ == "pobj" else noun.head
    yield f"role={role}", 1.0
    yield f"role={role} of {anchor.pos_}", 1.0
    yield f"anchor={kind_of(anchor)}", 1.0
    yield f"anchor={kind_of(anchor)} {role}", 1.0
    yield "on the event", float(anchor.i == trigger.i)
    if noun.dep_ == "pobj" and anchor.pos_ == "NOUN":
        yield f"noun={anchor.lemma_.lower()}", 1.0


def _path(one: Candidate, trigger: Token) -> Iterator[Sign]:
    """Give the way from a candidate up to the word that is above both, and down to the trigger."""
    up, down = list(syntax.above(one.head)), list(syntax.above(trigger))
    over = {t.i for t in down}
    meet = next((t for t in up if t.i in over), None)
    if meet is None:
        yield "no way", 1.0
        return
    up, down = up[: up.index(meet)], down[: down.index(meet)]
    yield "up", float(len(up))
    yield "down", float(len(down))
    yield "verbs up", float(sum(t.pos_ in syntax.VERBAL for t in up))
    yield "verbs down", float(sum(t.pos_ in syntax.VERBAL for t in down))
    yield "below the event", float(meet.i == trigger.i)
    yield from _named_path(up, down)
    yield f"kinds={'>'.join(kind_of(t) for t in up[1 : DEEP + 1])}", 1.0
    top = "self" if meet.i == trigger.i else kind_of(meet)
    yield f"top={top}", 1.0
    yield f"top={top} {up[-1].dep_ if up else '-'} {down[-1].dep_ if down else '-'}", 1.0
    if top == "self" and up:
        yield f"event={trigger.lemma_.lower()} {up[-1].dep_}", 1.0


def _named_path(up: Sequence[Token], down: Sequence[Token]) -> Iterator[Sign]:
    upward, downward = ">".join(t.dep_ for t in up), ">".join(t.dep_ for t in down)
    yield f"upward={upward}", 1.0
    yield f"downward={downward}", 1.0
    yield f"way={upward}/{downward}", 1.0
    yield from ((f"up over {t.dep_}", 1.0) for t in up if t.dep_ in CLAUSES)
    yield from ((f"down over {t.dep_}", 1.0) for t in down if t.dep_ in CLAUSES)


def _distance(one: Candidate, trigger: Token) -> Iterator[Sign]:
    first, last = one.tokens[0], one.tokens[-1]
    ahead = last.i < trigger.i
    between = trigger.doc[last.i + 1 : trigger.i] if ahead else trigger.doc[trigger.i + 1 : first.i]
    yield "ahead", float(ahead)
    yield "distance", math.log1p(len(between))
    yield "commas", float(min(FAR, sum(t.text == "," for t in between)))
    yield "verbs between", float(min(DEEP, sum(t.pos_ in syntax.VERBAL for t in between)))
    yield "stops between", float(any(t.text in {";", "."} for t in between))
    yield "one sentence", float(one.head.sent.start == trigger.sent.start)


def _beside(every: Sequence[Candidate], nth: int) -> Iterator[Sign]:
    """Give how many candidates there are, and the words to the neighbouring ones."""
    yield "candidates", float(min(2 * FAR, len(every)))
    yield "first", float(nth == 0)
    if nth + 1 < len(every):
        yield f"to next={gap(every[nth], every[nth + 1])}", 1.0
    if nth:
        yield f"to last={gap(every[nth - 1], every[nth])}", 1.0


def gap(one: Candidate, other: Candidate) -> str:
    """Give the words between two candidates, "far" where there are more than three."""
    between = one.tokens[0].doc[one.tokens[-1].i + 1 : other.tokens[0].i]
    return " ".join(t.lower_ for t in between) if len(between) <= NEAR_WORDS else "far"


def _nested(every: Sequence[Candidate], nth: int) -> Iterator[Sign]:
    """Give whether a candidate holds another ("Ajila village in *Hasakah*") or stands inside another's phrase."""
    one = every[nth]
    below, over = {t.i for t in one.outer.subtree}, {t.i for t in syntax.above(one.head)} - {one.head.i}
    others = [c for n, c in enumerate(every) if n != nth]
    held = [c for c in others if c.head.i in below]
    holding = [c for c in others if c.outer.i in over]
    yield "holds", float(len(held))
    yield "inside", float(len(holding))
    if held:
        yield f"holds by {_tie(held[0].head)}", 1.0
        yield "size of held", size(held[0])
    if holding:
        yield f"inside by {_tie(one.outer)}", 1.0
        yield "size of holder", size(holding[0])
        yield "next to holder", float(abs(every.index(holding[0]) - nth) == 1)


def _tie(token: Token) -> str:
    return f"{token.dep_} {token.head.lower_}" if token.dep_ == "pobj" else token.dep_


def size(one: Candidate) -> float:
    """Give how much a candidate's place is talked about, as a logarithm; 0 for a name that no gazetteer has."""
    return math.log1p(one.known.size) if one.known is not None else 0.0


NUMBERS = words("size readings known distance commas up down joined ahead length") | {
    "verbs between", "verbs up", "verbs down", "below the event", "one sentence", "has outer", "holds", "inside",
}  # fmt: skip
NAMED = ("level=", "role=", "dep=", "outer dep=", "before=", "behind=", "pos=", "outer=", "top=", "anchor=", "to next=", "to last=")


def rivals(every: Sequence[Candidate], found: Sequence[Signs], first: Sequence[float], nth: int) -> Signs:
    """Give the signs of a candidate beside its rivals, from the chance that each had by its own signs."""
    own, others = first[nth], [p for n, p in enumerate(first) if n != nth]
    out: Signs = {
        "chance": own,
        "best rival": max(others, default=0.0),
        "lead": own - max(others, default=0.0),
        "rank": float(sum(p > own for p in others)),
        "rivals": sum(others),
        "candidates": float(len(every)),
    }
    out.update({name: number for name, number in found[nth].items() if name in NUMBERS or name.startswith(NAMED)})
    for label, n in (("next", nth + 1), ("last", nth - 1)):
        if 0 <= n < len(every):
            out.update(_rival(label, every[nth], every[n], found[n], first[n]))
    best = max((n for n in range(len(every)) if n != nth), key=lambda n: first[n], default=None)
    if best is not None:
        out.update(_rival("best", every[nth], every[best], found[best], first[best]))
        out["best ahead"] = float(best < nth)
        out["best apart"] = float(abs(best - nth))
        out["best way"] = float(_way(found[nth]) == _way(found[best]))
    return {name: number for name, number in out.items() if number}


def _rival(label: str, one: Candidate, other: Candidate, found: Signs, chance: float) -> Iterator[Sign]:
    yield f"{label}: chance", chance
    yield f"{label}: larger by", size(other) - size(one)
    yield f"{label}: joined", found.get("joined", 0.0)
    yield from ((f"{label}: {name}", 1.0) for name in found if name.startswith(("level=", "dep=", "role=")))


def _way(found: Iterable[str]) -> str:
    return next((name for name in found if name.startswith("way=")), "")
