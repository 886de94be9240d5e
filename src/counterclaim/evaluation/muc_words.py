"""Nouns and verbs that MUC-4's definitions of incidents and targets turn on (task documentation, version 7, sections 1 and 7)."""

from __future__ import annotations

from typing import Final


def words(*lists: str) -> frozenset[str]:
    """Give the words of lists that are written as one text each."""
    return frozenset(word for listed in lists for word in listed.split())


COMBATANTS: Final = words(
    "guerrilla rebel terrorist insurgent subversive militant fighter combatant soldier troop trooper marine commando militiaman gunman",
    "attacker assailant extremist sniper contra sandinista army force squad battalion brigade patrol officer member commander unit",
)
NOBODY: Final = words(
    "he she it they him her them i you we who that this one which those these somebody someone anybody anyone everyone all many several",
    "side casualty victim dead wounded death loss enemy other rest",
)
FACILITIES: Final = words(
    "embassy consulate residence house home apartment building office headquarters bank store shop supermarket restaurant hotel school",
    "university church hospital factory plant pipeline tower pylon pole line substation station dam bridge road highway railroad airport",
    "vehicle car bus truck tanker van ambulance helicopter plane aircraft train ship boat facility installation barracks garrison post",
    "farm ranch mine well refinery warehouse newspaper radio transmitter antenna telephone exchange structure property system network",
    "center stadium theater cinema courthouse precinct mayoralty ministry club window door machinery equipment gas jeep motorcycle",
)
ORGANISATIONS: Final = words(
    "army force forces police government front movement cartel union party guard squad mafia mafias military regime organization",
    "group path extraditables command brigade service",
)
EXPLOSIVES: Final = words("bomb bombing explosion explode blast dynamite explosive car-bomb grenade")
BOMBS: Final = EXPLOSIVES | words("detonate device charge blow")
SHOOTING: Final = words("murder assassinate assassination shoot shot stab gun machinegun execute massacre slay")
FIRES: Final = words("burn torch arson fire-bomb")
ABDUCTIONS: Final = words("kidnap abduct hostage kidnapping abduction")
TAKINGS: Final = words("rob steal loot robbery")
DOUBT: Final = words(
    "suspect suspected suspects believed believe believes presumed presumably allegedly alleged accused accuse accuses accusing blamed",
    "blame blames attributed attribute attributes responsible charged charges charge implicated apparently probably",
)
CLAIMING: Final = words("responsibility claimed claim claims admitted admit admits")
POSSIBLY: Final = words("possible possibly may might could perhaps")
TITLES: Final = words(
    "president vice former colonel col general gen major captain capt lieutenant lt sergeant judge senator deputy mayor governor minister",
    "father priest msgr monsignor bishop archbishop dr mr mrs ms engineer attorney ambassador councilman congressman lawyer journalist",
    "professor rector director reverend rev sister brother candidate leader presidential justice attorney-general doctor corporal",
)
NINE: Final = frozenset({"SV", "GT", "HN", "AR", "BO", "CL", "CO", "EC", "PE"})  # the countries of interest [1.0]
COUNTRIES: Final = {
    "SV": "EL SALVADOR",
    "CO": "COLOMBIA",
    "PE": "PERU",
    "GT": "GUATEMALA",
    "CL": "CHILE",
    "HN": "HONDURAS",
    "BO": "BOLIVIA",
    "EC": "ECUADOR",
    "NI": "NICARAGUA",
    "PA": "PANAMA",
    "AR": "ARGENTINA",
    "BR": "BRAZIL",
    "CR": "COSTA RICA",
    "MX": "MEXICO",
    "VE": "VENEZUELA",
    "US": "UNITED STATES",
    "ES": "SPAIN",
    "CU": "CUBA",
    "UY": "URUGUAY",
    "PY": "PARAGUAY",
    "DO": "DOMINICAN REPUBLIC",
    "HT": "HAITI",
}
