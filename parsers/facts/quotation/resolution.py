"""Who `he`, `the minister` and `Asif Noor` are: subjects resolved to the fullest name that the article gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.facts.mentions import gazetteer, posts
from parsers.facts.mentions.names import plain
from parsers.facts.quotation import joint
from parsers.facts.quotation.attributed import Cue
from parsers.facts.quotation.subjects import Subject
from parsers.facts.reading import Reading
from parsers.model import Fact, Mention

_SINGULAR = frozenset(("he", "she", "who", "i", "him", "her"))
_DEFINITE = ("the ", "this ", "that ")


_MEMORY = 900
"""Characters after which a pronoun no longer means whoever spoke last."""


class Speaker(NamedTuple):
    """Who speaks: the name (or the phrase, when the text gives no name), the entity, and the role if one is known.

    `others` are the entities that speak with it: `Ann Poole and Tom Ray said`; `open` tells that there may be more.
    """

    name: str
    entity_id: str | None
    role: str | None
    others: tuple[str, ...] = ()
    open: bool = False

    @property
    def certain(self) -> bool:
        """Whether the text says who speaks: not where a pronoun stays that nobody, or more than one, fits, nor where somebody may speak with it."""
        if self.open:
            return False
        return self.entity_id is not None or self.name.lower() not in _UNRESOLVED


_HEADS = posts.HEADS
_PHRASE = 8
"""Words of a phrase in which its head is looked for."""
_UNRESOLVED = frozenset("he she it they i we you who him her them one this that these those some others many".split())


@dataclass(slots=True)
class Company:
    """The people of one article as a reader has them in mind: their roles, and who spoke last."""

    reading: Reading
    roles: dict[str, str] = field(default_factory=dict)
    last: Mention | None = None
    last_at: int = -1
    unnamed_at: int = -1
    people: tuple[Mention, ...] = ()
    posts: joint.Posts = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    sexes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading) -> Company:
        """The company of a reading: roles from its `role` facts."""
        roles: dict[str, str] = {}
        held: joint.Posts = {}
        ranked: dict[str, int | None] = {}
        for fact in reading.facts:
            if fact.kind == "role" and fact.anchor_start is not None:
                start, end = held.get(fact.anchor_start, (fact.start_char, fact.end_char))
                held[fact.anchor_start] = (min(fact.start_char, start), max(fact.end_char, end))
            if fact.kind == "role" and fact.parties and fact.predicate and _held(fact) and _whole(reading.body, fact):
                holder = fact.parties[0].entity_id
                if roles.get(holder, "").lower() in _RANKS and fact.anchor_start == ranked.get(holder):
                    del roles[holder]  # `Colonel Ann Poole, | commander of the Third Brigade`
                ranked.setdefault(holder, fact.anchor_start)
                roles.setdefault(holder, fact.predicate)
        people = tuple(m for m in reading.mentions if m.entity_type == "person")
        return cls(reading, roles, people=people, posts=held, starts=[m.start_char for m in people])

    def speaker(self, subject: Subject, cue: Cue | None = None) -> Speaker:
        """The speaker that a subject means, with whoever speaks with it; who is named is remembered for the pronouns to come."""
        mention = subject.mention
        text = subject.text(self.reading.body).strip(" ,")
        if subject.kind == "pronoun":
            mention = self._antecedent(subject) if text.lower() in _SINGULAR else None
        elif subject.kind == "nominal" and text.lower().startswith(_DEFINITE):
            mention = self._bearer(text, subject.start)
        elif mention is None and text.isupper():
            bearers = {m.entity_id: m for m in self.people if m.name.upper().endswith(text)}
            mention = next(iter(bearers.values())) if len(bearers) == 1 else None
        if mention is None or mention.entity_type == "place":
            self._without_name(subject, text, mention)
        if mention is None:
            return Speaker(text, None, None)
        beside = joint.ALONE
        if subject.kind == "name":
            beside = joint.together(self.reading, subject, cue, self.posts)
            before = beside.before or self._together(mention)
            if before or beside.behind:
                return self._all((*before, mention, *beside.behind), mention)
        if mention.entity_type == "person":
            self.last, self.last_at = mention, subject.start
        known = self.roles.get(mention.entity_id)
        if subject.role and (known is None or subject.role.endswith(known)):
            self.roles[mention.entity_id] = known = subject.role
        role = known or (text if subject.kind == "nominal" else None)
        return Speaker(mention.name, mention.entity_id, role, open=beside.open)

    def _all(self, speaking: tuple[Mention, ...], mention: Mention) -> Speaker:
        """Several who speak together, in the order of the text; no one of them is whom a pronoun behind means."""
        self.last = None
        names = [m.name for m in speaking]
        others = tuple(m.entity_id for m in speaking if m is not mention)
        return Speaker(", ".join(names[:-1]) + " and " + names[-1], mention.entity_id, None, others)

    def _without_name(self, subject: Subject, text: str, mention: Mention | None) -> None:
        """Remember where somebody spoke whom the text does not name: `a spokesman said`. A pronoun behind may be theirs."""
        somebody = subject.kind == "nominal" and not _HEADS.isdisjoint(text.lower().split()[-_PHRASE:])
        if mention is not None or somebody:
            self.unnamed_at = subject.start

    def _together(self, mention: Mention) -> tuple[Mention, ...]:
        """Those named right before a speaker and joined to it: `Ann Poole and Tom Ray said`, `Norden, Halden and Lund Lines said`."""
        body, first, joint, signs = self.reading.body, mention, _JOINT, _JOINT_SIGNS
        found: list[Mention] = []
        for _ in range(5):
            if not any(map(body[max(0, first.start_char - 30) : first.start_char].__contains__, signs)):
                break
            before = self.reading.mentions_in(max(0, first.start_char - 60), first.start_char)
            other = before[-1] if before and before[-1].end_char <= first.start_char else None
            if (
                other is None
                or other.entity_id == mention.entity_id
                or not joint.fullmatch(body, other.end_char, first.start_char)
                or not _alike(other, mention)
            ):
                break
            found.insert(0, other)
            first, joint, signs = other, _LISTED, _LISTED_SIGNS
        return tuple(found)

    def _antecedent(self, subject: Subject) -> Mention | None:
        """Who a singular pronoun means, when only one person fits: by sex, and named near it or speaking right before."""
        at = bisect_left(self.starts, subject.start)
        sex = SEX.get(subject.text(self.reading.body).strip(" ,").lower(), "")
        since = self.unnamed_at if subject.start - self.unnamed_at < _MEMORY else -1
        recent = [m for m in self.people[max(0, at - 12) : at] if m.start_char > since and self._may_be(m, sex)]
        known = self.last is not None and self.last_at > since and subject.start - self.last_at < _MEMORY
        last = self.last if known and self.last and self._may_be(self.last, sex) else None
        if last and self._goes_on(subject, recent):
            return last
        sentence = self.reading.sentence_at(subject.start)
        before = self.reading.sentence_at(sentence.start - 2)
        near = [m for m in recent if m.start_char >= before.start]
        named = [m for m in recent if m.start_char > self.last_at] if last else near or recent
        fitting = {m.entity_id: m for m in named if subject.start - m.start_char < _MEMORY}
        if last:
            fitting[last.entity_id] = last
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _goes_on(self, subject: Subject, recent: list[Mention]) -> bool:
        """Whether whoever spoke last speaks on: in the same paragraph, with nobody else leading a sentence since."""
        if self._paragraph(self.last_at) != self._paragraph(subject.start):
            return False
        since = [m for m in recent if m.start_char > self.last_at and self.last and m.entity_id != self.last.entity_id]
        return not any(self._leads(m) for m in since)

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self.reading.passages, offset, key=lambda p: p.start_char)

    def _may_be(self, mention: Mention, sex: str) -> bool:
        """Whether a person may be meant by a pronoun of this sex: the given name or a title before the name may say no."""
        if not sex:
            return True
        if mention.name not in self.sexes:
            self.sexes[mention.name] = sex_of(self.reading.body, mention)
        return self.sexes[mention.name] in (sex, "")

    def _leads(self, mention: Mention) -> bool:
        """Whether a mention is the first name of its sentence: its subject, most often."""
        sentence = self.reading.sentence_at(mention.start_char)
        first = bisect_left(self.starts, sentence.start)
        return (
            first < len(self.people)
            and self.people[first].start_char == mention.start_char
            and mention.start_char - sentence.start < 60
        )

    def _bearer(self, phrase: str, start: int) -> Mention | None:
        """The one person before `start` whose post is what the phrase names: `the minister`, `the top diplomat`."""
        head = phrase.rsplit(" ", 1)[-1].lower()
        if head in _GENERIC and self.last is not None:
            known = (
                self.last_at > self.unnamed_at and _post(self.roles.get(self.last.entity_id, "")) not in _HEADS_OF_STATE
            )
            return self.last if known else None
        whole = phrase.split(" ", 1)[-1].lower()
        at = bisect_left(self.starts, start)
        fits = {m.entity_id: m for m in self.people[:at] if _fits(self.roles.get(m.entity_id, ""), head, whole)}
        return next(iter(fits.values())) if len(fits) == 1 else None


_TITLED = r"(?:<|(?:[Tt]he|Mr|Mrs|Ms|Dr|Sen|Rep)\.? )?"
_TAG = r"(?: \([DRI]-[^)\n]{1,12}\))?"
_JOINT = re.compile(rf">?{_TAG},? (?:and|&) {_TITLED}")
_LISTED = re.compile(rf">?{_TAG}, {_TITLED}")
_JOINT_SIGNS: tuple[str, ...] = (" and ", " & ")
_LISTED_SIGNS: tuple[str, ...] = (", ",)
# Each with the signs of which it holds one: where one is, it matches around it, and that is quicker to find.


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions may speak together: people, bodies, places that are countries."""
    return one.entity_type in ("person", "organisation") or one.entity_type == other.entity_type


