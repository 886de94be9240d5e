"""Words that tell of an event: its kind, and what became of whom.

A row says how the word's own subject and object stand in the event. `DOES`: the subject acts on the object.
`UNDERGOES`: the subject is who it happens to ("died"). `BETWEEN`: several sides at once ("clashed").
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind, Mode


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
    return {word: senses for words, senses in rows for word in words.split()}


def _one(kind: Kind, **more: object) -> tuple[Sense, ...]:
    return (Sense(kind=kind, **more),)  # type: ignore[arg-type]


_KILL = _one(Kind.CASUALTIES, outcome=Outcome.KILLED, objects=PERSON)
_WOUND = _one(Kind.CASUALTIES, outcome=Outcome.WOUNDED, objects=PERSON)
_HIT = (
    Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.DESTROYED, objects=THING),
    Sense(kind=Kind.CASUALTIES, outcome=Outcome.KILLED, objects=PERSON),
)
_TAKE = (
    Sense(kind=Kind.CONTROL, change=Change.CAPTURED, objects=PLACE),
    Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.CAPTURED, objects=THING),
    Sense(kind=Kind.CAPTURE, outcome=Outcome.CAPTURED, objects=PERSON),
)
_RETAKE = _one(Kind.CONTROL, change=Change.RECAPTURED, objects=PLACE)
_ATTACK = _one(Kind.ATTACK)

VERBS: Table = _table(
    ("kill slay murder assassinate execute massacre behead martyr slaughter lynch decapitate butcher", _KILL),
    ("eliminate neutralise neutralize liquidate annihilate", _HIT),
    ("die perish succumb", _one(Kind.CASUALTIES, frame=Frame.UNDERGOES, outcome=Outcome.KILLED)),
    ("wound injure hurt maim", _WOUND),
    ("destroy down wreck demolish obliterate torch", (
        Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.DESTROYED, objects=THING),
        Sense(kind=Kind.ATTACK, objects=PLACE),
        Sense(kind=Kind.CASUALTIES, outcome=Outcome.KILLED, objects=PERSON),
    )),
    ("damage disable", _one(Kind.EQUIPMENT_LOSS, outcome=Outcome.DAMAGED, objects=THING)),
    ("abandon", (
        Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.ABANDONED, frame=Frame.UNDERGOES, objects=THING),
        Sense(kind=Kind.CONTROL, change=Change.WITHDREW_FROM, objects=PLACE),
    )),
    ("capture seize", _TAKE),
    ("overrun conquer occupy", _one(Kind.CONTROL, change=Change.CAPTURED, objects=PLACE)),
    ("retake recapture recover regain reclaim reconquer liberate", _RETAKE),
    ("detain arrest imprison jail", _one(Kind.DETENTION, outcome=Outcome.DETAINED, objects=PERSON)),
    ("abduct kidnap", _one(Kind.CAPTURE, outcome=Outcome.CAPTURED, objects=PERSON)),
    ("surrender", (
        Sense(kind=Kind.CONTROL, change=Change.LOST, objects=PLACE),
        Sense(kind=Kind.SURRENDER, frame=Frame.UNDERGOES, outcome=Outcome.SURRENDERED),
    )),
    ("attack assault raid storm bomb strike target", _ATTACK),
    ("shell bombard pound", _one(Kind.ATTACK, mode=Mode.SHELLING)),
    ("hit", (
        Sense(kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.DESTROYED, objects=THING),
        Sense(kind=Kind.CASUALTIES, outcome=Outcome.KILLED_OR_WOUNDED, objects=PERSON),
        Sense(kind=Kind.ATTACK, objects=PLACE),
    )),
    ("ambush waylay", _one(Kind.ATTACK, mode=Mode.AMBUSH)),
    ("fire shoot", _one(Kind.ATTACK, mode=Mode.FIREARMS)),
    ("detonate explode", _one(Kind.ATTACK, mode=Mode.EXPLOSIVE_DEVICE)),
    ("airstrike", _one(Kind.ATTACK, mode=Mode.AIR_STRIKE)),
    ("clash battle skirmish", _one(Kind.CLASH, frame=Frame.BETWEEN)),
    ("fight", _one(Kind.CLASH, frame=Frame.BETWEEN)),
    ("enter penetrate breach", _one(Kind.CONTROL, change=Change.ENTERED, objects=PLACE)),
    ("control hold", _one(Kind.CONTROL, change=Change.HOLDS, objects=PLACE)),
    ("surround besiege encircle blockade", _one(Kind.CONTROL, change=Change.SURROUNDED, objects=PLACE | PERSON | NONE)),
    ("repel repulse foil thwart rebuff", _one(Kind.CONTROL, change=Change.REPELLED_ATTACK_ON)),
    ("withdraw retreat", _one(Kind.CONTROL, frame=Frame.UNDERGOES, change=Change.WITHDREW_FROM, objects=NONE | PERSON)),
    ("evacuate", (
        Sense(kind=Kind.DISPLACEMENT, outcome=Outcome.DISPLACED, objects=PERSON),
        Sense(kind=Kind.CONTROL, change=Change.WITHDREW_FROM, objects=PLACE),
    )),
    ("flee escape", _one(Kind.DISPLACEMENT, frame=Frame.UNDERGOES, outcome=Outcome.DISPLACED)),
    ("displace uproot", _one(Kind.DISPLACEMENT, outcome=Outcome.DISPLACED)),
    ("advance deploy redeploy mass amass mobilise mobilize infiltrate reinforce", _one(Kind.MOVEMENT)),
    ("gather assemble", _one(Kind.MOVEMENT, frame=Frame.UNDERGOES, outcome=Outcome.PRESENT)),
    ("negotiate", _one(Kind.TALKS, frame=Frame.BETWEEN)),
    ("loot torture rape starve", _one(Kind.ABUSE_OF_CIVILIANS)),
    ("accuse blame", _one(Kind.ACCUSATION)),
)  # fmt: skip

# Verb and particle, or verb and object noun: what the two mean together.
PHRASES: dict[tuple[str, str], tuple[Sense, ...]] = {
    **dict.fromkeys([("shoot", "down"), ("bring", "down"), ("blow", "up"), ("knock", "out"), ("take", "out")], _HIT),
    **dict.fromkeys([("gun", "down"), ("mow", "down"), ("shoot", "dead")], _KILL),
    **dict.fromkeys([("take", "over"), ("take", "control"), ("seize", "control"), ("gain", "control"), ("assume", "control"),
                     ("take", "possession")], _one(Kind.CONTROL, change=Change.CAPTURED)),
    **dict.fromkeys([("regain", "control"), ("retake", "control"), ("take", "back"), ("win", "back")], _one(Kind.CONTROL, change=Change.RECAPTURED)),
    **dict.fromkeys([("have", "control"), ("maintain", "control"), ("keep", "control"), ("retain", "control")], _one(Kind.CONTROL, change=Change.HOLDS)),
    **dict.fromkeys([("seize", "power"), ("take", "power"), ("assume", "power")], _one(Kind.CONTROL, change=Change.CAPTURED)),
    **dict.fromkeys([("lose", "control")], _one(Kind.CONTROL, change=Change.LOST)),
    **dict.fromkeys([("push", "back"), ("drive", "back"), ("beat", "back"), ("throw", "back"), ("fight", "off"), ("push", "off"),
                     ("beat", "off"), ("ward", "off"), ("drive", "off")], _one(Kind.CONTROL, change=Change.REPELLED_ATTACK_ON)),
    **dict.fromkeys([("pull", "out"), ("pull", "back"), ("fall", "back"), ("move", "out")],
                    _one(Kind.CONTROL, frame=Frame.UNDERGOES, change=Change.WITHDREW_FROM)),
    **dict.fromkeys([("break", "into"), ("move", "into"), ("advance", "into"), ("push", "into")], _one(Kind.CONTROL, change=Change.ENTERED)),
    **dict.fromkeys([("open", "fire"), ("exchange", "fire"), ("trade", "fire")], _one(Kind.ATTACK, mode=Mode.FIREARMS)),
    **dict.fromkeys([("lay", "siege")], _one(Kind.CONTROL, change=Change.SURROUNDED)),
    **dict.fromkeys([("carry", "attack"), ("launch", "attack"), ("launch", "offensive"), ("launch", "assault"), ("launch", "strike"), ("launch", "raid"),
                     ("launch", "operation"), ("begin", "attack"), ("open", "offensive"), ("start", "offensive"), ("begin", "offensive"),
                     ("mount", "attack"), ("conduct", "attack"), ("stage", "attack"), ("carry", "strike"), ("conduct", "strike"),
                     ("begin", "operation"), ("conduct", "operation"), ("launch", "missile"), ("launch", "rocket"), ("fire", "rocket"),
                     ("fire", "missile"), ("set", "ambush"), ("commit", "attack"), ("carry", "raid"), ("resume", "attack")], _ATTACK),
    ("exchange", "fire"): _one(Kind.CLASH, frame=Frame.BETWEEN),
    ("trade", "fire"): _one(Kind.CLASH, frame=Frame.BETWEEN),
    ("hold", "talks"): _one(Kind.TALKS, frame=Frame.BETWEEN),
    ("hold", "talk"): _one(Kind.TALKS, frame=Frame.BETWEEN),
    ("hold", "discussion"): _one(Kind.TALKS, frame=Frame.BETWEEN),
    ("hold", "negotiation"): _one(Kind.TALKS, frame=Frame.BETWEEN),
    ("sign", "agreement"): _one(Kind.AGREEMENT, frame=Frame.BETWEEN),
    ("sign", "deal"): _one(Kind.AGREEMENT, frame=Frame.BETWEEN),
    ("reach", "agreement"): _one(Kind.AGREEMENT, frame=Frame.BETWEEN),
    ("cross", "border"): _one(Kind.MOVEMENT),
    ("cross", "into"): _one(Kind.MOVEMENT),
    ("gain", "ground"): _one(Kind.CONTROL, change=Change.CAPTURED),
    ("leave", "home"): _one(Kind.DISPLACEMENT, frame=Frame.UNDERGOES, outcome=Outcome.DISPLACED),
    ("flee", "home"): _one(Kind.DISPLACEMENT, frame=Frame.UNDERGOES, outcome=Outcome.DISPLACED),
    ("go", "off"): _one(Kind.ATTACK, mode=Mode.EXPLOSIVE_DEVICE),
    ("send", "fighter"): _one(Kind.MOVEMENT),
    ("send", "troop"): _one(Kind.MOVEMENT),
    ("send", "force"): _one(Kind.MOVEMENT),
}  # fmt: skip

# Nouns and adjectives that tell an event by themselves, as the head of a heading or the subject or object of a thin verb.
NOUNS: Table = _table(
    ("exchange clash fighting battle combat firefight gunfight gunbattle shootout skirmish hostility crossfire fight", _one(Kind.CLASH, frame=Frame.BETWEEN)),
    ("death killing fatality", _one(Kind.CASUALTIES, outcome=Outcome.KILLED)),
    ("injury", _one(Kind.CASUALTIES, outcome=Outcome.WOUNDED)),
    ("casualty loss", _one(Kind.CASUALTIES, outcome=Outcome.KILLED_OR_WOUNDED)),
    ("attack assault raid offensive airstrike ambush bombardment shelling strike bombing blast explosion shooting firing", _ATTACK),
    ("ceasefire truce armistice", _one(Kind.CEASEFIRE, frame=Frame.BETWEEN)),
    ("talks negotiation", _one(Kind.TALKS, frame=Frame.BETWEEN)),
    ("capture fall seizure", _one(Kind.CONTROL, change=Change.CAPTURED)),
    ("liberation recapture", _one(Kind.CONTROL, change=Change.RECAPTURED)),
    ("withdrawal retreat", _one(Kind.CONTROL, change=Change.WITHDREW_FROM)),
    ("toll", _one(Kind.CASUALTIES, outcome=Outcome.KILLED)),
    ("surrender", _one(Kind.SURRENDER, outcome=Outcome.SURRENDERED)),
)

STATES: dict[str, Outcome] = {
    "dead": Outcome.KILLED, "killed": Outcome.KILLED, "slain": Outcome.KILLED, "lifeless": Outcome.KILLED,
    "wounded": Outcome.WOUNDED, "injured": Outcome.WOUNDED, "hurt": Outcome.WOUNDED,
    "captured": Outcome.CAPTURED, "captive": Outcome.CAPTURED, "hostage": Outcome.CAPTURED, "prisoner": Outcome.CAPTURED,
    "missing": Outcome.MISSING, "unaccounted": Outcome.MISSING,
    "displaced": Outcome.DISPLACED, "homeless": Outcome.DISPLACED,
    "detained": Outcome.DETAINED, "arrested": Outcome.DETAINED,
}  # fmt: skip

# Means by which an attack is made, wherever the word stands in the clause.
MEANS: dict[str, Mode] = {
    **dict.fromkeys("shelling artillery mortar howitzer bombardment".split(), Mode.SHELLING),
    **dict.fromkeys("airstrike airstrikes warplane jet aircraft bombing".split(), Mode.AIR_STRIKE),
    **dict.fromkeys("drone uav quadcopter".split(), Mode.DRONE_STRIKE),
    **dict.fromkeys("missile rocket".split(), Mode.MISSILE),
    **dict.fromkeys("bomb ied mine explosive explosion blast".split(), Mode.EXPLOSIVE_DEVICE),
    **dict.fromkeys("suicide".split(), Mode.SUICIDE_ATTACK),
    **dict.fromkeys("ambush".split(), Mode.AMBUSH),
    **dict.fromkeys("gunfire sniper shooting firing gun rifle".split(), Mode.FIREARMS),
}

CIVIL_HARM = frozenset({Kind.ABUSE_OF_CIVILIANS})
