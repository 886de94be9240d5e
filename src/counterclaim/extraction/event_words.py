"""Words that tell of an event: its kind, and what became of whom.

A row says how the word's own subject and object stand in the event. `DOES`: the subject acts on the object.
`UNDERGOES`: the subject is who it happens to ("died"). `BETWEEN`: several sides at once ("clashed").
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind, Mode
from counterclaim.extraction.word_lists import words


class Frame(Enum):
    """How the grammatical subject and object of a word stand in its event."""

    DOES = "does"
    UNDERGOES = "undergoes"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One meaning of a word, where its object is of one of the `objects` classes (empty: any).

    Classes: `person`, `thing`, `place`, `none` (no object at all).
    """

    kind: Kind
    frame: Frame = Frame.DOES
    outcome: Outcome | None = None
    mode: Mode | None = None
    change: Change | None = None
    objects: frozenset[str] = frozenset()


PERSON, THING, PLACE, NONE = (frozenset({x}) for x in ("person", "thing", "place", "none"))

Table = dict[str, tuple[Sense, ...]]


def _table(*rows: tuple[str, tuple[Sense, ...]]) -> Table:
    return {word: senses for listed, senses in rows for word in listed.split()}


def _pairs(*rows: tuple[str, tuple[Sense, ...]]) -> dict[tuple[str, str], tuple[Sense, ...]]:
    """Give the senses of each verb with each second word: "take over/control" is two phrases."""
    phrases = ((phrase.partition(" "), senses) for listed, senses in rows for phrase in listed.split(", "))
    return {(verb, second): senses for (verb, _, seconds), senses in phrases for second in seconds.split("/")}


def _control(change: Change, objects: frozenset[str] = frozenset(), frame: Frame = Frame.DOES) -> Sense:
    return Sense(kind=Kind.CONTROL, change=change, objects=objects, frame=frame)


def _attack(mode: Mode | None = None, objects: frozenset[str] = frozenset()) -> Sense:
    return Sense(kind=Kind.ATTACK, mode=mode, objects=objects)


def _between(kind: Kind) -> tuple[Sense, ...]:
    return (Sense(kind=kind, frame=Frame.BETWEEN),)


def _moved(frame: Frame) -> tuple[Sense, ...]:
    return (Sense(kind=Kind.DISPLACEMENT, frame=frame, outcome=Outcome.DISPLACED),)


_KILLED = Sense(kind=Kind.CASUALTIES, outcome=Outcome.KILLED, objects=PERSON)
_DESTROYED = Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.DESTROYED, objects=THING)
_HIT = (_DESTROYED, _KILLED)
_CAPTURED = _control(Change.CAPTURED, PLACE)
_LEFT = _control(Change.WITHDREW_FROM, PLACE)

