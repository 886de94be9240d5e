"""Attributions in headings, which have a grammar of their own: read from the surface, before any parse is trusted."""

from __future__ import annotations

import re
from collections.abc import Callable

from counterclaim.extraction import cue_words
from counterclaim.extraction.attributions import Attribution, trimmed
from counterclaim.extraction.word_lists import words

TRUST = 0.85
LONGEST_SOURCE = 60  # characters

_SAY = words(
    "say tell claim announce report allege insist admit acknowledge concede confirm deny reject dismiss refute assert warn",
    "declare reveal disclose state",
)
FORMS: dict[str, str] = {}
for _verb in sorted(_SAY):
    _stem = _verb[:-1] if _verb.endswith("e") else _verb[:-1] + "i" if _verb.endswith("y") and _verb != "say" else _verb
    FORMS |= {_verb: _verb, _verb + "s": _verb, _verb + "es": _verb, _stem + "es": _verb, _stem + "ed": _verb}
FORMS |= {"said": "say", "told": "tell", "says": "say", "admitted": "admit"}
VERB = "|".join(sorted(FORMS, key=len, reverse=True))

BEHIND_INVERTED = re.compile(rf"^(?P<content>.{{12,}}?),\s+(?P<cue>{VERB})\s+(?P<source>[^,;:]+)$", re.IGNORECASE)
BEHIND = re.compile(rf"^(?P<content>.{{12,}}),\s+(?P<source>[^,;:]+?)\s+(?P<cue>{VERB})\.?$", re.IGNORECASE)
COLON_BEHIND = re.compile(r"^(?P<content>.{12,}?)(?P<cue>:)\s+(?P<source>[^:,;]+)$")
DASH_BEHIND = re.compile(r"^(?P<content>.{12,}?)\s+(?P<cue>[–—-])\s+(?P<source>[^–—:,;]+)$")
COLON_BEFORE = re.compile(r"^(?P<source>[^:,;]{2,60})(?P<cue>:)\s+(?P<content>.{12,})$")
DENIED_BY = re.compile(
    r"^(?P<content>.{8,}?)\s+(?P<cue>(?:denied|rejected|dismissed|refuted)(?:\s+as\s+\S+)?)\s+by\s+(?P<source>[^,;:]+)$", re.IGNORECASE
)
BEFORE = re.compile(rf"^(?P<source>[^,;:“\"]{{2,60}}?)\s+(?P<cue>{VERB})\s+(?:that\s+)?(?P<content>.{{6,}})$", re.IGNORECASE)

TOPIC = re.compile(
    r"(?:[A-Z]{3,}|[A-Z][\w'’-]+(?P<affair>\s+(?:crisis|war|conflict|live|latest|news|update))?):\s+"
    r"|[A-Z]{4,}\s+[–—-]\s+(?=[A-Z])"
    r"|(?:update|watch|live|video|breaking|exclusive|analysis)\b[:\s]\s*",
    re.IGNORECASE,
)
SPEAKS = re.compile(
    r"\b(?:ministry|minister|army|military|police|officials?|authorit\w+|spokes\w+|sources?|president|governor|mayor|agency|report|group|un|nato|witness\w*|"
    r"residents?|forces|rebels?|government|commander|general|chief|hospital|medics|monitors?|watchdog|state media|media|ngo)\b",
    re.IGNORECASE,
)

NUMBERED = re.compile(
    r"^(?:at least|around|about|over|more than|nearly|some|up to|dozens|scores|hundreds|thousands|\d[\d,.]*|"
    r"one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)

CLIPPED = re.compile(
    r"(?:dead|killed|wounded|injured|hurt|missing|captured|lost|destroyed|in|on|at|near|across|around|by|after|as|over|from|along|outside|inside)\b",
    re.IGNORECASE,
)

CLAUSE = re.compile(r"(?:that|to|it|its|he|she|they|there|having)\b", re.IGNORECASE)  # what no source begins with behind a comma

IsSpeaker = Callable[[str], bool]


def never(_: str) -> bool:
    """Tell that no words are what is asked for."""
    return False


def attribution(text: str, start: int, end: int, is_speaker: IsSpeaker, is_land: IsSpeaker = never) -> Attribution | None:
    """Give the attribution of a heading `text[start:end]`; `is_speaker` tells a party, an organ or a person by its words.

    A country (`is_land`) before a colon tells where it happened: "Yemen: …", "Ukraine: …" are topics.

    The first pattern that fits counts. A topic in front ("Afghanistan: …", "UPDATE: …") is passed over; "shelling
    reported" may be a passive, so that a past tense in the middle needs a known speaker.
    """
    topic = TOPIC.match(text, start, end)
    label = text[start : topic.end()].strip(" :–—-") if topic else ""
    begin = topic.end() if topic and (topic["affair"] or is_land(label) or not is_speaker(label)) else start
    for pattern, sure in PATTERNS:
        match = pattern.match(text[begin:end])
        if match is None or len(match["source"]) > LONGEST_SOURCE or CLAUSE.match(match["source"]):
            continue
        if pattern is COLON_BEFORE and is_land(match["source"]):
            continue
        if pattern is BEFORE and (NUMBERED.match(match["source"]) or _is_clipped(match)):
            continue
        passive = pattern is BEFORE and match["cue"].lower().endswith("ed")
        if (sure and not passive) or is_speaker(match["source"]) or SPEAKS.search(match["source"]):
            return _made(text, begin, match)
    return None


def _is_clipped(match: re.Match[str]) -> bool:
    """Tell whether a cue is a passive without its auxiliary: "rebels reported killed", "shelling reported near the port"."""
    return match["cue"].lower().endswith("ed") and CLIPPED.match(match["content"]) is not None


def _made(text: str, begin: int, match: re.Match[str]) -> Attribution:
    source, content, cue = ((begin + match.start(g), begin + match.end(g)) for g in ("source", "content", "cue"))
    lemma = FORMS.get(match["cue"].split()[0].lower(), "say")
    return Attribution(
        cue=cue,
        source=trimmed(text, [source])[0],
        content=trimmed(text, [content]),
        stance=cue_words.stance_of(lemma),
        rule="heading",
        probability=TRUST,
    )


# A pattern, and whether it is trusted with a source that is on no list.
PATTERNS: tuple[tuple[re.Pattern[str], bool], ...] = (
    (BEHIND_INVERTED, True),
    (BEHIND, True),
    (DENIED_BY, True),
    (COLON_BEFORE, False),
    (BEFORE, True),
    (COLON_BEHIND, False),
    (DASH_BEHIND, False),
)
