import dataclasses

from counterclaim.claims.attribution import Stance
from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Origin, Status
from counterclaim.comparison.counterclaims import counterclaims
from counterclaim.comparison.status import Independence, independence, status

from .made import make_claim, make_count


def toll(ident: str, who: str | None, side: str | None = None, party: str = "Xandria", **fields) -> Claim:
    return make_claim(ident, who, side, counts=(make_count(7, party=party),), **fields)


def test_many_outlets_of_one_statement_are_one_origin() -> None:
    claims = [toll(i, "the Front", "Front") for i in "abc"]
    origin = Origin(id="o", asserter="the Front", party="Front", claims=("a", "b", "c"))

    assert independence(claims, [origin]) == Independence(origins=1, sides=1, outlets=3)
    assert status(claims, [origin]) is Status.SINGLE_ORIGIN


def test_two_origins_without_a_counterclaim_are_uncontested() -> None:
    assert status([toll("a", "the Front", "Front"), toll("b", "a nurse", "witness")]) is Status.UNCONTESTED


def test_a_counterclaim_among_its_claims_makes_it_contested(two_tolls: list[Claim]) -> None:
    assert status(two_tolls, (), counterclaims(two_tolls)) is Status.CONTESTED
    assert status(two_tolls[:1], (), counterclaims(two_tolls)) is Status.CONTESTED
    assert status([toll("z", "the Front", "Front")], (), counterclaims(two_tolls)) is not Status.CONTESTED


def test_a_loss_told_by_its_own_side_is_conceded() -> None:
    assert status([toll("a", "a general", "Xandria")]) is Status.CONCEDED
    assert status([toll("a", "a general", "Xandria", party="Front")]) is Status.SINGLE_ORIGIN


def test_what_all_its_asserters_took_back_is_retracted() -> None:
    said = toll("a", "a general", "Xandria", day=5)
    taken_back = dataclasses.replace(toll("b", "a general", "Xandria", day=6), negated=True, stance=Stance.DENIES)

    assert status([said, taken_back]) is Status.RETRACTED
    assert status([said, taken_back, toll("c", "a nurse", "witness")]) is not Status.RETRACTED
