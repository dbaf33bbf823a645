"""Nouns by what they name: people, bodies, places, armed groups, facilities, vehicles, money."""

from __future__ import annotations

from parsers.facts.tokens import words

PEOPLE = words(
    """
    people person man woman men women child children boy girl boys girls family families resident residents villager villagers citizen citizens civilian civilians passenger passengers
    worker workers employee employees staff miner miners farmer farmers student students pupil pupils teacher teachers driver drivers protester protesters demonstrator demonstrators
    activist activists supporter supporters opponent opponents rival rivals leader leaders official officials officer officers policeman policemen soldier soldiers troops fighter fighters
    rebel rebels militant militants gunman gunmen insurgent insurgents guerrilla guerrillas terrorist terrorists attacker attackers bomber bombers pirate pirates hijacker hijackers
    suspect suspects prisoner prisoners detainee detainees hostage hostages refugee refugees migrant migrants immigrant immigrants victim victims survivor survivors tourist tourists
    pilgrim pilgrims foreigner foreigners teenager teenagers youth youths crowd crowds mob voter voters member members delegate delegates delegation delegations representative representatives
    negotiator negotiators investigator investigators inspector inspectors prosecutor prosecutors judge judges jury lawyer lawyers doctor doctors nurse nurses scientist scientists expert experts
    executive executives director directors manager managers chairman president minister ministers premier king queen prince pope bishop bishops priest priests envoy envoys ambassador
    ambassadors diplomat diplomats senator senators congressman lawmakers lawmaker legislators mps mp deputies counterpart counterparts colleagues colleague adviser advisers aide aides spokesman
    spokeswoman critics critic shareholder shareholders investor investors creditors owners players player team-mates coach footballer others some many both two three four five six
    guard guards guest guests patient patients pensioner pensioners shopper shoppers pedestrian pedestrians cyclist cyclists motorist motorists nun nuns monk monks sailor sailors peacekeeper peacekeepers bystander bystanders
    dozens hundreds thousands wife husband son daughter mother father brother sister parents relatives friend friends body bodies crew group groups gang
    """
)
BODIES = words(
    """
    government governments administration authorities authority ministry ministries parliament congress senate cabinet council committee commission court courts tribunal police army navy
    military militia forces force regime junta state states country countries nation nations bank banks company companies firm firms group groups corporation conglomerate subsidiary unit
    airline airlines maker makers manufacturer manufacturers supplier producer producers retailer carrier operator union unions party parties coalition opposition alliance association federation
    league club clubs team teams side university universities school schools hospital agency agencies regulator regulators watchdog board consortium partnership venture fund funds investors trust
    charity charities church organisation organization organisations organizations body ngo ngos cartel bloc city town village republic kingdom island community community tribe faction factions
    service services department departments office bureau exchange division arm holding institution institutions observatory laboratory centre center
    sides partner partners ally allies
    newspaper broadcaster network station utility utilities refiner brewer insurer lender broker brokers giant giants institute
    """
)
SOMEBODY = words("he she they we i who him her them us me himself herself themselves everyone everybody somebody")
"""Pronouns that stand for people."""

PLACES = words(
    "territory territories region regions land lands area areas city cities town towns village villages island islands district districts province provinces border capital coast country"
)
ARMED = words(
    """
    troops soldiers army navy forces force rebels militants gunmen gunman insurgents guerrillas fighters terrorists bomber bombers militia militias militiamen paramilitaries police policemen planes
    jets aircraft warplanes helicopters gunboats warships tanks artillery missiles missile rocket rockets drones drone commandos extremists jihadists attackers attacker separatists pirates
    marines gang gangs mob taliban hezbollah hamas iraqis iranians russians israelis serbs military air_force youths men
    """
)
FACILITIES = words(
    """
    plant plants factory factories station stations refinery refineries terminal terminals port ports airport airports bridge bridges tunnel tunnels road roads highway motorway railway line lines
    school schools college university campus hospital hospitals clinic clinics museum museums gallery theatre theater library stadium arena park parks centre center centres centers hotel hotels
    store stores shop shops outlet outlets branch branches office offices bureau headquarters embassy embassies consulate mission mine mines mill mills dam dams pipeline pipelines reactor
    laboratory lab base bases exhibition fair monument memorial statue church mosque temple building buildings complex tower facility facilities warehouse depot market mall restaurant restaurants
    smelter brewery dock docks quay berth route routes service services farm farms garden gardens metro tram zone hub showroom casino cinema
    """
)
STRUCTURES = words(
    "building buildings bridge roof wall walls mine dam tower house houses stand scaffolding crane hotel block tunnel ceiling floor balcony school stadium pier"
)
VEHICLES = words(
    """
    plane planes jet jets aircraft airliner helicopter helicopters train trains bus buses car cars truck trucks lorry lorries ferry ship tanker boat vehicle motorcycle coach airbus boeing van minibus
    carriages wagons tram spacecraft shuttle satellite drone
    """
)
BOMBS = words(
    "bomb bombs grenade device devices mine shell shells missile rocket tanker car truck plant tank pipeline refinery building factory depot"
)
MONEY = words(
    "dlrs dollar dollars euro euros pound pounds stg yen mark marks francs lire rupees pesos rubles roubles yuan won manats $ £ € ¥ usd mln bln cents"
)

UNITS = frozenset(
    "unit units subsidiary division affiliate arm department group company branch section directorate".split()
)
"""Nouns behind which, or with which, a body's name ends: `its Halden Ltd unit`, `the Pipes and Valves Division`."""

REPORTED = frozenset("reported announced disclosed previously earlier already as".split())
"""Two of these before a name belong to what is told, not to the name: `As previously reported Halden's unit`."""

LISTING = frozenset(
    "prime foreign finance defence defense chief executive senior vice of the for deputy former central author publisher "
    "ultimately eventually later finally possibly perhaps also now probably then even".split()
)
"""Words between the names of a list: what is in a title, and adverbs."""

TREATIES = frozenset(
    "agreement agreements assembly accord accords treaty convention conference election elections meeting secretariat strike synod staff public".split()
)
"""Words behind the adjective `General` that make no name of a person."""
