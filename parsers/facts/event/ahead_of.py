"""Whether a happening is so, or only planned, wished or spoken of: by the verb that carries it, or the noun that it explains."""

from __future__ import annotations

from parsers.facts.event import guards
from parsers.facts.event.frames import LIGHT
from parsers.facts.event.guards import Happening
from parsers.facts.syntax import Clause, Located, cues, standing

_CLOSE = 6
"""Tokens between a verb and the noun of happening that it carries."""
_OWNERS = frozenset("her his their its my our".split())


def standing_of(place: Located, happening: Happening) -> standing.Standing:
    """Whether it is so; a noun behind a verb that only carries it is as that verb is: `required to enter into | talks`."""
    mine = standing.of(place.parse, place.tokens, happening.token)
    verb = place.parse.clause_of(happening.token).verb
    phase = _phase(place, happening)
    if phase is not None:
        return standing.of(place.parse, place.tokens, phase)
    if _gone(place, happening):
        return mine._replace(modality="asserted")
    if _made_known(place, happening, mine):
        return mine._replace(modality="asserted")
    if _already(place, happening, mine):
        return mine._replace(modality="asserted")
    if _completed(place, happening, mine):
        return mine._replace(modality="asserted")
    if _only_of_interest(place, happening, mine):
        return mine._replace(modality="proposed")
    announced = _announced(place, happening, mine)
    if announced is not None:
        return mine._replace(modality=announced)
    if _planned_first(place, happening, mine):
        return mine._replace(modality="planned")
    if not happening.nominal or mine.polarity != "+" or mine.modality != "asserted" or verb is None:
        return mine
    if verb.tense != "infinitive" or not _carries(place, verb.end, verb.lemma, happening.token):
        return mine
    carrier = standing.of(place.parse, place.tokens, verb.head)
    ahead = carrier.modality == "asserted" and not guards.carried_out(place, place.parse.clause_of(happening.token))
    return carrier._replace(modality="planned") if ahead else carrier


def _phase(place: Located, happening: Happening) -> int | None:
    """The noun of beginning that a noun of happening is of: `threatened a | resumption of raids`."""
    phrase = place.parse.phrase_at(happening.token) if happening.nominal else None
    host = place.parse.hosts.get(phrase.start - 1) if phrase is not None else None
    return host if host is not None and place.tokens.low[host] in _BEGINNINGS else None


_BEGINNINGS = frozenset("resumption start beginning launch opening continuation escalation renewal repeat".split())


def _made_known(place: Located, happening: Happening, mine: standing.Standing) -> bool:
    """Whether something that is there is only made known or marked: `called the press to announce the | arrest of X`."""
    clause, phrase = place.parse.clause_of(happening.token), place.parse.phrase_at(happening.token)
    if not happening.nominal or happening.family not in _DONE or mine.polarity != "+" or clause.verb is None or phrase is None:  # fmt: skip
        return False
    held = any(o.start == phrase.start for o in clause.objects)
    return held and clause.verb.tense == "infinitive" and clause.verb.lemma in _MARKING and place.parse.tags[phrase.start] in "DO"  # fmt: skip


_DONE = frozenset(("justice", "casualties", "conflict", "disaster", "departure", "election"))
_MARKING = frozenset(
    "announce mark celebrate protest mourn condemn investigate probe report explain commemorate".split()
)


def _announced(place: Located, happening: Happening, mine: standing.Standing) -> str | None:
    """The modality of a deal that is one that is only announced or proposed, however far in front: `its proposed 32 dlr a share | acquisition`."""
    phrase = place.parse.phrase_at(happening.token) if happening.nominal else None
    if phrase is None or mine.modality != "asserted" or happening.family != "acquisition":
        return None
    clause = place.parse.clause_of(happening.token)
    told = clause.subject is not None and clause.subject.start <= happening.token < clause.subject.end
    if told and clause.verb is not None and clause.verb.passive and clause.verb.lemma in ("announce", "agree"):
        return "planned"
    words = place.tokens.low[phrase.start : happening.token]
    return next((cues.ADJECTIVES.get(word, "planned") for word in words if word in _ANNOUNCED), None)


_ANNOUNCED = frozenset("announced proposed planned agreed pending intended".split())


