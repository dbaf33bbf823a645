"""Titles and posts around a name: the noun phrase that says what somebody is, its head, and how far its words reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.mentions import gazetteer
from parsers.facts.mentions import posts as words
from parsers.facts.mentions.posts import ADDRESS, DETERMINERS, EXTENSIONS, LINKS, STOPS, is_head, is_plural_head
from parsers.facts.mentions.sequences import TRADES
from parsers.facts.mentions.words import HONORIFICS, ORGANISATION_HEADS, TOPICS
from parsers.facts.neighbours import word_before
from parsers.facts.role.noun_phrases import (
    Name,
    Word,
    capital,
    complements_end,
    contracted,
    head_at,
    is_adjective,
    last_head,
    mark,
    noun_run,
    past_verb,
    possessive,
    rank_of,
    tokens_in,
    unnamed,
)
from parsers.facts.role.post import AGE, LEGAL, Role, role_of
from parsers.facts.syntax import lexicon

_REACH = 170
"""Characters that a post may reach from the name."""


# ---- before a name ----


def before(body: str, start: int, low: int = 0, name_ending: Name = unnamed) -> Role | None:
    """The post right before a name: `Azerbaijan's Minister of Energy | Parviz …`, `Nordic Times reporter | Ann …`."""
    low = max(low, start - _REACH)
    if not _may_follow_post(body, start, low):
        return None
    tokens = tokens_in(body, low, start)
    edge = start
    while tokens and tokens[-1].low.rstrip(".") in ADDRESS:
        edge = tokens.pop().start
    if not tokens or edge - tokens[-1].end > 5:
        return None
    head = _head_before(tokens)
    if head is None:
        return None
    first = _reach_left(tokens, head, name_ending)
    return role_of(body, tokens[first : len(tokens)], tokens[head])


_HAD = re.compile(r" (?:had|has|have|was|were|is|will|would|could|did|wants?|wanted|appointed|hired|named|met|fired)\b")


def chosen(body: str, title: Role | None, end: int) -> bool:
    """Whether a plural before one name is what somebody had to do with: `the managers | Lind had hired`."""
    return title is not None and title.plural and bool(_HAD.match(body, end))


def _may_follow_post(body: str, start: int, low: int) -> bool:
    """A cheap look at the word before a name: whether a post may end there."""
    word = word_before(body, start, start - low)
    if not word:
        return body[max(low, start - 3) : start].rstrip()[-1:] not in ("", *',;:()[]“”"«»/—–?!')
    lower = word.lower()
    if word[0].isupper():
        return True
    return lower not in STOPS and lower not in LINKS and (is_head(lower) or is_plural_head(lower) is not None or lower in EXTENSIONS or lower in ("lady", "partner", "member", "elect", "staff", "state"))  # fmt: skip


def _head_before(tokens: list[Word]) -> int | None:
    """The head noun of the post that ends with the last token."""
    last = len(tokens) - 1
    if head_at(tokens, last) or is_plural_head(tokens[last].low):
        return last
    if last > 1 and tokens[last].low in ("staff", "state") and tokens[last - 1].low == "of":
        return last - 2 if head_at(tokens, last - 2) else None
    if last and tokens[last].low in EXTENSIONS and head_at(tokens, last - 1):
        return last - 1
    return _head_of_complement(tokens) if capital(tokens[last]) else None


def _head_of_complement(tokens: list[Word]) -> int | None:
    """The head whose complement ends with the last token: `Minister of Energy`, `CEO, Halden Ltd`; None when two fit."""
    at, linked, heads = len(tokens) - 1, False, []
    while at > 0:
        word = tokens[at]
        if word.low in LINKS or (word.low in ("the", "and", "&") and at):
            linked = word.low in LINKS or linked
        elif word.text == ",":
            legal = tokens[-1].low.rstrip(".") in ORGANISATION_HEADS
            return at - 1 if legal and head_at(tokens, at - 1) else None
        elif not (capital(word) or word.low in TOPICS) and not (head_at(tokens, at)):
            break
        if linked and head_at(tokens, at - 1) and tokens[at].low in LINKS:
            heads.append(at - 1)
            if tokens[at].low != "of":
                linked = False
        at -= 1
    if len(heads) < 2:
        return heads[0] if heads else None
    return heads[-1] if any(t.low in ("for", "on") for t in tokens[heads[0] :]) else None


def _reach_left(tokens: list[Word], head: int, name_ending: Name) -> int:
    """The first token of the noun phrase with this head."""
    at, named = head, False
    while at:
        word = tokens[at - 1]
        if _joins_heads(tokens, at) or _joins_topics(tokens, at) or _joins_firm(tokens, at):
            at -= 2
        elif word.low in _LIMBS and at > 1 and tokens[at - 2].low in ("left", "right"):
            at -= 2  # `left | arm spinner`
        elif (
            contracted(word)
            or _of_a_clause(tokens, at, head)
            or mark(word)
            or word.low in DETERMINERS
            or word.low in LINKS
        ):
            break
        elif capital(word) or possessive(word):
            if _closes_sentence(word, tokens[at]):
                break
            at, named = _over_name(tokens, at, name_ending), True
            if possessive(word) and not capital(word):
                break
        elif word.low.endswith("ed") and past_verb(tokens, at - 1):
            break
        elif word.low in words.FRONT or (
            not named and not rank_of(tokens[head]) and (words.qualifies(word.low) or word.low in TOPICS)
        ):
            at -= 1
        else:
            break
    return _trimmed(tokens, at, head)


_LIMBS = frozenset("arm hand foot wing back".split())


def _of_a_clause(tokens: list[Word], at: int, head: int) -> bool:
    """Whether a common noun before a post is not its own: `the bill | President Lind signed`, `to kill | King Olav`."""
    word = tokens[at - 1]
    if capital(word) or mark(word) or at < 2 or word.low in words.FRONT:
        return False
    front = tokens[at - 2].low
    known = lexicon.table().get(word.low)
    if front == "to" and known is not None and known.usual == "V":
        return True
    return at == head and capital(tokens[head]) and tokens[head].low in _REIGNING and not possessive(word) and "-" not in word.low  # fmt: skip


_REIGNING = frozenset("president king queen prince princess pope emperor premier chancellor senator governor sen gov gen".split())  # fmt: skip
"""Titles that, with a capital, no common noun qualifies."""


def _closes_sentence(word: Word, following: Word) -> bool:
    return word.text.endswith(("!", "?")) or (word.text.endswith(".") and following.start - word.end > 1)


def _over_name(tokens: list[Word], at: int, name_ending: Name) -> int:
    """The first token of the name that ends with token at - 1; that token itself when no name is known there."""
    word = tokens[at - 1]
    for end in (word.end, word.end - 2, word.end - 1):
        begin = name_ending(end)
        if begin < word.start:
            first = next((i for i in range(at) if tokens[i].start >= begin), at - 1)
            return first - 1 if first and tokens[first - 1].end > begin else first  # "then-National | Council"
    return at - 1


def _joins_heads(tokens: list[Word], at: int) -> bool:
    """Whether `and` or a comma joins the phrase to another head that the same person bears: `chairman and | president`."""
    if at < 2 or tokens[at - 1].low not in ("and", "&") or not head_at(tokens, at - 2):
        return False
    before_ = tokens[at - 3].low if at > 2 else ""
    return before_ != "the" and (capital(tokens[at - 2]) or not capital(tokens[at]))


def _joins_topics(tokens: list[Word], at: int) -> bool:
    """Whether `and` joins two fields of one post: `Senegal's Plan and | Cooperation Minister`."""
    if at < 2 or tokens[at - 1].low not in ("and", "&") or not (capital(tokens[at - 2]) and capital(tokens[at])):
        return False
    if tokens[at - 2].low in TRADES and tokens[at].low in TRADES:
        return True
    owned = at > 2 and (possessive(tokens[at - 3]) or tokens[at - 3].text in gazetteer.demonyms())
    field = tokens[at].low in TOPICS or tokens[at].low.endswith(("tion", "ment", "ture", "ics"))
    return field and (owned or tokens[at - 2].low in TOPICS)


def _joins_firm(tokens: list[Word], at: int) -> bool:
    """Whether `and` joins what closes a firm's name to its partners: `Lund, Moe and | Co analyst`."""
    if at < 2 or tokens[at - 1].low not in ("and", "&") or tokens[at].low.rstrip(".") not in LEGAL:
        return False
    return capital(tokens[at - 2])