_CUT = frozenset(
    "of for to the and at in a an on with by from mr mrs ms dr or as its his her their s neither nor but that who".split()
)
_GOES_ON = re.compile(r" ([\w’'-]+)")
_BEHIND = frozenset(
    "who which and or said says told in at on for to with from since as is was has had will when after before until by under during told added speaking but that whose while".split()
)


_FORMER = ("former", "ex-", "then-", "late ", "retired", "one-time", "onetime", "past ")


_LISTED_BODY = re.compile(r", [A-Z]\w+(?: [A-Z]\w+){0,2}(?:,? (?:and|&|in) |, [A-Z]\w+)(?<=[a-z& ])")
_JOINED_BODY = re.compile(r"[A-Z][\w.]+ (?:and|&) \Z")
"""Names of firms and bodies of several partners or fields, of which a post may hold one only: `analyst with Lund, Moe in Oslo`."""


def _held(fact: Fact) -> bool:
    """Whether a post is held, or says itself that it no longer is: not `who served as director`."""
    return fact.subtype != "former" or any(word in (fact.predicate or "").lower() for word in _FORMER)


def _whole(body: str, fact: Fact) -> bool:
    """Whether a post is complete: it ends in no link word or possessive, and no noun that belongs to it goes on behind it."""
    words = re.findall(r"[\w’'-]+", (fact.predicate or "").lower())
    if not words or words[-1] in _CUT or words[0] in _CUT or words[-1].endswith(("'s", "’s")):
        return False
    leads = fact.anchor_start is not None and fact.start_char < fact.anchor_start
    if _LISTED_BODY.match(body, fact.end_char) or (
        leads and _JOINED_BODY.search(body, max(0, fact.start_char - 40), fact.start_char)
    ):
        return False
    behind_name = fact.anchor_start == fact.start_char and fact.end_char > (fact.anchor_end or 0)
    more = _GOES_ON.match(body, fact.end_char) if behind_name else None
    return more is None or more.group(1).lower() in _BEHIND or not more.group(1)[0].isalpha()


