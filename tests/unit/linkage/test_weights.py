from pathlib import Path

import msgspec
import pytest

from counterclaim.claims.errors import UnreadableInput
from counterclaim.linkage.comparisons import COMPARISONS, check_names
from counterclaim.linkage.weights import load_weights


def test_the_products_weights_name_every_level_of_every_comparison() -> None:
    check_names(load_weights().comparisons)


def test_what_cannot_be_one_is_refused_whatever_else_is_alike() -> None:
    weights = load_weights().comparisons
    most = sum(max(levels.values()) for name, levels in weights.items() if name not in {"dates", "report", "wording"})

    assert most + weights["dates"]["apart"] < load_weights().threshold


def test_a_level_that_lacks_or_is_strange_is_named() -> None:
    weights = {name: dict.fromkeys(levels, 0.0) for name, levels in COMPARISONS.items()}
    del weights["kind"]["same"]
    weights["kind"]["odd"] = 1.0

    with pytest.raises(UnreadableInput, match=r"kind\.odd, kind\.same"):
        check_names(weights)


def test_weights_of_ones_own_are_read_and_bad_ones_are_told(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_bytes(msgspec.json.encode(load_weights()))
    assert load_weights(own) == load_weights()

    own.write_text("{}", encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"own\.json"):
        load_weights(own)
