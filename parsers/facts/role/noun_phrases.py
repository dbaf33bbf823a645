"""The noun phrase of a post, word by word: its head noun, what qualifies it, and its complements."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from parsers.facts.mentions import posts as words
from parsers.facts.mentions.posts import DETERMINERS, EXTENSIONS, KIN, LINKS, STOPS, is_head
from parsers.facts.mentions.words import TOPICS
from parsers.record import of_values

_TOKEN = re.compile(r"[^\s,;:()\[\]“”\"«»/—–<>•|?!]+|[,;:()\[\]“”\"«»/—–<>•|?!]")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
Name = Callable[[int], int]
"""Where the name begins that ends at an offset, or ends that begins there; the offset itself without one."""


def unnamed(offset: int) -> int:
    """No name anywhere."""
    return offset


class Word(NamedTuple):
    """A word or sign: its body offsets, as written, and in lower case without a full stop."""

    start: int
    end: int
    text: str
    low: str


_OF_STATES = {"US": "u.s"}
"""A name that is a pronoun in lower case."""


def tokens_in(body: str, low: int, high: int) -> list[Word]:
    """The words and signs between two body offsets."""
    return [
        of_values(Word, (*m.span(), text := m.group(), _OF_STATES.get(text) or text.lower().rstrip(".") or "."))
        for m in _TOKEN.finditer(body, low, high)
    ]


def capital(word: Word) -> bool:
    """Does a word begin with a capital?"""
    return word.text[:1].isupper()


def mark(word: Word) -> bool:
    """Is it a sign and no word?"""
    return not word.text[0].isalnum() and word.text != "&"


def possessive(word: Word) -> bool:
    """Does a word end in the possessive? `that's` and `it's` are a verb with its subject."""
    return word.low.endswith(_POSSESSIVE) and len(word.low) > 2 and word.low[:-2] not in _CONTRACTED


def contracted(word: Word) -> bool:
    """Is it a pronoun with its verb (`that's`, `who's`)?"""
    return word.low.endswith(("'s", "’s")) and word.low[:-2] in _CONTRACTED


_CONTRACTED = frozenset("that it he she who what here there let where how this".split())
"""Words to which `'s` adds a verb."""


def head_at(tokens: list[Word], at: int) -> bool:
    """Whether a word names a post where it is: titles with a capital only from the list, since surnames share the endings."""
    word = tokens[at]
    if word.text.isupper() and len(word.text) > 4:
        return False
    front = tokens[at - 1].low if at else ""
    if not is_head(word.low, front):
        return False
    return words.is_title(word.low, front) if capital(word) else word.low not in words.ADJECTIVES


def noun_run(tokens: list[Word], at: int) -> int:
    """Behind the last token of a noun phrase without complements that begins at `at`."""
    begin = at
    if at < len(tokens) and tokens[at].low in DETERMINERS and tokens[at].low not in ("both", "these", "those", "that"):
        at += 1
    while at < len(tokens) and at - begin < 12:
        word = tokens[at]
        if word.text == "&" or (word.low == "and" and _and_within(tokens, begin, at)):
            at += 1
        elif (
            mark(word)
            or not (capital(word) or words.qualifies(word.low) or possessive(word) or head_at(tokens, at))
            or word.low in STOPS
            or word.low in LINKS
        ):
            break
        else:
            at += 1
    return at


def _and_within(tokens: list[Word], begin: int, at: int) -> bool:
    """Whether `and` joins two words of one noun phrase: two heads, or two of the words before a head."""
    if at + 1 >= len(tokens) or at == begin or mark(tokens[at + 1]):
        return False
    following = tokens[at + 1]
    if following.low in DETERMINERS or following.low in STOPS:
        return False
    if head_at(tokens, at - 1):
        return not capital(following) or capital(tokens[at - 1])
    return capital(tokens[at - 1]) == capital(following)


def last_head(tokens: list[Word], run: int) -> int | None:
    """The head of a noun run: its last word, but for words that belong to a head before them."""
    if not run:
        return None
    last = run - 1
    while last and tokens[last].low in EXTENSIONS and head_at(tokens, last - 1):
        return last - 1
    if any(t.low in KIN for t in tokens[: last + 1]) or any(t.low in KIN for t in tokens[last : last + 2]):
        return None
    if tokens[last].low == "member" and last + 1 < len(tokens) and tokens[last + 1].low == "of":
        return last
    return last if head_at(tokens, last) else None


def complements_end(tokens: list[Word], at: int, name_starting: Name) -> int:
    """Behind the last complement of a head that ends before `at`."""
    if at < len(tokens) and tokens[at].low in EXTENSIONS:
        at += 1
    while at + 1 < len(tokens):
        word = tokens[at]
        begin = at + 1
        if word.low == "based" and tokens[begin].low in ("in", "at"):
            begin += 1
        elif word.low not in LINKS or not _takes(word.low, tokens, begin):
            break
        after = _complement(tokens, begin, name_starting)
        if after == begin:
            break
        at = after
    return at


def _takes(link: str, tokens: list[Word], at: int) -> bool:
    """Whether what follows a preposition is a complement of a post, and no time, infinitive or number."""
    word = tokens[at]
    if word.low in words.CALENDAR and word.text != "May":
        return False
    if any(_of_time(t) or t.text[0].isdigit() for t in tokens[at : at + 2]) and link != "of":
        return False
    if any(map(_of_time, tokens[at : at + 3])) and link in ("at", "for", "in"):
        return False
    if mark(word) or word.low in STOPS or (link == "on" and word.low in ("a", "an")):
        return False
    if link in ("to", "with", "from"):
        return capital(word) or word.low in DETERMINERS or (link == "with" and words.qualifies(word.low))
    return True


def _of_time(word: Word) -> bool:
    """Whether a word is a noun of time, and no part of a name: `at | First Halden`."""
    return word.low in words.TIMES and not capital(word)


def _complement(tokens: list[Word], at: int, name_starting: Name) -> int:
    """Behind the noun phrase that begins at `at`."""
    begin = at
    while at < len(tokens) and at - begin < 16:
        word = tokens[at]
        behind_name = name_starting(word.start)
        if at > begin and word.low.rstrip(".") in _ADDRESSES:
            break
        if behind_name > word.end:
            at = next((i for i in range(at, len(tokens)) if tokens[i].start >= behind_name), len(tokens))
        elif word.low in ("and", "&"):
            if not _and_in_complement(tokens, at, begin):
                break
            at += 1
        elif word.text == ",":
            joined = at - begin in (1, 2) or (at > 1 and tokens[at - 2].low == "for")
            if not (_list_of_topics(tokens, at) or (joined and _of_partners(tokens, at)) or _of_fields(tokens, at)):
                break
            at += 1
        elif (
            (at > begin and tokens[at - 1].low in ("&", "amp") and capital(word))
            or (word.low in DETERMINERS and at == begin)
            or _in_noun_phrase(word)
            or _is_field(tokens, at)
            or (at == begin + 1 and word.low in _NOUNS and tokens[begin].low in DETERMINERS)
            or _qualifies_noun(tokens, at, begin)
        ):
            at += 1
        else:
            break
    while at > begin and (tokens[at - 1].low in ("and", "&", ",", "former") or tokens[at - 1].low in DETERMINERS):
        at -= 1
    untold = at > begin and head_at(tokens, at - 1) and capital(tokens[at - 1]) and tokens[at : at + 1] != []
    return begin if untold and tokens[at].text == "(" else at


_NOUNS = frozenset(
    "accused disabled unemployed wounded deceased plan run lead stand call need hope set claim pay cut strike force forces".split()
)
"""Words that are verbs or participles elsewhere, and nouns right behind an article: `counsel to the | accused`."""
_ADDRESSES = frozenset("mr mrs ms messrs mmes miss".split())
"""Forms of address: behind the first word of a complement one begins another sentence (`Halden Ltd. Mr. Moe said`)."""


def _in_noun_phrase(word: Word) -> bool:
    """Whether a word may be part of a complement's noun phrase: a name, adjective or noun, in the plural too."""
    if mark(word) or word.low in STOPS or word.low in LINKS or word.low in DETERMINERS:
        return False
    if capital(word) or word.text[0].isdigit() or words.qualifies(word.low):
        return True
    return word.low.replace(".", "").isalpha() and not word.low.endswith(("ed", "ing", "ly"))


