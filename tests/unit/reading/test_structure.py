import datetime as dt

from counterclaim.claims.report import Part
from counterclaim.reading.facts import Block
from counterclaim.reading.structure import divide

LEAD = "The rebels said on Thursday that they had taken the town of Sarn. The army denied it at once."
NEXT = "Its spokesman said that three soldiers were wounded. Nobody could check the figure."


def parts(text, **given):
    return [(section.part.value, text[section.start : section.end]) for section in divide(text, **given).sections]


def test_headline_metadata_deck_headings_and_body():
    text = (
        " date 2021-09-05 Sarn: forty soldiers killed, claim rebels\n\n"
        "Written by Ada Pen Twitter Last updated on Sep 06, 2021, 09:47 am\n\n"
        f'The army, however, denied it.\n\n{LEAD}\n\nHill capital captured; governor\'s office breached, says "front"\n\n{NEXT}\n\n'
        f"Who holds Sarn?\n\n{NEXT} So it is."
    )
    division = divide(text)
    assert parts(text) == [
        ("metadata", "date 2021-09-05"),
        ("headline", "Sarn: forty soldiers killed, claim rebels"),
        ("metadata", "Written by Ada Pen Twitter Last updated on Sep 06, 2021, 09:47 am"),
        ("deck", "The army, however, denied it."),
        ("body", LEAD),
        ("heading", 'Hill capital captured; governor\'s office breached, says "front"'),
        ("body", NEXT),
        ("heading", "Who holds Sarn?"),
        ("body", f"{NEXT} So it is."),
    ]
    assert division.facts.published == dt.date(2021, 9, 5)
    assert division.facts.byline == "Ada Pen"
    assert division.facts.title == "Sarn: forty soldiers killed, claim rebels"


def test_a_first_line_that_is_a_sentence_is_body():
    assert parts(f"{LEAD}\n\n{NEXT}") == [("body", LEAD), ("body", NEXT)]
    assert divide(f"{LEAD}\n\n{NEXT}").facts.title is None


def test_a_first_sentence_that_the_input_calls_the_title_is_the_headline():
    assert parts(f"Sarn has fallen.\n\n{LEAD}", title="Sarn has fallen")[0] == ("headline", "Sarn has fallen.")


def test_an_initialism_or_an_ellipsis_does_not_end_a_headline():
    assert parts(f"Strike kills four, says U.S.\n\n{LEAD}")[0][0] == "headline"
    assert parts(f"Rebels say they hold...\n\n{LEAD}")[0][0] == "headline"


def test_a_dateline_is_cut_from_its_paragraph():
    text = f"Sarn falls\n\nYEREVAN, Armenia—{LEAD}\n\n{NEXT}"
    assert parts(text)[1:3] == [("metadata", "YEREVAN, Armenia—"), ("body", LEAD)]


def test_a_dateline_names_the_agency_and_where_it_is_complete_the_day():
    facts = divide(f"KABUL, Sept 5, 2021 (Reuters) - {LEAD}").facts
    assert (facts.outlet, facts.published) == ("Reuters", dt.date(2021, 9, 5))
    assert divide(f"BAKU, October 6. /TASS/ {LEAD}").facts.published is None


def test_a_dateline_alone_on_the_first_line_is_no_headline():
    assert parts(f"NAIROBI, Kenya (AP) _\n\n{LEAD}\n\n{NEXT}") == [("metadata", "NAIROBI, Kenya (AP) _"), ("body", LEAD), ("body", NEXT)]


def test_a_closing_staff_note_is_cut_from_the_last_paragraph():
    text = f"{LEAD}\n{NEXT} (Reporting by Ada Pen; Editing by Brin Ode)"
    assert parts(text)[1:] == [("body", NEXT), ("metadata", "(Reporting by Ada Pen; Editing by Brin Ode)")]


def test_lines_are_paragraphs_where_nothing_is_wrapped():
    assert parts(f"{LEAD}\r\n{NEXT}\r\n") == [("body", LEAD), ("body", NEXT)]


def test_wrapped_lines_are_one_paragraph_up_to_the_empty_line():
    wrapped = (
        "The rebels said on Thursday that they had taken the town of Sarn and\n"
        "killed forty soldiers in a night of fighting that had reached the old\n"
        "market, while the army said that it had lost nobody and that the rebels\n"
        "had been driven back into the hills before dawn."
    )
    assert parts(f"{wrapped}\n\n{NEXT}") == [("body", wrapped), ("body", NEXT)]


