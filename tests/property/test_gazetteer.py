from __future__ import annotations

import string
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.knowledge import place_names
from counterclaim.knowledge.gazetteer_find import find_names
from counterclaim.knowledge.gazetteer_precision import precision
from counterclaim.knowledge.gazetteer_scoring import apart_km
from counterclaim.knowledge.gazetteer_store import Entry

NAMES = st.text(alphabet=string.ascii_letters + " -'’āīū", min_size=1, max_size=30)
LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


@given(NAMES)
def test_a_key_is_its_own_key(name):
    key = place_names.key_of(name)
    assert place_names.key_of(key) == key or key.startswith(("the ", *(f"{short} " for short in place_names.SHORT_FORMS)))


@given(NAMES)
def test_marks_case_and_hyphens_make_no_difference(name):
    assert place_names.key_of(name) == place_names.key_of(name.upper().replace("-", " "))


@given(NAMES)
def test_a_generic_word_leaves_the_core_and_sets_the_level(name):
    parsed = place_names.parse(f"{name} oasis district")
    assert parsed.level == place_names.DISTRICT
    assert not parsed.core.endswith("district")


@given(NAMES)
def test_spellings_that_sound_alike_share_their_consonants(name):
    key = place_names.key_of(name)
    assert set(place_names.skeleton(key)) <= set(place_names.sounds(key))


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_is_symmetric_and_at_most_half_the_equator(lat1, lon1, lat2, lon2):
    one, other = Entry(name="a", latitude=lat1, longitude=lon1), Entry(name="b", latitude=lat2, longitude=lon2)
    apart = apart_km(one, other)
    assert apart is not None
    assert 0 <= apart <= 20_040
    assert abs(apart - (apart_km(other, one) or 0.0)) < 1e-6


@given(st.text(alphabet=string.ascii_letters + " .,\n'’", max_size=200))
def test_found_names_slice_back_in_order_and_never_overlap(text):
    sizes = {place_names.key_of(word): 1e9 for word in text.split() if word}
    found = find_names(text, [sizes])
    assert all(text[start:end] == words for start, end, words in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@given(st.sampled_from([("P", "PPL"), ("A", "ADM2"), ("A", "ADM1"), ("A", "PCLI"), ("T", "VAL"), ("H", "SEA")]), st.text(max_size=60))
def test_words_never_make_a_place_more_exact(kind, words):
    entry = Entry(name="Oria", feature_class=kind[0], feature_code=kind[1])
    basic = precision(entry)
    assert precision(entry, words) >= basic or basic == 6  # a part of a country is 5, by the codebook