def _is_field(tokens: list[Word], at: int) -> bool:
    """Whether a noun in -ing is the whole field of a post: `director of | telemarketing,`."""
    if not tokens[at].low.endswith("ing") or tokens[at - 1].low != "of":
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or mark(following) or following.low in ("and", "at", "for")


def _qualifies_noun(tokens: list[Word], at: int, begin: int) -> bool:
    """Whether a form in -ing or -ed is before its noun: `the owner of a small | landscaping company`."""
    if at + 1 >= len(tokens) or at == begin or capital(tokens[at]) or not tokens[at].low.endswith(("ing", "ed")):
        return False
    following, front = tokens[at + 1], tokens[at - 1]
    fits = front.low in ("a", "an", "the") or is_adjective(front)
    return fits and following.low.isalpha() and following.text.islower() and _in_noun_phrase(following)


def is_adjective(word: Word) -> bool:
    """Does a word without a capital read as an adjective, so that a noun must follow?"""
    return not capital(word) and (word.low in _ADJECTIVES or word.low.endswith(_OF_ADJECTIVES)) and word.low not in _NOUNS_IN_AL  # fmt: skip


_ADJECTIVES = frozenset("small large big new old local major private public leading commercial".split())
_OF_ADJECTIVES = ("ial", "nal", "cal", "ral", "ous", "ful", "ible", "able")
_NOUNS_IN_AL = frozenset(
    "trial material capital journal terminal canal general professional official memorial editorial tutorial denial testimonial signal original "
    "mineral funeral admiral mural table cable vegetable criminal individual potential principal arsenal rival oracle".split()
)  # fmt: skip