_RANKS = frozenset(
    "colonel general captain major lieutenant admiral brigadier commander commodore sergeant colonel-general professor prof lieutenant-colonel".split()
)
"""Ranks: the post behind a name with one says what somebody does."""
_LINKS = ("of", "at", "for", "in", "to", "with", "on", "from", "and")


def _fits(role: str, head: str, whole: str) -> bool:
    """Whether a post is meant by a phrase with this head noun, or by these words."""
    return bool(role) and (
        (head in posts.HEADS and _post(role) == head)
        or role.lower() == whole
        or role.lower().startswith(tuple(f"{whole} {link} " for link in _LINKS))
    )


def _post(role: str) -> str:
    """The head noun of a post: `minister` of `Norway's minister of trade`."""
    words = re.split(r"[ ,]+(?:of|for|at|in|on|to|and|with)\b", role.lower(), maxsplit=1)[0].split()
    return next((word for word in reversed(words) if word in posts.HEADS), "")


SEX = {"he": "m", "him": "m", "she": "f", "her": "f"}
_TITLES = {
    "mr": "m",
    "sir": "m",
    "lord": "m",
    "king": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "lady": "f",
    "queen": "f",
    "dame": "f",
}


def sex_of(body: str, mention: Mention) -> str:
    """`m` or `f` as far as a form of address or the given name tells, else an empty string."""
    before = body[max(0, mention.start_char - 6) : mention.start_char].rstrip(". ").rsplit(" ", 1)[-1].lower()
    return _TITLES.get(before) or gazetteer.given_names().get(plain(mention.name.split()[0]), "")


_HEADS_OF_STATE = frozenset("president king queen pope emperor chancellor".split())
"""Posts whose holders nobody calls an official or an expert."""
# Nouns that a newspaper uses again for whoever it has just quoted, whatever the person's exact post.
_GENERIC = frozenset(
    "expert diplomat analyst official politician scholar economist scientist academic author writer".split()
)
