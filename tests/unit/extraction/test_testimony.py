"""Who vouches for words: the innermost speaker, the way the words came, and who denies them."""

from __future__ import annotations

import pytest

from counterclaim.claims.attribution import LinkRole, Stance
from counterclaim.extraction import attribution, testimony
from counterclaim.extraction.speaker import Cast

CHANNEL, RELAY = LinkRole.CHANNEL, LinkRole.RELAY


@pytest.fixture
def heard(draft_of, parties, outlets):
    """Gives the testimony for the first place where some words stand in a text."""

    def hear(text, words):
        draft = draft_of(text)
        draft.attributions = attribution.attributions(draft, None, lambda _: False)
        testimonies = testimony.Testimonies(draft, Cast(draft=draft, parties=parties), outlets)
        return testimonies.at(draft.report.text.index(words))

    return hear


def test_without_an_attribution_the_outlet_speaks(heard):
    assert heard("The army left Kidal. Rebels said the town was theirs.", "left Kidal") is testimony.OUTLET


def test_the_speaker_of_the_content_speaks(heard):
    found = heard("The army left Kidal. A doctor in Gao said nine people died.", "died")
    assert found.speaker.name == "A doctor in Gao"
    assert found.stance is Stance.SAYS
    assert found.chain == ()


def test_hearsay_has_a_stance_and_no_speaker(heard):
    found = heard("Nine people were reportedly killed in Gao.", "killed")
    assert (found.speaker, found.stance) == (None, Stance.REPORTS)


# nested speech


def test_the_innermost_speaker_vouches_and_media_around_it_relay(heard):
    found = heard("Reuters reported that a rebel commander said the bridge was blown up.", "blown up")
    assert found.speaker.name == "a rebel commander"
    assert [(link.role, link.name) for link in found.chain] == [(RELAY, "Reuters")]


def test_a_relay_that_quotes_stands_in_the_chain(heard):
    found = heard("TASS quoted a frontline officer as saying that six villages were taken.", "taken")
    assert found.speaker.name == "a frontline officer"
    assert [(link.role, link.name) for link in found.chain] == [(RELAY, "TASS")]


def test_a_source_that_is_cited_vouches_and_not_the_channel_that_cites_it(heard):
    found = heard("Reuters said four people were killed in Nyala, citing medics.", "killed")
    assert found.speaker.name == "medics"
    assert [link.name for link in found.chain] == ["Reuters"]


def test_a_speaker_who_is_no_medium_is_no_relay(heard):
    found = heard("The governor said that a doctor had told him nine people died.", "died")
    assert found.speaker.name == "a doctor"
    assert found.chain == ()


# channels


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("The rebel chief said on Twitter that Khinj was taken.", (CHANNEL, "Twitter")),
        ("The rebel chief tweeted that Khinj was taken.", (CHANNEL, "Twitter")),
        ("The ministry said in a statement that the village was taken.", (CHANNEL, "statement")),
        ("The governor said on Telegram that the village was taken.", (CHANNEL, "Telegram")),
        ("The governor said in a Telegram post that the village was taken.", (CHANNEL, "Telegram")),
        ("A rebel commander told Reuters that the base was taken.", (RELAY, "Reuters")),
    ],
)
def test_how_the_words_got_out(heard, text, link):
    assert [(one.role, one.name) for one in heard(text, "taken").chain] == [link]


def test_links_reslice_to_their_words(heard):
    text = "A rebel commander told Reuters that the base was taken."
    (link,) = heard(text, "taken").chain
    assert text[link.start : link.end] == "Reuters"


# denials


def test_a_denial_is_the_denier_s_testimony(heard):
    found = heard("Baku denied that a helicopter was shot down.", "shot down")
    assert (found.speaker.name, found.stance, found.denier) == ("Baku", Stance.DENIES, None)


def test_words_of_one_side_inside_a_denial_of_another_have_both(heard):
    found = heard("The army denied a claim by rebels that the base was overrun.", "overrun")
    assert (found.speaker.name, found.stance) == ("rebels", Stance.CLAIMS)
    assert (found.denier.speaker.name, found.denier.stance) == ("army", Stance.DENIES)


def test_a_remark_of_the_other_side_denies_the_first(heard):
    found = heard("Hamas said 12 hostages were killed in the strike, which Israel denied.", "killed")
    assert (found.speaker.name, found.stance) == ("Hamas", Stance.SAYS)
    assert (found.denier.speaker.name, found.denier.stance) == ("Israel", Stance.DENIES)


def test_an_accusation_is_the_accuser_s(heard):
    found = heard("Residents accused the army of shelling a market.", "accused")
    assert (found.speaker.name, found.stance) == ("Residents", Stance.ACCUSES)


# what nobody says


@pytest.mark.parametrize(
    "text",
    [
        "The army declined to confirm that the base was overrun.",
        "The ministry neither confirmed nor denied that the base was overrun.",
        "Reporters asked whether the base was overrun.",
    ],
)
def test_what_is_withheld_is_nobody_s_claim(heard, text):
    found = heard(text, "overrun")
    assert found.withheld
    assert (found.speaker, found.denier) == (None, None)


def test_a_claim_stands_though_another_would_not_speak_of_it(heard):
    found = heard("The army declined to confirm a claim by rebels that the base was overrun.", "overrun")
    assert not found.withheld
    assert found.speaker.name == "rebels"


def test_an_accusation_that_nobody_makes_is_none(heard):
    assert heard("The governor did not accuse the army of shelling a market.", "accuse").speaker is None


def test_what_time_is_counted_from_is_the_outlets_reminder(heard):
    text = "The town has fallen, a Taliban spokesman said on Monday, three weeks after the group took Kabul."
    assert heard(text, "fallen").speaker.party == "Taliban"
    assert heard(text, "took") is testimony.OUTLET


def test_who_vouches_comes_before_who_relays(heard):
    found = heard("Mr Bilal Karimi of the Taliban spoke. He said that rebels had fled the town, Radio Zeit reported.", "fled")
    assert found.speaker.name == "Bilal Karimi"