def _and_in_complement(tokens: list[Word], at: int, begin: int) -> bool:
    """Whether `and` goes on with a complement: not when another person, a post or a clause follows."""
    if at + 1 >= len(tokens) or at == begin:
        return False
    following = tokens[at + 1]
    if mark(following) or following.low in DETERMINERS or following.low in STOPS or head_at(tokens, at + 1):
        return False
    run = noun_run(tokens, at + 1)
    if last_head(tokens, run) is not None:
        return False
    if capital(following):
        return capital(tokens[at - 1]) or tokens[at - 1].low in TOPICS
    return not capital(tokens[at - 1]) and (words.qualifies(following.low) or following.low.endswith("s"))


def _of_partners(tokens: list[Word], at: int) -> bool:
    """Whether a comma is one of a firm named for its partners: `Lund, | Moe and Dahl Securities`."""
    if at + 3 >= len(tokens) or tokens[at + 2].low not in ("and", "&"):
        return False
    firm = tokens[at + 4 : at + 6]
    return capital(tokens[at - 1]) and capital(tokens[at + 1]) and capital(tokens[at + 3]) and bool(firm) and capital(firm[0])  # fmt: skip


def _of_fields(tokens: list[Word], at: int) -> bool:
    """Whether a comma is inside a body's or firm's name that `and` closes: `House Trade, | Consumer and Finance Subcommittee`, `Lund, | Moe & Dahl`."""
    words_ = tokens[at + 1 : at + 8]
    joint = next((i for i, t in enumerate(words_) if t.low in ("and", "&", "amp")), 0)
    if not 0 < joint < _FIELD or not all(map(capital, words_[:joint])) or not capital(tokens[at - 1]):
        return False
    behind = words_[joint + 1 : joint + 4]
    last = next((t for t in reversed(behind) if capital(t)), None)
    named = last is not None and last.low in _BODIES_OF_FIELDS and all(map(capital, behind[: behind.index(last) + 1]))
    return named or (words_[joint].low != "and" and bool(behind) and capital(behind[0]))


_FIELD = 4
"""Words of one field in such a name, and one."""
_BODIES_OF_FIELDS = frozenset(
    "subcommittee committee commission department ministry agency council institute securities partners associates".split()
)


def _list_of_topics(tokens: list[Word], at: int) -> bool:
    """Whether a comma is one of `Trade, Industry and Energy`, or is before a legal form."""
    if at + 1 >= len(tokens):
        return False
    if tokens[at + 1].low.rstrip(".") in ("inc", "ltd", "llc", "jr", "sr", "plc", "corp", "lp"):
        return True
    rest = [t.low for t in tokens[at + 1 : at + 6]]
    return tokens[at - 1].low in TOPICS and rest[:1] != [] and rest[0] in TOPICS and "and" in rest


_RANKS = frozenset("gen sen rep gov lt col capt maj sgt adm cmdr dr prof".split())


def rank_of(word: Word) -> bool:
    """Whether a head is a short title, before which an adjective tells of the person and is no part: `a buoyant | Gen. Moe`."""
    return word.low.rstrip(".") in _RANKS


def past_verb(tokens: list[Word], at: int) -> bool:
    """Whether a form in -ed is a verb with its subject before it: `the club | sacked coach …`."""
    if not at or mark(tokens[at - 1]):
        return False
    front = tokens[at - 1].low
    return not (
        front in DETERMINERS or front in LINKS or front in STOPS or front.endswith("ly") or possessive(tokens[at - 1])
    )
