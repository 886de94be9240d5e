"""Lines that tell about a report instead of telling its story: dates, bylines, credits, and what a page says of itself."""
# ruff: noqa: RUF001 - dashes and quotation marks as newspapers print them

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from counterclaim.reading.dateline import agency_in
from counterclaim.reading.dates import MONTHS, find_date, has_time, without_dates

MARKER = re.compile(r"\s*(date (\d{4})-(\d\d)(?:-(\d\d))?)(?=\s|$)")
"""The marker that crawls put before a text: ` date 2021-09-05`, or a month alone."""

_LONGEST = 240
_WEEKDAYS = "mon|tue|wed|thu|fri|sat|sun"
_LABEL = re.compile(
    r"\b(?:(?P<update>(?:last |first )?(?:updated|modified)|last update|updated?(?= ?:))"
    r"|(?:first )?(?:published|posted|publish(?:ed|ing)? date|publication date|date published|posted date|date|filed|issued|uploaded))"
    rf"(?:\s+(?:on|at|date))?\s*[:\-–|]?\s*(?=[\d(]|{_WEEKDAYS}|{'|'.join(MONTHS)}|today|yesterday|an? )",
    re.IGNORECASE,
)
_DATE_START = re.compile(rf"\W*(?:\d|(?:{_WEEKDAYS}|{'|'.join(MONTHS)}))", re.IGNORECASE)
_WORDS_AFTER_DATE = 3  # "local time", a zone, a place
_PERSON = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’\-]*|van|von|de|der|den|al-[A-Z]\w+|el|bin)"
_PEOPLE = rf"{_PERSON}(?:\s+{_PERSON}){{0,4}}"
_BYLINE = re.compile(
    rf"(?i:(?:(?:written|reported|posted|story|text|words|compiled|edited|published|report)\s*)?by)\s*:?\s+"
    rf"(?P<who>{_PEOPLE}(?:(?:\s*[,&/|]\s*|,?\s+and\s+|\s+in\s+|\s+at\s+){_PEOPLE}){{0,5}})\s*[,|–—-]?\s*"
)
_SITES = re.compile(r"(?:\s+(?:Twitter|Facebook|Instagram|LinkedIn|Email|X|Follow|Share|WhatsApp|Telegram))+$")
_NO_NAME = re.compile(rf"(?:{_WEEKDAYS})\w*day\b|(?:{'|'.join(MONTHS)})[a-z]*\b", re.IGNORECASE)
_HANDLE = re.compile(r"\(?@\w{2,30}\)?")
_DESK = re.compile(
    r"(?:(?:[A-Z][\w.]*\s){0,3}(?:Staff(?: (?:Writer|Reporter|Correspondent))?|(?:News|Web|World|Foreign|Monitoring|International) Desk"
    r"|Correspondent|News Service|Online Report|(?:News )?Agenc(?:y|ies)|Bureau)|(?:News |Web )?Desk|F\.P\. Report|Monitoring Report)"
)
_PICTURE = r"(?:photo|photograph|image|picture|pic|video|illustration|cover photo|screengrab|graphic)s?"
_CREDIT = re.compile(
    r"[(\[]?\s*(?:(?:representational|representative|file|illustrative|stock)\s+(?:image|photo|picture)"
    rf"|{_PICTURE}\s*(?:credit|courtesy|source|by)?\s*[:/|].{{0,90}}|{_PICTURE}\s+(?:credit|courtesy|by)\b.{{0,80}}"
    r"|©.{0,90}(?:AFP|AP|Reuters|Getty|EPA).{0,40})\s*[)\]]?\.?",
    re.IGNORECASE,
)
_CAPTION_START = re.compile(
    r"(?:an?|the|this|these|in this|in these)\s+(?:\w+\s){0,2}?"
    r"(?:photos?|photographs?|pictures?|images?|video grabs?|screengrabs?|screenshots?|frame grabs?)"
    r"(?:\s\w+){0,2}?\s(?:taken|released|provided|supplied|made available|posted|distributed|dated|obtained)\b"
    r"|in this (?:\w+\s){0,2}(?:photo|photograph|picture|image|frame)\b|(?:file|handout)\s+(?:photo|picture|image)\s*[:;–—-]|FILE\s?[-–—:]",
    re.IGNORECASE,
)
_CREDIT_SIGN = re.compile(r"[/|:()\[\]]")
_CAPTION_END = re.compile(
    r"(?:\b(?:REUTERS|AFP|AP|EPA(?:-EFE)?|EFE|TASS|Xinhua|Sputnik|Getty Images|Getty|Anadolu)\s?(?:PHOTO)?\s?[/|]\s?[\w./ '’-]{2,60}"
    r"|/\s?(?:REUTERS|AFP|AP|EPA|Getty Images|Getty|TASS|Xinhua)"
    r"|[(\[|]\s?(?:file |handout )?(?:photo|photograph|image|picture|credit)s?\b[^()\[\]]{0,80}[)\]]?"
    r"|[(\[](?:AP|AFP|Reuters|EPA|Getty)\s?(?:photo|images|file|via|/)[^()\[\]]{0,80}[)\]]"
    r"|\b(?:photo|photograph|image|picture|credit)s?(?: credit)?\s?:\s?(?:https?://\S+|[\w./ '’,-]{2,60}))\s*\.?$",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:also read|read also|read more|must read|read|related(?: (?:stories|articles|news|coverage|topics))?|see also"
    r"|more (?:news|on this|stories)|watch(?: live| now| video)?|listen|recommended|trending|in pictures|explained|opinion)\s*[:|»›>].*"
    r"|(?:tags?|topics?|themes?|regions?|categor(?:y|ies)|keywords?|filed under|disclaimer|note to readers)\s*:.*"
    r"|(?:source|via)\s*[:|]\s*\S.{0,40}"
    r"|(?:also read|read more|read also|see also|you (?:may|might) also like|most (?:popular|read)|for more (?:news|information))"
    r"\b.*",
    re.IGNORECASE,
)
_PAGE_TALK = re.compile(
    r"(?:click here|subscribe|sign up|register now|log ?in to|follow us|follow \w+ on|share this"
    r"|support (?:our|independent|quality)|leave a (?:comment|reply)"
    r"|please (?:enter|log ?in|sign|subscribe|support)|your email address|required fields|back to top|show more|load more|copyright|©"
    r"|all rights reserved|powered by|our standards|reading time|sorry we are|join our|become an?\b.{0,30}member|download (?:our|the) app"
    r"|terms of (?:use|service)|privacy policy|this (?:story|article|post) (?:was|has been|first appeared|originally)|editor'?s'? note"
    r"|get the latest|stay updated|adjust comment|catch all the|with (?:\w+ )?inputs? from|republished with|have a story|report an error"
    r"|view comments|no comments|story continues below|article continues|please enable|already have an account|welcome back"
    r"|read or share this|follow reporter|originally posted).*"
    r"|\d+\s?(?:min(?:ute)?s?)\s(?:read|de lecture).*|#\w[\w ]{0,30}|\d+ (?:comments?|shares?|views?)"
    r"|(?:advertisement|ads?|share|tweet|print|email|comments?|live tv|loading\.*|image|video|photo|home|news|menu|search|newsletter|next"
    r"|previous|top|close|enlarge|caption|pause|pinterest|facebook|twitter|whatsapp|telegram|linkedin|copy link|breaking news"
    r"|\* \* \*|[*_=~–—-]{3,})",
    re.IGNORECASE,
)
_STAFF_NOTE = re.compile(
    r"[(\[]?\s*(?:(?:additional )?reporting|writing|editing|compiled|translated|edited|with (?:additional |agency )?inputs?|this story)\b"
    r"[^()\[\]]{0,300}[)\]]?\.?",
    re.IGNORECASE,
)
_STAFF_TAIL = re.compile(
    r"\s*[(\[]\s*(?:(?:additional )?reporting|writing|editing|translated|with (?:agency )?inputs?|this story)\b[^()\[\]]{0,300}[)\]]\s*$",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r"\b(?:reporting|editing|writing) by\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What one line of metadata tells. `rank` says how good a witness of the publication date it is: 0 the best."""

    published: dt.date | None = None
    rank: int = 9
    byline: str | None = None
    outlet: str | None = None


NOTHING_TOLD = Note()


def read_note(line: str, *, first: bool = False) -> Note | None:
    """Give what `line` tells about the report, or None where it is part of the story.

    The `first` line is never taken for a pointer to another story: "Explained: …" may be its headline.

    >>> read_note("Written by Ada Lovelace Twitter Last updated on Sep 05, 2021, 11:30 pm").byline
    'Ada Lovelace'
    >>> read_note("Published figures for 5 September 2021 put the dead at forty in all.") is None
    True
    """
    line = line.strip()
    if len(line) > _LONGEST * 2:
        return None
    if len(line) <= _LONGEST and (note := _dated(line) or _signed(line)):
        return note
    if agency := agency_in(line):
        return Note(outlet=agency)
    patterns = (_DESK, _CREDIT, _PAGE_TALK) if first else (_DESK, _CREDIT, _PAGE_TALK, _POINTER)
    told_nothing = any(pattern.fullmatch(line) for pattern in patterns) or _is_staff_note(line)
    return NOTHING_TOLD if told_nothing else None


def is_caption(paragraph: str) -> bool:
    """Tell whether `paragraph` describes a picture: it says so at its start, or ends with a picture's credit."""
    if len(paragraph) > _LONGEST * 3:
        return False
    tail = paragraph[-140:]
    return bool(_CAPTION_START.match(paragraph) or (_CREDIT_SIGN.search(tail) and _CAPTION_END.search(tail)))


def staff_note_at_end(paragraph: str) -> int | None:
    """Give where in `paragraph` a closing note on who reported and edited begins, if it has one."""
    match = _STAFF_TAIL.search(paragraph, max(0, len(paragraph) - 400))
    return match.start() if match and match.start() > 0 else None


def _dated(line: str) -> Note | None:
    if not any(character.isdigit() for character in line):
        return None
    label = _LABEL.search(line)
    if label is None:
        dated = _DATE_START.match(line) or _HANDLE.search(line)
        return Note(published=find_date(line), rank=2, byline=_handle_owner(line)) if dated and _only_dates(line) else None
    head, tail = line[: label.start()].strip(" |-–—,"), line[label.end() :]
    if len(without_dates(_LABEL.sub(" ", tail)).split()) > _WORDS_AFTER_DATE or not _may_stand_before(head):
        return None
    published = find_date(tail) if label["update"] is None else None
    byline = _BYLINE.match(head)
    return Note(published=published or find_date(line), rank=1 if published else 3, byline=_names(byline["who"]) if byline else None)


def _only_dates(line: str) -> bool:
    if find_date(line) is None and not has_time(line):
        return False
    rest = without_dates(_HANDLE.sub(" ", line))
    return not rest or (_HANDLE.search(line) is not None and has_time(line) and rest.istitle())


def _handle_owner(line: str) -> str | None:
    match = re.match(rf"({_PEOPLE})\s+\(?@\w", line)
    return match[1] if match else None


def _may_stand_before(head: str) -> bool:
    if not head or not without_dates(head) or _DESK.fullmatch(head) or agency_in(head):
        return True
    byline = _BYLINE.match(head)
    return byline is not None and byline.end() == len(head)


def _signed(line: str) -> Note | None:
    match = _BYLINE.match(line)
    if match is None or _NO_NAME.match(match["who"]) or line.endswith((".", ":")):
        return None
    rest = without_dates(_HANDLE.sub(" ", line[match.end() :]))
    if rest and not _DESK.fullmatch(rest) and not agency_in(rest):
        return None
    agency = agency_in(match["who"])
    date = find_date(line)
    return Note(byline=None if agency else _names(match["who"]), outlet=agency, published=date, rank=2)


def _names(who: str) -> str:
    return _SITES.sub("", who).strip(" ,|")


def _is_staff_note(line: str) -> bool:
    return _STAFF_NOTE.fullmatch(line) is not None and (line[0] in "([" or _BY_WHOM.search(line) is not None)
