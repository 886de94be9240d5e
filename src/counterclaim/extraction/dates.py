"""Tells which date in a sentence is the event's, and which is the statement's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from counterclaim.claims.dates import Dates
from counterclaim.extraction import syntax
from counterclaim.extraction.attributions import Attribution
from counterclaim.extraction.date_values import DateMention
from counterclaim.extraction.draft import Draft, Sentence
from counterclaim.extraction.speaker import head_of


class Calendar:
    """The date mentions of a report with the words that they hang on."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._days: dict[int, tuple[dt.date, dt.date]] = {}
        anchor: dt.date | None = None
        for mention in draft.dates:
            days = _interval(mention, anchor)
            if days is not None:
                self._days[mention.start] = days
                anchor = days[0] if mention.core is None else mention.core.earliest or days[0]

    def dated(self, sentence: Sentence) -> list[DateMention]:
        """Give a sentence's mentions that come to days."""
        return [m for m in self._draft.dates if sentence.start <= m.start < sentence.end and m.start in self._days and not m.name]

    def dates(self, mention: DateMention) -> Dates:
        """Give a mention's interval as a claim keeps it."""
        earliest, latest = self._days[mention.start]
        precision = mention.precision or _precision(earliest, latest)
        text = self._draft.report.text[mention.start : mention.end]
        return Dates(earliest=earliest, latest=latest, precision=precision, text=text, start=mention.start, end=mention.end)

    def governor(self, mention: DateMention) -> Token | None:
        """Give the verb or noun that a date hangs on."""
        head = head_of(self._draft, (mention.lead_start, mention.end))
        if head is None:
            return None
        inside = {t.i for t in self._draft.tokens_in(mention.lead_start, mention.end)}
        return next((t for t in syntax.above(head) if t.i not in inside and t.pos_ in {"VERB", "AUX", "NOUN", "PROPN"}), head.head)

    def is_of_statement(self, mention: DateMention, cues: Iterable[Attribution]) -> bool:
        """Tell whether a date says when something was said: it hangs on a cue."""
        governor = self.governor(mention)
        if governor is None:
            return False
        near = [governor, *[t for t in syntax.above(governor) if governor.pos_ in {"NOUN", "PROPN"}][:3]]
        return any(a.cue[0] <= t.idx < a.cue[1] for a in cues for t in near)

    def of_event(self, trigger: Token, sentence: Sentence, cues: Sequence[Attribution]) -> DateMention | None:
        """Give the date of an event in its sentence: the one in its clause, else the only one that no cue has."""
        free = [m for m in self.dated(sentence) if not self.is_of_statement(m, cues)]
        ranked = [(rank, abs(m.start - trigger.idx), n) for n, m in enumerate(free) if (rank := self._rank(m, trigger)) is not None]
        return free[min(ranked)[-1]] if ranked else None

    def _rank(self, mention: DateMention, trigger: Token) -> int | None:
        """Give 0 for a date below a trigger, 1 for one on a word above it, 2 for one on the same verb; None for another clause's."""
        governor = self.governor(mention)
        if governor is None:
            return None
        if governor in set(trigger.subtree):
            return 0
        over = set(syntax.above(trigger))
        if governor in over:
            return 1
        return 2 if syntax.verb_above(governor) in over else None


def _interval(mention: DateMention, anchor: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """Give the days of a mention; "the next day" counts from the date before, "weeks after it fell" from nothing that is known."""
    earliest, latest = mention.earliest, mention.latest
    leans = mention.text.lower().endswith(("after", "before"))
    if (earliest is None or latest is None) and anchor is not None and not leans:
        shifted = mention.resolve(anchor)
        if shifted is not None:
            earliest, latest = shifted.earliest, shifted.latest
    return (earliest, latest) if earliest is not None and latest is not None and earliest <= latest else None


def _precision(earliest: dt.date, latest: dt.date) -> int:
    """Give the UCDP `date_prec` of an interval: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer."""
    days = (latest - earliest).days + 1
    return next((p for p, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)
