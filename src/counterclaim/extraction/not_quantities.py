"""Numbers that count no people and no things: dates, durations, ages, distances, money, clock times, codes.

Each rule has a name, and `reason_to_drop` gives the name of the first that holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

REACH: Final = 48
OLDEST: Final = 115
YEARS: Final = range(1800, 2100)
LAST_DAY: Final = 31

_MONTHS: Final = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december".split()
)
_CODED_BY: Final = frozenset(
    (
        "act agenda annex antonov apollo appendix boeing airbus block brigade building bus category class clause clauses company corps decree "
        "directive division edition euro figure formula france gate grade hill house kanal kilometer kilometre km law level line mark mig mk model "
        "order part pk platoon protocol radio regiment regulation rossiya rule squadron table title train tv type unit volume ward wing battalion "
        "area areas camp checkpoint district districts point post quarter school sector sectors station zone bbc channel"
    ).split()
)
_CODED_BY_IN_ANY_CASE: Final = frozenset(
    "article articles chapter flight highway no nos number page pages paragraph paragraphs phase resolution resolutions room route routes section sections".split()
)
_CODED_IN_WORDS: Final = frozenset("article bbc category chapter channel gate number phase radio type".split())
_NAMED_BY: Final = frozenset({("group", "of"), ("gang", "of"), ("the", "big")})
_MONEY_BEFORE: Final = frozenset("rs inr usd eur gbp us$ afn aed sar ksh ngn ksh. rs.".split())
_YEAR_AFTER: Final = frozenset("in since until till during before after late early mid".split())
_AGED_GROUPS: Final = frozenset("aged age ages child children girls boys minors infants those anyone men women males people persons residents".split())
_SYMBOLS_OF_MONEY: Final = "$€£¥₹₦"

_TIME_UNIT = (
    r"(?:seconds|minutes?|mins?|hours?|hrs?|days?|nights|weeks?|weekends|fortnights?|months?|years?|yrs?|decades?|century|centuries|seasons"
    r"|generations|mornings|evenings|afternoons|o['’]clock|times|occasions)\b"
)
_TIME_FILLER = r"(?:(?:more|consecutive|straight|full|long|whole|further|successive|additional|calendar|working|business|bloody|intense|solid)[\s-]+){0,2}"
_MEASURE = (
    r"(?:(?:square|cubic|nautical|sq\.?|metric)[\s-]+)?"
    r"(?:km|kms|kilomet(?:re|er)s?|kilos?|miles?|met(?:re|er)s?|m|mm|cm|centimet(?:re|er)s?|millimet(?:re|er)s?|feet|foot|ft|inch(?:es)?|yards?"
    r"|acres?|hectares?|ha|tons?|tonnes?|kgs?|kilogram(?:me)?s?|grams?|lbs?|lit(?:re|er)s?|gallons?|barrels?|kilotons?|megawatts?|mw|degrees?"
    r"|knots?|mph|kmh|kph|volts?|°|calib(?:re|er))(?![A-Za-z])"
)
_MONEY_UNIT = (
    r"(?:(?:us|american|canadian|australian|somali|kenyan|ethiopian|egyptian|pakistani|indian|syrian|lebanese|iraqi|yemeni|sudanese)\s+)?"
    r"(?:dollars?|usd|euros?|eur|pounds?|rupees?|rubles?|roubles?|hryvnias?|shillings?|birr|riyals?|rials?|dinars?|liras?|pesos?|yen"
    r"|yuan|naira|francs?|cents?|bucks|quetzals?|col[oó]n(?:es)?|manats?|kyats?|sucres?|cedis?)\b"
)
_SMALL = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|a)"
_SHARED_UNIT = rf"(?:\s+(?:and|or|to)\s+(?:about\s+|some\s+)?{_SMALL})?"

_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|[-\s](?:first|second|third|(?:four|fif|six|seven|eigh|nin)th)\b", re.I)
_CODE_AFTER = re.compile(r"[A-Za-z_]|-[A-Z0-9]*[A-Z]\b|[/.,:]\d|[-–]\d")
_CODE_BEFORE = re.compile(r"(?:[A-Za-z_#@+/\\№]|[A-Za-z]-|\d[-–.,:/])$")
_CLOCK = re.compile(
    r":\d\d|(?:\.\d\d)?\s*(?:[ap]\.?m\b|(?:hours|hrs)\s+(?:GMT|UTC|local|on)\b|GMT\b|UTC\b|AMT\b|EST\b|EDT\b|local\s+time\b|o['’]clock\b)", re.I
)
_PHONE_BEFORE = re.compile(r"(?:\b(?:tel|phone|telephone|fax|whatsapp|hotline)\b[\w\s:.]{0,12}|\+\d*\s?)$", re.I)
_PHONE_AFTER = re.compile(r"[-\s]\d{2,}[-\s]\d{2,}")
_MONTH_AFTER = re.compile(
    r"\s+(?:of\s+)?(?:Jan(?:uary)?|Feb(?:ruary)?|March|MARCH|Mar|MAR|Apr(?:il)?|May(?!\w)|MAY(?!\s+(?:HAVE|BE))|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN|FEB|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)(?![a-z])"
)
_PERSON_NOUN = re.compile(
    r"(?:\s+[\w'’-]+){0,2}?\s+(?:people|persons|troops|dead|killed|wounded|injured|missing|captured|civilians?|men|women|children|refugees|families"
    r"|casualties|deaths|bodies|(?:soldier|fighter|militant|rebel|insurgent|guerrilla|villager|resident|victim|prisoner|detainee|hostage|terrorist"
    r"|peasant|member|house|home|tank|vehicle|drone|rocket|shell|missile)s|policemen)\b",
    re.I,
)
_YEARS_OLD = re.compile(r"[\s-]+years?[\s-]+olds?\b", re.I)
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]+(?:,\s*|\s*\()$")
_AGE_AFTER = re.compile(r"[,)]|\.(?:\s|$)")
_DURATION = re.compile(rf"(?:\s*-\s*|\s+)(?:of\s+)?{_TIME_FILLER}{_TIME_UNIT}|-(?:second|night|season)\b|{_SHARED_UNIT}[\s-]+{_TIME_UNIT}", re.I)
_DISTANCE = re.compile(rf"{_SHARED_UNIT}[\s-]*(?:of\s+)?{_MEASURE}", re.I)
_PERCENT = re.compile(rf"{_SHARED_UNIT}[\s-]*(?:%|per\s?cent|pct\b|percentage)", re.I)
_MONEY_AFTER = re.compile(rf"{_SHARED_UNIT}(?:-|\s+)(?:of\s+)?{_MONEY_UNIT}|\s+(?:Afghanis|afghanis|roubles)\b", re.I)
_FORMATION = re.compile(
    r"\s+(?:[A-Z][\w-]*\s+){0,2}(?:Brigade|Corps|Division|Battalion|Regiment|Rifles|Squadron|Commando|Para|Airborne|BRIGADE|DIVISION|BATTALION|REGIMENT)\b"
    r"(?!\s+(?:commanders|soldiers|officers|troops|men|members)\b)"
)
_WON = re.compile(r"\b(?:won|wins?|beat|defeat|defeated|drew|draw|victory|scored?)\b[^.]{0,20}$", re.I)
_COMPOUND = re.compile(r"[-‑](?:[a-z]|to-)", re.I)
_FRACTION = re.compile(r"[-\s](?:thirds?|quarters?|fifths?|halves|tenths?|and\s+a\s+half)\b", re.I)
_LISTED = re.compile(r"(?:^|\n)\s*[(\[]?$")
_LIST_MARK = re.compile(r"[.)\]]+(?:\s|$)")
_RATE = re.compile(
    r"(?:\s+[\w'’-]+){0,3}?\s+(?:a|per|each|every)\s+(?:day|week|month|hour|minute|year|night)\b"
    r"(?!\s+(?:after|before|earlier|later|ago|since|of|on|in|from)\b)",
    re.I,
)
_DENOMINATOR = re.compile(
    rf"\b(?:(?:{_SMALL}|most|some|none|any|each|several|many|few|half|eleven|dozens?|hundreds)\s+(?:[a-z]+\s+)?(?:out\s+)?of\s+"
    r"(?:(?:the|its|their|his|her|these|those|our|[\w-]+['’]s?)\s+)(?:[a-z]+\s+)?|\d\s+(?:[a-z]+\s+)?out\s+of\s+|\bone\s+in\s+(?:every\s+)?)$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A number phrase among its neighbours: hedges from `phrase`, the number from `start` to `end`, what is around it.

    `firm` is True where a hedge such as "more than" or "at least" shows that the number counts something.
    """

    text: str
    phrase: int
    start: int
    end: int
    digits: bool
    low: int
    firm: bool
    left: str
    right: str
    before: tuple[str, ...]

    @property
    def hedged(self) -> bool:
        """Whether words of the phrase stand before the number."""
        return self.phrase < self.start

    @property
    def written(self) -> str:
        """The number as written, without hedges."""
        return self.text[self.start : self.end]


