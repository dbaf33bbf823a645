"""Noun phrases: where they begin and end, and whether they are subject, object, apposition or one more of a list."""

from __future__ import annotations

import re

from parsers.facts.syntax.ahead import two_verbs_ahead, verb_ahead
from parsers.facts.syntax.lexicon import CLAUSAL, TEMPORAL
from parsers.facts.syntax.model import Complement, Phrase
from parsers.facts.syntax.state import HEADS, NOMINAL, Open, State
from parsers.record import of_values


def read_nominal(s: State, i: int, preposition: int) -> int:
    """Read the noun phrase at token i; `preposition` is the token before it, or -1. The token behind it."""
    phrase = phrase_from(s, i)
    if (
        preposition >= 0
        and s.low[preposition] in ("in", "since", "during", "by")
        and _year(s.low[i])
        and phrase.end > i + 1
    ):
        phrase = Phrase(i, i + 1, i)  # "in 2020 sales rose"
    if phrase.end <= i:
        return i + 1
    s.phrases.append(phrase)
    if preposition >= 0:
        place_prepositional(s, preposition, phrase)
    else:
        place_bare(s, phrase)
    return phrase.end


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("18", "19", "20")


def phrase_from(s: State, i: int) -> Phrase:
    """The noun phrase that begins at token i (or the one token)."""
    tags, size, k, head = s.tags, s.size, i, i
    while k < size:
        tag = tags[k]
        if tag not in NOMINAL and not (
            (tag == "R" and k + 1 < size and tags[k + 1] in "J#" and k > i) or (tag == "X" and k == i)
        ):
            break
        if k > i and (tags[k - 1] == "N" or tag in "DO") and parts_at(s, k, tag):
            break
        if tag in "N#" or (tag in HEADS and tags[head] not in "N#"):
            head = k
        k += 1
        if tag in "Oo":
            break
        if k + 1 < size and tags[k] == '"' and tag in "DpJ#" and tags[k + 1] in "NJ#":
            k += 1
    while tags[k - 1] == "j" and k - 1 > i and s.low[k - 1] not in (">", "."):
        k -= 1
    return of_values(Phrase, (i, k, head))


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def parts_at(s: State, k: int, tag: str) -> bool:
    """Does a new phrase begin at token k, right behind another?"""
    before = s.tags[k - 1]
    if tag == "O":
        return True
    if tag == "D":
        rated = s.low[k] in ("a", "an") and "#" in s.tags[k - 2 : k]
        return not rated and (before not in "Dp#" or (before == "#" and s.low[k] in ("a", "an", "the")))
    if tag == "J":
        return before == "N" and s.low[k] in ("last", "next") and s.low[k + 1] in TEMPORAL
    if tag == "#":
        if _gives_to(s, k):
            return True
        return (
            before == "N"
            and s.low[k][:1].isalpha()
            and s.low[k] != "one"
            and not s.tokens.text[k - 1][:1].isupper()
            and s.low[k - 1] not in TEMPORAL
            and s.tags[k - 2 : k - 1] != "#"
        )
    if before != "N" or not s.tokens.text[k][:1].isupper():
        return False
    if s.low[k - 1] in TEMPORAL and s.low[k - 2] in ("last", "next", "this"):
        return True
    if s.low[k - 1] in _WEEKDAYS and s.low[k - 2] == "on":
        return s.low[k] not in TEMPORAL  # "on Sunday | Iran said"
    return s.low[k] in TEMPORAL and not s.tokens.text[k - 1][:1].isupper()


_GIVING = frozenset("sell give pay offer lend send award grant owe loan".split())
"""Verbs that may have who gets it right behind them."""


def _gives_to(s: State, k: int) -> bool:
    """Does a number behind a name begin what somebody gets: "sold Halden | two cargoes", "paid Halden | 5 million dollars"?"""
    verb = s.top.verb
    if verb is None or verb.passive or verb.lemma not in _GIVING or not 0 < k - verb.end <= 4:
        return False
    named = all(tag == "N" for tag in s.tags[verb.end : k]) and s.tokens.text[k - 1][:1].isupper()
    return named and (s.low[k].isalpha() or "," in s.low[k] or s.tags[k + 1 : k + 2] == "#")


def place_prepositional(s: State, preposition: int, phrase: Phrase) -> None:
    """A phrase behind a preposition: part of the phrase before it, the agent of a passive, or a complement of the verb."""
    c, last = s.top, s.last
    complement = of_values(Complement, (preposition, phrase))
    s.complements.append(complement)
    if last is not None and last.end == preposition:
        s.hosts[preposition] = last.head
        if s.low[preposition] == "of" or c.verb is None:
            grow(s, last, phrase.end)
            return
    elif s.phrases[-2:-1] and s.phrases[-2].end == preposition:
        s.hosts[preposition] = s.phrases[-2].head
        if last is not None and last.end >= s.phrases[-2].end and last.start < preposition:
            if s.low[preposition] == "of" or c.verb is None:
                grow(s, last, phrase.end)
            return
    if (
        c.verb is not None
        and c.verb.passive
        and s.low[preposition] == "by"
        and c.agent is None
        and not s.temporal(phrase)
        and s.low[preposition - 1] not in _EXCEPTING
        and not _of_a_deed(s, preposition)
    ):
        c.agent = phrase
    c.complements.append(complement)


_EXCEPTING = frozenset("except than unless".split())
"""Words before `by` behind which nobody has done it: `shall be jailed except | by order of a court`."""
_DEEDS = ("tion", "sion", "ment")
_SAYINGS = frozenset(
    "report reports request order orders appeal call calls attack attacks raid raids offer bid visit complaint complaints ruling speech letter claim claims plea vote review inquiry "
    "use proposal charge threat warning search strike study survey probe".split()
)


