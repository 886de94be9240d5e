"""The weights of linking: a file that a person can read, change and train anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import msgspec

from counterclaim.claims.errors import UnreadableInput

HOME = "linking.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What speaks for one happening, in bits, and what is asked of a group.

    `comparisons` has a weight for each level of each comparison (`comparisons.py` says when a level holds); `threshold`
    is the score from which two claims can be linked; they are if the score is at least `sure`, or if one is among the
    best `partners` of the other; `together` the mean score that the compared pairs of two groups
    must have for the groups to become one.
    """

    comparisons: Mapping[str, Mapping[str, float]]
    threshold: float
    sure: float
    partners: int
    together: float


def load_weights(path: Path | None = None) -> Weights:
    """Give the weights in a file, or those of the product.

    Raises:
        UnreadableInput: The file is not there or holds no weights.
    """
    source = path or files("counterclaim").joinpath("data", HOME)
    try:
        return msgspec.json.decode(source.read_bytes(), type=Weights)
    except (OSError, msgspec.DecodeError) as error:
        raise UnreadableInput(str(source), str(error), way_out=f"write it like {HOME} of the package") from error
