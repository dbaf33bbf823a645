"""Tables of what becomes of people: the words for killed, hurt, arrested, freed, and the words around them."""

from __future__ import annotations

from parsers.facts.tokens import words

STATES = {
    **dict.fromkeys(words("dead killed slain murdered"), "dead"),
    **dict.fromkeys(words("injured wounded hurt maimed"), "injured"),
    **dict.fromkeys(words("missing unaccounted"), "missing"),
    **dict.fromkeys(words("hospitalised hospitalized"), "hospitalized"),
    **dict.fromkeys(words("arrested"), "arrested"), "detained": "detained", "jailed": "jailed", "imprisoned": "jailed", "evacuated": "evacuated", "rescued": "rescued",
    "displaced": "displaced", "homeless": "homeless", "stranded": "stranded", "trapped": "trapped", "infected": "infected", "kidnapped": "kidnapped",
    "abducted": "kidnapped", "deported": "deported", "quarantined": "quarantined", "sickened": "ill", "unhurt": "unhurt", "unharmed": "unhurt", "uninjured": "unhurt",
}  # fmt: skip
"""Participles and adjectives right behind a number, or behind "were", to the outcome."""

PASSIVES = STATES | {
    "charged": "charged", "convicted": "convicted", "acquitted": "acquitted", "indicted": "indicted", "sentenced": "sentenced", "executed": "dead", "beheaded": "dead",
    "released": "released", "freed": "released", "expelled": "expelled", "captured": "captured", "poisoned": "ill", "drowned": "dead", "shot": "shot", "stabbed": "stabbed",
    "treated": "treated", "questioned": "questioned", "saved": "rescued", "airlifted": "rescued", "buried": "buried", "vaccinated": "vaccinated", "burned": "injured",
    "burnt": "injured", "bereaved": "bereaved", "orphaned": "orphaned", "massacred": "dead", "lynched": "dead", "hanged": "dead", "gunned": "shot", "pardoned": "pardoned",
}  # fmt: skip
"""What people were, behind "were" and "have been", and without them beside another outcome."""

HAPPENED = {
    "died": "dead",
    "dying": "dead",
    "perished": "dead",
    "drowned": "dead",
    "survived": "survived",
    "suffocated": "dead",
    "surrendered": "surrendered",
    "starved": "dead",
}
"""Verbs behind people without "were"."""

ACTIVE = {
    **dict.fromkeys(words("kill kills killed killing slay slew"), "dead"),
    **dict.fromkeys(words("injure injures injured injuring wound wounds wounded wounding hurt hurts hurting"), "injured"),
    **dict.fromkeys(words("arrest arrests arrested arresting"), "arrested"),
    **dict.fromkeys(words("detain detains detained detaining"), "detained"),
    **dict.fromkeys(words("evacuate evacuates evacuated evacuating"), "evacuated"),
    **dict.fromkeys(words("rescue rescues rescued rescuing"), "rescued"),
    **dict.fromkeys(words("displace displaces displaced displacing"), "displaced"),
    **dict.fromkeys(words("kidnap kidnaps kidnapped kidnapping abduct abducts abducted abducting"), "kidnapped"),
    **dict.fromkeys(words("hospitalise hospitalised hospitalising hospitalize hospitalized hospitalizing"), "hospitalized"),
    **dict.fromkeys(words("infect infects infected infecting"), "infected"),
    **dict.fromkeys(words("deport deports deported deporting"), "deported"),
    **dict.fromkeys(words("trap traps trapped trapping"), "trapped"), **dict.fromkeys(words("bury buries buried burying"), "buried"),
    **dict.fromkeys(words("sicken sickens sickened sickening poison poisons poisoned poisoning"), "ill"),
    **dict.fromkeys(words("capture captures captured capturing"), "captured"), **dict.fromkeys(words("free frees freed freeing"), "released"),
    **dict.fromkeys(words("strand strands stranded stranding"), "stranded"), **dict.fromkeys(words("jail jails jailed jailing"), "jailed"),
    **dict.fromkeys(words("expel expels expelled expelling"), "expelled"), **dict.fromkeys(words("vaccinate vaccinates vaccinated vaccinating"), "vaccinated"),
    **dict.fromkeys(words("execute executes executed executing massacre massacred lynch lynches lynched lynching"), "dead"),
    **dict.fromkeys(words("charge charges charged charging"), "charged"), **dict.fromkeys(words("convict convicts convicted convicting"), "convicted"),
    **dict.fromkeys(words("acquit acquits acquitted acquitting"), "acquitted"), **dict.fromkeys(words("question questions questioned questioning"), "questioned"),
    **dict.fromkeys(words("release releases released releasing"), "released"), **dict.fromkeys(words("indict indicts indicted indicting"), "indicted"),
    **dict.fromkeys(words("sentence sentences sentenced sentencing"), "sentenced"), **dict.fromkeys(words("treat treats treated treating"), "treated"),
    **dict.fromkeys(words("pardon pardons pardoned pardoning"), "pardoned"), **dict.fromkeys(words("imprison imprisons imprisoned imprisoning"), "jailed"),
}  # fmt: skip
"""Verbs before the number of their victims."""

