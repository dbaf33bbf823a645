"""People and what became of them: "killed 12 and wounded 40", "three missing", "nine were arrested", "no one was hurt"."""

from __future__ import annotations

from parsers.facts.quantity import bounds, nouns
from parsers.facts.quantity.amounts import Amount
from parsers.facts.quantity.measure import Measure, things
from parsers.facts.quantity.nouns import Counted
from parsers.facts.tokens import PADDING, Tokens, words

PERSON = things("person")

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
    **dict.fromkeys(words("execute executes executed executing massacre massacred"), "dead"),
}  # fmt: skip
"""Verbs before the number of their victims."""

NOMINAL = {
    **dict.fromkeys(words("death deaths killing killings murder murders slaying drowning execution"), "dead"), "arrest": "arrested", "arrests": "arrested",
    "detention": "detained", "evacuation": "evacuated", "rescue": "rescued", "kidnapping": "kidnapped", "abduction": "kidnapped", "deportation": "deported",
    "injury": "injured", "injuries": "injured", "wounding": "injured", "displacement": "displaced", "disappearance": "missing", "lives": "dead",
}  # fmt: skip
""" "the death of 12 miners"."""

HEADS = {"death": "dead", "fatality": "dead", "injury": "injured", "arrest": "arrested", "evacuation": "evacuated"}
"""Counted nouns that are an outcome ("12 deaths")."""

AUXILIARIES = words(
    """
    were was are is have has had been being be got remain remained remains reported feared believed confirmed presumed also
    later seriously critically badly slightly severely still lightly gravely fatally reportedly already initially subsequently either
    then now thought known left ended up
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
    volunteer aid foreigner national citizen american palestinian israeli russian ukrainian iraqi afghan syrian other brother sister
    """
)

BEHIND_STATE = words(
    """
    in at on by and or but after when as from during while near since with for over following across among including of so before until where because despite
    this that who , . ; : ) - – — ! ? " ” ' ’ to today yesterday according outside
    """
) | {""}
"""What may stand behind "two charged" or "three missing"."""

DOUBTS = words("if whether unless unclear hope hopes hoped hoping ensure ensured pray prayed promised")


CUES = frozenset({*PASSIVES, *HAPPENED, *ACTIVE, *NOMINAL, "fatality", "fatalities", "lost", "toll"})
"""A sentence without any of these tells of no victims."""


def at(tokens: Tokens, amount: Amount, noun: Counted | None, last: Measure | None) -> Measure | None:
    """The count of people that a number without a unit is, with their outcome, or None. `noun`: what is counted, when said."""
    if CUES.isdisjoint(tokens.low) or amount.unit is not None or amount.number.part or amount.value < 0:
        return None
    outcome = become(tokens, amount.start, amount.end, noun, last)
    if _part_only(tokens, amount.start):
        return None
    if outcome is None or (noun is not None and noun.head in LIFELESS):
        return None
    of_people = noun is None or noun.head in ("person", "other", "victim", "casualty")
    found = Measure(
        start=amount.start, end=amount.end, value=amount.value, high=_high(amount), unit=PERSON if of_people else things(noun.head if noun else ""),
        subtype="count", noun=noun, outcome=outcome,
    )  # fmt: skip
    if _none_of(tokens, amount.start):
        return found._replace(value=0.0, high=None, of_value=amount.value)
    return found


QUANTIFIERS = words(
    "many most some several few part half any all members each anyone someone one two three four five which percent number"
)


def _part_only(tokens: Tokens, i: int) -> bool:
    """ "how many of the 300", "most of the 40": not all of them became so."""
    k = i - 1 if tokens.low[i - 1] in ("the", "its", "those", "these", "their") else i
    return k > 1 and tokens.low[k - 1] == "of" and tokens.low[k - 2] in QUANTIFIERS


def _none_of(tokens: Tokens, i: int) -> bool:
    """ "none of the 40 passengers"."""
    k = i - 1 if tokens.low[i - 1] in ("the", "its", "those", "these", "their") else i
    return tokens.low[k - 2 : k] in (["none", "of"], ["neither", "of"])


def _high(amount: Amount) -> float | None:
    return None if amount.number.high is None else amount.value / amount.number.value * amount.number.high


