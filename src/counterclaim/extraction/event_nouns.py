"""Reads nouns and states that tell an event by themselves: "the deaths of 20", "fighting continued", "five were missing"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Kind
from counterclaim.extraction import event_words, syntax
from counterclaim.extraction.event_words import Sense
from counterclaim.extraction.events import ClassOf, Event, joined
from counterclaim.extraction.withheld import is_withheld
from counterclaim.extraction.word_lists import words

HAPPEN = words(
    "continue break erupt rage begin start resume intensify happen occur take go underway flare ensue follow be see escalate spread report",
    "come hit end stop kill wound target collapse fail open",
)
SUFFER = words("suffer sustain incur report concede admit acknowledge take")
INFLICT = words("inflict cause deal claim bring leave")
ANNOUNCE_ATTACK = words(
    "condemn mount launch claim carry conduct stage repel repulse foil thwart plan denounce begin open commit execute resume"
)
CARRIED_OUT = words("mount launch carry conduct stage begin open commit execute resume start unleash")
NO = frozenset({"no", "any", "without"})
TALKED_OF = words("reveal disclose announce discuss conceal hide publish mourn count condemn confirm release make play give")
DAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today week month year night morning day")
LETS_GO = words("release free liberate rescue swap exchange repatriate return hand ransom save")
GOODS = words("economic financial material property crop revenue electoral election job trade commercial insurance")
HITS = words("hit strike target destroy damage")
LED_TO = words("lead result end")
DEATHS = words("death killing murder assassination slaying")
UNDONE = words("attempted planned intended possible potential foiled would-be")
MEANT = words("plan plot order attempt prevent avoid foil thwart threaten urge conspiracy conspire threat incite solicit")
PREDICATIVE = frozenset({"acomp", "attr", "oprd", "conj", "ccomp", "xcomp"})
COPULAR = frozenset({"acomp", "attr"})
NUMBERED = frozenset({"nsubj", "nmod", "compound", "npadvmod", "dep", "meta"})
FIRE = frozenset({"fire", "gunfire"})
ASK = frozenset({"appeal", "call", "ask"})


def of_state(token: Token, _: ClassOf) -> Event | None:
    """Read "five were missing", "63 dead", "30 soldiers dead and a dozen missing", "left five dead"."""
    outcome = event_words.STATES.get(token.lower_)
    if outcome is None or (token.pos_ == "VERB" and token.lemma_ in event_words.VERBS) or token.dep_ == "compound":
        return None
    if (outcome is Outcome.CAPTURED and _is_let_go(token)) or (
        token.dep_ in PREDICATIVE and token.head.lemma_ == "go" and token.lower_ == "dead"
    ):
        return None
    group = _who_is(token)
    behind = group is not None and token.i > group.i and (group.pos_ != "NUM" or token.i == group.i + 1)  # "found a man dead", "1 dead"
    if group is None or (token.dep_ == "amod" and not behind and syntax.child(group, "nummod") is None):
        return None
    owner = syntax.bearer(group)
    if owner is None and group == token and token.dep_ in {"attr", "conj", "acomp"}:
        owner = syntax.subject(syntax.verb_above(token) or token)
    lone = token.dep_ == "amod" and group.pos_ == "NUM"  # "63 *dead* and 292 wounded"
    groups = tuple(g for g in ([group] if lone else syntax.coordinated(group)) if g == token or g.lower_ not in event_words.STATES)
    return Event(trigger=token, kind=Kind.CASUALTIES, outcome=outcome, groups=groups, owner=owner)


def _is_let_go(captive: Token) -> bool:
    """Tell whether captives are only told of as let go: "released six of the nine *hostages*", "the *prisoners* were swapped"."""
    over = (t for t in syntax.above(captive) if t != captive)
    verb = next((t for t in over if t.pos_ in syntax.VERBAL or t.dep_ in {"relcl", "acl"}), None)
    return verb is not None and verb.lemma_ in LETS_GO and captive.dep_ not in syntax.SUBJECTS - {"nsubjpass"}


def _who_is(state: Token) -> Token | None:
    """Give whom a state is told of; the word itself where it is counted ("63 dead")."""
    if syntax.child(state, "nummod") is not None:
        return state
    if state.dep_ in {"amod", "acl"}:
        return state.head
    own = syntax.child(state, "nsubj", "nsubjpass") if state.pos_ == "ADJ" else None
    if own is not None and own.i < state.i:  # "found *the driver* dead"
        return own
    if state.dep_ in PREDICATIVE or state.pos_ == "VERB":
        verb = syntax.verb_above(state.head if state.dep_ in COPULAR else state) or state
        group = (syntax.child(verb, "dobj") if state.dep_ == "oprd" else None) or syntax.subject(verb)
        if group is not None:
            return group
    numbered = next((c for c in state.children if c.dep_ in NUMBERED and c.i < state.i), None)
    if numbered is not None:
        return numbered
    stands = state.pos_ in {"NOUN", "PROPN"} or state.head.pos_ in {*syntax.VERBAL, "ADP"}
    return syntax.one_of(state) or (state if stands else None)


def of_noun(noun: Token, class_of: ClassOf) -> Event | None:
    """Give the event that a noun tells, None where it only names one in passing."""
    sense = _sense(noun)
    if sense is None:
        return None
    event = Event(trigger=noun, kind=sense.kind, outcome=sense.outcome, mode=sense.mode, change=sense.change, nominal=True)
    return READERS.get(sense.kind, _going_on)(event, class_of)


def _sense(noun: Token) -> Sense | None:
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ in {"compound", "poss", "nmod"}:
        return None
    senses = event_words.NOUNS.get(noun.lemma_.lower()) or event_words.NOUNS.get(noun.lower_)
    return senses[0] if senses else None


def _toll(event: Event, class_of: ClassOf) -> Event | None:
    """Read "the deaths of 20 soldiers", "suffered heavy losses", "inflicted casualties on X", "no civilian casualties"."""
    noun, verb = event.trigger, event.trigger.head
    of = next(syntax.prepositions(noun, "of", "among"), None)
    if (of is not None and class_of(of) == "thing") or _is_undone(noun) or _is_of_goods(noun):
        return None
    if noun.lemma_ == "toll" and (of is None or of.pos_ != "NUM"):
        return None
    owner = of
    if noun.dep_ == "dobj" and verb.lemma_ in SUFFER:
        owner = syntax.subject(verb)
    elif noun.dep_ == "dobj" and verb.lemma_ in INFLICT:
        owner = of or next(syntax.prepositions(verb, "on", "upon", "to"), None) or syntax.child(verb, "dative")
        event = replace(event, actor=syntax.subject(verb))
    if noun.dep_ == "dobj" and verb.lemma_ in CARRIED_OUT | {"commit", "perpetrate"}:
        event = replace(event, actor=syntax.subject(verb))
    owner = owner or syntax.child(noun, "poss") or _with_losses(noun)
    if not _is_toll_told(noun, verb):
        return None
    stands = noun.dep_ in syntax.SUBJECTS | {"dobj", "ROOT"} or syntax.child(noun, "nummod", "det", "amod") is not None
    if owner is None and not stands:
        return None
    return replace(event, owner=owner, groups=joined(of) or (noun,))


def _is_of_goods(noun: Token) -> bool:
    """Tell whether losses are of money or votes: "economic losses"."""
    return any(c.lemma_.lower() in GOODS for c in noun.children if c.dep_ in {"amod", "compound", "nmod"})


def _is_toll_told(noun: Token, verb: Token) -> bool:
    """Tell whether losses without a number are told, and not only talked about: "suffered losses", not "was silent about its losses"."""
    if any(t.like_num or t.lower_ in NO for t in syntax.noun_phrase(noun)) or noun.dep_ not in {"dobj", "pobj"}:
        return True
    if noun.dep_ == "pobj":
        if noun.lemma_ == "injury" and verb.lower_ == "with":  # "wounded with minor injuries"
            return False
        return verb.lower_ in {"with", "despite"} or verb.head.lemma_ in LED_TO or _is_of_one(noun)
    return verb.lemma_ not in TALKED_OF


def _is_of_one(noun: Token) -> bool:
    """Tell whether a death is that of one person, which stands whoever talks of it: "charged in the death of a man"."""
    of = next(syntax.prepositions(noun, "of"), None) or syntax.child(noun, "poss")
    return noun.lemma_ in DEATHS and of is not None and of.tag_ in {"NN", "NNP", "PRP$"} and of.lower_ != "their"


def _is_undone(noun: Token) -> bool:
    """Tell whether a death is only meant: "attempted murder", "planned the killing of", "a plot for the murder of"."""
    meant = any(c.lower_ in UNDONE for c in noun.children if c.dep_ in {"amod", "compound"})
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return meant or above.lemma_.lower() in MEANT


def is_attack_of(verb: Token, noun: Token | None) -> bool:
    """Tell whether a verb only carries out the attack that its object names: "carried out strikes", "began an assault"."""
    if noun is None or noun.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_ not in CARRIED_OUT:
        return False
    sense = _sense(noun)
    return sense is not None and sense.kind is Kind.ATTACK


def _with_losses(noun: Token) -> Token | None:
    """Give who bore them in "were pushed back with heavy losses", "withdrew with casualties"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else None
    return syntax.subject(verb) if verb is not None and verb.pos_ == "VERB" and syntax.objects(verb) is None else None