NOMINAL = {
    **dict.fromkeys(words("death deaths killing killings murder murders slaying drowning drownings execution executions manslaughter homicide massacre slaughter assassination lynching"), "dead"), "arrest": "arrested", "arrests": "arrested",
    "detention": "detained", "evacuation": "evacuated", "rescue": "rescued", "kidnapping": "kidnapped", "abduction": "kidnapped", "deportation": "deported",
    "injury": "injured", "injuries": "injured", "wounding": "injured", "displacement": "displaced", "disappearance": "missing", "lives": "dead",
}  # fmt: skip
""" "the death of 12 miners"."""

HEADS = {"death": "dead", "fatality": "dead", "injury": "injured", "arrest": "arrested", "evacuation": "evacuated"}
"""Counted nouns that are an outcome ("12 deaths")."""

PLURALS = {
    "deaths": "dead",
    "fatalities": "dead",
    "killings": "dead",
    "injuries": "injured",
    "arrests": "arrested",
    "evacuations": "evacuated",
}
"""What is counted by "the number of deaths" and "Deaths: 12"."""

VERBS = words("were are was is had have has include includes included came remain remained")
"""Verbs right behind a noun phrase: "the 26 dead were"."""

AUXILIARIES = words(
    """
    were was are is have has had been being be got remain remained remains reported feared believed confirmed presumed also
    later seriously critically badly slightly severely still lightly gravely fatally reportedly already initially subsequently either
    then now thought known left ended up may might could would should will must
    """
)
"""Between people and what they were."""

MOST_AUXILIARIES = 5

MORE = words("more others other people persons")
"""Behind a number these stand for people once an outcome follows."""

FILLERS = words("another a an additional further total of the all some")
"""Between a verb or noun and the number of its victims."""

LIFELESS = words(
    "bill deal plan proposal project program programme amendment job bird hour minute idea law measure plant market dream end battery link particle"
)
"""What is killed or hurt without being a person or an animal."""