def become(tokens: Tokens, start: int, end: int, noun: Counted | None, last: Measure | None) -> str | None:
    """What became of the people counted over tokens `start` to `end`, or None."""
    if noun is not None and noun.head in HEADS:
        return HEADS[noun.head]
    if noun is not None and noun.head == "life":
        return None if TAKEN.isdisjoint(tokens.low[max(0, start - 6) : noun.end + 4]) else "dead"
    behind = _behind(tokens, noun.end if noun else end, last, bare=noun is None)
    if behind:
        return behind
    if noun is not None and noun.start > end - 1 and tokens.low[noun.start] in STATES and noun.head in OF_PEOPLE:
        return STATES[tokens.low[noun.start]]
    if noun is None and not _ends_here(tokens, end):
        return None
    return _before(tokens, start, noun) or _toll(tokens, start, last) or _number_of(tokens, start)


TAKEN = words("claimed claims claiming claim cost costs costing lost taken took taking")


def _ends_here(tokens: Tokens, j: int) -> bool:
    """Is nothing counted behind the number?"""
    j = j + 1 if tokens.low[j] in MORE else j
    return tokens.low[j] in BEHIND_STATE and not (tokens.low[j] in ("-", "–") and tokens.glued(j))


def _behind(tokens: Tokens, j: int, last: Measure | None, *, bare: bool) -> str | None:
    """ "12 dead", "nine were arrested", "people were feared killed", "two charged" beside another outcome."""
    k = j + 1 if tokens.low[j] in MORE and bare else j
    if tokens.low[k] in ("who", "that") and not bare:
        return None
    first = k
    while k < first + MOST_AUXILIARIES and tokens.low[k] in AUXILIARIES:
        k += 1
    low = tokens.low[k]
    if low in HAPPENED or (low == "lost" and tokens.low[k + 1 : k + 3] == ["their", "lives"]):
        return HAPPENED.get(low, "dead")
    if tokens.low[k + 1] not in BEHIND_STATE:
        return None
    if (
        low in PASSIVES
        and tokens.low[k + 1] in ("or", ",")
        and tokens.low[k + 2] in PASSIVES
        and "or" in tokens.low[k + 1 : k + 4]
    ):
        return MIXED
    if k > first:
        return PASSIVES.get(low)
    told = STATES.get(low)
    beside = last is not None and last.outcome is not None
    return told or (
        PASSIVES.get(low) if beside or (bare and tokens.low[k + 1] in ("in", "with", "over", "after")) else None
    )


MIXED = "casualty"
"""Killed or wounded: one or the other, the text does not say how many of each."""

OTHERWISE = words(
    """
    execute executes executed executing free frees freed freeing bury buries buried burying capture captures captured capturing poison poisons
    poisoned poisoning strand strands stranded stranding expel expels expelled expelling trap traps trapped trapping infect infects infected infecting
    """
)
"""Verbs that take other objects as well: read only with people behind them, and most of them also with a bare number."""

NEVER_BARE = words("execute executes executed executing free frees freed freeing bury buries buried burying")


def _other_object(verb: str, noun: Counted | None) -> bool:
    """May the verb be about something else than people ("executed two licences")?"""
    if noun is None:
        return verb in NEVER_BARE
    return verb in OTHERWISE and noun.head not in OF_PEOPLE


def _before(tokens: Tokens, i: int, noun: Counted | None) -> str | None:
    """ "killed 12", "wounding at least 40", "the death of 12 miners", "claimed the lives of 30"."""
    bound = bounds.before(tokens, i)
    k = bound[1] if bound else i
    while k > max(0, i - 6) and tokens.low[k - 1] in FILLERS and tokens.low[k - 1] != "of":
        k -= 1
    low = tokens.low[k - 1] if k else ""
    if low == "dead" and tokens.low[k - 2] in ("shot", "stabbed", "beaten", "hacked", "found", "left"):
        return "dead"
    if low in ACTIVE and not _other_object(low, noun):
        if low in ("wound", "wounds", "hurt", "hurts") and noun is None and tokens.low[k - 2] in ("a", "the", "its"):
            return None
        return MIXED if tokens.low[k - 2] == "or" and tokens.low[k - 3] in ACTIVE else ACTIVE[low]
    if low in HAPPENED and noun is not None and noun.head in OF_PEOPLE:
        return HAPPENED[low]  # "murieron 12 personas"
    if low == "of" and tokens.low[k - 2] == "lives" and TAKEN.isdisjoint(tokens.low[max(0, k - 6) : k - 2]):
        return None  # average lives of 12.1 years
    if low == "of" and tokens.low[k - 2] in NOMINAL:
        return NOMINAL[tokens.low[k - 2]]
    return None


