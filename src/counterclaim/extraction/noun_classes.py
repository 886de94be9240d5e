"""Which common nouns are people, things that can be lost, or places that can be held."""

from __future__ import annotations

from counterclaim.extraction.word_lists import words

CIVILIANS = words(
    "civilian resident villager child woman man boy girl baby infant toddler student pupil worker farmer fisherman teacher doctor",
    "nurse medic journalist reporter passenger worshipper worshiper pilgrim refugee family household shopper bystander pedestrian",
    "driver mourner protester protestor demonstrator local pensioner patient displaced schoolchild schoolgirl schoolboy shepherd",
    "herder labourer laborer trader teenager parent mother father son daughter brother sister wife husband couple townspeople miner",
    "tourist guest customer",
    "judge lawyer prosecutor priest imam monk nun activist engineer cook vendor",
    "peasant businessman businesswoman merchant rancher landowner missionary bishop archbishop professor lecturer rector sheikh pastor",
    "unionist trade-unionist attorney writer photographer cameraman editor toddler teen youth adult grandmother grandfather",
    "grandson granddaughter niece nephew uncle aunt cousin fiance fiancee girlfriend boyfriend neighbor neighbour roommate",
    "friend classmate schoolmate teammate roommate coworker colleague relative stepfather stepmother stepson stepdaughter godfather",
    "motorist cyclist jogger hunter partygoer concertgoer patron clerk cashier bartender landlord tenant",
    "twin minor schoolteacher clergyman cleric preacher actor singer athlete player",
    "firefighter fireman paramedic rescuer humanitarian bricklayer builder carpenter tailor baker barber chef waiter waitress trucker",
    "mechanic electrician plumber welder fisher logger woodcutter lumberjack beekeeper forager gardener cleaner janitor porter postman",
    "picker herdsman pastoralist nomad muleteer islander settler evacuee returnee expatriate foreigner immigrant orphan widow onlooker",
    "passerby spectator elder chieftain sheik surgeon physician midwife pharmacist dentist veterinarian psychologist scientist",
    "researcher academic economist banker accountant shopkeeper stallholder hawker peddler beggar headmaster schoolmaster scholar",
    "novelist poet musician dancer painter filmmaker blogger correspondent newscaster columnist interpreter translator evangelist",
    "catechist seminarian rabbi mullah parishioner churchgoer congregant holidaymaker traveller traveler commuter hiker",
)
COMBATANTS = words(
    "soldier fighter troop militant rebel insurgent terrorist combatant serviceman servicewoman servicemember trooper guerrilla",
    "guerilla gunman jihadist jihadi extremist militiaman mercenary recruit officer commander general colonel captain lieutenant",
    "sergeant corporal brigadier major conscript volunteer paratrooper marine commando sniper peacekeeper policeman policewoman",
    "constable guard ranger bandit attacker assailant bomber operative member element agent reservist sailor pilot airman private",
    "cadet force cop police paramilitary paramilitaries leader chief personnel defender invader occupier aggressor mujahideen",
    "mujahid warlord enemy separatist secessionist loyalist crew contractor adviser advisor infiltrator intruder martyr warrior",
    "cadre legionnaire jawan infantryman rifleman guardsman sepoy reinforcement gendarme nationalist dissident army military navy",
    "militia battalion brigade regiment platoon unit",
)
PEOPLE = words(
    "people person human individual victim casualty hostage prisoner detainee captive captor body corpse other dozen national citizen",
    "man member official figure politician leader migrant inmate suspect survivor life soul dead wounded injured fatality public",
    "population community staff employee aid",
    "governor mayor president minister senator congressman deputy councillor councilman ambassador diplomat consul candidate secretary",
    "chairman director manager spokesman spokeswoman legislator lawmaker parliamentarian magistrate founder aide bodyguard assistant",
    "smuggler trafficker gangster mobster thief looter rioter pirate hijacker kidnapper assassin killer murderer hitman tribesman",
    "clansman inspector warden jailer watchman trainee deserter defector informer informant spy saboteur sympathiser sympathizer",
    "supporter follower adherent collaborator vigilante poacher",
    "fiancé fiancée stepbrother bandmate housemate newborn youngster juvenile motorcyclist bailiff sheriff envoy butcher vaccinator",
    "chauffeur technician deportee spouse bride groom sibling kinsman sultan emir artist footballer coach referee undergraduate",
    "headteacher draftee gunner sapper corpsman seaman crewman crewmember detective admiral courier messenger royalist hardliner",
    "leftist islamist salafist",
    "male female lady gentleman guy kid somebody someone homeowner robber intruder gunshot-victim",
)
PERSONS = CIVILIANS | COMBATANTS | PEOPLE

