import pytest

from counterclaim.claims.claim import Claim

from .made import make_claim, make_count


@pytest.fixture
def two_tolls() -> list[Claim]:
    """Give an army's and its enemy's toll for one ambush: 7 and 15 soldiers of Xandria."""
    return [
        make_claim("a", "a general", "Xandria", actor="Front", target="Xandria", counts=(make_count(7),)),
        make_claim("b", "the Front", "Front", actor="Front", target="Xandria", counts=(make_count(15),)),
    ]
