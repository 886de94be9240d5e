"""What people judged of claims: facts with a name and a time, which nothing but a further fact takes back."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, select

from counterclaim.claims.errors import InvalidClaim, UnknownClaim
from counterclaim.claims.incident import Judgement, Verdict, standing
from counterclaim.ledger.rows import content_id, moment
from counterclaim.ledger.store import Store, insert_new, only_one
from counterclaim.ledger.tables import claims, judgements

_BEYOND = "\U0010ffff"


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
            a, b = sorted((_claim_id(connection, first), _claim_id(connection, second)))
            if a == b:
                raise InvalidClaim("judgement", f"{first!r} and {second!r} are one claim")
            held = [one for one in standing(_all(connection)) if (one.a, one.b) == (a, b)]
            if held and (held[-1].verdict, held[-1].by) == (verdict, by):
                return held[-1], False
            judgement = _made(a=a, b=b, verdict=verdict, by=by, at=when, why=why)
            insert_new(connection, judgements, _row(judgement))
            return judgement, True

    def unjudge(self, judgement_id: str, *, by: str, when: dt.datetime, why: str | None = None) -> tuple[Judgement, bool]:
        """Take a judgement back, which is a fact of its own; give it, and whether it is new.

        Raises:
            UnknownClaim: No judgement, or several, have this id.
            InvalidClaim: The judgement is itself one that takes another back, or nobody is named.
        """
        with self._writing() as connection:
            known = {one.id: one for one in _all(connection)}
            found = tuple(name for name in known if judgement_id and name.startswith(judgement_id))
            judgement = known[only_one(judgement_id, found, "judgement")]
            if judgement.undoes:
                raise InvalidClaim("judgement", f"{judgement.id} takes back {judgement.undoes}; judge anew instead")
            before = next((one for one in known.values() if one.undoes == judgement.id), None)
            if before:
                return before, False
            undoing = _made(a=judgement.a, b=judgement.b, verdict=judgement.verdict, by=by, at=when, why=why, undoes=judgement.id)
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


def _claim_id(connection: Connection, prefix: str) -> str:
    if not prefix:
        raise UnknownClaim(prefix, "an id has at least one character")
    asked = select(claims.c.id).where(claims.c.id >= prefix, claims.c.id < prefix + _BEYOND).distinct()
    return only_one(prefix, tuple(connection.execute(asked).scalars()), "claim")