def setting(text: str, phrase: int, span: tuple[int, int], *, digits: bool, low: int, firm: bool) -> Setting:
    """Give a number phrase with its neighbours, at most 48 characters away on each side."""
    left = text[max(0, phrase - REACH) : phrase]
    words = tuple(word.strip(".(\"'“‘[").lower() for word in left.split()[-2:])
    return Setting(
        text=text,
        phrase=phrase,
        start=span[0],
        end=span[1],
        digits=digits,
        low=low,
        firm=firm,
        left=left,
        right=text[span[1] : span[1] + REACH],
        before=("", "", *words)[-2:],
    )


def _ordinal(s: Setting) -> bool:
    return bool(_ORDINAL.match(s.right))


def _clock(s: Setting) -> bool:
    return s.digits and bool(_CLOCK.match(s.right) or re.search(r"\d:$", s.left))


def _code(s: Setting) -> bool:
    """A model, a unit's number or an identifier: letters or signs grown together with digits, or a leading zero."""
    if not s.digits:
        return bool(re.search(r"[A-Za-z]-$", s.text[max(0, s.start - 2) : s.start]))
    grown = _CODE_BEFORE.search(s.text, max(0, s.start - 3), s.start) or _CODE_AFTER.match(s.right)
    return bool(grown) or (s.written.startswith("0") and len(s.written) > 1)