def _trimmed(tokens: list[Word], at: int, head: int) -> int:
    """Without what is no part of the phrase at its left end: ages, links, `Then`."""
    while at < head and (
        AGE.fullmatch(tokens[at].low)
        or tokens[at].low in ("and", "&", "fellow", "mr", "mrs")
        or (
            tokens[at].low in STOPS
            and not tokens[at].text.isupper()
            and not _then(tokens, at)
            and tokens[at + 1].low not in _LIMBS
        )
        or tokens[at].text in _CALENDAR
    ):
        at += 1
    return at


def _then(tokens: list[Word], at: int) -> bool:
    """Whether `then` says that a post was held at that time: `the | then mayor`, not `and then Mayor Lind`."""
    front = tokens[at - 1].low if at else ""
    return tokens[at].text == "then" and (front in DETERMINERS or front in ("of", "by", "with", "under", "to", "from"))


_CALENDAR = frozenset("However Meanwhile Moreover Instead Still Earlier Later Now Then Today Yet Also Thus Last Next This last next week month year ago today yesterday tomorrow night morning Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())  # fmt: skip

_ALONGSIDE = frozenset("alongside with beside plus including unlike like opposite versus".split())
"""Words behind a comma that open no post: `Ann Lind, | alongside BB King`."""

# ---- behind a name ----

_APPOSITION = re.compile(
    r"(?: ?\([^()\n]{1,24}\))?(?:,? \(?(?:aged? )?\d{2}\)?)?(?:, (?:[A-Z]{1,3}-[A-Z][\w.]{1,9}))?\s?(?:,|\(|[—–-] )\s*(?=\w)"
)
_COPULA = re.compile(
    r"(?:, who)? (?P<verb>is|serves as|works as|acts as|has been named|has been appointed|has been elected|was named|was appointed|was elected|became|will become|is to become|served as|worked as)"
    r"(?: (?:currently|now|also|still|as))? "
)
_FURTHER = re.compile(r"\s?(?:, and\b|,|\band\b)\s*(?:also )?(?=\w)")
_POSTED = re.compile(r" (?:as |to be )?(?=[\w])")
_POSTING = frozenset("named appointed elected appoints names elects appointing naming".split())
_MOST = 3


def behind(body: str, end: int, stop: int, name_starting: Name = unnamed, start: int | None = None) -> Iterator[Role]:
    """The posts that follow a name behind a comma, a bracket or `is a`: `…, a journalist based in Baku, …`. At most three."""
    copula = _COPULA.match(body, end, stop)
    lead = None if copula else _APPOSITION.match(body, end, stop)
    if start is not None and not lead and not copula and word_before(body, start, 12).lower() in _POSTING:
        lead = _POSTED.match(body, end, stop)
    lead, named = lead or copula, False  # "head of Radio Lund, | a station": what explains the body, not the person
    for nth in range(_MOST):
        if not lead:
            return
        role = _post(body, lead.end(), min(stop, lead.end() + _REACH), name_starting, copula=copula is not None and not nth)  # fmt: skip
        if role is None:
            return
        if copula:
            role = _told(role, copula["verb"])
        if nth and lead.group().strip() == "," and (named or body[role.head :].lower().startswith(words.OF_BODIES)):
            return
        yield role
        named = body.startswith((", a ", ", an "), role.end) and body[role.start : role.end].rpartition(" ")[2][:1].isupper()  # fmt: skip
        lead = _FURTHER.match(body, role.end, stop)


def _told(role: Role, verb: str) -> Role:
    """A post that a verb tells of: one to come, or one taken up on a day that the verb does not say."""
    if verb.startswith(("will", "is to")):
        return role._replace(standing="incoming", dated=False)
    if verb in ("served as", "worked as"):
        return role._replace(standing="former", dated=False)
    return role._replace(dated=verb.startswith(("is", "serves", "works", "acts")))


def _post(body: str, start: int, stop: int, name_starting: Name, *, copula: bool) -> Role | None:
    """The post that begins at `start`: a noun phrase whose last noun names a post, and its complements."""
    tokens = tokens_in(body, start, stop)
    if tokens and tokens[0].low in _ALONGSIDE:
        return None
    run = noun_run(tokens, 0)
    head = last_head(tokens, run)
    if head is None or (copula and _vague(tokens, head)) or not words.PRAISE.isdisjoint(t.low for t in tokens[:head]):
        return None
    at = complements_end(tokens, head + 1, name_starting)
    titled = _TITLED.match(body, tokens[at - 1].end) if at == head + 1 else None
    if titled:
        at = next((i for i, t in enumerate(tokens) if t.start >= titled.end()), len(tokens))
    elif at < len(tokens) and not _closes(tokens, at, head, name_starting):
        return None
    return role_of(body, tokens[:at], tokens[head])


_TITLED = re.compile(r" of (?:(?:the|a) (?:[\w-]+ ){0,2})?(?:“[^“”\n]{2,90}”|\"[^\"\n]{2,90}\"|‘[^‘’\n]{2,90}’)")
"""A complement that is a title in marks: `author | of “Cold Nights”`."""


def _vague(tokens: list[Word], head: int) -> bool:
    """Whether a predicate says too little: `is a leader`."""
    linked = head + 1 < len(tokens) and tokens[head + 1].low in ("of", "for", "at")
    return tokens[head].low in words.VAGUE and not (linked and any(capital(t) for t in tokens[head + 2 : head + 6]))


def _closes(tokens: list[Word], at: int, head: int, name_starting: Name) -> bool:
    """Whether what follows a post lets it end there: no name right behind a head, no list that goes on with `and`."""
    word = tokens[at]
    if at == head + 1 and capital(word):
        return False
    following_ = tokens[at + 1] if at + 1 < len(tokens) else None
    if word.low == "to" and following_ and not capital(following_) and following_.low != "be":
        return False  # "her nominee | to head the bureau"
    if is_adjective(tokens[at - 1]) and at > head + 1 and not mark(word):
        return False  # "the owner of a commercial | …"
    if word.low in ("and", "or") and at == head + 1 and at + 1 < len(tokens):
        following = tokens[at + 1]
        return following.low not in ("the",) and name_starting(following.start) == following.start and not (
            capital(following) and not capital(tokens[head])
        )  # fmt: skip
    return True


__all__ = ["HONORIFICS", "Role", "before", "behind"]
