"""Keeps reports, readings, claims, judgements, assessments and incidents in one file that only grows."""

from __future__ import annotations

from counterclaim.ledger.asking import Asking
from counterclaim.ledger.assessing import Assessing
from counterclaim.ledger.incidents import Telling
from counterclaim.ledger.judging import Judging
from counterclaim.ledger.keeping import Keeping
from counterclaim.ledger.linking import Grouping
from counterclaim.ledger.loading import Loading
from counterclaim.ledger.noticing import Noticing


class Ledger(Keeping, Loading, Asking, Judging, Assessing, Noticing, Grouping, Telling):
    """One SQLite file of reports and of what was read in them; a context manager.

    Nothing in it is ever changed or removed: what is added twice is there once, and a newer extractor's reading of a
    report stands beside the older one. Questions are answered from the newest reading of each report, and
    from the newest linking.
    """

    __slots__ = ()
