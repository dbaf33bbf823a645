"""Words that open a clause: that, who, which, if, because, when."""

from __future__ import annotations

from parsers.facts.syntax.lexicon import BELIEF, CLAUSAL, NOUNS_WITH_THAT, SPEECH
from parsers.facts.syntax.model import Link, Phrase
from parsers.facts.syntax.state import Open, State

_ASKING = BELIEF | SPEECH | {"wonder", "determine", "decide", "ask"}
"""Verbs that take a question: `asked if`, `knew when`."""


def read_opener(s: State, i: int, tag: str) -> None:
    """A word that opens a clause."""
    c = s.top
    if tag == "t" and s.low[i - 1] == "event" and s.low[i - 3 : i - 1] == ["in", "the"]:
        s.child(i, "condition", i)
        s.last = None
        return
    if tag == "S" or (tag == "W" and s.low[i] in ("when", "where", "how", "why")):
        open_subordinate(s, i)
        return
    before = s.before(i)
    adjacent = bool(s.phrases) and i - s.phrases[-1].end <= 2
    noun = before not in ("v", "a", "b", "n", "g") and (
        (s.last is not None and s.last_in == c.number) or (adjacent and s.low[i] in ("who", "which"))
    )
    if tag == "t" and (
        before in ("v", "a", "b", "n", "g", "B", "C", '"', "")
        or not adjacent
        or is_told(s, c, i)
        or is_predicative(c, before)
    ):
        open_complement(s, i)
        return
    if tag == "t" and ((adjacent and s.low[i - 1] in NOUNS_WITH_THAT) or _put_in(s, c, i)):
        open_complement(s, i)
        return
    if tag == "W" and (not noun or not adjacent) and s.low[i] in ("what", "whatever", "who", "which", "whom"):
        inner = s.child(i, "question", i)
        inner.unsure = s.low[i] == "what"
        return
    open_relative(s, i, before)


def is_told(s: State, c: Open, i: int) -> bool:
    """`told reporters that`, `confirmed Monday that`: the verb takes a clause besides its object."""
    verb = c.verb
    if verb is None or (verb.lemma not in CLAUSAL and verb.lemma != "be"):
        return False
    if s.low[i - 1] in ("today", "yesterday", "tonight") and s.low[i] == "that" and verb.lemma in SPEECH:
        return True
    return s.tags[s.phrases[-1].start] in "NoO" and (
        verb.lemma in ("tell", "inform", "warn", "advise", "remind", "assure", "convince", "persuade")
        or s.temporal(s.phrases[-1])
    )


def _put_in(s: State, c: Open, i: int) -> bool:
    """`alleges, among other things, | that`: only something put in between commas parts the verb from its clause."""
    verb = c.verb
    if verb is None or verb.lemma not in CLAUSAL or verb.passive or c.objects or s.tags[i - 1] != ",":
        return False
    return s.tags[verb.end : verb.end + 1] == "," and i - verb.end <= _PUT_IN


_PUT_IN = 12
"""Tokens of what is put in between a verb and its clause."""


def is_predicative(c: Open, before: str) -> bool:
    """`is untrue that`."""
    return before == "J" and c.verb is not None and c.verb.lemma in ("be", "seem", "become", "remain")


def open_complement(s: State, i: int) -> None:
    """`that` behind a verb; behind `and that`, joined to the clause before."""
    if s.tags[i] == "t" and s.before(i) == "C" and len(s.stack) > 1:
        same = next((c for c in reversed(s.stack) if c.link == "complement"), None)
        if same is not None and same.verb is not None:
            s.pop_to(same, i)
            s.pop(i)
    s.child(i, "complement", i)
    s.last = None


def open_subordinate(s: State, i: int) -> None:
    """`if`, `whether`, `because`, `when` and their kin."""
    c, low = s.top, s.low[i]
    verb = c.verb
    asked = verb is not None and verb.end >= i - 2 and verb.lemma in _ASKING
    link: Link = "adverbial"
    if low in ("if", "unless", "whether", "lest"):
        link = "question" if low == "whether" or (low == "if" and asked) else "condition"
    elif low in ("how", "why") or (low in ("when", "where") and asked):
        link = "question"
    if c.link in ("relative", "reduced", "participle", "gerund") and c.verb is not None and s.before(i) == ",":
        s.pop(i)
    inner = s.child(i, link, i)
    inner.fronted = verb is None
    s.last = None


def _plural(s: State, i: int, last: Phrase, nearest: Phrase) -> bool:
    """Does a plural verb show that the nearest name is not what a clause explains: `mills near Hamar, | which were sold`?"""
    if s.low[i + 1 : i + 2] not in (["were"], ["are"], ["have"]) or not s.low[last.head].endswith("s"):
        return False
    return s.tokens.text[nearest.head][:1].isupper() and "and" not in s.low[nearest.start : nearest.end]


def _host(s: State, phrase: Phrase, i: int) -> Phrase:
    """Who `with whom` explains: of `envoys of Peru` the envoys."""
    last, at = s.last, phrase.start - 1
    inside = last is not None and s.low[at] == "of" and last.start < at < last.end
    return last if inside and last is not None and s.low[i] == "whom" else phrase


def open_relative(s: State, i: int, before: str) -> None:
    """A clause that explains the noun before it."""
    inner = s.child(i, "relative", i)
    inner.fronted = before == ","
    inner.antecedent = (
        _host(s, s.phrases[-1], i)
        if s.phrases and before in "IT"
        else (s.last or (s.phrases[-1] if s.phrases else None))
    )
    if s.phrases and s.last is not None and s.phrases[-1].end <= i and s.phrases[-1].start > s.last.start:
        inner.antecedent = s.last if _plural(s, i, s.last, s.phrases[-1]) else s.phrases[-1]
        inner.unsure = s.low[i] != "who"
    elif s.stack[-2].link in ("reduced", "participle") and s.low[i] != "who":
        inner.unsure = True  # "the one supporting the mill that burned"
    if s.low[i] != "whose":
        inner.subject, inner.inherited = inner.antecedent, True
    s.last = None
