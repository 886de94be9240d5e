"""Keeps what was read: reports, readings and claims in one SQLite file that only grows."""

from counterclaim.ledger.ledger import Added, Ledger, Summary
from counterclaim.ledger.queries import ClaimQuery
from counterclaim.ledger.rows import Failure, Reading

__all__ = ["Added", "ClaimQuery", "Failure", "Ledger", "Reading", "Summary"]
