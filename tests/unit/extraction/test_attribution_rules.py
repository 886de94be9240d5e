"""What each rule of syntax takes for an attribution, in sentences on several wars."""

from __future__ import annotations

import pytest

from counterclaim.claims.attribution import Stance
from counterclaim.extraction import attribution_rules

SAYS, CLAIMS, DENIES, CONFIRMS = Stance.SAYS, Stance.CLAIMS, Stance.DENIES, Stance.CONFIRMS
CONCEDES, ACCUSES, REPORTS = Stance.CONCEDES, Stance.ACCUSES, Stance.REPORTS


@pytest.fixture
def found(nlp, words_of):
    def find(text):
        return [(*words_of(text, a), a) for a in attribution_rules.attributions(nlp(text))]

    return find


CASES = [
    # clausal complement
    ("Kyiv said Russian forces had lost 600 men.", ("Kyiv", "said", "Russian forces had lost 600 men"), SAYS),
    ("The Taliban claimed that two districts had fallen.", ("The Taliban", "claimed", "two districts had fallen"), CLAIMS),
    ("Nine people died, a doctor in Omdurman said.", ("a doctor in Omdurman", "said", "Nine people died"), SAYS),
    ("Nine people died, said a doctor in Goma.", ("a doctor in Goma", "said", "Nine people died"), SAYS),
    ("Security sources told Reuters that 20 fighters died.", ("Security sources", "told", "20 fighters died"), SAYS),
    ("The rebels claimed to have entered the town.", ("The rebels", "claimed", "to have entered the town"), CLAIMS),
    ("The army denied killing civilians in Afrin.", ("The army", "denied", "killing civilians in Afrin"), DENIES),
    ("The junta admitted that a convoy was hit.", ("The junta", "admitted", "a convoy was hit"), CONCEDES),
    ("In a statement, the RSF said it had attacked two bases.", ("the RSF", "said", "it had attacked two bases"), SAYS),
    ("The ministry confirmed that the pilot was dead.", ("The ministry", "confirmed", "the pilot was dead"), CONFIRMS),
    ("He came to Mekelle and said the war was over.", ("He", "said", "the war was over"), SAYS),
    # passive complement
    ("It was reported by local media that 11 rebels were captured.", ("local media", "was reported", "11 rebels were captured"), REPORTS),
    ("The village was said to have been lost.", (None, "was said", "The village … to have been lost"), SAYS),
    (
        "The convoy was reported by witnesses to have been hit.",
        ("witnesses", "was reported", "The convoy … to have been hit"),
        REPORTS,
    ),
    # noun phrase as content
    ("The group announced the capture of Bakhmut.", ("The group", "announced", "the capture of Bakhmut"), SAYS),
    ("Rwanda rejected the accusation.", ("Rwanda", "rejected", "the accusation"), DENIES),
    ("The strike was confirmed by the coalition.", ("the coalition", "was confirmed", "The strike"), CONFIRMS),
    ("Residents accused the army of shelling a market.", ("Residents", "accused", "the army of shelling a market"), ACCUSES),
    ("The hospital put the death toll at 14.", ("The hospital", "put", "the death toll at 14"), SAYS),
    ("The observatory placed the toll at 156.", ("The observatory", "placed", "the toll at 156"), SAYS),
    ("The toll, which the ministry puts at 30, may rise.", ("the ministry", "puts", "The toll … at 30"), SAYS),
    ("The Taliban dismissed the claim as baseless.", ("The Taliban", "dismissed", "the claim as baseless"), DENIES),
    ("The rebels put them at more than 200.", ("The rebels", "put", "them at more than 200"), SAYS),
    ("The UN has verified the deaths of 300 people.", ("The UN", "has verified", "the deaths of 300 people"), CONFIRMS),
    # remark on what was told before
    ("Rwanda backs the rebels, a charge it denies.", ("it", "denies", "Rwanda backs the rebels"), DENIES),
    ("The base fell, which the ministry confirmed.", ("the ministry", "confirmed", "The base fell"), CONFIRMS),
    (
        "The report was rejected as baseless by the Ethiopian government.",
        ("the Ethiopian government", "was rejected", "The report … as baseless"),
        DENIES,
    ),
    # called false
    ("Moscow called the report a lie.", ("Moscow", "called", "the report a lie"), DENIES),
    ("The rebels branded the video fake.", ("The rebels", "branded", "the video fake"), DENIES),
    # aside
    ("The rebels, the army said, had withdrawn from Kidal.", ("the army", "said", "The rebels … had withdrawn from Kidal"), SAYS),
    ("As the army said on Monday, the rebels had left Kidal.", ("the army", "said", "the rebels had left Kidal"), SAYS),
    ("The rebels left Shusha, as Baku had said on Monday.", ("Baku", "had said", "The rebels left Shusha"), SAYS),
    # according to
    ("According to the UN, 40 people fled Ituri.", ("the UN", "According to", "40 people fled Ituri"), SAYS),
    ("Ten tanks burned near Vuhledar, according to Kyiv.", ("Kyiv", "according to", "Ten tanks burned near Vuhledar"), SAYS),
    # account
    ("By his account, the base in Kismayo fell at dawn.", ("his", "By his account", "the base in Kismayo fell at dawn"), SAYS),
    (
        "In the words of the governor, Khinj was lost.",
        ("the governor", "In the words", "Khinj was lost"),
        SAYS,
    ),
    # adverb
    ("Three soldiers were reportedly killed in Kachin.", (None, "reportedly", "Three soldiers were … killed in Kachin"), REPORTS),
    ("The town was allegedly looted by fighters.", (None, "allegedly", "The town was … looted by fighters"), REPORTS),
    # noun
    (
        "The claim that Bazarak fell drew laughter.",
        (None, "claim", "Bazarak fell"),
        CLAIMS,
    ),
    ("Baku's claim of victory was early.", ("Baku's", "claim", "victory"), CLAIMS),
    ("A Taliban statement that the raid was over reassured few.", ("Taliban", "statement", "the raid was over"), SAYS),
]


