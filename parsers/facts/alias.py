"""Other names: `Belt and Road Initiative (BRI)`, `X, also known as Y`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parsers.facts.mentions import gazetteer
from parsers.facts.mentions.names import entity_id
from parsers.facts.reading import Reading
from parsers.model import EntityType, Fact, Mention, Party

KIND = "alias"
VERSION = "2"

_BRACKET = re.compile(r"\((?:the )?[“\"]?([A-Z][\w.&/-]{0,14}s?)[”\"]?\)")
_HOW = "(?:also|otherwise|better|formerly|previously|originally|sometimes|popularly|commonly|once|officially)"
_CALLED = re.compile(
    rf"(?:,? \(?{_HOW} known(?: as)?|(?:,| \(|, \()\s?{_HOW} (?:called|named|referred to as)) (?:the )?[“\"]?"
    r"([A-Z0-9][\w’'.&-]*(?: (?:(?:of|and|the|for|de) )*[A-Z0-9][\w’'.&-]*)*)"
)
_CALLING = (" known", " called", " named", " referred to")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SKIPPED = frozenset("of and the for in on to de la a an &".split())


def extract(reading: Reading) -> Iterable[Fact]:
    """Every alias that the text itself explains; `subject` is the full name, `object` the other one."""
    yield from _bracketed(reading)
    yield from _explained(reading)
    if not any(map(reading.body.__contains__, _CALLING)):
        return
    for match in _CALLED.finditer(reading.body):
        named = _ending(reading, match.start())
        if named:
            yield from _others(named, match)


def _others(named: Mention, match: re.Match[str]) -> Iterator[Fact]:
    """The other name of a body, or each of a person's: `also known as Al Moe and Bo Lund`."""
    start, words = match.start(1), match.group(1).rstrip(".,’'")
    for other in words.split(" and ") if named.entity_type == "person" else (words,):
        name = named.surface if named.name == other else named.name
        if name != other:
            yield _fact(name, other, named.start_char, start + words.index(other) + len(other), named)


_OR = re.compile(
    r",? (?:or|alias|a\.k\.a\.|aka|known as|known simply as|abbreviated as|abbreviated|called) (?:the )?(?P<quote>[“\"‘']?)(?P<name>[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,3})(?P<close>[”\"’']?)(?=[,.;)])"
)
_FORMERLY = re.compile(
    r" \((?:formerly|previously|then|once|originally|ex-)(?: known as| called)? ?(?:the )?(?P<name>[A-Z][\w’'.&-]*(?: (?:(?:of|and|the|for|de) )*[A-Z][\w’'.&-]*){0,6})\)"
)


def _explained(reading: Reading) -> Iterator[Fact]:
    """`Northern Ports Union, or NPU,`, `Ulf Moe, alias “the Count”`, `Halden Steel (formerly Norden Iron)`."""
    for pattern in (_OR, _FORMERLY):
        for match in pattern.finditer(reading.body):
            named = _ending(reading, match.start())
            other = match["name"].rstrip(".’'")
            if named and other != named.name and named.end_char == match.start() and _fits(named, match, other):
                yield _fact(named.name, other, named.start_char, match.start("name") + len(other), named)


def _fits(named: Mention, match: re.Match[str], other: str) -> bool:
    """Whether a word behind `or` is the short form of a name; behind `alias` and `known as` any name is one."""
    word = match.group().lstrip(" ,(").split(" ", 1)[0]
    if word != "or":
        sure = (
            word in ("alias", "aka", "a.k.a.")
            or other.isupper()
            or word.startswith(("formerly", "previously", "then", "once", "originally", "ex-"))
        )
        return named.entity_type != "place" and (sure or bool(match.groupdict().get("quote")))
    initials = "".join(w[0] for w in _WORD.findall(named.name) if w[0].isupper())
    return other.isupper() and len(other) > 1 and match.group().startswith(",") and initials == other.replace(".", "")


def _bracketed(reading: Reading) -> Iterator[Fact]:
    for match in _BRACKET.finditer(reading.body):
        short = match.group(1)
        if _NO_ALIAS.fullmatch(short) or reading.body.endswith((short + ") ", short + " "), 0, match.start()):
            continue
        start = _spelled(reading.body, match.start(), short)
        close = _unowned(reading.body, match.start())
        named = _ending(reading, close)
        if start is not None and not (named and named.entity_type == "person"):
            whole = named if named and _whole(reading.body[start : named.start_char], named) else None
            yield _fact(reading.body[start:close].strip(" <>"), short, start, match.end(), whole)
        elif named and _short_for(named, short):
            yield _fact(named.name, short, named.start_char, match.end(), named)