VERBS: Table = _table(
    ("kill slay murder assassinate execute massacre behead martyr slaughter lynch decapitate butcher", (_KILLED,)),
    ("eliminate neutralise neutralize liquidate annihilate", _HIT),
    ("die perish succumb", (Sense(kind=Kind.CASUALTIES, frame=Frame.UNDERGOES, outcome=Outcome.KILLED),)),
    ("wound injure hurt maim graze", (Sense(kind=Kind.CASUALTIES, outcome=Outcome.WOUNDED, objects=PERSON),)),
    ("destroy down wreck demolish obliterate torch burn", (_DESTROYED, _attack(objects=PLACE), _KILLED)),
    ("sink scuttle torpedo", (_DESTROYED,)),
    ("damage disable sabotage dynamite vandalize vandalise", (Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.DAMAGED, objects=THING),)),
    (
        "abandon",
        (Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.ABANDONED, frame=Frame.UNDERGOES, objects=THING), _LEFT),
    ),
    (
        "capture seize",
        (
            _CAPTURED,
            Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.CAPTURED, objects=THING),
            Sense(kind=Kind.CAPTURE, outcome=Outcome.CAPTURED, objects=PERSON),
        ),
    ),
    ("overrun conquer occupy wrest", (_CAPTURED,)),
    ("retake recapture recover regain reclaim reconquer reoccupy liberate", (_control(Change.RECAPTURED, PLACE),)),
    ("detain arrest imprison jail", (Sense(kind=Kind.DETENTION, outcome=Outcome.DETAINED, objects=PERSON),)),
    ("abduct kidnap", (Sense(kind=Kind.CAPTURE, outcome=Outcome.CAPTURED, objects=PERSON),)),
    (
        "surrender",
        (
            _control(Change.LOST, PLACE),
            Sense(kind=Kind.SURRENDER, frame=Frame.UNDERGOES, outcome=Outcome.SURRENDERED),
        ),
    ),
    ("attack assault raid storm bomb strike target retaliate", (_attack(),)),
    ("shell bombard pound", (_attack(Mode.SHELLING),)),
    (
        "hit",
        (_DESTROYED, Sense(kind=Kind.CASUALTIES, outcome=Outcome.KILLED_OR_WOUNDED, objects=PERSON), _attack(objects=PLACE)),
    ),
    ("ambush waylay", (_attack(Mode.AMBUSH),)),
    ("fire shoot", (_attack(Mode.FIREARMS),)),
    ("machinegun machine-gun strafe", (_attack(Mode.FIREARMS, THING | PLACE), _KILLED)),
    ("detonate explode", (_attack(Mode.EXPLOSIVE_DEVICE),)),
    ("airstrike", (_attack(Mode.AIR_STRIKE),)),
    ("clash battle skirmish fight", _between(Kind.CLASH)),
    ("enter penetrate breach", (_control(Change.ENTERED, PLACE),)),
    ("control hold", (_control(Change.HOLDS, PLACE),)),
    ("surround besiege encircle blockade", (_control(Change.SURROUNDED, PLACE | PERSON | NONE),)),
    ("repel repulse foil thwart rebuff", (_control(Change.REPELLED_ATTACK_ON),)),
    ("withdraw retreat", (_control(Change.WITHDREW_FROM, NONE | PERSON, Frame.UNDERGOES),)),
    ("evacuate", (Sense(kind=Kind.DISPLACEMENT, outcome=Outcome.DISPLACED, objects=PERSON), _LEFT)),
    ("flee escape", _moved(Frame.UNDERGOES)),
    ("displace uproot", _moved(Frame.DOES)),
    ("advance deploy redeploy mass amass mobilise mobilize infiltrate reinforce", (Sense(kind=Kind.MOVEMENT),)),
    ("gather assemble", (Sense(kind=Kind.MOVEMENT, frame=Frame.UNDERGOES, outcome=Outcome.PRESENT),)),
    ("negotiate", _between(Kind.TALKS)),
    ("loot torture rape starve", (Sense(kind=Kind.ABUSE_OF_CIVILIANS),)),
    ("accuse blame", (Sense(kind=Kind.ACCUSATION),)),
)

# Verb and particle, direction or object noun: what the two mean together.
PHRASES: dict[tuple[str, str], tuple[Sense, ...]] = _pairs(
    ("shoot down, bring down, knock out, take out", _HIT),
    ("blow up", (*_HIT, _attack(Mode.EXPLOSIVE_DEVICE, NONE))),
    ("gun down, mow down, shoot dead", (_KILLED,)),
    ("take over/control/possession/power, seize control/power, gain control/ground, assume control/power", (_control(Change.CAPTURED),)),
    ("win control, wrest control, establish control, secure control", (_control(Change.CAPTURED),)),
    ("regain control, retake control, take back, win back", (_control(Change.RECAPTURED),)),
    ("have control, maintain control, keep control, retain control", (_control(Change.HOLDS),)),
    ("lose control", (_control(Change.LOST),)),
    (
        "push back/off, drive back/off, beat back/off, throw back, fight off, ward off",
        (_control(Change.REPELLED_ATTACK_ON),),
    ),
    ("pull out/back, fall back, move out", (_control(Change.WITHDREW_FROM, frame=Frame.UNDERGOES),)),
    ("break into, move into, advance into, push into", (_control(Change.ENTERED),)),
    ("lay siege", (_control(Change.SURROUNDED),)),
    ("open fire, return fire", (_attack(Mode.FIREARMS),)),
    ("aim fire/artillery/missile/rocket/gun, direct fire/artillery, train gun/artillery", (_attack(),)),
    ("go off", (_attack(Mode.EXPLOSIVE_DEVICE),)),
    ("launch attack/assault/offensive/strike/raid/operation/missile/rocket, fire rocket/missile, set ambush", (_attack(),)),
    ("carry attack/strike/raid, conduct attack/strike/operation, begin attack/offensive/operation", (_attack(),)),
    ("mount attack, stage attack, commit attack, resume attack, open offensive, start offensive", (_attack(),)),
    ("exchange fire, trade fire", _between(Kind.CLASH)),
    ("hold talks/talk/discussion/negotiation", _between(Kind.TALKS)),
    ("sign agreement/deal, reach agreement", _between(Kind.AGREEMENT)),
    ("cross border/into, send fighter/troop/force", (Sense(kind=Kind.MOVEMENT),)),
    ("leave home, flee home", _moved(Frame.UNDERGOES)),
    ("leave behind", (Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.ABANDONED, frame=Frame.UNDERGOES, objects=THING),)),
)

