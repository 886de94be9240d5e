"""Reads what tells that people were hurt, and whether they live: "was fatally shot", "suffered burns", "were taken to hospital"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind
from counterclaim.extraction import event_words, syntax
from counterclaim.extraction.events import ClassOf, Event, joined
from counterclaim.extraction.word_lists import words

SHOTS = words("shoot stab")
STRIKES = words("strike hit graze")
GUNS = words("gun rifle pistol weapon")
OUTCOME_VERBS = words("kill wound injure die succumb")  # "shot and killed": the second verb tells it
FATAL = words("fatally mortally dead")
DEADLY = words("fatal deadly")
ASSAULTS = words("shooting stabbing beating lynching bombing shelling")
LIMBS = words("leg arm shoulder hand foot thigh hip knee ankle wrist buttock calf ear elbow forearm")  # where a shot seldom kills
BODY = LIMBS | words("head neck chest back stomach abdomen face torso side body hip pelvis")
SHOT = words("gunfire bullet shot gunshot round pellet shrapnel fragment splinter fire crossfire")
HARM = words("wound injury burn")
BEARS = words("suffer sustain receive have incur")
TREATS = words("hospitalize hospitalise treat")
BRINGS = words("take rush transport airlift fly evacuate bring carry send transfer put land")
HOSPITALS = words("hospital clinic infirmary")
FINDS = words("find recover discover retrieve pull unearth exhume dig")
REMAINS = words("body corpse")
SURVIVES = words("survive recover live")
SICK = words("critical serious stable grave fair guarded")
NAMES = words("identify name")
FALLEN = words("dead deceased slain killed victim fatality")
AIMS = words("at into toward towards through from back")
SELVES = words("himself herself themselves")
SELF_KILLING = words("suicide")
ILLS = words(
    "illness ill sick sickness disease fever stroke infection virus coronavirus covid covid-19 cancer cholera malaria surgery operation",
    "poisoning poisoned food checkup check-up childbirth labour labor exhaustion dehydration",
)
HURTING: Final = frozenset({Kind.ATTACK, Kind.CLASH, Kind.CASUALTIES})
VIOLENCE = (
    SHOTS | STRIKES | HARM | SHOT | frozenset(event_words.STATES) - {"homeless", "displaced"} | frozenset(event_words.MEANS)
    | {word for table in (event_words.VERBS, event_words.NOUNS) for word, senses in table.items() if any(s.kind in HURTING for s in senses)}
)  # fmt: skip
BEFORE: Final = 2  # sentences in which the violence may be told that brought somebody to hospital


def _shot(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "was fatally shot", "shot him to death", "was shot in the leg"; "four were shot" leaves open whether they live."""
    doer, patient = _sides(verb)
    if patient is None or not (class_of(patient) == "person" or patient.pos_ in {"NUM", "PRON"}):
        return None
    if not (verb.lemma_ in SHOTS or _is_struck(verb)) or _goes_on(verb) or syntax.particle(verb) == "down":
        return None
    near = (*verb.children, *patient.children)
    fatal = any(c.lower_ in FATAL and _is_of(c, verb) for c in near) or any(n.lower_ == "death" for n in syntax.prepositions(verb, "to"))
    wounded = any(n.lemma_.lower() in LIMBS for n in syntax.prepositions(verb, "in", "through"))
    outcome = Outcome.KILLED if fatal else Outcome.WOUNDED if wounded else Outcome.KILLED_OR_WOUNDED
    return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=outcome, actor=doer, groups=joined(patient))


def _is_of(fatal: Token, verb: Token) -> bool:
    """Tell whether "dead", "fatally" say how a shot ended: "shot him dead", not "five people shot, one dead"."""
    apart = any(t.text == "," or t.like_num for t in verb.doc[verb.i + 1 : fatal.i])
    return not apart and (fatal.head == verb or fatal.i == verb.i + 1)


def _sides(verb: Token) -> tuple[Token | None, Token | None]:
    """Give who shot whom; "two men shot" of headings has no auxiliary, and nobody shoots without whom or "at" whom."""
    doer, patient = syntax.sides(verb)
    aimed = syntax.child(verb, "aux", "prt", "xcomp", "ccomp") is not None or next(syntax.prepositions(verb, *AIMS), None) is not None
    clipped = patient is None and not aimed and verb.tag_ in {"VBD", "VBN"}
    later = syntax.child(verb, "conj")
    if clipped and doer is not None and doer.pos_ != "PRON" and (later is None or syntax.objects(later) is None):
        return None, doer
    return doer, patient


