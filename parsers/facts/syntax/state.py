"""The state of a reading: the clauses that are open, the phrases met, the last of them."""

from __future__ import annotations

from parsers.facts.syntax.lexicon import TEMPORAL
from parsers.facts.syntax.model import Clause, Complement, Link, Phrase, Verb
from parsers.facts.tokens import Tokens
from parsers.record import of_values

NOMINAL = frozenset("D#NOoJpj")
"""Tags of the words of a noun phrase."""

HEADS = frozenset("N#OoDJ")

EMBEDDED = frozenset(("relative", "reduced", "participle", "adverbial", "condition", "gerund", "infinitive"))
"""Links of clauses that end where the clause around them goes on."""

AHEAD = 30
"""Tokens looked ahead for the verb that decides what a form in -ed is."""


class Open:
    """A clause while it is read."""

    __slots__ = (
        "agent", "antecedent", "auxiliary", "complements", "end", "fronted", "inherited", "link", "number", "objects", "opener", "parent", "phrase_end",
        "reporter", "start", "subject", "unsure", "verb",
    )  # fmt: skip

    def __init__(self, number: int, start: int, parent: int | None, link: Link, opener: int | None) -> None:
        self.number = number
        self.start = start
        self.end = start
        self.parent = parent
        self.link: Link = link
        self.opener = opener
        self.verb: Verb | None = None
        self.subject: Phrase | None = None
        self.inherited = False
        self.antecedent: Phrase | None = None
        self.objects: list[Phrase] = []
        self.complements: list[Complement] = []
        self.agent: Phrase | None = None
        self.reporter: int | None = None
        self.unsure = False
        self.fronted = False
        self.auxiliary: Verb | None = None

    def closed(self) -> Clause:
        """The clause as the reader gives it."""
        return of_values(Clause, (
            self.start, self.end, self.parent, self.link, self.opener, self.verb, self.subject, self.inherited, self.antecedent, tuple(self.objects),
            tuple(self.complements), self.agent, self.reporter, self.unsure,
        ))  # fmt: skip


class State:
    """One tagged sentence while it is read."""

    __slots__ = (
        "all",
        "apposed",
        "appositions",
        "complements",
        "hosts",
        "last",
        "last_in",
        "low",
        "phrases",
        "size",
        "stack",
        "tags",
        "tokens",
        "top",
    )

    def __init__(self, tokens: Tokens, tags: str) -> None:
        self.tokens = tokens
        self.low = tokens.low
        self.tags = tags
        self.size = tokens.size
        self.all: list[Open] = []
        self.stack: list[Open] = []
        self.phrases: list[Phrase] = []
        self.complements: list[Complement] = []
        self.hosts: dict[int, int] = {}
        self.appositions: list[tuple[Phrase, Phrase]] = []
        self.last: Phrase | None = None  # the last noun phrase outside of prepositions
        self.last_in = -1  # the clause it was met in
        self.apposed: Phrase | None = None  # a phrase behind a comma: an apposition, or a new subject

    def push(self, start: int, parent: int | None, link: Link, opener: int | None) -> Open:
        """Open a clause."""
        clause = Open(len(self.all), start, parent, link, opener)
        self.all.append(clause)
        self.stack.append(clause)
        self.top = clause
        return clause

    def child(self, start: int, link: Link, opener: int | None) -> Open:
        """Open a clause inside the innermost open one."""
        return self.push(start, self.top.number, link, opener)

    def pop(self, end: int) -> Open:
        """End the innermost open clause before token `end`."""
        clause = self.stack.pop()
        if self.stack:
            self.top = self.stack[-1]
        clause.end = max(end, clause.start)
        return clause

    def pop_to(self, clause: Open, end: int) -> None:
        """End all clauses inside of one."""
        while self.top is not clause:
            self.pop(end)

    def before(self, i: int) -> str:
        """The tag of the last word before token i that is no adverb."""
        k = i - 1
        while k >= 0 and self.tags[k] in "RX":
            k -= 1
        return self.tags[k] if k >= 0 else ""

    def temporal(self, phrase: Phrase) -> bool:
        """Is a phrase one of time?"""
        low = self.low[phrase.head]
        if self.tags[phrase.head] == "#" and phrase.head > phrase.start and self.low[phrase.head - 1] in TEMPORAL:
            return True  # "February 28"
        return low in TEMPORAL and not (
            low in ("may", "second") and phrase.end - phrase.start == 1 and self.tags[phrase.start] == "O"
        )

    def bracketed(self) -> bool:
        """Is the innermost open clause in brackets?"""
        opener = self.top.opener
        return opener is not None and self.tags[opener] == "("

    def verbs_before(self, i: int) -> bool:
        """Is there a finite verb before token i?"""
        return any(tag in "MBhdv" for tag in self.tags[:i])

    def waits(self) -> bool:
        """Does an open clause with a subject wait for its verb?"""
        return any(c.verb is None and c.subject is not None for c in self.stack)
