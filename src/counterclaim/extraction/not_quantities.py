"""Numbers that count no people and no things: dates, durations, ages, distances, money, clock times, codes.

Each rule has a name, and `reason_to_drop` gives the name of the first that holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from counterclaim.extraction.number_words import word_set

Span = tuple[int, int]

REACH: Final = 48
OLDEST: Final = 115
YEARS: Final = range(1500, 2100)
LAST_DAY: Final = 31

_MONTHS: Final = word_set(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december"
)
_CODED_BY: Final = word_set(
    "act agenda airbus annex antonov apollo appendix area areas battalion bbc block boeing brigade building bus cadena camp "
    "category channel checkpoint class clause clauses company corps decree directive district districts division edition euro "
    "figure formula france gate grade hill house kanal kilometer kilometre km law level line mark mig mk model order part pk "
    "platoon point post protocol quarter radio regiment regulation rossiya rule school sector sectors squadron station table title "
    "train tv type unit volume ward wing zone"
)
_CODED_BY_IN_ANY_CASE: Final = word_set(
    "article articles chapter flight highway no nos number page pages paragraph paragraphs phase plate resolution resolutions "
    "room route routes section sections"
)
_CODED_IN_WORDS: Final = word_set("article bbc category chapter channel gate number phase radio type")
_NAMED_BY: Final = frozenset({("group", "of"), ("gang", "of"), ("battle", "of"), ("the", "big"), ("task", "force")})
_CLUBS: Final = frozenset({5, 7, 8, 15, 20, 24, 77})
_MONEY_BEFORE: Final = word_set("rs inr usd eur gbp us$ afn aed sar ksh ngn ksh. rs.")
_YEAR_AFTER: Final = word_set("in since until till during before after late early mid")
_HOUR_AFTER: Final = word_set("at from until till by")
_AGED_GROUPS: Final = word_set(
    "aged age ages child children girls boys minors infants those anyone men women males people persons residents"
)
_SYMBOLS_OF_MONEY: Final = "$€£¥₹₦"

_TIME_UNIT = (
    r"(?:seconds|minutes?|mins?|hours?|hrs?|days?|nights|weeks?|weekends|fortnights?|months?|years?|yrs?|decades?|century|centuries|seasons"
    r"|generations|mornings|evenings|afternoons|o['\u2019]clock|times|occasions)\b"
)
_TIME_FILLER = r"(?:(?:more|consecutive|straight|full|long|whole|further|successive|additional|calendar|working|bloody|solid)[\s-]+){0,2}"
_MEASURE = (
    r"(?:(?:square|cubic|nautical|sq\.?|metric)[\s-]+)?"
    r"(?:km|kms|kilomet(?:re|er)s?|kilos?|miles?|met(?:re|er)s?|m|mm|cm|centimet(?:re|er)s?|millimet(?:re|er)s?|feet|foot|ft|inch(?:es)?|yards?"
    r"|acres?|hectares?|ha|tons?|tonnes?|kgs?|kilogram(?:me)?s?|grams?|lbs?|lit(?:re|er)s?|gallons?|barrels?|kilotons?|megawatts?|mw|degrees?"
    r"|mi|[kmg]hz|knots?|mph|kmh|kph|volts?|°|calib(?:re|er))(?![A-Za-z]|-\d)"
)
_MONEY_UNIT = (
    r"(?:(?:us|american|canadian|australian|somali|kenyan|ethiopian|egyptian|pakistani|indian|syrian|lebanese|iraqi|yemeni|sudanese)\s+)?"
    r"(?:dollars?|usd|euros?|eur|pounds?|rupees?|rubles?|roubles?|hryvnias?|shillings?|birr|riyals?|rials?|dinars?|liras?|pesos?|yen"
    r"|yuan|naira|francs?|cents?|bucks|quetzals?|col[oó]n(?:es)?|manats?|kyats?|sucres?|bol[ií]vares|cedis?)\b"
)
_SMALL = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
_SHARED_UNIT = rf"(?:\s+(?:and|or|to)\s+(?:about\s+|some\s+)?{_SMALL})?"

_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|[-\s](?:first|second|third|(?:four|fif|six|seven|eigh|nin)th)\b", re.IGNORECASE)
_CODE_AFTER = re.compile(r"[A-Za-z_\u2032\u2033]|-[A-Z0-9]*[A-Z]\b|[/.,:]\d|[-\u2013]\d")
_CODE_BEFORE = re.compile(r"(?:[A-Za-z_#@+/\\№]|[A-Za-z][-.]|\d[-\u2013.,:/])\Z")
_CLOCK = re.compile(
    r":\d\d|(?:\.\d\d)?\s*(?:[ap]\.?m\b|(?:hours|hrs)\s+(?:GMT|UTC|local|on)\b|GMT\b|UTC\b|AMT\b|EST\b|EDT\b|local\s+time\b|o['\u2019]clock\b)",
    re.IGNORECASE,
)
_MILITARY_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_PHONE_BEFORE = re.compile(r"(?:\b(?:tel|phone|telephone|fax|whatsapp|hotline)\b[\w\s:.]{0,12}|\+\d*\s?)\Z", re.IGNORECASE)
_PHONE_AFTER = re.compile(r"[-\s]\d{2,}[-\s]\d{2,}")
_MONTH_AFTER = re.compile(
    r"(?:\s*(?:,|and|or|to|AND|OR|TO|[-\u2013/&])\s*\d{1,2}){0,3}\s+(?:of\s+)?(?:Jan(?:uary)?|Feb(?:ruary)?|March|MARCH|Mar|MAR|Apr(?:il)?|May(?!\w)|MAY(?!\s+(?:HAVE|BE))|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN|FEB|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)(?![a-z])"
)
_PERSON_NOUN = re.compile(
    r"(?:\s+[\w'\u2019-]+){0,2}?\s+(?:people|persons|troops|dead|killed|wounded|injured|missing|captured|civilians?|men|women|children|refugees|families"
    r"|casualties|deaths|bodies|(?:soldier|fighter|militant|rebel|insurgent|guerrilla|villager|resident|victim|prisoner|detainee|hostage|terrorist"
    r"|peasant|member|house|home|tank|vehicle|drone|rocket|shell|missile)s|policemen)\b",
    re.IGNORECASE,
)
_ERA = re.compile(r"\s+(?:BCE?|AD|CE|B\.C|A\.D)\b")
_YEARS_OLD = re.compile(r"[\s-]+years?[\s-]+olds?\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[A-Z][\w'\u2019-]+(?:,\s*|\s*\()\Z")
_AGE_AFTER = re.compile(r"[,)]|\.(?:\s|\Z)")
_DURATION = re.compile(
    rf"(?:\s*-\s*|\s+)(?:of\s+)?{_TIME_FILLER}{_TIME_UNIT}|-(?:second|night|season)\b|{_SHARED_UNIT}[\s-]+{_TIME_UNIT}", re.IGNORECASE
)
_DISTANCE = re.compile(rf"{_SHARED_UNIT}[\s-]*(?:of\s+)?{_MEASURE}", re.IGNORECASE)
_PERCENT = re.compile(rf"{_SHARED_UNIT}[\s-]*(?:%|per\s?cent|pct\b|percentage)", re.IGNORECASE)
_MONEY_AFTER = re.compile(rf"{_SHARED_UNIT}(?:-|\s+)(?:of\s+)?{_MONEY_UNIT}|\s+(?:Afghanis|afghanis|roubles)\b", re.IGNORECASE)
_OWN_NOUN_IN_LOWER_CASE = re.compile(r"\s+[a-z]+s\b(?<!was)(?<!has)")
_FORMATION = re.compile(
    r"\s+(?:[A-Z][\w-]*\s+){0,2}(?:Brigade|Corps|Division|Battalion|Regiment|Rifles|Squadron|Commando|Para|Airborne|BRIGADE|DIVISION|BATTALION|REGIMENT)\b"
    r"(?!\s+(?:commanders|soldiers|officers|troops|men|members)\b)"
)
ADDRESS: Final = re.compile(
    r"\s+(?:(?:hundred\s+)?block\s+(?:of\b|[A-Z])|(?:(?:[NSEW]\.?|[A-Z][\w.'\u2019-]+|\d+(?:st|nd|rd|th))\s+){1,4}"
    r"(?:St(?:reet)?|Ave(?:nue)?|R(?:oa)?d|Blvd|Boulevard|Dr(?:ive)?|Lane|Ln|H(?:igh)?wa?y|Court|Place|Terrace|Circle|Parkway|Alley)\b)"
)
_WON = re.compile(r"\b(?:won|wins?|beat|defeat|defeated|drew|draw|victory|scored?)\b[^.]{0,20}\Z", re.IGNORECASE)
_VOTE = re.compile(r"\bvotes?\s+of\s*\Z", re.IGNORECASE)
_COMPOUND = re.compile(r"[-\u2011](?:[a-z]|to-)", re.IGNORECASE)
_SCORES_COUNT = re.compile(
    r"\s+(?:of|more|others|were|was|are|have|had|died|dead|fled|people|civilians|soldiers|fighters|militants|[a-z]+ed)\b", re.IGNORECASE
)
_FRACTION = re.compile(r"[-\s](?:thirds?|quarters?|fifths?|halves|tenths?|and\s+a\s+half)\b", re.IGNORECASE)
_LISTED = re.compile(r"(?:^|\n)\s*[(\[]?\Z|\[\Z")
_LIST_MARK = re.compile(r"[.)\]]+(?:\s|\Z)")
_RATE = re.compile(
    r"(?:\s+[\w'\u2019-]+){0,3}?\s+(?:a|per|each|every)\s+(?:day|week|month|hour|minute|year|night)\b"
    r"(?!\s+(?:after|before|earlier|later|ago|since|of|on|in|from)\b)",
    re.IGNORECASE,
)
_DENOMINATOR = re.compile(
    rf"\b(?:(?:{_SMALL}|most|some|none|any|each|several|many|few|half|eleven|dozens?|hundreds)\s+(?:[a-z]+\s+)?(?:out\s+)?of\s+"
    r"(?:(?:the|its|their|his|her|these|those|our|[\w-]+['\u2019]s?)\s+)(?:[a-z]+\s+)?|\b"
    rf"{_SMALL}\s+(?:[a-z]+\s+)?out\s+of\s+|\bone\s+in\s+(?:every\s+)?)\Z",
    re.IGNORECASE,
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
    words = tuple(word.strip(".(\"'“\u2018[").lower() for word in left.split()[-2:])
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
    if not s.digits:
        return False
    military = s.before[1] in _HOUR_AFTER and not s.hedged and _MILITARY_HOUR.fullmatch(s.written) and not _PERSON_NOUN.match(s.right)
    return bool(military or _CLOCK.match(s.right) or re.search(r"\d:\Z", s.left))


def _code(s: Setting) -> bool:
    """A model, a unit's number or an identifier: letters or signs grown together with digits, or a leading zero."""
    if not s.digits:
        return bool(re.search(r"[A-Za-z]-\Z", s.text[max(0, s.start - 2) : s.start]))
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
    month_is_capital = s.left.split()[-1].strip("(\"'“\u2018[")[:1].isupper()
    dated = s.low <= LAST_DAY or s.before[0].isdecimal()
    month_is_whole = s.before[0].isdecimal() or s.before[0] in {"in", "last", "this", "since"}
    alone = month_is_whole and bool(_PERSON_NOUN.match(s.right))
    return month_is_capital and dated and not alone


