from __future__ import annotations

import pytest

from counterclaim.claims.count import Outcome


@pytest.fixture(scope="module")
def worded(extractor, report_of):
    def read(text):
        return extractor.worded(report_of(text))[1]

    return read


def test_each_event_of_a_finding_has_its_own_sufferers(worded):
    told = worded("Rebels killed 12 villagers and wounded three nurses in Goma.")

    assert [(w.event.outcome, [(p.text, p.number.best) for p in w.sufferers]) for w in told] == [
        (Outcome.KILLED, [("villagers", 12)]),
        (Outcome.WOUNDED, [("nurses", 3)]),
    ]
    assert [p.head for p in told[0].doers] == ["rebel"]


def test_a_name_goes_with_its_titles_and_what_is_counted_is_not_the_number(worded):
    (named,) = (p for w in worded("Gunmen killed Judge Omar Daw in Tripoli.") for p in w.sufferers)
    (dozens,) = (p for w in worded("Shells killed dozens of villagers in Tripoli.") for p in w.sufferers)

    assert (named.name, named.plural, named.number) == ("Judge Omar Daw", False, None)
    assert (dozens.text, dozens.head, dozens.kind) == ("villagers", "villager", "person")
