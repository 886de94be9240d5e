"""Date expressions of a text, with the days that they mean from the day of publication (UCDP GED codebook 23.1, Appendix 2)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from counterclaim.extraction import date_values as values
from counterclaim.extraction.date_grammar import CORE_CODES, Frame, Phrase, Reading, Rule
from counterclaim.extraction.date_lengths import LEANING, LENGTHS, governs_clause
from counterclaim.extraction.date_lexicon import BREAK, CODES, OTHER, Tokens
from counterclaim.extraction.date_ranges import join_ranges
from counterclaim.extraction.date_relative import RELATIVE
from counterclaim.extraction.date_rules import ABSOLUTE
from counterclaim.extraction.date_tokens import tokenise
from counterclaim.extraction.date_values import DateForm, DateMention, Interval, Shift, unknown

__all__ = ["DateForm", "DateMention", "find_dates"]

RULES: tuple[Rule, ...] = ABSOLUTE + RELATIVE + LEANING + LENGTHS
STRETCH = re.compile(f"[^{OTHER}{BREAK}{CODES['stop']}]{{1,60}}")
CORE = re.compile("[" + "".join(sorted(CORE_CODES)) + "]")
OPENERS = frozenset({"since"})
CLOSERS = frozenset({"until", "till", "til", "by", "as of"})
OVER = frozenset({"in", "over", "during", "within", "throughout", "for"})
LEADS = OPENERS | CLOSERS | OVER | {"before", "after", "from", "on", "at", "between"}
INTENDS = "plans|planned|planning|scheduled|expected|expects|due|set|going|ready|hopes|hoping|wants|is|are|was|were|promised|vowed|likely"
TO_COME = "will|shall|won't|'ll|would be|might|could|planned|scheduled|next|coming|upcoming|deadline|expires?|as (?:soon|early) as"
DONE = "was|were|had|has|have|did|said|told|[a-z]{2,}ed|began|took|fell|left|died|came|went|broke|shot|hit"
FUTURE = re.compile(rf"\b(?:(?:{INTENDS}) (?:to|for)|{TO_COME})\b")
PAST = re.compile(rf"\b(?!(?:planned|scheduled)\b)(?:{DONE})\b(?! (?:to|for)\b)")
SHALL = re.compile(r"\b(?:will|shall|'ll|(?:is|are) to)\b")
REACH, OPENING, CLAUSE = 70, 12, 12
LONG_PAST, FEWEST_YEARS, MOST_OF_TODAY = dt.timedelta(days=365), 8, 10  # one word in ten may count from today
TODAY_RULES = frozenset({"UCDP-A2:weekday"})
TODAY_FIRST, TODAY_LAST = frozenset({"last", "this", "next"}), frozenset({"today", "yesterday", "tomorrow", "tonight", "ago"})


def find_dates(text: str, published: dt.date | None, *, narrative: bool | None = None) -> list[DateMention]:
    """Give the date expressions of a text, in order, none overlapping another, the longest where several are possible.

    Args:
        text: The report, or a part of it.
        published: The day of publication, from which relative words are read; without it they keep a value and no days.
        narrative: Read months and days without a year from the date mentioned before, as a history does. By default,
            only where the text is one (`tells_history`).

    >>> [(m.text, str(m.earliest)) for m in find_dates("They fled late on Saturday.", dt.date(2021, 9, 5))]
    [('late on Saturday', '2021-09-04')]
    """
    tokens = tokenise(text)
    mentions = read_all(tokens, published, narrative=bool(narrative))
    if narrative is None and tells_history(mentions, published):
        mentions = read_all(tokens, published, narrative=True)
    return join_ranges(text, mentions)


def read_all(tokens: Tokens, published: dt.date | None, *, narrative: bool) -> list[DateMention]:
    """Give the single expressions of a text, each read from publication or from the one before it."""
    mentions: list[DateMention] = []
    previous: Interval | None = None
    for stretch in STRETCH.finditer(tokens.codes):
        if not CORE.search(stretch.group()):
            continue
        frame = Frame(published, previous, narrative=narrative)
        for mention in read_stretch(tokens, stretch, frame):
            mentions.append(mention)
            previous = mention.core if leads_on(mention) else previous
    return mentions


def tells_history(mentions: Sequence[DateMention], published: dt.date | None) -> bool:
    """Tell whether a text tells of the past by its years, and hardly a word counts from the day of publication ("on Friday")."""
    if published is None:
        return False
    past = [m for m in mentions if m.value[:4] in m.text and m.core and m.core.latest and m.core.latest < published - LONG_PAST]
    return len(past) >= FEWEST_YEARS and sum(map(counts_from_today, mentions)) * MOST_OF_TODAY <= len(past)


def counts_from_today(mention: DateMention) -> bool:
    """Tell whether words count from the day of publication: "Friday", "today", "last week", "a year ago"."""
    words = mention.text.lower().split()
    return mention.rule in TODAY_RULES or words[-1] in TODAY_LAST or words[0] in TODAY_FIRST


@cache
def patterns_for(present: frozenset[str]) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Give the patterns, with the ranks of their rules, that can match where only these core words stand."""
    return tuple((i, r.pattern) for i, r in enumerate(RULES) if r.needs is None or r.needs & present)