_OWNING = re.compile(r"(?:['’]s|(?<=s)['’]) \Z")


def _unowned(body: str, end: int) -> int:
    """Where a long form ends in front of a bracket, its possessive left out: `the Ports Union| 's (PU) leader`."""
    found = _OWNING.search(body, max(0, end - 4), end)
    return found.start() if found else end


def _whole(before: str, named: Mention) -> bool:
    """Whether a name with these words before it is all of the long form: an article, an adjective of a country, an owner."""
    words = before.split()
    placed = named.name != named.surface  # "Council of Trade Unions of Australia"
    return all(
        (w in gazetteer.demonyms() and placed) or w in ("the", "The", "U.S.", "<") or w.endswith(("'s", "’s"))
        for w in words
    )


_NO_ALIAS = re.compile(
    r"[A-Z]{1,4}\.[A-Z]{1,3}|(?:[A-Z]{1,4}|Lab|Con|Ind|Lib|Dem|Rep)-[A-Z][\w.&/-]*|[IVX]{1,5}|(?:[A-Z]\.)+[A-Z]?|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
)
"""Tickers (`WGC.N`), party tags (`R-Ohio`, `D-N.Y.`), numerals, abbreviations of places and months: no names."""


def _short_for(named: Mention, short: str) -> bool:
    """Whether a bracket behind a name holds another name of it: a word of a person's, an acronym of a body's."""
    if short in named.name.split():
        return True
    if named.entity_type not in ("organisation", "programme") or not short.rstrip("s").isupper():
        return False
    if named.name.rpartition(" ")[2].rstrip(".").lower() in _LEGAL:
        return False  # a ticker, unless the initials spell it
    return (
        named.name[0] == short[0]
        and len(short) > 1
        and short not in _AGENCIES
        and _in_order(short.lower(), named.name.lower())
    )


_LEGAL = frozenset("inc corp co ltd plc corporation company limited llc sa ag nv".split())
_AGENCIES = frozenset("AP AFP ANI PTI UPI EPA PA".split())


def _in_order(letters: str, name: str) -> bool:
    """Whether the letters come in this order in a name."""
    rest = iter(name)
    return all(letter in rest for letter in letters if letter.isalpha())


def _spelled(body: str, end: int, short: str) -> int | None:
    """Where the words before a bracket begin whose initials make the short form; None when they do not."""
    letters = [ch.lower() for ch in short.rstrip("s") if ch.isalnum()]
    if len(letters) < 2 or (not short[1:2].isupper() and not short[1:2].isdigit()):
        return None
    low = max(0, end - 120)
    if len(letters) == 2:
        low = max(low, body.rfind(",", low, end) + 1)
    words = list(_WORD.finditer(body, low, end))
    at = len(words)
    while letters and at:
        at -= 1
        word = words[at].group().lower()
        tail = "".join(letters[-len(word) :])
        if word.isdigit() and tail == word:
            del letters[-len(word) :]
        elif word[0] == letters[-1] and not (len(letters) == 1 and word in _SKIPPED):
            letters.pop()
        elif word not in _SKIPPED:
            return None
    return words[at].start() if not letters else None


def _ending(reading: Reading, end: int) -> Mention | None:
    """The mention that ends where a bracket or comma begins."""
    found = reading.mentions_in(max(0, end - 120), end + 1)
    return found[-1] if found and 0 <= end - found[-1].end_char <= 2 else None


def _fact(name: str, other: str, start: int, end: int, mention: Mention | None) -> Fact:
    entity_type: EntityType = mention.entity_type if mention else "organisation"
    known = mention.entity_id if mention else None
    return Fact(
        kind=KIND,
        start_char=start,
        end_char=end,
        extractor=KIND,
        extractor_version=VERSION,
        subject=name,
        predicate="also known as",
        object=other,
        parties=(Party(role="named", entity_id=known or entity_id(entity_type, name)),) if mention else (),
    )
