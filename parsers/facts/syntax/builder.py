"""Clauses from tags: one walk over the sentence with a stack of the clauses that are open."""

from __future__ import annotations

from parsers.facts.syntax import lexicon
from parsers.facts.syntax.groups import STARTS, group_at
from parsers.facts.syntax.lexicon import BELIEF, CLAUSAL, OBJECT_CONTROL, SPEECH, TEMPORAL
from parsers.facts.syntax.model import Clause, Complement, Link, Parse, Phrase, Verb
from parsers.facts.tokens import Tokens

_NOMINAL = frozenset("D#NOoJpj")
"""Tags of the words of a noun phrase."""

_HEADS = frozenset("N#OoDJ")

_EMBEDDED = frozenset(("relative", "reduced", "participle", "adverbial", "condition", "gerund", "infinitive"))
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
        return Clause(
            self.start, self.end, self.parent, self.link, self.opener, self.verb, self.subject, self.inherited, self.antecedent, tuple(self.objects),
            tuple(self.complements), self.agent, self.reporter, self.unsure,
        )  # fmt: skip


class Builder:
    """Reads one tagged sentence."""

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

    def run(self) -> Parse:
        self.push(0, None, "main", None)
        i = 0
        while i < self.size:
            i = self.step(i)
        while self.stack:
            self.pop(self.size)
        clauses = tuple(c.closed() for c in self.all)
        return Parse(
            self.tags, clauses, self.owners(), tuple(self.phrases), tuple(self.complements), self.hosts, tuple(self.appositions),
            "?" in self.low[max(0, self.size - 3) : self.size],
        )  # fmt: skip

    def owners(self) -> tuple[int, ...]:
        owner = [0] * self.size
        for clause in self.all:
            owner[clause.start : clause.end] = [clause.number] * (clause.end - clause.start)
        return tuple(owner)

    # -- the stack

    @property
    def top(self) -> Open:
        return self.stack[-1]

    def push(self, start: int, parent: int | None, link: Link, opener: int | None) -> Open:
        clause = Open(len(self.all), start, parent, link, opener)
        self.all.append(clause)
        self.stack.append(clause)
        return clause

    def child(self, start: int, link: Link, opener: int | None) -> Open:
        return self.push(start, self.top.number, link, opener)

    def pop(self, end: int) -> Open:
        clause = self.stack.pop()
        clause.end = max(end, clause.start)
        return clause

    def pop_to(self, clause: Open, end: int) -> None:
        while self.top is not clause:
            self.pop(end)

    def before(self, i: int) -> str:
        """The tag of the last word before token i that is no adverb."""
        k = i - 1
        while k >= 0 and self.tags[k] in "RX":
            k -= 1
        return self.tags[k] if k >= 0 else ""

    # -- one word

    def step(self, i: int) -> int:
        tag = self.tags[i]
        if tag in STARTS:
            return self.verb(i, tag)
        if tag in _NOMINAL and tag not in "jp":
            return self.nominal(i, -1)
        if tag == "I":
            return self.preposition(i)
        if tag == ",":
            self.comma(i)
        elif tag in "SWt":
            self.opener(i, tag)
        elif tag in ";":
            self.semicolon(i)
        elif tag in "(-":
            self.bracket(i, tag)
        elif tag == ")":
            self.unbracket(i)
        return i + 1

    # -- noun phrases

    def phrase_from(self, i: int) -> Phrase:
        """The noun phrase that begins at token i (or the one token)."""
        tags, k, head = self.tags, i, i
        while k < self.size and (
            tags[k] in _NOMINAL
            or (tags[k] == "R" and k + 1 < self.size and tags[k + 1] in "J#" and k > i)
            or (tags[k] == "X" and k == i)
        ):
            tag = tags[k]
            if k > i and self.parts(k, tag):
                break
            if tag in "N#" or (tag in _HEADS and tags[head] not in "N#"):
                head = k
            k += 1
            if tag in "Oo":
                break
            if tags[k : k + 1] == '"' and tag in "DpJ#" and tags[k + 1 : k + 2] and tags[k + 1] in "NJ#":
                k += 1
        while tags[k - 1] == "j" and k - 1 > i and self.low[k - 1] not in (">", "."):
            k -= 1
        return Phrase(i, k, head)

    def parts(self, k: int, tag: str) -> bool:
        """Does a new phrase begin at token k, right behind another?"""
        before = self.tags[k - 1]
        if tag == "O":
            return True
        if tag == "D":
            rated = self.low[k] in ("a", "an") and "#" in self.tags[k - 2 : k]
            return not rated and (before not in "Dp#" or (before == "#" and self.low[k] in ("a", "an", "the")))
        if tag == "J":
            return before == "N" and self.low[k] in ("last", "next") and self.low[k + 1] in TEMPORAL
        if tag == "#":
            return (
                before == "N"
                and self.low[k][:1].isalpha()
                and self.low[k] != "one"
                and not self.tokens.text[k - 1][:1].isupper()
                and self.low[k - 1] not in lexicon.TEMPORAL
                and self.tags[k - 2 : k - 1] != "#"
            )
        return (
            before == "N"
            and self.low[k] in TEMPORAL
            and self.tokens.text[k][:1].isupper()
            and not self.tokens.text[k - 1][:1].isupper()
        )

    def nominal(self, i: int, preposition: int) -> int:
        phrase = self.phrase_from(i)
        if phrase.end <= i:
            return i + 1
        self.phrases.append(phrase)
        if preposition >= 0:
            self.prepositional(preposition, phrase)
        else:
            self.bare(phrase)
        return phrase.end

    def prepositional(self, preposition: int, phrase: Phrase) -> None:
        c, last = self.top, self.last
        complement = Complement(preposition, phrase)
        self.complements.append(complement)
        if last is not None and last.end == preposition:
            self.hosts[preposition] = last.head
            if self.low[preposition] == "of" or c.verb is None:
                self.grow(last, phrase.end)
                return
        elif self.phrases[-2:-1] and self.phrases[-2].end == preposition:
            self.hosts[preposition] = self.phrases[-2].head
            if last is not None and last.end >= self.phrases[-2].end and last.start < preposition:
                if self.low[preposition] == "of" or c.verb is None:
                    self.grow(last, phrase.end)
                return
        if (
            c.verb is not None
            and c.verb.passive
            and self.low[preposition] == "by"
            and c.agent is None
            and not self.temporal(phrase)
        ):
            c.agent = phrase
        c.complements.append(complement)

    def grow(self, phrase: Phrase, end: int) -> None:
        """The phrase goes on to token `end`: wherever it is kept."""
        other = phrase._replace(end=end)
        c = self.all[self.last_in]
        self.last = other
        if c.subject == phrase:
            c.subject = other
        if c.objects and c.objects[-1] == phrase:
            c.objects[-1] = other

    def temporal(self, phrase: Phrase) -> bool:
        low = self.low[phrase.head]
        return low in TEMPORAL and not (
            low in ("may", "second") and phrase.end - phrase.start == 1 and self.tags[phrase.start] == "O"
        )

    def bare(self, phrase: Phrase) -> None:
        """A noun phrase without a preposition: a subject, an object, an apposition, or another member of a list."""
        c, last = self.top, self.last
        before = self.before(phrase.start)
        joined = last is not None and self.last_in == c.number and last.end <= phrase.start
        if (
            before == "C"
            and joined
            and last is not None
            and phrase.start - last.end <= 3
            and (self.listed(last, c) or not self.verb_ahead(phrase.end, c))
        ):
            self.grow(last, phrase.end)
            return
        if c.verb is None:
            self.subject(c, phrase, before)
        elif self.temporal(phrase) and not (
            phrase.start == c.verb.end and c.verb.lemma in ("spend", "last", "take", "be", "mark")
        ):
            return
        elif before == "," and joined and last is not None and c.objects and self.tags[last.end] == ",":
            self.appositions.append((last, phrase))
            self.apposed = phrase
            return
        elif before not in (",", "C") and (self.tags[phrase.head] != "J" or self.tags[phrase.start] in "D#"):
            c.objects.append(phrase)
        self.last, self.last_in = phrase, c.number

    def listed(self, last: Phrase, c: Open) -> bool:
        """Is a phrase the first of a list that is itself a subject: "said A and B rose", "…, and A and B rose"?"""
        if c.verb is None:
            return False
        if last.start == c.verb.end:
            return c.verb.lemma in CLAUSAL and not c.verb.passive and c.verb.lemma not in ("tell", "ask", "inform")
        return self.before(last.start) in (",", "C") and self.tags[last.end] == "C"

    def subject(self, c: Open, phrase: Phrase, before: str) -> None:
        old = c.subject
        if old is None or (self.temporal(old) and not self.temporal(phrase)):
            c.subject = phrase
            c.inherited = False
        elif self.temporal(phrase):
            return
        elif c.inherited:
            c.subject = phrase
            c.inherited = False
        elif before in (",", "-"):
            self.appositions.append((old, phrase))
        elif self.tags[phrase.start] in "OD" and c.link != "relative" and self.verb_ahead(phrase.end, c):
            inner = self.child(phrase.start, "relative", None)
            inner.antecedent = old
            inner.subject = phrase

    def verb_ahead(self, k: int, c: Open) -> bool:
        """Does a finite verb follow the phrase that ends at token k, so that it is a subject?"""
        if c.verb is None and c.link != "relative":
            return False
        tags = self.tags
        limit = min(self.size, k + 12)
        while k < limit:
            tag = tags[k]
            if tag in "MBhdv":
                return True
            if tag == "a":
                return True
            if tag not in "RXINDJ#pjO":
                return False
            k += 1
        return False

    # -- prepositions

    def preposition(self, i: int) -> int:
        tags = self.tags
        k = i + 1
        while k < self.size and tags[k] in "RX":
            k += 1
        if k >= self.size:
            return i + 1
        following = tags[k]
        if following in "gH" or (following == "E" and self.low[k] == "being"):
            inner = self.child(i, "gerund", i)
            inner.subject, inner.inherited = self.subject_of(self.all[inner.parent or 0]), True
            verb = group_at(self.tokens, tags, k)
            inner.verb = verb
            inner.fronted = self.all[inner.parent or 0].verb is None
            return verb.end if verb else k + 1
        if following == "I" and k == i + 1:
            return i + 1
        if self.low[i] in (
            "after",
            "before",
            "since",
            "until",
            "till",
            "as",
            "than",
            "like",
            "except",
        ) and self.clausal(k):
            self.opener(i, "S")
            return i + 1
        if following in "Wt" and self.low[i] != "than":
            return i + 1
        if following not in _NOMINAL:
            return i + 1
        return self.nominal(k, i)

    def clausal(self, k: int) -> bool:
        """Does a clause with a subject and a finite verb begin at token k?"""
        tags = self.tags
        limit, noun = min(self.size, k + 14), False
        while k < limit:
            tag = tags[k]
            if tag in "MBhdv" or (tag == "a" and noun):
                return noun and (not self.waits() or self.more(k + 1))
            if tag == "O" and noun:
                return False
            if tag in "NOD#":
                noun = True
            elif tag not in "RXIJpjC":
                return False
            k += 1
        return False

    def waits(self) -> bool:
        """Does an open clause with a subject wait for its verb?"""
        return any(c.verb is None and c.subject is not None for c in self.stack)

    def more(self, k: int) -> bool:
        """Does a finite verb follow behind token k, in reach?"""
        return any(tag in "MBhdva" for tag in self.tags[k + 1 : k + AHEAD])

    # -- signs

    def comma(self, i: int) -> None:
        """A comma ends what was put in front or in between: when the clause around it still waits for its verb."""
        if (
            len(self.stack) > 1
            and self.top.link == "parenthetical"
            and self.top.opener is None
            and self.top.verb is not None
            and i - self.top.start < 16
        ):
            self.pop(i)
        for depth in range(1, len(self.stack)):
            clause = self.stack[depth]
            if (
                clause.fronted
                and clause.verb is not None
                and self.stack[depth - 1].verb is None
                and clause.link != "infinitive"
            ):
                self.pop_to(self.stack[depth - 1], i)
                break
        while len(self.stack) > 1 and self.top.link in _EMBEDDED and self.top.verb is not None:
            outer = self.stack[-2]
            if (
                outer.verb is None
                or self.top.link in ("reduced", "gerund", "participle")
                or (self.top.link == "relative" and self.top.fronted)
            ):
                self.pop(i)
            else:
                break

    def semicolon(self, i: int) -> None:
        if i + 1 >= self.size:
            return
        root = self.stack[0]
        speaking = root.verb is not None and root.verb.lemma in SPEECH and self.low[i] == ":"
        while self.stack:
            self.pop(i)
        if speaking:
            root.end = self.size
            self.stack.append(root)
            self.child(i + 1, "complement", i)
        else:
            self.push(i + 1, root.number if root.end > i else None, "main", None)
        self.last = None

    def bracket(self, i: int, tag: str) -> None:
        if i and tag == "-" and self.top.opener is not None and self.tags[self.top.opener] == "-":
            self.pop(i)
            return
        if i == 0 or (
            tag == "-" and self.top.verb is None and self.top.start == 0 and i < 16 and not self.verbs_before(i)
        ):
            self.dateline(i)
            return
        inner = self.child(i, "coordinate" if tag == "-" else "parenthetical", i)
        inner.unsure = True
        self.last = None

    def dateline(self, i: int) -> None:
        """What stands before the dash at the head of a story is no subject."""
        self.pop_to(self.stack[0], i)
        self.top.subject = None
        self.last = None

    def verbs_before(self, i: int) -> bool:
        return any(tag in "MBhdv" for tag in self.tags[:i])

    def unbracket(self, i: int) -> None:
        for depth, clause in enumerate(self.stack):
            if clause.opener is not None and self.tags[clause.opener] == "(":
                while len(self.stack) > depth:
                    self.pop(i + 1)
                return

    # -- words that open a clause

    def opener(self, i: int, tag: str) -> None:
        c = self.top
        if tag == "S" or (tag == "W" and self.low[i] in ("when", "where", "how", "why")):
            self.subordinate(i)
            return
        before = self.before(i)
        noun = self.last is not None and self.last_in == c.number and before not in ("v", "a", "b", "n", "g")
        adjacent = bool(self.phrases) and i - self.phrases[-1].end <= 2
        if tag == "t" and (
            before in ("v", "a", "b", "n", "g", "B", "C", '"', "")
            or not adjacent
            or self.told(c)
            or self.predicative(c, before)
        ):
            self.complement(i)
            return
        if tag == "W" and (not noun or not adjacent) and self.low[i] in ("what", "whatever", "who", "which", "whom"):
            inner = self.child(i, "question", i)
            inner.unsure = self.low[i] == "what"
            return
        self.relative(i, before)

    def predicative(self, c: Open, before: str) -> bool:
        """`is untrue that`."""
        return before == "J" and c.verb is not None and c.verb.lemma in ("be", "seem", "become", "remain")

    def told(self, c: Open) -> bool:
        """`told reporters that`, `confirmed Monday that`: the verb takes a clause besides its object."""
        verb = c.verb
        if verb is None or (verb.lemma not in CLAUSAL and not (verb.lemma == "be")):
            return False
        return self.tags[self.phrases[-1].start] in "NoO" and (
            verb.lemma in ("tell", "inform", "warn", "advise", "remind", "assure", "convince", "persuade")
            or self.temporal(self.phrases[-1])
        )

    def complement(self, i: int) -> None:
        if self.tags[i] == "t" and self.before(i) == "C" and len(self.stack) > 1:
            same = next((c for c in reversed(self.stack) if c.link == "complement"), None)
            if same is not None and same.verb is not None:
                self.pop_to(same, i)
                self.pop(i)
        self.child(i, "complement", i)
        self.last = None

    def subordinate(self, i: int) -> None:
        c, low = self.top, self.low[i]
        verb = c.verb
        asked = (
            verb is not None
            and verb.end >= i - 2
            and verb.lemma in (*BELIEF, *SPEECH, "wonder", "determine", "decide", "ask")
        )
        link: Link = "adverbial"
        if low in ("if", "unless", "whether", "lest"):
            link = "question" if low == "whether" or (low == "if" and asked) else "condition"
        elif low in ("how", "why") or (low in ("when", "where") and asked):
            link = "question"
        if c.link in ("relative", "reduced", "participle", "gerund") and c.verb is not None and self.before(i) == ",":
            self.pop(i)
        inner = self.child(i, link, i)
        inner.fronted = verb is None
        self.last = None

    def relative(self, i: int, before: str) -> None:
        inner = self.child(i, "relative", i)
        inner.fronted = before == ","
        inner.antecedent = (
            self.phrases[-1]
            if self.phrases and before in "IT"
            else (self.last or (self.phrases[-1] if self.phrases else None))
        )
        if (
            self.phrases
            and self.last is not None
            and self.phrases[-1].end <= i
            and self.phrases[-1].start > self.last.start
        ):
            inner.antecedent = self.phrases[-1]
            inner.unsure = self.low[i] != "who"
        if self.low[i] != "whose":
            inner.subject, inner.inherited = inner.antecedent, True
        self.last = None

    # -- verbs

    def verb(self, i: int, tag: str) -> int:
        verb = group_at(self.tokens, self.tags, i)
        if verb is None:
            k = i + 1
            while k < self.size and self.tags[k] == "R":
                k += 1
            if tag == "T" and k < self.size and self.tags[k] in _NOMINAL:
                return self.nominal(k, i)
            return k
        if self.top.auxiliary is not None and self.top.verb is None and tag in "bgnvaE":
            self.take(self.top, verb)
        elif tag == "T":
            self.infinitive(verb)
        elif tag in "gnE" or tag == "H":
            self.nonfinite(verb)
        elif tag == "a" and not self.finite(verb):
            self.nonfinite(verb._replace(tense="participle", passive=True))
        elif tag == "b":
            self.base(verb)
        else:
            self.finite_verb(verb)
        return verb.end

    def finite(self, verb: Verb) -> bool:
        """Is a form in -ed a finite verb where it stands?"""
        c = self.top
        behind = self.tags[verb.end] if verb.end < self.size else "."
        if self.low[verb.end] == "by" and c.verb is not None:
            return False
        before = self.before(verb.start)
        if c.verb is None and (c.subject is not None):
            if self.bracketed() and self.tags[c.subject.start] != "O" and behind not in "DOo":
                return False
            if c.inherited and c.link == "relative":
                return True
            return not self.another(verb)
        if before == "C":
            return (
                c.verb is not None
                and not c.verb.passive
                and c.verb.tense not in ("infinitive", "gerund")
                or behind in "D#NOo"
            )
        if self.waiting() is not None:
            return not self.another(verb)
        own = self.own_subject(verb)
        if own is None or c.verb is None:
            return before in (",", '"') and verb.lemma in SPEECH
        if behind in "DOo" or verb.lemma in SPEECH or (behind in "#N" and self.low[verb.end] not in TEMPORAL):
            return True
        at = self.before(own.start)
        return at in ("C", ",", '"') and not c.verb.passive or (at in "vab" and c.verb.lemma in CLAUSAL)

    def bracketed(self) -> bool:
        opener = self.top.opener
        return opener is not None and self.tags[opener] == "("

    def another(self, verb: Verb) -> bool:
        """Does a finite verb follow that would be left without a subject, if this one were finite?"""
        tags, k = self.tags, verb.end
        limit = min(self.size, k + AHEAD)
        if verb.lemma in CLAUSAL and k < self.size and tags[k] in "DNO#J" and self.low[k] not in TEMPORAL:
            return False
        noun, inside = False, False
        while k < limit:
            tag = tags[k]
            if tag == "C" and k + 1 < limit and tags[k + 1] not in "MBhdvabRX" and self.low[k] != "but":
                pass
            elif tag in "SWtC;" or (tag == "T" and not inside and k == verb.end) or (tag in '"' and k > verb.end + 1):
                return False
            elif tag == "I":
                if self.low[k] in ("after", "before", "since", "until", "as", "than") and self.clausal(k + 1):
                    return False
                inside = True
            elif tag == ",":
                noun = inside = False
                if k + 1 < limit and tags[k + 1] in "DNOgn#J":
                    return False
            elif tag in "MBhdv":
                return not noun
            elif tag in "DNO#" and not inside and not (self.low[k] in TEMPORAL):
                noun = True
            elif tag in "RX":
                pass
            elif tag == "a":
                return not noun and not inside
            k += 1
        return False

    def waiting(self) -> Open | None:
        """The innermost clause around the top that has a subject and waits for its verb."""
        return (
            next((c for c in reversed(self.stack[:-1]) if c.verb is None and c.subject is not None), None)
            if self.top.verb is not None or self.top.subject is None
            else None
        )

    def own_subject(self, verb: Verb) -> Phrase | None:
        """The noun phrase right before the verb, behind the verb of the open clause: the subject of a new clause."""
        c, last = self.top, self.last
        other = self.apposed
        if other is not None and last is not None and other.start >= last.end and self.unbroken(other.end, verb.start):
            last = other
        if last is None or c.verb is None or last.start < c.verb.end or self.temporal(last):
            return None
        k = last.end
        if not self.unbroken(k, verb.start) and not (self.tags[k] == "," and self.tags[verb.start - 1] == ","):
            return None
        return last

    def unbroken(self, k: int, end: int) -> bool:
        """Do only phrases with prepositions and adverbs lie between two tokens?"""
        while k < end and self.tags[k] in "RXINDJ#pjo":
            k += 1
        return k >= end

    def finite_verb(self, verb: Verb) -> None:
        c = self.top
        if c.verb is None:
            if c.subject is None or (c.subject.end > verb.start):
                if self.asks(verb, c):
                    return
            if self.quoted(c, verb):
                return
            self.take(c, verb)
            return
        before = self.before(verb.start)
        own = self.own_subject(verb)
        outer = self.waiting()
        if (
            own is None
            and c.link == "relative"
            and c.verb.lemma in CLAUSAL
            and before in ("v", "a", "b")
            and c.antecedent is not None
        ):
            inner = self.child(verb.start, "complement", None)  # "which the bank said would rise"
            inner.subject, inner.inherited, inner.antecedent = c.antecedent, True, c.antecedent
            self.take(inner, verb)
            return
        if (
            own is not None
            and outer is not None
            and before != "C"
            and (self.object_of(c, own) or not self.another(verb))
            and self.before(own.start) != ","
            and (self.before(own.start) != "C" or not self.another(verb))
        ):
            self.pop_to(outer, verb.start)
            self.take(outer, verb)
            return
        if own is not None and (before != "C"):
            self.with_subject(verb, own)
            return
        if outer is not None and before != "C":
            self.pop_to(outer, verb.start)
            self.take(outer, verb)
        elif before == "C":
            self.joined(verb)
        elif verb.lemma in SPEECH and before in (",", '"', ""):
            self.inverted(verb)
        elif outer is not None:
            self.pop_to(outer, verb.start)
            self.take(outer, verb)
        else:
            inner = self.child(verb.start, "coordinate", None)
            inner.unsure = True
            self.take(inner, verb)

    def object_of(self, c: Open, phrase: Phrase) -> bool:
        """Is a phrase the object of the open clause, whose verb takes no clause?"""
        at = self.before(phrase.start)
        return c.verb is not None and at in "vabngBhHE" and (c.verb.lemma not in CLAUSAL or c.verb.passive)

    def quoted(self, c: Open, verb: Verb) -> bool:
        """ "Look," he said: words in quotation marks without a verb are no subject."""
        last = self.last
        if verb.lemma not in SPEECH or last is None or last.end > verb.start or self.before(last.start) != '"':
            return False
        if c.subject is None or c.subject.start >= last.start or not self.unbroken(last.end, verb.start):
            return False
        self.reporting(verb, last)
        return True

    def asks(self, verb: Verb, c: Open) -> bool:
        """An auxiliary before its subject; the main verb is read when it comes."""
        k = verb.end
        if self.tags[verb.head] not in "MBhd" or k >= self.size or self.tags[k] not in "ODN":
            return False
        if verb.start - c.start > 2 and self.before(verb.start) not in ("", '"', ",", "C", "S", "W"):
            return False
        if self.tags[verb.head] == "B" and not self.more(k):
            return False
        c.auxiliary = verb
        return True

    def take(self, c: Open, verb: Verb) -> None:
        aux = c.auxiliary
        if aux is not None and c.verb is None:
            passive = verb.passive or (aux.lemma == "be" and self.tags[verb.head] in "na")
            verb = verb._replace(tense=aux.tense, modal=aux.modal, passive=passive, negated=verb.negated or aux.negated)
        c.verb = verb
        if c.link == "relative" and c.antecedent is not None and c.subject is not None and c.inherited:
            c.subject = c.antecedent
        if (
            c.subject is not None
            and self.temporal(c.subject)
            and verb.lemma not in ("be", "mark", "see", "end", "begin", "bring", "pass")
        ):
            c.unsure = True
        self.last = None if self.last is not None and self.last.end <= verb.start else self.last

    def with_subject(self, verb: Verb, own: Phrase) -> None:
        """A verb with a noun phrase right before it: a complement without that, a coordinate clause, or speech put behind."""
        c = self.top
        at = self.before(own.start)
        c.objects = [phrase for phrase in c.objects if phrase.start != own.start]
        if at in (",", '"') and verb.lemma in SPEECH:
            self.reporting(verb, own)
            return
        if at == "C" or at == ",":
            level = c
            while (
                level.link in _EMBEDDED
                and len(self.stack) > 1
                and (at == "," or self.tags[own.start - 2 : own.start - 1] == ",")
            ):
                self.pop(own.start)
                level = self.top
            inner = self.sibling(level, own.start)
        elif (
            c.verb is not None
            and c.verb.lemma in CLAUSAL
            and at in ("v", "a", "b", "n", "g", "N", "o", "T", "B", "h", "#", '"', "j")
        ):
            inner = self.child(own.start, "complement", None)
        elif at in ("N", "#", "p", "J"):
            inner = self.child(own.start, "relative", None)
            inner.antecedent = self.phrases[-2] if len(self.phrases) > 1 else None
        else:
            inner = self.child(own.start, "coordinate", None)
            inner.unsure = True
        inner.subject = own
        self.take(inner, verb)

    def sibling(self, c: Open, start: int) -> Open:
        """A clause joined to c, inside what c is inside of."""
        if len(self.stack) == 1:
            inner = self.child(start, "coordinate", None)
            return inner
        self.pop_to(c, start)
        if c.link in ("main", "coordinate"):
            return self.child(start, "coordinate", None)
        self.pop(start)
        return self.push(start, c.number, "coordinate", None)

    def joined(self, verb: Verb) -> None:
        """A second verb of one subject: `killed 12 and wounded 40`."""
        c = self.top
        comma = self.tags[max(0, verb.start - 2)] == ","
        while len(self.stack) > 1 and (
            not (c.verb and c.verb.finite) or (comma and c.link in ("relative", "adverbial"))
        ):
            outer = self.stack[-2]
            if outer.verb is None and outer.subject is None:
                break
            self.pop(verb.start)
            c = self.top
            if c.verb is None:
                self.take(c, verb)
                return
        inner = self.sibling(c, verb.start)
        inner.subject, inner.inherited, inner.antecedent = c.subject, True, c.antecedent
        self.take(inner, verb)

    def reporting(self, verb: Verb, own: Phrase) -> None:
        """ "…, the company said": a clause that reports what stands before it."""
        said = self.stack[0]
        level = next((c for c in self.stack if c.link == "main"), said)
        inner = self.child(own.start, "parenthetical", None)
        inner.subject = own
        self.take(inner, verb)
        for clause in self.all:
            if clause is level or (clause.link == "coordinate" and clause.parent == level.number):
                clause.reporter = inner.number

    def inverted(self, verb: Verb) -> None:
        """ "…," said Ana Lind."""
        self.reporting(verb, Phrase(verb.start, verb.start, verb.start))
        self.top.subject = None

    def base(self, verb: Verb) -> None:
        """A base form without `to`: joined to an infinitive or a modal verb, or an order."""
        c = self.top
        if self.before(verb.start) == "C" and c.verb is not None:
            level = next(
                (
                    x
                    for x in reversed(self.stack)
                    if x.verb
                    and (
                        x.verb.tense in ("infinitive", "future", "modal")
                        or (x.verb.tense == "present" and not x.verb.passive)
                    )
                ),
                c,
            )
            self.pop_to(level, verb.start)
            inner = self.sibling(level, verb.start)
            inner.subject, inner.inherited = level.subject, True
            first = level.verb
            self.take(inner, verb._replace(tense=first.tense, modal=first.modal) if first else verb)
        elif c.verb is None:
            self.take(c, verb if c.subject is None else verb._replace(tense="present"))
        else:
            self.infinitive(verb)

    def subject_of(self, c: Open) -> Phrase | None:
        return c.subject

    def infinitive(self, verb: Verb) -> None:
        c = self.top
        if c.verb is not None and self.before(verb.start) == "C" and c.verb.tense == "infinitive":
            inner = self.sibling(c, verb.start)
            inner.subject, inner.inherited = c.subject, True
        else:
            inner = self.child(verb.start, "infinitive", verb.start)
            inner.fronted = c.verb is None
            controlled = c.verb is not None and c.objects and (c.verb.lemma in OBJECT_CONTROL)
            inner.subject = (
                c.objects[-1]
                if controlled
                else (c.subject if c.verb is None or not self.noun_before(verb.start) else c.subject)
            )
            inner.inherited = True
            inner.unsure = self.noun_before(verb.start) and not controlled
        self.take(inner, verb)

    def noun_before(self, i: int) -> bool:
        return self.before(i) in "N#"

    def nonfinite(self, verb: Verb) -> None:
        """A participle: behind its noun, behind a comma, or joined to another."""
        c = self.top
        before = self.before(verb.start)
        if before == "C" and c.verb is not None:
            self.second_participle(c, verb)
            return
        own = self.last if self.last_in == c.number else None
        if (
            c.verb is not None
            and c.verb.passive
            and own is not None
            and own.end == verb.start
            and self.before(own.start) in "C,"
        ):
            inner = self.sibling(c, own.start)  # "12 people were killed and 40 injured"
            inner.subject = own
            self.take(inner, verb._replace(tense=c.verb.tense, passive=True, modal=c.verb.modal))
            return
        adjacent = bool(self.phrases) and self.phrases[-1].end == verb.start
        passive = verb.tense == "participle"
        if verb.tense == "gerund" and before in ("v", "a", "b", "n", "g", "B", "h") and c.verb is not None:
            inner = self.child(verb.start, "gerund", None)  # "denied killing"
            inner.subject, inner.inherited = c.subject, True
        elif before == "," or not adjacent:
            inner = self.child(verb.start, "participle", None)
            inner.subject, inner.inherited = c.subject, True
            inner.fronted = c.verb is None
            inner.unsure = c.verb is None
        else:
            inner = self.child(verb.start, "reduced", None)
            inner.antecedent = self.phrases[-1]
            inner.subject, inner.inherited = inner.antecedent, True
        inner.verb = verb._replace(passive=passive)
        self.last = None

    def second_participle(self, c: Open, verb: Verb) -> None:
        first = c.verb
        inner = self.sibling(c, verb.start)
        inner.subject, inner.inherited, inner.antecedent = c.subject, True, c.antecedent
        same = first is not None and (first.passive or first.perfect or first.progressive)
        inner.verb = (
            verb._replace(
                tense=first.tense,
                modal=first.modal,
                passive=first.passive and verb.tense == "participle",
                negated=verb.negated or first.negated,
            )
            if same and first
            else verb
        )
        self.last = None


def build(tokens: Tokens, tags: str) -> Parse:
    """The clauses of a tagged sentence."""
    return Builder(tokens, tags).run()
