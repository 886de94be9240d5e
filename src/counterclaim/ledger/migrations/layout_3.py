"""From layout 2 to 3: what people make of single claims."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

STEPS: Final = (
    """CREATE TABLE assessments (
        id VARCHAR NOT NULL, claim VARCHAR NOT NULL, rating VARCHAR, admiralty VARCHAR, "by" VARCHAR NOT NULL,
        at VARCHAR NOT NULL, why VARCHAR, undoes VARCHAR, PRIMARY KEY (id), FOREIGN KEY(undoes) REFERENCES assessments (id)
    )""",
    "CREATE INDEX ix_assessments_claim ON assessments (claim)",
    "CREATE INDEX ix_assessments_undoes ON assessments (undoes)",
    *(
        f"CREATE TRIGGER assessments_refuses_{verb.lower()} BEFORE {verb} ON assessments "
        f"BEGIN SELECT RAISE(ABORT, 'a ledger only grows: assessments takes no {verb}'); END"
        for verb in ("UPDATE", "DELETE")
    ),
)


def to_layout_3(connection: Connection) -> None:
    """Take a ledger of judgements on pairs of claims to one that holds assessments of single claims too."""
    for step in STEPS:
        connection.exec_driver_sql(step)