def read_stretch(tokens: Tokens, stretch: re.Match[str], frame: Frame) -> list[DateMention]:
    """Give the mentions among neighbouring words, longest first, back in their order."""
    start, end = stretch.span()
    found: list[tuple[int, int, int, re.Match[str]]] = []
    for rank, pattern in patterns_for(CORE_CODES.intersection(stretch.group())):
        found.extend([(m.start() - m.end(), rank, m.start(), m) for m in pattern.finditer(tokens.codes, start, end)])
    taken: set[int] = set()
    mentions = []
    for _, rank, _, match in sorted(found, key=lambda f: f[:3]):
        cover = range(match.start(), match.end())
        if not taken.isdisjoint(cover):
            continue
        mention = read(tokens, RULES[rank], match, frame)
        if mention:
            taken.update(cover)
            mentions.append(mention)
    return sorted(mentions, key=lambda m: m.start)


def read(tokens: Tokens, each: Rule, match: re.Match[str], frame: Frame) -> DateMention | None:
    """Give the mention that a rule makes of what its pattern found, or None where the rule refuses."""
    start, end = tokens.spans[match.start()][0], tokens.spans[match.end() - 1][1]
    phrase = Phrase(tokens, match)
    framed = replace(frame, future=speaks_of_future(tokens.text, start, end))
    try:
        reading = each.read(phrase, framed)
    except (OverflowError, ValueError):  # days before the first or after the last that a calendar has
        return None
    if reading is None:
        return None
    if reading.shift:
        reading = lean(reading, reading.shift, phrase, frame)
    if reading.form is DateForm.TIME_OF_DAY:
        reading = dated_time(reading, frame)
    lead, lead_start = leading_words(tokens, match.start())
    core = reading.interval
    beside = lead if match.start() and lead.endswith(tokens.word(match.start() - 1)) else ""
    applied = open_ended(reading, beside, frame)
    return DateMention(
        text=tokens.text[start:end],
        start=start,
        end=end,
        earliest=applied.earliest,
        latest=applied.latest,
        precision=applied.precision,
        form=reading.form,
        value=core.value,
        rule=each.name,
        window=reading.window or counts_over(reading, beside, future=framed.future),
        name=reading.name,
        lead=lead,
        lead_start=lead_start,
        core=core,
        shift=reading.shift,
        parts=reading.parts,
    )


def leading_words(tokens: Tokens, first: int) -> tuple[str, int]:
    """Give the preposition before a token and where it stands; empty, and the token's own place, if there is none."""
    before = tokens.raw(first - 1).lower()
    if before == "of" and tokens.raw(first - 2).lower() == "as":
        return "as of", tokens.spans[first - 2][0]
    if before in OPENERS or (before in LEADS and before not in {"in", "on", "at"}):
        return before, tokens.spans[first - 1][0]
    since = opening_since(tokens, first)
    if since is not None:
        return "since", tokens.spans[since][0]
    return (before, tokens.spans[first - 1][0]) if before in LEADS else ("", tokens.spans[first][0])


