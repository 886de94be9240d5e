"""Hedged number phrases → operator and bounds, under rule CC-1 of the claim model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from counterclaim.claims.count import Operator, Quantity
from counterclaim.extraction.not_quantities import carries_on, reason_to_drop, setting
from counterclaim.extraction.number_words import Amount, find_amounts, lower_case, word_set


class Hedge(Enum):
    """What a word beside a number does to its bounds."""

    MORE_THAN = auto()
    AT_LEAST = auto()
    FEWER_THAN = auto()
    UP_TO = auto()
    NEARLY = auto()
    ABOUT = auto()
    EXACTLY = auto()
    REVISION = auto()
    BETWEEN = auto()


_WORDS_BEFORE: Final = {
    Hedge.MORE_THAN: "more than|over|above|in excess of|greater than|exceed|exceeds|exceeded|exceeding|surpass|surpassed|surpassing"
    "|topped|topping",
    Hedge.AT_LEAST: "at least|at the least|at the very least|at a minimum|no fewer than|no less than|not fewer than|not less than"
    "|a minimum of|minimum of|upward of|upwards of",
    Hedge.FEWER_THAN: "less than|fewer than|under|below",
    Hedge.UP_TO: "up to|as many as|as much as|no more than|not more than|at most|at the most|a maximum of|maximum of",
    Hedge.NEARLY: "nearly|almost|close to|just under|just below|just short of|approaching|nearing|not quite",
    Hedge.ABOUT: "about|around|roughly|approximately|approx|some|an estimated|a estimated|estimated|circa|ca|c|in the region of"
    "|in the order of|on the order of|something like|an average of|perhaps|maybe|possibly|probably",
    Hedge.EXACTLY: "exactly|precisely|just|only|a total of|altogether|all",
    Hedge.REVISION: "another|a further|yet another|an additional|an extra|further|additional",
    Hedge.BETWEEN: "between|anywhere between|somewhere between|from|anywhere from",
}
_HEDGES: Final = {tuple(phrase.split()): hedge for hedge, phrases in _WORDS_BEFORE.items() for phrase in phrases.split("|")}
_HEDGE_ENDS: Final = frozenset(phrase[-1] for phrase in _HEDGES)
_LONGEST: Final = max(map(len, _HEDGES))
_DEGREE: Final = word_set("well far much slightly just considerably significantly substantially very")
_PREPOSITIONS: Final = word_set("over around about above below under")
# After these, "over", "around" and "about" are plain prepositions: "fighting over two villages".
_GOVERNORS: Final = re.compile(
    r"(?:clash|fight|disput|conflict|war|battl|feud|quarrel|row|standoff|control|talk|negotiat|fl[yie]|flew|spread|divided|concern|information|spoke"
    r"|speak|worr|word|news|question|ask|learn|heard|deployed|positions?|situated)\w*$"
)
_SIGNS: Final = {"~": Hedge.ABOUT, "≈": Hedge.ABOUT, ">": Hedge.MORE_THAN, "≥": Hedge.AT_LEAST, "<": Hedge.FEWER_THAN, "≤": Hedge.UP_TO}
_LAST_WORD = re.compile(r"([^\W\d]+)\.?\s+$")
_WORD = re.compile(r"[^\s—\u2013(“\"\u2018\[]+")
_AFTER = re.compile(
    r"(?P<EXACTLY>[-\s]strong\b)|(?P<ABOUT>[-\s]odd\b|\s+or\s+(?:so|thereabouts)\b)"
    r"|(?P<AT_LEAST>\+(?!\d)|[-\s]plus\b(?!\s+\d)|\s+(?:or|and)\s+(?:even\s+)?(?:more|above)\b|,?\s+at\s+(?:the\s+)?(?:very\s+)?least\b(?!\s+[\w,]+\s+of\b)(?!\s+\d))"
    r"|(?P<UP_TO>\s+or\s+(?:fewer|less)\b|,?\s+at\s+(?:the\s+)?most\b)"
    r"|(?P<REVISION>\s+more\b(?!\s+than)|\s+(?:further|additional)(?=\s+[a-z]+s\b))",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"(?P<dash>\s?[-\u2013\u2011]\s?)|\s+(?P<word>to|or|and|if\s+not|or\s+even|or\s+perhaps|or\s+possibly|or\s+maybe|or\s+nearly|or\s+almost|to\s+as\s+many\s+as"
    r"|and\s+possibly|possibly)\s+",
    re.IGNORECASE,
)
_ROSE = re.compile(
    r"\b(?:ris\w+|rose|climb\w*|increas\w+|rais\w+|jump\w*|go\w*|went|grow\w*|grew|up|revis\w+|soar\w*|fell|fall\w*|drop\w*|lower\w*|down|chang\w+)\b[^.]*$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:(?:a\s+)?(?:great\s+|good\s+)?many\b(?!\s+(?:as|a|an|more\s+than)\b)|numerous\b|countless\b|multiple\b|a\s+handful\b"
    r"|(?:an?\s+)?(?:larger?|smaller|small|greater|great|huge|significant|higher|high|growing|similar|limited|considerable|unknown|unspecified|undisclosed|undetermined|certain)\s+numbers?\s+of\b|an?\s+number\s+of\b"
    r"|some(?=\s+of\s+(?:the|its|their|his|her|those|these|them|our)\b|\s+(?:[a-z'\u2019-]+\s+)?[a-z]{3,}(?<!s)s\b|\s+(?:people|troops|men|women|children)\b)"
    r"|most(?=\s+of\s+(?:the|its|their|his|them|those|these)\b))"
)
_NOT_MANY: Final = word_set("how too so as that not very with few")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A number phrase in the making; `joined` where two figures make a range."""

    first: Amount
    last: Amount
    low: int
    joined: bool

    @property
    def span(self) -> tuple[int, int]:
        return self.first.start, self.last.end


