from __future__ import annotations

import pytest

from counterclaim.claims.place import distance_km
from counterclaim.evaluation.places import score_event_places, score_toponyms

TEXT = "Shells hit Goma and Bukavu."
GOMA, BUKAVU = (-1.67, 29.22), (-2.49, 28.84)


def test_distance_of_two_known_cities():
    assert distance_km((52.52, 13.405), (48.8566, 2.3522)) == pytest.approx(878, abs=2)


@pytest.mark.parametrize(
    ("guesses", "precision", "recall"),
    [([GOMA, BUKAVU], 1, 1), ([BUKAVU, GOMA], 1, 1), ([GOMA, None], 1, 0.5), ([GOMA, (51.5, -0.1)], 0.5, 0.5), ([None, None], 0, 0)],
)
def test_toponyms_within_161_km_are_right(write_rows, guesses, precision, recall):
    toponyms = [
        {"start": 11, "end": 15, "lat": GOMA[0], "lon": GOMA[1]},
        {"start": 20, "end": 26, "lat": BUKAVU[0], "lon": BUKAVU[1]},
        {"start": 0, "end": 6, "lat": None, "lon": None},
    ]
    path = write_rows("gold.jsonl", [{"text": TEXT, "toponyms": toponyms}])

    def resolve(text, spans):
        assert [text[a:b] for a, b in spans] == ["Goma", "Bukavu"]
        return guesses

    (row,) = score_toponyms(path, resolve, samples=10)
    assert (row.precision, row.recall, row.n_gold) == (precision, recall, 2)


def test_event_places_by_token_and_by_overlap(write_rows):
    text = "Talks were held in Juba after troops fired near the old Wau market."
    verb, place = text.index("fired"), text.index("the old")
    spans = [{"start": verb, "end": verb + 5, "label": "VERB"}, {"start": place, "end": len(text) - 1, "label": "LOCATION"}]
    path = write_rows("gold.jsonl", [{"text": text, "spans": spans}])

    def rows(*words):
        found = [(text.index(w), text.index(w) + len(w)) for w in words]
        return {row.name: row for row in score_event_places(path, lambda _, at: found if at == (verb, verb + 5) else [], samples=10)}

    assert rows("the old Wau market")["tokens"].f1 == 1
    assert (rows("Wau")["tokens"].precision, rows("Wau")["tokens"].recall) == (1, 0.25)
    assert rows("Wau")["overlap"].f1 == 1
    assert rows("Juba")["overlap"].f1 == 0
    assert rows("Wau", "market")["overlap"].precision == 0.5
