"""What people made of claims, in the words and columns that exports share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from counterclaim.claims.admiralty import UNJUDGED
from counterclaim.claims.assessment import Assessment

Assessed = Mapping[str, Sequence[Assessment]]
"""By claim, what holds of the assessments: the last word of each person, oldest first."""

NONE: Final[Assessed] = {}
_SHORT: Final = 8

_COLUMNS: Final[dict[str, Callable[[Assessment], str]]] = {
    "rating": lambda one: one.rating or "",
    "admiralty": lambda one: one.admiralty or UNJUDGED,
    "assessed_by": lambda one: one.by,
    "assessed_at": lambda one: one.at.isoformat(timespec="seconds"),
    "assessed_why": lambda one: one.why or "",
}
COLUMNS: Final = tuple(_COLUMNS)


def values(assessments: Iterable[Assessment]) -> dict[str, str | None]:
    """Give the columns of one claim: several people's words with `; ` between, in one order in all columns.

    Nobody's word is the Admiralty code F6, and no more.

    >>> values(())
    {'rating': None, 'admiralty': 'F6', 'assessed_by': None, 'assessed_at': None, 'assessed_why': None}
    """
    known = tuple(assessments)
    if not known:
        return dict.fromkeys(COLUMNS) | {"admiralty": UNJUDGED}
    return {name: "; ".join(give(one).replace(";", ",") for one in known) for name, give in _COLUMNS.items()}


def sentence(one: Assessment, *, reason: bool = True) -> str:
    """Give an assessment in words for a note: `claim 0123abcd assessed by Ann on 2021-09-06: doubtful, C4 (no film of it)`."""
    why = f" ({one.why})" if reason and one.why else ""
    return f"claim {one.claim[:_SHORT]} assessed by {one.by} on {one.at.date().isoformat()}: {one}{why}"
