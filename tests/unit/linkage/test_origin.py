import datetime as dt

from counterclaim.claims.attribution import Link, LinkRole
from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Operator
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.linkage import origins

from .builders import DAY, at, claim, killed, report, source

FRONT = "Northern Front"


def said(name: str, quote: str = "The Front said 700 of the Army were killed in Lower Vale.", **fields: object) -> Claim:
    plain = {
        "report": report(name, outlet=f"outlet of {name}"),
        "source": source(FRONT, FRONT),
        "counts": (killed(700, "Army"),),
        "target": "Army",
    }
    return claim(name, quote, **(plain | fields))


def groups(*claims: Claim, **options: object) -> list[tuple[str, ...]]:
    return [origin.claims for origin in origins(claims, **options)]  # type: ignore[arg-type]


def test_one_figure_of_one_asserter_in_other_words_and_through_a_relay_is_one_origin() -> None:
    relay = (Link(role=LinkRole.RELAY, name="Agency One"),)
    (origin,) = origins([said("a"), said("b", "Agency One has it that seven hundred fell, the Front says.", chain=relay)])

    assert (origin.claims, origin.relays, origin.outlets) == (("a", "b"), ("Agency One",), ("outlet of a", "outlet of b"))


def test_over_700_and_700_are_one_origin_but_800_is_another() -> None:
    over = said("b", "Over 700 Army men dead, the Front says.", counts=(killed(700, "Army", Operator.MORE_THAN),))

    assert groups(said("a"), over, said("c", "800 dead in all, it says.", counts=(killed(800, "Army"),))) == [("a", "b"), ("c",)]


def test_a_spokesman_and_the_side_spoken_for_are_one_asserter_and_two_spokesmen_are_two() -> None:
    ann, ben = source("Ann Ode", FRONT), source("Ben Pax", FRONT)

    assert groups(said("a"), said("b", source=ann)) == [("a", "b")]
    assert groups(said("a", source=source("Ode", FRONT)), said("b", source=ann)) == [("a", "b")]
    assert groups(said("a", source=ben), said("b", source=ann)) == [("a",), ("b",)]


def test_another_day_another_channel_another_place_is_another_statement() -> None:
    tweet, post = ((Link(role=LinkRole.CHANNEL, name=name),) for name in ("Twitter", "Telegram"))
    late = report("b", published=DAY + dt.timedelta(days=9))

    assert groups(said("a"), said("b", report=late)) == [("a",), ("b",)]
    assert groups(said("a", chain=tweet), said("b", chain=post)) == [("a",), ("b",)]
    assert groups(said("a", place=at("Lower Vale")), said("b", place=at("Far Hill"))) == [("a",), ("b",)]


def test_what_two_sides_say_has_two_origins() -> None:
    assert groups(said("a"), said("b", source=source("Army", "Army"))) == [("a",), ("b",)]


def test_the_same_change_of_the_same_place_is_one_content() -> None:
    taken = {
        "kind": Kind.CONTROL,
        "control": Control(change=Change.CAPTURED, party=FRONT),
        "place": at("Lower Vale"),
        "counts": (),
        "target": None,
    }

    assert groups(said("a", "It took Lower Vale.", **taken), said("b", "Lower Vale has fallen, it reports.", **taken)) == [("a", "b")]


def test_outlets_in_their_own_voice_are_one_origin_only_where_one_repeats_the_other() -> None:
    words = "Ten soldiers of the garrison fell near the old mill bridge on the river."
    own = {"source": None}

    assert groups(said("a", words, **own), said("b", words, **own)) == [("a", "b")]
    assert groups(said("a", words, **own), said("b", "A battle cost the garrison lives.", **own)) == [("a",), ("b",)]


def test_in_copies_of_one_report_half_of_the_words_are_enough() -> None:
    own = {"source": None, "counts": ()}
    one, other = said("a", "Soldiers fell near the mill.", **own), said("b", "Soldiers fell near a bridge.", **own)

    assert groups(one, other) == [("a",), ("b",)]
    assert groups(one, other, copies={"b": "a"}) == [("a", "b")]


def test_order_makes_no_difference() -> None:
    claims = [said(name, counts=(killed(number, "Army"),)) for name, number in zip("abcdef", (700, 700, 800, 800, 900, 700), strict=True)]

    assert all(origins(order) == origins(claims) for order in ([*reversed(claims)], [*claims[3:], *claims[:3]]))
