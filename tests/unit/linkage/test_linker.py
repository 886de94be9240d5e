import datetime as dt
from pathlib import Path

import pytest

from counterclaim.claims.claim import Claim
from counterclaim.claims.errors import LedgerError
from counterclaim.claims.identity import Fate
from counterclaim.claims.incident import Verdict
from counterclaim.linkage import Linker, explain, link

from .builders import DAY, at, claim, judged, killed, on, report

WEEK = dt.timedelta(days=7)


def fight(name: str, *, day: dt.date = DAY, place: str = "Lower Vale", number: int = 10) -> Claim:
    quote = f"Ten soldiers of the garrison were killed in {place}."
    return claim(
        name, quote, report=report(f"report of {name}", published=day), counts=(killed(number, "Army"),),
        place=at(place, "Eastmark"), dates=on(day), target="Army",
    )  # fmt: skip


def groups(claims: list[Claim], **options: object) -> set[tuple[str, ...]]:
    return set(link(claims, **options).incidents.values())  # type: ignore[arg-type]


def test_two_reports_of_one_day_and_place_are_one_incident_and_another_week_is_another() -> None:
    assert groups([fight("a"), fight("b", number=12), fight("c", day=DAY + WEEK)]) == {("a", "b"), ("c",)}


def test_another_place_is_another_incident() -> None:
    assert groups([fight("a"), fight("b", place="Far Hill")]) == {("a",), ("b",)}


def test_a_person_joins_what_scores_keep_apart_and_a_later_undo_parts_it_again() -> None:
    claims, word = [fight("a"), fight("b", day=DAY + WEEK)], judged("a", "b", Verdict.SAME)

    assert groups(claims, judgements=[word]) == {("a", "b")}
    assert groups(claims, judgements=[word, judged("a", "b", Verdict.SAME, hour=1, undoes=word.id)]) == {("a",), ("b",)}


def test_a_person_parts_what_scores_join_and_no_third_claim_joins_it_again() -> None:
    found = groups([fight("a"), fight("b"), fight("c")], judgements=[judged("a", "b", Verdict.DIFFERENT)])

    assert all(not {"a", "b"} <= set(one) for one in found)
    assert ("c",) not in found


def test_every_incident_of_several_claims_has_its_ties_and_a_persons_has_no_score() -> None:
    linked = link([fight("a"), fight("b"), fight("c", day=DAY + WEEK)], [judged("b", "c", Verdict.SAME)])

    assert sorted(((tie.a, tie.b), tie.score is None) for tie in linked.ties) == [(("a", "b"), False), (("b", "c"), True)]


def test_incidents_keep_their_ids_when_claims_are_added_to_a_work_file(tmp_path: Path) -> None:
    with Linker(tmp_path / "work") as linker:
        first = linker.update([fight("a"), fight("x", day=DAY + WEEK)])
    with Linker(tmp_path / "work") as linker:
        second = linker.update([fight("b"), fight("a")])
        known = len(linker)

    incident = next(name for name, claims in first.incidents.items() if claims == ("a",))
    assert second.incidents == {incident: ("a", "b")}
    assert [(change.fate, change.added) for change in second.changes] == [(Fate.CHANGED, ("b",))]
    assert known == 3


def test_a_new_work_file_takes_over_the_ids_that_somebody_remembers() -> None:
    linked = link([fight("a"), fight("b")], previous={"remembered": ["a"]})

    assert linked.incidents == {"remembered": ("a", "b")}


def test_what_somebody_remembers_and_nobody_gives_is_gone() -> None:
    linked = link([fight("a"), fight("b")], previous={"remembered": ["a", "c"], "forgotten": ["d"]})

    assert linked.incidents == {"remembered": ("a", "b")}
    assert {change.incident: (change.fate, change.removed) for change in linked.changes} == {
        "remembered": (Fate.CHANGED, ("c",)),
        "forgotten": (Fate.VANISHED, ("d",)),
    }


def test_what_is_gone_leaves_its_incident() -> None:
    with Linker() as linker:
        linker.update([fight("a"), fight("b")])
        linked = linker.update(gone=["b"])

    assert list(linked.incidents.values()) == [("a",)]
    assert linked.changes[0].removed == ("b",)


def test_an_explanation_adds_up_to_the_score_of_the_tie() -> None:
    a, b = fight("a"), fight("b", number=12)

    why = explain(b, a)

    assert (why.a, why.b) == ("a", "b")
    assert why.score == link([a, b]).ties[0].score
    assert {one.name: one.level for one in why.comparisons} | {"dates": "same_day", "places": "same", "figures": "different"} == {
        one.name: one.level for one in why.comparisons
    }


def test_another_programs_file_is_no_work_file(tmp_path: Path) -> None:
    (tmp_path / "work").write_text("something else", encoding="utf-8")

    with pytest.raises(LedgerError, match="work file"):
        Linker(tmp_path / "work")
