"""The reader against gold: what each scorer asks, answered by the same parts that read reports."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from counterclaim.claims.claim import Claim, Span
from counterclaim.claims.report import Report
from counterclaim.workflows.evaluate_muc import score_muc
from counterclaim.workflows.read import Result, read_claims, read_reports
from counterclaim.workflows.recipe import Recipe
from counterclaim.workflows.sightings import report_of, sightings_in

if TYPE_CHECKING:
    from counterclaim.evaluation.bootstrap import Score
    from counterclaim.evaluation.calibration import Calibration
    from counterclaim.evaluation.comparison import ReaderScores
    from counterclaim.evaluation.gold import Dispatches
    from counterclaim.extraction.pipeline import Extractor

Scorer = Callable[[Sequence[Path], Recipe], "list[Score]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredDispatches:
    """Scores on coded dispatches, with what they were made of."""

    gold: Dispatches
    claims: tuple[Claim, ...]
    scores: list[Score]

    def misses(self, measure: str) -> list[str]:
        """Give lines that tell what was coded and not found in one measure.

        Raises:
            ValueError: There is no such measure.
        """
        from counterclaim.evaluation.dispatches import missed
        from counterclaim.evaluation.report import miss_lines

        return miss_lines(missed(self.gold, self.claims, measure))

    def check_floors(self, path: Path) -> None:
        """Check that no score lies under its floor.

        Raises:
            BelowFloor: One does.
            UnreadableInput: The file holds no floors, or those of other gold.
        """
        from counterclaim.evaluation.floors import check_floors, read_floors

        check_floors(self.scores, read_floors(path), gold=self.gold.hash)

    def write_floors(self, path: Path, *, lower: bool) -> None:
        """Write what was reached as the new floors.

        Raises:
            BelowFloor: A floor would sink and `lower` does not allow it.
        """
        from counterclaim.evaluation.floors import read_floors, update_floors, write_floors

        old = read_floors(path) if path.is_file() else None
        write_floors(path, update_floors(self.scores, old, gold=self.gold.hash, allow_regression=lower))


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanCheck:
    """How many spans were looked at, in how many claims and reports, inputs that gave none, and a line for each misfit."""

    reports: int
    claims: int
    spans: int
    unread: int
    wrong: tuple[str, ...]


def score_dispatches(folder: Path, recipe: Recipe, *, claims: Path | None = None) -> ScoredDispatches:
    """Give scores on a folder of coded dispatches: of what is read in it now, or of claims in a file.

    Raises:
        UnreadableInput: The folder holds no coded dispatches, or the file is not one of claims.
    """
    from counterclaim.evaluation.dispatches import score_claims
    from counterclaim.evaluation.gold import read_dispatches
    from counterclaim.export.claims import read_claims as claims_in_file

    gold = read_dispatches(folder)
    found = tuple(claims_in_file(claims) if claims else claims_in([folder], recipe))
    return ScoredDispatches(gold=gold, claims=found, scores=score_claims(gold, found))


def compare_readers(folder: Path, recipes: Sequence[Recipe]) -> list[ReaderScores]:
    """Give how each reader fares on one folder of coded dispatches, how long it takes, and what it costs.

    Raises:
        UnreadableInput: The folder holds no coded dispatches.
        NoAnswer: A language model gives no answer, and would give none to the next question.
    """
    from counterclaim.evaluation.dispatches import score_claims
    from counterclaim.evaluation.gold import read_dispatches

    gold = read_dispatches(folder)
    compared = []
    for recipe in recipes:
        found, seconds = timed(folder, recipe())
        compared.append(reader_scores(recipe, score_claims(gold, found), seconds))
    return compared


def timed(folder: Path, extractor: Extractor) -> tuple[list[Claim], float]:
    """Give the claims in a folder, and the seconds that reading it took."""
    began = time.perf_counter()
    return list(claims_in([folder], lambda: extractor)), time.perf_counter() - began


def reader_scores(recipe: Recipe, scores: Iterable[Score], seconds: float) -> ReaderScores:
    """Give scores with what the reader has spent."""
    from counterclaim.evaluation.comparison import ReaderScores

    spent = recipe.spent
    if spent is None:
        return ReaderScores(reader=recipe.reader, scores=tuple(scores), seconds=seconds)
    return ReaderScores(
        reader=recipe.reader,
        scores=tuple(scores),
        seconds=seconds,
        questions=spent.asked + spent.kept,
        failed=spent.failed,
        tokens=spent.tokens_in + spent.tokens_out,
        cost=spent.cost,
    )


def claims_in(inputs: Iterable[Path], build: Callable[[], Extractor]) -> Iterator[Claim]:
    """Give every claim in some inputs."""
    for found in read_claims(read_reports(inputs), build):
        if isinstance(found, Result):
            yield from found.claims


def score_attribution(gold: Sequence[Path], recipe: Recipe) -> list[Score]:
    """Give scores of attributions on PolNeAR-shaped files."""
    from counterclaim.evaluation.attribution import score_attribution

    extractor = recipe()

    def attribute(text: str) -> list[Mapping[str, Sequence[Sequence[int]] | None]]:
        report = report_of(text, None)
        found = extractor.heard(report) if report is not None else []
        return [{"source": [one.source] if one.source else None, "cue": [one.cue], "content": one.content} for one in found]

    return [score for path in gold for score in score_attribution(path, attribute)]


def score_counts(gold: Sequence[Path], recipe: Recipe) -> list[Score]:
    """Give scores of killed and wounded on a GVA-shaped file of articles and one of incidents."""
    from counterclaim.evaluation.counts import score_counts
    from counterclaim.evaluation.toll import toll

    see = sightings_in(recipe())
    articles, incidents = pair_of(gold)
    return score_counts(articles, incidents, lambda text, day: toll(see(text, day)))


def pair_of(gold: Sequence[Path]) -> tuple[Path, Path]:
    """Give the two files that counts need.

    Raises:
        UnreadableInput: There are more or fewer.
    """
    from counterclaim.claims.errors import UnreadableInput

    if len(gold) != 2:  # noqa: PLR2004 (articles and incidents)
        raise UnreadableInput("counts", f"{len(gold)} files", way_out="name the file of articles, then the file of incidents")
    return gold[0], gold[1]


def score_linking(gold: Sequence[Path], recipe: Recipe) -> list[Score]:
    """Give how well articles on one incident are found in GVA-shaped files: each is where most of its claims are linked to."""
    from counterclaim.evaluation.linking import score_linking

    return [score for path in gold for score in score_linking(path, partial(incidents_of_articles, path, recipe))]


def incidents_of_articles(path: Path, recipe: Recipe, wanted: Collection[str]) -> dict[str, str]:
    """Give the incident that most claims of each article are in; of two with as many, the first by its id."""
    from counterclaim.linkage import link

    reports = (one for one in read_reports([path]) if isinstance(one, Report) and one.id in wanted)
    read = [found for found in read_claims(reports, recipe) if isinstance(found, Result)]
    claims = [claim for found in read for claim in found.claims]
    texts = {found.report.sha256: found.report.text for found in read}
    linked = link(claims, texts=lambda _names: texts)
    incident_of = {claim: incident for incident, members in linked.incidents.items() for claim in members}
    seen: dict[str, Counter[str]] = {}
    for claim in claims:
        seen.setdefault(claim.report.id, Counter())[incident_of[claim.id]] += 1
    return {article: min(numbers, key=lambda one: (-numbers[one], one)) for article, numbers in seen.items()}


def score_dates(gold: Sequence[Path], _recipe: Recipe) -> list[Score]:
    """Give scores of date expressions on TimeML-shaped files."""
    from counterclaim.evaluation.time_expressions import score_time_expressions
    from counterclaim.extraction.date_words import find_dates

    def find(text: str, day: dt.date | None) -> list[tuple[int, int, str]]:
        return [part for one in find_dates(text, day) for part in one.expressions() if part[-1]]

    return [score for path in gold for score in score_time_expressions(path, find)]


def score_places(gold: Sequence[Path], recipe: Recipe) -> list[Score]:
    """Give scores of toponyms, whose spans are given, on files of articles."""
    from counterclaim.evaluation.places import score_toponyms
    from counterclaim.knowledge.gazetteer import Gazetteer, mention_at
    from counterclaim.knowledge.parties import Parties

    gazetteer, parties = Gazetteer.open(extra=recipe.own_places), Parties.load(extra=recipe.parties)

    def resolve(text: str, spans: Sequence[Span]) -> list[tuple[float, float] | None]:
        matches = gazetteer.resolve_all([mention_at(text, *span) for span in spans], prior=parties.countries_about(text))
        return [coordinates_of(match.entry) for match in matches]

    return [score for path in gold for score in score_toponyms(path, resolve)]


def score_event_places(gold: Sequence[Path], recipe: Recipe) -> list[Score]:
    """Give scores of the place of an event, whose verb is given, on files of sentences."""
    from counterclaim.evaluation.places import score_event_places

    extractor = recipe()
    return [score for path in gold for score in score_event_places(path, extractor.event_places)]


def coordinates_of(entry: Any) -> tuple[float, float] | None:
    """Give an entry's latitude and longitude, where it has them."""
    return None if entry is None or entry.latitude is None else (entry.latitude, entry.longitude)