def opening_since(tokens: Tokens, first: int) -> int | None:
    """Give where the "since" stands that opens the clause of a date: "since a war ended there in 1994"."""
    for index in range(first - 1, max(-1, first - 1 - CLAUSE), -1):
        if tokens.codes[index] in {BREAK, CODES["stop"], CODES["comma"]}:
            return None
        if tokens.codes[index] == CODES["since"]:
            return index
    return None


def lean(reading: Reading, shift: Shift, phrase: Phrase, frame: Frame) -> Reading:
    """Give an anaphoric reading the days that it has from the date before it, where that one is exact enough to lean on."""
    previous = frame.previous
    if previous is None or previous.earliest is None or governs_clause(phrase):
        return reading
    if shift.unit in {"day", "weeks"} and previous.earliest != previous.latest:
        return reading
    return replace(reading, interval=shift.apply(previous.earliest) or reading.interval)


def dated_time(reading: Reading, frame: Frame) -> Reading:
    """Give a time of day the date before it as its value; days it gets none."""
    previous = frame.previous
    if previous is None or previous.earliest is None or previous.earliest != previous.latest:
        return reading
    value = previous.earliest.isoformat() + reading.interval.value[reading.interval.value.index("T") :]
    return replace(reading, interval=unknown(value))


def open_ended(reading: Reading, lead: str, frame: Frame) -> Interval:
    """Give the days that a preposition makes of the bare ones: "since" runs to publication, "until" and "by" are open at the start."""
    core, published = reading.interval, frame.published
    if reading.form is DateForm.TIME_OF_DAY and lead in OPENERS and published:
        return values.days(published, published, core.value)
    if core.earliest is None or core.latest is None or reading.form not in {DateForm.DATE, DateForm.ANAPHORIC}:
        return core
    if lead in OPENERS:
        last = published if published and published >= core.earliest else None
        return values.days(core.earliest, last, core.value)
    if lead in CLOSERS:
        return values.days(None if lead in {"by", "as of"} else begun(core.latest, frame.previous), core.latest, core.value)
    if lead == "before" and "T" not in core.value:
        return values.days(None, core.earliest - values.DAY, core.value)
    return values.days(core.earliest, None, core.value) if lead in {"after", "from"} else core


def begun(latest: dt.date, previous: Interval | None) -> dt.date | None:
    """Give the day told just before as the start of what lasts "until" another day of the same week; else None."""
    if previous is None or previous.earliest is None or previous.earliest != previous.latest:
        return None
    return previous.earliest if 0 <= (latest - previous.earliest).days < values.WEEK else None


def counts_over(reading: Reading, lead: str, *, future: bool) -> bool:
    """Tell whether something is counted over the span: "since morning", "in four days"."""
    return lead in OPENERS or (reading.form is DateForm.DURATION and lead in OVER and not (lead == "in" and future))


def leads_on(mention: DateMention) -> bool:
    """Tell whether later words may lean on a mention: one with days, and no window or name."""
    known = mention.core is not None and mention.core.earliest is not None
    return known and not mention.name and mention.form is not DateForm.DURATION and "REF" not in mention.value


def speaks_of_future(text: str, start: int, end: int) -> bool:
    """Tell whether the verb nearest before the words, or else after them, speaks of what is to come."""
    if text[end : end + 2] in {"'s", "\u2019s"}:
        return False
    left = re.split(r"[.!?;]\s|\n\s*\n", text[max(0, start - REACH) : start])[-1]
    left = left.lower() if left.isupper() else left
    futures, pasts = last_start(FUTURE, left), last_start(PAST, left)
    if futures >= 0 or pasts >= 0:
        return futures > pasts
    if len(left) > OPENING:
        return False
    right = re.split(r"[.!?;]\s|\n\s*\n", text[end : end + REACH])[0]
    future, past = SHALL.search(right), PAST.search(right)
    return future is not None and (past is None or future.start() < past.start())


def last_start(pattern: re.Pattern[str], text: str) -> int:
    """Give where the last match starts; -1 if there is none."""
    return max((m.start() for m in pattern.finditer(text)), default=-1)
