"""Frames of events: which verb or noun, with what around it, tells of which family; and the senses that it must not take.

After ACE 2005 event types (Contact.Meet, Personnel.Elect, Personnel.Start-Position, Justice.*, Conflict.*, Business.*,
Transaction.*), and CAMEO verb codes for what states do to each other (appeal, aid, condemn, invite, sanction).
"""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.argument_nouns import ARMED, BOMBS, FACILITIES, MONEY, STRUCTURES, VEHICLES

# family | verb (and a particle) | who | whom or what | preposition that leads to it instead | heads of another sense
#
# "who" and "whom" list labels (arguments.py) of which one must fit, or =words; `~` in front: may be missing; `!`: may not, even
# in the passive; `*`: anything; `-`: must be missing. Passive clauses are turned round first.
_VERBS = """
visit | visit | somebody | place placeish person body facility unknown | | website site page attention
visit | tour | person named | place placeish facility | | world
visit | arrive | person named vehicle | place placeish | in at |
visit | travel | person named | place placeish | to |
visit | fly | person named | place placeish | to |
meeting | meet | person body named unknown | person body place unknown | | demand target need deadline goal challenge end match opponent resistance threshold criteria standards requirement requirements
meeting | meet | person body named unknown | person body place unknown | with |
meeting | negotiate | somebody | somebody | with |
meeting | confer | somebody | somebody | with |
inauguration | inaugurate | ~somebody | facility =bridge =project =plant =exhibition | |
inauguration | open | ~somebody | facility | | door meeting market markets
inauguration | reopen | ~somebody | facility | |
inauguration | unveil | ~somebody | =monument =statue =memorial =plaque =bust | |
inauguration | commission | ~somebody | =plant =station =pipeline =ship =reactor =refinery =terminal =line | |
election | elect | * | person | |
election | re-elect | * | person | |
election | reelect | * | person | |
election | win | person body named | =election =elections =presidency =primary =by-election =referendum =re-election =nomination =landslide | |
appointment | appoint | ~somebody | person unknown | |
appointment | name | ~somebody | person unknown | |
appointment | nominate | ~somebody | person unknown | |
appointment | swear in | * | person | |
departure | resign | person body | - | | fate
departure | step down | person | - | |
departure | stand down | person | - | |
departure | oust | * | person =government =regime | |
departure | sack | ~somebody | person | | city town
departure | fire | somebody | person | | shots shot
departure | dismiss | somebody | person | | case claim suit suggestion
departure | quit | person named | =post =job =party =government =cabinet =club =company =board =office =parliament | |
departure | retire | person | - | as from |
sanction | impose | ~somebody | =sanctions =embargo =tariffs =tariff =ban =curfew =restrictions =boycott =blockade =duties | |
sanction | expel | somebody | =diplomat =diplomats =ambassador =envoy =attaché | |
sanction | blacklist | somebody | person body named | |
interview | interview | =reporter =reporters =magazine =newspaper body person | person | |
host | host | body place placeish person unknown | =summit =conference =meeting =forum =championship =championships =games =talks =tournament =festival =exhibition =dinner =reception =event =ceremony =final =finals =cup =olympics =congress =convention =workshop =seminar =session =race programme | | show programme program party
host | chair | person | =meeting =session =summit =committee =commission =panel =conference =talks =inquiry | |
investment | invest | somebody | money | | time
investment | invest | somebody | * | in |
trade | buy | somebody | thing facility vehicle money unknown | | time
trade | purchase | somebody | thing facility vehicle money unknown | |
trade | sell | somebody | thing facility vehicle money unknown | | well out idea story dream soul
trade | export | somebody | thing | |
trade | import | somebody | thing | |
acquisition | acquire | somebody | body named unknown =stock =stake =stakes =shares =share =interest =assets =control =business =division =rights =percent =pct | | skill knowledge taste
acquisition | buy | somebody | body =stock =stake =stakes =interest =division =business =percent =pct | | ticket product
acquisition | take over | somebody | body =business =control | |
acquisition | merge | body | body named unknown | with into |
acquisition | merge | body | - | |
invitation | invite | somebody | person body place unknown | | bid
appeal | appeal | person body place | person body place named | to | voters fans readers viewers consumers audience audiences customers buyers women men young youngsters
appeal | appeal | person body place | thing | for |
appeal | call | person body place named | thing | for | redemption tender bids issue
appeal | call | person body place named | somebody | on upon |
appeal | urge | person body place named | somebody | |
appeal | reach out | person body place | person place named | to |
aid | donate | somebody | thing | | money
aid | provide | body place person named | =aid =assistance =relief =supplies =shelter | | light comic pain tax welcome brief
aid | send | body place person named | =aid =relief =supplies =medicine =food =medicines =vaccines | |
aid | deliver | body place person named vehicle | =aid =relief =supplies =medicine =food | |
aid | share | body place person named | =vaccines =aid =supplies =food =medicine | |
condemnation | condemn | somebody | * | | death prison
condemnation | denounce | somebody | * | |
condemnation | deplore | somebody | * | |
conflict | attack | armed place vehicle | place person facility armed vehicle body unknown | |
conflict | attack | ~armed | =village =town =city =base =embassy =convoy =ship =tanker =camp =school =hospital =mosque =church =airport | |
conflict | invade | armed place | place placeish | | privacy
conflict | occupy | armed place | place placeish facility | |
conflict | capture | armed place | place placeish person armed | |
conflict | seize | armed place | place placeish facility =ship =tanker =power =hostages =vessel | |
conflict | shell | ~armed place | place placeish facility armed | |
conflict | bomb | ~armed place | place placeish facility armed vehicle | |
conflict | liberate | ~armed place | place placeish person | |
conflict | storm | armed person | place facility =building =prison =house | |
conflict | clash | armed person | armed person | with |
conflict | fire | armed place person | =missile =missiles =rocket =rockets =shots =shells =mortars | |
casualties | kill | * | person unknown placeish | | time deal bill
casualties | wound | * | person unknown | | pride
casualties | injure | * | person unknown | | pride
casualties | shoot dead | * | person | |
casualties | die | person | - | |
casualties | drown | person | - | |
casualties | perish | person | - | |
casualties | assassinate | * | person | |
casualties | murder | * | person | |
disaster | collapse | structure | - | |
disaster | derail | * | vehicle | |
disaster | crash | vehicle | - | |
disaster | explode | bomb | - | |
disaster | erupt | =volcano =mount named | - | |
disaster | flood | * | =town =village =city =homes =houses =streets =areas =area =river =valley place | |
disaster | strike | !=earthquake =quake =storm =hurricane =typhoon =cyclone =tornado =tsunami =flood =floods | place placeish thing facility | |
disaster | hit | !=earthquake =quake =storm =hurricane =typhoon =cyclone =tornado =tsunami =flood =floods | place placeish thing facility | |
disaster | rock | !=earthquake =quake =explosion =blast | place placeish thing facility | |
disaster | shake | !=earthquake =quake =explosion =blast | place placeish thing facility | |
justice | arrest | * | person | | decline fall
justice | charge | * | person body named | with |
justice | indict | * | person body | |
justice | sentence | * | person | |
justice | convict | * | person body | |
justice | acquit | * | person body | |
justice | detain | * | person | |
justice | extradite | * | person | |
justice | sue | somebody | somebody | |
justice | fine | * | person body named unknown | |
justice | jail | * | person | |
justice | imprison | * | person | |
justice | plead guilty | person body | - | |
protest | protest | =people =workers =students =protesters =demonstrators =thousands =hundreds =farmers =miners =employees =activists =residents =supporters =villagers =women =crowd =crowds | * | |
protest | demonstrate | =people =workers =students =protesters =demonstrators =thousands =hundreds =farmers =miners =employees =activists =residents =supporters =crowd =crowds | - | |
protest | march | =people =workers =students =protesters =demonstrators =thousands =hundreds =farmers =miners =employees =activists =residents =supporters =women =crowd =crowds | - | |
protest | rally | =people =workers =students =protesters =demonstrators =farmers =miners =employees =activists =residents =supporters =women | - | |
target | aim | body place person named | - | |
target | commit | body place person named | - | |
"""

