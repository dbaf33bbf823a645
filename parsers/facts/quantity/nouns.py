"""What is counted: the head noun behind (or before) a number, in the singular."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity.bounds import DOWN, UP
from parsers.facts.tokens import Tokens, words

IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse", "lives": "life",
    "wives": "wife", "knives": "knife", "leaves": "leaf", "loaves": "loaf", "wolves": "wolf", "halves": "half", "thieves": "thief", "shelves": "shelf", "criteria": "criterion",
    "phenomena": "phenomenon", "analyses": "analysis", "crises": "crisis", "bases": "base", "data": "datum", "media": "medium", "fishermen": "fisherman", "businessmen": "businessman",
    "policemen": "policeman", "servicemen": "serviceman", "spokesmen": "spokesman", "gunmen": "gunman", "congressmen": "congressman", "firemen": "fireman", "workmen": "workman",
    "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus", "statuses": "status", "bonuses": "bonus", "indices": "index", "movies": "movie", "cookies": "cookie",
    "rookies": "rookie", "series": "series", "species": "species", "aircraft": "aircraft", "sheep": "sheep", "fish": "fish", "staff": "staff", "crew": "crew", "personnel": "personnel",
    "police": "police", "troops": "troop", "cattle": "cattle", "cents": "cent", "shoes": "shoe", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "axes": "axe",
    "households": "household", "axles": "axle", "canoes": "canoe", "caches": "cache", "headaches": "headache", "niches": "niche", "horsemen": "horseman", "ties": "tie", "lies": "lie", "pies": "pie", "dies": "die",
    "craft": "craft", "spacecraft": "spacecraft", "offspring": "offspring", "youth": "youth", "deer": "deer", "salmon": "salmon", "livestock": "livestock", "cargo": "cargo", "calories": "calorie", "zombies": "zombie",
    "cargoes": "cargo", "echoes": "echo", "mosquitoes": "mosquito", "tornadoes": "tornado", "torpedoes": "torpedo", "vetoes": "veto", "volcanoes": "volcano", "embargoes": "embargo", "foes": "foe", "toes": "toe", "alumni": "alumnus", "votes": "vote", "fishes": "fish", "quizzes": "quiz", "geese": "goose", "oxen": "ox", "scarves": "scarf", "hooves": "hoof", "calves": "calf", "elves": "elf", "dwarves": "dwarf", "midwives": "midwife", "housewives": "housewife", "dice": "die", "lawmen": "lawman", "cameramen": "cameraman",
}  # fmt: skip
"""Plurals that rules do not undo, and nouns that count without a plural ending."""

STOPS = words(
    """
    whereas while although though owns own
    the this that these those a an and or but nor of in on at to for from by with without within into onto over
    under above below between among during since until after before against through across around about per than as
    if when whenever wherever while where who whom whose which what how why because although though so yet also is are was were be
    been being am has have had having do does did doing will would shall should can could may might must not no
    never ever only just even still already now then here there it its he she they them his her their we our us you
    your i me my him said says say told reported added according up down off out behind beyond near along toward
    towards versus vs via more less most least much very too each every either neither both any all such cannot other's s
    ago later earlier away apart respectively yesterday today tomorrow annually yearly monthly weekly daily hourly
    together worldwide altogether overall total including excluding compared following despite amid plus minus like
    unlike unless whether once twice again well however therefore thus moreover meanwhile i'm we're rose fell grew
    gained lost dropped climbed jumped declined went came made took got became remained left kept upon except
    regarding concerning throughout underneath beside besides
    """
)
"""Function words and the like: a noun phrase does not go on across one."""

NUMERALS = words("two three four five six seven eight nine ten eleven twelve")
"""Numbers that end a noun phrase ("the 26 dead included two pilots")."""

NOT_PLURAL = tuple(
    "ss us is ous 's ness gas litics nomics ysics matics hletics nastics tronics netics istics lympics namics botics thics".split()
)
"""Ends of words in -s that are no plurals; those in -ics are fields (politics), unlike clinics and critics."""

VERBS_IN_S = words(
    """
    says excludes includes reflects compares exceeds equals has is was does goes makes takes comes gets needs wants plans expects shows means includes remains becomes
    gives runs seems looks helps uses works calls lies costs keeps holds brings begins plays provides allows rises
    falls owns tells thinks knows believes this his its thus plus perhaps always across yes less unless besides
    seeks adds agrees argues considers continues creates denies describes explains follows grows insists intends involves loses owes pays predicts prevents
    proposes publishes puts receives refuses rejects requires sees sends sits speaks suffers suggests tries writes
    hamas texas kansas arkansas paris laos reuters christmas athens wales naples brussels honduras mars vegas angeles
    towards afterwards sometimes nowadays overseas upwards downwards as
    """
)
"""Words in -s that are no plural nouns (or seldom)."""

VERBS_TOO = frozenset(
    {"lives", "leaves", "means", "works", "plans", "costs", "sets", "cuts", "needs", "lies", "claims", "deals"}
)
"""Plurals that are verbs behind another noun ("the population lives")."""

NEVER_COUNTED = words(
    """
    strong better worse closer nearer further farther higher lower bigger smaller older younger time way thing ones another thousand million am pm p a b st nd rd th x v vs px et al est gmt edt pst utc
    """
)

MOST_MODIFIERS = 4
"""Adjectives and nouns allowed between the number and its head."""

EMPLOYED = {"employment": "person", "payrolls": "job"}
"""What is counted in people or posts where its number changes right behind ("employment rose 129,000")."""

GROUPS: dict[str, str] = {
    "population": "person",
    "workforce": "person",
    "toll": "person",
    "staff": "person",
    "headcount": "person",
    "readership": "person",
    "membership": "person",
    "attendance": "person",
    "crowd": "person",
    "audience": "person",
    "electorate": "person",
}
"""What a figure given for one of these counts."""

COUNTING = words(
    """
    numbering numbered totalling totaling totalled totaled reaching reached number exceeding exceeded numbers
    surpassed surpassing
    """
)
"""Words between a noun and the number that counts it ("companies, numbering around 120")."""

GROWN = UP | DOWN | {"to", "stood"}
"""Words that may are between a group of people and their number."""

CHANGES = UP | DOWN | {"was", "were", "is", "stood", "to"}
"""Words between "the number of companies" and the figure for it."""


class Counted(NamedTuple):
    """A noun phrase over tokens `start` to `end` (exclusive) and its head in the singular."""

    start: int
    end: int
    head: str
    plural: str = ""


def singular(word: str) -> str:
    """The singular of an English plural noun in lower case."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not word.endswith("s") or len(word) < 3 or word.endswith(NOT_PLURAL):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def before_verb(tokens: Tokens, noun: Counted) -> Counted:
    """What is counted without the verb of one of them that ends it: "one in eight | adults smokes"."""
    k = noun.end - 2
    if k < noun.start or tokens.low[noun.end - 1] not in SINGULAR_VERBS or not is_plural(tokens, k):
        return noun
    return Counted(noun.start, k + 1, singular(tokens.low[k]), tokens.low[k])


