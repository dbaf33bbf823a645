"""Agreements: memoranda, contracts, treaties, partnerships, things agreed; with parties, topic, date and place."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.facts import circumstances, denials, settings, syntax, triggers
from parsers.facts.agreement import endings, force, instruments, parties, players, topics
from parsers.facts.agreement.parties import Agreed, Sides
from parsers.facts.clauses import evidence
from parsers.facts.event import guards
from parsers.facts.mentions import posts
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, forecasts, standing
from parsers.model import Fact

KIND = "agreement"
VERSION = "2"

TRIGGERS = instruments.FIRST | instruments.NEEDED.keys()
"""Words with which an agreement's name or verb begins."""


def extract(reading: Reading) -> Iterable[Fact]:
    """One fact for each agreement that a clause tells of; a denied one is a denial, a supposed one is left out."""
    times: tuple[Fact, ...] | None = None
    stop = -1
    for offset, _, word in triggers.where(reading, TRIGGERS):
        if offset < stop or not _may_tell(reading, offset, word):
            continue
        place = syntax.around(reading, offset)
        if place is None:
            continue
        token = place.token(offset)
        agreed = (
            _verbal(reading, place, token, word)
            if word in instruments.NEEDED
            else _named(reading, place, token, offset)
        )
        if agreed is None:
            continue
        stop = place.at + place.tokens.end[agreed.last - 1]
        stands = _standing(place, agreed)
        foreseen = stands.polarity == "-" and forecasts.foreseen(place.parse, place.tokens, agreed.token)
        if stands.polarity == "?" or foreseen or (not agreed.told and stands.polarity == "-"):
            continue
        times = settings.times(reading) if times is None else times
        yield _fact(reading, place, agreed, stands, times)


def _standing(place: Located, agreed: Agreed) -> standing.Standing:
    """The standing of the agreement; where a verb of signing tells of it and is denied or open, that of the verb."""
    stands = standing.of(place.parse, place.tokens, agreed.token)
    clause = place.parse.clause_of(agreed.token)
    verb = clause.verb
    if force.on_condition(place, clause):
        return standing.Standing("?", "hypothetical")
    if stands == standing.PLAIN and not agreed.told and force.near(place, agreed):
        return standing.Standing("+", "proposed")
    if stands == standing.PLAIN and force.hoped(place, agreed):
        return standing.Standing("+", "proposed")
    if force.in_force(place, agreed):
        return standing.Standing(stands.polarity, "asserted")
    if (
        not agreed.told
        and stands.polarity == "+"
        and clause.subject is not None
        and endings.holds(clause, agreed.token)
    ):
        return standing.of_phrase(place.parse, place.tokens, agreed.token)
    if stands == standing.PLAIN and verb is not None and verb.lemma in _PRESSING and "for" in place.tokens.low[verb.end : agreed.token]:  # fmt: skip
        return standing.Standing("+", "target")
    if stands.polarity != "+" or verb is None or not _governed(place, agreed.token, agreed.kind):
        return stands
    told = standing.of(place.parse, place.tokens, verb.head)
    return told if told.polarity != "+" or stands.modality == "asserted" else stands


_PRESSING = frozenset("negotiate press push look bid hope campaign compete".split())
"""Verbs behind whose `for` an agreement is only wanted."""


def _may_tell(reading: Reading, offset: int, word: str) -> bool:
    """A cheap look before the clauses are read: three words in four begin no name of an instrument, or lack their `with`."""
    if word in instruments.NEEDED:
        return triggers.behind(reading, offset, *instruments.NEEDED[word])
    return instruments.NAME.match(reading.body, offset) is not None


# ---- instruments ----


