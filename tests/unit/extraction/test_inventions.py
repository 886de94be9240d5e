"""What a reader of real news must never make up: another's words, wounded out of bodies, places out of who holds them."""

from __future__ import annotations

import pytest


def sources(claims):
    return [c.source.name if c.source else None for c in claims]


@pytest.mark.parametrize(
    ("first", "body"),
    [
        ("The interior ministry said 12 farmers were killed in Herat.", "coalition"),
        ("The hospital said 12 farmers were killed in Saada.", "alliance"),
    ],
)
def test_a_body_is_not_the_one_that_spoke_before_it(claims_of, first, body):
    told = claims_of(f"The {body} said it attacked a base. {first} But the {body} said 30 fighters were killed.")
    assert sources(told)[-1] == body


def test_the_government_is_no_army_statement(claims_of):
    told = claims_of("An army statement said five rebels were killed. The government says 200 soldiers have died.")
    assert sources(told)[-1] == "government"


@pytest.mark.parametrize("body", ["coalition", "army"])
def test_who_was_killed_does_not_speak(claims_of, body):
    told = claims_of(f"The {body} said 30 rebels were killed and said it knew of no civilian deaths in Herat.")
    assert sources(told) == [body] * len(told)


@pytest.mark.parametrize(
    "text",
    [
        "The guerrillas recovered 12 bodies of soldiers, and 150 other troops were wounded.",
        "Rescuers found 12 bodies of miners in Goma, and 150 people were wounded.",
    ],
)
def test_bodies_are_dead(claims_of, text):
    assert [(c.outcome.value, c.text) for claim in claims_of(text) for c in claim.counts] == [("killed", "12"), ("wounded", "150")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Five civilians were killed in the Daesh-held city of Raqqa.", "Raqqa"),
        ("Five civilians were killed in the Houthi-controlled city of Saada.", "Saada"),
    ],
)
def test_who_holds_a_town_is_not_its_name(claims_of, text, place):
    assert [c.place.text for c in claims_of(text) if c.place] == [place]


def figures(claims):
    return [(c.outcome.value, c.text) for claim in claims for c in claim.counts]


@pytest.mark.parametrize(
    "text",
    [
        "Residents said a larger number of fighters were killed in Kunduz.",
        "The mayor said a growing number of miners were killed in Goma.",
        "Officials said a small proportion of soldiers were killed in Marib.",
    ],
)
def test_an_unknown_number_is_not_one(claims_of, text):
    assert [(c.low, c.high) for claim in claims_of(text) for c in claim.counts] in ([], [(None, None)])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The war in Syria has killed tens of thousands and displaced millions, the agency said.",
            [("killed", "tens of thousands"), ("displaced", "millions")],
        ),
        (
            "Shelling in Goma has wounded dozens and displaced hundreds, the mayor said.",
            [("wounded", "dozens"), ("displaced", "hundreds")],
        ),
    ],
)
def test_each_verb_has_its_own_number(claims_of, text, told):
    assert sorted(figures(claims_of(text))) == sorted(told)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the army killed hundreds and captured thousands in Tigray.",
        "The rebels said that they killed hundreds and captured thousands in Idlib.",
    ],
)
def test_who_was_captured_second_was_not_killed_first(claims_of, text):
    told = figures(claims_of(text))
    assert ("killed", "hundreds") in told
    assert ("captured", "hundreds") not in told


@pytest.mark.parametrize("things", ["Armed Personnel Carriers", "Infantry Fighting Vehicles"])
def test_things_in_capitals_are_no_people(claims_of, things):
    told = claims_of(f"The army said it destroyed two {things} near the town on Friday.")
    assert [(c.outcome.value, c.unit.value) for claim in told for c in claim.counts] == [("destroyed", "things")]


@pytest.mark.parametrize("town", ["El Fasher", "Deir Ezzor"])
def test_a_town_is_not_the_name_of_who_speaks_there(claims_of, town):
    for words in (f"A medical source at {town}'s hospital", f"A military official in {town}"):
        assert sources(claims_of(f"{words} said that 12 people were killed on Sunday.")) != [town]


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed tens of thousands and the fighting displaced millions, the agency said.",
        "The siege has wounded hundreds and the shelling displaced thousands, the mayor said.",
    ],
)
def test_a_second_verb_with_its_own_subject_keeps_its_number(claims_of, text):
    assert [outcome for outcome, _ in sorted(figures(claims_of(text)))] in (["displaced", "killed"], ["displaced", "wounded"])


@pytest.mark.parametrize("verb", ["rejected", "denied", "dismissed"])
def test_who_rejects_a_claim_does_not_make_it(claims_of, verb):
    told = claims_of(f"The rebels {verb} the claim that they had killed ten soldiers in Tarim.")
    assert {(c.source.name, c.negated) for c in told if c.counts} <= {("rebels", True)}
    assert [c for c in told if c.counts]