# family | noun | preposition that leads to the doer | to the other side | what the doer or the other side must be | heads of another sense
_NOUNS = """
visit | visit visits trip | by of | to | person named place | return home round business shuttle space
meeting | meeting summit | between of among | with | somebody | annual general town
meeting | talks negotiations discussions consultations | between among | with | somebody | contract pay wage
inauguration | inauguration | | of | facility |
inauguration | opening | | of | facility | talks
election | election re-election reelection | | of | person |
appointment | appointment nomination | | of | person | doctor
departure | resignation | of | | person | letter
departure | dismissal ouster sacking | by | of | person | case claim
interview | interview interviews | by | with to of | named unknown | job
acquisition | acquisition takeover purchase | by | of | body named unknown =stake =shares | language
acquisition | merger | between of | with | body named | acquisitions
conflict | attack attacks raid raids | by | on against | place placeish facility armed person =ship =tanker =village =shipping | heart panic dog personal verbal ad
conflict | invasion bombing shelling occupation siege | by | of | place placeish facility body | privacy home
conflict | clashes fighting | between | with | armed person place body |
casualties | death deaths | of | | person unknown | penalty sentence toll
casualties | killing murder assassination | by | of | person unknown |
justice | arrest arrests trial indictment extradition | | of | person body named | clinical drug leading lead leads for
justice | lawsuit | by | against | somebody |
protest | protests demonstration demonstrations | by | against | person | lodged
disaster | earthquake quake explosion blast avalanche tsunami hurricane typhoon cyclone landslide wildfire | | | place | victory population electoral elected re-elected reelected election elections political presidential parliamentary vote votes voters polls won win wins winning swept majority
"""

