"""Reads reports of armed conflict into a ledger of attributed claims.

    from counterclaim import Ledger, extract_claims, read_reports

    for claim in extract_claims(read_reports(["article.txt"])):
        print(claim.source, claim.counts, claim.quote)

Every name below is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counterclaim.claims.claim import Claim as Claim
    from counterclaim.claims.errors import CounterclaimError as CounterclaimError
    from counterclaim.claims.errors import UnreadableInput as UnreadableInput
    from counterclaim.claims.incident import Incident as Incident
    from counterclaim.claims.incident import Status as Status
    from counterclaim.claims.incident import Verdict as Verdict
    from counterclaim.claims.report import Report as Report
    from counterclaim.ledger import ClaimQuery as ClaimQuery
    from counterclaim.ledger import IncidentQuery as IncidentQuery
    from counterclaim.ledger import Ledger as Ledger
    from counterclaim.workflows.link import link as link
    from counterclaim.workflows.read import Result as Result
    from counterclaim.workflows.read import extract_claims as extract_claims
    from counterclaim.workflows.read import keep as keep
    from counterclaim.workflows.read import read_claims as read_claims
    from counterclaim.workflows.read import read_reports as read_reports
    from counterclaim.workflows.recipe import Recipe as Recipe

_HOMES = {
    "Claim": "claims.claim",
    "ClaimQuery": "ledger",
    "CounterclaimError": "claims.errors",
    "Incident": "claims.incident",
    "IncidentQuery": "ledger",
    "Ledger": "ledger",
    "Recipe": "workflows.recipe",
    "Report": "claims.report",
    "Result": "workflows.read",
    "Status": "claims.incident",
    "UnreadableInput": "claims.errors",
    "Verdict": "claims.incident",
    "extract_claims": "workflows.read",
    "keep": "workflows.read",
    "link": "workflows.link",
    "read_claims": "workflows.read",
    "read_reports": "workflows.read",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 (one list of names, not two)


def __getattr__(name: str) -> Any:
    """Give a public name, imported now."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Give the public names."""
    return sorted([*globals(), *_HOMES])
