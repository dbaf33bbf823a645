"""Titles and posts around a name: how far the words reach that say what somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.facts.mentions import gazetteer
from parsers.facts.mentions.words import HONORIFICS, TOPICS
from parsers.facts.neighbours import word_before

_REACH = 170
_TOKEN = re.compile(r"[^\s,;:()\[\]“”\"«»/]+|[,;:()\[\]“”\"«»/]")
_LINKS = frozenset("of for to the and & at in on with von de di".split())
# Forms of address: they come with a name and tell no post.
ADDRESS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady prof first captain crown expert candidate leader partner st general major".split()
)
# Adjectives and nouns that may stand within a post: `special commentator`, `senior research fellow`, `leading solar engineer`.
_MODIFIERS = frozenset(
    "special senior junior top chief leading former ex-president current new acting interim deputy vice associate assistant research political economic military foreign "
    "financial business sports science energy trade press campaign regional national international general executive managing founding independent veteran prominent "
    "renowned well-known late honorary chairman long-time longtime state federal local presidential vice-presidential republican democratic white-collar climate oil gas "
    "policy security defence defense health legal art film music book news staff freelance guest visiting".split()
)
_STOPS = frozenset(
    "who which that also has have had is was were said says told and but when while as with by from after before during about a an".split()
)
HEADS = HONORIFICS - ADDRESS | frozenset("leader candidate expert captain professor partner lady general".split())
_CLOSED = frozenset(("", *';:()[]“”"«»/'))
"""Signs behind which no post stands right before a name; an empty one is the border of the passage."""
_FITTING = HEADS | _MODIFIERS | TOPICS | _LINKS
"""Words without a capital that may stand within a post; behind any other a name has none."""


class Role(NamedTuple):
    """A post: its words, and where they stand in the body."""

    start: int
    end: int
    text: str


def before(body: str, start: int, low: int = 0) -> Role | None:
    """The post that stands right before a name: `Azerbaijan's Minister of Energy | Parviz …`, `Nordic Times reporter | Ann …`."""
    word = word_before(body, start, start - max(low, start - _REACH))
    if word.islower() and word not in _FITTING:
        return None
    if not word and body[max(low, start - 3) : start].rstrip()[-1:] in _CLOSED:
        return None
    tokens = list(_TOKEN.finditer(body, max(low, start - _REACH), start))
    at = len(tokens)
    if not at or start - tokens[-1].end() > 2:
        return None
    while at and _fits_before(tokens, at - 1):
        at -= 1
    while at < len(tokens) and (tokens[at].group().lower() in _LINKS or tokens[at].group() == ","):
        at += 1
    return _role(body, tokens[at].start() if at < len(tokens) else start, start)


_DETERMINED = re.compile(r"\b(?:the|its|their|his|her|a|an)\s", re.IGNORECASE)
_PLAIN = re.compile(r"[\w'’&-]+(?:\s[\w'’&-]+){0,9}")
_HEAD_WITHIN = 5
"""Words among which a described post has its head noun."""


def described(body: str, start: int, low: int) -> Role | None:
    """The post that a name explains, behind a comma: `the head of the port, | Eldar …`."""
    end = start - 2
    if end <= low or body[end:start] != ", ":
        return None
    for found in _DETERMINED.finditer(body, max(low, end - _REACH), end):
        words = body[found.end() : end].split()
        plain = _PLAIN.fullmatch(body, found.end(), end) and not any(w in _STOPS for w in words)
        if plain and any(w.lower() in HEADS for w in words[:_HEAD_WITHIN]):
            return Role(found.start(), end, " ".join(words))
    return None


def _fits_before(tokens: list[re.Match[str]], at: int) -> bool:
    word = tokens[at].group()
    lower = word.lower().rstrip(".")
    following = tokens[at + 1].start() if at + 1 < len(tokens) else tokens[at].end()
    if following - tokens[at].end() > 2 or "\n" in tokens[at].string[tokens[at].end() : following]:
        return False
    if word == ",":
        return (
            at > 0
            and tokens[at - 1].group().lower() in HEADS
            and at + 1 < len(tokens)
            and tokens[at + 1].group()[0].isupper()
        )
    if lower in HEADS or lower in _MODIFIERS or lower in TOPICS:
        return not word.endswith(".") or lower in HONORIFICS
    if (
        lower == "and"
        and at > 0
        and at + 1 < len(tokens)
        and tokens[at + 1].group()[0].isupper()
        and tokens[at - 1].group()[0].isupper()
    ):
        return True
    if lower in _LINKS:
        return (at > 0 and lower not in ("in", "with", "at", "on", "and")) or (
            lower in ("and", "at", "on") and at > 0 and tokens[at - 1].group().lower() in HEADS | TOPICS
        )
    return word[0].isupper() and not word.endswith(".") and lower not in _STOPS


def behind(body: str, end: int, stop: int) -> Iterator[Role]:
    """The posts that follow a name behind a comma, a bracket or `is a`: `…, a journalist based in Baku, …`. At most three."""
    lead = _APPOSITION.match(body, end, stop) or _COPULA.match(body, end, stop)
    for _ in range(3):
        if not lead:
            return
        role = _post(body, lead.end(), min(stop, lead.end() + _REACH))
        if role is None:
            return
        yield role
        lead = _FURTHER.match(body, role.end, stop)


_APPOSITION = re.compile(r"\s?(?:,|\(|[—–-] ?)\s*(?=[\w])")
_COPULA = re.compile(
    r",?\s(?:is|was|became|serves as|served as|works as|acts as|has been|was named|was appointed|was elected)\s"
)
_FURTHER = re.compile(r"\s?(?:,|\band\b|, and\b)\s*")
_VERBAL = re.compile(r"[a-z]+(?:ed|ing)\Z")


def _post(body: str, start: int, stop: int) -> Role | None:
    """The post that begins at `start`: a head noun within eight words, its complements, nothing more."""
    tokens = list(_TOKEN.finditer(body, start, stop))
    head = next((i for i, t in enumerate(tokens[:9]) if _is_head(t.group(), i)), None)
    if head is None:
        return None
    article = tokens[0].group().lower() in ("the", "a", "an")
    if any(
        not _before_head(t.group()) and not (article and i < 4 and _plain_noun(t.group()))
        for i, t in enumerate(tokens[:head])
    ):
        return None
    at = head + 1
    while at < len(tokens) and _after_head(tokens, at):
        at += 1
    while at > head + 1 and tokens[at - 1].group().lower() in _LINKS:
        at -= 1
    end = tokens[at - 1].end()
    return _role(body, start, end - 1 if body[end - 1] == "." and not body[end - 3 : end - 1].isupper() else end)


def _is_head(word: str, at: int) -> bool:
    """Whether a word names a post: a known one, or behind an article any noun made of what somebody does (`shipbuilder`)."""
    return word.lower().rstrip(".") in HEADS or (at > 0 and bool(_AGENT.fullmatch(word)) and word not in _NO_AGENTS)


_AGENT = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|man|woman|master)")
_NO_AGENTS = frozenset(
    "former other number another october november december september longer under over order power centre center offer member senior junior major minor labor labor harbor water winter summer paper letter matter quarter daughter mother father brother sister".split()
)


def _plain_noun(word: str) -> bool:
    """Whether a lower-case word may qualify a head noun behind an article: `the harbour master`."""
    return word.isalpha() and word.islower() and word not in _STOPS and not _VERBAL.match(word)


def _before_head(word: str) -> bool:
    lower = word.lower()
    return (
        word[0].isupper()
        or lower in _MODIFIERS
        or lower in TOPICS
        or lower in _LINKS
        or lower in ("a", "an")
        or "-" in word
        or word.endswith(("'s", "’s", "al", "ic", "ian"))
    )


def _after_head(tokens: list[re.Match[str]], at: int) -> bool:
    word, previous = tokens[at].group(), tokens[at - 1].group()
    lower = word.lower()
    if not (word[0].isalnum() or word[0] == "&") or previous.endswith("."):
        return False
    if lower in ("of", "for", "to", "at", "on", "in", "based"):
        return at + 1 < len(tokens)
    if lower in ("the", "and", "&", "a", "an"):
        return previous.lower() in _LINKS or (
            lower in ("and", "&") and at + 1 < len(tokens) and tokens[at + 1].group()[0].isupper()
        )
    if word[0].isupper() or lower in HEADS or lower in TOPICS:
        return True
    return (
        lower not in _STOPS
        and (
            previous in gazetteer.demonyms()
            or previous.lower() in _LINKS
            or lower in ("issues", "affairs", "policy", "studies", "relations")
        )
        and not _VERBAL.match(lower)
    )


def _role(body: str, start: int, end: int) -> Role | None:
    """The post between two offsets, without article and space; None when no word in it is a post."""
    text = body[start:end].strip(" ,.")
    words = [w.lower().strip(".,") for w in text.split()]
    if not any(_is_head(w, 1) for w in words) or words == ["fellow"]:
        return None
    for article in ("the ", "a ", "an ", "The "):
        text = text.removeprefix(article)
    if text.startswith("Presidents"):
        text = "President" + text[len("Presidents") :]
    return Role(start, end, text) if text.strip() else None


def country_in(text: str) -> str | None:
    """The country that a post names by name or adjective: `Azerbaijani President` belongs to Azerbaijan."""
    for word in re.findall(r"[^\s,]+", text):
        bare = word.removesuffix("'s").removesuffix("’s")
        found = gazetteer.countries().get(bare) or gazetteer.demonyms().get(bare)
        if found:
            return found.name
    return None
