from __future__ import annotations

import pytest

from counterclaim.knowledge.gazetteer_precision import precision
from counterclaim.knowledge.gazetteer_store import Entry

TOWN = Entry(name="Oria", country="UA")
DISTRICT = Entry(name="Oria", country="UA", feature_class="A", feature_code="ADM2")
REGION = Entry(name="Oria", country="UA", feature_class="A", feature_code="ADM1")
COUNTRY = Entry(name="Oria", country="UA", feature_class="A", feature_code="PCLI")
VALLEY = Entry(name="Oria Valley", country="UA", feature_class="T", feature_code="VAL")
PASS = Entry(name="Oria Pass", country="UA", feature_class="T", feature_code="PASS")
SEA = Entry(name="Orian Sea", feature_class="H", feature_code="SEA")
RIVER = Entry(name="Oria River", country="UA", feature_class="H", feature_code="STM")


@pytest.mark.parametrize(
    ("entry", "words", "expected"),
    [
        (TOWN, "in Oria", 1),
        (TOWN, "on the outskirts of Oria", 2),
        (TOWN, "12 km south of Oria", 2),
        (TOWN, "60 km south of Oria", 5),
        (TOWN, "30 miles from Oria", 5),
        (TOWN, "on the road between Oria and Tala", 5),
        (DISTRICT, "", 3),
        (DISTRICT, "40 kilometres off Oria", 5),
        (REGION, "", 4),
        (REGION, "near Oria", 4),
        (COUNTRY, "", 6),
        (COUNTRY, "in eastern Oria", 5),
        (VALLEY, "", 5),
        (PASS, "", 1),
        (SEA, "near the Orian Sea", 7),
        (RIVER, "", 5),
    ],
)
def test_precision_is_that_of_the_codebook(entry, words, expected):
    assert precision(entry, words) == expected
