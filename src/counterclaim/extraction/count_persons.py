"""Counts of persons who are told one by one, without a number: rule CC-2.

A list of names and single persons is as many as it has: "a father and his two sons" are three. One person who is named or
described alone is at least one: "Commander Aziz was killed"; the words do not say that nobody else was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from counterclaim.claims.count import LISTED_RULE, Count, Operator, Quantity
from counterclaim.claims.event import Kind, Modality
from counterclaim.extraction import event_words, noun_classes, parser, syntax
from counterclaim.extraction.count import Group, count
from counterclaim.extraction.word_lists import words

ARTICLES: Final = frozenset({"a", "an"})
LISTED: Final = frozenset({Kind.CASUALTIES, Kind.CAPTURE, Kind.DETENTION, Kind.SURRENDER})
ALONE: Final = frozenset({Kind.CASUALTIES, Kind.DETENTION})
COLLECTIVE: Final = words(
    "army navy military police force crew family population public community staff militia unit personnel aid household battalion",
    "brigade regiment platoon contingent reinforcement enemy couple youth dozen other life opposition leadership group figure",
)

OPEN: Final = words("any every each no whose either neither")
STATED: Final = frozenset({"acomp", "oprd", "attr", "conj"})

IsName = Callable[[Token], bool]


def counts(groups: Sequence[Group], party: str | None, window: str | None, is_name: IsName) -> Iterator[Count]:
    """Give the counts of groups of one side; a list of persons is one count.

    `is_name` tells of a proper noun whether it is a human being's.
    """
    together = listed(groups)
    for group in [together] if together is not None else groups:
        own = group if group.quantity is not None else alone(group, is_name)
        found = count(own, party, window) if own is not None else None
        if found is not None:
            yield found


def listed(groups: Sequence[Group]) -> Group | None:
    """Give the group that a list of names and single persons makes; None where it is no such list, or each has a figure."""
    parts = [q if (q := g.quantity) is not None else one_person(g) for g in groups]
    known = [q for q in parts if q is not None and q.operator is Operator.EXACT and q.best is not None]
    if len(groups) < 2 or len(known) < len(groups) or not _is_told_one_by_one(groups, known) or _is_apart(groups):  # noqa: PLR2004
        return None
    start, end = min(q.start for q in known), max(q.end for q in known)
    last = syntax.characters(syntax.named_alone(groups[-1].head))
    end = max(end, last[1] if last is not None else end)
    n = sum(q.best for q in known if q.best is not None)
    return replace(groups[0], quantity=_quantity(groups[0].head, (start, end), n, n))


def _is_told_one_by_one(groups: Sequence[Group], known: Sequence[Quantity]) -> bool:
    return any(q.text.lower() in ARTICLES or g.quantity is None for g, q in zip(groups, known, strict=True))


def _is_apart(groups: Sequence[Group]) -> bool:
    """Tell whether groups are not of one event or one outcome."""
    kinds = any(g.event.kind not in LISTED for g in groups)
    return kinds or len({g.outcome for g in groups}) > 1 or len({g.event.trigger.i for g in groups}) > 1


def alone(group: Group, is_name: IsName) -> Group | None:
    """Give a group of one person with the count of at least one; None where it is more, nobody, or did not happen."""
    event = group.event
    if event.kind not in ALONE or event.negated or event.modality is not Modality.HAPPENED or len(event.groups) > 1:
        return None
    one = one_person(group) if _is_told_of(group) else None
    if one is None or (group.head.tag_ == "NNP" and not is_name(group.head)):
        return None
    return replace(group, quantity=_quantity(group.head, (one.start, one.end), 1, None))


def _is_told_of(group: Group) -> bool:
    """Tell whether a noun is one person of whom it is told: not "any soldier", "whose father", nor a heading's speaker beside "dead"."""
    trigger = group.event.trigger
    open_ = any(t.lower_ in OPEN for t in group.head.children)
    stated = trigger.pos_ in syntax.VERBAL or (trigger.dep_ in STATED and trigger.head.pos_ in syntax.VERBAL and group.head.i < trigger.i)
    return not open_ and (stated or group.event.nominal)


def one_person(group: Group) -> Quantity | None:
    """Give the count of one that a name or a definite person makes: "Commander Aziz was killed", "the mayor died"."""
    head = group.head
    lone = (head.tag_ in {"NN", "NNP"} or syntax.is_aged(head)) and group.event.kind in LISTED and head.lemma_.lower() not in COLLECTIVE
    known = head.tag_ == "NNP" or head.lemma_.lower() in noun_classes.PERSONS or syntax.is_aged(head)
    if not lone or not known or head == group.event.trigger or head.lower_ in event_words.STATES:
        return None
    span = syntax.characters(t for t in syntax.noun_phrase(head) if t.i <= head.i)
    return _quantity(head, span, 1, 1) if span is not None else None


def _quantity(head: Token, span: tuple[int, int], low: int, high: int | None) -> Quantity:
    text = parser.text_of(head.doc)[span[0] : span[1]]
    operator = Operator.EXACT if high is not None else Operator.AT_LEAST
    return Quantity(text=text, start=span[0], end=span[1], operator=operator, low=low, high=high, best=high, rule=LISTED_RULE)
