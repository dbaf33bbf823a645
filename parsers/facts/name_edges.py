"""Whether a name in a phrase is whole, and whether it only tells whose the noun or post behind it is."""

from __future__ import annotations

import re

from parsers.facts.argument_nouns import LISTING
from parsers.facts.mentions import gazetteer, posts
from parsers.facts.mentions.words import TOPICS
from parsers.facts.reading import Reading
from parsers.facts.syntax.lexicon import table
from parsers.model import Mention

_FIRST = frozenset(
    "first second third united general national royal standard premier american pacific atlantic western eastern northern southern global universal allied federal".split()
)
"""Words at the head of a sentence that, before a name, are part of it: `First Norway said`."""


def cut_in_front(reading: Reading, mention: Mention, start: int) -> bool:
    """Whether a name of a body or place lacks its first word: `Santa Fe | Pacific`, `Broker's | Choice Capital Inc`."""
    before = reading.body[start : mention.start_char]
    if before.endswith("/") and before[-2:-1].isalpha():
        return True  # "Halden/Lund Pictures Co"
    if before.endswith(("& ", " amp ", "&amp; ")) and mention.entity_type == "organisation" and before[:1].isupper():
        return True  # "Lund Drilling & Exploration Co"
    if _of_region(before, mention) or _family_first(before, mention):
        return True
    if mention.entity_type == "person" or not before.endswith(" "):
        return False
    if before.endswith(("'s ", "’s ")):
        owner = before[:-3].rpartition(" ")[2]
        known = reading.mentions_in(start, mention.start_char)
        return owner[:1].isupper() and owner not in TOPICS and before.startswith(owner) and not known
    word = before[:-1].rpartition(" ")[2]
    if mention.entity_type == "organisation" and word in gazetteer.demonyms() and _COMMON.fullmatch(mention.surface):
        return True  # "American Can"
    if not word[:1].isupper() or not word.isalpha() or word in gazetteer.demonyms() or word in LISTING:
        return False
    if start + len(before) - len(word) - 1 == 0 or reading.body[: start + len(before) - len(word) - 1].rstrip(" \"“")[-1:] in _ENDS:  # fmt: skip
        return word.lower() in _FIRST
    titled = posts.is_head(word.lower()) and mention.entity_type != "organisation"
    return not (titled or word.lower() in _ORDINARY)


def _family_first(before: str, mention: Mention) -> bool:
    """Whether a person's name lacks its first word, which no list knows: `Nguyen | Thi Lan`."""
    first, _, rest = mention.surface.partition(" ")
    word = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    if mention.entity_type != "person" or not rest or not word[:1].isupper() or not word.isalpha():
        return False
    low = word.lower()
    known = posts.is_head(low) or low in posts.ADDRESS or low in _ORDINARY or word in LISTING or word in TOPICS
    return not (
        known or first.lower() in gazetteer.given_names() or word in gazetteer.single_names() or low.endswith("s")
    )


def _of_region(before: str, mention: Mention) -> bool:
    """Whether the first word of a place that opens a name is cut: `West | Virginia Power`."""
    first, _, rest = mention.surface.partition(" ")
    word = before.rstrip(" ").rpartition(" ")[2]
    return bool(rest) and mention.entity_type != "place" and f"{word} {first}" in gazetteer.places()


_ENDS = (".", "-", "–", "—", "\n", ":", "?", "!", "")
_ORDINARY = frozenset(
    "the a north south east west northern southern eastern western central communist former old new greater mainland upper lower president prime state his her its".split()
)


_HOLDER = re.compile(
    r" (?!(?:and|or|of|in|at|on|for|to|from|with|by|as|the|a|an|said|says|that|who)\b)[a-z][a-z-]*(?<!ed)(?<!s) [A-Z][a-z]+ [A-Z][a-z]"
)
"""A post and a name in two words."""


_CAPITALS = re.compile(r" ([A-Z][a-z]+)(?: ([A-Z][a-z]+))?(?: ([A-Z][a-z]+))? [A-Z]")


_COMMON = re.compile(r"Can|Standard|Home|General|Express|Brands|Motors|Stores|Steel|Air|Gas|Oil|Coal|Land|Sugar|Paper")
"""Words that alone are no name of a firm, but with an adjective of a country are."""
_SEAT = re.compile(
    r"(?:, [A-Z][A-Za-z.]{0,14})?-(?:based|born|backed|owned|led|controlled|trained|educated|funded|sponsored|listed|registered|built|made|run)\b"
)
"""What makes an adjective of a place or body: `Hamar-based`, `Hamar, Norway-based`."""


_SUBSIDIARY = re.compile(r">?(?: <[A-Z.]{1,10}>)? (?:subsidiary|unit|affiliate|division) <?[A-Z]")
"""A firm before the name of its part: `Halden Corp <HLD> subsidiary <Lund Ltd>`."""


def holds_post(body: str, mention: Mention) -> bool:
    """Whether a post in capitals and a name follow: `Bank of Norway | Governor Ola Dahl`."""
    found = _CAPITALS.match(body, mention.end_char)
    return found is not None and any(posts.is_head(word.lower()) for word in found.groups() if word)


def _verb_of_the_past(word: str) -> bool:
    """Whether a word is a verb in the past, and no post: `Ola Dahl | met Ewa Bryl`."""
    known = table().get(word)
    return known is not None and "d" in known.forms


_POST = re.compile(r" ([a-z][a-z-]+)\b")
_DETERMINED = re.compile(r"\b(?:[Tt]he|an?|its|their|his|her|our|whose) \Z")


def _determined(body: str, mention: Mention) -> bool:
    """Whether a determiner before a name is that of the noun behind it: `the | UN | envoy`."""
    return _DETERMINED.search(body, max(0, mention.start_char - 8), mention.start_char) is not None


def modifies(body: str, mention: Mention) -> bool:
    """Whether a name only tells whose the noun behind it is: `North Korean | officials`, `Belfast | lock Tom Ray`."""
    behind = body[mention.end_char : mention.end_char + 2]
    if _SEAT.match(body, mention.end_char):
        return True
    if mention.entity_type != "person" and holds_post(body, mention):
        return True
    if _SUBSIDIARY.match(body, mention.end_char):
        return True
    holder = _HOLDER.match(body, mention.end_char)
    if holder is not None and not _verb_of_the_past(holder[0].split()[0]):
        return True
    post = _POST.match(body, mention.end_char)
    if post is not None and mention.entity_type != "person" and posts.is_head(post[1]) and _determined(body, mention):
        return True
    return behind[:1] == " " and behind[1:].islower() and mention.surface.rpartition(" ")[2] in gazetteer.demonyms()
