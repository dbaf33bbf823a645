"""Prepositions, commas, colons, dashes and brackets."""

from __future__ import annotations

from parsers.facts.syntax.ahead import clause_ahead
from parsers.facts.syntax.groups import group_at
from parsers.facts.syntax.lexicon import ANSWERABLE, KEPT, REPROACHED, SPEECH
from parsers.facts.syntax.nouns import read_nominal
from parsers.facts.syntax.openers import read_opener
from parsers.facts.syntax.state import EMBEDDED, NOMINAL, State


def read_preposition(s: State, i: int) -> int:
    """A preposition: before a noun phrase, an -ing form, or, where it is one, a clause. The token to go on with."""
    tags = s.tags
    k = i + 1
    while k < s.size and tags[k] in "RX":
        k += 1
    if k >= s.size:
        return i + 1
    following = tags[k]
    if following in "gH" or (following == "E" and s.low[k] == "being"):
        inner = s.child(i, "gerund", i)
        outer = s.all[inner.parent or 0]
        inner.subject, inner.inherited = outer.subject, True
        if s.low[i] == "from" and outer.objects and outer.verb is not None and outer.verb.lemma in KEPT:
            inner.subject = outer.objects[0]
        reproached = outer.verb is not None and s.low[i] in ("of", "for") and outer.verb.lemma in REPROACHED
        if outer.verb is not None and outer.objects and (reproached or s.low[i - 1] in ANSWERABLE):
            inner.subject = outer.objects[0] if not outer.verb.passive else outer.subject
        verb = group_at(s.tokens, tags, k)
        inner.verb = verb
        inner.fronted = s.all[inner.parent or 0].verb is None
        return verb.end if verb else k + 1
    if following == "I" and k == i + 1:
        return i + 1
    if s.low[i] in (
        "after",
        "before",
        "since",
        "until",
        "till",
        "as",
        "than",
        "like",
        "except",
    ) and clause_ahead(s, k):
        read_opener(s, i, "S")
        return i + 1
    if following in "Wt" and s.low[i] != "than":
        return i + 1
    if following not in NOMINAL:
        return i + 1
    return read_nominal(s, k, i)


def read_comma(s: State, i: int) -> None:
    """A comma ends what was put in front or in between: when the clause around it still waits for its verb."""
    if (
        len(s.stack) > 1
        and s.top.link == "parenthetical"
        and s.top.opener is None
        and s.top.verb is not None
        and i - s.top.start < 16
    ):
        s.pop(i)
    for depth in range(1, len(s.stack)):
        clause = s.stack[depth]
        if (
            clause.fronted
            and clause.verb is not None
            and s.stack[depth - 1].verb is None
            and (clause.link != "infinitive" or s.stack[depth - 1].subject is None)
        ):
            s.pop_to(s.stack[depth - 1], i)
            break
    while len(s.stack) > 1 and s.top.link in EMBEDDED and s.top.verb is not None:
        outer = s.stack[-2]
        if (
            outer.verb is None
            or s.top.link in ("reduced", "gerund", "participle")
            or (s.top.link == "relative" and s.top.fronted)
        ):
            s.pop(i)
        else:
            break


def read_semicolon(s: State, i: int) -> None:
    """A semicolon, a colon or a question mark: everything open ends; a colon behind a verb of saying opens what is said."""
    if i + 1 >= s.size:
        return
    root = s.stack[0]
    speaking = root.verb is not None and root.verb.lemma in SPEECH and s.low[i] == ":"
    while s.stack:
        s.pop(i + 1)
    if speaking:
        root.end = s.size
        s.stack.append(root)
        s.top = root
        s.child(i + 1, "complement", i)
    else:
        s.push(i + 1, None, "main", None)
    s.last = None


def open_bracket(s: State, i: int, tag: str) -> None:
    """A bracket or dash opens a clause of its own, or closes the one between two dashes."""
    if i and tag == "-" and s.top.opener is not None and s.tags[s.top.opener] == "-":
        s.pop(i)
        return
    if tag == "-" and _closes_dash(s, i):
        return
    if i == 0 or (tag == "-" and s.top.verb is None and s.top.link == "main" and i < 18 and not s.verbs_before(i) and not _phrase_opens(s)):  # fmt: skip
        end_dateline(s, i)
        return
    inner = s.child(i, "coordinate" if tag == "-" else "parenthetical", i)
    inner.unsure = True
    s.last = None


def _closes_dash(s: State, i: int) -> bool:
    """End what a dash opened inside a clause that waits for its verb: `rates - which had been low - | will rise`."""
    for depth in range(len(s.stack) - 1, 0, -1):
        opener, outer = s.stack[depth].opener, s.stack[depth - 1]
        if opener is not None and s.tags[opener] == "-" and outer.verb is None and outer.subject is not None:
            s.pop_to(outer, i)
            return True
    return False


def _phrase_opens(s: State) -> bool:
    """Whether a sentence begins with a common noun phrase, and so with no dateline: `The sale - by …`."""
    return s.tags[:1] == "D" and s.tokens.text[1][:1].islower()


def end_dateline(s: State, i: int) -> None:
    """What is before the dash at the head of a story is no subject."""
    s.pop_to(s.stack[0], i)
    s.top.subject = None
    s.last = None


def close_bracket(s: State, i: int) -> None:
    """What was opened in the bracket ends."""
    for depth, clause in enumerate(s.stack):
        if clause.opener is not None and s.tags[clause.opener] == "(":
            while len(s.stack) > depth:
                s.pop(i + 1)
            return
    if s.tags[0] == "(" and i < _CREDIT and s.top.verb is None:
        end_dateline(s, i)


_CREDIT = 10
"""Tokens of what is in brackets at the head of a sentence: a credit, which is no subject."""