@pytest.mark.parametrize("distance", ["80 km", "about 12 kilometres", "an hour's drive"])
def test_where_it_is_far_from_is_not_where_it_happened(claims_of, distance):
    told = claims_of(f"Gunmen killed three soldiers in Gubio, {distance} from Maiduguri, the army said.")
    assert [c.place.text for c in told if c.place] == ["Gubio"] * len([c for c in told if c.place])


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Two residents, a nurse and a 70-year-old man, were killed in Kherson, police said.", [("killed", "Two")]),
        ("Three villagers, a mother and her two sons, were killed near Bama, police said.", [("killed", "Three")]),
        ("Rebels freed three of the five soldiers they captured in Cauca, the army said.", []),
        ("Gunmen released four of the seven drivers they kidnapped in May, police said.", []),
        ("“Three or four of our men were wounded,” the army spokesman said.", [("wounded", "Three or four")]),
    ],
)
def test_persons_are_counted_once_and_as_what_they_are(claims_of, text, counted):
    assert figures(claims_of(text)) == counted


@pytest.mark.parametrize(
    "text",
    [
        "It is impossible to verify that the rebels hold Kidal.",
        "Reporters were not able to confirm that the rebels had taken Goma.",
        "There were no reports of clashes at the port of Hodeidah.",
        "There was no immediate word of clashes near Khost.",
        "Crews were battling a fire at the depot near Homs, the mayor said.",
        "Doctors are fighting cholera in Aleppo.",
        "The army supposedly killed 30 fighters, a relative said.",
    ],
)
def test_what_nobody_tells_is_no_claim(claims_of, text):
    assert claims_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Troops are fighting the M23 rebels in the villages surrounding Goma.",
        "Malian troops have retaken three northern villages held by Tuareg rebels.",
        "Syrian troops retook the village of Bara, held by rebels since 2015.",
    ],
)
def test_who_is_driven_out_does_not_hold_it(claims_of, text):
    told = [(c.control.change.value, c.control.party) for c in claims_of(text) if c.control]
    assert not [t for t in told if t[0] in {"surrounded", "holds"}]


def test_what_an_offensive_aims_at_has_not_happened(claims_of):
    told = claims_of("The army opened an offensive aimed at recapturing the town of Kidal.")
    assert {c.modality.value for c in told if c.control} <= {"planned"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rockets fell on the Black Sea port of Odesa in Ukraine and wounded two sailors.", "Odesa"),
        ("Fighting around Bama in Borno, about 70 kilometers (43 miles) southeast of Maiduguri, left 10 rebels dead.", "Bama"),
        ("The rebels are fighting for an Islamic state in the south of the Philippines.", "Philippines"),
    ],
)
def test_the_place_is_not_what_it_is_told_by(claims_of, text, place):
    assert {c.place.text for c in claims_of(text) if c.place} == {place}


def test_a_heading_in_capitals_on_every_word_names_no_place_by_them(claims_of):
    told = claims_of("The army said so.", headings=["Nine Guerrillas Killed in Clash Near Border"])
    assert [c.place for c in told if c.counts] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said 40 of their men took part in the raid.",
        "The talks were called off, and the signing took place in Doha.",
        "Two trucks escaped, the police said.",
        "It was the worst raid of three wars fought since 1990.",
        "The province was hit by its worst drought in years.",
        "The blockade caused heavy economic losses, the ministry said.",
        "Many casualties are feared, the two said.",
        "The rebels tried to sink a ferry, the ministry said.",
        "The group did not know whether the soldiers had been killed or captured.",
        "The rebels have driven the troops back into a strip along the river.",
    ],
)
def test_idioms_and_what_is_feared_tell_no_deed(claims_of, text):
    told = [c for c in claims_of(text) if c.kind.value not in {"clash", "attack", "talks"}]
    assert told == []


def test_it_is_no_person(claims_of):
    told = claims_of("A ferry was shelled by the rebels and it burned and was destroyed, the port said.")
    assert "casualties" not in {c.kind.value for c in told}


def test_a_massacre_is_not_one_dead(claims_of):
    assert figures(claims_of("The mayor of Bucha called the raid a massacre.")) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The navy said it sank nine boats off Jaffna.", [("destroyed", "nine")]),
        ("Three patrol boats were sunk by pirates, the coast guard said.", [("destroyed", "Three")]),
        ("The front said it lost eight of its cadres.", [("killed", "eight")]),
    ],
)
def test_boats_sink_and_cadres_die(claims_of, text, counted):
    assert figures(claims_of(text)) == counted


def test_a_denial_that_says_what_it_denies_denies_nothing_else(claims_of):
    told = claims_of("The Sri Lankan navy said a sailor was wounded. The Tamil Tigers denied that they had lost any boat.")
    assert [(c.kind.value, c.denies) for c in told if c.negated] == [("equipment_loss", None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kherson is the only city held by Russian troops in the Kherson region of Ukraine.", "Kherson"),
        ("The Sudanese army recaptured the capital, Khartoum, in March.", "Khartoum"),
        ("A raid in Bama, just east of the state capital of Maiduguri, killed nine people.", "Bama"),
    ],
)
def test_the_place_is_the_one_that_is_told_of(claims_of, text, place):
    assert {c.place.text for c in claims_of(text) if c.place} == {place}


def test_a_battle_claims_nothing(claims_of):
    told = claims_of("The navy fought rebels off Jaffna.", headings=["Jaffna sea battle claims many casualties"])
    assert {c.source for c in told} == {None}