def _year(s: Setting) -> bool:
    if s.digits and _ERA.match(s.right):
        return True
    if not s.digits or s.low not in YEARS or not s.written[:4].isdecimal() or s.firm:
        return s.digits and s.left.endswith((" '", " \u2019", " \u2018"))
    return s.before[1].rstrip(",") in _YEAR_AFTER | _MONTHS or not _PERSON_NOUN.match(s.right)


def _age(s: Setting) -> bool:
    if _YEARS_OLD.match(s.right) or s.before[1] in {"aged", "age", "ages"} or s.before == ("age", "of"):
        return True
    if s.before[1] in _AGED_GROUPS and s.text[s.phrase : s.start].strip().lower() in {"under", "over", "above", "below", "between"}:
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
    if s.hedged or not word or not s.left[-1:].isspace():
        return False
    if _named(s):
        return True
    if not (s.digits or word in _CODED_IN_WORDS):
        return False
    capital = s.left.split()[-1].lstrip(".(\"'“\u2018[")[:1].isupper()
    return word in _CODED_BY_IN_ANY_CASE or (word in _CODED_BY and capital and not _PERSON_NOUN.match(s.right))


def _named(s: Setting) -> bool:
    """The number in a proper name: "Group of Seven", "Task Force 20", "Battle of Five Forks"."""
    if s.before not in _NAMED_BY:
        return False
    club = s.before[1] != "of" or s.low in _CLUBS
    return (club or s.before[0] == "battle") and (s.digits or s.written[:1].isupper()) and not _OWN_NOUN_IN_LOWER_CASE.match(s.right)