OF_PEOPLE = words(
    """
    person man woman child boy girl baby soldier civilian officer policeman trooper troop miner passenger worker employee resident student pupil teacher tourist
    protester protestor demonstrator migrant refugee police fighter militant rebel insurgent terrorist patient victim driver pilot crew sailor fisherman hostage
    prisoner inmate suspect journalist reporter villager farmer guest fan spectator athlete player climber hiker skier firefighter fireman medic nurse doctor
    bystander pedestrian motorist commuter pilgrim worshipper shopper visitor holidaymaker family member adult teenager youth toddler infant infantry marine
    gunman attacker bomber guard activist lawyer politician lawmaker official staff personnel survivor settler servicemen serviceman serviceman peacekeeper
    cyclist motorcyclist walker runner swimmer rider diver monk nun priest pastor imam cleric clergyman rabbi bishop deputy agent captain colonel general sergeant
    conscript recruit reservist commander gangster robber thief smuggler trafficker kidnapper bandit pirate jihadist extremist separatist guerrilla paramilitary
    mourner celebrant dancer singer musician artist scientist engineer technician mechanic electrician builder labourer laborer carpenter farmhand fisher
    shepherd herder hunter trader vendor shopkeeper merchant customer client diner tenant neighbour neighbor relative parent mother father son daughter
    husband wife cousin nephew niece uncle aunt grandmother grandfather grandparent grandchild sibling twin schoolchild schoolboy schoolgirl
    kid minor newborn pensioner elder retiree tribesman villager townsman countryman bodyguard watchman paramedic surgeon midwife therapist
    minister mayor governor senator diplomat envoy ambassador judge prosecutor magistrate juror detective inspector constable ranger sheriff warder jailer
    hostess steward stewardess attendant conductor trucker stevedore docker seaman skipper crewman airman pilot astronaut backpacker camper
    skater skier snowboarder surfer sailor jogger racer jockey footballer player referee coach supporter hooligan rioter looter striker picket
    dissident defector deserter seeker stowaway squatter vagrant beggar addict convict detainee captive slave servant maid nanny cook chef waiter
    waitress barman bartender cleaner janitor porter receptionist clerk cashier accountant banker broker manager executive director boss foreman
    academic scholar professor lecturer researcher intern apprentice trainee graduate undergraduate freshman editor cameraman photographer blogger
    individual casualty local native expatriate emigrant immigrant evacuee returnee german briton french italian spaniard turk kurd chinese indian
    pakistani bangladeshi nigerian kenyan somali ethiopian sudanese egyptian libyan tunisian lebanese jordanian saudi yemeni iranian mexican canadian
    brazilian colombian australian filipino indonesian malaysian vietnamese korean japanese belgian dutchman pole romanian bulgarian greek serb croat
    muslim christian hindu sikh jew catholic protestant
    guide marshal instructor lifeguard porter sherpa steward
    volunteer aid foreigner national citizen american palestinian israeli russian ukrainian iraqi afghan syrian other brother sister
    """
)

BEHIND_STATE = words(
    """
    in at on by and or but after when as from during while near since with for over following across among including of so before until where because despite
    this that who , . ; : ) - – — ! ? " ” ' ’ to today yesterday according outside last next earlier early late near inside overnight alone between without under pending
    """
) | {""}
"""What may are behind "two charged" or "three missing"."""

DOUBTS = words("if whether unless unclear hope hopes hoped hoping ensure ensured pray prayed promised")

OTHERWISE = words(
    """
    execute executes executed executing free frees freed freeing bury buries buried burying capture captures captured capturing poison poisons
    poisoned poisoning strand strands stranded stranding expel expels expelled expelling trap traps trapped trapping infect infects infected infecting
    charge charges charged charging convict convicts convicted convicting acquit acquits acquitted acquitting question questions questioned questioning
    release releases released releasing indict indicts indicted indicting sentence sentences sentenced sentencing treat treats treated treating
    pardon pardons pardoned pardoning
    """
)
"""Verbs that take other objects as well: read only with people behind them, and most of them also with a bare number."""

OFFICIAL = words(
    """
    charge charges charged charging convict convicts convicted convicting acquit acquits acquitted acquitting question questions questioned questioning
    release releases released releasing indict indicts indicted indicting sentence sentences sentenced sentencing treat treats treated treating
    pardon pardons pardoned pardoning execute executes executed executing free frees freed freeing
    """
)
"""Verbs of police, courts and hospitals: read with a bare number beside another outcome, or with one of `OFFICES` as subject."""

OFFICES = words(
    """
    police officers authorities prosecutors prosecutor court courts judge judges jury tribunal army troops soldiers forces rebels militants gunmen captors
    kidnappers hospital hospitals doctors medics paramedics agents detectives investigators guards government junta regime officials insurgents
    """
)

NEVER_BARE = words("bury buries buried burying")
"""Verbs that are never read with a bare number."""

VIOLENT = words(
    "shot stabbed beaten hacked burned burnt crushed found bludgeoned clubbed trampled frozen gunned left struck knifed choked"
)
"""Before "dead" these are one outcome with it."""

TO_HOSPITAL = words("taken rushed brought sent airlifted moved flown transported admitted transferred carried")

WAYS = words("outright instantly immediately instantaneously accidentally alive overnight dead")
"""Words between an outcome and the end of its phrase ("killed outright")."""

HOW = {
    "fatally": "dead",
    **dict.fromkeys(words("seriously critically badly severely gravely slightly lightly"), "injured"),
}
"""Adverbs that stand for an outcome behind a number ("12 were shot, two fatally")."""
