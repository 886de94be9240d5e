# ruff: noqa: RUF001 - dashes and letters as newspapers print them
import pytest

from counterclaim.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Forty soldiers were killed in the town of Sarn on Sunday, the army said, and the rebels left.", "en"),
        ("FORTY SOLDIERS WERE KILLED IN THE TOWN OF SARN ON SUNDAY, THE ARMY SAID, AND THE REBELS LEFT.", "en"),
        ("قال الجيش إن أربعين جنديا قتلوا يوم الأحد في المدينة وإن المتمردين غادروها", "ar"),
        ("Сорок солдат погибли в городе в воскресенье, сообщила армия, а повстанцы ушли.", "ru"),
        ("Quarante soldats ont été tués dimanche dans la ville, a déclaré l'armée, et les rebelles sont partis vers les collines.", "fr"),
        ("Cuarenta soldados murieron el domingo en la ciudad, dijo el ejército, y los rebeldes se fueron a las colinas.", "es"),
    ],
)
def test_whole_sentences(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["Taliban captured Panjshir", "Baku, Ganja, Shusha", "KDF", "", "123"])
def test_a_few_words_in_latin_letters_are_taken_for_english(text):
    assert language_of(text) == "en"
