"""Projects: what is to be built, produced or set up; by whom, where, for how much, by when, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from parsers.facts import arguments, circumstances, settings, syntax, triggers
from parsers.facts.arguments import Argument, argument, extended
from parsers.facts.clauses import evidence
from parsers.facts.event import guards
from parsers.facts.list_ends import things_listed
from parsers.facts.project import words
from parsers.facts.project.words import TRIGGERS
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase, standing
from parsers.model import Fact, Mention, Party

KIND = "project"
VERSION = "2"

__all__ = ["KIND", "TRIGGERS", "VERSION", "extract"]


class Work(NamedTuple):
    """A piece of work: its word (token), who makes it, what is made, and how far it is (None: the clause does not say)."""

    token: int
    who: Argument | None
    what: Argument
    status: str | None


def extract(reading: Reading) -> Iterable[Fact]:
    """One fact for each piece of work that a clause tells of with its maker, place, time or size."""
    times: tuple[Fact, ...] | None = None
    amounts: tuple[Fact, ...] = ()
    last: set[tuple[int, int]] = set()
    for offset, _, word in triggers.where(reading, TRIGGERS):
        if not triggers.beside(reading, offset, words.WORDED[word]):
            continue
        place = syntax.around(reading, offset)
        if place is None:
            continue
        token = place.token(offset)
        work = _work(reading, place, token, word)
        if work is None or (place.at, work.what.phrase.head) in last:
            continue
        stands = standing.of(place.parse, place.tokens, token)
        if stands.polarity != "+":
            continue
        last.add((place.at, work.what.phrase.head))
        if times is None:
            times = settings.times(reading)
            amounts = tuple(f for f in reading.facts if f.kind == "quantity" and f.anchor_start is not None)
        fact = _fact(reading, place, work, stands, times, amounts)
        if fact.subject or fact.place or fact.value is not None or fact.timex_type or fact.subtype == "proposed":
            yield fact


def _work(reading: Reading, place: Located, token: int, word: str) -> Work | None:
    clause = place.parse.clause_of(token)
    if clause.verb is not None and clause.verb.head == token:
        return _verbal(reading, place, clause, token)
    return _nominal(reading, place, token, word) if word in words.NOMINAL and place.parse.tags[token] == "N" else None


# ---- verbs ----


def _verbal(reading: Reading, place: Located, clause: Clause, token: int) -> Work | None:
    """The work that a verb of making tells of: what is made is its object, or, in the passive, its subject."""
    verb = clause.verb
    if verb is None or verb.lemma not in words.MAKING or (verb.lemma == "set" and place.tokens.low[token + 1] != "up"):
        return None
    phrase = clause.subject if verb.passive else (clause.objects[0] if clause.objects else None)
    if phrase is None or not _made(place, phrase, words.MAKING[verb.lemma]):
        return None
    what = argument(reading, place, _all_made(place, phrase))
    if verb.passive:
        who = argument(reading, place, clause.agent)
    else:
        who = guards.meant(reading, place, clause, arguments.subject(reading, place, clause))
    status = _status(place, clause, token)
    if who is not None and _of_a_proposal(place, clause):
        who = None
    if what is None or not status or (status == "completed" and not (who and who.members)):
        return None
    if verb.lemma == "open" and who is not None and "person" in who.labels:
        return None  # who opens it has not built it
    if who is not None and not who.members and who.text.lower() in _PRONOUNS:
        who = None
    return Work(token, who if who and "somebody" in who.labels else None, what._replace(members=()), status)


def _all_made(place: Located, phrase: Phrase) -> Phrase:
    """What is made with what is listed behind it: `18 plants | and two institutes`, `25 shops, | 35 stores and a depot`."""
    whole = things_listed(place, phrase)
    at, low = whole.end, place.tokens.low
    other = place.parse.phrase_at(at + 1) if low[at : at + 1] == ["and"] else None
    if other is None or other.start != at + 1 or place.parse.tags[other.head] != "N" or place.parse.tags[other.start] == "O":  # fmt: skip
        return whole
    subjects = (c.subject for c in place.parse.clauses if not c.inherited)
    goes_on = any(s is not None and s.start <= other.head < s.end and s.start > phrase.head for s in subjects)
    return whole if goes_on else whole._replace(end=other.end)


def _made(place: Located, phrase: Phrase, things: frozenset[str]) -> bool:
    """Whether the head of a phrase (or of what it is a part of) is a thing that is made so."""
    low = place.tokens.low
    if low[phrase.head] in ("base", "bases") and low[phrase.head - 1] not in words.BASES:
        return False
    if low[phrase.head] in ("line", "lines") and low[phrase.head - 1] in ("product", "drug", "clothing", "credit"):
        return False
    if low[phrase.head] in words.GOODS and not words.OF_GOODS.isdisjoint(low[phrase.start : phrase.head]):
        return False
    if low[phrase.head] in things:
        return True
    listed = [low[k] for k in range(phrase.head + 1, min(phrase.end, phrase.head + 7))]
    return low[phrase.head + 1] in ("and", ",") and any(word in things for word in listed)


def _of_a_proposal(place: Located, clause: Clause) -> bool:
    """Whether an infinitive explains a noun behind a preposition: `in talks on a proposal | to build an airport`."""
    verb = clause.verb
    phrase = place.parse.phrase_at(verb.start - 1) if verb is not None and clause.link == "infinitive" else None
    return (
        phrase is not None
        and phrase.start > 0
        and place.tokens.low[phrase.start - 1] in ("on", "about", "over", "against")
    )


_PRONOUNS = frozenset("i we you he she it they this that these those who which".split())
_OPEN = frozenset("look ask seek consider discuss invite offer like want hope interest".split())


def _status(place: Located, clause: Clause, token: int) -> str | None:
    """How far a work is, by the standing of its verb, its tense, and the verb that governs it."""
    verb = clause.verb
    if verb is None or place.parse.tags[max(0, token - 1)] == '"':
        return None
    if verb.passive and verb.tense == "participle" and not verb.progressive:
        return "completed"
    modality = standing.of(place.parse, place.tokens, token).modality
    if verb.tense == "gerund" and _for_offer(place, clause):
        return "proposed"
    outer = place.parse.clauses[clause.parent] if clause.parent is not None else None
    governor = outer.verb.lemma if outer is not None and outer.verb is not None else ""
    if governor in guards.ABANDONING:
        return None  # "dropped plans to build"
    loose = verb.tense == "infinitive" and modality in ("asserted", "planned") and governor not in _OPEN
    if loose and not _planned(place, clause, governor):
        return None
    if modality in ("planned", "target", "proposed"):
        return modality
    if verb.tense in ("infinitive", "gerund") and governor in _OPEN:
        return "proposed"
    if verb.tense == "infinitive" and modality == "asserted":
        return "ongoing" if governor in words.STARTING | words.GOING_ON else None
    if verb.progressive or "being" in place.tokens.low[verb.start : verb.head]:
        return "ongoing"
    if verb.tense == "gerund":
        return "proposed" if _for_offer(place, clause) else ("ongoing" if clause.link == "participle" else None)
    return "completed" if verb.tense in ("past", "participle") or verb.perfect else None


def _planned(place: Located, clause: Clause, governor: str) -> bool:
    """Whether an infinitive is a plan: by its governor, by a noun before it, or because money is spent for it."""
    verb = clause.verb
    if verb is None:
        return False
    before = place.tokens.low[verb.start - 1]
    return governor in words.SPENDING or before in words.PLANS or not guards.no_event(place, clause, verb.head)


def _for_offer(place: Located, clause: Clause) -> bool:
    """`ready to offer conditions for establishing …`."""
    before = place.tokens.low[max(0, clause.start - 8) : clause.start + 1]
    if "of" in before and not words.STUDIED.isdisjoint(before):
        return True
    return "for" in before and not {"offer", "ready", "conditions", "proposal", "proposals"}.isdisjoint(before)


# ---- nouns ----


def _nominal(reading: Reading, place: Located, token: int, word: str) -> Work | None:
    """The work that a noun of making tells of: `the construction of a plant by X`, `battery production is to begin`."""
    around = syntax.nominal(place.parse, place.tokens, token)
    clause = place.parse.clause_of(token)
    phrase = around.of
    mine = place.parse.phrase_at(token)
    if mine is None or mine.head != token:
        return None
    if phrase is not None and words.NOMINAL[word] and not _made(place, phrase, words.NOMINAL[word]):
        return None
    status = _nominal_status(place, clause, token)
    if phrase is None or word == "production":
        if word not in ("production", "construction") or not _starts(place, clause, token):
            return None
        phrase = phrase or _before_noun(place, token)
    if phrase is None:
        return None
    what = argument(reading, place, _first_work(place, extended(place, phrase)))
    who = argument(reading, place, around.by) or argument(reading, place, around.owner) or _discussing(reading, place, clause)  # fmt: skip
    who = who if who and "somebody" in who.labels else None
    if what is None or (status is None and who is None):
        return None
    return Work(token, who, what._replace(members=()), status)


def _first_work(place: Located, phrase: Phrase) -> Phrase:
    """What is made, without a second work joined to it: `development of gas fields | and construction of a pipeline`."""
    low = place.tokens.low
    for k in range(phrase.start + 1, phrase.end - 1):
        if low[k] == "and" and (low[k + 1] in words.NOMINAL or (low[k + 1] == "the" and low[k + 2] in words.NOMINAL)):
            return Phrase(phrase.start, k, min(phrase.head, k - 1))
    return phrase


def _starts(place: Located, clause: Clause, token: int) -> bool:
    """Whether a noun is the subject of beginning: `production is slated to begin`, `construction will start`."""
    if clause.verb is None or clause.subject is None or clause.subject.head != token:
        return False
    number = place.parse.owner[token]
    inner = [c.verb.lemma for c in place.parse.clauses if c.parent == number and c.link == "infinitive" and c.verb]
    return clause.verb.lemma in words.STARTING or any(lemma in words.STARTING for lemma in inner)


def _before_noun(place: Located, token: int) -> Phrase | None:
    """The words before a noun of making in its own phrase: `battery | production`."""
    mine = place.parse.phrase_at(token)
    if mine is None or mine.start >= token or place.parse.tags[token - 1] != "N":
        return None
    start = mine.start + (place.parse.tags[mine.start] == "D")
    if start == token - 1 and place.tokens.low[start].endswith("s"):
        return None  # "said it expects | construction"
    if "-" in place.tokens.low[start:token]:
        return None  # "second-shift | production"
    return Phrase(start, token, token - 1) if start < token else None


def _nominal_status(place: Located, clause: Clause, token: int) -> str | None:
    """How far a work is that is the subject or object of its clause's verb; None when the clause does not say."""
    verb = clause.verb
    modality = standing.of(place.parse, place.tokens, token).modality
    if modality in ("planned", "target", "proposed"):
        return modality
    if verb is None:
        return None
    inner = next((c.verb.lemma for c in place.parse.clauses if c.parent == place.parse.owner[token] and c.link == "infinitive" and c.verb), "")  # fmt: skip
    subject = clause.subject is not None and clause.subject.start <= token < clause.subject.end
    if subject and (inner in words.STARTING or (verb.lemma in words.STARTING and verb.tense == "future")):
        return "planned"
    if verb.lemma in words.TALKED_OF and not subject:
        return "proposed"
    if verb.lemma in words.APPROVED and not subject:
        return "planned"
    if not words.TALKS.isdisjoint(place.tokens.low[max(0, token - 8) : token]):
        return "proposed"
    if subject and verb.lemma in words.GOING_ON | words.STARTING:
        return "ongoing"
    if verb.lemma in words.DONE and (verb.tense == "past" or verb.perfect):
        return "completed"
    before = place.tokens.low[max(0, token - 6) : token]
    return "planned" if "steps" in before or "preparations" in before else None