VEHICLES = words(
    "tank helicopter drone aircraft plane jet fighter-jet warplane uav vehicle car truck lorry apc ifv convoy howitzer gun cannon",
    "mortar launcher missile rocket artillery battery radar system ship boat vessel frigate corvette submarine warship tanker",
    "bulldozer humvee mrap technical pickup motorcycle motorbike bus van ambulance weapon rifle ammunition munition arsenal ammo",
    "equipment materiel cache depot warehouse stockpile arms machine-gun quadcopter balloon chopper bomber quadcopters carrier",
    "craft gunboat trawler ferry dinghy hovercraft speedboat warplane destroyer minesweeper",
    "armour armor hardware transporter loader mine shell grenade",
    "ied ieds vbied vbieds svbied svbieds rpg rpgs mlrs btr btrs bmp bmps suv suvs atgm atgms manpads mraps uavs apcs ifvs",
)
BUILDINGS = words(
    "house home building school hospital clinic church mosque market bridge dam shop station plant refinery factory bunker shelter",
    "apartment tower dormitory hotel restaurant college university kindergarten pharmacy office barrack barracks dugout tunnel",
    "pipeline powerline substation grid railway road hangar runway tent",
    "embassy consulate bank store supermarket residence pylon pole transformer antenna institute temple bookstore cinema theater theatre",
    "window warehouse mill courthouse stadium library museum kiosk stall chapel monastery convent cathedral terminal transmitter",
    "discotheque nightclub gym casino newsroom laboratory aqueduct reservoir",
)
THINGS = VEHICLES | BUILDINGS

SITES = words(
    "district province city town village settlement hamlet base camp post outpost checkpoint checkpost position stronghold",
    "headquarters hq capital valley pass region area territory airport airbase airfield airstrip port harbour harbor island hill",
    "hilltop height heights mountain ridge border crossing bridge road highway route town neighbourhood neighborhood suburb quarter",
    "enclave sector front frontline line compound palace office barracks barrack garrison centre center junction fort fortress",
    "facility station country part zone stretch land locality municipality governorate state county township community field",
    "oilfield refinery dam plant mine seat building parliament university military-base place corridor bastion trench fortification",
    "ground site",
)

# What kind of place a word beside a name makes of it, as the gazetteer is asked for it.
LEVELS = {
    **dict.fromkeys(words("district county township raion municipality commune"), "district"),
    **dict.fromkeys(words("province governorate state oblast"), "province"),
    **dict.fromkeys(words("region area"), "region"),
    **dict.fromkeys(words("village settlement"), "village"),
    **{word: word for word in words("city town valley pass sector camp base island mountain river airport hill")},
}

# Who is whose, where no name stands with them: men of a regular force, men of any armed group, what a force holds, where people live.
REGULARS = words(
    "soldier troop serviceman servicewoman servicemember trooper conscript reservist sailor pilot airman policeman policewoman cop",
    "peacekeeper paratrooper marine commando officer constable gendarme cadet crew battalion brigade regiment platoon personnel army",
    "military police reinforcement contingent jawan infantryman rifleman guardsman sepoy",
)
FIGHTERS = words("fighter combatant mujahid mujahideen martyr")
MILITARY_SITES = words(
    "base post outpost checkpoint checkpost position camp convoy patrol garrison barrack barracks bunker trench installation"
)
CIVIL_SITES = words(
    "hotel restaurant market marketplace school hospital clinic mosque church temple village house home apartment bus cafe shop mall",
    "shelter synagogue shrine monastery ambulance",
    "university college kindergarten neighbourhood neighborhood orphanage bakery funeral wedding bazaar dormitory",
)
