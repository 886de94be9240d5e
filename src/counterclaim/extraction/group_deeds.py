"""Names that a report never calls an armed group, and that do what only a side of a war does: take towns, hold land, have fighters."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from counterclaim.extraction import syntax
from counterclaim.extraction.group_signs import FIGHTERS, JOINTS, PARTICLES, PEOPLE_ENDINGS, PEOPLES, PLAIN, Run
from counterclaim.extraction.noun_classes import SITES
from counterclaim.extraction.speaker_words import is_organisation
from counterclaim.extraction.word_lists import words

TAKES: Final = words("capture recapture retake seize overrun conquer storm occupy besiege ambush")
GRIP: Final = words("control possession")
LAND: Final = words("takeover hideout stronghold")
POWER: Final = words("control rule")  # "under *Taliban* rule"
HELD: Final = words("held controlled occupied ruled")
THEIRS: Final = words("its their")
OTHERS: Final = words("PERSON GPE LOC FAC EVENT PRODUCT WORK_OF_ART LAW DATE")  # entity types that no group has
ACRONYM: Final = 3  # letters


def does_as_group(run: Run) -> bool:
    """Tell whether a name stands as that of a body ("the X", "XYZ", "al-X") and takes, holds or fights as a side does."""
    return _is_body_name(run) and (_takes(run[-1]) or _holds(run) or _has_fighters(run[-1]))


def _is_body_name(run: Run) -> bool:
    keys = {t.lower_ for t in run if t.text not in JOINTS}
    if is_organisation(run) or keys <= PLAIN | PARTICLES | PEOPLES or any(t.ent_type_ in OTHERS for t in run):
        return False
    if run[-1].tag_ == "JJ" or run[-1].lower_.endswith(PEOPLE_ENDINGS):
        return False
    acronym = len(run) == 1 and len(run[0]) >= ACRONYM and run[0].text.isupper() and run[0].is_alpha
    return acronym or run[0].lower_ == "al" or _is_the(run)


def _is_the(run: Run) -> bool:
    """Tell whether "the" stands before the name somewhere in the report."""
    texts = [t.text for t in run]
    doc = run[0].doc
    return any(t.lower_ == "the" and [o.text for o in doc[t.i + 1 : t.i + 1 + len(run)]] == texts for t in doc)


def _takes(name: Token) -> bool:
    """Tell whether a name is the doer of a capture: "the X has seized the town", "was overrun by the X"."""
    if name.dep_ == "nsubj":
        return _is_capture(name.head)
    verb = name.head.head
    return name.dep_ == "pobj" and syntax.agent(verb) == name and _is_capture(verb)


def _is_capture(verb: Token) -> bool:
    what = syntax.child(verb, "dobj", "nsubjpass")
    if what is None:
        return False
    land = what.pos_ == "PROPN" or what.lemma_.lower() in SITES
    return (verb.lemma_ in TAKES and land) or (verb.lemma_ in {"take", "seize", "gain"} and what.lemma_ in GRIP)


def _holds(run: Run) -> bool:
    """Read "X-held", "under X control", "an X stronghold"."""
    behind = run[-1].nbor() if run[-1].i + 1 < len(run[-1].doc) else run[-1]
    if behind.text == "-" and behind.i + 1 < len(behind.doc):
        return behind.nbor().lower_ in HELD
    under = behind.dep_ == "pobj" and behind.head.lower_ in {"under", "from"}
    return run[-1].head == behind and (behind.lemma_ in LAND or (behind.lemma_ in POWER and under))


def _has_fighters(name: Token) -> bool:
    """Read "the X said *its fighters* had …"."""
    own = (t for t in name.sent if t.lower_ in THEIRS and t.dep_ == "poss" and t.i > name.i)
    return name.dep_ == "nsubj" and any(t.head.lower_ in FIGHTERS for t in own)
