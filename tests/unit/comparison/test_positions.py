import datetime as dt

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Operator, Outcome, Scope
from counterclaim.claims.event import Change, Kind
from counterclaim.claims.incident import Origin
from counterclaim.claims.position import Position
from counterclaim.comparison.positions import positions

from .made import make_claim, make_control, make_count


def figures(found: tuple[Position, ...], outcome: Outcome = Outcome.KILLED) -> dict[str, Position]:
    return {p.side: p for p in found if p.topic.outcome is outcome}


def test_each_side_has_its_own_figure_and_its_own_loss_is_marked(two_tolls: list[Claim]) -> None:
    found = figures(positions(two_tolls))

    assert set(found) == {"Xandria", "Front"}
    assert [(s.answer, s.low, s.own_loss) for s in found["Xandria"].now] == [("7", 7, True)]
    assert [(s.answer, s.low, s.own_loss) for s in found["Front"].now] == [("15", 15, False)]


def test_a_revision_supersedes_and_the_earlier_stays() -> None:
    claims = [make_claim(i, "a general", "Xandria", day=d, counts=(make_count(n),)) for i, d, n in (("a", 5, 7), ("b", 7, 12), ("c", 6, 9))]

    (found,) = figures(positions(claims)).values()

    assert [s.answer for s in found.now] == ["12"]
    assert [(s.answer, s.as_of) for s in found.before] == [("7", dt.date(2022, 5, 5)), ("9", dt.date(2022, 5, 6))]


def test_one_wording_through_two_outlets_is_one_statement_of_one_origin() -> None:
    claims = [make_claim(i, "a general", "Xandria", counts=(make_count(7),)) for i in "ab"]
    origin = Origin(id="o", asserter="a general", party="Xandria", claims=("a", "b"))

    (found,) = figures(positions(claims, [origin])).values()

    assert [(s.claims, s.origins) for s in found.now] == [(("a", "b"), 1)]


def test_over_700_and_700_stand_side_by_side_and_600_captured_apart() -> None:
    over = make_count((701, None), operator=Operator.MORE_THAN, text="over 700")
    claims = [
        make_claim("a", "the Front", "Front", counts=(over,)),
        make_claim("b", "the Front", "Front", counts=(make_count(700), make_count(600, Outcome.CAPTURED))),
    ]

    killed = figures(positions(claims))["Front"]
    captured = figures(positions(claims), Outcome.CAPTURED)["Front"]

    assert {s.answer for s in killed.now} == {"over 700", "700"}
    assert [s.low for s in captured.now] == [600]


def test_a_figure_that_adds_to_another_points_at_it_and_is_not_summed() -> None:
    first = make_claim("a", "a general", "Xandria", day=5, counts=(make_count(16),))
    more = make_claim("b", "a general", "Xandria", day=6, counts=(make_count(27, revises="27 more", text="27 more"),))

    (found,) = figures(positions([more, first])).values()

    assert [(s.answer, s.adds_to) for s in found.now] == [("16", None), ("27 more", "a")]
    assert found.before == ()


def test_a_figure_for_another_window_supersedes_nothing() -> None:
    event = make_claim("a", "a general", "Xandria", day=5, counts=(make_count(16),))
    so_far = make_claim("b", "a general", "Xandria", day=6, counts=(make_count(90, scope=Scope.TO_DATE),))

    found = {p.topic.scope: [s.answer for s in p.now] for p in positions([event, so_far])}

    assert found == {Scope.EVENT: ["16"], Scope.TO_DATE: ["90"]}


def test_a_part_is_known_as_a_part_of_its_total() -> None:
    quote = "16 people were killed, among them 2 civilians"
    counts = (
        make_count(16, of="people", party=None, start=0, end=2),
        make_count(2, of="civilians", party="civilians", start=34, end=35),
    )
    claim = make_claim("a", "a general", "Xandria", quote=quote, end=len(quote), content=((0, len(quote)),), counts=counts)

    found = {p.topic.of: p for p in positions([claim]) if p.topic.outcome is not None}

    assert [s.part_of for s in found["civilians"].now] == ["a"]
    assert [s.part_of for s in found[None].now] == [None]


def test_control_denials_doers_and_days_are_positions_too() -> None:
    held = make_control("a", "the army", Change.HOLDS, "Xandria")
    denied = make_claim("b", "the army", "Xandria", kind=Kind.ATTACK, actor="Xandria", negated=True)
    blamed = make_claim("c", "the Front", "Front", kind=Kind.ATTACK, actor="Xandria")

    found = {(p.topic.question.value, p.side): p.now[0].answer for p in positions([held, denied, blamed])}

    assert found == {
        ("control", "Xandria"): "held by Xandria",
        ("happened", "Xandria"): "no",
        ("happened", "Front"): "yes",
        ("responsibility", "Front"): "Xandria",
    }
