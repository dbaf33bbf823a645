"""What an article says that it had wrong before: `An earlier version of this article said | 12`, `it is 14, not | 12`, in seven languages."""

from __future__ import annotations

import re

from parsers.model import Fact
from parsers.record import changed

KINDS = frozenset(("quantity", "role", "time"))
"""Kinds of facts that a correction takes back."""

_THING = r"(?:article|story|report|post|piece|column|dispatch|headline|caption)"
_VERSION = re.compile(
    rf"\b(?:an?|the) (?:earlier|previous|original|initial|prior) version of (?:this|the) {_THING}\b|\bthis {_THING} (?:originally|previously|initially|incorrectly|wrongly)\b"
    r"|\bin einer (?:früheren|vorherigen|ersten|älteren) (?:version|fassung) (?:dieses (?:artikels|beitrags|textes)|dieser meldung)\b"
    r"|\b(?:dans )?une version (?:précédente|antérieure|initiale) de cet article\b"
    r"|\b(?:en )?una versión (?:anterior|previa|inicial) de est[ea] (?:artículo|noticia|texto)\b"
    r"|\bв (?:предыдущей|более ранней|первоначальной) версии (?:этой |данной |этого )?(?:статьи|материала|заметки|новости|текста)\b"
    r"|\b(?:bu )?(?:haberin|yazının) (?:önceki|ilk) (?:sürümünde|halinde|versiyonunda)"
    r"|\b(?:bu )?(?:məqalənin|xəbərin|yazının) (?:əvvəlki|ilkin) (?:variantında|versiyasında)",
    re.IGNORECASE,
)
"""What opens the sentence of a correction that tells of the error."""
_TURN = re.compile(
    r"[;\n]|[.!?](?=\s|\Z)|,? (?:but|in fact|in reality|tatsächlich|en réalité|en fait|en realidad|на самом деле|aslında|əslində)\b"
)
"""Where the error ends and what is right may begin."""
_LONGEST = 400
_NOT_BEFORE = re.compile(r"(?:, (?:and )?not|, nicht|,? et non(?: pas)?|,? y no|,? а не) (?:(?:about|the|der|die|das|les?|la|el|los|las|de) )?\Z", re.IGNORECASE)  # fmt: skip
_NOT_BEHIND = re.compile(r"\W?\s?(?:[\w%$€£.]+ ){0,2}?(?:değil|yox),? ", re.IGNORECASE)
_WORDS = ("version", "Version", "версии", "sürümünde", "halinde", "variantında", "Fassung", "originally", "previously", "initially", "incorrectly", "wrongly", "versiyasında", "versión")  # fmt: skip


def errors(body: str) -> tuple[tuple[int, int], ...]:
    """Where a body tells what an earlier version of it had wrong: starts and ends, in reading order. Linear in the body."""
    if not any(map(body.__contains__, _WORDS)):
        return ()
    found = []
    for opening in _VERSION.finditer(body):
        turn = _TURN.search(body, opening.end(), opening.end() + _LONGEST)
        found.append((opening.start(), turn.start() if turn else min(len(body), opening.end() + _LONGEST)))
    return tuple(found)


def taken_back(body: str, fact: Fact, wrong: tuple[tuple[int, int], ...]) -> Fact:
    """A fact, denied where it is what an earlier version said, or what `not` sets against the right figure."""
    if fact.kind not in KINDS or fact.anchor_start is None or fact.polarity == "-":
        return fact
    at = fact.anchor_start
    inside = any(start <= at < end for start, end in wrong)
    if not inside and not (fact.kind == "quantity" and _set_against(body, fact)):
        return fact
    return changed(fact, polarity="-", modality="denied")


def _set_against(body: str, fact: Fact) -> bool:
    """Whether `not` stands before a figure behind another (`it is 14, not 12`), or denies it behind (`12 değil, 14`)."""
    start, end = fact.anchor_start or 0, fact.anchor_end or 0
    if _NOT_BEFORE.search(body, max(0, start - 24), start):
        return True
    return bool(_NOT_BEHIND.match(body, end, end + 30))


def is_version(body: str, start: int, end: int) -> bool:
    """Whether a phrase names an earlier version of the article, which is nobody who speaks."""
    return bool(_VERSION.match(body, start, min(len(body), end + 20)))
