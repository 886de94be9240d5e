"""Common nouns that tell whose voice speaks, or who is meant, when no name does."""

from __future__ import annotations


def bag(words: str) -> frozenset[str]:
    """Give the words of a string as a set."""
    return frozenset(words.split())


# Organs of a state. A demonym, a country or a capital before one of these, or one of these "of" a country, is the state.
MILITARY = bag("""army armies military militaries troops troop soldier soldiers force forces navy airforce marines commandos commando
    paratroopers peacekeepers guards guardsmen gunners pilots
    general generals colonel major captain lieutenant brigadier admiral officer officers commander commanders servicemen
    serviceman conscripts recruits personnel rangers brigade battalion division regiment corps staff contingent garrison
    convoy base infantry""")
CIVIL = bag("""government governments authorities authority president presidency minister ministers ministry ministries premier
    chancellor parliament lawmakers lawmaker senator mp mps cabinet administration embassy ambassador diplomat diplomats
    consulate official officials police policeman policemen gendarmerie gendarmes prosecutor prosecutors intelligence
    spokesman spokeswoman spokesperson spokespersons spokesmen secretary department governor mayor commissioner envoy
    regime junta source sources side leader leaders leadership""")
HEADS = MILITARY | CIVIL
DEFENCE = MILITARY | {"defence", "defense"}
BETWEEN = bag("""armed national federal government military security ground air border defence defense regular special army foreign
    interior prime deputy vice first senior top high ranking high-ranking state provincial regional local police
    counter terrorism coast patrol elite allied joint central general chief transitional interim acting royal naval
    presidential parliamentary health internal affairs information strategic communications public reserve rapid
    response self republican revolutionary emergency situations law enforcement civil service new press medical
    diplomatic supreme court attorney investigative committee council""")
OF_WHAT = bag("""defence defense interior foreign internal state staff health war information justice affairs the emergency
    national security territorial""")
OF_AFTER = bag("""ministry minister ministers ministries department secretary chief chiefs president general director house council
    head forces""")

# Not a side: "Russian-backed", "Kabul-based", "pro-Russian", "anti-Taliban".
NO_SIDE_AFTER = bag("""backed based made born built led supplied supported language speaking occupied controlled held allied aligned
    funded trained designed type style flagged owned linked administered brokered mediated armed sponsored""")
NO_SIDE_BEFORE = bag("pro anti ex non former then counter")
GONE = bag("former ex then onetime erstwhile ousted deposed exiled retired")
DIRECTIONS = bag("""eastern western northern southern central north south east west northeastern northwestern southeastern southwestern
    north-eastern north-western""")
# Men who fight a country of that name, or in it: never its own side by that name alone.
IRREGULARS = bag("""rebel rebels insurgent insurgents insurgency militant militants separatist separatists jihadist jihadists jihadi
    jihadis guerrilla guerrillas islamist islamists opposition mutineers bandits""")
LAND_AFTER = bag("delta river basin valley gulf sea strait straits peninsula channel canal desert plateau")
LAND_BEFORE = bag("gulf sea strait straits bay horn isthmus")
PLACE_BEFORE = bag("in at near from inside outside around across")
TITLES = bag(
    """mr mrs ms dr sir gen lt col maj brig capt adm sgt cmdr rear gov sheikh sheik mullah maulana mufti ayatollah imam haji hajji
    emir king queen prince field marshal warlord chairman chief comrade us the"""
)
NAME_PARTS = bag("al el bin ben ibn abu abd abdul van von de")
FUNCTION_WORDS = bag(
    """but and when while as if then however meanwhile later earlier on in after before since for to with by that which who
    although though both neither nor or so yet because until from at of what why how where instead still also today
    yesterday monday tuesday wednesday thursday friday saturday sunday"""
)

# Organs without a state: whose they are, only the countries of the report can tell.
GENERIC_ONE = bag("army military navy airforce coastguard government police troops soldiers authorities gendarmerie junta")
GENERIC_BEFORE = bag("""government army military police defence defense security ministry presidential provincial district regional
    municipal interior local state country officials intelligence federal""")
OFFICIALS = bag("""official officials officer officers spokesman spokeswoman spokesperson source sources minister ministry governor
    mayor commissioner commander chief force forces troops soldiers authorities administration prosecutor head
    ministers personnel staff general president prime lawmaker lawmakers administrator""")

WITNESSES = bag("""witness witnesses eyewitness eyewitnesses resident residents villager villagers inhabitant inhabitants local
    locals survivor survivors relative relatives neighbour neighbours neighbor neighbors elder elders shopkeeper shopkeepers
    farmer farmers trader traders bystander bystanders doctor doctors medic medics paramedic paramedics nurse nurses
    mother father brother sister son daughter uncle cousin husband wife widow people hospital hospitals
    activist activists teacher driver passenger passengers refugee refugees townspeople nomads herders""")
CIVILIAN_WORDS = bag("""civilian civilians noncombatants women woman children child girl girls boy boys worshippers pupils students
    passengers refugees villagers residents protesters demonstrators schoolchildren bystanders families family
    migrants shoppers pilgrims patients farmers tourists commuters civilians""")
MEDIA_WORDS = bag("""media news newspaper newspapers press television tv radio broadcaster channel channels footage video
    videos photograph photographs photo photos images reports journalist journalists reporter reporters correspondent
    website daily outlet outlets posts""")
WIRES = bag("news press wire")
NGO_WORDS = bag("ngo ngos charity charities monitor monitors")
NGO_GROUPS = bag("group groups organisation organisations organization organizations agency agencies worker workers official officials")
NGO_FIELDS = bag("rights humanitarian aid relief charity monitoring")
CARE = bag("hospital hospitals medical clinic ambulance morgue")
CARE_VOICES = bag("source sources official officials staff worker workers director personnel")
# Whoever holds one of these offices speaks for the state; an organ of these others does not.
STATE_OFFICES = bag("president premier minister captain colonel general major lieutenant brigadier")
OFFICES = bag("governor gov mayor commissioner premier")
NOT_THE_STATE = bag(
    """rebel rebels separatist separatists insurgent insurgents breakaway proclaimed appointed installed opposition guerrilla
    guerrillas militant militants shadow rival militia militias facto tribal retired jihadist islamist occupation
    ethnic minority private foreign mercenary"""
)
CUTS = bag(
    """shared posted circulating circulated published released seen of in from at who on near with for to and after by heard
    inside outside whose close"""
)