def _named(reading: Reading, place: Located, token: int, offset: int) -> Agreed | None:
    """The agreement that a name tells of: one that a verb of signing governs, or one with its parties."""
    match = instruments.NAME.match(reading.body, offset)
    if match is None or _capital_inside(place, token):
        return None
    last = place.token(match.end() - 1) + 1
    head = next((k for k in range(token, last) if place.tokens.low[k] in instruments.HEADS), None)
    kind, enough = instruments.kind_of(match)
    if head is None or not _heads_phrase(place, head, last) or _other_sense(place, token, last):
        return None
    if endings.fails(place, head) or endings.lost(place, head):
        return None
    told_of = _telling(place, head, last, kind)
    awaited = _awaited(place, head, kind) if told_of is None else None
    told_of = told_of if awaited is None else awaited
    clause = place.parse.clauses[told_of] if told_of is not None else None
    verb = clause.verb if clause is not None else None
    if (
        clause is not None
        and verb is not None
        and clause.link not in _ATTACHED
        and guards.no_event(place, clause, verb.head)
    ):
        return None
    sides = parties.of_noun(reading, place, head, clause)
    if not (clause or enough) or not (sides.arguments or (clause and kind in _SURE)):
        return None
    if clause is None and (force.only_judged(place, head) or force.only_supposed(place, head)):
        return None
    if (kind == "contract" and _of_an_exchange(sides)) or players.of_a_player(place, sides):
        return None
    if sides.arguments and not sides.complete and all("person" in a.labels for a in sides.arguments):
        return None
    telling = verb.head if awaited is not None and verb is not None else head
    return Agreed(token, last, telling, kind, sides, told=clause is not None or endings.ended(place, head))


def _of_an_exchange(sides: Sides) -> bool:
    """Whether a contract is what an exchange trades in: `the Lund Futures Exchange's new | contract`."""
    return len(sides.members) == 1 and sides.members[0].name.endswith(_EXCHANGES)


_EXCHANGES = ("Exchange", "Board of Trade", "Merc", "CBOE", "CBOT", "CME", "LIFFE", "NYMEX", "COMEX", "SIMEX")


_SURE = frozenset(
    ("memorandum of understanding", "framework agreement", "trade agreement", "peace agreement", "treaty")
)
"""Kinds that are filed with a verb of signing even where no party is named (then only likely)."""


_ATTACHED = frozenset(("reduced", "participle"))
"""Links of a participle behind its noun: `the treaty signed by …`, `the treaty, signed by …, expired`."""


def _telling(place: Located, head: int, last: int, kind: str) -> int | None:
    """The clause whose verb of signing governs an instrument: the one around it, or a participle behind it."""
    if _governed(place, head, kind):
        return place.parse.owner[head]
    for number in range(place.parse.owner[head] + 1, len(place.parse.clauses)):
        clause = place.parse.clauses[number]
        if clause.start > last + _REACH * 2:
            break
        verb = clause.verb
        behind = clause.link == "reduced" or (clause.link == "participle" and verb is not None and verb.passive and clause.start - last < 2)  # fmt: skip
        if behind and verb is not None and verb.lemma in instruments.SIGNING and verb.lemma != "launch":
            told = clause.antecedent or clause.subject
            if told is not None and ((told.start < last and head < told.end) or _between(place, clause)):
                return number
    return None


def _awaited(place: Located, head: int, kind: str) -> int | None:
    """The infinitive that says of an instrument that it is to be signed: `the contract is expected | to be signed`."""
    number = place.parse.owner[head]
    if not endings.holds(place.parse.clauses[number], head):
        return None
    for inner in range(number + 1, len(place.parse.clauses)):
        clause = place.parse.clauses[inner]
        if clause.parent == number and clause.link == "infinitive" and clause.inherited and clause.verb is not None:
            signed = clause.verb.passive and clause.verb.lemma in _signing(kind)
            return inner if signed and endings.holds(clause, head) else None
    return None


def _between(place: Located, clause: Clause) -> bool:
    return any(place.tokens.low[c.preposition] in ("between", "with") for c in clause.complements)


def _capital_inside(place: Located, token: int) -> bool:
    """Whether a capital shows a title (`the New Deal`): all but names of instruments at the head of a sentence."""
    text = place.tokens.text
    quoted = (
        token > 0 and text[token - 1] in _QUOTES and text[token] in ("Contract", "Deal", "Convention", "Partnership")
    )
    return quoted or (token > 0 and text[token] == "Deal" and text[token - 1][:1].isupper())


_QUOTES = frozenset("\"“'‘«")


def _heads_phrase(place: Located, head: int, last: int) -> bool:
    """Whether the name ends its noun phrase: no `contract talks`, `joint venture bank`."""
    phrase = place.parse.phrase_at(head)
    if phrase is None:
        return False
    return phrase.head in (head, last - 1) and place.parse.tags[last : last + 1] not in ("N",)