def score_confidence(folder: Path, recipe: Recipe, *, claims: Path | None = None) -> Calibration:
    """Give the calibration of confidence on a folder of coded dispatches: of what is read in it now, or of claims in a file.

    Raises:
        UnreadableInput: The folder holds no coded dispatches, or the claims have no confidence.
    """
    from counterclaim.claims.errors import UnreadableInput
    from counterclaim.evaluation.calibration import calibration_of
    from counterclaim.evaluation.gold import read_dispatches
    from counterclaim.export.claims import read_claims as claims_in_file

    gold = read_dispatches(folder)
    try:
        return calibration_of(gold, claims_in_file(claims) if claims else claims_in([folder], recipe))
    except ValueError as error:
        raise UnreadableInput(str(claims or folder), str(error), way_out="give claims that carry a confidence") from error


def check_spans(inputs: Iterable[Path], recipe: Recipe, progress: Callable[[], None] = lambda: None) -> SpanCheck:
    """Give how many reports, claims and spans were read in some inputs, and each span that does not give its words back.

    What cannot be read is counted beside them. `progress` is called after each report.
    """
    from counterclaim.claims.spans import cuts, frames, misfits

    reports = claims = spans = unread = 0
    wrong: list[str] = []
    for found in read_claims(read_reports(inputs), recipe):
        if not isinstance(found, Result) or found.failure is not None:
            unread += 1
            continue
        reports += 1
        for claim in found.claims:
            claims += 1
            spans += sum(1 for _ in cuts(claim)) + sum(1 for _ in frames(claim))
            wrong += [f"{found.report.id} {claim.id}: {line}" for line in misfits(claim, found.report.text)]
        progress()
    return SpanCheck(reports=reports, claims=claims, spans=spans, unread=unread, wrong=tuple(wrong))


SCORERS: Final[Mapping[str, Scorer]] = {
    "attribution": score_attribution,
    "counts": score_counts,
    "dates": score_dates,
    "event-places": score_event_places,
    "linking": score_linking,
    "muc": score_muc,
    "places": score_places,
}