@pytest.mark.parametrize(("text", "expected", "stance"), CASES, ids=[text for text, _, _ in CASES])
def test_rule_gives_source_cue_and_content(found, text, expected, stance):
    assert [(source, cue, content, a.stance) for source, cue, content, a in found(text)] == [(*expected, stance)]


def test_spans_reslice_to_the_words(nlp):
    text = "According to the UN, 40 people fled.\n\nThe army, a spokesman said, had left; rebels called that a lie."
    for a in attribution_rules.attributions(nlp(text)):
        for start, end in [a.cue, *a.content, *([a.source] if a.source else [])]:
            assert text[start:end] == text[start:end].strip() != ""


RELAYED = [
    ("A spokesman was quoted by TASS as saying that six villages were taken.", "A spokesman", "TASS", "six villages were taken"),
    ("The jet was destroyed, the spokesman was quoted by TASS as saying.", "the spokesman", "TASS", "The jet was destroyed"),
    ("Al-Masirah quoted an official as saying the target was hit.", "an official", "Al-Masirah", "the target was hit"),
    ("The channel reported that ten died, citing the governor.", "the governor", "The channel", "ten died"),
    ("The fort was taken, state radio said, quoting a rebel leader.", "a rebel leader", "state radio", "The fort was taken"),
    ("Al Jazeera, citing medics, said four people were killed.", "medics", "Al Jazeera", "four people were killed"),
]


@pytest.mark.parametrize(("text", "source", "relay", "content"), RELAYED, ids=[row[0] for row in RELAYED])
def test_relay_and_the_one_it_relays_are_told_apart(found, text, source, relay, content):
    (only,) = [row for row in found(text) if row[3].rule == "quoted by a relay"]
    assert (only[0], text[slice(*only[3].relay)], only[2]) == (source, relay, content)


def test_the_relay_is_not_also_the_source_of_the_quoted_words(found):
    rows = found("Al-Masirah quoted an official as saying the target was hit.")
    assert [row[0] for row in rows] == ["an official"]


def test_both_sides_of_claimed_by_and_denied_by(found):
    rows = found("The capture of Bakhmut was claimed by Wagner and denied by Kyiv.")
    assert [(source, content, a.stance) for source, _, content, a in rows] == [
        ("Wagner", "The capture of Bakhmut", CLAIMS),
        ("Kyiv", "The capture of Bakhmut", DENIES),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Baku said it took Shusha, a claim denied by Yerevan.",
        "Baku said it took Shusha, a claim Yerevan denied.",
        "Baku said it took Shusha, which was denied by Yerevan.",
        "Baku said it took Shusha, which Yerevan denied.",
    ],
)
def test_a_remark_denies_all_that_was_said_and_is_no_part_of_it(found, text):
    assert [(source, content, a.stance) for source, _, content, a in found(text)] == [
        ("Baku", "it took Shusha", SAYS),
        ("Yerevan", "Baku said it took Shusha", DENIES),
    ]


WITHHELD = [
    "The army did not say how many soldiers were killed.",
    "The ministry neither confirmed nor denied the loss of the ship.",
    "Kyiv has neither confirmed nor denied that its drones hit the refinery.",
    "The junta did not confirm or deny that the base was lost.",
    "The coalition did not acknowledge any civilian casualties.",
    "The spokesman stopped short of saying that the town had fallen.",
    "The army refused to confirm that its base had been overrun.",
    "The army has yet to confirm the loss of the jet.",
    "The governor was unable to confirm that the pilot was dead.",
    "He left without saying that Sake had fallen.",
    "Reuters could not confirm that the village had changed hands.",
    "Nobody said that the truce was broken.",
    "Reporters asked whether Avdiivka had fallen.",
]


@pytest.mark.parametrize("text", WITHHELD)
def test_what_is_not_said_is_withheld(found, text):
    rows = found(text)
    assert rows
    assert all(row[3].withheld for row in rows)


SPOKEN = [
    "The army said no civilians were killed.",
    "The ministry declined to comment, saying the fighting went on.",
    "The army did not comment and said the town was calm.",
    "Russia says it does not target civilians.",
    "The general not only said that Goma was lost.",
    "The ministry said 12 drones were shot down, without giving details.",
]


@pytest.mark.parametrize("text", SPOKEN)
def test_a_not_beside_the_cue_does_not_silence_it(found, text):
    rows = found(text)
    assert rows
    assert not any(row[3].withheld for row in rows)


NOTHING = [
    "There was no immediate comment from the Russian defence ministry.",
    "Tigrayan leaders were not immediately available for comment.",
    "The army declined to comment.",
    "No group has claimed the attack on the market.",
    "Nobody claimed responsibility for the blast.",
    "Rebels took Goma, which the army has not confirmed.",
    "Israel has not commented on the strike.",
    "The rebels put a gun on the hill.",
    "Fighters placed mines on the road.",
    "Did the army kill 14 villagers, as residents say?",
    "The war began in May, as this newspaper has reported.",
    "Around 600 reported dead in clashes",
    "The militia called for more weapons.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_attribution_where_nothing_is_vouched_for(found, text):
    assert [row[:3] for row in found(text)] == []


def test_a_source_is_a_whole_noun_phrase_without_its_clauses(found):
    ((source, *_),) = found("Osman Ali, an army captain, said the base was lost.")
    assert source == "Osman Ali, an army captain"
    ((source, *_),) = found("The governor, speaking to state television, said two people died.")
    assert source == "The governor"
