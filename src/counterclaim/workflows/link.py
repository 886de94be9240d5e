"""Claims of a ledger to incidents in it: what is new is linked, and only what changes by it is told anew."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from counterclaim.claims.claim import Claim
from counterclaim.claims.errors import Relinked
from counterclaim.claims.event import Kind
from counterclaim.claims.identity import Fate, IncidentChange
from counterclaim.workflows.across import Across
from counterclaim.workflows.affected import Moved, affected
from counterclaim.workflows.describe import described_in, processes_for
from counterclaim.workflows.intake import Intake
from counterclaim.workflows.read import now
from counterclaim.workflows.seldom import collected_seldom
from counterclaim.workflows.work_file import work_file

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger, Told
    from counterclaim.linkage import Linked, Linker

LINKER: Final = "counterclaim-weights"
TRIES: Final = 3
AT_ONCE: Final = 2_000
"""Claims that are fetched together."""

Watch = Callable[[str, int, int], None]
Coming = TypeVar("Coming")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinking:
    """What one linking changed: `fates` counts incidents by what became of them; nothing where nothing was new."""

    claims: int
    incidents: int
    fates: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a linking has to look at: claims that arrived, with their readings, those that went, and whether it is the first linking."""

    arrived: Mapping[str, str]
    departed: Sequence[str]
    first: bool


def link(ledger: Ledger, *, clock: Callable[[], dt.datetime] = now, watch: Watch = lambda _stage, _done, _total: None) -> Relinking:
    """Link the claims of a ledger into incidents, and keep in it what changed.

    What other programs add meanwhile is linked too: then this begins again, three times at most. Stopped half-way, it
    leaves the ledger as it was.

    Args:
        ledger: Where the claims come from and the incidents go to.
        clock: Tells the time.
        watch: Is told the stage, how much of it is done, and how much there is to do.

    Raises:
        LedgerError: The ledger cannot be written, changes all the time, or another process links it now.
    """
    with collected_seldom():
        for _ in range(TRIES - 1):
            try:
                return _link_once(ledger, clock, watch)
            except Relinked:
                continue
        return _link_once(ledger, clock, watch)


def linker_version() -> str:
    """Give what incidents depend on beside claims and judgements: the program's version, and a hash of the weights."""
    from counterclaim.linkage.weights import load_weights

    weights = hashlib.sha256(msgspec.json.encode(load_weights(), order="sorted")).hexdigest()[:8]
    return f"{version('counterclaim')}+{weights}"


def is_current(ledger: Ledger) -> bool:
    """Tell whether the incidents of a ledger are those of all that lies in it."""
    last = ledger.last_linking()
    return last is not None and last.facts == ledger.facts()


def _link_once(ledger: Ledger, clock: Callable[[], dt.datetime], watch: Watch) -> Relinking:
    from counterclaim.ledger import Linking

    last, facts, made_by = ledger.last_linking(), ledger.facts(), linker_version()
    if last is not None and (last.facts, last.version) == (facts, made_by):
        return Relinking(claims=last.claims, incidents=ledger.number_of_incidents(), fates={})
    watch("looking for what is new", 0, 0)
    same_rules = last is not None and last.version == made_by
    news = News(arrived=ledger.arrived(last), departed=ledger.departed(last) if last else (), first=last is None)
    with work_file(ledger, last if same_rules else None) as (linker, filled):
        linked, told = _relinked(linker, ledger, news, watch, filled=filled) if same_rules else _linked_anew(linker, ledger, news, watch)
        watch("writing", 0, 0)
        claims = len(linker)
        linking = Linking(nth=last.nth + 1 if last else 1, finished=clock(), linker=LINKER, version=made_by, claims=claims, facts=facts)
        moved = {claim for one in told for claim in one.placed}
        ties = (tie for tie in linked.ties if tie.a in moved or tie.b in moved)
        ledger.record_linking(told, linking=linking, departed=news.departed, ties=ties)
    return Relinking(claims=claims, incidents=ledger.number_of_incidents(), fates=Counter(map(word, (one.change for one in told))))


def word(change: IncidentChange) -> str:
    """Give what became of an incident in one word for a person."""
    if change.fate is not Fate.CHANGED:
        plain = {Fate.APPEARED: "new", Fate.SPLIT_OFF: "split off", Fate.MERGED_INTO: "merged", Fate.VANISHED: "gone"}
        return plain[change.fate]
    if not change.added and not change.removed:
        return "told anew"
    return "grown" if change.added and not change.removed else "shrunk" if not change.added else "changed"