LIGHT = frozenset(
    "hold pay make give conduct have begin start open resume launch stage mount carry complete conclude do".split()
)
"""Verbs that only carry a noun of happening: `held talks`, `paid a visit`; their subject is the doer."""


class VerbFrame(NamedTuple):
    """What must be around a verb for one sense of it."""

    family: str
    particle: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    via: frozenset[str]
    barred: frozenset[str]


class NounFrame(NamedTuple):
    """What must be around a noun of happening."""

    family: str
    doer: frozenset[str]
    other: frozenset[str]
    labels: tuple[str, ...]
    barred: frozenset[str]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def _verbs() -> dict[str, tuple[VerbFrame, ...]]:
    table: dict[str, list[VerbFrame]] = {}
    for row in _VERBS.strip().splitlines():
        family, verb, who, whom, via, barred = _cells(row)
        lemma, _, particle = verb.partition(" ")
        frame = VerbFrame(family, particle, tuple(who.split()), tuple(whom.split()), frozenset(via.split()), frozenset(barred.split()))  # fmt: skip
        table.setdefault(lemma, []).append(frame)
    return {lemma: tuple(frames) for lemma, frames in table.items()}


def _nouns() -> dict[str, tuple[NounFrame, ...]]:
    table: dict[str, list[NounFrame]] = {}
    for row in _NOUNS.strip().splitlines():
        family, nouns, doer, other, labels, barred = _cells(row)
        for noun in nouns.split():
            frame = NounFrame(family, frozenset(doer.split()), frozenset(other.split()), tuple(labels.split()), frozenset(barred.split()))  # fmt: skip
            table.setdefault(noun, []).append(frame)
    return {noun: tuple(frames) for noun, frames in table.items()}


VERBS = _verbs()
NOUNS = _nouns()

_IRREGULAR = {
    "meet": "met", "fly": "flew flown", "win": "won winning", "swear": "swore sworn", "stand": "stood", "step": "stepped stepping", "quit": "quits quitting", "buy": "bought",
    "sell": "sold", "take": "took taken", "send": "sent", "shell": "shelled", "bomb": "bombed", "die": "dying died", "expel": "expelled expelling", "travel": "travelled travelling traveled traveling",
    "confer": "conferred conferring", "sue": "sued suing", "acquit": "acquitted acquitting", "ban": "banned banning", "plead": "pled", "reach": "reached reaching", "strike": "struck striking", "hit": "hits hitting", "shake": "shook shaken shaking", "shoot": "shot", "commit": "committed committing",
}  # fmt: skip


def _forms(lemma: str) -> set[str]:
    """The forms of a verb."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    found = {lemma, stem + "ed", stem + "ing", lemma + "s", *_IRREGULAR.get(lemma, "").split()}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        found |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if lemma.endswith(("ss", "sh", "ch")):
        found.add(lemma + "es")
    return found


TRIGGERS = frozenset(form for lemma in VERBS for form in _forms(lemma)) | frozenset(NOUNS)


def _needs() -> dict[str, frozenset[str]]:
    """The particles and prepositions without which a form tells of nothing, for verbs whose frames all have one."""
    table = {}
    for lemma, frames in VERBS.items():
        if all(frame.particle or frame.via for frame in frames):
            words = frozenset().union(*(frame.via | {frame.particle} for frame in frames)) - {""}
            table.update(dict.fromkeys(_forms(lemma) - set(NOUNS), words))
    return table


NEEDS = _needs()
REACH = 14
"""Tokens behind a verb in which one of the words that it needs must be."""

_TABLES = {"armed": ARMED, "bomb": BOMBS, "facility": FACILITIES, "money": MONEY, "structure": STRUCTURES, "vehicle": VEHICLES}  # fmt: skip
"""Labels that only a word of a table brings."""


def _words_of(labels: tuple[str, ...]) -> frozenset[str]:
    """The words of which a sentence must hold one for a side to fit; empty where a side may fit without any."""
    bare = [label.lstrip("!") for label in labels]
    if not all(label.startswith("=") or label in _TABLES for label in bare):
        return frozenset()
    return frozenset().union(*(_TABLES.get(label, frozenset((label[1:],))) for label in bare))


def _verb_words(frame: VerbFrame) -> frozenset[str]:
    """What one frame of a verb asks for: its object, or the doer where even the passive must name one."""
    return _words_of(frame.whom) or (_words_of(frame.who) if frame.who[0].startswith("!") else frozenset())


def _worded() -> dict[str, frozenset[str]]:
    """The words without one of which in its sentence a form tells of nothing, where each of its frames asks for some."""
    asked: dict[str, list[frozenset[str]]] = {}
    for lemma, frames in VERBS.items():
        for form in _forms(lemma):
            asked.setdefault(form, []).extend(map(_verb_words, frames))
    for noun, nouns in NOUNS.items():
        asked.setdefault(noun, []).extend(_words_of(frame.labels) for frame in nouns)
    return {form: frozenset().union(*sets) for form, sets in asked.items() if all(sets)}


WORDED = _worded()
