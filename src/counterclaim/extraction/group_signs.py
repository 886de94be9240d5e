"""What in a report's words tells an armed group: how its name is built, what it is called, and what is no group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from counterclaim.extraction.word_lists import words

# How such groups call themselves: the last word of a name ("Azure Liberation Front"), and the first ("Movement for …", "Jaysh al-…").
BODIES: Final = words("front army brigades resistance militia militias cartel mujahideen guerrillas insurgency avengers")
LED_BODIES: Final = words("front movement army")
FOREIGN_BODIES: Final = words(
    "jaysh jaish jeish jund liwa lashkar ansar harakat saraya kataib katibat tehreek sipah frente ejercito ejército autodefensas",
)
WIDE_BODIES: Final = BODIES | words("congress movement union council coalition forces party organisation organization committee")
LIBERATORS: Final = words("liberation resistance independence freedom salvation revolutionary patriotic people popular islamic unity")
PLAIN: Final = words(
    "national armed special security federal royal imperial soviet red union confederate continental state regular ground joint field home",
    "united popular north south east west eastern western northern southern central first second third fourth fifth sixth seventh eighth",
    "ninth tenth guards tank us british french russian air terracotta salvation grand old new front army the",
    "brigade division corps battalion regiment",
)
# Men and bodies that are armed and nobody's regular force.
FIGHTERS: Final = words(
    "rebel rebels militant militants insurgent insurgents guerrilla guerrillas jihadist jihadists jihadi jihadis separatist separatists",
    "militia militias militiaman militiamen fighter fighters terrorist terrorists mercenary mercenaries gunman gunmen insurgency rebellion",
)
ARMED: Final = words(
    "rebel militant insurgent armed jihadist jihadi islamist separatist guerrilla paramilitary terrorist extremist secessionist",
    "pro-government self-defence self-defense vigilante outlawed banned",
)
GROUPS: Final = words("group organisation organization movement faction outfit network militia alliance coalition army front wing")
MILITIA: Final = ("militia", "vigilante", "self-defen")
CALLED: Final = words("called named dubbed as known")
PEOPLES: Final = words(
    "tuareg pashtun pashto kurd kurdish arab hutu tutsi oromo tigray tigrayan amhara shia shiite shi'ite sunni muslim christian buddhist",
    "hindu tamil sikh baloch baluch balochi fulani peul dogon dinka nuer murle karen shan kachin chin rohingya uighur uyghur chechen",
    "maoist islamist marxist communist salafist wahhabi druze alawite yazidi yezidi turkmen hazara uzbek tajik lendu hema banyamulenge",
    "papuan moro berber toubou tubu zaghawa masalit kuki meitei naga bodo assamese kashmiri bengali punjabi sindhi crimean african asian",
    "european latin catholic protestant jewish naxalite local foreign suspected unknown unidentified armed islamic pro anti",
)
PEOPLE_ENDINGS: Final = ("ist", "ists", "ian", "ese", "ish")
PARTICLES: Final = words("al el ul e i de del la des du of for the and")
JOINTS: Final = frozenset({"-", "'s", "’s", "'", "’"})
QUOTES: Final = frozenset("\"'“”’")
TITLES: Final = words("president general commander leader colonel captain mr mrs minister chief sheikh king emir warlord")
FAR: Final = 7  # tokens between a name and what explains it

Run = list[Token]


def is_group(run: Run, is_place: Callable[[str], bool]) -> bool:
    """Tell whether a run of capitalised words is an armed group's name, by how it is built or by the words beside it."""
    return is_built_as_group(run) or (_is_told_as_group(run) and not _is_other(run, is_place))


def is_built_as_group(run: Run) -> bool:
    """Tell whether a name is made as armed groups make theirs: "Azure Liberation Front", "Jaysh al-Azure", "Front for Azure"."""
    keys = [t.lower_ for t in run if t.text not in JOINTS]
    numbers = {t.lower_ for t in run if t.like_num}
    own = [key for key in keys if key not in PLAIN | PARTICLES | PEOPLES | numbers and not key[:1].isdigit()]
    if len(keys) < 2 or not own or own == [keys[0]] == [keys[-1]]:  # noqa: PLR2004
        return False
    bodies = (k for n, k in enumerate(keys) if n and k in BODIES and (n + 1 == len(keys) or keys[n + 1] in {"of", "for"}))
    tail = any(own != [body] for body in bodies)
    led = keys[0] in LED_BODIES and keys[1] in {"of", "for"}
    return tail or led or (keys[0] in FOREIGN_BODIES and own != [keys[0]])


def is_militia(run: Run) -> bool:
    """Tell whether a name, the word behind it or what explains it says militia."""
    return any(t is not None and t.lower_.startswith(MILITIA) for t in (run[-1], _behind(run), *_explanation(run)))