def test_headings_in_a_row_are_not_a_wrapped_paragraph():
    text = "\n".join(
        f"Rebels capture the town of {name} after two weeks of heavy fighting" for name in ("Sarn", "Ibor", "Kesh", "Lund", "Marn")
    )
    assert len(parts(text)) == 5


def test_short_last_lines_belong_to_the_page():
    assert parts(f"{LEAD}\n{NEXT}\nHill Times")[-1] == ("metadata", "Hill Times")


def test_a_list_of_more_than_two_lines_is_body():
    lines = ["Modest Karo", "Ibo Sann", "Kanai Zed", "Bula Sal"]
    text = "\n".join([LEAD, "The dead commanders are these:", *lines, NEXT])
    assert [part for part, _ in parts(text)] == ["body"] * 7


def test_an_unpunctuated_text_has_no_headings():
    line = "our brave men took the town of Sarn this morning and the enemy ran into the hills"
    text = "\n\n".join(["Sarn is ours", *(f"{line} {n}" for n in range(4))])
    assert [part for part, _ in parts(text)] == ["headline"] + ["body"] * 4


def test_long_and_quoted_questions_are_body_and_short_ones_head():
    long = "[REPORTER] When will the army say how many of its own soldiers it has lost in Sarn since Monday?"
    text = "\n\n".join([LEAD, "“Who holds Sarn?”", NEXT, long, NEXT + " Yes.", "Who holds it?", NEXT + " No."])
    assert [part for part, _ in parts(text)] == ["body", "body", "body", "body", "body", "heading", "body"]


def test_what_is_repeated_word_for_word_tells_nothing_new():
    title = "Rebels claim hill town; army denies loss"
    text = f"{title}\nHome page of the Courier\n{title}\n{LEAD}\n{NEXT}\n{LEAD}"
    assert [part for part, _ in parts(text)] == ["headline", "metadata", "metadata", "body", "body", "metadata"]


def test_the_headline_under_a_pages_menus_is_the_one_that_stands_twice():
    other = "Minister resigns over the price of bread"
    menus = f"The Courier news and weather of today\nRebels claim hill town\n{other}\nWorld\n{other}"
    text = f"{menus}\nRebels claim hill town and deny its loss\nSports\nRebels claim hill town and deny its loss\n{LEAD}\n{NEXT}"
    assert divide(text).facts.title == "Rebels claim hill town and deny its loss"
    assert [part for part, _ in parts(text)] == ["metadata"] * 5 + ["headline", "metadata", "metadata", "body", "body"]


def test_a_caption_before_the_headline_is_not_the_headline():
    caption = "Smoke over Sarn on Sunday. Photo: https://a.example/x?y=1"
    assert [part for part, _ in parts(f"{caption}\n\nRebels claim hill town\n\n{LEAD}")] == ["caption", "headline", "body"]


def test_lines_of_a_page_before_its_title_are_metadata():
    text = f"Markets\nMore of the news of today\nRebels claim hill town\n{LEAD}\n{NEXT}"
    assert [part for part, _ in parts(text, title="Rebels claim hill town")] == ["metadata", "metadata", "headline", "body", "body"]


def test_dated_lines_between_paragraphs_are_metadata_and_do_not_date_the_report_before_its_own_date():
    text = f"Fighting goes on\n5 September 2021\n{LEAD}\n7 Sep 2021, 13:18\nTown shelled, mayor says\n{NEXT}"
    assert [part for part, _ in parts(text)] == ["headline", "metadata", "body", "metadata", "heading", "body"]
    assert divide(text).facts.published == dt.date(2021, 9, 5)


def test_a_caption_between_paragraphs():
    caption = "A photograph taken in Sarn on Oct. 12 shows what is left of the market."
    assert parts(f"{LEAD}\n\n{caption}\n\n{NEXT}")[1] == ("caption", caption)


def test_blocks_keep_the_part_that_their_tag_told():
    text = "Sarn falls\n\nForty killed\n\n" + LEAD
    blocks = [Block(start=0, end=10, part=Part.HEADLINE), Block(start=12, end=24, part=Part.BODY), Block(start=26, end=len(text))]
    assert parts(text, blocks=blocks) == [("headline", "Sarn falls"), ("body", "Forty killed"), ("body", LEAD)]


def test_a_text_without_words_has_no_sections():
    assert divide(" \n\t\n").sections == ()