def _linked_anew(linker: Linker, ledger: Ledger, news: News, watch: Watch) -> tuple[Linked, list[Told]]:
    """Give what linking all claims finds, and what it tells of the incidents."""
    total = len(news.arrived) if news.first else ledger.number_of_claims()
    taking = partial(watch, "taking claims in")
    with Intake(ledger, processes=processes_for(total), done=lambda claims: taking(claims, total)) as intake:
        rows = _until_the_end(intake.rows(), watch)
        linked = linker.update(rows=rows, judgements=ledger.judgements(), previous=ledger.groups())
        across = intake.across()
    return linked, _told(ledger, linked, news, linked.incidents, (across, watch))


def _relinked(linker: Linker, ledger: Ledger, news: News, watch: Watch, *, filled: bool) -> tuple[Linked, list[Told]]:
    """Give the same of what is new alone; a linker that is not filled with the rest is given that too."""
    control: list[Claim] = []

    def passing(claims: Iterable[Claim]) -> Iterator[Claim]:
        for claim in claims:
            if claim.kind is Kind.CONTROL and claim.id in news.arrived:
                control.append(claim)
            yield claim

    before = [*news.departed, *ledger.incidents_of(news.arrived)]
    claims, total = (_arriving(ledger, news), len(news.arrived)) if filled else (ledger.claims(), ledger.number_of_claims())
    linked = linker.update(
        _until_the_end(_watched(passing(claims), total, watch), watch),
        ledger.texts,
        gone=before if filled else (),
        judgements=ledger.judgements(),
        previous=None if filled else ledger.groups(),
    )
    watch("looking for what else changes", 0, 0)
    groups, across = affected(ledger, linked, Moved(here={*news.arrived, *news.departed}, before=before, control=control))
    return linked, _told(ledger, linked, news, groups, (across, watch))


def _arriving(ledger: Ledger, news: News) -> Iterator[Claim]:
    for some in _parts(list(news.arrived), AT_ONCE):
        yield from ledger.claims_named(some).values()


def _watched(claims: Iterable[Claim], total: int, watch: Watch) -> Iterator[Claim]:
    for nth, claim in enumerate(claims):
        if nth % AT_ONCE == 0:
            watch("taking claims in", nth, total)
        yield claim


def _until_the_end(coming: Iterable[Coming], watch: Watch) -> Iterator[Coming]:
    """Give on what comes, and say when that is done."""
    yield from coming
    watch("comparing", 0, 0)


def _parts(names: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (names[at : at + size] for at in range(0, len(names), size))


def _told(ledger: Ledger, linked: Linked, news: News, groups: Mapping[str, Sequence[str]], means: tuple[Across, Watch]) -> list[Told]:
    """Give what became of each incident that changed, and of each among `groups` that is told otherwise now."""
    from counterclaim.ledger import Told

    across, watch = means
    changes = {one.incident: one for one in linked.changes}
    told = [Told(change=one) for one in linked.changes if one.incident not in linked.incidents]
    done = 0
    watch("setting sides beside each other", done, len(groups))
    processes = processes_for(sum(map(len, groups.values())))
    for some, described in described_in(ledger, _batches(groups), across, processes=processes):
        before = ledger.documents([name for name in some if name not in changes])
        for one in described:
            name = one.id
            placed = _placed(changes.get(name), some[name], news)
            if name in changes or placed or _is_otherwise(before.get(name), one.document):
                change = changes.get(name) or IncidentChange(fate=Fate.CHANGED, incident=name)
                told.append(Told(change=change, incident=one, placed=placed))
        done += len(some)
        watch("setting sides beside each other", done, len(groups))
    return told


def _is_otherwise(before: str | None, now: str) -> bool:
    """Tell whether a document says another thing than the one before; one of an older program may say the same in other bytes."""
    from counterclaim.ledger import incident_of

    return before != now and (before is None or incident_of(before) != incident_of(now))


def _placed(change: IncidentChange | None, inside: Iterable[str], news: News) -> dict[str, str | None]:
    """Give the claims that are new to an incident or were read anew, with their readings."""
    moved = {claim: news.arrived.get(claim) for claim in change.added} if change else {}
    return moved | {claim: news.arrived[claim] for claim in inside if claim in news.arrived}


def _batches(groups: Mapping[str, Sequence[str]]) -> Iterator[dict[str, Sequence[str]]]:
    """Give incidents in parts with some thousands of claims each."""
    batch: dict[str, Sequence[str]] = {}
    size = 0
    for name, inside in groups.items():
        batch[name] = inside
        size += len(inside)
        if size >= AT_ONCE:
            yield batch
            batch, size = {}, 0
    if batch:
        yield batch
