"""Where a list of arguments ends: behind its last member, whole, and before the subject of what comes next."""

from __future__ import annotations

from parsers.facts.syntax import Located, Phrase

_LIST = 16
"""Tokens of a list that are looked at."""


def list_end(found: Located, k: int) -> int:
    """Behind the last member of a list that goes on at token k with what no list of names knows; k where none does.

    `Ethiopia, | the Horn Union and Upper Nile`: printed as it stands rather than cut. An apposition and a new clause are none.
    """
    tokens, tags = found.tokens, found.parse.tags
    k = _behind_bracket(found, k)
    stop = min(tokens.size, k + _LIST)
    if tags[k : k + 1] not in (",", "C") or k + 1 >= stop or tokens.low[k] not in (",", "and"):
        return k
    first = k + 1 + (tokens.low[k + 1] == "and")
    if tokens.low[first] == "<":
        return _bracket_end(found, first, k)
    if tags[k] == "," and not tokens.text[first][:1].isupper():
        return k
    if tokens.low[first] in ("the", "its", "their") and tokens.low[first + 1].endswith(("sion", "tion", "ing", "ment")):
        return k  # "the purchase of Lund Ltd and the suspension of payments"
    joined, end = tokens.low[k] == "and" or first > k + 1, first
    while end < stop and (
        tags[end] in "NJDp#j"
        or tokens.low[end] in ("of", "and", ",")
        or (tags[end] in "an" and tokens.low[end - 1] == "-")
    ):
        joined = joined or tokens.low[end] == "and"
        end += 1
    if end < stop and joined and tags[end] in "Mhdva" and "," in tokens.low[first:end]:
        last = max(n for n in range(first, end) if tokens.low[n] == ",")
        if "and" in tokens.low[first:last]:
            end = last  # "Norway, Peru and other countries, | Ola Dahl said"
    if end < stop and (tags[end] in "MBhdvaSWt" or (tags[end] == "g" and "#" in tags[first:end])):
        return k
    while end > first and tags[end - 1] in ",CDI":
        end -= 1
    return end if joined and end > first and tags[end - 1] in "N#" and "N" in tags[first:end] else k


_MEMBERS = 6
"""Members of a list of things that are looked at."""


def things_listed(found: Located, phrase: Phrase) -> Phrase:
    """An object with the things that it is listed with behind it: `the looms, | spindles and two mills`.

    What goes on with a verb, or has no `and`, is no list of things.
    """
    low, tags, at, joined = found.tokens.low, found.parse.tags, phrase.end, False
    named = found.tokens.text[phrase.head][:1].isupper() and low[at + 1] not in ("its", "his", "her", "their")
    named = named and not (tags[phrase.start] == "#" and tags[at + 1 : at + 2] == "#")
    if low[at : at + 1] != [","] or low[at + 1] == "and" or named:
        return phrase
    for _ in range(_MEMBERS):
        if joined or low[at] not in (",", "and") or at + 2 >= found.tokens.size:
            break
        joined = low[at] == "and" or low[at + 1] == "and"
        first = at + 1 + (low[at + 1] == "and")
        other = found.parse.phrase_at(first)
        if other is None or other.start != first or tags[other.head] != "N" or tags[first] == "O":
            return phrase
        joined = joined or "and" in low[other.start : other.end]
        at = other.end
    return phrase._replace(end=at) if joined and tags[at : at + 1] not in tuple("MBhdvaSWtg,") else phrase


def _behind_bracket(found: Located, k: int) -> int:
    """Behind the short form in brackets that only parts two members: `the Power Board | (LPB) and two mills`."""
    tokens = found.tokens
    if tokens.low[k : k + 1] != ["("] or tokens.low[k + 2 : k + 3] != [")"] or tokens.low[k + 3 : k + 4] != ["and"]:
        return k
    return k + 3


def _bracket_end(found: Located, first: int, k: int) -> int:
    """Behind the last name of a list that is set in brackets: `Halden and | <Lund Ltd>`; k where it begins a clause."""
    tokens = found.tokens
    close = next((n for n in range(first, min(tokens.size - 1, first + _LIST)) if tokens.low[n] == ">"), None)
    if close is None or found.parse.tags[close + 1] in "MBhdvaSWt" or tokens.low[k] != "and":
        return k
    return close + 1


def begins_clause(found: Located, phrase: Phrase, token: int) -> bool:
    """Whether a name behind a comma is the subject of what comes next: `in a talk to miners, | Ola Dahl said`."""
    subjects = (clause.subject for clause in found.parse.clauses if not clause.inherited)
    return any(s is not None and phrase.end <= s.start <= token < s.end for s in subjects)


def of_last(found: Located, phrase: Phrase) -> Phrase:
    """A list whose last member is a noun with `of`, whole: `Halden and a unit | of Lund Ltd`."""
    end = phrase.end
    if found.tokens.low[end : end + 1] != ["of"] or "and" not in found.tokens.low[phrase.start : end]:
        return phrase
    inner = found.parse.phrase_at(end + 1)
    return phrase._replace(end=inner.end) if inner is not None and found.parse.tags[inner.head] == "N" else phrase
