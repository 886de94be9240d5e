"""What people made of single claims: facts with a name, a reason and a time, which nothing but a further fact takes back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from counterclaim.claims import admiralty
from counterclaim.claims.assessment import Assessment, Rating, holding
from counterclaim.claims.errors import UnknownClaim
from counterclaim.ledger.queries import begins
from counterclaim.ledger.rows import Row, content_id, moment
from counterclaim.ledger.store import Store, insert_new, only_one
from counterclaim.ledger.tables import assessments, claims


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How a person sees a claim: a rating, an Admiralty code in either case, or both, and why."""

    rating: Rating | None = None
    admiralty: str | None = None
    why: str


class Assessing(Store):
    """Keeps assessments, and tells them."""

    __slots__ = ()

    def assess(self, claim: str, view: View, *, by: str, when: dt.datetime) -> tuple[Assessment, bool]:
        """Keep a person's view of a claim, by its id or the start of it.

        Give the assessment, and whether it is new: what that person's last word on the claim says already is kept once.

        Raises:
            UnknownClaim: The id names no claim, or several.
            InvalidClaim: Nobody is named, no reason is given, nothing is rated, or the code is none.
        """
        code = admiralty.checked(view.admiralty) if view.admiralty is not None else None
        with self._writing() as connection:
            name = claim_named(connection, claim)
            made = _identified(Assessment(id="", claim=name, rating=view.rating, admiralty=code, by=by, at=_utc(when), why=view.why))
            held = [one for one in holding(assessed(connection)).get(name, ()) if one.by == by]
            if held and (held[0].rating, held[0].admiralty, held[0].why) == (made.rating, made.admiralty, made.why):
                return held[0], False
            insert_new(connection, assessments, row_of(made))
            return made, True

    def assessments(self) -> tuple[Assessment, ...]:
        """Give everything that people made of single claims, what was taken back and the taking back too, oldest first."""
        with self._asking() as connection:
            return assessed(connection)


def assessed(connection: Connection) -> tuple[Assessment, ...]:
    """Give all assessments, oldest first."""
    found = connection.execute(select(assessments).order_by(assessments.c.at, assessments.c.id))
    return tuple(
        Assessment(
            id=row.id,
            claim=row.claim,
            rating=Rating(row.rating) if row.rating is not None else None,
            admiralty=row.admiralty,
            by=row.by,
            at=dt.datetime.fromisoformat(row.at),
            why=row.why,
            undoes=row.undoes,
        )
        for row in found
    )


def taken_back(assessment: Assessment, *, by: str, when: dt.datetime, why: str | None) -> Assessment:
    """Give the assessment that takes another back."""
    return _identified(replace(assessment, by=by, at=_utc(when), why=why, undoes=assessment.id))


def row_of(assessment: Assessment) -> Row:
    """Give the row of an assessment."""
    return {
        "id": assessment.id,
        "claim": assessment.claim,
        "rating": str(assessment.rating) if assessment.rating is not None else None,
        "admiralty": assessment.admiralty,
        "by": assessment.by,
        "at": moment(assessment.at),
        "why": assessment.why,
        "undoes": assessment.undoes,
    }


def claim_named(connection: Connection, prefix: str) -> str:
    """Give the id of the claim whose id is, or begins with, these characters, in whichever reading.

    Raises:
        UnknownClaim: No claim's id begins so, or several do.
    """
    if not prefix:
        raise UnknownClaim(prefix, "an id has at least one character")
    asked = select(claims.c.id).where(begins(claims.c.id, prefix)).distinct()
    return only_one(prefix, tuple(connection.execute(asked).scalars()), "claim")


def _utc(when: dt.datetime) -> dt.datetime:
    return dt.datetime.fromisoformat(moment(when))


def _identified(one: Assessment) -> Assessment:
    return replace(one, id=content_id(one.claim, one.rating, one.admiralty, one.by, moment(one.at), one.why, one.undoes))