def _is_told_as_group(run: Run) -> bool:
    """Tell whether the words beside a name call it an armed group."""
    behind, before = _behind(run), _before(run)
    if behind is not None and _calls_it(behind):
        return True
    if before is None:
        return _is_explained(run)
    if before.lower_ in CALLED:
        return _is_called(before)
    named_so = before.lower_ in ARMED and len(run) > 1 and any(t.lower_ in WIDE_BODIES for t in run)
    return named_so or _is_armed_body(before) or _is_explained(run)


def _calls_it(behind: Token) -> bool:
    """Read "Lakurawa *fighters*", "the Lakurawa *militant* group"; not the middle of a name, "Azure *guerrilla* Coordination"."""
    after = _next(behind)
    if behind.lower_ in FIGHTERS and behind.pos_ in {"NOUN", "PROPN"}:
        return after is None or after.pos_ != "PROPN" or not after.text[:1].isupper()
    return behind.lower_ in ARMED and _is_body(after)


def _is_called(word: Token) -> bool:
    """Read "a Dogon group known as …", in a sentence that tells of armed men."""
    head = next((t for t in reversed(word.doc[word.sent.start : word.i]) if t.lower_ not in CALLED), None)
    return _is_body(head) and (_is_armed_body(head) or any(t.lower_ in FIGHTERS for t in word.sent))


def _is_explained(run: Run) -> bool:
    """Read "Lakurawa, a jihadist group, …"; "Kolo, a militia leader" is a person."""
    return _is_armed_body(next((t for t in _explanation(run) if t.pos_ == "NOUN" and t.nbor().pos_ != "NOUN"), None))


def _explanation(run: Run) -> Sequence[Token]:
    comma = _behind(run)
    article = _next(comma) if comma is not None and comma.text == "," else None
    if article is None or article.lower_ not in {"a", "an", "the", "another", "one"}:
        return ()
    return list(article.doc[article.i + 1 : min(article.i + FAR, article.sent.end - 1)])


def _is_armed_body(head: Token | None) -> bool:
    """Tell whether a noun is an armed body: "militia", "rebel group"."""
    if head is None or not _is_body(head):
        return False
    before = _previous(head)
    return head.lower_ == "militia" or (before is not None and before.lower_ in ARMED)


def _is_body(token: Token | None) -> bool:
    return token is not None and token.is_lower and token.lemma_.lower() in GROUPS


def _is_other(run: Run, is_place: Callable[[str], bool]) -> bool:
    """Tell whether a name is a people's, a place's or a person's, or just how a sentence begins."""
    last, name = run[-1], words_of(run)
    people = last.lower_ in PEOPLES or last.lower_.endswith(PEOPLE_ENDINGS) or (last.tag_ == "JJ" and not _is_noun_elsewhere(last))
    plain = all(t.lower_ in PLAIN | PARTICLES | PEOPLES or t.text in JOINTS for t in run)
    before = _before(run)
    titled = before is not None and (before.lower_ in TITLES or before.text == "-")  # "President *Assad*", "pro-*Assad*"
    return people or plain or titled or is_place(name) or _only_begins(run) or _is_person(run)


def _is_noun_elsewhere(word: Token) -> bool:
    return any(t.text == word.text and t.tag_ in {"NNP", "NNPS"} for t in word.doc)


def _only_begins(run: Run) -> bool:
    """Tell whether the words stand only at the beginning of a sentence, where any word has a capital."""
    if not run[0].is_sent_start or words_of(run).isupper():
        return False
    texts = [t.text for t in run]
    doc: Doc = run[0].doc
    return not any(not t.is_sent_start and [o.text for o in doc[t.i : t.i + len(run)]] == texts for t in doc if t.text == texts[0])


def _is_person(run: Run) -> bool:
    """Tell whether a name is a person's, or stands elsewhere behind a first name: "*Riek Machar* … Machar rebels"."""
    if len(run) > 1:
        return all(t.ent_type_ == "PERSON" for t in run)
    same = (t for t in run[0].doc if t.text == run[0].text and t.i and t.i != run[0].i)
    return any(t.nbor(-1).pos_ == "PROPN" and t.nbor(-1).text[:1].isupper() for t in same)


def words_of(run: Run) -> str:
    """Give the words of a run as they stand in the text."""
    return str(run[0].doc[run[0].i : run[-1].i + 1].text)


def _before(run: Run) -> Token | None:
    before = _previous(run[0])
    while before is not None and before.text in QUOTES:
        before = _previous(before)
    return before


def _behind(run: Run) -> Token | None:
    behind = _next(run[-1])
    while behind is not None and behind.text in QUOTES:
        behind = _next(behind)
    return behind


def _previous(token: Token) -> Token | None:
    return token.nbor(-1) if token.i > token.sent.start else None


def _next(token: Token) -> Token | None:
    return token.nbor() if token.i + 1 < token.sent.end else None