def _discussing(reading: Reading, place: Located, clause: Clause) -> Argument | None:
    """Who discusses a work: the subject of that verb."""
    if clause.verb is None or clause.verb.lemma not in words.TALKED_OF or clause.verb.passive:
        return None
    return guards.meant(reading, place, clause, arguments.subject(reading, place, clause))


# ---- the fact ----

_MODALITY = {"planned": "planned", "proposed": "proposed", "target": "target"}


def _fact(
    reading: Reading,
    place: Located,
    work: Work,
    stands: standing.Standing,
    times: tuple[Fact, ...],
    amounts: tuple[Fact, ...],
) -> Fact:
    tokens, at, token = place.tokens, place.at, work.token
    where = circumstances.place_within(reading, place, token)
    amount = _amount(place, work, amounts)
    members = work.who.members if work.who else ()
    low, high = evidence(tokens, min(token, work.what.phrase.start), max(token + 1, work.what.phrase.end))
    return Fact(
        kind=KIND,
        start_char=at + low,
        end_char=at + high,
        extractor=KIND,
        extractor_version=VERSION,
        subtype=work.status,
        subject=work.who.name if work.who else None,
        predicate=tokens.text[token],
        object=work.what.text or None,
        value=amount.value if amount else None,
        value_high=amount.value_high if amount else None,
        unit=amount.unit if amount else None,
        bound=amount.bound if amount else None,
        modality=_MODALITY.get(work.status or "", "asserted" if work.status else stands.modality),
        place=where.name if where else None,
        anchor_start=at + tokens.start[token],
        anchor_end=at + tokens.end[token],
        parties=_parties(members, where),
        **_when(times, place, token)._asdict(),
    )