def _phone(s: Setting) -> bool:
    return s.digits and bool(_PHONE_BEFORE.search(s.left) or _PHONE_AFTER.match(s.right))


def _calendar(s: Setting) -> bool:
    """A day of a month: "27 September", "Sept. 27", "3 JAN 90"."""
    if not s.digits:
        return False
    if s.low <= LAST_DAY and _MONTH_AFTER.match(s.right):
        return True
    if s.before[1] not in _MONTHS or s.hedged or not s.left.rstrip(" .\n")[-3:].strip():
        return False
    month_is_capital = s.left.split()[-1].strip("(\"'“‘[")[:1].isupper()
    dated = s.low <= LAST_DAY or s.before[0].isdecimal()
    alone = s.before[0] in {"in", "last", "this", "since"} and bool(_PERSON_NOUN.match(s.right))
    return month_is_capital and dated and not alone


def _year(s: Setting) -> bool:
    if not s.digits or s.low not in YEARS or not s.written[:4].isdecimal() or s.firm:
        return re.search(r"\s['’]$", s.left) is not None and s.digits
    return s.before[1].rstrip(",") in _YEAR_AFTER | _MONTHS or not _PERSON_NOUN.match(s.right)


def _age(s: Setting) -> bool:
    if _YEARS_OLD.match(s.right) or s.before[1] in {"aged", "age", "ages"} or (s.before == ("age", "of")):
        return True
    if s.hedged and s.before[1] in _AGED_GROUPS and s.text[s.phrase : s.phrase + 5].lower() in {"under", "over ", "above", "below", "betwe"}:
        return True
    named = s.digits and s.low <= OLDEST and not s.hedged and _NAME_BEFORE.search(s.left) and _AGE_AFTER.match(s.right)
    return bool(named) and s.before[1].rstrip(",") not in _MONTHS


