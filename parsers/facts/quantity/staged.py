"""Figures of what was not done in the world: of a story that is told, of a mock attack, of what a sentence asks to suppose."""

from __future__ import annotations

from parsers.facts.quantity.objects import Figure
from parsers.facts.syntax.standing import Standing
from parsers.facts.tokens import Tokens, words

SUPPOSED = Standing("?", "hypothetical")

_INVENTED = words("novel thriller sitcom opera musical comedy cartoon fable")
"""Works whose figures are made up."""
_SHOWN = words("film movie drama series episode play story game book")
"""Works that may also tell of what was so."""
_TELLING = words("tell imagine depict describe portray follow chronicle")
"""Verbs whose subject may be a work that tells a story."""
_MOCK = words("simulated mock fictional fictitious imaginary")
_DRILLS = words("drill drills exercise exercises rehearsal simulation")
_SUPPOSING = words("suppose supposing imagine assuming")
_BETWEEN = words("the a an this his her its their new latest first second debut short one of ' ’ s")
"""Words between `in` and the work."""
_FURTHEST = 5


def standing_of(figure: Figure) -> Standing | None:
    """`?` and hypothetical where the sentence says that the figure is made up, staged or supposed; else None."""
    low, i = figure.tokens.low, figure.measure.start
    if low[0] in _SUPPOSING and (low[1] == "that" or figure.tokens.text[1].islower()):
        return SUPPOSED
    if figure.measure.subtype != "count":
        return None
    if (figure.measure.outcome and _mock(figure)) or _told_in(figure.tokens, i, _INVENTED):
        return SUPPOSED
    now = figure.clause.verb is not None and figure.clause.verb.tense == "present"
    return SUPPOSED if now and figure.measure.outcome and _told_in(figure.tokens, i, _SHOWN) else None


def unsure(figure: Figure) -> bool:
    """May what became of people have been staged: "in the drill, rescuers evacuated 400 people"?"""
    low, i = figure.tokens.low, figure.measure.start
    if figure.measure.outcome is None and figure.measure.subtype != "count":
        return False
    return _in_a_drill(low, i) or _subject_is(figure, _SHOWN)


def _in_a_drill(low: list[str], i: int) -> bool:
    """Is a drill named before token i as where it happens: "in the drill", "during a military exercise"?"""
    return any(
        low[k] in _DRILLS and not _DURING.isdisjoint(low[max(0, k - _FURTHEST) : k])
        for k in range(max(0, i - _BEFORE), i)
    )


_BEFORE = 16
"""Tokens before a figure in which a drill is looked for."""
_DURING = frozenset(("in", "during"))


def _mock(figure: Figure) -> bool:
    """Is the subject of the figure's clause a mock one: "a simulated attack left 200 dead"?"""
    subject = figure.clause.subject
    return subject is not None and not _MOCK.isdisjoint(figure.tokens.low[subject.start : subject.head])


def _told_in(tokens: Tokens, i: int, works: frozenset[str]) -> bool:
    """Does the sentence open with the work in which it happens, or name it as what tells of it, before token i?"""
    low = tokens.low
    if low[0] in ("in", "throughout"):
        k = next((k for k in range(1, 1 + _FURTHEST) if low[k] not in _BETWEEN), 1)
        return low[k] in works and k < i
    return False


def _subject_is(figure: Figure, works: frozenset[str]) -> bool:
    """Is a work the subject of a verb of telling in a clause around: "the film tells of a plague that kills 3 million"?"""
    number: int | None = figure.number
    for _ in range(_FURTHEST):
        if number is None:
            return False
        clause = figure.parse.clauses[number]
        told = clause.verb is not None and clause.verb.lemma in _TELLING
        if told and clause.subject is not None and figure.tokens.low[clause.subject.head] in works | _INVENTED:
            return True
        number = clause.parent
    return False