SINGULAR_VERBS = words(
    "smokes drinks lives works suffers dies owns uses feels thinks says believes plans owes leaves carries gets goes fails faces earns speaks reads votes drives eats needs wants skips rents struggles studies claims commutes cycles votes borrows gambles emigrates belongs depends relies receives reports says"
)
"""Verbs behind a plural that tell of one of them."""


def is_plural(tokens: Tokens, k: int) -> bool:
    """Does the word at token k look like a plural noun?"""
    low = tokens.low[k]
    if low in IRREGULAR:
        return True
    return (
        low.endswith("s")
        and len(low) > 2
        and not low.endswith(NOT_PLURAL)
        and low not in VERBS_IN_S
        and low not in STOPS
    )


def counted_at(tokens: Tokens, j: int, *, one: bool = False) -> Counted | None:
    """The noun phrase that begins at token j, behind a number. `one`: the head is a singular."""
    k, last = j, j + MOST_MODIFIERS + 1
    if tokens.low[k] == "of" and tokens.low[k + 1] in ("the", "its", "their", "these", "those", "our", "his", "her"):
        k, last = k + 2, last + 2
    elif tokens.low[k] == "of":
        k, last = behind_owner(tokens, k + 1), last + 4
    elif _measured(tokens, k):
        k, last = k + 3, last + 3
    start = k
    head = -1
    while k < last and _in_phrase(tokens, k):
        if (
            not one
            and is_plural(tokens, k)
            and not _compounded(tokens, k)
            and (k == start or start > j or tokens.low[k] not in VERBS_TOO)
        ):
            head = k
            if not _another_plural(tokens, k + 1) and not (tokens.text[k].istitle() and _named_front(tokens, k)):
                break
        elif one and not (k > start and tokens.low[k].endswith("ed")):
            head = k
        elif one:
            break
        if tokens.low[k + 1] == "-" and tokens.low[k + 2] in ("and", "or", "to"):
            k, last = k + 2, last + 4  # low- and middle-income
        k += 2 if tokens.low[k + 1] == "and" and _coordinated(tokens, k) else 1
    if head < 0 or tokens.low[head] in NEVER_COUNTED:
        return None
    return Counted(start, head + 1, singular(tokens.low[head]), tokens.low[head])


