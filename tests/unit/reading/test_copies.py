import dataclasses
import hashlib

from counterclaim.claims.report import Report
from counterclaim.reading import mark_copies
from counterclaim.reading.facts import Draft, Facts
from counterclaim.reading.report import finish

WIRE = """SARN (Reuters) - The rebels said on Thursday that they had captured the town of Sarn after a night of heavy fighting
 in which forty soldiers of the government were killed and twenty more were captured near the bridge.

The army denied the claim. Its spokesman, Colonel Brin Ode, told the Hill Courier that three soldiers had been wounded
 and that the attackers had been driven off before dawn with the help of two helicopters.

A video that the rebels published shows a tank beside the town hall. It could not be verified. Residents reached by
 telephone said that shooting went on until noon and that many families had left for the valley below.

The town has changed hands four times since the war began in the spring of last year, and the market has been closed
 since January.

The governor of the province said that talks with elders had failed, that the road to the south was mined, and that
 the hospital had run out of blood. He asked the Red Cross to send doctors and said that buses stood ready to take the
 wounded away as soon as the shooting stopped.""".replace("\n ", " ")

OTHER = """The army said on Thursday that it had beaten off an attack on Sarn, a town in the hills that has seen months of
 fighting.

Three soldiers were hurt, Colonel Brin Ode said, while rebels put the number of dead soldiers at forty and said that
 they held the town.

Neither account could be checked. Roads into Sarn were closed, and telephones worked only for an hour in the
 afternoon.

A tank was filmed near the town hall, according to a video that a rebel channel put out. The governor said that the
 hospital lacks blood, and asked for doctors from abroad.""".replace("\n ", " ")


def report(text, name, title=None):
    [made] = finish(Draft(text=f"{title}\n\n{text}" if title else text, raw_sha256="0" * 64, source=name, given=Facts(id=name)))
    assert isinstance(made, Report)
    return made


def copies(*reports):
    return [marked.copy_of for marked in mark_copies(reports)]


def test_another_headline_an_added_paragraph_and_other_outlet_names_make_no_other_story():
    added = WIRE + "\n\nThe president is to speak to the nation on Friday evening, his office said and will name a new general."
    renamed = WIRE.replace("Hill Courier", "Valley Post").replace("(Reuters)", "(AP)")
    both = added.replace("Hill Courier", "Valley Post")
    made = [
        report(WIRE, "a", "Rebels claim Sarn"),
        report(WIRE, "b", "Army denies loss of Sarn"),
        report(added, "c"),
        report(renamed, "d"),
        report(both, "e"),
    ]
    assert copies(*made) == [None, "a", "a", "a", "a"]


def test_two_stories_on_one_event_are_not_copies():
    assert copies(report(WIRE, "a"), report(OTHER, "b")) == [None, None]


def test_copies_are_kept_in_order_and_otherwise_unchanged():
    made = [report(WIRE, "a"), report(OTHER, "b"), report(WIRE, "c")]
    assert list(mark_copies(made)) == [made[0], made[1], dataclasses.replace(made[2], copy_of="a")]


def test_the_same_report_read_again_is_no_copy_of_itself():
    assert copies(report(WIRE, "a"), report(WIRE, "a"), report(WIRE, "b")) == [None, None, "a"]


def test_short_texts_are_copies_only_word_for_word():
    short = "Forty soldiers were killed in Sarn, the rebels said."
    assert copies(report(short, "a"), report(short.replace("Forty", "Fifty"), "b"), report(short.upper(), "c")) == [None, None, "a"]


def test_texts_without_body_are_left_alone():
    assert copies(report("Sarn falls", "a"), report("Sarn falls", "b")) == [None, None]


def test_many_different_texts_give_no_false_copy():
    texts = (
        ". ".join(" ".join(hashlib.sha256(f"{i} {j} {k}".encode()).hexdigest()[:5] for k in range(8)) for j in range(12)) + "."
        for i in range(300)
    )
    assert not any(copies(*(report(text, str(i)) for i, text in enumerate(texts))))
