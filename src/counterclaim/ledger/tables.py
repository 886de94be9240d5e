"""What lies in a ledger file: one table a noun, and triggers that let every table only grow."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
    literal_column,
)

METADATA: Final = MetaData()

reports: Final = Table(
    "reports",
    METADATA,
    Column("sha256", String, primary_key=True),
)

# The text of a report; missing where only claims made elsewhere are known of it.
texts: Final = Table(
    "texts",
    METADATA,
    Column("sha256", ForeignKey("reports.sha256"), primary_key=True),
    Column("text", Text, nullable=False),
)

# Where a text was published: the same text has one row for each outlet, address, day and title that it came with.
appearances: Final = Table(
    "appearances",
    METADATA,
    Column("id", String, primary_key=True),
    Column("sha256", ForeignKey("reports.sha256"), nullable=False, index=True),
    Column("report_id", String, nullable=False, index=True),
    Column("raw_sha256", String, nullable=False),
    Column("title", String),
    Column("outlet", String),
    Column("byline", String),
    Column("published", Date),
    Column("language", String, nullable=False),
    Column("url", String),
    Column("path", String),
    Column("copy_of", String),
    Column("unread", String),
    Column("document", Text, nullable=False),
)

readings: Final = Table(
    "readings",
    METADATA,
    Column("id", String, primary_key=True),
    Column("sha256", ForeignKey("reports.sha256"), nullable=False, index=True),
    Column("appearance", ForeignKey("appearances.id"), nullable=False, index=True),
    Column("extractor", String, nullable=False),
    Column("version", String, nullable=False),
    Column("started", String, nullable=False),
    Column("finished", String, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("failure", String),
    Column("loaded", Boolean, nullable=False, server_default=false()),
)

claims: Final = Table(
    "claims",
    METADATA,
    Column("reading", ForeignKey("readings.id"), primary_key=True),
    Column("id", String, primary_key=True, index=True),
    Column("report_id", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("source", String),
    Column("asserter", String),
    Column("party", String),
    Column("kind", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("unverified", Boolean, nullable=False),
    Column("actor", String),
    Column("target", String),
    Column("place_text", String),
    Column("place", String),
    Column("admin1", String),
    Column("admin2", String),
    Column("country", String),
    Column("earliest", Date),
    Column("latest", Date),
    Column("published", Date),
    Column("confidence", Float),
    Column("document", Text, nullable=False),
)

CONTROL: Final = claims.c.kind == literal_column("'control'")
"""The condition that a claim is on control, in the very words of the index on such claims."""

Index("ix_claims_control", claims.c.country, claims.c.place, claims.c.admin1, claims.c.admin2, claims.c.latest, sqlite_where=CONTROL)

counts: Final = Table(
    "counts",
    METADATA,
    Column("reading", String, primary_key=True),
    Column("claim", String, primary_key=True),
    Column("nth", Integer, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("best", Integer),
    Column("operator", String, nullable=False),
    Column("party", String),
    Column("text", String, nullable=False),
    ForeignKeyConstraint(["reading", "claim"], ["claims.reading", "claims.id"]),
)

failures: Final = Table(
    "failures",
    METADATA,
    Column("id", String, primary_key=True),
    Column("input", String, nullable=False),
    Column("place", String),
    Column("reason", String, nullable=False),
    Column("way_out", String),
    Column("happened", String, nullable=False),
)

judgements: Final = Table(
    "judgements",
    METADATA,
    Column("id", String, primary_key=True),
    Column("a", String, nullable=False, index=True),
    Column("b", String, nullable=False, index=True),
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("why", String),
    Column("undoes", ForeignKey("judgements.id"), index=True),
)

# What a person made of one claim. It names the claim alone, and no reading, so that it outlives a newer one.
assessments: Final = Table(
    "assessments",
    METADATA,
    Column("id", String, primary_key=True),
    Column("claim", String, nullable=False, index=True),
    Column("rating", String),
    Column("admiralty", String),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("why", String),
    Column("undoes", ForeignKey("assessments.id"), index=True),
)

# One row each time that claims were grouped: when, by which weights, knowing which facts.
linkings: Final = Table(
    "linkings",
    METADATA,
    Column("nth", Integer, primary_key=True),
    Column("finished", String, nullable=False),
    Column("linker", String, nullable=False),
    Column("version", String, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("known", String, nullable=False),
)

# What an incident was after a linking that changed it. The newest row counts; one without a status has ended.
# `others` are the incidents that it took in, came from, or ended in.
incidents: Final = Table(
    "incidents",
    METADATA,
    Column("incident", String, primary_key=True),
    Column("linking", ForeignKey("linkings.nth"), primary_key=True, index=True),
    Column("change", String, nullable=False),
    Column("status", String),
    Column("others", String, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("document", Text),
)

# Where a claim stood after a linking that moved it or read it anew, and in which reading it was. The newest row counts;
# without an incident it stands in none any more.
members: Final = Table(
    "members",
    METADATA,
    Column("claim", String, primary_key=True),
    Column("linking", ForeignKey("linkings.nth"), primary_key=True),
    Column("incident", String, index=True),
    Column("reading", String),
    sqlite_with_rowid=False,
)

# Pairs of claims that hold an incident together, with how alike they are in bits, nothing where a person joined them.
ties: Final = Table(
    "ties",
    METADATA,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True, index=True),
    Column("linking", ForeignKey("linkings.nth"), primary_key=True),
    Column("score", Float),
    sqlite_with_rowid=False,
)


def guards() -> tuple[str, ...]:
    """Give the statements that make every table refuse UPDATE and DELETE."""
    return tuple(
        f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'a ledger only grows: {table} takes no {verb}'); END"
        for table in sorted(METADATA.tables)
        for verb in ("UPDATE", "DELETE")
    )