def _of_a_deed(s: State, preposition: int) -> bool:
    """Is a `by` that of a noun behind another preposition: "was jailed after a complaint | by Ann Lind"?"""
    host = s.hosts.get(preposition)
    phrase = next((p for p in reversed(s.phrases[-3:]) if p.head == host), None)
    if host is None or phrase is None or phrase.start == 0 or s.tags[phrase.start - 1] != "I":
        return False
    return s.low[host] in _SAYINGS or s.low[host].endswith(_DEEDS)


def grow(s: State, phrase: Phrase, end: int) -> None:
    """The phrase goes on to token `end`: wherever it is kept."""
    other = phrase._replace(end=end)
    c = s.all[s.last_in]
    s.last = other
    if c.subject == phrase:
        c.subject = other
    if c.objects and c.objects[-1] == phrase:
        c.objects[-1] = other


def place_bare(s: State, phrase: Phrase) -> None:
    """A noun phrase without a preposition: a subject, an object, an apposition, or another member of a list."""
    c, last = s.top, s.last
    before = s.before(phrase.start)
    joined = last is not None and s.last_in == c.number and last.end <= phrase.start
    if before == "C" and _example(s, phrase):
        return
    if (
        before == "C"
        and s.low[phrase.start - 1] != "but"
        and joined
        and last is not None
        and phrase.start - last.end <= 3
        and (listed(s, last, c) or not verb_ahead(s, phrase.end, c))
    ):
        grow(s, last, phrase.end)
        return
    if c.verb is None:
        take_subject(s, c, phrase, before)
    elif s.temporal(phrase) and not (
        phrase.start == c.verb.end and c.verb.lemma in ("spend", "last", "take", "be", "mark")
    ):
        return
    elif before == "," and joined and last is not None and c.objects and s.tags[last.end] == ",":
        s.appositions.append((last, phrase))
        s.apposed = phrase
        return
    elif before not in (",", "C") and (s.tags[phrase.head] != "J" or s.tags[phrase.start] in "D#"):
        c.objects.append(phrase)
    s.last, s.last_in = phrase, c.number


_EXAMPLES = frozenset("including excluding besides".split())
"""Prepositions behind which a list is never a subject: `banks, including A and B, were …`."""


def _example(s: State, phrase: Phrase) -> bool:
    """Whether a phrase is joined to the examples of another: `firms such as A and | B are …`."""
    end = phrase.start - 1 - (s.tags[phrase.start - 2] == ",")
    for at, first in reversed(s.complements[-3:]):
        if first.end != end:
            return False
        if s.low[at] in _EXAMPLES or (s.low[at] == "as" and s.low[at - 1] == "such"):
            return True
        end = at
    return False


def listed(s: State, last: Phrase, c: Open) -> bool:
    """Is a phrase the first of a list that is itself a subject: "said A and B rose", "…, and A and B rose"?"""
    if c.verb is None:
        return False
    if last.start == c.verb.end and s.low[last.start] != "no":
        parted = s.tags[last.end] == "," and "," not in s.tags[last.start : last.end]
        return c.verb.lemma in CLAUSAL and not (c.verb.passive or parted) and c.verb.lemma not in ("tell", "ask", "inform")  # fmt: skip
    return s.before(last.start) in (",", "C") and s.tags[last.end] == "C"


_VERB = re.compile("[RX]{0,4}[MBhdva]")


def _seat(s: State, old: Phrase, phrase: Phrase) -> bool:
    """Whether a name only completes the place in front of it: `last week in Hamar, Norway, | Ann Lind said`."""
    if old.end != phrase.start - 1 or not s.complements or s.tags[old.start - 1 : old.start] != ",":
        return False
    at, place = s.complements[-1]
    return place.end == old.start - 1 and s.low[at] in ("in", "at", "near") and s.tags[phrase.start] != "D"


def _places(s: State, old: Phrase, phrase: Phrase) -> bool:
    """Whether what was taken for the subject only goes on with a list: `in riots in Lund, | Hamar and Osk, | 20 people died`."""
    end, text = phrase.start - 1, s.tokens.text
    while s.tags[end] in "RX":
        end -= 1
    if not s.complements or s.tags[old.start - 1 : old.start] != "," or s.tags[end] != ",":
        return False
    between = s.tags[old.start : end]
    capitals = all(text[k][:1].isupper() for k in range(old.start, end) if s.tags[k] == "N")
    return s.complements[-1].phrase.end == old.start - 1 and "C" in between and set(between) <= set("N,C") and capitals


def take_subject(s: State, c: Open, phrase: Phrase, before: str) -> None:
    """A phrase before the verb: the subject, an apposition to it, or the subject of a clause inside it."""
    old = c.subject
    if old is None or (s.temporal(old) and not s.temporal(phrase)):
        c.subject = phrase
        c.inherited = False
    elif s.temporal(phrase):
        return
    elif c.inherited:
        c.subject = phrase
        c.inherited = False
    elif before == "," and (_seat(s, old, phrase) or _places(s, old, phrase)) and _VERB.match(s.tags, phrase.end):
        c.subject = phrase
    elif before in (",", "-"):
        s.appositions.append((old, phrase))
    elif s.tags[phrase.start] in "OD" and c.link != "relative" and before in "N#" and two_verbs_ahead(s, phrase.end):
        inner = s.child(phrase.start, "relative", None)
        inner.antecedent = old
        inner.subject = phrase