def find_quantities(text: str) -> list[Quantity]:
    """Give the number phrases of a text that can count people or things, in order, each with its bounds.

    Left out are dates, durations, ages and other numbers that `not_quantities` names, and the bare "one", which can be
    a pronoun (`one_words`).

    >>> [(q.text, q.low, q.high, q.best) for q in find_quantities("Over 700 died and about 50 fled in 2014.")]
    [('Over 700', 701, None, None), ('about 50', None, None, 50)]
    """
    figures = list(_figures(text))
    found = [figure.quantity for figure in figures if figure.quantity and not figure.lone]
    return sorted([*found, *_vague_words(text, [figure.span for figure in figures])], key=lambda q: q.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A number phrase that is read: its quantity, None where it counts nothing; `lone` for no more than the word one."""

    span: tuple[int, int]
    quantity: Quantity | None
    lone: bool


def _figures(text: str) -> Iterator[_Figure]:
    dropped: str | None = None
    last_end = 0
    for phrase in _phrases(text, list(find_amounts(text))):
        start, before = _hedges_before(text, phrase.first.start, last_end, joined=phrase.joined)
        end, after = _hedge_after(text, phrase.last.end)
        hedges = before | after
        if phrase.first.form == "bare" and not before:
            continue
        firm = bool(hedges & _FIRM)
        around = setting(text, start, (phrase.first.start, end), digits=phrase.first.digits, low=phrase.low, firm=firm)
        carried = carries_on(dropped, text[last_end:start], around)
        dropped = dropped if carried else reason_to_drop(around)
        last_end = end
        lone = not phrase.joined and not phrase.first.multiple and not hedges - {Hedge.REVISION, Hedge.EXACTLY}
        yield _Figure(span=(start, end), quantity=None if dropped else _quantity(text, (start, end), phrase, hedges), lone=lone)


def _phrases(text: str, amounts: list[Amount]) -> Iterator[_Phrase]:
    nth = 0
    while nth < len(amounts):
        first = amounts[nth]
        following = amounts[nth + 1] if nth + 1 < len(amounts) else None
        low = _joined_low(text, first, following) if following else None
        if following is None or low is None:
            yield _Phrase(first=first, last=first, low=first.low, joined=False)
            nth += 1
        else:
            yield _Phrase(first=first, last=following, low=low, joined=True)
            nth += 2


def _joined_low(text: str, first: Amount, second: Amount) -> int | None:
    """Give the lower bound of the range that two numbers make, None where they make none.

    "10 to 15 thousand" and "two or three dozen" share the scale of the second; a range goes up.
    """
    link = _JOIN.fullmatch(text, first.end, second.start)
    if link is None or (link["dash"] and first.form != second.form):
        return None
    before = text[max(0, first.start - 40) : first.start].lower()
    if link["word"] and not _may_join(link["word"].lower(), before):
        return None
    shares = second.scale > 1 and first.scale == 1 and not first.vague and first.low < second.high // second.scale
    low = first.low * second.scale if shares else first.low
    return low if low < second.low else None


def _may_join(word: str, before: str) -> bool:
    last = before.split()[-1:]
    if word == "and":
        return last == ["between"]
    return word != "to" or not (last == ["from"] and _ROSE.search(before))


def _hedges_before(text: str, start: int, floor: int, *, joined: bool) -> tuple[int, set[Hedge]]:
    """Give where the phrase starts with the hedges that stand before the number, and which they are."""
    hedges: set[Hedge] = set()
    sign = _SIGNS.get(text[start - 1 : start]) if start else None
    if sign:
        return start - 1, {sign}
    nearest = _LAST_WORD.search(text, max(floor, start - 20), start)
    if nearest is None or nearest[1].lower() not in _HEDGE_ENDS:
        return start, hedges
    words = [(m.group().lower().rstrip("."), m.start()) for m in _WORD.finditer(text, max(floor, start - 60), start)]
    while (size := _hedge_size(words)) and len(hedges) < _LONGEST:
        hedge = _HEDGES[tuple(w for w, _ in words[-size:])]
        if hedge is Hedge.BETWEEN and not joined:
            break
        hedges.add(hedge)
        start = words[-size][1]
        words = words[:-size]
        if words and words[-1][0] in _DEGREE and hedge is not Hedge.BETWEEN:
            start = words.pop()[1]
    return start, hedges


def _hedge_size(words: list[tuple[str, int]]) -> int:
    """Give how many of the last words make a hedge, 0 where none do."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        if tuple(w for w, _ in words[-size:]) in _HEDGES:
            governed = size == 1 and words[-1][0] in _PREPOSITIONS and len(words) > 1 and _GOVERNORS.match(words[-2][0])
            return 0 if governed else size
    return 0


def _hedge_after(text: str, end: int) -> tuple[int, set[Hedge]]:
    hedges: set[Hedge] = set()
    while match := _AFTER.match(text, end):
        hedges.add(Hedge[match.lastgroup or ""])
        end = match.end()
    return end, hedges


def _quantity(text: str, span: tuple[int, int], phrase: _Phrase, hedges: set[Hedge]) -> Quantity:
    start, end = span
    operator, low, high, best = _bounds(phrase, hedges)
    return Quantity(
        text=text[start:end], start=start, end=end, operator=operator, low=low, high=high, best=best, revision=Hedge.REVISION in hedges
    )


_FIRM: Final = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.FEWER_THAN, Hedge.UP_TO, Hedge.NEARLY})
_ONE_SIDED: Final = (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.FEWER_THAN, Hedge.UP_TO)
_Bounds = tuple[Operator, int | None, int | None, int | None]


