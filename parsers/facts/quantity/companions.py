"""People counted beside others: "five women and three men", "nine people, including three children", "himself and eight others"."""

from __future__ import annotations

from parsers.facts.quantity import bounds
from parsers.facts.quantity.measure import Measure
from parsers.facts.quantity.nouns import Counted
from parsers.facts.quantity.numbers import WORDS
from parsers.facts.quantity.outcomes import ACTIVE, AUXILIARIES, BEHIND_STATE, FILLERS, HAPPENED, OF_PEOPLE, PASSIVES
from parsers.facts.tokens import Tokens, words

JOINING = words(", and or including plus among with as well along together")
"""Between the members of a list of people."""

MEMBERS = words(
    "a an his her their its at least about around some all most both many mostly mainly another one nearly almost over up"
)
"""What a member of a list may begin with, besides a number."""

CLOSING = words(
    """
    in on at from by to for into who which that after before when while because where if . ; : ( ) ? ! " “ ” said says say told fled left went came
    is was be been did does do will would could may might not but
    """
)
"""A list of people does not go on across one of these."""

PLURAL_VERBS = words("were are have had got")
"""Verbs whose subject is the whole list."""

BEFORE_A_LIST = words(
    ', and or that said says but while when where after as including plus : ; - – — " “ ‘ among them with'
) | {""}
"""Before the number of people that are a subject."""

FURTHER = words("against of with over under about between toward towards during among per as than")
"""Behind a verb these begin something else than its object."""

LONGEST_LIST = 22
"""Tokens of a list of people."""

MOST_BACK = 8
"""Tokens from a number back to the verb that another victim is behind."""

PLACED = words("in at near on from")
"""Prepositions of "killed four in Cuba and six in Haiti"."""

DIRECTIONS = words(
    "the of and , north south east west capital city town village province region centre center suburb suburbs district"
)
"""Lower-case words of such a place."""


def opening(tokens: Tokens, i: int) -> int:
    """The first token of a number with its bound and the fillers before it ("another at least 12")."""
    bound = bounds.before(tokens, i)
    k = bound[1] if bound else i
    while k > max(0, i - 6) and tokens.low[k - 1] in FILLERS and tokens.low[k - 1] != "of":
        k -= 1
    return k


def _is_number(tokens: Tokens, k: int) -> bool:
    return tokens.text[k][:1].isdecimal() or tokens.low[k] in WORDS


def _joins(tokens: Tokens, k: int) -> bool:
    """Does token k are between the members of a list ("and", "among them")?"""
    return tokens.low[k] in JOINING or (tokens.low[k] == "them" and tokens.low[k - 1] == "among")


def _member(tokens: Tokens, k: int, *, first: bool) -> bool:
    """May token k are in a list of people? `first`: right behind a joining word."""
    low = tokens.low[k]
    if first:
        return low in MEMBERS or _is_number(tokens, k)
    return not (low in CLOSING or low in ACTIVE or low in PASSIVES or low.endswith("ed"))


def verb_of_all(tokens: Tokens, start: int, j: int, *, bare: bool) -> int:
    """The "were" or "died" behind a list of people whose first number is at `start` and whose noun ends at j; j without one."""
    if tokens.low[j] not in JOINING or tokens.low[opening(tokens, start) - 1] not in BEFORE_A_LIST:
        return j
    if bare and tokens.low[start - 1] == ",":
        return j  # "a man, 34, and two women were hurt"
    fresh = False
    for k in range(j, min(j + LONGEST_LIST, tokens.size)):
        low = tokens.low[k]
        if low in PLURAL_VERBS or low in HAPPENED:
            return k
        if not _joins(tokens, k) and not _member(tokens, k, first=fresh):
            return j
        fresh = _joins(tokens, k)
    return j


def beside(tokens: Tokens, start: int, end: int, noun: Counted | None, last: Measure | None) -> str | None:
    """What became of people joined to those counted last: "killed five women and three men", "four in Cuba and six in Haiti"."""
    if last is None or last.outcome is None or (noun is not None and noun.head not in OF_PEOPLE):
        return None
    first, i = max(last.end, last.noun.end if last.noun else 0), opening(tokens, start)
    if not 0 < i - first <= LONGEST_LIST:
        return None
    behind = noun.end if noun else end
    if noun is not None and included_in(tokens, start, last) is not None and closed(tokens, behind):
        return last.outcome
    if _parallel(tokens, first, i, behind):
        return last.outcome
    return last.outcome if noun is not None and _listed(tokens, first, i) and closed(tokens, behind) else None


