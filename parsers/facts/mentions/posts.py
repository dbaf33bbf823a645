"""The words of posts: heads of the noun phrases that say what somebody is, and what may stand around them."""

from __future__ import annotations

from functools import lru_cache

# Heads of posts, in the singular and in lower case. After the occupations and forms of address that news style guides list.
HEADS = frozenset(
    "president vice-president premier chancellor minister undersecretary under-secretary secretary ambassador envoy consul commissioner governor mayor senator representative congressman "
    "congresswoman lawmaker legislator parliamentarian mp mep msp am councillor councilman councilwoman alderman assemblyman assemblywoman delegate whip speaker chairman chairwoman "
    "chairperson chair ceo cfo coo cto cio cmo executive director manager boss chief head leader spokesman spokeswoman spokesperson officer official deputy aide adviser advisor assistant counsel "
    "counsellor counselor attorney lawyer solicitor barrister prosecutor judge justice magistrate sheriff marshal inspector detective superintendent constable policeman policewoman "
    "sergeant lieutenant captain major colonel brigadier general commander commodore admiral corporal commandant gen lt capt maj col cmdr adm sgt cpl brig sen rep gov "
    "king queen prince princess emperor emir sheikh sultan duke duchess pope cardinal archbishop bishop vicar priest pastor imam ayatollah rabbi cleric reverend "
    "dean provost rector principal headmaster headmistress headteacher professor lecturer teacher tutor researcher scientist fellow scholar historian economist strategist analyst "
    "commentator columnist correspondent reporter journalist editor publisher broadcaster presenter anchor host producer photographer author writer novelist poet playwright "
    "screenwriter biographer critic blogger composer conductor musician singer guitarist drummer bassist rapper dj actor actress comedian director filmmaker film-maker "
    "choreographer dancer artist painter sculptor designer architect engineer developer programmer inventor physician doctor surgeon psychiatrist psychologist nurse dentist vet "
    "pharmacist paramedic firefighter pilot astronaut cosmonaut driver banker broker trader investor financier fund-manager accountant auditor economist treasurer controller comptroller "
    "entrepreneur businessman businesswoman industrialist tycoon magnate mogul billionaire millionaire founder co-founder owner co-owner proprietor chief-executive landlord retailer "
    "partner consultant activist campaigner organiser organizer lobbyist trustee governor candidate nominee strategist pollster negotiator mediator rapporteur observer "
    "coach trainer captain vice-captain skipper manager player-manager midfielder striker defender goalkeeper keeper winger forward fullback full-back centre-back fly-half scrum-half hooker prop lock flanker "
    "centre spinner lineman quarterback pitcher batsman bowler all-rounder cricketer footballer golfer boxer wrestler swimmer sprinter hurdler cyclist skier skater jockey athlete runner rower "
    "umpire referee selector farmer fisherman rancher miner carpenter electrician mechanic chef restaurateur butcher baker expert specialist engineer technician "
    "biologist chemist physicist geologist astronomer mathematician statistician meteorologist epidemiologist virologist ecologist sociologist anthropologist archaeologist "
    "linguist philosopher theologian psychologist neuroscientist climatologist curator librarian archivist coordinator co-ordinator administrator supervisor superintendent "
    "secretary-general attorney-general director-general governor-general auditor-general solicitor-general lieutenant-governor co-chair co-chairman vice-chairman vice-chair co-director chairman-elect president-elect "
    "mayor-elect prime-minister warden ombudsman registrar clerk coroner bailiff agent promoter publicist stylist model strategist insider politician statesman diplomat "
    "dictator ruler guerrilla rebel militant hijacker gunman student graduate intern apprentice veteran soldier sailor marine paratrooper conservationist environmentalist dealer "
    "shipbuilder shipper shipowner harbourmaster steward waiter waitress plumber butler chauffeur bodyguard gardener housekeeper cleaner member chancellor".split()
) - {"hijacker", "gunman", "am", "prop", "lock", "model", "insider"}  # fmt: skip
# Heads only behind one of the words named: "first lady", "managing partner".
HEADS_BEHIND = {
    "lady": frozenset(["first"]),
    "partner": frozenset(
        "managing senior founding general junior business law equity limited writing coaching named".split()
    ),
    "member": frozenset(
        "board committee council cabinet parliament staff crew faculty assembly politburo party house senate senior founding founder "
        "panel team executive union band".split()
    ),
    "master": frozenset("harbour harbor station head grand chess".split()),
    "student": frozenset("graduate doctoral phd law medical".split()),
}
# Heads that say too little, or praise, when somebody merely "is" one.
VAGUE = frozenset(
    "leader expert candidate captain champion member veteran fellow official representative executive insider partner player driver runner student rebel prince king queen "
    "general forward defender observer host model agent doctor boss investor fighter ruler dictator".split()
)
# Titles before a name that are no posts.
ADDRESS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady madame monsieur herr sheikh sheik shaikh sayyid haji hajji".split()
)
# What somebody is to a relative or friend: no posts.
KIN = frozenset(
    "wife husband son daughter mother father brother sister uncle aunt cousin nephew niece grandson granddaughter grandfather grandmother grandparent grandchild widow widower "
    "fiance fiancee fiancé fiancée girlfriend boyfriend spouse twin stepson stepdaughter stepfather stepmother stepbrother stepsister half-brother half-sister half-sister in-law "
    "son-in-law daughter-in-law father-in-law mother-in-law brother-in-law sister-in-law ex-wife ex-husband ex-girlfriend ex-boyfriend friend child baby parent godfather godmother "
    "godson mistress lover companion bride groom heir relative neighbour neighbor sibling mom mum dad roommate classmate namesake".split()
)
# Words behind a head that belong to it: "Secretary General", "professor emeritus".
EXTENSIONS = frozenset(
    "general emeritus emerita elect designate counselor counsellor extraordinary plenipotentiary coach teacher".split()
)
# Endings of what people do, and words with such an ending that name no post.
AGENT_ENDINGS = ("ist", "eer", "ologist", "grapher", "smith", "wright", "woman", "man", "maker", "keeper", "owner", "player", "worker", "holder")  # fmt: skip
NO_POSTS = frozenset(
    "list mist fist enlist assist insist resist consist persist exist coexist subsist desist blacklist whitelist shortlist checklist playlist waitlist hitlist moist hoist heist foist joist waist "
    "twist wrist gist career engineer-in-charge beer deer peer cheer sheer steer pioneer volunteer man woman human german norman roman ottoman freshman layman madman "
    "terrorist socialist communist capitalist nationalist racist sexist fascist populist moderate islamist marxist optimist pessimist tourist motorist feminist atheist baptist purist "
    "shareholder stakeholder placeholder record-holder householder cardholder titleholder title-holder bondholder policyholder troublemaker bookmaker filmmaker-in-chief "
    "caveman hitman talisman henchman bogeyman strawman everyman fireman-turned ombudsman-like englishman frenchman dutchman irishman scotsman welshman frenchwoman englishwoman "
    "irishwoman scotswoman yeoman snowman gentleman countryman countrywoman kinsman middleman showman con-man frontman cardplayer team-mate housewife gunman gunwoman conman".split()
)  # fmt: skip