def _bounds(phrase: _Phrase, hedges: set[Hedge]) -> _Bounds:
    """Give operator, low, high and best as rule CC-1 has them."""
    low, high = phrase.low, phrase.last.high
    vague = phrase.first.vague or phrase.last.vague
    one_sided = next((hedge for hedge in _ONE_SIDED if hedge in hedges), None)
    if one_sided:
        return _one_sided(one_sided, low, high, vague=vague)
    if vague or phrase.joined:
        return Operator.VAGUE if vague else Operator.RANGE, low, high, None
    if Hedge.NEARLY in hedges:
        return Operator.ABOUT, None, high, high
    if Hedge.ABOUT in hedges or phrase.first.approximate:
        return Operator.ABOUT, None, None, high
    return Operator.EXACT, low, high, low


def _one_sided(hedge: Hedge, low: int, high: int, *, vague: bool) -> _Bounds:
    """Give the bounds of "more than", "at least", "fewer than" and "up to", which have no best."""
    if hedge is Hedge.MORE_THAN:
        return Operator.MORE_THAN, low if vague else low + 1, None, None
    if hedge is Hedge.AT_LEAST:
        return Operator.AT_LEAST, low, None, None
    return Operator.UP_TO, None, max(0, high - 1) if hedge is Hedge.FEWER_THAN else high, None