def _gone(place: Located, happening: Happening) -> bool:
    """Whether an adjective of its own phrase says that a noun of happening is past: `asked for a review of his | recent trip`."""
    phrase = place.parse.phrase_at(happening.token) if happening.nominal else None
    words = place.tokens.low[phrase.start : happening.token] if phrase is not None else []
    return not _PAST.isdisjoint(words) and _ANNOUNCED.isdisjoint(words)  # "its previously announced takeover"


_PAST = frozenset("recent last past previous earlier latest previously".split())


def _already(place: Located, happening: Happening, mine: standing.Standing) -> bool:
    """Whether a participle tells what is so although its verb is planned: `is to appear in court, | charged with murder`."""
    clause = place.parse.clause_of(happening.token)
    verb, link = clause.verb, clause.link
    if happening.family == "casualties" and link == "participle" and mine == standing.Standing("+", "target"):
        return True  # "tried to blow up the station, | injuring two"
    passive = verb is not None and verb.passive and verb.tense == "participle"
    return mine.polarity == "+" and mine.modality == "planned" and passive and link in ("participle", "reduced")


def _completed(place: Located, happening: Happening, mine: standing.Standing) -> bool:
    """Whether what was planned is done by now: `completed its planned | merger`."""
    verb = place.parse.clause_of(happening.token).verb
    if not happening.nominal or mine.polarity != "+" or verb is None or verb.passive or verb.lemma not in _COMPLETING:
        return False
    if not (verb.tense == "past" or verb.perfect) or not 0 <= happening.token - verb.end <= _CLOSE:
        return False
    return standing.of(place.parse, place.tokens, verb.head).modality == "asserted"


_COMPLETING = frozenset("complete conclude finalize finalise finish close".split())


def _only_of_interest(place: Located, happening: Happening, mine: standing.Standing) -> bool:
    """Whether a form in -ing is what somebody has an eye on, or what would come of something: `interested in | buying it`."""
    clause = place.parse.clause_of(happening.token)
    if (
        mine.modality not in ("asserted", "planned")
        or happening.nominal
        or clause.verb is None
        or clause.verb.tense != "gerund"
    ):
        return False
    low, parent = place.tokens.low, clause.parent
    outer = place.parse.clauses[parent].verb if parent is not None else None
    at = clause.opener if clause.opener is not None else clause.verb.start - 1
    if low[at] in ("in", "on", "at") and low[at - 1] in _EYING:
        return True
    return outer is not None and outer.lemma in ("result", "lead", "end") and outer.tense in ("future", "modal")


_EYING = frozenset("interested interest interests sights sight eye eyes intent bent set focused focus aimed".split())


def _planned_first(place: Located, happening: Happening, mine: standing.Standing) -> bool:
    """Whether an infinitive explains a noun in front of the main verb: `the plan to | sell the mill was approved`."""
    clause = place.parse.clause_of(happening.token)
    verb = clause.verb
    if mine.modality != "asserted" or happening.nominal or clause.link != "infinitive" or clause.parent is None:
        return False
    outer = place.parse.clauses[clause.parent].verb
    return (
        verb is not None and outer is not None and verb.start < outer.start and place.parse.tags[verb.start - 1] == "N"
    )


def _carries(place: Located, end: int, lemma: str, token: int) -> bool:
    """Whether a verb that ends at a token has a noun of happening right behind it: `hold | talks`, `enter into | talks`."""
    between = place.parse.tags[end:token]
    if token < end or token - end > _CLOSE or "," in between:
        return False
    if lemma in _ENTERING:
        return place.tokens.low[end] in _ENTERING[lemma]
    return lemma in LIGHT | {"be"} and "I" not in between


_ENTERING = {"enter": ("into",), "go": ("into",), "engage": ("in",), "return": ("to",)}
"""Verbs that carry a noun of happening behind a preposition."""


def of_others(place: Located, clause: Clause) -> bool:
    """Whether somebody only speaks of a plan that is not said to be theirs: `defended a plan | to sell the mill`."""
    if clause.link != "infinitive" or not clause.inherited or clause.parent is None or clause.verb is None:
        return False
    outer, phrase = place.parse.clauses[clause.parent], place.parse.phrase_at(clause.verb.start - 1)
    if outer.verb is None or phrase is None or not any(o.start == phrase.start for o in outer.objects):
        return False
    return outer.verb.lemma in _JUDGING and place.tokens.low[phrase.start] not in _OWNERS


_JUDGING = frozenset(
    "defend criticize criticise back support oppose welcome approve reject attack describe discuss praise endorse condemn question denounce debate review study consider block".split()
)
"""Verbs of what one says or thinks of the plan of others."""
