"""How an event is meant: done, planned, wished, proposed or claimed, by its verb and the words around its noun."""

from __future__ import annotations

from collections.abc import Callable

from parsers.facts.event import guards
from parsers.facts.event.guards import Happening
from parsers.facts.syntax import Clause, Located, cues, standing
from parsers.facts.time.words import MONTHS


def modality_of(place: Located, happening: Happening, stands: standing.Standing) -> str:
    """A target is one whatever is around it; what its clause tells as so may still lie ahead by the words around it."""
    if happening.family == "target":
        return "target"
    if happening.nominal and _dated(place, happening):
        return "asserted"
    if stands.modality == "claimed" and happening.nominal and _favoured(place, happening):
        return "proposed"
    if stands.modality != "asserted":
        return stands.modality
    return _of_noun(place, happening) if happening.nominal else _of_verb(place, happening)


def _of_verb(place: Located, happening: Happening) -> str:
    """The modality of a verb that its clause tells as so."""
    if _reproached(place, happening) or _by_hearsay(place, happening.token):
        return "claimed"
    wanted = _wanted_done(place, happening.token)
    if wanted is not None:
        return wanted
    return "planned" if _once(place, happening.token) else "asserted"


def _by_hearsay(place: Located, token: int) -> bool:
    """Whether only hearsay names who did it: `was killed, | apparently by the driver`."""
    agent = place.parse.clause_of(token).agent
    if agent is None or agent.start < 2 or place.tokens.low[agent.start - 1] != "by":
        return False
    return place.tokens.low[agent.start - 2] in cues.ADVERBS


def _wanted_done(place: Located, token: int) -> str | None:
    """The modality of a participle that tells what somebody wants or orders: `want him | jailed`."""
    clause = place.parse.clause_of(token)
    outer = place.parse.clauses[clause.parent] if clause.parent is not None else None
    if clause.link != "reduced" or outer is None or outer.verb is None or outer.verb.lemma not in _WANTING:
        return None
    told = clause.antecedent
    held = told is not None and any(o.start == told.start for o in outer.objects)
    return _WANTING[outer.verb.lemma] if held else None


_WANTING = {
    **dict.fromkeys(("want", "need", "prefer", "wish", "like"), "target"),
    "demand": "proposed",
    "order": "proposed",
}


def _of_noun(place: Located, happening: Happening) -> str:
    """The modality of a noun of happening that its clause tells as so: of the first test that fits, in the order of the table."""
    token = happening.token
    if _to_come(place, token) or _within_a_plan(place, token):
        return "planned"
    if _favoured(place, happening):
        return "proposed"
    found = next((modality for test, modality in _TESTS if test(place, token)), None)
    return found or _with_plan(place, token)


def _dated(place: Located, happening: Happening) -> bool:
    """Whether it bears the day on which it struck, whatever is then said of it: `the September 11 | attacks`."""
    low, token = place.tokens.low, happening.token
    if happening.family not in ("conflict", "casualties", "disaster"):
        return False
    near = range(max(1, token - 5), token)
    return any(
        low[k] in MONTHS and low[k + 1 + (low[k + 1] == ".")].isdecimal() and low[k - 1] in ("the", "those")
        for k in near
    )


def _plotted(place: Located, token: int) -> bool:
    """Whether somebody only prepares it, by a participle before it: `held for plotting | attacks`."""
    return not {"planning", "plotting", "preparing"}.isdisjoint(place.tokens.low[max(0, token - 3) : token])


def _once(place: Located, token: int) -> bool:
    """Whether a clause of time in the present tells of what is to come: `from May, when Ann Lind | retires`."""
    clause = place.parse.clause_of(token)
    if clause.link == "coordinate" and clause.parent is not None and clause.verb is not None and clause.verb.tense == "present":  # fmt: skip
        clause = place.parse.clauses[clause.parent]
    verb = clause.verb
    if verb is None or verb.tense != "present" or verb.perfect or verb.progressive or clause.opener is None:
        return False
    return clause.link == "adverbial" and place.tokens.low[clause.opener] in ("when", "once", "after")


def _arranged(place: Located, token: int) -> bool:
    """Whether a noun of happening is the subject of what is arranged: `a | meeting has been arranged`, `talks are set for Monday`."""
    clause = place.parse.clause_of(token)
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb.negated or verb.lemma not in _ARRANGING:
        return False
    return subject.start <= token < subject.end and (verb.passive or verb.lemma == "set")


_ARRANGING = frozenset("arrange organise organize set fix slate book schedule plan timetable".split())


def _may_be(place: Located, token: int) -> bool:
    """Whether a noun of happening is the subject of what may happen: `the last day on which the | merger could occur`."""
    clause = place.parse.clause_of(token)
    verb = clause.verb
    if verb is None or verb.modal not in ("could", "may", "might", "would", "should"):
        return False
    told = clause.subject is not None and clause.subject.start <= token < clause.subject.end
    near = clause.start <= token < verb.start and not set(place.parse.tags[token : verb.start]) & set("MBhdva,;")
    return (told or near) and verb.lemma in cues.OCCURRING | {"complete"}


def _favoured(place: Located, happening: Happening) -> bool:
    """Whether somebody is only for or against a deal: `is said to favour the | merger`."""
    verb = place.parse.clause_of(happening.token).verb
    near = verb is not None and 0 <= happening.token - verb.end <= _FAR
    return happening.family == "acquisition" and near and verb is not None and verb.lemma in _FAVOURING


