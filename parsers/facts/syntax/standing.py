"""Whether what a sentence tells is so: denied, asked, supposed, planned, wished, claimed; decided by the clauses around it."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.syntax import cues, governing, known, trying
from parsers.facts.syntax.lexicon import NOUNS_WITH_THAT, SPEECH
from parsers.facts.syntax.model import Clause, Link, Parse, Phrase
from parsers.facts.syntax.standing_words import INNER, VERBS, WORDS
from parsers.facts.tokens import Tokens

ASSERTED = "asserted"

_NEAR = 4
"""Tokens before a word in which an adjective or noun of its own phrase is looked for."""


class Standing(NamedTuple):
    """`polarity` is `+`, `-` (denied) or `?` (asked, supposed, doubted); `modality` as in table `fact`."""

    polarity: str
    modality: str


class _Walk:
    """From the clause of a word outwards: the first modality found counts, negations change the polarity."""

    __slots__ = ("apart", "denied", "doubted", "i", "low", "modality", "parse", "soft", "tokens", "undone")

    def __init__(self, parse: Parse, tokens: Tokens, i: int) -> None:
        self.parse, self.tokens, self.low, self.i = parse, tokens, tokens.low, i
        self.denied = False
        self.apart = False  # behind a participle: what denies the clause around it does not deny it
        self.doubted = False
        self.undone = False  # its plan was given up: the verb that says so denies it once
        self.modality = ASSERTED
        self.soft = -1  # first token of the clause whose `will` made it planned

    def run(self) -> Standing:
        number: int | None = self.parse.owner[self.i]
        self.phrase()
        self.apart = self.adjunct()
        if known.granted(self.parse, self.low, self.i):
            return Standing("-" if self.denied else "+", self.modality)
        inner = self.i
        seen = 0
        while number is not None and seen < 12:
            seen += 1
            clause = self.parse.clauses[number]
            self.inside(number, clause, inner)
            self.doubted = self.doubted or trying.one_of_two(self.parse, self.low, clause)
            reporter = self.parse.reporter_of(number)
            if reporter is not None and reporter != self.parse.owner[self.i]:
                self.governed("complement", self.parse.clauses[reporter], clause)
                self.own(self.parse.clauses[reporter])
            link, parent, opener = self.parse.embedding(number)
            if link == "question" and self.low[opener or 0] in cues.FACTIVE:
                self.doubted = self.doubted or self.put_directly(parent)
                break
            self.link(link, opener, clause)
            self.doubted = self.doubted or (link == "reduced" and trying.averted(self.parse, parent))
            self.apart = self.apart or link == "participle" or known.loose(self.parse, self.low, number)
            if (
                link not in INNER
                or parent is None
                or (link in ("gerund", "participle") and not self.goes_on(link, opener))
            ):
                break
            if link == "complement" and self.taken_for_granted(self.parse.clauses[parent], clause):
                break
            if link == "complement" and trying.remarked(self.low, self.parse.clauses[parent], clause):
                self.become("claimed")
                break
            if link == "complement" and trying.left_open(self.parse, self.low, self.parse.clauses[parent], clause):
                self.doubted = True
                break
            self.governed(link, self.parse.clauses[parent], clause)
            if link == "complement" and trying.owned(self.parse, clause):
                break
            inner, number = clause.start, parent
        if self.parse.asked and number is not None and self.parse.clauses[number].parent is None and self.asked():
            self.doubted = True
        mine = self.parse.phrase_at(self.i)
        part = mine is not None and mine.head != self.i and self.parse.tags[self.i] == "N"
        return Standing("?" if self.doubted or (self.denied and part) else "-" if self.denied else "+", self.modality)

    def put_directly(self, parent: int | None) -> bool:
        """Is a question that opens with who, how or when put by the sentence itself: "How many will die?"?"""
        if not self.parse.asked or self.parse.tags[self.i] == "#" or parent is None:
            return False
        return self.parse.clauses[parent].verb is None and self.asked()

    def taken_for_granted(self, outer: Clause, inner: Clause) -> bool:
        """ "did not know that", "the fact that": what follows is so."""
        if self.low[inner.start - 1] == "fact":
            return True
        return outer.verb is not None and outer.verb.negated and outer.verb.lemma in cues.KNOWING

    def asked(self) -> bool:
        """Does the stretch of the word end in a question mark, before any quotation mark?"""
        tags = self.parse.tags
        k = next((k for k in range(self.i, len(tags)) if tags[k] in ';"'), -1)
        return k >= 0 and self.low[k] == "?"

    def deny(self) -> None:
        if not self.apart:
            self.denied = not self.denied

    def become(self, modality: str | None) -> None:
        if modality and self.modality == ASSERTED:
            self.modality = modality

    def phrase(self) -> None:
        """The words of its own noun phrase: `no agreement`, `the planned merger`, `a target of 5 pct`."""
        mine = self.parse.phrase_at(self.i)
        if mine is None:
            return
        self.negative(mine)
        for k in range(max(mine.start, self.i - _NEAR), self.i):
            self.become(cues.ADJECTIVES.get(self.low[k]))
        at = mine.start - 1
        if at >= 0 and self.low[at] == "without":
            self.deny()
        held = (
            self.parse.phrase_at(self.parse.hosts[at])
            if at in self.parse.hosts and self.low[at] in ("of", "for", "on")
            else None
        )
        if held is not None and held.start > (self.clause_start()):
            self.negative(held)
        for k in range(held.start, held.head) if held is not None and self.low[at] == "of" else ():
            self.become(cues.ADJECTIVES.get(self.low[k]) if self.low[k] not in cues.CLASSES else None)
        links = ("of", "for", "at") if self.parse.tags[self.i] == "#" else ("of", "for")
        if at > 0 and self.low[at] in links and at in self.parse.hosts:
            self.become(cues.NOUNS.get(self.low[self.parse.hosts[at]]))
            if trying.undone(self.parse, self.low, self.parse.hosts[at]):
                self.undone = True
                self.deny()

    def clause_start(self) -> int:
        """Where the verb of the word's clause ends: what is before it is looked at as the subject."""
        verb = self.parse.clauses[self.parse.owner[self.i]].verb
        return verb.end - 1 if verb is not None else -1

    def negative(self, phrase: Phrase) -> None:
        first = self.low[phrase.start]
        if first in cues.NOBODY and not (
            first == "no" and self.low[phrase.start + 1] in ("doubt", "less", "fewer", "more", "longer", "later", ".")
        ):
            self.deny()

    def inside(self, number: int, clause: Clause, at: int) -> None:
        """What the clause itself says of the word or clause at token `at` in it."""
        if (verb := clause.verb) is None:
            return
        self.own(clause)
        mine = self.parse.phrase_at(self.i)
        subject = clause.subject
        if (
            subject is not None
            and subject != mine
            and not (subject.start <= self.i < subject.end)
            and not clause.inherited
        ):
            self.negative(subject)
        if at >= verb.end and trying.corrected(self.low, clause):
            self.deny()
        if at == self.i:
            self.direct(clause, verb.end <= at)
        self.conditional(number, verb.tense)

    def own(self, clause: Clause) -> None:
        """Negation, modal verb and adverbs of the clause's own verb."""
        if (verb := clause.verb) is None:
            return
        if verb.negated and verb.lemma in SPEECH and clause is not self.parse.clauses[self.parse.owner[self.i]]:
            self.doubted = True  # "did not say that": it may be so or not
        elif verb.negated and self.low[verb.end] not in cues.UNUSUAL:  # "not unusual" says that it happens
            self.deny()
        if verb.modal in ("will", "shall", "would") and self.modality == ASSERTED:
            self.soft = clause.start
        if verb.modal == "would":
            self.would(clause)
        elif verb.modal:
            self.become(cues.MODALS.get(verb.modal))
            if verb.perfect and verb.modal in ("could", "should", "might"):
                self.doubted = True
        for k in (*range(max(clause.start, verb.start - 2), verb.end + 1), clause.start):
            if self.low[k + 1] not in cues.GRADING:
                self.become(cues.ADVERBS.get(self.low[k]))

    def adjunct(self) -> bool:
        """Is the word in a phrase that only says when or with what: "said nothing before the review of 5 loans"?"""
        phrase = self.parse.phrase_at(self.i)
        for _ in range(6):
            if phrase is None or phrase.start == 0 or self.parse.tags[phrase.start - 1] != "I":
                return False
            at = phrase.start - 1
            if self.low[at] in cues.ADJUNCT:
                return True
            host = self.parse.hosts.get(at)
            phrase = self.parse.phrase_at(host) if host is not None else None
        return False

    def would(self, clause: Clause) -> None:
        """Reported, it is a plan (`said it would sign`); else supposed, and with have not so."""
        verb = clause.verb
        reported = clause.link in ("complement", "relative") or clause.reporter is not None or clause.parent is not None
        if verb is not None and verb.perfect:
            self.doubted = True
        unsure = verb is not None and (verb.perfect or self.low[verb.head : verb.head + 2] == ["have", "to"])
        self.become("planned" if reported and not unsure else "proposed")

    def direct(self, clause: Clause, behind: bool) -> None:
        """The word is in the clause itself: object of the verb, or subject of a passive."""
        verb = clause.verb
        if verb is None or self.i == verb.head:
            return
        i = known.taking_part(self.parse, self.low, clause, self.i)
        if not behind and trying.untrue(self.low, clause, self.i):
            self.deny()
        if behind != verb.passive:
            governs = any(o.start <= i < o.end for o in clause.objects) or verb.passive
            particle = cues.PARTICLES.get(verb.lemma)
            held = next((o.head for o in clause.objects if o.start <= i < o.end), i)
            asking = self.low[self.i] in cues.ASKING or self.low[held] in cues.ASKING
            if (
                governs
                and not asking
                and not self.undone
                and not self.counted(clause, verb.lemma)
                and (verb.lemma in cues.NEGATIVE_OBJECT or (particle and particle in self.low[verb.end : verb.end + 2]))
            ):
                self.deny()
            if governs or (clause.complements and clause.complements[0].preposition == verb.end):
                self.become(cues.OBJECT.get(verb.lemma))
            self.become("proposed" if verb.lemma in cues.ASKING_FOR and self.low[verb.end] == "for" else None)
        if verb.lemma == "be" and clause.subject is not None and behind:
            self.become(cues.NOUNS.get(self.low[clause.subject.head]))

    def counted(self, clause: Clause, lemma: str) -> bool:
        """Is a figure what was cancelled or avoided itself ("cancelled 100 flights"), and no part of a happening?"""
        mine = self.parse.phrase_at(self.i)
        if self.parse.tags[self.i] != "#" or lemma not in cues.UNDOING or mine is None:
            return False
        told = clause.subject if clause.verb is not None and clause.verb.passive else None
        host = self.parse.hosts.get(mine.start - 1) if self.low[mine.start - 1] == "of" else None
        heads = (mine.head, host if host is not None and self.low[host] in cues.SUMS else mine.head)
        return any(o.head in heads for o in (*clause.objects, *((told,) if told is not None else ())))

    def conditional(self, number: int, tense: str) -> None:
        """The consequence of a condition is supposed as well, unless it is told in the past."""
        if tense in ("future", "modal", "infinitive"):
            for clause in self.parse.clauses[number + 1 :]:
                if (
                    clause.parent == number
                    and clause.link == "condition"
                    and clause.verb is not None
                    and clause.verb.finite
                    and self.low[(clause.opener or 0) - 1] != "even"
                    and not self.of_the_next(clause)
                ):
                    self.doubted = True
                    return

    def of_the_next(self, condition: Clause) -> bool:
        """Does a condition belong to what is joined behind it: "is cut to 5 and, if unused, to 3"?"""
        at = condition.opener if condition.opener is not None else condition.start
        return at > 2 and self.low[at - 1] == "," and self.parse.tags[at - 2] == "C" and self.i < at

    def link(self, link: Link, opener: int | None, clause: Clause) -> None:
        if link in ("condition", "question"):
            if not (link == "question" and clause.unsure):
                self.doubted = self.doubted or self.low[opener or 0] not in cues.ASKED
            return
        near = trying.close_to(self.low, clause)
        self.become("proposed" if near == "is" else None)
        gerund = link == "gerund" and opener is not None
        if near == "came" or (gerund and (self.low[opener or 0] == "without" or self.low[(opener or 0) - 1] in cues.WITHOUT)):  # fmt: skip
            self.deny()
        elif link == "gerund" and opener is not None and self.low[opener] == "of" and self.low[opener - 1] in cues.BRINK:  # fmt: skip
            self.become("proposed")

    def goes_on(self, link: Link, opener: int | None) -> bool:
        return (
            link == "participle"
            or opener is None
            or self.low[opener] in ("by", "of", "from", "to", "in", "for", "on", "at")
            or (self.low[opener] == "with" and "charged" in self.low[max(0, opener - 6) : opener])
        )

    def governed(self, link: Link, outer: Clause, inner: Clause) -> None:
        """What the verb, adjective or noun of the clause around says of an embedded one."""
        verb = outer.verb
        if verb is None or link not in ("complement", "infinitive", "gerund", "question"):
            return
        if link == "complement" and trying.proved_false(self.low, outer, inner):
            self.deny()
        if link == "complement" and inner.start > verb.end and self.low[inner.start - 1] in NOUNS_WITH_THAT:
            self.become(cues.NOUNS.get(self.low[inner.start - 1]))
            if verb.lemma in cues.DISMISSING:
                self.deny()
            return
        word = governing.adjective(self.parse, self.low, outer, inner)
        lemma = verb.lemma if word is None else word
        if (
            link in ("infinitive", "gerund")
            and word is None
            and self.low[inner.start - 1] != ""
            and self.noun_governs(outer, inner)
        ):
            return
        if governing.directly(self.parse, outer, inner) or link == "complement":
            if (
                (lemma == "have" and self.low[inner.start - 1] == "yet")
                or lemma in cues.NEGATIVE
                or (link == "gerund" and lemma in cues.ESCAPING)
                or (link == "complement" and cues.PARTICLES.get(lemma) == self.low[verb.end])
                or (lemma in cues.NOT_THAT and verb.lemma in ("be", "remain", "seem", "become", "prove"))
                or (link == "infinitive" and trying.tried_in_vain(self.low, outer, inner))
            ):
                self.deny()
            elif lemma in cues.DOUBT or trying.wished(lemma, inner.verb):
                self.doubted = True
            table = cues.INFINITIVE if link == "infinitive" else cues.COMPLEMENT
            if (
                link == "infinitive"
                and lemma in ("say", "report", "believe", "think", "understand")
                and not verb.passive
            ):
                return
            if lemma == "go" and self.low[verb.end] == "on":
                return  # "went on to win" tells that it was won
            kind = trying.open_modal(verb, link) or trying.of_subject(self.low, link, outer) or table.get(lemma)
            if link == "complement" and self.soft == inner.start and kind in ("target", "proposed"):
                self.modality = ASSERTED  # "hopes that it will", "predicts it will": as it is hoped or foreseen
            self.become(kind)

    def noun_governs(self, outer: Clause, inner: Clause) -> bool:
        """`plans to sell`, `no plan to sell`: the noun right before says how sure it is."""
        k = inner.start - 1
        if self.parse.tags[k : k + 1] != "N" or k < 0:
            return False
        subject = outer.subject
        tried = subject is not None and subject.start <= k and (self.low[k] in cues.TRIES or subject.head == k)
        if not tried and outer.verb is not None and k <= outer.verb.head:
            return False
        phrase = self.parse.phrase_at(k)
        if phrase is not None and phrase.start != (outer.subject.start if outer.subject else -1):
            self.negative(phrase)
        if trying.in_vain(self.low, outer, k, phrase) or trying.undone(self.parse, self.low, k):
            self.deny()
        table = cues.OF_INFINITIVES if inner.link == "infinitive" else cues.OPEN_NOUNS
        self.become(table.get(self.low[k]))
        return self.low[k] in table


def of(parse: Parse, tokens: Tokens, i: int) -> Standing:
    """The standing of what token i (a verb, a noun, a figure) tells. `+` and asserted when nothing says otherwise."""
    return _Walk(parse, tokens, i).run()


def plain(parse: Parse, tokens: Tokens) -> bool:
    """Does nothing in the sentence deny, ask, suppose, plan or wish? Then all of it is `+` and asserted."""
    if not WORDS.isdisjoint(tokens.low):
        return False
    return not any(
        clause.link == "infinitive"
        or (clause.verb is not None and (clause.verb.negated or clause.verb.modal or clause.verb.lemma in VERBS))
        for clause in parse.clauses
    )


PLAIN = Standing("+", ASSERTED)


def of_phrase(parse: Parse, tokens: Tokens, i: int) -> Standing:
    """The standing of what is taken for granted ("the 5 percent limit"): only the words of its own phrase count."""
    walk = _Walk(parse, tokens, i)
    walk.phrase()
    return Standing("+", walk.modality)
