"""From layout 1 to 2: texts apart from reports, claims made elsewhere, judgements, and what linking makes."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

NEW_TABLES: Final = ("texts", "judgements", "linkings", "incidents", "members", "ties")

STEPS: Final = (
    """CREATE TABLE texts (
        sha256 VARCHAR NOT NULL, text TEXT NOT NULL, PRIMARY KEY (sha256), FOREIGN KEY(sha256) REFERENCES reports (sha256)
    )""",
    "INSERT INTO texts SELECT sha256, text FROM reports",
    "ALTER TABLE reports DROP COLUMN text",
    "ALTER TABLE readings ADD COLUMN loaded BOOLEAN DEFAULT 0 NOT NULL",
    """CREATE TABLE judgements (
        id VARCHAR NOT NULL, a VARCHAR NOT NULL, b VARCHAR NOT NULL, verdict VARCHAR NOT NULL, "by" VARCHAR NOT NULL,
        at VARCHAR NOT NULL, why VARCHAR, undoes VARCHAR, PRIMARY KEY (id), FOREIGN KEY(undoes) REFERENCES judgements (id)
    )""",
    "CREATE INDEX ix_judgements_a ON judgements (a)",
    "CREATE INDEX ix_judgements_b ON judgements (b)",
    "CREATE INDEX ix_judgements_undoes ON judgements (undoes)",
    """CREATE TABLE linkings (
        nth INTEGER NOT NULL, finished VARCHAR NOT NULL, linker VARCHAR NOT NULL, version VARCHAR NOT NULL,
        claims INTEGER NOT NULL, known VARCHAR NOT NULL, PRIMARY KEY (nth)
    )""",
    """CREATE TABLE incidents (
        incident VARCHAR NOT NULL, linking INTEGER NOT NULL, change VARCHAR NOT NULL, status VARCHAR, others VARCHAR NOT NULL,
        claims INTEGER NOT NULL, origins INTEGER NOT NULL, earliest DATE, latest DATE, document TEXT,
        PRIMARY KEY (incident, linking), FOREIGN KEY(linking) REFERENCES linkings (nth)
    )""",
    "CREATE INDEX ix_incidents_linking ON incidents (linking)",
    """CREATE TABLE members (
        claim VARCHAR NOT NULL, linking INTEGER NOT NULL, incident VARCHAR, reading VARCHAR,
        PRIMARY KEY (claim, linking),
        FOREIGN KEY(linking) REFERENCES linkings (nth)
    ) WITHOUT ROWID""",
    "CREATE INDEX ix_members_incident ON members (incident)",
    """CREATE TABLE ties (
        a VARCHAR NOT NULL, b VARCHAR NOT NULL, linking INTEGER NOT NULL, score FLOAT,
        PRIMARY KEY (a, b, linking), FOREIGN KEY(linking) REFERENCES linkings (nth)
    ) WITHOUT ROWID""",
    "CREATE INDEX ix_ties_b ON ties (b)",
)


def to_layout_2(connection: Connection) -> None:
    """Take a ledger of reports, readings and claims to one that holds incidents and judgements too."""
    for step in STEPS:
        connection.exec_driver_sql(step)
    for table in NEW_TABLES:
        for verb in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'a ledger only grows: {table} takes no {verb}'); END"
            )