# Words without a capital that may stand before a name within a post: `former Halden coach`.
FRONT = frozenset(
    "former new late current then ex-president long-time longtime veteran acting interim outgoing incoming assistant deputy senior top chief leading retired caretaker vice associate junior "
    "one-time onetime newly-appointed fellow co-opted rival embattled ousted founding managing executive popular controversial young".split()
)
ADJECTIVES = frozenset("major general marine principal".split())
"""Words that name a post only with a capital."""
OF_BODIES = ("member", "partner", "leader", "owner", "producer", "developer", "supplier")
"""Heads that, behind a second comma, may as well tell of the body or country named before it."""
PRAISE = frozenset("best greatest favourite favorite worst finest top-rated most".split())
"""Words that make a prize or an opinion of a post."""

DETERMINERS = frozenset(
    "the a an this that his her its their our my your whose one another some any each every both these those".split()
)
LINKS = frozenset("of for to at on in with from".split())
"""Prepositions behind a head that lead to its complement."""

# Participles and forms in -ly that may qualify a post.
QUALIFIERS = frozenset(
    "acting outgoing incoming managing leading visiting founding operating presiding sitting serving retiring marketing advertising banking engineering manufacturing planning housing "
    "consulting accounting training trading racing shipping mining farming fundraising casting reigning defending governing ruling training building broadcasting publishing "
    "retired elected re-elected appointed newly-appointed newly-elected disgraced renowned respected acclaimed convicted jailed suspended exiled ousted deposed sacked beleaguered embattled "
    "noted celebrated self-proclaimed self-styled so-called award-winning prize-winning best-selling bestselling unnamed associated certified chartered registered licensed "
    "newly recently formerly early elderly family daily weekly monthly quarterly supply fly long-serving longest-serving high-ranking top-ranking third-ranking second-ranking ranking "
    "presumptive designated seed red bed limited united federated advanced applied combined allied armed controlled state-appointed hand-picked assigned naturalised naturalized "
    "fixed-income listed talented experienced gifted seasoned decorated wing bowling batting fielding swimming cycling running rowing skiing wrestling boxing coaching scouting recruiting "
    "investigating examining lending clearing meeting".split()
)
# Plural nouns and words in -s that may qualify a head.
IN_S = frozenset(
    "affairs news sales relations communications operations sports works services arts business press congress economics politics systems markets securities futures metals grains commodities "
    "rights customs bonds stocks foods logistics graphics genetics mathematics physics electronics aerospace process class mass glass gas series bus chess tennis athletics gymnastics "
    "resources settlements investments loans bits claims schools hospitals prisons forces elections refugees women's men's corps less crisis access overseas options equities earnings derivatives "
    "sciences studies statistics oils motors airlines railways options drinks games films books films movies awards programs programmes projects humanities ethics dynamics analytics parts labs religious "
    "famous various previous serious indigenous precious mysterious conscious charismatic fitness wellness wireless homeless witness topless princess actress countess congress progress success vice-chairs".split()
)
# Words without a capital that end a noun phrase to the left and to the right.
STOPS = frozenset(
    "who which that whom also has have had is was were are be been being am do does did will would can could may might must shall should not no nor neither either or but and when while as than "
    "by after before during about since until because if so yet then there here where why how what i he she it we they him them us me you himself herself themselves itself "
    "said says say told tells added adds asked asks wrote writes called calls warned noted argued claimed declared insisted denied explained replied according including such like unlike "
    "against through between among under over into onto upon amid despite within without across behind beyond near off out up down per via toward towards around above below along "
    "made make makes took take takes gave give gives got get gets went go goes came come comes saw see sees met meet meets won win wins lost lose loses left leave leaves led lead leads held hold "
    "holds kept keep keeps put puts set sets sent send sends spent spend spends stood stand stands became become becomes began begin begins brought bring brings bought buy buys sold sell sells built "
    "build builds fell fall falls felt feel feels found find finds fought fight fights flew fly flies knew know knows thought think thinks heard hear hears paid pay pays ran run runs sat sit sits "
    "spoke speak speaks wore wear wears broke break breaks chose choose chooses drew draw draws drove drive drives ate eat eats forgot hit hits hurt let lets lay lie lies meant mean means read reads "
    "rose rise rises rang sang shot shoot shook slept stole struck swore sworn taught threw understood woke want wants need needs hope hopes plan plans join joins joined replace replaces hire hires "
    "given taken shown seen beaten driven thrown drawn forgiven forbidden shaken withdrawn done gone eaten bitten written blown flown handed just only even still never ever always often again already now later earlier today yesterday tomorrow recently currently formerly too very more most less much many few both all half beat beats sank sued quit shed shut cut cuts us force forces forced urged told".split()
) - {"formerly"}  # fmt: skip
# Words behind `for`, `at`, `in`, `of` that make a length of time or a moment of them.
TIMES = frozenset(
    "year years month months week weeks day days decade decades hour hours minute minutes time times age moment beginning end start past last next first second season tenure period century record stint spell".split()
)
CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