def _duration(s: Setting) -> bool:
    return bool(_DURATION.match(s.right))


def _distance(s: Setting) -> bool:
    return bool(_DISTANCE.match(s.right))


def _percent(s: Setting) -> bool:
    return bool(_PERCENT.match(s.right))


def _money(s: Setting) -> bool:
    signed = s.text[max(0, s.start - 2) : s.start].rstrip()[-1:]
    return (signed != "" and signed in _SYMBOLS_OF_MONEY) or s.before[1] in _MONEY_BEFORE or bool(_MONEY_AFTER.match(s.right))


def _designator(s: Setting) -> bool:
    """The name of a road, a resolution, a formation or a channel: "Route 9", "Resolution 1701", "Brigade 36"."""
    word = s.before[1]
    if s.hedged or not (s.digits or word in _CODED_IN_WORDS) or not s.left[-1:].isspace():
        return s.before in _NAMED_BY and s.written[:1].isupper()
    if word in _CODED_BY_IN_ANY_CASE:
        return True
    capital = s.left.split()[-1].lstrip(".(\"'“‘[")[:1].isupper() if s.left.split() else False
    if word in _CODED_BY and capital and not _PERSON_NOUN.match(s.right):
        return True
    return s.before in _NAMED_BY


def _formation(s: Setting) -> bool:
    return s.digits and not s.hedged and bool(_FORMATION.match(s.right))


def _score(s: Setting) -> bool:
    """The result of a match or a vote: "3-1"; a range that a word of winning precedes."""
    joined = "-" in s.written or "–" in s.written
    return s.digits and joined and bool(_WON.search(s.left))


def _fraction(s: Setting) -> bool:
    return bool(_FRACTION.match(s.right))


def _compound(s: Setting) -> bool:
    return bool(_COMPOUND.match(s.right))


def _enumeration(s: Setting) -> bool:
    return s.digits and not s.hedged and bool(_LISTED.search(s.left)) and bool(_LIST_MARK.match(s.right)) and s.low < YEARS.start


def _rate(s: Setting) -> bool:
    return bool(_RATE.match(s.right))


def _denominator(s: Setting) -> bool:
    """The whole that another figure is a part of: the seven of "five of Panjshir's seven districts"."""
    return (" of" in s.left or s.left.endswith("in ") or " in every " in s.left) and bool(_DENOMINATOR.search(s.left))


RULES: Final[tuple[tuple[str, Callable[[Setting], bool]], ...]] = (
    ("ordinal", _ordinal),
    ("clock", _clock),
    ("percent", _percent),
    ("money", _money),
    ("age", _age),
    ("duration", _duration),
    ("distance", _distance),
    ("date", _calendar),
    ("score", _score),
    ("phone", _phone),
    ("code", _code),
    ("year", _year),
    ("designator", _designator),
    ("formation", _formation),
    ("fraction", _fraction),
    ("compound", _compound),
    ("enumeration", _enumeration),
    ("rate", _rate),
    ("denominator", _denominator),
)
CARRIED_ON: Final = frozenset({"date", "age", "designator", "year", "score"})
_CARRY = re.compile(r"\s*(?:,|-|–|&|/)\s*|,?\s+(?:and|or|to)\s+")
_OWN_NOUN = re.compile(
    r"\s+(?!(?:and|or|at|in|on|to|of|from|by|with|when|where|as|for|after|before|near|was|were|had|has|have|is|are)\b)[A-Za-z]{3,}"
)


def reason_to_drop(s: Setting) -> str | None:
    """Give the name of the first rule by which the number is no quantity, None where none holds."""
    return next((name for name, holds in RULES if holds(s)), None)


def carries_on(reason: str | None, gap: str, s: Setting) -> bool:
    """Tell whether a number goes on with the dates, ages or codes before it, as the 4 and 5 of "October 3, 4 and 5"."""
    return reason in CARRIED_ON and s.digits and not s.hedged and bool(_CARRY.fullmatch(gap)) and not _OWN_NOUN.match(s.right)
