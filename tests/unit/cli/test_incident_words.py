from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.claims.count import Outcome, Unit
from counterclaim.claims.counterclaim import Counterclaim, Question
from counterclaim.claims.event import Kind
from counterclaim.claims.incident import Origin
from counterclaim.claims.position import Position, Statement, Topic
from counterclaim.cli import incident_words as words


def statement(answer: str, **changes: object) -> Statement:
    return Statement(**{"answer": answer, "as_of": dt.date(2021, 9, 5), "claims": ("a",), "origins": 1} | changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("topic", "heading"),
    [
        (Topic(question=Question.CONTROL, place="Bazarak"), "Control of Bazarak"),
        (
            Topic(question=Question.FIGURE, outcome=Outcome.KILLED, unit=Unit.PERSONS, of="fighters", party="Taliban"),
            "Killed: Taliban fighters",
        ),
        (Topic(question=Question.FIGURE, outcome=Outcome.KILLED, of="civilians", party="civilians"), "Killed: civilians"),
        (
            Topic(question=Question.HAPPENED, kind=Kind.ATTACK, party="Kenya", place="El Adde"),
            "Did it happen: attack against Kenya, El Adde",
        ),
        (Topic(question=Question.FIGURE, outcome=Outcome.CAPTURED, unit=Unit.PLACES, of="district"), "Places captured: district"),
        (Topic(question=Question.DATE, kind=Kind.ATTACK, party="Kenya"), "When: attack"),
    ],
)
def test_a_topic_is_a_heading(topic: Topic, heading: str) -> None:
    assert words.question(topic) == heading


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (statement("over 700", low=701), "over 700 (≥701)"),
        (statement("12", low=12, high=12), "12"),
        (statement("dozens", low=24, high=99), "dozens (24–99)"),
        (statement("up to 40", high=40), "up to 40 (≤40)"),
        (statement("1,200", low=1200, high=1200), "1,200"),
        (statement("no"), "no"),
    ],
)
def test_a_figure_shows_its_bounds_where_its_words_do_not(told: Statement, said: str) -> None:
    assert words.answer(told) == said


def test_a_statement_tells_its_day_its_origins_and_whose_loss_it_is() -> None:
    assert words.aside(statement("12", own_loss=True, adds_to="b")) == "as of 2021-09-05, 1 origin, own loss, adds to an earlier figure"
    assert words.aside(statement("12", as_of=None, origins=2)) == "2 origins"


def test_one_statement_in_many_outlets_is_one_origin_with_its_outlets() -> None:
    one = Origin(id="o", asserter="Karimi", party="Taliban", claims=("a", "b"), relays=("Tolo",), outlets=("A", "B", "C", "D"))
    assert words.origin(one) == "2 claims in 4 outlets: A, B, C and 1 more, through Tolo"


def test_pairs_are_gathered_by_reason_control_and_figures_first() -> None:
    pairs = [
        Counterclaim(a="a", b="b", question=Question.DATE, reason="days"),
        Counterclaim(a="a", b="c", question=Question.FIGURE, reason="numbers"),
        Counterclaim(a="b", b="c", question=Question.FIGURE, reason="numbers"),
    ]
    assert [(reason, len(group)) for reason, group in words.by_reason(pairs)] == [("numbers", 2), ("days", 1)]


def test_one_answer_to_several_questions_of_a_kind_stands_once() -> None:
    positions = [
        Position(side="Kenya", topic=Topic(question=Question.HAPPENED, kind=kind), now=(statement("no"),))
        for kind in (Kind.ATTACK, Kind.CLASH)
    ]
    told = [(words.question(one.topic), one) for one in positions]
    assert words.gathered(told) == [("Did it happen", "Kenya", "no", ("attack", "clash"))]