def _formation(s: Setting) -> bool:
    return s.digits and not s.hedged and bool(_FORMATION.match(s.right))


def _address(s: Setting) -> bool:
    """The number of a house or a block: "at 12 Harbour Street", "the 1900 block of Airport Road"."""
    return s.digits and not s.hedged and bool(ADDRESS.match(s.right))


def _score(s: Setting) -> bool:
    """The result of a match or a vote: "3-1"; a range that a word of winning precedes."""
    joined = "-" in s.written or "\u2013" in s.written
    return s.digits and bool((joined and _WON.search(s.left)) or _VOTE.search(s.left))


def _verb(s: Setting) -> bool:
    """The verb and the noun of a match or a quarrel: "scores a hit", "settling scores"."""
    settled = s.before[1].startswith("settl") or (s.before[0].startswith("settl") and s.before[1].isalpha())
    return s.written.lower() == "scores" and (settled or not _SCORES_COUNT.match(s.right))


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
    left = s.left.lower()
    return (" of" in left or left.endswith(("in ", "in every "))) and bool(_DENOMINATOR.search(s.left))


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
    ("verb", _verb),
    ("phone", _phone),
    ("code", _code),
    ("designator", _designator),
    ("year", _year),
    ("formation", _formation),
    ("address", _address),
    ("fraction", _fraction),
    ("compound", _compound),
    ("enumeration", _enumeration),
    ("rate", _rate),
    ("denominator", _denominator),
)
CARRIED_ON: Final = frozenset({"date", "age", "designator", "year", "score"})
_CARRY = re.compile(r"\s*(?:,|-|\u2013|&|/)\s*|,?\s+(?:and|or|to)\s+", re.IGNORECASE)
_OWN_NOUN = re.compile(
    r"\s+(?!(?:and|or|at|in|on|to|of|from|by|with|when|where|as|for|after|before|near|was|were|had|has|have|is|are)\b)[A-Za-z]{3,}",
    re.IGNORECASE,
)


def reason_to_drop(s: Setting) -> str | None:
    """Give the name of the first rule by which the number is no quantity, None where none holds."""
    return next((name for name, holds in RULES if holds(s)), None)


def carries_on(reason: str | None, gap: str, s: Setting) -> bool:
    """Tell whether a number goes on with the dates, ages or codes before it, as the 4 and 5 of "October 3, 4 and 5"."""
    return reason in CARRIED_ON and s.digits and not s.hedged and bool(_CARRY.fullmatch(gap)) and not _OWN_NOUN.match(s.right)