def _listed(tokens: Tokens, first: int, i: int) -> bool:
    """Are tokens `first` to i nothing but joining words and people of one list?"""
    fresh = False
    for k in range(first, i):
        if not _joins(tokens, k) and not (k > first and _member(tokens, k, first=fresh)):
            return False
        fresh = _joins(tokens, k)
    return fresh


def _parallel(tokens: Tokens, first: int, i: int, behind: int) -> bool:
    """ "four in Cuba and six in Haiti": the same preposition before a place behind both."""
    k = first
    while k < i and (tokens.low[k] in AUXILIARIES or tokens.low[k] in PASSIVES or tokens.low[k] in HAPPENED):
        k += 1
    if tokens.low[k] not in PLACED or tokens.low[behind] != tokens.low[k] or tokens.low[i - 1] not in ("and", ","):
        return False
    return all(
        tokens.text[m][:1].isupper()
        or tokens.low[m] in DIRECTIONS
        or (len(tokens.low[m]) == 4 and tokens.low[m].isdecimal())
        for m in range(k + 1, i)
    )


def closed(tokens: Tokens, j: int) -> bool:
    """Does a noun phrase end at token j without a verb of its own a few words on?"""
    if tokens.low[j] not in BEHIND_STATE:
        return False
    for k in range(j, j + MOST_BACK):
        low = tokens.low[k]
        if low in (",", ".", ";", "and", "but", "who", "that", "which", "when", "as", "after", ""):
            return True
        if low in PLURAL_VERBS or low in HAPPENED or low in ("was", "is", "has"):
            return False
    return True


def verb_before_another(tokens: Tokens, k: int, end: int) -> int:
    """The token behind the verb of "killed himself and eight others", for the number at k; k without such a verb."""
    if not closed(tokens, end):
        return k
    for m in range(k - 2, max(-1, k - MOST_BACK), -1):
        low = tokens.low[m]
        if low in ACTIVE or low == "dead":
            return m + 1 if m < k - 2 else k
        if (
            not low[:1].isalpha()
            or low in CLOSING
            or low in FURTHER
            or (_is_number(tokens, m) and low not in ("a", "an"))
        ):
            return k
    return k


def done_to(tokens: Tokens, start: int) -> bool:
    """ "the men who killed nine people were jailed": is the number what somebody did something to, in a relative clause?"""
    k = opening(tokens, start)
    before = tokens.low[k - 2]
    pronoun = tokens.low[k - 3] if before in ("has", "have", "had") else before
    return pronoun in ("that", "which", "who") and (tokens.low[k - 1] in ACTIVE or tokens.low[k - 1] in ASSAULTS)


ASSAULTS = words(
    "shot stabbed hit attacked struck beat robbed held took raped abused threatened assaulted carried employed led smuggled"
)
"""More verbs of what is done to people."""


def in_clause(tokens: Tokens, start: int, end: int) -> bool:
    """ "a bomb that killed nine hurt 21 others": does the number end a relative clause, with the verb of its noun behind?"""
    k = opening(tokens, start)
    verb, before = tokens.low[k - 1], tokens.low[k - 2]
    pronoun = tokens.low[k - 3] if before in ("has", "have", "had") else before
    if verb not in ACTIVE or pronoun not in ("that", "which", "who"):
        return False
    low = tokens.low[end]
    return (
        low in ACTIVE
        or low in PLURAL_VERBS
        or low in ("was", "is", "has", "will", "would", "may", "left")
        or low.endswith("ed")
    )


def included_in(tokens: Tokens, start: int, last: Measure | None) -> float | None:
    """How many those are that "including three children" are some of."""
    k = opening(tokens, start) - 1
    told = tokens.low[k] == "including" or tokens.low[k - 1 : k + 1] == ["among", "them"]
    return last.value if told and last is not None and last.outcome is not None and last.subtype == "count" else None