def _named_front(tokens: Tokens, k: int) -> bool:
    """Is a plural in capitals the name in front of what is counted: "Allied Products | common shares"?"""
    low, text = tokens.low, tokens.text
    return (
        text[k + 1].islower()
        and _in_phrase(tokens, k + 1)
        and not is_plural(tokens, k + 1)
        and is_plural(tokens, k + 2)
        and low[k + 2] not in VERBS_TOO
        and not low[k + 1].endswith("ed")
    )


def _compounded(tokens: Tokens, k: int) -> bool:
    """Is a plural the front of a compound with a hyphen: "coal- and gas-fired plants"; not "mothers-in-law"?"""
    return (
        tokens.low[k + 1] == "-"
        and tokens.glued(k + 1)
        and tokens.glued(k + 2)
        and tokens.low[k + 2] not in BEHIND_HEADS
    )


BEHIND_HEADS = words("in by at of up on off general")


def _measured(tokens: Tokens, k: int) -> bool:
    """Is a measure with a hyphen in front of the noun: "12 million | 60-kilo bags", "two | 500-megawatt units"?"""
    number = tokens.low[k][:1].isdecimal() or tokens.low[k] in NUMERALS
    hyphen = number and tokens.low[k + 1] == "-" and tokens.glued(k + 1) and tokens.glued(k + 2)
    return hyphen and tokens.low[k + 2].isalpha()


def modifier(tokens: Tokens, j: int) -> Counted | None:
    """The noun of "a three-course meal", "an 11 member group": a singular with another noun behind it."""
    low = tokens.low[j]
    if not (_in_phrase(tokens, j) and tokens.text[j].islower() and low.isalpha() and low not in NEVER_COUNTED):
        return None
    if low.endswith(("ed", "ing", "ly")) or not _in_phrase(tokens, j + 1):
        return None
    return Counted(j, j + 1, singular(low), low)


def last_of_phrase(tokens: Tokens, j: int) -> Counted | None:
    """The last word of a noun phrase without a plural ("the US population is")."""
    k = j
    while k < j + 3 and (_in_phrase(tokens, k) or tokens.text[k] == "US"):
        k += 1
    while k > j and not tokens.low[k - 1].isalpha():
        k -= 1
    return (
        Counted(j, k, singular(tokens.low[k - 1]), tokens.low[k - 1])
        if j < k < j + 3 or (k > j and not _in_phrase(tokens, k))
        else None
    )


