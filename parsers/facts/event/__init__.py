"""Events: who visited, met, opened, elected, appointed, sanctioned whom; when, where, and whether it has happened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from parsers.facts import circumstances, denials, settings, syntax, triggers
from parsers.facts.argument_nouns import SOMEBODY
from parsers.facts.arguments import Argument
from parsers.facts.event import ahead_of, guards, partners
from parsers.facts.event.frames import NEEDS, NOUNS, REACH, TRIGGERS, VERBS, WORDED
from parsers.facts.event.guards import Happening
from parsers.facts.event.senses import nominal, verbal
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, cues, standing
from parsers.model import Fact, Mention, Party

KIND = "event"
VERSION = "2"

__all__ = ["KIND", "TRIGGERS", "VERSION", "extract", "found"]

_LONG = 420
"""A sentence longer than this is shown only around its event."""


def extract(reading: Reading) -> Iterable[Fact]:
    """One fact for each happening that a clause tells of, of the families that proved right on unseen text."""
    return found(reading, settings.WITHHELD_EVENTS)


def found(reading: Reading, withheld: frozenset[str] = frozenset()) -> Iterator[Fact]:
    """The same, without some families. What is denied is a denial; what is asked or supposed is left out."""
    times: tuple[Fact, ...] | None = None
    seen: set[tuple[int, str, str]] = set()
    for offset, text, word in triggers.where(reading, TRIGGERS):
        if not _may_tell(reading, offset, text, word):
            continue
        place = syntax.around(reading, offset)
        if place is None:
            continue
        token = place.token(offset)
        happening = _happening(reading, place, token, word)
        if happening is None or happening.family in withheld:
            continue
        stands = ahead_of.standing_of(place, happening)
        key = place.at, happening.family, word
        if (
            stands.polarity == "?"
            or _only_thought_of(place, happening)
            or (happening.nominal and stands.polarity == "-")
            or key in seen
        ):
            continue
        seen.add(key)
        times = settings.times(reading) if times is None else times
        yield _fact(reading, place, happening, stands, times)


def _may_tell(reading: Reading, offset: int, text: str, word: str) -> bool:
    """A cheap look before the clauses are read: whether there is what a word needs. It saves half of these parses.

    A capital inside a sentence makes a name of a word: neither a verb nor a noun of happening.
    """
    found = reading.tokens.around(offset) if reading.tokens is not None else None
    if found is None:
        return False
    at, tokens = found
    behind = bisect_right(tokens.start, offset - at, 0, tokens.size)
    if word in NEEDS and NEEDS[word].isdisjoint(tokens.low[behind : behind + REACH]):
        return False
    if word in WORDED and WORDED[word].isdisjoint(tokens.low):
        return False
    before = tokens.text[behind - 2] if behind > 1 else ""
    return not (text[0].isupper() and (before.isalnum() or before == ",") and not tokens.sentence.isupper())


def _happening(reading: Reading, place: Located, token: int, word: str) -> Happening | None:
    verb = place.parse.clause_of(token).verb
    if verb is not None and verb.head == token:
        return verbal(reading, place, token) if verb.lemma in VERBS else None
    return nominal(reading, place, token) if word in NOUNS and place.parse.tags[token] == "N" else None


class _Evidence(NamedTuple):
    start: int
    end: int


def _evidence(place: Located, token: int) -> _Evidence:
    """The sentence; of a long one, the clause of the event and what is around it."""
    tokens, at = place.tokens, place.at
    if len(tokens.sentence) <= _LONG:
        return _Evidence(at + tokens.start[0], at + tokens.end[tokens.size - 1])
    for clause in reversed(place.parse.chain(place.parse.owner[token])):
        start, end = at + tokens.start[clause.start], at + tokens.end[max(clause.start, clause.end - 1)]
        if end - start <= _LONG and clause.start <= token < clause.end:
            return _Evidence(start, end)
    first, last = max(0, token - 25), min(tokens.size - 1, token + 25)
    return _Evidence(at + tokens.start[first], at + tokens.end[last])


def _fact(
    reading: Reading, place: Located, happening: Happening, stands: standing.Standing, times: tuple[Fact, ...]
) -> Fact:
    token = happening.token
    tokens, at = place.tokens, place.at
    phrases = (happening.who.phrase if happening.who else None,)
    own = happening.nominal and not circumstances.occurs(place, token, disaster=happening.family == "disaster")
    when = circumstances.time_within(times, place, token, own=own)
    modality = _modality(place, happening, stands)
    ahead = modality == "asserted" and _yet_to_come(reading, when)
    if _of_a_change(when) or (ahead and _told_as_done(place, happening)):
        when, ahead = settings.NO_TIME, False
    if modality == "planned" and _made_before(reading, place, happening, when):
        when = settings.NO_TIME
    where = (
        None if _of_the_thing(place, happening) else circumstances.place_within(reading, place, token, phrases, own=own)
    )
    if where and happening.whom and where.entity_id in {m.entity_id for m in happening.whom.members}:
        where = None
    shown = _evidence(place, token)
    return Fact(
        kind=KIND if stands.polarity == "+" else denials.KIND,
        polarity=stands.polarity,
        start_char=shown.start,
        end_char=shown.end,
        extractor=KIND,
        extractor_version=VERSION,
        subtype=happening.family,
        subject=_named(happening.who),
        predicate=tokens.phrase(_with_either(place, happening), happening.last),
        object=_named(happening.whom),
        modality="planned" if ahead else modality,
        certainty="likely" if partners.unsure(place, happening) else "certain",
        place=where.name if where else None,
        anchor_start=at + tokens.start[token],
        anchor_end=at + tokens.end[token],
        parties=_parties(happening.who, happening.whom, where, partners.others(reading, place, happening)),
        **when._asdict(),
    )


def _made_before(reading: Reading, place: Located, happening: Happening, when: settings.Time) -> bool:
    """Whether a plan has a time in the past, which is then that of the plan: `agreed to sell it in February`."""
    if happening.nominal or reading.date_published is None or not when.time_end:
        return False
    infinitive = place.parse.clause_of(happening.token).link == "infinitive"
    return infinitive and when.time_end[:10] < reading.date_published.isoformat()[:10]


def _of_the_thing(place: Located, happening: Happening) -> bool:
    """Whether a place right behind what is bought or sold may be where that is: `sold its smelter | at Hamar`."""
    if happening.nominal or happening.whom is None or happening.family not in ("trade", "acquisition"):
        return False
    end = happening.whom.phrase.end
    return happening.token < end and place.tokens.low[end : end + 1] in (["at"], ["in"], ["near"], ["outside"])


def _of_a_change(when: settings.Time) -> bool:
    """Whether a time is only one end of something: `since May`, `up from | last year`, `extended to | May 23`."""
    return when.time_relation in ("since", "to") or (
        when.time_relation == "from" and "/" not in (when.timex_value or "")
    )


def _told_as_done(place: Located, happening: Happening) -> bool:
    """Whether a verb tells of the past, so that a time ahead is that of something else."""
    verb = place.parse.clause_of(happening.token).verb
    return not happening.nominal and verb is not None and (verb.tense == "past" or verb.perfect)


def _yet_to_come(reading: Reading, when: settings.Time) -> bool:
    """Whether a time begins after the day of publication; a day, give or take the one of the dateline."""
    if reading.date_published is None or not when.time_start or when.time_relation in ("before", "until", "since"):
        return False
    slack = timedelta(days=len(when.timex_value or "") == len("2024-03-31"))
    return when.time_start[:10] > (reading.date_published + slack).isoformat()


def _with_either(place: Located, happening: Happening) -> int:
    """The first token of what is told: the verb that is offered as the other of two goes with it (`killed or | wounded`)."""
    first, low = happening.first, place.tokens.low
    either = not happening.nominal and first > 1 and low[first - 1] == "or" and place.parse.tags[first - 2] in "vanb"
    return first - 2 if either else first


def _named(side: Argument | None) -> str | None:
    """The name of a side; None for a pronoun, which names nobody."""
    return side.name if side and (side.members or side.text.lower() not in _PRONOUNS) else None


_PRONOUNS = SOMEBODY | {"it", "they", "this", "that", "these", "those"}


def _modality(place: Located, happening: Happening, stands: standing.Standing) -> str:
    """A target is one whatever is around it."""
    if happening.family == "target":
        return "target"
    if not happening.nominal and stands.modality == "asserted" and _reproached(place, happening):
        return "claimed"
    if happening.nominal and stands.modality == "asserted" and _to_come(place, happening.token):
        return "planned"
    if (
        happening.nominal
        and stands.modality == "asserted"
        and (_sought(place, happening.token) or _thwarted(place, happening.token))
    ):
        return "proposed"
    if happening.nominal and stands.modality == "asserted" and _asked_for(place, happening.token):
        return "target"
    if happening.nominal and stands.modality == "asserted":
        return "planned" if _prepared(place, happening.token) else _with_plan(place, happening.token)
    return stands.modality


def _prepared(place: Located, token: int) -> bool:
    """Whether a noun of happening is what is prepared: `ready for | talks`, `his preparations for the | trip`."""
    low = place.tokens.low
    if low[token - 1] == "for" or _still_ahead(place, token):
        return True
    near = low[max(0, token - 7) : token]
    return any(word in _PREPARING and "for" in near[k + 1 : k + 3] for k, word in enumerate(near))


def _still_ahead(place: Located, token: int) -> bool:
    """Whether something is only done before it, or it is only allowed: `must train before the | trip`, `the | merger was approved`."""
    phrase, clause = place.parse.phrase_at(token), place.parse.clause_of(token)
    verb = clause.verb
    if phrase is None or verb is None:
        return False
    if place.tokens.low[phrase.start - 1] == "before":
        return verb.tense in ("future", "modal", "present", "infinitive") and not verb.perfect
    told = clause.subject if verb.passive else next(iter(clause.objects), None)
    return verb.lemma in _ALLOWING and told is not None and told.start <= token < told.end


_ALLOWING = frozenset("agree approve clear authorize authorise ratify endorse".split())
"""Verbs of what others then do: `approved the | merger`."""

_PREPARING = frozenset("way path preparation preparations preparing prepare prepared prepares ready set due".split())


def _with_plan(place: Located, token: int) -> str:
    """The modality of a noun of happening that is the means of what is planned: `plans more growth with the | opening of 5 mills`."""
    phrase, verb = place.parse.phrase_at(token), place.parse.clause_of(token).verb
    if (
        phrase is None
        or verb is None
        or token < verb.end
        or place.tokens.low[phrase.start - 1] not in ("with", "through", "by")
    ):
        return "asserted"
    return cues.OBJECT.get(verb.lemma, "asserted")


def _reproached(place: Located, happening: Happening) -> bool:
    """Whether somebody is only blamed for it: `blamed X for | killing Y`."""
    outer = guards.reproach(place, place.parse.clause_of(happening.token))
    return outer is not None and outer.verb is not None and outer.verb.lemma in guards.REPROACHING


def _to_come(place: Located, token: int) -> bool:
    """Whether an adjective of its own phrase puts a noun of happening ahead: `the | next meeting`."""
    phrase = place.parse.phrase_at(token)
    return phrase is not None and not _AHEAD.isdisjoint(place.tokens.low[max(phrase.start, token - 4) : token])


_AHEAD = frozenset("next coming impending eventual".split())
_SOUGHT = frozenset("application applications approval bid bids offer plan plans proposal request permission efforts attempt attempts prospect possibility moves call calls plea demand demands need pressure push campaign speculation".split())  # fmt: skip


_COMPARING = frozenset("than versus without unlike".split())
"""Words before a noun of happening that is only compared with something, or did not take place."""
_INSTEAD = (["alternative", "to"], ["alternatives", "to"], ["instead", "of"])
_SUPPOSING = frozenset("could would might".split())


def _only_thought_of(place: Located, happening: Happening) -> bool:
    """Whether a noun of happening is only compared with, or might be the cause of something: `a takeover could hurt the town`."""
    low = place.tokens.low
    clause = place.parse.clause_of(happening.token)
    verb, phrase = clause.verb, place.parse.phrase_at(happening.token)
    if not happening.nominal or phrase is None:
        return False
    if low[max(0, phrase.start - 2) : phrase.start] in _INSTEAD:
        return True
    if low[phrase.start - 1] in _COMPARING or low[phrase.start] == "any" or _not_held(place, clause, happening):
        return True
    open_ = (verb is not None and verb.modal in _SUPPOSING) or any(
        outer.link == "condition" for outer in place.parse.chain(place.parse.owner[happening.token])
    )
    return open_ and (phrase.start == happening.token or low[phrase.start] in ("a", "an", "any", "further", "new"))


_UNDONE = {"fall": ("through", "apart"), "break": ("down",), "call": ("off",), "put": ("off",), "rule": ("out",)}
_POSTPONING = frozenset("postpone delay defer cancel scrap shelve".split())
_COLLAPSING = frozenset("collapse fail lapse founder unravel".split())


def _not_held(place: Located, clause: Clause, happening: Happening) -> bool:
    """Whether a noun of happening is what is called off or put off, or a merger or visit that falls through."""
    verb, low, token = clause.verb, place.tokens.low, happening.token
    if verb is None or verb.negated:
        return False
    told = clause.subject is not None and clause.subject.start <= token < clause.subject.end
    particle = low[verb.end] in _UNDONE.get(verb.lemma, ())
    if told and not verb.passive:
        return happening.family != "meeting" and (verb.lemma in _COLLAPSING or particle)
    if verb.lemma not in _POSTPONING and not particle:
        return False
    return told or 0 <= token - verb.end <= _CLOSE


_CLOSE = 6
"""Tokens between `called off` and what was called off."""


_APPLYING = frozenset("application applications approval permission request petition".split())
"""Nouns that may be parted from their `for`: `its application with the board for a | takeover`."""


def _sought(place: Located, token: int) -> bool:
    """Whether a noun of happening is what something is asked or planned for: `approval of the | merger`."""
    phrase, low = place.parse.phrase_at(token), place.tokens.low
    if phrase is not None and low[phrase.start - 1] == "for" and not _APPLYING.isdisjoint(low[max(0, phrase.start - 8) : phrase.start]):  # fmt: skip
        return True
    low = place.tokens.low[max(0, token - 7) : token]
    return any(word in _SOUGHT and {"for", "of"} & set(low[k + 1 : k + 3]) for k, word in enumerate(low))


_THWARTING = frozenset(
    "interfere disrupt oppose thwart hinder obstruct resist impede derail jeopardize jeopardise hamper".split()
)


def _thwarted(place: Located, token: int) -> bool:
    """Whether a noun of happening is what somebody works against, so that it is not done yet: `to disrupt Halden's | purchase`."""
    verb = place.parse.clause_of(token).verb
    return verb is not None and verb.lemma in _THWARTING and not verb.passive and 0 <= token - verb.end <= _FAR


_FAR = 10
"""Tokens between a verb and what it works against: `interfere with Halden Group's proposed | purchase`."""

_ASKING = frozenset(
    "press look hope call push lobby campaign argue plead long wait wish ask work fight pray angle".split()
)


def _asked_for(place: Located, token: int) -> bool:
    """Whether a noun of happening is inside what somebody asks or hopes for: `look for progress in | talks`."""
    verb = place.parse.clause_of(token).verb
    if verb is None or verb.lemma not in _ASKING or verb.head > token:
        return False
    return place.tokens.low[verb.end] == "for"


def _parties(
    who: Argument | None, whom: Argument | None, where: Mention | None, others: tuple[Mention, ...]
) -> tuple[Party, ...]:
    """The doer, the other side, who else takes part, the place; each entity in one role."""
    roles = {m.entity_id: "agent" for m in (who.members if who else ())}
    for mention in whom.members if whom else ():
        roles.setdefault(mention.entity_id, "patient")
    for mention in others:
        roles.setdefault(mention.entity_id, "counterpart")
    if where:
        roles.setdefault(where.entity_id, "place")
    return tuple(Party(role=role, entity_id=entity) for entity, role in roles.items())
