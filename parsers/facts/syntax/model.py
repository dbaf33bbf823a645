"""What the clause reader gives: clauses, verbs and phrases, all as token numbers of one sentence (end exclusive)."""

from __future__ import annotations

from typing import Literal, NamedTuple

Link = Literal[
    "main",
    "coordinate",
    "complement",
    "question",
    "condition",
    "adverbial",
    "relative",
    "reduced",
    "participle",
    "infinitive",
    "gerund",
    "parenthetical",
]


class Phrase(NamedTuple):
    """A noun phrase: its tokens with what `of` adds to it, and its head noun."""

    start: int
    end: int
    head: int


class Complement(NamedTuple):
    """A preposition (token) and the noun phrase behind it."""

    preposition: int
    phrase: Phrase


class Verb(NamedTuple):
    """A verb group: `did not sign`, `has been signed`, `to sign`. `head` is the token of its main verb.

    `tense` is past, present, future (will, shall), modal (any other modal verb), infinitive, participle or gerund;
    `modal` is the modal verb in lower case. `negated` covers not, n't and never, and no longer.
    """

    start: int
    end: int
    head: int
    lemma: str
    tense: str
    modal: str | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False

    @property
    def finite(self) -> bool:
        """Does the verb carry a tense?"""
        return self.tense in ("past", "present", "future", "modal")


class Clause(NamedTuple):
    """One clause: tokens `start:end`, with all clauses inside it.

    `parent` is the number of the clause it lies in or is joined to (None for the first), `link` how:

    * `main` the first, or behind a semicolon or colon; `coordinate` joined by and, or, but to `parent`;
    * `complement` what is said or believed (with or without that); `question` behind whether, if, what, how as an
      object; `condition` behind if or unless; `adverbial` behind because, while, when, after …;
    * `relative` (who, which, that, or nothing); `reduced` (a participle right behind its noun);
      `participle` (behind a comma, of the clause's subject); `infinitive`; `gerund` (behind a preposition);
    * `parenthetical` speech put in or behind ("…, the company said"): then `reporter` of the clauses that it reports
      is its number.

    `opener` is the token of the word that opens it. `subject` may be inherited (`inherited`): of a second verb joined
    by and, of a participle or infinitive, or the noun that a relative clause explains (`antecedent`).
    `agent` is the phrase behind by of a passive.
    """

    start: int
    end: int
    parent: int | None
    link: Link
    opener: int | None
    verb: Verb | None
    subject: Phrase | None
    inherited: bool
    antecedent: Phrase | None
    objects: tuple[Phrase, ...]
    complements: tuple[Complement, ...]
    agent: Phrase | None
    reporter: int | None
    unsure: bool


class Parse(NamedTuple):
    """The clauses of a sentence, by their first token; `owner[i]` is the number of the innermost clause of token i.

    `tags` is one character a token (see lexicon.py), `phrases` are all noun phrases in reading order, `hosts` maps the
    token of a preposition to the head of the noun phrase that it follows directly, `appositions` pairs a phrase with
    the one that explains it. `asked` tells a sentence that ends in a question mark. `phrase_of` is the number of the phrase
    of each token, -1 where there is none.
    """

    tags: str
    clauses: tuple[Clause, ...]
    owner: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    complements: tuple[Complement, ...]
    hosts: dict[int, int]
    appositions: tuple[tuple[Phrase, Phrase], ...]
    asked: bool
    phrase_of: tuple[int, ...]

    def clause_of(self, token: int) -> Clause:
        """The innermost clause of a token."""
        return self.clauses[self.owner[token]]

    def embedding(self, number: int) -> tuple[Link, int | None, int | None]:
        """How a clause is embedded: link, the clause around it, the word that opens it. Joined clauses are embedded alike."""
        clause = self.clauses[number]
        while clause.link == "coordinate" and clause.parent is not None:
            clause = self.clauses[clause.parent]
        return clause.link, clause.parent, clause.opener

    def reporter_of(self, number: int) -> int | None:
        """The clause that reports a clause from behind ("…, the company said"), if there is one."""
        clause = self.clauses[number]
        while clause.reporter is None and clause.link == "coordinate" and clause.parent is not None:
            clause = self.clauses[clause.parent]
        return clause.reporter

    def chain(self, number: int) -> tuple[Clause, ...]:
        """A clause and those that embed it, from the inside out; one that reports it comes as if it embedded it."""
        found: list[Clause] = []
        at: int | None = number
        while at is not None and len(found) < DEEPEST:
            found.append(self.clauses[at])
            reporter = self.reporter_of(at)
            if reporter is not None and reporter != number:
                found.append(self.clauses[reporter])
            at = self.embedding(at)[1]
        return tuple(found)

    def phrase_at(self, token: int) -> Phrase | None:
        """The noun phrase that holds a token (the innermost, without what `of` adds)."""
        number = self.phrase_of[token] if token < len(self.phrase_of) else -1
        return self.phrases[number] if number >= 0 else None


DEEPEST = 12
"""Clauses of a chain."""