TOLL_REACH = 10


LINKS = words("to at of reached hit passed exceeded than topped from is was over least about around past nearly almost")
"""Right before the figure of a toll."""


def _number_of(tokens: Tokens, i: int) -> str | None:
    """ "the number of dead stands at 43", "the number of people killed rose to 64"."""
    if tokens.low[i - 1] not in LINKS:
        return None
    for k in range(i - 2, max(-1, i - 1 - TOLL_REACH), -1):
        if tokens.low[k] in ("number", "numbers") and tokens.low[k + 1] == "of":
            told = [STATES[low] for low in tokens.low[k + 2 : k + 6] if low in STATES]
            return told[0] if told else None
        if tokens.low[k] in (".", ";", ":") or tokens.low[k][:1].isdecimal():
            return None
    return None


def _toll(tokens: Tokens, i: int, last: Measure | None) -> str | None:
    """ "the death toll rose to 43", "the toll stood at 12", "bringing the total to 19"."""
    if tokens.low[i - 1] not in LINKS:
        return None
    if last is not None and last.outcome == "dead" and tokens.low[i - 2 : i] in (["total", "to"], ["number", "to"]):
        return "dead"
    for k in range(i - 1, max(-1, i - 1 - TOLL_REACH), -1):
        low = tokens.low[k]
        if low == "toll" and tokens.low[k + 1] not in ("road", "roads", "booth", "bridge", "charges"):
            return "dead" if tokens.low[k - 1] in ("death", "the") else None
        if low in (".", ";", ":") or low[:1].isdecimal():
            return None
    return None


def _behind_nobody(tokens: Tokens, i: int) -> int:
    """The token behind "nobody", "no one" or "no-one"."""
    if tokens.low[i] == "nobody":
        return i + 1
    return i + 2 if tokens.low[i + 1] == "one" else i + 3 if tokens.low[i + 2] == "one" else i + PADDING


def nobody(tokens: Tokens, i: int) -> Measure | None:
    """ "no one was hurt", "nobody has been killed", "there were no injuries": none at all, plainly said."""
    if not DOUBTS.isdisjoint(tokens.low[max(0, i - 8) : i]):
        return None
    if tokens.low[i - 1] in ACTIVE and i and tokens.low[_behind_nobody(tokens, i)] in BEHIND_STATE:
        return Measure(
            start=i, end=_behind_nobody(tokens, i), value=0.0, unit=PERSON, subtype="count", outcome=ACTIVE[tokens.low[i - 1]],
        )  # fmt: skip
    if tokens.low[i] == "no" and tokens.low[i - 2 : i] in (["there", "were"], ["there", "was"]):
        return _none(tokens, i, i + 1)
    j = _behind_nobody(tokens, i)
    if tokens.low[i] == "no" and not (tokens.low[i + 1] == "one" or tokens.low[i + 1 : i + 3] == ["-", "one"]):
        return None
    k = j
    while k < j + MOST_AUXILIARIES and tokens.low[k] in AUXILIARIES - {"feared", "believed", "reported"}:
        k += 1
    outcome = HAPPENED.get(tokens.low[k]) or (PASSIVES.get(tokens.low[k]) if k > j else None)
    if outcome is None or tokens.low[k + 1] not in BEHIND_STATE:
        return None
    return Measure(start=i, end=j, value=0.0, unit=PERSON, subtype="count", outcome=outcome)


def _none(tokens: Tokens, i: int, j: int) -> Measure | None:
    """ "there were no deaths or injuries": of the first of them."""
    head = nouns.singular(tokens.low[j])
    if head not in HEADS and head != "casualty":
        return None
    if tokens.low[j + 1] not in (".", ",", ";", "in", "or", "and", "", "among", "from"):
        return None
    return Measure(
        start=i, end=j + 1, value=0.0, unit=PERSON, subtype="count", outcome=HEADS.get(head, "casualty"),
    )  # fmt: skip
