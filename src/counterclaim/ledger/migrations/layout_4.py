"""From layout 3 to 4: claims on control are found by place and day."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

STEP: Final = "CREATE INDEX ix_claims_control ON claims (country, place, admin1, admin2, latest) WHERE kind = 'control'"


def to_layout_4(connection: Connection) -> None:
    """Take a ledger to one that need not look through all claims for what contradicts one on control."""
    connection.exec_driver_sql(STEP)
