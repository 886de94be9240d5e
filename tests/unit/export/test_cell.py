from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.export.cell import changes, safe


@pytest.mark.parametrize(
    "kept",
    ["", "Taliban", "a=b", "the 2-1", "’tis", "#1", "over 700", "700", "2021-09-05", "dozens", "Mayor", "3rd Brigade", "2021"],
)
def test_what_a_spreadsheet_leaves_alone_is_left_alone(kept: str) -> None:
    assert safe(kept) == kept


@pytest.mark.parametrize(
    "mistaken",
    [
        *("12345678901234567890", "12345678901234567e89", "1e5", "0042", "1.10", "(12)", "1,280", "1.280", "12 000", "40%", "2.5 %"),
        *("5-7", "3/4", "1–2", "9.11.2001", "09/11/2001", "2020-10", "2020/10/27", "1 1/2"),
        *(
            "September 18",
            "sept. 18",
            "May 2013",
            "18 September",
            "27 Oct 2020",
            "March 3, 2016",
            "27th October 2020",
            "Friday, Oct. 23, 2020",
        ),
        *("7:30", "7:30 pm", "7 am"),
    ],
)
def test_what_a_spreadsheet_takes_for_a_number_a_day_or_a_time_stays_words(mistaken: str) -> None:
    assert changes(mistaken)
    assert safe(mistaken) == f"'{mistaken}"


@given(st.text(alphabet=st.sampled_from("'=+-@ \t\n0123456789e./:MayJunSept’é"), max_size=12) | st.text())
def test_every_word_comes_back(told: str) -> None:
    assert str(safe(told)).removeprefix("'") == told