def _attack(event: Event, _: ClassOf) -> Event | None:
    """Read "condemned the attack on X", "claimed responsibility for the bombing", "an attack began"."""
    noun, verb = event.trigger, event.trigger.head
    accused = noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ == "accuse"
    if not (accused or _is_announced(noun, verb)):
        return None
    made = syntax.subject(verb) if is_attack_of(verb, noun) else None
    own = syntax.child(noun, "poss")
    owner = (own if own is not None and own.lemma_.lower() not in DAYS else None) or next(syntax.prepositions(noun, "by"), None)
    owner = owner or made or (syntax.child(verb.head, "dobj") if accused else _claimant(noun, verb)) or _nation(noun)
    hit = syntax.objects(verb) if noun.dep_ == "nsubj" and verb.lemma_ in HITS else None
    patient = next(syntax.prepositions(noun, "on", "against"), None) or hit
    return replace(event, actor=owner, groups=(patient,) if patient is not None else ())


def _nation(noun: Token) -> Token | None:
    """Give whose attack a word before it tells: "an *Israeli* strike", "a *rebel* assault"; "the Kabul attack" is sorted out later."""
    near = (c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"})
    return next((c for c in near if c.text[:1].isupper() or c.lemma_ in {"rebel", "militant", "insurgent", "separatist"}), None)


def _claimant(noun: Token, verb: Token) -> Token | None:
    """Give who takes an attack for theirs: "X claimed the attack", "X claimed responsibility for the attack"."""
    responsible = noun.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lemma_ == "responsibility"
    claim = verb.head.head if responsible else verb
    if claim.lemma_ not in {"claim", "take", "admit", "accept"} or is_withheld(claim):
        return None
    return syntax.subject(claim)


def _is_announced(noun: Token, verb: Token) -> bool:
    """Tell whether an attack is what a sentence is about: told to begin, condemned, claimed, or the head of a heading."""
    asked = noun.dep_ == "dobj" and verb.lemma_ in ANNOUNCE_ATTACK
    claimed = noun.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lemma_ == "responsibility"
    began = noun.dep_ in syntax.SUBJECTS and verb.lemma_ in HAPPEN | ANNOUNCE_ATTACK and verb.pos_ in syntax.VERBAL
    return asked or claimed or began or noun.dep_ == "ROOT"


def _control(event: Event, class_of: ClassOf) -> Event | None:
    """Read "the capture of Bazarak by the Taliban", "their withdrawal from the town"."""
    place = next(syntax.prepositions(event.trigger, "of", "from"), None)
    if place is None or class_of(place) != "place":
        return None
    by = syntax.child(event.trigger, "poss") or next(syntax.prepositions(event.trigger, "by", "to"), None)
    return replace(event, actor=by, sites=joined(place))


def _surrender(event: Event, _: ClassOf) -> Event | None:
    """Read "the surrender of 40 fighters"."""
    of = next(syntax.prepositions(event.trigger, "of"), None)
    return replace(event, groups=joined(of)) if of is not None else None


def _going_on(event: Event, _: ClassOf) -> Event | None:
    """Read "fighting continued", "talks have collapsed", "reported clashes", "heavy fighting in X" as a heading."""
    noun, verb = event.trigger, event.trigger.head
    if noun.lemma_ == "exchange" and not any(c.lemma_ in FIRE for c in [*noun.children, *syntax.prepositions(noun, "of")]):
        return None
    told = noun.dep_ in syntax.SUBJECTS | {"dobj", "attr"} and verb.pos_ in syntax.VERBAL
    called = noun.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lemma_ in ASK
    return event if told or called or noun.dep_ == "ROOT" else None


READERS: dict[Kind, Callable[[Event, ClassOf], Event | None]] = {
    Kind.CASUALTIES: _toll,
    Kind.ATTACK: _attack,
    Kind.CONTROL: _control,
    Kind.SURRENDER: _surrender,
}