_FAVOURING = frozenset("favor favour back support recommend endorse discuss consider study review".split())


def _mooted(place: Located, token: int) -> bool:
    """Whether a noun of happening is only thought about: `a | visit by X is under consideration`."""
    low = place.tokens.low
    end = min(place.tokens.size, token + 20)
    at = next((k for k in range(token, end) if low[k] == "under" and low[k + 1] in _THINKING), None)
    return at is not None and low[at - 1] in ("is", "was", "are", "were", "be", "been") and "," not in low[token:at]


_THINKING = frozenset("consideration discussion review study".split())


def _within_a_plan(place: Located, token: int) -> bool:
    """Whether a noun of happening is only where or when something planned will be: `is to speak during his | trip`."""
    phrase, verb = place.parse.phrase_at(token), place.parse.clause_of(token).verb
    if phrase is None or verb is None:
        return False
    going = place.tokens.low[phrase.start - 1] == "for" and verb.lemma in _GOING
    if place.tokens.low[phrase.start - 1] not in ("during", "at", "in") and not going:
        return False
    first = phrase.start < _FRONT and verb.tense == "future"
    ahead = verb.tense in ("future", "infinitive") and not verb.perfect and (verb.head < token or first)
    return ahead and standing.of(place.parse, place.tokens, verb.head).modality == "planned"


_GOING = frozenset("go travel fly come head leave arrive return host gather".split())
_FRONT = 3
"""Tokens in front of a noun of happening that opens its sentence: `During his | trip to Norway, Ola Dahl will …`."""
_DEMANDING = frozenset(
    "demand demands demanded demanding seek seeks sought seeking order orders ordered ordering".split()
)
"""Verbs, also where they are read as something else, whose object is only wanted."""


def _prepared(place: Located, token: int) -> bool:
    """Whether a noun of happening is what is prepared: `ready for | talks`, `his preparations for the | trip`."""
    low = place.tokens.low
    if low[token - 1] == "for" or _still_ahead(place, token):
        return True
    phrase = place.parse.phrase_at(token)
    if phrase is not None and phrase.start > 1 and low[phrase.start - 2 : phrase.start] == ["ahead", "of"]:
        return True
    near = low[max(0, token - 7) : token]
    return any(word in _PREPARING and "for" in near[k + 1 : k + 3] for k, word in enumerate(near))


def _still_ahead(place: Located, token: int) -> bool:
    """Whether something is only done before it, or it is only allowed: `must train before the | trip`, `the | merger was approved`."""
    phrase, clause = place.parse.phrase_at(token), place.parse.clause_of(token)
    verb = clause.verb
    if phrase is None or verb is None:
        return False
    opener = place.tokens.low[clause.opener] if clause.opener is not None else ""
    if verb.tense == "gerund" and opener == "before" and clause.parent is not None and token > verb.start:
        outer = place.parse.clauses[clause.parent]
        return outer.verb is not None and standing.of(place.parse, place.tokens, outer.verb.head).modality != "asserted"
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


_ASSURING = frozenset("assurance assurances guarantee guarantees certainty sign signs".split())
_FRONT_OF = 8
"""Tokens between `no assurance that` and a noun of happening."""
_COMPARING = frozenset("than versus without unlike".split())
"""Words before a noun of happening that is only compared with something, or did not take place."""
_INSTEAD = (["alternative", "to"], ["alternatives", "to"], ["instead", "of"])
_SUPPOSING = frozenset("could would might".split())


def only_thought_of(place: Located, happening: Happening) -> bool:
    """Whether a noun of happening is only compared with, or might be the cause of something: `a takeover could hurt the town`."""
    low = place.tokens.low
    clause = place.parse.clause_of(happening.token)
    verb, phrase = clause.verb, place.parse.phrase_at(happening.token)
    if not happening.nominal or phrase is None:
        return False
    if low[max(0, phrase.start - 2) : phrase.start] in _INSTEAD:
        return True
    if any(
        low[k] == "no" and low[k + 1] in _ASSURING for k in range(max(0, happening.token - _FRONT_OF), happening.token)
    ):
        return True
    if low[phrase.start - 1] in _COMPARING or low[phrase.start] == "any" or _not_held(place, clause, happening):
        return True
    open_ = (verb is not None and verb.modal in _SUPPOSING) or any(
        outer.link == "condition" for outer in place.parse.chain(place.parse.owner[happening.token])
    )
    tags = place.parse.tags
    loose = tags[phrase.start] not in "DO" and "p" not in tags[phrase.start : happening.token]
    return open_ and (loose or low[phrase.start] in ("a", "an", "any", "further", "new"))


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
    if told and verb.lemma == "be" and low[verb.end] in ("off", "dead"):
        return True
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
    if phrase is not None and (low[phrase.start - 1] in _DEMANDING or low[token - 1] in _DEMANDING):
        return True
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


_TESTS: tuple[tuple[Callable[[Located, int], bool], str], ...] = (
    (_mooted, "proposed"),
    (_may_be, "proposed"),
    (_arranged, "planned"),
    (_sought, "proposed"),
    (_thwarted, "proposed"),
    (_asked_for, "target"),
    (_plotted, "planned"),
    (_prepared, "planned"),
)
"""Of a noun of happening, by the words around it: what makes it something that is not done yet."""
