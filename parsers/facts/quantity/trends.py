"""up or down: when a figure is what something rose or fell by or to."""

from __future__ import annotations

from parsers.facts.quantity.measure import Measure
from parsers.facts.syntax import Clause, Parse
from parsers.facts.syntax.lexicon import lemma
from parsers.facts.tokens import Tokens, words

RISING = words(
    "rise increase grow climb jump surge soar advance rally rebound expand leap accelerate double triple quadruple spike swell strengthen firm appreciate inch edge recover widen deepen balloon skyrocket rocket bounce"
)
FALLING = words(
    "fall drop decline slide plunge tumble slip decrease shrink sink plummet ease dip slump contract crash weaken depreciate retreat dwindle recede slow narrow soften moderate cool"
)
"""Verbs, by lemma, whose subject changes by the figure or to it."""

LIFTING = words("raise lift boost hike increase expand push bring_up improve")
LOWERING = words("cut reduce lower trim slash shave decrease curb narrow")
"""Verbs whose object changes by the figure or to it."""

SHEDDING = words("cut shed slash reduce axe trim")
"""Of these, those whose object may be the change itself: `cut 500 jobs`."""

RELATIVE = frozenset(("percent", "points"))
"""Subtypes of figures with which `gain` and `lose` are changes, and not what somebody got or lost."""

UP_NOUNS = words("rise increase gain growth jump surge advance rebound leap climb hike upturn expansion")
DOWN_NOUNS = words("fall drop decline decrease slide plunge slump dip reduction cut downturn contraction tumble")

CHANGING = words("by to from at")


def trend(tokens: Tokens, parse: Parse, clause: Clause, measure: Measure, preposition: int | None) -> str | None:
    """The direction of the change that a figure measures; None when it measures none."""
    i = measure.start
    if tokens.low[measure.end] in ("less", "fewer", "more"):
        return None  # "advanced 3 percent less than a year ago": two figures set side by side
    if tokens.low[measure.end] in ("higher", "lower") and tokens.low[measure.end + 1] != "than":
        verb = clause.verb
        moved = verb is not None and measure.subtype in RELATIVE and verb.end <= i and verb.lemma in GOING
        return ("up" if tokens.low[measure.end] == "higher" else "down") if moved else None
    return (
        _of_sign(tokens, parse, i)
        or _of_noun(tokens, parse, measure, preposition)
        or _of_verb(tokens, parse, clause, measure, preposition)
    )


GOING = words("be go come move finish end close trade open stand run push drift edge inch") | RISING | FALLING
"""Verbs before up and down that keep their direction."""

BETWEEN = words("by about a around nearly almost some only just more than over $ £ € further another at least")
"""Words between up or down and the figure."""


def sign_before(tokens: Tokens, i: int) -> str | None:
    """up or down right before a figure: "up 5 percent", "down by 3"; "up to 5" is a bound."""
    k = i - 1
    while k > 0 and tokens.low[k] in BETWEEN:
        k -= 1
    return tokens.low[k] if k >= 0 and tokens.low[k] in ("up", "down") and tokens.low[k + 1] != "to" else None


def _of_sign(tokens: Tokens, parse: Parse, i: int) -> str | None:
    """The same, but for "give up 5", "set up 3"."""
    found = sign_before(tokens, i)
    if found is None:
        return None
    k = max(j for j in range(i) if tokens.low[j] == found)
    if parse.tags[k - 1 : k] in ("v", "a", "n") and lemma(tokens.low[k - 1], "v") not in GOING:
        return None  # "set up 3 funds"
    return None if parse.tags[k - 1 : k] in ("b", "g") and tokens.low[k - 1] not in ("be", "being") else found


def _of_noun(tokens: Tokens, parse: Parse, measure: Measure, preposition: int | None) -> str | None:
    """ "a rise of 5 percent", "a 5 percent rise"."""
    host = parse.hosts.get(preposition) if preposition is not None and tokens.low[preposition] == "of" else None
    k = measure.end + 1 if tokens.low[measure.end] == "-" else measure.end
    behind = [tokens.low[k]] + ([tokens.low[k + 1]] if parse.tags[k : k + 1] == "J" else [])
    for word in ([tokens.low[host]] if host is not None else []) + (
        behind if measure.subtype != "duration" and (measure.noun is None or measure.subtype in RELATIVE) else []
    ):
        if word in UP_NOUNS and (word not in ("gain", "advance") or measure.subtype in RELATIVE):
            return "up"
        if word in DOWN_NOUNS:
            return "down"
    return None


def _joined(tokens: Tokens, measure: Measure, first: int) -> bool:
    """ "fell from 5 in May and 4 in June": joined to a figure behind from."""
    moved = [k for k in range(first, measure.start) if tokens.low[k] in CHANGING]
    return (
        bool(moved)
        and tokens.low[moved[-1]] == "from"
        and any(tokens.low[k] in ("and", "or") for k in range(moved[-1], measure.start))
    )


def _modifies(tokens: Tokens, parse: Parse, measure: Measure) -> bool:
    """ "dropped a $2 million claim": does the figure describe the noun behind it, and not how far something moved?"""
    phrase = parse.phrase_at(measure.start)
    end = max(measure.end, measure.noun.end if measure.noun else 0)
    return (
        phrase is not None
        and phrase.head >= end
        and tokens.low[phrase.start] in ("a", "an", "the", "its", "their", "his", "her")
    )


def _of_verb(tokens: Tokens, parse: Parse, clause: Clause, measure: Measure, preposition: int | None) -> str | None:
    verb = clause.verb
    if (
        verb is None
        or measure.start < verb.end
        or (preposition is not None and tokens.low[preposition] not in CHANGING)
    ):
        return None
    if (preposition is not None and tokens.low[preposition] == "from") or (
        preposition is None and _joined(tokens, measure, verb.end)
    ):
        return None
    verb_lemma, direct = verb.lemma, preposition is None
    if direct and any(o.end <= measure.start for o in clause.objects):
        return None
    relative = measure.subtype in RELATIVE
    if direct and not relative and _modifies(tokens, parse, measure):
        return None
    if (
        verb_lemma in RISING
        and not (direct and verb_lemma in ("expand", "firm"))
        and not (direct and not relative and verb_lemma == "increase" and verb.passive)
    ):
        return "up"
    if verb_lemma in FALLING:
        return "down"
    if verb_lemma in ("gain", "add", "lose") and direct and relative:
        return "down" if verb_lemma == "lose" else "up"
    changed = (not direct and (bool(clause.objects) or verb.passive)) or (direct and relative)
    if verb_lemma in LIFTING and changed:
        return "up"
    if (verb_lemma in LOWERING and changed) or (verb_lemma in SHEDDING and direct and measure.subtype == "count"):
        return "down"
    return None
