"""What whole reports name, and what that makes of claims that tell little."""

import datetime as dt
from collections.abc import Collection, Mapping

import pytest

from counterclaim.claims.claim import Claim
from counterclaim.claims.event import Kind
from counterclaim.linkage import Linker, explain, link
from counterclaim.linkage.blocks import keys_of
from counterclaim.linkage.features import features_of
from counterclaim.linkage.report_names import TextsOf, named_in, names_of_report, no_texts

from .builders import DAY, claim, killed, report

SHOOTING = (
    "A man was shot dead outside a bar. Police named him as Harlan Q. Wexby. Detective Orla Trent spoke in Mirefield near Tolland Park."
)
TRIAL = "The trial of the man who shot Harlan Wexby outside a bar began in Mirefield. Detective Orla Trent told the court of Tolland Park."
OTHER = "A man was shot dead in a car. Police named him as Jonah Pell. Captain Ines Rudd spoke in Castle Orrin near Vasey Bridge."
LATER = DAY + dt.timedelta(days=90)


def told(name: str, day: dt.date = DAY, kind: Kind = Kind.CASUALTIES) -> Claim:
    return claim(name, "A man was shot dead.", report=report(f"report of {name}", published=day), counts=(killed(1),), kind=kind)


def texts(**by_claim: str) -> TextsOf:
    known = {told(name).report.sha256: text for name, text in by_claim.items()}

    def asked(_names: Collection[str]) -> Mapping[str, str]:
        return known

    return asked


def levels(one: str | None, other: str | None, **fields: Kind) -> list[str]:
    known = {name: text for name, text in (("a", one), ("b", other)) if text}
    found = explain(told("a"), told("b", LATER, **fields), texts(**known))
    return [each.level for each in found.comparisons if each.name in {"names_of_reports", "full_names_of_reports"}]


def test_names_are_capitalised_words_inside_sentences_and_pairs_run_over_initials() -> None:
    words, pairs = named_in(SHOOTING)
    assert words == ["harlan", "wexby", "orla", "trent", "mirefield", "tolland", "park"]
    assert ("harlan", "wexby") in pairs
    assert ("wexby", "orla") not in pairs


def test_a_name_goes_without_its_ending_and_what_opens_a_sentence_is_none() -> None:
    assert named_in("Wexby’s brother spoke. Trent said that Wexby's car was found.") == (["wexby"], [])


def test_only_the_beginning_of_a_text_is_read_and_at_most_eighty_names_are_kept() -> None:
    many = " ".join(f"and Q{chr(97 + nth // 26)}{chr(97 + nth % 26)}o" for nth in range(200))
    assert len(names_of_report(many).words) == 80
    assert named_in("x" * 6_000 + " of Mirefield") == ([], [])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (SHOOTING, TRIAL, ["most", "three"]),
        (SHOOTING, OTHER, ["hardly_any", "none"]),
        (SHOOTING, None, ["unknown", "unknown"]),
        (None, None, ["unknown", "unknown"]),
        (SHOOTING, "A man was shot dead.", ["unknown", "unknown"]),
    ],
)
def test_level(one: str | None, other: str | None, expected: list[str]) -> None:
    assert levels(one, other) == expected


def test_names_of_reports_speak_for_violence_alone() -> None:
    assert levels(SHOOTING, TRIAL, kind=Kind.TALKS) == ["other_kinds", "other_kinds"]


def test_one_report_is_not_compared_with_itself() -> None:
    a = told("a")
    other = claim("b", "He died.", report=a.report, start=900)
    found = explain(a, other, texts(a=SHOOTING))
    assert {each.level for each in found.comparisons if each.name.endswith("names_of_reports")} == {"same_report"}


def test_reports_that_share_full_names_meet_however_far_apart_their_days_are() -> None:
    (shooting, _), (trial, _), (other, _) = (
        keys_of(features_of(told(name, day), names_of_report(text)))
        for name, day, text in (("a", DAY, SHOOTING), ("b", LATER, TRIAL), ("c", LATER, OTHER))
    )
    assert set(shooting) & set(trial)
    assert not set(shooting) & set(other)


def test_claims_that_tell_little_are_one_incident_where_their_reports_name_the_same_and_apart_without_texts() -> None:
    words = {"a": "A man was shot dead outside a bar.", "b": "The victim died that night.", "c": "Gunfire killed a driver in his car."}
    claims = [claim(name, quote, report=told(name).report, counts=(killed(1),)) for name, quote in words.items()]
    known = texts(a=SHOOTING, b=TRIAL, c=OTHER)

    assert set(link(claims, texts=known).incidents.values()) == {("a", "b"), ("c",)}
    assert set(link(claims).incidents.values()) == {("a",), ("b",), ("c",)}


def test_texts_are_asked_for_together_and_only_those_of_the_claims() -> None:
    asked: list[set[str]] = []

    def remembering(names: Collection[str]) -> Mapping[str, str]:
        asked.append(set(names))
        return no_texts(names)

    with Linker() as linker:
        linker.update([told("a"), told("b"), told("a")], remembering)
    assert asked == [{told("a").report.sha256, told("b").report.sha256}]
