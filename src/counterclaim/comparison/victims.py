"""Who or what is counted, and whether two counts are of one group."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count, Outcome, Unit
from counterclaim.comparison import party, place
from counterclaim.comparison.place import Relation

CIVILIANS: Final = "civilians"
FIGHTERS: Final = "fighters"

_CIVILIAN: Final = re.compile(
    r"\b(civilians?|wom[ae]n|child(?:ren)?|girls?|boys?|villagers?|residents?|famil(?:y|ies)|passengers?|worshippers?|students?|schoolchildren"
    r"|journalists?|reporters?|aid workers?|farmers?|shepherds?|refugees?|displaced|patients?|doctors?|elders?|bystanders?)\b",
    re.IGNORECASE,
)
_FIGHTER: Final = re.compile(
    r"\b(soldiers?|troops?|service ?m[ae]n|personnel|fighters?|militants?|insurgents?|rebels?|terrorists?|jihad\w*|guerrillas?|gunm[ae]n"
    r"|rangers?|peacekeepers?|officers?|commanders?|policem[ae]n|police|conscripts?|recruits?|paratroopers?|marines?|militiam[ae]n|attackers?|combatants?)\b",
    re.IGNORECASE,
)
_EMPTY: Final = frozenset(
    {"the", "a", "an", "of", "its", "their", "his", "her", "our", "other", "others", "more", "people", "persons", "them", "and", "all"}
)


def group_class(claim: Claim, count: Count) -> str | None:
    """Tell whether those counted are civilians or fighters; None where the words do not say."""
    if party.key(count.party or claim.target) in {"civilian", "civilians"}:
        return CIVILIANS
    return _class_of_words(count.of or "")


@lru_cache(maxsize=65_536)
def _class_of_words(words: str) -> str | None:
    if _FIGHTER.search(words):
        return FIGHTERS
    return CIVILIANS if _CIVILIAN.search(words) else None


def owner(claim: Claim, count: Count) -> str | None:
    """Give the key of the party that a counted group belongs to, None where that is unknown; civilians are nobody's party."""
    known = party.key(count.party or claim.target)
    return None if known in {"civilian", "civilians"} else known


def thing(count: Count) -> str:
    """Give what kind of thing is counted, in the singular: "drone" of "drones of the armed forces"."""
    words = re.split(r"\bof\b", (count.of or "").casefold())[0].split()
    if "and" in words or "or" in words:
        return " ".join(words)
    return words[-1].removesuffix("s") if words else ""


def group_key(claim: Claim, count: Count) -> tuple[Unit, str | None, str]:
    """Give the key under which counts must agree to be of one group: unit, whose they are, kind of thing."""
    if count.unit is not Unit.PERSONS:
        return count.unit, owner(claim, count), thing(count)
    civil = group_class(claim, count) == CIVILIANS
    return count.unit, CIVILIANS if civil else owner(claim, count), ""


def same_group(a: Claim, x: Count, b: Claim, y: Count) -> bool:
    """Tell whether two counts are of one group. What is unknown on one side only is no common ground.

    Civilians are one group only with the same perpetrator or at the same place: each side counts its own.
    """
    key = group_key(a, x)
    if key != group_key(b, y):
        return False
    if key[1] == CIVILIANS:
        return _same_civilians(a, x, b, y)
    if x.unit is not Unit.PERSONS or key[1] is not None:
        return True
    return group_class(a, x) == group_class(b, y) and not _told_apart(x, y)


def _same_civilians(a: Claim, x: Count, b: Claim, y: Count) -> bool:
    if _told_apart(x, y):
        return False
    same_hand = party.key(a.actor) is not None and party.key(a.actor) == party.key(b.actor)
    return same_hand or place.relate(a.place, b.place) is Relation.SAME


def _told_apart(x: Count, y: Count) -> bool:
    """Tell whether the words for two groups have each something that the other lacks: "teachers" and "nurses"."""
    one, other = _marks(x), _marks(y)
    return bool(one and other and not one & other)


def _marks(count: Count) -> set[str]:
    words = re.findall(r"[^\W\d_]+", (count.of or "").casefold())
    return {w.removesuffix("s") for w in words if w not in _EMPTY}


def own_loss(claim: Claim, count: Count) -> bool:
    """Tell whether a side counts its own people or things as killed, hurt, taken or lost."""
    side = party.belligerent(claim)
    return side is not None and owner(claim, count) == side and count.outcome is not Outcome.PRESENT
