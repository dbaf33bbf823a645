"""Whether what became of people is so, and who did it: decided where the outcome is told, which may be a noun before the number."""

from __future__ import annotations

from parsers.facts.quantity.companions import opening
from parsers.facts.quantity.objects import Figure
from parsers.facts.quantity.outcomes import HAPPENED, NOMINAL, PASSIVES
from parsers.facts.syntax import standing
from parsers.facts.syntax.lexicon import NOUNS_WITH_THAT, SPEECH
from parsers.facts.syntax.standing import Standing
from parsers.facts.tokens import words

_CARRIED_OUT = words("begin continue start help manage proceed come return live survive")
"""Verbs whose infinitive happens with them."""
_REPORTING = SPEECH | words("speak tell list give quote cite put estimate")
"""Verbs whose subject only says how many."""


def of_noun(figure: Figure) -> int | None:
    """The noun that names the outcome of "the deaths of | 12 miners"; None where a verb or adjective tells it."""
    low, k = figure.tokens.low, opening(figure.tokens, figure.measure.start)
    return k - 2 if figure.measure.outcome and k > 1 and low[k - 1] == "of" and low[k - 2] in NOMINAL else None


def told_by_itself(figure: Figure) -> bool:
    """Does a verb behind those who are counted, or a noun before them, tell what became of them: "whether the four miners | survived"?"""
    if of_noun(figure) is not None or _reported(figure):
        return True
    verb, i = figure.clause.verb, figure.measure.start
    if verb is None or verb.start <= i:
        return False
    return figure.tokens.low[verb.head] in PASSIVES or figure.tokens.low[verb.head] in HAPPENED


def standing_of(figure: Figure) -> Standing:
    """The standing of what became of people: of the noun that tells it; what is only the purpose of something is planned."""
    noun = of_noun(figure)
    told = standing.of(figure.parse, figure.tokens, _teller(figure) if noun is None else noun)
    if told.modality == "asserted" and _reported(figure):
        return told._replace(modality="claimed")
    if told.modality == "asserted" and noun is not None and _ordered(figure, noun):
        return told._replace(modality="proposed")
    return told._replace(modality="planned") if told.modality == "asserted" and _purpose(figure) else told


def _teller(figure: Figure) -> int:
    """The participle right behind those counted, which alone tells of them ("no hope for 20 miners | trapped"); else the figure."""
    noun, parse = figure.measure.noun, figure.parse
    if noun is None or parse.tags[noun.end : noun.end + 1] not in ("n", "a"):
        return figure.measure.start
    clause = parse.clause_of(noun.end)
    alone = clause.link == "reduced" and clause.verb is not None and clause.verb.start == noun.end
    return noun.end if alone else figure.measure.start


def _reported(figure: Figure) -> bool:
    """Is it only what reports tell: "unconfirmed reports of | 40 dead"?"""
    at = figure.preposition
    host = figure.parse.hosts.get(at) if at is not None and figure.tokens.low[at] == "of" else None
    return host is not None and figure.tokens.low[host] in _REPORTS


_REPORTS = words("report reports rumour rumours rumor rumors claim claims allegation allegations")


def _ordered(figure: Figure, noun: int) -> bool:
    """Is it what somebody orders: "ordered the | evacuation of 40 people"?"""
    verb = figure.parse.clause_of(noun).verb
    return verb is not None and verb.lemma in ("order", "command") and 0 <= noun - verb.end < _NEAR


_NEAR = 4
"""Tokens between `ordered` and the noun of what is ordered."""


def _purpose(figure: Figure) -> bool:
    """Is it only what something is done for: "launched raids to | arrest 40 people"?"""
    clause, number = figure.clause, figure.number
    verb = clause.verb
    if clause.link != "infinitive" or clause.parent is None or verb is None or verb.passive or verb.perfect:
        return False
    outer = figure.parse.clauses[clause.parent].verb
    if outer is None or figure.parse.owner[figure.measure.start] != number:
        return False
    on = outer.lemma == "go" and figure.tokens.low[outer.end] == "on"
    return not on and outer.lemma not in _CARRIED_OUT


def nobody(figure: Figure) -> bool:
    """Does the subject of the clause do nothing to those counted: "demanded the arrest of | 12", "reports spoke of | 12 hurt"?"""
    if not figure.measure.outcome:
        return False
    if of_noun(figure) is not None:
        return True
    verb, subject, low = figure.clause.verb, figure.clause.subject, figure.tokens.low
    if verb is None or subject is None:
        return False
    if verb.passive and not figure.clause.objects and figure.measure.start >= verb.end:
        return True  # "in a court | charged with the murder of 12 and three more"
    if figure.clause.inherited:
        return False
    return verb.lemma in _REPORTING or low[subject.head] in NOUNS_WITH_THAT
