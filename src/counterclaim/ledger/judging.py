"""What people judged of claims: facts with a name and a time, which nothing but a further fact takes back."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, select

from counterclaim.claims.assessment import Assessment
from counterclaim.claims.errors import InvalidClaim
from counterclaim.claims.incident import Judgement, Verdict, standing
from counterclaim.ledger.assessing import assessed, claim_named, row_of, taken_back
from counterclaim.ledger.rows import content_id, moment
from counterclaim.ledger.store import Store, insert_new, only_one
from counterclaim.ledger.tables import assessments, judgements


class Judging(Store):
    """Keeps judgements, and tells them."""

    __slots__ = ()

    def judge(
        self, first: str, second: str, verdict: Verdict, *, by: str, when: dt.datetime, why: str | None = None
    ) -> tuple[Judgement, bool]:
        """Keep a person's word on whether two claims, by their ids or the starts of them, are about one happening.

        Give the judgement, and whether it is new: what is the last word on both claims already, by the same person, is kept once.

        Raises:
            UnknownClaim: An id names no claim, or several.
            InvalidClaim: Both ids name one claim, or nobody is named.
        """
        with self._writing() as connection:
            a, b = sorted((claim_named(connection, first), claim_named(connection, second)))
            if a == b:
                raise InvalidClaim("judgement", f"{first!r} and {second!r} are one claim")
            held = [one for one in standing(_all(connection)) if (one.a, one.b) == (a, b)]
            if held and (held[-1].verdict, held[-1].by) == (verdict, by):
                return held[-1], False
            judgement = _made(a=a, b=b, verdict=verdict, by=by, at=when, why=why)
            insert_new(connection, judgements, _row(judgement))
            return judgement, True

    def unjudge(self, judgement_id: str, *, by: str, when: dt.datetime, why: str | None = None) -> tuple[Judgement | Assessment, bool]:
        """Take a judgement or an assessment back, which is a fact of its own; give it, and whether it is new.

        Raises:
            UnknownClaim: No judgement, or several, have this id.
            InvalidClaim: The judgement is itself one that takes another back, or nobody is named.
        """
        with self._writing() as connection:
            known: dict[str, Judgement | Assessment] = {one.id: one for one in _all(connection)}
            known |= {one.id: one for one in assessed(connection)}
            found = tuple(name for name in known if judgement_id and name.startswith(judgement_id))
            judged = known[only_one(judgement_id, found, "judgement")]
            if judged.undoes:
                raise InvalidClaim("judgement", f"{judged.id} takes back {judged.undoes}; judge anew instead")
            before = next((one for one in known.values() if one.undoes == judged.id), None)
            if before:
                return before, False
            if isinstance(judged, Assessment):
                withdrawn = taken_back(judged, by=by, when=when, why=why)
                insert_new(connection, assessments, row_of(withdrawn))
                return withdrawn, True
            undoing = _made(a=judged.a, b=judged.b, verdict=judged.verdict, by=by, at=when, why=why, undoes=judged.id)
            insert_new(connection, judgements, _row(undoing))
            return undoing, True

    def judgements(self) -> tuple[Judgement, ...]:
        """Give everything that people judged, what was taken back and the taking back too, oldest first."""
        with self._asking() as connection:
            return _all(connection)


def _all(connection: Connection) -> tuple[Judgement, ...]:
    found = connection.execute(select(judgements).order_by(judgements.c.at, judgements.c.id))
    return tuple(
        Judgement(
            id=row.id,
            a=row.a,
            b=row.b,
            verdict=Verdict(row.verdict),
            by=row.by,
            at=dt.datetime.fromisoformat(row.at),
            why=row.why,
            undoes=row.undoes,
        )
        for row in found
    )


def _made(  # noqa: PLR0913 (the fields of a judgement)
    *, a: str, b: str, verdict: Verdict, by: str, at: dt.datetime, why: str | None, undoes: str | None = None
) -> Judgement:
    made = content_id(a, b, str(verdict), by, moment(at), undoes)
    return Judgement(id=made, a=a, b=b, verdict=verdict, by=by, at=at.astimezone(dt.UTC), why=why, undoes=undoes)


def _row(judgement: Judgement) -> dict[str, object]:
    return {
        "id": judgement.id,
        "a": judgement.a,
        "b": judgement.b,
        "verdict": str(judgement.verdict),
        "by": judgement.by,
        "at": moment(judgement.at),
        "why": judgement.why,
        "undoes": judgement.undoes,
    }