def _other_sense(place: Located, token: int, last: int) -> bool:
    low = place.tokens.low
    behind = low[last]
    return (
        not instruments.BARRED.isdisjoint(low[max(0, token - 2) : token])
        or low[token - 1] == "in"
        or (behind in instruments.BARRED_BEHIND and low[token] in ("deal", "contract", "contracts"))
    )  # fmt: skip


def _governed(place: Located, head: int, kind: str) -> bool:
    """Whether a verb of signing has the instrument as its object, or, in the passive, as its subject."""
    clause = place.parse.clause_of(head)
    verb = clause.verb
    if (
        verb is None
        or verb.lemma not in _signing(kind)
        or (verb.lemma == "hold" and place.tokens.low[verb.end] in ("up", "off", "back"))
    ):
        return False
    if verb.passive and endings.holds(clause, head):
        return True
    if verb.lemma == "launch" and kind in ("deal", "agreement", "contract"):
        return False  # a bond
    if verb.lemma == "cut" and kind not in ("deal", "trade agreement"):
        return False
    behind = verb.end <= head
    if verb.lemma == "culminate":
        return place.tokens.low[verb.end] == "in" and 0 < head - verb.end < _REACH
    first = place.tokens.low[verb.end]
    reached = first in ("into", "on", "up") or (first in ("a", "an") and not _part_of(place, verb.end, head))
    near = any(o.head == head for o in clause.objects) or (reached and head - verb.end < _REACH)
    return behind and (near or verb.passive)


def _part_of(place: Located, start: int, head: int) -> bool:
    """Whether another noun is what the verb governs: `holds an interest in the | partnership`; not `a series of | agreements`."""
    low, tags = place.tokens.low, place.parse.tags
    return any(tags[k] == "I" and not (low[k] == "of" and low[k - 1] in _SOME) for k in range(start, head))


_SOME = frozenset("series variety number set package pair couple range host slew string raft round batch".split())
_REACH = 9
"""Tokens between `entered into` and its instrument."""


def _signing(kind: str) -> frozenset[str]:
    if kind in ("joint venture", "partnership"):
        return instruments.FORMING | instruments.HOLDING
    return instruments.SIGNING | instruments.HOLDING


# ---- verbs ----


def _verbal(reading: Reading, place: Located, token: int, word: str) -> Agreed | None:
    """The agreement that a verb tells of: agreed to, partnered with, elevated ties."""
    clause = place.parse.clause_of(token)
    verb = clause.verb
    low = place.tokens.low
    if verb is None or verb.head != token:
        return _raised(reading, place, token) if word == "elevation" else None
    if verb.lemma in instruments.RAISING:
        return _raised(reading, place, token)
    if verb.lemma in instruments.PARTNERING:
        joined = verb.lemma != "join" or low[token + 1] == "forces"
        last = next((k + 1 for k in range(token + 1, token + 4) if low[k] == "with"), None)
        if not _PLAYED.isdisjoint(low):
            return None
        if last is None or not joined or verb.tense == "infinitive" or (verb.tense == "gerund" and clause.subject is None):  # fmt: skip
            return None
        return Agreed(token, last, token, "partnership", parties.of_verb(reading, place, token))
    return _decision(reading, place, token, clause)


def _decision(reading: Reading, place: Located, token: int, clause: Clause) -> Agreed | None:
    """`agreed to …`, `agreed on …`, `it was agreed to …`; what one person consents to, or says too, is none."""
    low = place.tokens.low
    verb = clause.verb
    link, end = (low[token + 1] if low[token + 1] != "upon" else "on"), token
    if link == "on" and low[token + 2] in posts.CALENDAR and "to" in low[token + 3 : token + 5]:
        end = low.index("to", token + 3)  # "agreed on Monday | to cut tariffs"
        link = "to"
    if link == "with":
        end = next((c.phrase.end for c in clause.complements if c.preposition == token + 1), token + 1)
        link = low[end] if end > token + 1 else ""
    if verb is None or link not in ("to", "on") or verb.tense == "infinitive" or clause.link == "reduced":
        return None
    if verb.tense == "gerund" and (guards.no_event(place, clause, token) or low[token + 2] == "any"):
        return None
    if link == "on" and not instruments.HEADS.isdisjoint(low[token + 2 : token + 7]):
        return None
    sides = parties.of_verb(reading, place, token)
    if not sides.arguments and not (verb.passive and clause.subject and low[clause.subject.head] == "it"):
        return None
    if link == "to" and players.of_a_game(place, token):
        return None
    single = len(sides.arguments) == 1 and "person" in sides.arguments[0].labels and not sides.complete
    if single or not _infinitive_or_thing(place, token):
        return None
    start = verb.start if place.tokens.low[verb.start] in _HELPING else token
    plain = end == token and low[token + 1] in ("to", "on", "upon")
    return Agreed(start, token + 2 if plain else end + 1, token, "decision", sides)