def _goes_on(verb: Token) -> bool:
    """Tell whether a second verb tells what became of the same people: "shot and killed"; "one was shot and another injured" are two."""
    return any(c.lemma_ in OUTCOME_VERBS and syntax.child(c, *syntax.SUBJECTS) is None for c in verb.children if c.dep_ == "conj")


def _is_struck(verb: Token) -> bool:
    """Tell whether people are "struck by a bullet", "hit in the head", or gunfire struck them."""
    if verb.lemma_ not in STRIKES:
        return False
    doer = syntax.sides(verb)[0]
    by = [*([doer] if doer is not None else []), *syntax.prepositions(verb, "by", "with")]
    return any(n.lemma_.lower() in SHOT | GUNS for n in by) or any(n.lemma_.lower() in BODY for n in syntax.prepositions(verb, "in"))


def _hurt(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "suffered a gunshot wound", "was treated for burns", "were taken to hospital", "sent four people to hospital": they live."""
    doer, patient = syntax.sides(verb)
    bears = verb.lemma_ in BEARS and not syntax.is_passive(verb) and _is_harm(patient, *syntax.prepositions(verb, "from"))
    if bears or (_is_treated(verb) and verb.lemma_ == "treat"):
        return _wounded(verb, _first_found(doer, verb) if bears else patient, class_of)
    who = _one_of_some(doer) if verb.lemma_ == "be" else patient
    return _wounded(verb, who, class_of) if (_is_treated(verb) or _is_brought(verb)) and _is_of_violence(verb) else None


def _first_found(who: Token | None, verb: Token) -> Token | None:
    """Give the first of those who were found in a state that the parser hung on the last: "found *two men* and a boy bleeding"."""
    first = who
    while first is not None and first.dep_ == "conj":
        first = first.head
    found = verb.dep_ == "acl" and first is not None and first.dep_ == "dobj" and first.head.lemma_ in FINDS
    return first if found else who


def _one_of_some(noun: Token | None) -> Token | None:
    """Give a noun with a number or "a": "*two women* are in hospital"; "the minister is in hospital" may be a visit."""
    if noun is None or noun.pos_ == "NUM":
        return noun
    determiner = syntax.child(noun, "nummod", "det")
    return noun if determiner is not None and (determiner.dep_ == "nummod" or determiner.lower_ in {"a", "an", "another"}) else None


def _is_of_violence(trigger: Token) -> bool:
    """Tell whether violence is told in this sentence or the two before, and no illness in this one; else nobody says who was wounded."""
    sentence = trigger.sent
    if any(t.lower_ in ILLS for t in sentence):
        return False
    start = sentence.start
    for _ in range(BEFORE):
        start = trigger.doc[start - 1].sent.start if start else 0
    return any(t.lemma_.lower() in VIOLENCE and t != trigger for t in trigger.doc[start : sentence.end])


def _is_treated(verb: Token) -> bool:
    if verb.lemma_ not in TREATS:
        return False
    return verb.lemma_ != "treat" or (syntax.is_passive(verb) and _is_harm(*syntax.prepositions(verb, "for")))


def _is_brought(verb: Token) -> bool:
    return verb.lemma_ in BRINGS | {"be"} and any(n.lemma_.lower() in HOSPITALS for n in syntax.prepositions(verb, "to", "in"))


def _is_harm(*nouns: Token | None) -> bool:
    return any(noun is not None and noun.lemma_.lower() in HARM for noun in nouns)


def _wounded(trigger: Token, who: Token | None, class_of: ClassOf) -> Event | None:
    if who is None or class_of(who) != "person":
        return None
    return Event(trigger=trigger, kind=Kind.CASUALTIES, outcome=Outcome.WOUNDED, groups=joined(who))


def _ailing(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "is in critical condition", "is expected to survive" of one person; of several it would tell of a part of the wounded."""
    who = syntax.subject(verb)
    if who is None or who.tag_ in {"NNS", "NNPS"} or who.pos_ == "NUM" or who.lower_ in {"they", "both", "who"}:
        return None
    sick = any(n.lemma_ == "condition" and any(c.lower_ in SICK for c in n.children) for n in syntax.prepositions(verb, "in"))
    if not (_lives(verb) or (sick and verb.lemma_ in {"be", "remain", "list"})) or not _is_of_violence(verb):
        return None
    event = _wounded(verb, who, class_of)
    return event if event is not None and len(event.groups) == 1 else None


def _lives(verb: Token) -> bool:
    if verb.lemma_ == "expect":
        later = syntax.child(verb, "xcomp")
        return later is not None and later.lemma_ in SURVIVES
    return verb.lemma_ == "survive" and verb.tag_ == "VBD" and syntax.objects(verb) is None


def _found(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "the bodies of 12 soldiers were recovered", "found a body": dead, whoever killed them."""
    _, patient = syntax.sides(verb)
    if verb.lemma_ not in FINDS or patient is None or patient.lemma_.lower() not in REMAINS:
        return None
    of = next(syntax.prepositions(patient, "of"), None)
    told = of is not None and class_of(of) == "person"
    counted = of is not None and syntax.child(patient, "nummod") is not None and syntax.child(of, "nummod") is None
    groups = joined(of) if told and not counted else (patient,)
    return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=Outcome.KILLED, groups=groups)


def _named(verb: Token, class_of: ClassOf) -> Event | None:
    """Read "the dead were identified as X and Y", "named the dead as X"."""
    patient = syntax.sides(verb)[1]
    if verb.lemma_ not in NAMES or patient is None or patient.lower_ not in FALLEN - {"victim"}:
        return None
    who = next(syntax.prepositions(verb, "as"), None) or syntax.child(verb, "oprd")
    groups = joined(who) if who is not None and class_of(who) == "person" else ()
    return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=Outcome.KILLED, groups=groups) if groups else None


def _own_hand(verb: Token, _: ClassOf) -> Event | None:
    """Read "committed suicide", "turned the gun on himself", which leaves open whether he lives."""
    doer, thing = syntax.subject(verb), syntax.objects(verb)
    if doer is None or thing is None or syntax.is_passive(verb):
        return None
    suicide = verb.lemma_ == "commit" and thing.lemma_ in SELF_KILLING
    turned = verb.lemma_ == "turn" and any(n.lower_ in SELVES for n in syntax.prepositions(verb, "on"))
    if not (suicide or turned):
        return None
    outcome = Outcome.KILLED if suicide else Outcome.KILLED_OR_WOUNDED
    return Event(trigger=verb, kind=Kind.CASUALTIES, outcome=outcome, groups=joined(doer))


def _of_noun(noun: Token, class_of: ClassOf) -> Event | None:
    """Read "the fatal shooting of a farmer", "two men with gunshot wounds"."""
    if noun.pos_ != "NOUN":
        return None
    if noun.lemma_.lower() in ASSAULTS and any(c.lower_ in DEADLY for c in noun.children):
        of = next(syntax.prepositions(noun, "of"), None)
        person = of is not None and class_of(of) == "person"
        return Event(trigger=noun, kind=Kind.CASUALTIES, outcome=Outcome.KILLED, groups=joined(of), nominal=True) if person else None
    if _is_harm(noun):
        return _wounded(noun, _bearer(noun), class_of)
    who = _one_in_danger(noun)
    return _wounded(noun, who, class_of) if who is not None and _is_of_violence(noun) else None


def _bearer(harm: Token) -> Token | None:
    """Give who has the wound of "a man *with* a wound", "was found *with* wounds"."""
    if harm.dep_ != "pobj" or harm.head.lower_ != "with":
        return None
    above = harm.head.head
    if above.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        return above
    return syntax.sides(above)[1] if above.pos_ == "VERB" and above.lemma_ in FINDS | BRINGS | {"leave", "treat"} else None


def _one_in_danger(condition: Token) -> Token | None:
    """Give the one of "left one dead and *another* in critical condition"."""
    sick = condition.lemma_ == "condition" and condition.dep_ == "pobj" and any(c.lower_ in SICK for c in condition.children)
    above = condition.head.head if sick and condition.head.lower_ == "in" else None
    return above if above is not None and (above.lower_ == "another" or above.tag_ == "NN") else None


def _of_adverb(adverb: Token, _: ClassOf) -> Event | None:
    """Read "five people were shot, one *fatally*", "one of them *fatally*", "one man *fatally*"."""
    who = adverb.doc[adverb.i - 1] if adverb.i else adverb
    if adverb.lower_ not in FATAL or adverb.pos_ != "ADV":
        return None
    if who.dep_ == "pobj" and who.head.lower_ == "of":
        who = who.head.head
    number = who if who.pos_ == "NUM" else syntax.child(who, "nummod") if who.pos_ == "NOUN" else None
    if number is None or not number.i or number.nbor(-1).text not in {",", "and"}:
        return None
    return Event(trigger=adverb, kind=Kind.CASUALTIES, outcome=Outcome.KILLED, groups=(who,), nominal=True)


# The first that fits counts.
PHRASES: Final[tuple[Callable[[Token, ClassOf], Event | None], ...]] = (_shot, _hurt, _ailing, _found, _named, _own_hand)
NOUNS: Final[tuple[Callable[[Token, ClassOf], Event | None], ...]] = (_of_noun, _of_adverb)
