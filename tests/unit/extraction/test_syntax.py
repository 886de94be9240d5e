"""What the small questions about a parsed sentence answer."""

from __future__ import annotations

import pytest

from counterclaim.extraction import syntax


@pytest.fixture
def word(nlp):
    """Gives the first token of a sentence with that text."""

    def find(sentence, text):
        return next(t for t in nlp(sentence) if t.text == text)

    return find


def texts(tokens):
    return [t.text for t in tokens]


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("Three soldiers were killed.", "killed", True),
        ("The rebels killed three soldiers.", "killed", False),
        ("The rebels have killed three soldiers.", "killed", False),
        ("Soldiers killed in Lamu were buried.", "killed", True),
    ],
)
def test_passive(word, sentence, verb, passive):
    assert syntax.is_passive(word(sentence, verb)) is passive


def test_a_joined_verb_shares_the_subject(word):
    assert syntax.subject(word("The rebels entered the town and burned two houses.", "burned")).text == "rebels"


def test_a_relative_clause_has_its_noun_as_subject(word):
    assert syntax.subject(word("The rebels, who burned two houses, left.", "burned")).text == "rebels"


def test_the_accused_are_the_subject_of_what_they_are_accused_of(word):
    assert syntax.subject(word("Moscow accused Kyiv of shelling the dam.", "shelling")).text == "Kyiv"


def test_agent_and_object(word):
    assert syntax.agent(word("Three soldiers were killed by the rebels.", "killed")).text == "rebels"
    assert syntax.agent(word("Three soldiers were killed by noon.", "were")) is None
    assert syntax.objects(word("The rebels killed three soldiers.", "killed")).text == "soldiers"
    assert syntax.objects(word("The drones that they shot down fell.", "shot")).text == "drones"


def test_particles_are_found_behind_the_object(word):
    assert syntax.particle(word("Troops pushed the attackers back.", "pushed")) == "back"
    assert syntax.particle(word("Troops captured the town.", "captured")) is None


def test_coordinated_groups(word):
    assert texts(syntax.coordinated(word("They seized two tanks, a gun and some ammunition.", "tanks"))) == ["tanks", "gun", "ammunition"]


def test_a_noun_phrase_leaves_out_clauses_and_what_is_joined(word):
    sentence = "The army lost young soldiers of the guard, who had come that day, and two tanks."
    assert texts(syntax.noun_phrase(word(sentence, "soldiers"))) == ["young", "soldiers", "of", "the", "guard"]


def test_characters_and_the_way_up(word, nlp):
    assert syntax.characters(nlp("Two men died.")[:2]) == (0, 7)
    assert syntax.characters([]) is None
    assert syntax.verb_above(word("Two men died in Lamu.", "Lamu")).text == "died"
    assert syntax.verb_above(word("Panic in Lamu", "Lamu")) is None
