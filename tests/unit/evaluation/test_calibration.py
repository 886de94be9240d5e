"""Whether confidence means what it says."""

from __future__ import annotations

import pytest

from counterclaim.evaluation.calibration import reliability


def test_bins_have_equal_mass_and_go_from_low_to_high():
    judged = [(n / 100, n % 2 == 0) for n in range(100)]

    table = reliability(judged).bins

    assert [one.claims for one in table] == [20] * 5
    assert [one.confidence for one in table] == sorted(one.confidence for one in table)


def test_the_error_is_the_mean_gap_weighed_by_claims():
    judged = [(0.5, True)] * 3 + [(0.9, True)] * 1 + [(0.9, False)] * 2

    calibration = reliability(judged, bins=2)

    assert [round(one.right, 2) for one in calibration.bins] == [1.0, 0.33]
    assert calibration.error == pytest.approx((0.5 * 3 + (0.9 - 1 / 3) * 3) / 6, abs=1e-4)


def test_fewer_claims_than_bins_leave_bins_out():
    assert [one.claims for one in reliability([(0.4, True), (0.7, False)]).bins] == [1, 1]


def test_nothing_to_judge_is_no_calibration():
    with pytest.raises(ValueError, match="no claim"):
        reliability([])
