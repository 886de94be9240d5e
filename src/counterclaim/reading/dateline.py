"""Datelines: the place, day and agency that stand before the first words of a story."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from counterclaim.reading.dates import MONTH, MONTHS, find_date

_AGENCY_NAMES = """AA; AAP; ABNA; AFP; AGI; AKIpress; Anadolu; Anadolu Agency; ANI; ANSA; AP; APA; APP; ARKA; ARMENPRESS;
ARTSAKHPRESS; AZERTAC;
Bakhtar; BelTA; Bernama; BSS; CANA; CNA; CNN; DPA; EFE; ENA; EPA; FANA; Fars; IANS; INA;
Interfax; Interfax-Ukraine; IPS; IRNA; ISNA; KNA; KUNA; Kyodo; MEHR; MENA; NAN; NINA; PA; Pajhwok; PANA; PTI; QNA; Reuters; RFE/RL; RIA;
RIA Novosti; Saba; SANA; SONNA; SPA; Sputnik; SUNA; Tasnim; TASS; Trend; UkrInform; UNB; UNI; UNIAN; UPI; UrduPoint;
UrduPoint News; VOA; WAFA; WAM; Xinhua; YPA; Yonhap; Agence France-Presse; Associated Press; The Associated Press;
Thomson Reuters; Press Trust of India"""
_AGENCIES = {name.casefold(): name for name in _AGENCY_NAMES.replace("\n", " ").split("; ")}
"""News agencies by their folded name, as they write themselves."""

_CITY_NAMES = """Abuja; Accra; Addis Ababa; Aden; Aleppo; Algiers; Amman; Ankara; Asmara; Baghdad; Baku; Bamako; Bangui; Basra; Beijing;
Beirut; Belgrade; Berlin; Bogota; Brussels; Bujumbura; Cairo; Caracas; Colombo; Dakar; Damascus; Dhaka; Doha; Donetsk;
Dubai; Erbil; Gaza; Geneva; Goma; Guwahati; Herat; Imphal; Islamabad; Istanbul; Jaffna; Jakarta; Jammu; Jerusalem; Juba;
Kabul; Kampala; Kandahar; Karachi; Kathmandu; Kharkiv; Khartoum; Kherson; Kigali; Kinshasa; Kyiv; Lagos; Lahore; Lima;
London; Lviv; Maiduguri; Manila; Maputo; Mexico City; Mogadishu; Moscow; Nairobi; N'Djamena; New Delhi; New York;
Niamey; Odesa; Ouagadougou; Paris; Peshawar; Phnom Penh; Port-au-Prince; Quetta; Ramallah; Rawalpindi; Riyadh; San
Salvador; Sanaa; Sana'a; Sarajevo; Seoul; Sofia; Srinagar; Stepanakert; Tbilisi; Tehran; Tokyo; Tripoli; Tunis; United
Nations; Vienna; Warsaw; Washington; Yangon; Yaounde; Yerevan"""
_CITIES = frozenset(_CITY_NAMES.replace("\n", " ").split("; "))
"""Cities that a paragraph may name before a colon without a day or an agency; elsewhere the word before a colon is a speaker."""

_NO_PLACE = frozenset(
    ("ALERT", "ANALYSIS", "BREAKING", "CORRECTION", "EDITORIAL", "EXCLUSIVE", "EXPLAINED", "EXPLAINER", "FACTBOX", "FEATURE", "FLASH",
     "LATEST", "LIVE", "NOTE", "OPINION", "TIMELINE", "UPDATE", "URGENT", "VIDEO", "WATCH")
)  # fmt: skip

_WORD = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]+"
_CAPITALS = rf"{_WORD}(?:[ /]{_WORD}){{0,3}}"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*(?: (?:of |the |and )?[A-ZÀ-ÖØ-Þ][\w.'’\-]*){0,3}"
_DAY = rf"(?:{MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH})(?:,?\s(?:\d{{4}}|\d\d(?!\d)))?"
_DASH = r"(?:--|[-–—_])"

_COUNTRY = rf"(?P<country>, ?(?!(?i:{_DAY})){_NAME})?"
_ON = rf"(?P<day>(?i:{_DAY}))"
_ANY = rf"(?P<place>{_CAPITALS}|{_NAME})"

_KNOWN = "|".join(re.escape(name) for name in _AGENCIES.values())

# Bogota (AFP) - ; KABUL, Afghanistan, Sept 5 (Reuters) - ; July 3 (Reuters) - ; (Reuters) -
_AGENCY_IN_BRACKETS = (
    rf"(?:(?P<place>{_CAPITALS}|{_NAME}(?=,\s(?i:{_DAY})|\s\((?:{_KNOWN})\))){_COUNTRY},?\s?)?{_ON}?[.,]?\s?"
    rf"\((?P<agency>[^()]{{2,70}})\)\s?(?P<sign>{_DASH}|[:.])?\s*"
)
# BAKU, October 6. /TASS/
_AGENCY_IN_SLASHES = rf"{_ANY}{_COUNTRY}(?:,\s?{_ON})?[.,]?\s?/(?P<agency>[^/\n]{{2,40}})/(?P<sign>[.:]|\s?{_DASH})?\s*"
# YEREVAN, OCTOBER 7, ARMENPRESS.
_AGENCY_LAST = rf"(?P<place>{_CAPITALS}),\s{_ON},\s(?P<agency>[A-Z][A-Za-z.\-]+)(?P<sign>[.:]|\s?{_DASH})\s+"
# TEHRAN, September 1. ; Srinagar, October 1: ; SAN SALVADOR, 3 JAN 90 --
_DATED = rf"{_ANY}{_COUNTRY},\s{_ON}(?P<sign>[.:]\s+|\s?{_DASH}+\s*)"
# YEREVAN, Armenia— ; ISLAMABAD -
_PLACED = rf"(?P<place>{_CAPITALS}){_COUNTRY}(?P<sign>\s?(?:--|[–—])\s*|\s[-_]\s*)"
# Mogadishu, May 23 At least
_UNSIGNED = rf"(?P<place>{_NAME}),\s(?i:{_DAY})(?P<sign>\s+)(?=[A-Z“\"])"
# RAWALPINDI: ; New Delhi:
_COLON = rf"{_ANY}(?P<sign>:\s+)"

_CERTAIN = tuple(re.compile(form) for form in (_AGENCY_IN_BRACKETS, _AGENCY_IN_SLASHES, _AGENCY_LAST, _DATED))
_FIRST_ONLY = tuple(re.compile(form) for form in (_PLACED, _UNSIGNED, _COLON))
_BRACKETS = re.compile(r"(?:\[[^\]\n]{1,200}(?:\n[^\]]{1,120})?\]\s*)+")
_LONG_ENOUGH = 5
_PIVOT = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The first `length` characters of a paragraph, up to the story's first word, and what they tell."""

    length: int
    place: str | None
    agency: str | None
    published: dt.date | None