def _vague_words(text: str, taken: list[tuple[int, int]]) -> Iterator[Quantity]:
    """Give the words for a plural that bound nothing, such as "many" and "a number of"."""
    lowered = lower_case(text)
    for match in _VAGUE.finditer(lowered):
        around = setting(text, match.start(), match.span(), digits=False, low=0, firm=False)
        if around.before[1] in _NOT_MANY or _overlaps(taken, match.span()) or reason_to_drop(around):
            continue
        start, end = match.span()
        yield Quantity(text=text[start:end], start=start, end=end, operator=Operator.VAGUE, low=None, high=None, best=None)


def _overlaps(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def one_words(text: str, quantities: Iterable[Quantity] | None = None) -> list[Quantity]:
    """Give the words that count one if a counted noun follows: "one", "a", "an", "another", also "one of" and "one more".

    Only syntax can tell "a soldier was killed" from "a statement said", so these are candidates. Pronouns ("no one",
    "one another") and measures ("a day", "one kilometre") are left out, and so is what is part of one of `quantities`,
    which are found anew where they are not given.
    """
    lowered = lower_case(text)
    taken = [(q.start, q.end) for q in (find_quantities(text) if quantities is None else quantities)]
    found: list[Quantity] = []
    for match in _ONE.finditer(lowered):
        around = setting(text, match.start(), match.span(), digits=False, low=1, firm=False)
        pronoun = match.group() == "one" and around.before[1] in _PRONOUN_AFTER
        if pronoun or _overlaps(taken, match.span()) or reason_to_drop(around):
            continue
        found.append(_exact(text, match, 1, revision="more" in match.group() or match.group() == "another"))
    return found


def zero_words(text: str) -> list[Quantity]:
    """Give the words that count none if a counted noun follows: "no", "zero", "none", "nobody", "not a single".

    Candidates like `one_words`: "no casualties" counts, "no statement" does not.
    """
    return [_exact(text, match, 0, revision=False) for match in _ZERO.finditer(lower_case(text))]


def both_words(text: str) -> list[Quantity]:
    """Give the words "both" that count two if a counted noun follows: candidates like `one_words`; "both … and" counts nothing."""
    return [_exact(text, match, 2, revision=False) for match in _BOTH.finditer(lower_case(text))]


_BOTH = re.compile(
    r"\bboth(?=\s+(?:were|are|have|had|died|survived|suffered)\b)|\bboth\b(?!\s+(?:sides?|parties|countries|armies|governments|cases|times|ways)\b)(?![^.;]{0,60}\band\b)"
)
_ONE = re.compile(
    r"\b(?:one\s+more|one|another|an?\s+single|an?)\b(?=\s+[^\W\d])(?!\s+(?:another|by\s+one|day|side|hand|thing|way|number|lot|few|bit|couple|dozen|hundred"
    r"|thousand|million|while|time|further|total|maximum|minimum|handful|series|majority|estimated|large|great|small|good\s+many|result)\b)"
    r"(?!\s+(?:[^\W\d]+\s+)?(?:numbers?|majority|proportion|fraction|percentage|portion|handful|series)\s+of\b)"
)
_PRONOUN_AFTER: Final = word_set("no any every each this that which the some number")
_ZERO = re.compile(
    r"\bno\b(?=\s+[^\W\d])(?!\s+(?:longer|more\s+than|fewer\s+than|less\s+than|doubt|one\s+else|matter|way|sooner|further|later))"
    r"|\bzero\b(?=\s)|\bnone\b|\bnobody\b|\bno[-\s]one\b|\bnot\s+(?:a\s+single|one)\b|\bnot\s+any\b"
)


def _exact(text: str, match: re.Match[str], value: int, *, revision: bool) -> Quantity:
    start, end = match.span()
    return Quantity(
        text=text[start:end], start=start, end=end, operator=Operator.EXACT, low=value, high=value, best=value, revision=revision
    )
