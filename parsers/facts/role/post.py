"""The record of a post: its words without article and age, its head noun, and whether it is former, acting or to come."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.facts.mentions import gazetteer
from parsers.facts.mentions import posts as words
from parsers.facts.mentions.posts import DETERMINERS, KIN, is_plural_head
from parsers.facts.role.noun_phrases import Word, capital

AGE = re.compile(r"\d+(?:-year-old)?\Z")


class Role(NamedTuple):
    """A post: its words, where they are in the body, where its head noun is, and whether it is former, acting, incoming."""

    start: int
    end: int
    text: str
    head: int = -1
    standing: str | None = None
    plural: bool = False
    dated: bool = True


LEGAL = frozenset("co inc ltd plc corp llc".split())
"""What is left of a company's name that was not seen whole."""


def role_of(body: str, tokens: list[Word], head: Word) -> Role | None:
    """The post made of some tokens, without article and full stop; None when nothing is left of it."""
    if not tokens:
        return None
    start, end = tokens[0].start, tokens[-1].end
    kept = tokens
    while len(kept) > 1 and kept[0].low in DETERMINERS and kept[0].start < head.start:
        kept = kept[1:]
    while len(kept) > 1 and AGE.fullmatch(kept[0].low) and kept[0].start < head.start:
        kept = kept[1:]
    if kept[0].low in LEGAL and kept[0].start < head.start:
        kept = kept[1:]
    if any(t.low in KIN for t in kept if t.start <= head.start) or (head.low == "general" and not capital(head)):
        return None
    text = body[kept[0].start : end].strip(" ,")
    text = text.replace(',"', '"').replace(",”", "”")
    if text.endswith(".") and not (text.endswith((".S.", ".N.", ".K."))):
        text, end = text[:-1], end - (body[end - 1] == ".")
    last = text.rpartition(" ")[2]
    if _COUNTED.fullmatch(last) or (last in gazetteer.demonyms() and head.end < end - len(last)):
        return None  # "seven-member | ATPC", "President of the Norwegian | …": the rest is taken for a name
    single = is_plural_head(head.low)
    if single:
        text = text.replace(head.text, head.text[: len(single)] if head.low.startswith(single) else single)
    return Role(start, end, " ".join(text.split()), head.start, _standing(kept, head), single is not None)


def _standing(tokens: list[Word], head: Word) -> str | None:
    """former, acting or incoming, by the words before a head and the endings of the head itself."""
    for word in tokens:
        if word.start > head.end:
            break
        parts = word.low.rstrip(".").split("-")
        for standing, cues in (("former", words.FORMER), ("acting", words.ACTING), ("incoming", words.INCOMING)):
            if word.low in cues or (parts[0] in ("ex", "then") and standing == "former") or (parts[-1] in ("elect", "designate") and standing == "incoming"):  # fmt: skip
                return standing
    after = next((t for t in tokens if t.start > head.end), None)
    return "incoming" if after and after.low in ("elect", "designate") else None


_COUNTED = re.compile(r"[\w-]+-(?:member|nation|man)")
"""What is said of a body, and no post."""