# Nouns that tell an event by themselves, as the head of a heading or the subject or object of a thin verb.
NOUNS: Table = _table(
    (
        "exchange clash fighting battle combat firefight gunfight gunbattle shootout skirmish hostility crossfire fight",
        _between(Kind.CLASH),
    ),
    ("death killing fatality toll murder assassination slaying massacre", (Sense(kind=Kind.CASUALTIES, outcome=Outcome.KILLED),)),
    ("injury", (Sense(kind=Kind.CASUALTIES, outcome=Outcome.WOUNDED),)),
    ("casualty loss", (Sense(kind=Kind.CASUALTIES, outcome=Outcome.KILLED_OR_WOUNDED),)),
    ("attack assault raid offensive airstrike ambush bombardment shelling strike bombing blast explosion shooting firing", (_attack(),)),
    ("ceasefire truce armistice", _between(Kind.CEASEFIRE)),
    ("talks negotiation dialogue", _between(Kind.TALKS)),
    ("capture fall seizure", (_control(Change.CAPTURED),)),
    ("liberation recapture", (_control(Change.RECAPTURED),)),
    ("withdrawal retreat", (_control(Change.WITHDREW_FROM),)),
    ("surrender", (Sense(kind=Kind.SURRENDER, outcome=Outcome.SURRENDERED),)),
)

# What became of those of whom a word tells a state.
STATES: dict[str, Outcome] = {
    **dict.fromkeys(words("dead killed slain lifeless"), Outcome.KILLED),
    **dict.fromkeys(words("wounded injured hurt"), Outcome.WOUNDED),
    **dict.fromkeys(words("captured captive hostage prisoner"), Outcome.CAPTURED),
    **dict.fromkeys(words("missing unaccounted"), Outcome.MISSING),
    **dict.fromkeys(words("displaced homeless"), Outcome.DISPLACED),
    **dict.fromkeys(words("detained arrested"), Outcome.DETAINED),
}

# Means by which an attack is made, wherever the word stands in the clause.
MEANS: dict[str, Mode] = {
    **dict.fromkeys(words("shelling artillery mortar howitzer bombardment"), Mode.SHELLING),
    **dict.fromkeys(words("airstrike airstrikes warplane jet aircraft bombing"), Mode.AIR_STRIKE),
    **dict.fromkeys(words("drone uav quadcopter"), Mode.DRONE_STRIKE),
    **dict.fromkeys(words("missile rocket"), Mode.MISSILE),
    **dict.fromkeys(words("bomb ied mine explosive explosion blast"), Mode.EXPLOSIVE_DEVICE),
    **dict.fromkeys(words("suicide"), Mode.SUICIDE_ATTACK),
    **dict.fromkeys(words("ambush"), Mode.AMBUSH),
    **dict.fromkeys(words("gunfire sniper shooting firing gun rifle"), Mode.FIREARMS),
}
