"""Asks a language model about reports, piece by piece, and makes findings of what it points at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from counterclaim.claims.errors import NoAnswer
from counterclaim.claims.report import Report
from counterclaim.extraction import place
from counterclaim.extraction.attributions import Span, overlap
from counterclaim.extraction.draft import Draft, PlaceMention, Sentence
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.llm.agreement import unique
from counterclaim.extraction.llm.answer import Answer, read_answer, schema
from counterclaim.extraction.llm.checks import TWICE, Drops
from counterclaim.extraction.llm.findings import findings
from counterclaim.extraction.llm.pieces import pieces
from counterclaim.extraction.llm.placed import Finder, Placed, place_mention
from counterclaim.extraction.llm.prompt import PROMPT, messages
from counterclaim.knowledge.gazetteer import Gazetteer

Ask = Callable[[Sequence[Mapping[str, str]], Mapping[str, Any], Callable[[str], Answer]], Answer]
Answers = tuple[tuple[Span, Answer], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A language model: its name, how to ask it, and where to count what of its answers is left out.

    `ask` takes messages, a JSON Schema, and what reads the answer; it raises NoAnswer. `characters` is how much text one
    question is about, `concurrency` how many are asked at a time.
    """

    name: str
    ask: Ask
    count_dropped: Callable[[Mapping[tuple[str, str], int]], None]
    characters: int = 6_000
    concurrency: int = 1


class ModelReader:
    """Reads with one language model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.rule = f"llm, prompt version {PROMPT}, model {model.name}"

    def answers(self, reports: Iterable[tuple[Report, Sequence[Sentence]]]) -> Iterator[Answers | NoAnswer]:
        """Give the answers for each report, in order, or why there are none; some questions are asked at a time.

        Raises:
            NoAnswer: The next question would fare no better.
        """
        pool = ThreadPoolExecutor(self._model.concurrency)
        try:
            waiting = [self._asked(pool, report, sentences) for report, sentences in reports]
            for questions in waiting:
                yield answers_of(questions)
        finally:
            pool.shutdown(cancel_futures=True)

    def _asked(self, pool: ThreadPoolExecutor, report: Report, sentences: Sequence[Sentence]) -> list[tuple[Span, Future[Answer]]]:
        cut = list(pieces(report, sentences, self._model.characters))
        return [(piece, pool.submit(self._model.ask, messages(report.text[slice(*piece)]), schema(), read_answer)) for piece in cut]

    def placed(self, draft: Draft, answers: Answers) -> tuple[list[Placed], Drops]:
        """Give the claims of answers that are found in the text, and what was left out."""
        drops: Drops = Drops()
        found: list[Placed] = []
        for piece, answer in answers:
            finder = Finder(draft, piece, self.rule, drops)
            found += [placed for pointed in answer.claims if (placed := finder.place(pointed)) is not None]
        return found, drops

    def findings(self, desk: Desk, placed: Iterable[Placed], drops: Drops) -> list[Finding]:
        """Give the findings of placed claims in the order of the text, and report what was left out."""
        found = sorted(
            (finding for one in placed for finding in findings(desk, one, drops)), key=lambda f: (f.sentence.index, f.event.trigger.i)
        )
        kept = unique(found)
        drops["claim", TWICE] += len(found) - len(kept)
        self._model.count_dropped({name: number for name, number in drops.items() if number})
        return kept


def answers_of(questions: Sequence[tuple[Span, Future[Answer]]]) -> Answers | NoAnswer:
    """Give the answers of one report; the first failure among them is the report's."""
    try:
        return tuple((piece, future.result()) for piece, future in questions)
    except NoAnswer as error:
        if error.final:
            raise
        return error


def with_pointed(draft: Draft, known: Sequence[PlaceMention], placed: Iterable[Placed], gazetteer: Gazetteer) -> list[PlaceMention]:
    """Give the places of a draft with those that a model points at and the gazetteer knows in the report's countries."""
    countries, out = place.likely(draft), list(known)
    for one in placed:
        mention = place_mention(draft, one)
        if mention is None or any(overlap((m.start, m.end), (mention.start, mention.end)) for m in out):
            continue
        out += [mention] if gazetteer.is_name(mention.name, countries=countries) else []
    return sorted(out, key=lambda m: m.start)
