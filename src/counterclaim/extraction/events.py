"""Events as extraction works with them: a trigger and its participants as tokens, coloured by the words around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind, Modality, Mode
from counterclaim.extraction import syntax
from counterclaim.extraction.word_lists import words

ClassOf = Callable[[Token], str | None]  # `person`, `thing`, `place`, or None for none of these

PLANS = {
    **dict.fromkeys(words("plan intend prepare want promise hope aim"), Modality.PLANNED),
    **dict.fromkeys(words("vow threaten"), Modality.THREATENED),
}
REAL_INFINITIVES = words(
    "claim say report manage appear seem continue begin start believe know allege confirm deny admit understand think suppose be have help",
    "go rumour rumor acknowledge concede consider announce estimate use force cause lead",
)
MADE_TO = words("use force cause lead manage help")
TRIES = words("try attempt seek")
FAILS = words("fail refuse")
PROSPECTS = words(
    "hope chance risk threat fear prospect goal aim intention idea plan hopeful possibility danger dream talk think dream ambition",
)
HINDERS = words("prevent stop keep deter dissuade discourage hinder block prohibit ban bar restrain refrain")
HABITS = words("often regularly usually frequently always sometimes typically routinely")
UNREAL = words("would could might may should must can")
DONE = frozenset({Kind.CONTROL, Kind.CASUALTIES, Kind.EQUIPMENT_LOSS, Kind.CAPTURE})  # of which an attempt is none
EXPECTS = words("expect fear anticipate predict forecast")  # "many casualties are *feared*"
UNTRUE = words("nearly almost narrowly supposedly")
PRESUMED = words("presume fear expect assume")  # "are *presumed* captured"
PREDICATES = words("xcomp oprd ccomp")
MEANING = words("imply mean signify denote connote")  # "the word is used to *imply* that …" explains a word
CONDITIONS = words("if unless whether")
# Verbs whose "not" says that what a noun names did not happen: "did not *launch* an attack", not "did not *claim* the attack".
OCCURS = words(
    "be have do see happen occur take start begin resume continue erupt launch mount carry conduct stage commit perpetrate execute unleash",
    "open make order hold suffer sustain incur inflict cause deal report record register confirm witness face stop end",
)
NO = words("no never neither nor")
NOBODY = words("none nobody")
NO_LABELS = frozenset({"det", "advmod", "preconj", "cc", "neg", "nsubj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One trigger word and its participants, each as the head token of its noun phrase.

    `groups` are who or what it happened to, `sites` the places that change hands, `owner` whose loss it is where the groups do
    not tell. `nominal` marks a noun or a state that tells an event, `passing` one that only mentions it on the way to something else.
    """

    trigger: Token
    kind: Kind
    outcome: Outcome | None = None
    mode: Mode | None = None
    change: Change | None = None
    actor: Token | None = None
    groups: tuple[Token, ...] = ()
    sites: tuple[Token, ...] = ()
    owner: Token | None = None
    negated: bool = False
    modality: Modality = Modality.HAPPENED
    nominal: bool = False
    passing: bool = False


def joined(*nouns: Token | None) -> tuple[Token, ...]:
    """Give the heads of noun phrases with those that "and" joins to them; nothing for None."""
    return tuple(t for noun in nouns if noun is not None for t in syntax.coordinated(noun))


def coloured(event: Event) -> Event:
    """Add negation and modality from the words around the trigger."""
    verb = event.trigger
    if verb.pos_ not in syntax.VERBAL:
        verb = syntax.verb_above(verb) or verb
    unreal = (event.kind in DONE and _is_tried(verb)) or (event.nominal and verb.lemma_ in EXPECTS)
    modality = Modality.HYPOTHETICAL if unreal else modality_of(verb)
    return replace(event, negated=event.negated or _is_negated(event, verb), modality=modality)


def _of_gerund(verb: Token) -> Modality | None:
    """Read "aimed at retaking", "hopes of entering", "to keep them from attacking"; None for what "by shelling" tells as done."""
    if verb.dep_ != "pcomp":
        return None
    above = verb.head.head.lemma_.lower()
    if (verb.head.lower_, above) in {("at", "aim"), ("to", "look")}:
        return Modality.PLANNED
    unreal = (verb.head.lower_ in {"of", "for", "about"} and above in PROSPECTS) or (verb.head.lower_ == "from" and above in HINDERS)
    return Modality.HYPOTHETICAL if unreal else None