def find_dateline(paragraph: str, *, first: bool) -> Dateline | None:
    """Give the dateline that `paragraph` starts with, or None.

    Forms that could also be a speaker or a topic ("RAWALPINDI: ", "ISLAMABAD - ") are believed only in the `first`
    paragraph of the body.

    >>> find_dateline("BAKU, October 6. /TASS/ The ministry said so.", first=True).agency
    'TASS'
    >>> find_dateline("BSF: We lost nobody.", first=True) is None
    True
    """
    opening = paragraph[:300]
    for form in (*_CERTAIN, *(_FIRST_ONLY if first else ())):
        match = form.match(opening)
        if match and _holds(match):
            return _dateline(match, opening)
    return None


def agency_in(words: str) -> str | None:
    """Give the agency that `words` name and nothing else, as it writes itself."""
    return _AGENCIES.get(" ".join(words.casefold().strip(" .:-–—/()[]").split()))


def _holds(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    place = parts.get("place")
    if place and place.split()[0].rstrip(".") in _NO_PLACE:
        return False
    if parts.get("agency"):
        return _agency_holds(parts)
    if parts.get("day") or parts.get("country"):
        return place is not None
    return place is not None and _place_alone_holds(place, parts["sign"])


def _agency_holds(parts: dict[str, str | None]) -> bool:
    agency = (parts["agency"] or "").strip()
    words = re.split(r"\s[-–/]\s", agency)[0]
    if agency_in(agency) or agency_in(words):
        return bool(parts.get("place") or parts.get("day") or parts.get("sign"))
    place = parts.get("place") or ""
    long_enough = place.isupper() and len(place) >= _LONG_ENOUGH
    return bool(place and parts.get("sign") and (parts.get("day") or find_date(agency) or long_enough or _is_city(place)))


def _place_alone_holds(place: str, sign: str) -> bool:
    if _is_city(place) or not sign.strip():
        return _is_city(place)
    return place.isupper() and len(place) >= (_LONG_ENOUGH + 3 if ":" in sign else _LONG_ENOUGH)


def _is_city(place: str) -> bool:
    return place in _CITIES or place.title() in _CITIES


def _dateline(match: re.Match[str], opening: str) -> Dateline:
    end = match.end()
    if brackets := _BRACKETS.match(opening, end):
        end = brackets.end()
    parts = match.groupdict()
    agency = (parts.get("agency") or "").strip()
    return Dateline(
        length=end,
        place=parts.get("place"),
        agency=_agency_name(agency),
        published=find_date(match.group()) or _short_year(parts.get("day")),
    )


def _agency_name(words: str) -> str | None:
    if not words or find_date(words) == words:
        return None
    name = re.split(r"\s[-–]\s(?=\d|[A-Z][a-z]+ \d)", words)[0].strip()
    known = agency_in(name)
    if known or any(agency_in(part) for part in name.split("/")):
        return known or name
    return None


def _short_year(day: str | None) -> dt.date | None:
    match = re.fullmatch(rf"(\d{{1,2}})\s({MONTH})\s(\d\d)", day or "", re.IGNORECASE)
    if match is None:
        return None
    year = int(match[3])
    try:
        return dt.date(year + (1900 if year >= _PIVOT else 2000), MONTHS.index(match[2][:3].lower()) + 1, int(match[1]))
    except ValueError:
        return None