FORMER = ("former", "ex", "onetime", "one-time", "erstwhile", "then", "late", "retired", "deposed", "ousted", "past", "sometime", "formerly", "previous", "sacked")  # fmt: skip
ACTING = ("acting", "interim", "caretaker", "provisional", "temporary")
INCOMING = ("incoming", "designate", "elect", "designated", "presumptive")


@lru_cache(maxsize=4096)
def is_head(word: str, before: str = "") -> bool:
    """Whether a word names a post; `before` is the word in front of it, which some need. Both in lower case."""
    word = word.rstrip(".")
    if word in HEADS_BEHIND:
        return before in HEADS_BEHIND[word] or before.rpartition("-")[2] in HEADS_BEHIND[word]
    if word in HEADS:
        return True
    if word in NO_POSTS or word in KIN or len(word) < 5:
        return False
    parts = word.split("-")
    if len(parts) > 1:
        known = parts[0] in HEADS if parts[-1] in ("elect", "designate", "general", "in") else parts[-1] in HEADS
        return known or "-in-chief" in word or "-at-large" in word
    return word.endswith(AGENT_ENDINGS)


@lru_cache(maxsize=4096)
def is_title(word: str, before: str = "") -> bool:
    """Whether a word with a capital names a post: only listed ones do, since surnames share the endings (`Godman`)."""
    return word in HEADS or word in HEADS_BEHIND or (word in HEADS_BEHIND.get(before, ())) or "-" in word


@lru_cache(maxsize=4096)
def is_plural_head(word: str) -> str | None:
    """The post of which a word is the plural (`senators`); else None."""
    word = word.rstrip(".")
    single = word[:-3] + "man" if word.endswith("men") else word[:-1] if word.endswith("s") else ""
    return single if len(single) > 2 and is_head(single) and word not in IN_S and single not in ("new",) else None


@lru_cache(maxsize=8192)
def qualifies(word: str) -> bool:
    """Whether a word without a capital may qualify a post: an adjective or noun by its form."""
    if word in QUALIFIERS or word in IN_S:
        return True
    if word in STOPS or word in DETERMINERS or word in LINKS or word in KIN:
        return False
    if not word.replace("-", "").replace("’", "").replace("'", "").isalnum():
        return False
    if word.endswith(("'s", "’s")):
        return True
    if "-" in word:
        return True
    if word.isdigit():
        return False
    return not word.endswith(("ed", "ing", "ly")) and (not word.endswith("s") or word.endswith(("ss", "ous")))
