"""Keeps what was read, judged and linked: one SQLite file that only grows."""

from counterclaim.ledger.asking import Summary
from counterclaim.ledger.assessing import View
from counterclaim.ledger.incident_queries import IncidentQuery
from counterclaim.ledger.incidents import Past
from counterclaim.ledger.keeping import Added
from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.linking import Linking, Told
from counterclaim.ledger.loading import Loaded, Refused
from counterclaim.ledger.noticing import Spot, Stretch
from counterclaim.ledger.queries import ClaimQuery
from counterclaim.ledger.rows import Failure, KeptIncident, Reading, incident_of, kept_incident

__all__ = [
    "Added",
    "ClaimQuery",
    "Failure",
    "IncidentQuery",
    "KeptIncident",
    "Ledger",
    "Linking",
    "Loaded",
    "Past",
    "Reading",
    "Refused",
    "Spot",
    "Stretch",
    "Summary",
    "Told",
    "View",
    "incident_of",
    "kept_incident",
]
