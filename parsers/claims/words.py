"""Words as claims compare them: stems with one spelling, concepts that several words name, and how much a word tells."""

from __future__ import annotations

from functools import lru_cache

from wordfreq import freq_to_zipf, get_frequency_dict, zipf_frequency

from parsers.facts.mentions.names import plain, sound


def _table(lines: str) -> dict[str, str]:
    """Concept by word, of lines `concept: word word …`."""
    pairs = (line.split(":") for line in lines.strip().splitlines())
    return {word: concept.strip() for concept, rest in pairs for word in [concept.strip(), *rest.split()]}


EMPTY = frozenset(
    "a an the of and or to in on at by for from with as is are was were be been being has have had having will would can could may might shall should must "
    "do does did done it its he him his she her they them their we us our you your i me my this that these those there here who whom whose which what when where "
    "while why how if because since than then so but not no nor yet also too very just only even still already now again more less most least much many "
    "some any all both each every other others another same such own about around over under up down out off into onto upon through between among during "
    "before after against without within per via including include included one two three four five six seven eight nine ten eleven twelve first second third last "
    "next previous past current new old early late former latter hundred thousand million billion trillion mln bln bn tn crore lakh dozen half quarter "
    "pct percent percentage point basis dlr dollar cent ct stg sterling pound euro yen mark franc lira rouble ruble manat "
    "say said tell told add added report reported announce announced according spokesman spokeswoman statement source official reporter reuter quoted "
    "year month week day today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec time ago annual annually monthly weekly daily earlier later recent recently "
    "total amount number figure level estimate estimated expected expect forecast likely put would-be make made take taken give given get got go went come came "
    "become became rise rose risen fall fell fallen increase increased decrease decreased drop dropped grow grew growth grown climb climbed decline declined "
    "reach reached stand stood total totaled totalled amounted worth value valued equal compare compared versus vs average nearly almost approximately roughly "
    "least record high low large largest big major great small whole part further follow followed following due set well however meanwhile although though "
    "der die das und in von mit den dem des ein eine einer ist war wurden wurde nach bei auf le la les des un une et en dans par pour sur est ont ete el los las "
    "del y que se por con fue fueron ve bir bu da de ile icin olan oldu i v na s po iz za ot o do".split()
)
"""Words that say nothing of what a figure is a figure of: grammar, numbers, units, times, speech, rising and falling."""

CONCEPTS = _table(
    """
    dead: die died dying death killed kill killing fatality perished slain
    injured: injure wounded wound hurt injury
    missing: unaccounted
    arrested: arrest detained detain detention custody
    evacuated: evacuate evacuation
    homeless: displaced
    rescued: rescue saved
    worker: employee staff workforce personnel workman labourer staffer employ employed
    job: redundancy layoff
    house: home dwelling household
    aircraft: plane airplane aeroplane jet airliner
    ship: vessel boat
    company: firm business
    profit: earning net income
    revenue: sale turnover rev
    stake: holding shareholding own owned hold held
    fine: fined penalty
    buy: bought purchase purchased acquire acquired acquisition takeover
    bid: offer tender
    debt: borrowing
    loan: credit lending
    output: production produce produced
    oil: crude
    wage: pay salary
    strike: stoppage walkout
    blast: explosion exploded
    quake: earthquake tremor
    flood: flooding flooded
    fire: blaze
    crash: collision collided
    vote: ballot poll
    child: pupil schoolchild
    soldier: troop serviceman
    police: policeman officer
    pact: agreement accord deal treaty
    plant: factory mill
    car: vehicle automobile
    road: highway motorway
    """
)
"""One concept for words that reports of one happening exchange for each other. Source: own list."""

_BRITISH = (("our", "or"), ("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("ogramme", "ogram"), ("tre", "ter"))
_BRITISH_LAST = frozenset(british[-1] for british, _ in _BRITISH)
_ENDINGS = {
    last: tuple(e for e in ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "edly", "ed", "ers", "er", "s", "ly") if e[-1] == last)
    for last in "sntgdyr"
}  # fmt: skip
"""Endings that are cut off, by their last letter: one in six or less of them is tried on a word."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str | None:
    """The stem of a word in any case, or the concept that it names; None for words that say nothing.

    Light on purpose: endings of English only, and never below four letters. Words in other scripts are romanised.
    """
    bare = plain(word).replace(" ", "")
    if len(bare) < 2 or bare in EMPTY or bare.isdigit():
        return None
    if bare in CONCEPTS:
        return CONCEPTS[bare]
    for british, american in _BRITISH if bare[-1] in _BRITISH_LAST else ():
        if len(bare) > len(british) + 2 and bare.endswith(british):
            bare = bare.removesuffix(british) + american
    if bare.endswith(("ches", "shes", "sses", "xes", "zes")):
        bare = bare.removesuffix("es")
    single = bare.removesuffix("s")
    if single in CONCEPTS:
        return CONCEPTS[single]
    short = _shortened(bare)
    return None if short in EMPTY else CONCEPTS.get(short, short)


def _shortened(bare: str) -> str:
    for ending in _ENDINGS.get(bare[-1:], ()):
        if len(bare) - len(ending) >= 4 and bare.endswith(ending):
            return _end(bare.removesuffix(ending) + ("y" if ending in ("ies", "ied") else ""))
    return _end(bare)


def _end(bare: str) -> str:
    """Without a doubled consonant or a silent e: `stopp`, `stop`; `close`, `clos`."""
    if len(bare) > 4 and bare[-1] == bare[-2] and bare[-1] not in "aeious":
        return bare[:-1]
    return bare[:-1] if len(bare) > 4 and bare.endswith("e") else bare


@lru_cache(maxsize=16384)
def folded(name: str) -> str:
    """A word of a name with the differences between spellings and romanisations folded away."""
    return "".join(map(sound, plain(name).split()))


@lru_cache(maxsize=32768)
def commonness(word: str) -> float:
    """How often a word is used, in Zipf's scale: about 7 for "the", 3 for "turbine", 0 for words that the list lacks.

    Plain words are looked up in the list themselves: dividing them into words costs more than all else.
    """
    low = word.lower()
    if not (low.isascii() and low.isalpha()):
        return float(zipf_frequency(low, "en"))
    share = get_frequency_dict("en").get(low)
    return 0.0 if share is None else round(freq_to_zipf(share), 2)


@lru_cache(maxsize=16384)
def telling(stem_: str) -> float:
    """How much it tells that two claims share a stem: 0.3 for the most frequent words to 1 for rare ones."""
    return min(1.0, max(0.3, (7.0 - commonness(stem_)) / 3.0))
