"""The reader against MUC-4: what it finds in a text, handed to the maker of templates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from counterclaim.workflows.recipe import Recipe
from counterclaim.workflows.sightings import sightings_in

if TYPE_CHECKING:
    from counterclaim.evaluation.bootstrap import Score
    from counterclaim.evaluation.muc import Template

HEADER: Final = re.compile(r"\b(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* (\d{2})\b")
HEADER_REACH: Final = 300  # characters
MONTHS: Final = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


def score_muc(gold: Sequence[Path], recipe: Recipe) -> list[Score]:
    """Give the scores of every slot on files of MUC-4 texts with their key templates."""
    from counterclaim.evaluation.muc import score_muc
    from counterclaim.evaluation.muc_templates import templates_of

    see = sightings_in(recipe())

    def respond(text: str) -> list[Template]:
        return templates_of(see(text, header_day(text)))

    return [score for path in gold for score in score_muc(path, respond)]


def header_day(text: str) -> dt.date | None:
    """Give the day in the line that opens a text, "BOGOTA, 30 AUG 89 (INRAVISION) -- [TEXT] …"."""
    match = HEADER.search(text[:HEADER_REACH])
    return dt.date(1900 + int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])) if match else None
