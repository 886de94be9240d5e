"""Reads phrases by which a place is said to change hands: "gained the upper hand", "is in the hands of", "hoisted its flag over"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from counterclaim.claims.event import Change, Kind
from counterclaim.extraction import noun_classes, syntax
from counterclaim.extraction.events import ClassOf, Event, joined
from counterclaim.extraction.word_lists import words

GAIN = words("gain have take hold seize win get keep maintain retain")
CLAIM = words("claim declare announce assert")
GRIP = words("possession control charge hold occupation")
GIVE = words("give hand grant leave")
BATTLES = words("battle fight fighting war struggle")
LEAVES = words("leave quit vacate abandon evacuate")
RULERS = words("government regime administration")
TOPPLE = words("topple overthrow oust depose")
FLAG = words("flag banner standard")
RAISE = words("hoist raise plant fly unfurl")
STATES = words("overrun besieged surrounded encircled")


def _event(trigger: Token, change: Change, actor: Token | None, *sites: Token | None, nominal: bool = False) -> Event:
    return Event(trigger=trigger, kind=Kind.CONTROL, change=change, actor=actor, sites=joined(*sites), nominal=nominal)


def _upper_hand(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "gained the upper hand in Panjshir", "has the advantage in the town"."""
    hand = syntax.objects(verb)
    if verb.lemma_ not in GAIN or hand is None or not is_upper_hand(hand):
        return None
    return _event(verb, Change.HOLDS, syntax.subject(verb), _site(class_of, verb, hand))


def is_upper_hand(noun: Token) -> bool:
    """Tell whether a noun is the "hand" of "the upper hand"."""
    return noun.lemma_ == "hand" and any(c.lower_ == "upper" for c in noun.children)


def _site(class_of: ClassOf, *heads: Token) -> Token | None:
    near = [n for head in heads for n in syntax.prepositions(head, "in", "at", "over", "of", "around")]
    near += [m for n in near if n.lemma_ in BATTLES for m in syntax.prepositions(n, "for", "of", "over")]
    return next((n for n in near if class_of(n) == "place"), None)


def of_claimed(noun: Token, class_of: ClassOf) -> Event | None:
    """Read "claimed control of the airport", "declared the upper hand in the city": the words that are claimed, not the claiming."""
    if noun.dep_ != "dobj" or noun.head.lemma_ not in CLAIM or not (noun.lemma_ == "control" or is_upper_hand(noun)):
        return None
    site = _site(class_of, noun, noun.head)
    if site is None and not is_upper_hand(noun):
        return None
    return _event(noun, Change.HOLDS, syntax.subject(noun.head), site, nominal=True)


def _in_possession(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "were in possession of the region", "remained in control of the town", "left the rebels in charge of the city"."""
    grip = next((n for n in syntax.prepositions(verb, "in") if n.lemma_ in GRIP), None)
    site = next(syntax.prepositions(grip, "of", "over"), None) if grip is not None else None
    if site is None or class_of(site) != "place":
        return None
    puts = verb.lemma_ in {"leave", "put", "place"} and not syntax.is_passive(verb)
    holder = syntax.objects(verb) if puts else syntax.subject(verb)
    return _event(verb, Change.HOLDS, holder, site) if holder is not None else None


def _gives_control(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "the assault gave the militants control of the base", "handed the rebels control of the border"."""
    control = syntax.child(verb, "dobj")
    holder = syntax.child(verb, "dative")
    if verb.lemma_ not in GIVE or control is None or control.lemma_ != "control":
        return None
    holder = holder or next(syntax.prepositions(verb, "to"), None) or syntax.child(control, "compound")
    site = next((n for n in syntax.prepositions(control, "of", "over") if class_of(n) == "place"), None)
    return _event(verb, Change.CAPTURED, holder, site) if holder is not None and site is not None else None


def _topples(verb: Token, _: ClassOf) -> Event | None:
    """Read "overthrew the Afghan government", "toppled the regime in the capital"."""
    rulers = syntax.subject(verb) if syntax.is_passive(verb) else syntax.objects(verb)
    if verb.lemma_ not in TOPPLE or rulers is None or rulers.lemma_ not in RULERS:
        return None
    doer = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    site = next(syntax.prepositions(rulers, "in", "of"), None) or syntax.child(rulers, "poss", "compound")
    return _event(verb, Change.CAPTURED, doer, site)


def _leaves(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "the fighters left the town", "they had quit the base": men, not one man."""
    who, site = syntax.subject(verb), syntax.objects(verb)
    if verb.lemma_ not in LEAVES or who is None or site is None or class_of(site) != "place" or syntax.is_passive(verb):
        return None
    men = who.lower_ == "they" or (who.lemma_.lower() in noun_classes.COMBATANTS and who.tag_ != "NNP")
    return _event(verb, Change.WITHDREW_FROM, who, site) if men else None


def _flag(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "hoisted its flag over the city hall", "raised the white flag of the movement in the centre"."""
    flag = syntax.subject(verb) if syntax.is_passive(verb) else syntax.objects(verb)
    if verb.lemma_ not in RAISE or flag is None or flag.lemma_ not in FLAG:
        return None
    near = (n for head in (verb, flag) for n in syntax.prepositions(head, "over", "in", "at", "above", "atop", "on"))
    site = next((n for n in near if class_of(n) in {"place", "thing"}), None)
    doer = syntax.child(flag, "poss") if syntax.is_passive(verb) else syntax.subject(verb)
    return _event(verb, Change.CAPTURED, doer, site) if site is not None else None


def of_state(token: Token, class_of: ClassOf) -> Event | None:
    """Read "the camp was overrun", "the town is surrounded", where the parser takes the word for an adjective."""
    if token.lower_ not in STATES or token.dep_ not in {"acomp", "attr"}:
        return None
    site = syntax.subject(token.head)
    if site is None or class_of(site) != "place":
        return None
    change = Change.CAPTURED if token.lower_ == "overrun" else Change.SURROUNDED
    return _event(token, change, next(iter(syntax.prepositions(token, "by")), None), site, nominal=True)


# The first that fits counts.
PHRASES: tuple[Callable[[Token, ClassOf], Event | None], ...] = (
    _upper_hand,
    _in_possession,
    _gives_control,
    _topples,
    _leaves,
    _flag,
)
