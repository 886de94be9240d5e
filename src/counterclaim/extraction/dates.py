"""Tells which date in a sentence is the event's, and which is the statement's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from counterclaim.claims.dates import Dates
from counterclaim.extraction import syntax
from counterclaim.extraction.attributions import Attribution, covers
from counterclaim.extraction.date_values import DAY, DateForm, DateMention
from counterclaim.extraction.date_words import OPENERS
from counterclaim.extraction.draft import Draft, Sentence
from counterclaim.extraction.speaker_words import head_of
from counterclaim.extraction.word_lists import words

HAPPENINGS = words(
    "war conflict fighting battle offensive attack siege campaign clash raid strike"
)  # "died in the war *that began in* 1992"
MIDNIGHT = "T24:00"  # belongs to the day before and the day after


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

    def free(self, sentence: Sentence) -> list[DateMention]:
        """Give a sentence's mentions that come to days, without those that say when something was said."""
        cues = [a for a in self._draft.attributions if sentence.start <= a.cue[0] < sentence.end]
        return [m for m in self.dated(sentence) if not self.is_of_statement(m, cues)]

    def dates(self, mention: DateMention) -> Dates:
        """Give a mention's interval as a claim keeps it."""
        earliest, latest = self._days[mention.start]
        precision = mention.precision or _precision(earliest, latest)
        text = self._draft.report.text[mention.start : mention.end]
        return Dates(earliest=earliest, latest=latest, precision=precision, text=text, start=mention.start, end=mention.end)

    def dates_at(self, mention: DateMention, trigger: Token) -> Dates:
        """Give a mention's interval for one event: behind "since" the bare days for what happened then, and on from them for what lasts."""
        whole, core, published = self.dates(mention), mention.core, self._draft.report.published
        if mention.lead not in OPENERS or core is None or core.earliest is None or core.latest is None:
            return whole
        if any(mention.lead_start <= t.idx < mention.end for t in syntax.above(trigger)):
            return replace(whole, earliest=core.earliest, latest=core.latest, precision=core.precision)
        if mention.window or published is None or published < core.earliest:
            return whole
        return replace(whole, latest=published, precision=_precision(core.earliest, published))

    def governor(self, mention: DateMention) -> Token | None:
        """Give the verb or noun that a date hangs on."""
        head = head_of(self._draft, (mention.lead_start, mention.end))
        if head is None:
            return None
        inside = {t.i for t in self._draft.tokens_in(mention.lead_start, mention.end)}
        return next((t for t in syntax.above(head) if t.i not in inside and t.pos_ in {"VERB", "AUX", "NOUN", "PROPN"}), head.head)

    def is_of_statement(self, mention: DateMention, cues: Iterable[Attribution]) -> bool:
        """Tell whether a date says when something was said: it hangs on a cue, and on no word of what was said."""
        governor = self.governor(mention)
        if governor is None:
            return False
        near = [governor]
        if governor.pos_ in syntax.NOMINAL:
            near = list(takewhile_verbless(syntax.above(governor)))
        return any(a.cue[0] <= t.idx < a.cue[1] and not covers(a.content, governor.idx) for a in cues for t in near)

    def of_event(self, trigger: Token, sentence: Sentence, cues: Sequence[Attribution]) -> DateMention | None:
        """Give the date of an event in its sentence: the one in its clause, or in the clause that it is joined to."""
        free = [m for m in self.dated(sentence) if not self.is_of_statement(m, cues)]
        ranked = [(rank, abs(m.start - trigger.idx), n) for n, m in enumerate(free) if (rank := self._rank(m, trigger)) is not None]
        return free[min(ranked)[-1]] if ranked else None

    def _rank(self, mention: DateMention, trigger: Token) -> int | None:
        """Give how near a date is: 0 below a trigger, 1 on a word above it, 2 on the same verb, 3 on a verb joined to it.

        None for another clause's.
        """
        governor = self.governor(mention)
        if governor is None:
            return None
        if governor in set(trigger.subtree):
            return None if _is_in_aside(governor, trigger) else 0
        over = set(syntax.above(trigger))
        if governor in over:
            return 1
        verb = syntax.verb_above(governor)
        if verb in over:
            return 2
        return 3 if verb is not None and mention.start < trigger.idx and verb.dep_ == "conj" and verb.head in over else None


def _is_in_aside(governor: Token, trigger: Token) -> bool:
    """Tell whether a date stands in a clause about a noun below the event: "fell to the junta *that seized power in 2021*"."""
    between = takewhile(lambda t: t != trigger, syntax.above(governor))
    return any(t.dep_ == "relcl" and t.pos_ in syntax.VERBAL and t.head.lemma_.lower() not in HAPPENINGS for t in between)


def takewhile_verbless(chain: Iterable[Token]) -> Iterator[Token]:
    """Give the words of a chain of heads up to its first verb, that one included."""
    for token in chain:
        yield token
        if token.pos_ in syntax.VERBAL:
            return


def _interval(mention: DateMention, anchor: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """Give the days of a mention; "the next day" counts from the date before, "weeks after it fell" from nothing that is known."""
    earliest, latest = mention.earliest, mention.latest
    if mention.form is DateForm.TIME_OF_DAY and anchor is not None and mention.value.endswith(MIDNIGHT):
        return anchor, anchor + DAY
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
