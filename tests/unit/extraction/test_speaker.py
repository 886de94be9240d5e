"""Who a source is, and whom pronouns and short names stand for."""

from __future__ import annotations

import pytest


@pytest.fixture
def sources(claims_of):
    def read(text):
        return list(dict.fromkeys((c.source.name, c.source.party, c.source.role) for c in claims_of(text) if c.source is not None))

    return read


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Bilal Karimi, a Taliban spokesman, said 30 fighters surrendered.", [("Bilal Karimi", "Taliban", "spokesperson")]),
        (
            "Armenian Defence Ministry spokeswoman Shushan Stepanyan said two tanks were destroyed.",
            [("Shushan Stepanyan", "Armenia", "spokesperson")],
        ),
        ("Residents said 30 fighters surrendered.", [("Residents", "witness", "witness")]),
        ("The United Nations said 20 civilians were killed.", [("United Nations", "un", None)]),
        ("Kyiv said two tanks were destroyed.", [("Kyiv", "Ukraine", None)]),
        ("The General Staff of Ukraine said two tanks were destroyed.", [("General Staff of Ukraine", "Ukraine", None)]),
    ],
)
def test_source(sources, text, rows):
    assert sources(text) == rows


@pytest.mark.parametrize(
    "goes_on",
    [
        "He said 40 were wounded.",
        "Karimi said 40 were wounded.",
        "The spokesman added that 40 were wounded.",
    ],
)
def test_a_person_is_pointed_back_to(sources, goes_on):
    text = f"Bilal Karimi, a Taliban spokesman, said 30 soldiers were killed. {goes_on}"
    assert sources(text) == [("Bilal Karimi", "Taliban", "spokesperson")]


def test_the_officer_is_the_one_who_spoke(sources):
    text = (
        "Colonel Sylvain Ekenge, an army spokesman in the Democratic Republic of Congo, said 20 men died. The officer said 40 were wounded."
    )
    assert [name for name, _, _ in sources(text)] == ["Sylvain Ekenge"]


@pytest.mark.parametrize("words", ["The group", "It", "The militants"])
def test_a_group_is_pointed_back_to(claims_of, words):
    *_, last = claims_of(f"Al-Shabaab said its fighters killed 30 soldiers. {words} said four vehicles were seized.")
    assert last.source.party == "al-Shabaab"


def test_its_spokesman_speaks_for_the_group(claims_of):
    *_, last = claims_of("The Houthis said they captured Marib. Its spokesman said 40 soldiers were killed.")
    assert last.source.party == "Houthis"


def test_the_latter_is_the_last_of_two(claims_of):
    last = claims_of("The M23 rebels and the Congolese army clashed near Sake. The latter said 20 rebels were killed.")[-1]
    assert last.source.party == "Democratic Republic of the Congo"
    assert [k.party for k in last.counts] == ["M23"]


def test_the_former_is_the_first_of_two(claims_of):
    last = claims_of("The M23 rebels and the Congolese army clashed near Sake. The former said 20 soldiers were killed.")[-1]
    assert last.source.party == "M23"


def test_a_stranger_has_no_side(claims_of):
    (claim,) = claims_of("A farmer said 20 men had surrendered.")
    assert claim.source.party in {"civilians", "witness", None}
    assert claim.polarity is None


def test_sources_reslice(claims_of):
    text = "Bilal Karimi said 30 fighters surrendered. He said 12 died."
    for claim in claims_of(text):
        assert text[claim.source.start : claim.source.end] in {"Bilal Karimi", "He"}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Libyan National Army took Sirte, its spokesman Ahmed al-Mismari said.", ("Ahmed al-Mismari", "Libyan National Army")),
        ("Two tanks were destroyed near Gao, claimed a spokesman for JNIM.", ("a spokesman for JNIM", "JNIM")),
        ("A statement by the Somali army put the dead at 15.", ("Somali army", "Somalia")),
        ("Iraqi forces liberated Tal Afar, Prime Minister Haider al-Abadi announced.", ("Haider al-Abadi", "Iraq")),
        ("The Karen Rights Front (KRF) is new. The KRF said 20 soldiers were killed.", ("Karen Rights Front", "Karen Rights Front")),
        ("Soldiers of Mali fought rebels. Nine soldiers were killed, the country's authorities said.", ("Mali authorities", "Mali")),
        ("Satellite data point to the deaths of 20 soldiers, the Kenyan army said.", ("Kenyan army", "Kenya")),
    ],
)
def test_who_stands_behind_the_words(claims_of, text, row):
    assert [(c.source.name, c.source.party) for c in claims_of(text) if c.source is not None][-1] == row


@pytest.mark.parametrize(
    ("pointer", "party"),
    [
        ("The latter said 20 soldiers were captured.", "Ethiopia"),
        ("The group said 20 soldiers were captured.", "Tigray People's Liberation Front"),
    ],
)
def test_the_latter_and_the_group(sources, pointer, party):
    found = sources(f"The Tigray People's Liberation Front said it captured Alamata from the Ethiopian army. {pointer}")
    assert found[-1][1] == party


def test_a_title_is_the_one_who_bears_it(sources):
    found = sources("Somalia's president said 180 Kenyan soldiers were killed. President Mohamud spoke in Mogadishu.")
    assert found[0][:2] == ("Mohamud", "Somalia")


def test_what_stands_before_he_added_is_his_too(claims_of):
    claims = claims_of("A Kenyan army spokesman said ten militants fled. Four soldiers were killed. Six were hurt, he added.")
    assert {c.source.party for c in claims} == {"Kenya"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A man living in Gao said two tanks were destroyed.", "witness"),
        ("Al-Shabaab attacked a base in Somalia. Captain Osman Ali said two tanks were destroyed.", "Somalia"),
        ("Al-Shabaab attacked a base in Somalia. Local military commander Osman Ali said two tanks were destroyed.", "Somalia"),
    ],
)
def test_side_by_what_a_source_is(sources, text, party):
    assert sources(text)[-1][1] == party


def test_another_ministry_is_not_the_one_that_spoke(sources):
    found = sources("Israel's military said it hit Lebanon. The health ministry said ten people were killed.")
    assert found[-1] == ("health ministry", None, None)