def _when(times: tuple[Fact, ...], place: Located, token: int) -> settings.Time:
    """The time of the work's clause, else that of the infinitive in it (`is slated | to begin in 2026`)."""
    verb = place.parse.clause_of(token).verb
    if verb is not None and verb.head != token and verb.lemma in words.APPROVED | words.TALKED_OF and not verb.passive:
        return settings.NO_TIME  # "approved the building of it in May": when it was approved
    found = circumstances.time_within(times, place, token)
    if found.timex_type is not None:
        return found
    number = place.parse.owner[token]
    inner = next((c.verb.head for c in place.parse.clauses if c.parent == number and c.link == "infinitive" and c.verb), None)  # fmt: skip
    return found if inner is None else circumstances.time_within(times, place, inner)


def _parties(members: tuple[Mention, ...], where: Mention | None) -> tuple[Party, ...]:
    others = tuple(m for m in members if where is None or m.entity_id != where.entity_id)
    return settings.parties("participant", others) + (settings.parties("place", (where,)) if where else ())


def _amount(place: Located, work: Work, amounts: tuple[Fact, ...]) -> Fact | None:
    """The money of the clause, else the measure within the words for what is made."""
    tokens, at = place.tokens, place.at
    number = place.parse.owner[work.token]
    phrase = work.what.phrase
    start, end = at + tokens.start[phrase.start], at + tokens.end[phrase.end - 1]
    near = [f for f in amounts if at <= settings.anchor(f) < at + len(tokens.sentence)]
    own = [f for f in near if place.parse.owner[place.token(settings.anchor(f))] == number]
    return next((f for f in own if f.subtype == "money"), None) or next((f for f in near if start <= settings.anchor(f) < end), None)  # fmt: skip