_PLAYED = frozenset(
    "beat beats beating defeat defeated win won doubles final semi-final semi-finals match set sets tournament title".split()
)
"""Words of sport, where those who team up play together."""
_HELPING = frozenset("has have had was were is are been".split())


def _infinitive_or_thing(place: Located, token: int) -> bool:
    return place.parse.tags[token + 2 : token + 3] in tuple("bEhdRDNJ#Bg")


_TIES = frozenset("ties relations relationship relationships partnership cooperation".split())


def _raised(reading: Reading, place: Located, token: int) -> Agreed | None:
    """`elevated their ties to a strategic partnership`."""
    low = place.tokens.low
    behind = low[token : token + 24]
    if _TIES.isdisjoint(low[max(0, token - 8) : token + 10]) or not {"partnership", "level"} & set(behind):
        return None
    ties = next((k for k in range(token, min(token + 10, place.tokens.size)) if low[k] in _TIES), token)
    sides = parties.of_verb(reading, place, token)
    if not sides.complete:
        around = parties.of_noun(reading, place, ties, None)
        both = (*sides.arguments, *around.arguments)
        sides = Sides(both, complete=sides.complete or around.complete or len(both) > 1)
    return Agreed(token, token + 1, token, "strategic partnership", sides)


# ---- the fact ----


def _fact(reading: Reading, place: Located, agreed: Agreed, stands: standing.Standing, times: tuple[Fact, ...]) -> Fact:
    tokens, at = place.tokens, place.at
    members = agreed.sides.members
    own, phrases = not agreed.told, tuple(a.phrase for a in agreed.sides.arguments)
    where = circumstances.place_within(reading, place, agreed.token, phrases, own=own, of_verb=True)
    if where is not None and where.entity_id in {m.entity_id for m in members}:
        where = None
    if where is not None and "," in place.tokens.low[agreed.last : place.token(where.start_char)]:
        where = None
    at_place = None if where is None else place.token(where.start_char)
    low, high = evidence(tokens, agreed.first, agreed.last)
    return Fact(
        kind=KIND if stands.polarity == "+" else denials.KIND,
        start_char=at + low,
        end_char=at + high,
        extractor=KIND,
        extractor_version=VERSION,
        subtype=agreed.kind,
        subject=agreed.sides.named,
        predicate=tokens.phrase(agreed.first, agreed.last),
        object=topics.topic(place, agreed, at_place),
        modality=stands.modality,
        polarity=stands.polarity,
        certainty="certain" if agreed.sides.complete and agreed.sides.known and len(members) > 1 else "likely",
        place=where.name if where else None,
        anchor_start=at + tokens.start[agreed.first],
        anchor_end=at + tokens.end[agreed.last - 1],
        parties=settings.parties("party", members),
        **_when(place, agreed, times)._asdict(),
    )


def _when(place: Located, agreed: Agreed, times: tuple[Fact, ...]) -> settings.Time:
    """The time of an agreement; none for one under which something is done: `flies under a | pact with X from March 23`."""
    phrase = place.parse.phrase_at(agreed.token)
    if not agreed.told and phrase is not None and phrase.start > 1 and place.tokens.low[phrase.start - 1] == "under":
        return settings.NO_TIME
    found = circumstances.time_within(times, place, agreed.token, own=not agreed.told)
    named = phrase is not None and (found.time_surface or "") in place.tokens.low[phrase.start : agreed.token]
    return settings.NO_TIME if named and (found.time_surface or "").isdigit() else found