def _is_tried(verb: Token) -> bool:
    """Tell whether something is only tried or presumed: who "tried to take" a town has not taken it."""
    above = verb.head
    presumed = verb.tag_ == "VBN" and verb.dep_ in PREDICATES and above.lemma_ in PRESUMED and syntax.is_passive(above)
    return presumed or (verb.dep_ == "xcomp" and above.lemma_ in TRIES)


def _is_negated(event: Event, verb: Token) -> bool:
    subject = syntax.subject(verb) if event.kind is Kind.CASUALTIES else None
    gained = syntax.objects(verb) if event.kind is Kind.CONTROL else None
    holders = [t for t in (verb, event.trigger, *event.groups, *event.sites, event.actor, subject, gained) if t is not None]
    if event.nominal and ((verb.lemma_ == "be" and event.trigger.dep_ == "pobj") or (verb != event.trigger and verb.lemma_ not in OCCURS)):
        holders = [t for t in holders if t != verb]
    if any(_says_no(c) for t in holders for c in t.children) or any(t.lower_ in NOBODY for t in holders):
        return True
    return verb.dep_ == "xcomp" and (verb.head.lemma_ in FAILS or any(c.dep_ == "neg" for c in verb.head.children))


def _says_no(word: Token) -> bool:
    return word.dep_ == "neg" or (word.lower_ in NO and word.dep_ in NO_LABELS)


def modality_of(verb: Token) -> Modality:
    """Tell whether what a verb tells happened, is going on, is planned or threatened, or is only thought of."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if (
        helpers & UNREAL
        or _shares_unreal(verb)
        or _is_conditional(verb)
        or any(_is_conditional(c) for c in verb.children if c.dep_ == "advcl")
    ):
        return Modality.HYPOTHETICAL
    if any(c.dep_ == "advmod" and c.i < verb.i and c.lower_ in UNTRUE for c in verb.children) or _is_explained(verb):
        return Modality.HYPOTHETICAL
    infinitive = _of_infinitive(verb) or _of_gerund(verb)
    if infinitive is not None:
        return infinitive
    if verb.tag_ in {"VBZ", "VBP"} and any(c.lower_ in HABITS for c in verb.children):
        return Modality.HYPOTHETICAL
    if helpers & {"will", "'ll", "shall"}:
        return Modality.PLANNED
    return Modality.ONGOING if verb.tag_ == "VBG" and helpers & {"is", "are", "was", "were", "been"} else Modality.HAPPENED


def _shares_unreal(verb: Token) -> bool:
    """Tell whether a bare verb shares the "would" of the one it is joined to: "it *would* advance and *control* the roads"."""
    if verb.dep_ != "conj" or verb.tag_ != "VB" or syntax.child(verb, "aux", *syntax.SUBJECTS) is not None:
        return False
    return any(c.dep_ == "aux" and c.lower_ in UNREAL for c in verb.head.children) or _shares_unreal(verb.head)


def _is_explained(verb: Token) -> bool:
    above = verb.head
    return verb.dep_ == "ccomp" and above.lemma_ in MEANING and any(c.lower_ == "to" and c.dep_ == "aux" for c in above.children)


def _is_conditional(verb: Token) -> bool:
    """Tell whether "if" or "whether" opens a clause, or the one that it is joined to: "whether they were dead or *had fled*"."""
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children):
        return True
    return verb.dep_ == "conj" and verb.head.pos_ in syntax.VERBAL and _is_conditional(verb.head)


def _of_infinitive(verb: Token) -> Modality | None:
    """Read "plan to attack", "tried to enter", "an order to strike"; None for "claimed to have entered" and finite verbs."""
    above = verb.head.lemma_
    if verb.dep_ == "xcomp" and (above in PLANS or verb.head.lower_ == "going"):
        return PLANS.get(above, Modality.PLANNED)
    if verb.dep_ == "xcomp" and above in TRIES:
        return Modality.ONGOING
    if verb.dep_ == "xcomp" and above in FAILS:
        return Modality.HAPPENED
    if verb.dep_ == "advcl" and above not in MADE_TO:
        above = ""
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    hangs = verb.dep_ in {"xcomp", "advcl", "acl", "relcl", "ROOT", "conj"}
    return Modality.HYPOTHETICAL if infinitive and hangs and above not in REAL_INFINITIVES else None