def _in_phrase(tokens: Tokens, k: int) -> bool:
    """Adjectives, nouns and hyphens go on with a noun phrase; function words, signs and numbers end it."""
    low = tokens.low[k]
    if low == "-":
        return tokens.glued(k) and tokens.glued(k + 1)
    if low in NUMERALS:
        return tokens.low[k + 1] == "-" or tokens.text[k][:1].isupper()
    return low[:1].isalpha() and low not in STOPS and k < tokens.size


def behind_owner(tokens: Tokens, k: int) -> int:
    """Steps over "Johnson's" in "two of Johnson's deputies"."""
    for m in range(k, k + 3):
        if tokens.low[m] in ("'", "’") and tokens.low[m + 1] == "s":
            return m + 2
    return k


def _coordinated(tokens: Tokens, k: int) -> bool:
    """ "digital and physical sales", "Kia and Hyundai vehicles": the phrase goes on behind the "and"."""
    return (
        any(is_plural(tokens, m) for m in (k + 2, k + 3, *((k + 4,) if tokens.text[k + 2].istitle() else ())))
        and _in_phrase(tokens, k + 2)
        and not tokens.text[k][:1].isdecimal()
    )


def _another_plural(tokens: Tokens, k: int) -> bool:
    """ "two sports teams": the first plural is not the head."""
    return _in_phrase(tokens, k) and is_plural(tokens, k) and tokens.text[k].islower()


def single(tokens: Tokens, j: int) -> Counted | None:
    """The noun of "one NOUN": only where its phrase ends soon and clearly."""
    found = counted_at(tokens, j, one=True)
    if (
        found is None
        or found.head.endswith(("ly", "ed"))
        or found.end - found.start > 2
        or tokens.low[found.start] == "-"
    ):
        return None
    return found


def counted_before(tokens: Tokens, i: int) -> Counted | None:
    """The noun before a number without one behind it: "companies, numbering around 120", "a population of over 1 billion"."""
    for k in range(i - 1, max(-1, i - 7), -1):
        low = tokens.low[k]
        if low in EMPLOYED and tokens.low[k + 1] in CHANGES:
            return Counted(k, k + 1, EMPLOYED[low])
        if low in GROUPS and (low != "toll" or tokens.low[k - 1] == "death"):
            return Counted(k, k + 1, GROUPS[low])
        if low == "number" and tokens.low[k + 1] == "of":
            return counted_at(tokens, k + 2)
        if low in COUNTING:
            return _before_counting(tokens, k)
        if low in CHANGES:
            found = _number_of(tokens, k)
            if found or low not in GROWN:
                return found
        if low in (".", ";") or low.isdecimal():
            return None
    return None


def _number_of(tokens: Tokens, k: int) -> Counted | None:
    """The plural of "the number of new jobs rose by 337,000"."""
    for m in range(k - 1, max(0, k - 12), -1):
        if tokens.low[m] == "of" and tokens.low[m - 1] in ("number", "numbers", "total"):
            return counted_at(tokens, m + 1)
        if tokens.low[m] in (".", ";", ":"):
            return None
    return None


def _before_counting(tokens: Tokens, k: int) -> Counted | None:
    """The plural before "numbering", "reached" and the like; after "number of" the noun there counts."""
    for m in range(k - 1, max(-1, k - 8), -1):
        low = tokens.low[m]
        if low in (".", ";", ":") or low in GROUPS:
            return Counted(m, m + 1, GROUPS[low]) if low in GROUPS else None
        if is_plural(tokens, m) and (
            tokens.low[k].startswith("number") or tokens.low[m - 1] == "of" or tokens.low[m - 2] == "of"
        ):
            return Counted(m, m + 1, singular(low))
    return None
