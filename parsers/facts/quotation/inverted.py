"""The subject that is behind a verb of speech, or between a quotation and its verb: `said Ann Poole, the mayor`."""

from __future__ import annotations

import re

from parsers.facts.mentions import posts
from parsers.facts.mentions.words import HONORIFICS
from parsers.facts.quotation.subject_words import PUBLISHED
from parsers.facts.quotation.subjects import DETERMINERS, PRONOUNS, Subject
from parsers.facts.reading import Reading
from parsers.facts.role import phrases
from parsers.facts.role.described import described
from parsers.model import Mention

_STOP_BEHIND = re.compile(
    r"(?<![A-Z])\.|[,;:()\[\]“”\"«»—–?!\n]|\s(?:in|on|at|during|after|before|when|while|as|to|who|which|that|about|told|and then|but|last|this|yesterday|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|recently|earlier|later|Tuesday's|referring|speaking|adding|noting|of the|against|through|because|if|with)\b(?!['’])"
)
_LEAD = re.compile(r"[\s,—–-]*")
_TITLE_END = re.compile(r"[,;:()“”\"]|\b(?:of|to|for|in|on|at|by|with|from|said|and|as|saying|that)\b")
_LOWER_WORDS = re.compile(
    r" (?:(?!(?:in|on|at|of|to|for|with|from|by|and|told|said|as|who|that)\b)[a-z][\w-]* ){1,4}(?=[A-Z])"
)
_POST_BEHIND = re.compile(
    rf" (?:(?!(?:in|on|at|of|to|for|with|from|by|and|told|said|as|who|that)\b)[\w-]+ ){{0,4}}?(?:{'|'.join(sorted(posts.HEADS, key=len, reverse=True))})s?\b",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(
    r"[,;:.()\[\]“”\"«»—–?!\n]|\s(?:in|on|at|during|after|before|when|while|as|who|that|about|told|said|says|added|but|last|this|yesterday|[A-Z][a-z]+day|recently|earlier|later)\b|\Z"
)
_SPEAKING_PHRASE = re.compile(
    rf"\s(?:the|an?|one|some|his|her|their|its|two|three|several|many)?\s?(?:[\w’'.-]+\s){{0,4}}?(?:{'|'.join(sorted(posts.HEADS - posts.ADJECTIVES, key=len, reverse=True))}|police|authorities|ministry|company|source|government|official|agency|firm|group|people|residents|witnesses)s?\b",
    re.IGNORECASE,
)


def behind(reading: Reading, verb_end: int, high: int) -> Subject | None:
    """The subject of an inverted verb: `said Ann Poole, the mayor`."""
    skip = _LEAD.match(reading.body, verb_end, high)
    start = skip.end() if skip else verb_end
    named = leading(reading, start, min(high, start + 120)) or _described(reading, start, min(high, start + 120))
    if named:
        return named
    stop = _STOP_BEHIND.search(reading.body, start, min(high, start + 120))
    end = stop.start() if stop else min(high, start + 120)
    word = reading.body[start:end].strip()
    if word.lower() in PRONOUNS:
        return Subject(start, start + len(word), None, "pronoun")
    head = word.split(" ")[0].lower()
    explained = _explaining(reading, start + len(word), high)
    if explained:
        return Subject(start, explained.end_char, explained, "name")
    head_end, _, participle = word.rpartition(" ")
    word = head_end if participle in PUBLISHED and head_end else word
    known = word[:1].isupper() or word.endswith("s") or head in DETERMINERS or head in HONORIFICS
    return Subject(start, start + len(word), None, "nominal") if known and len(word) > 1 else None


_CONTENT = (" that ", " it ", " there ", " if ", " whether ")
"""What opens the clause that a verb reports."""


def opens(reading: Reading, end: int) -> bool:
    """Whether a subject is right behind a verb: a name (with its title), a pronoun, or a noun phrase for people."""
    if reading.body.startswith(_CONTENT, end):
        return False
    match = _SPEAKING_PHRASE.match(reading.body, end, end + 90)
    named = reading.mentions_in(end, end + 60)
    return bool(match) or bool(
        named
        and not _OWNER.match(reading.body, named[0].end_char)
        and named[0].entity_type != "place"
        and len(reading.body[end : named[0].start_char].split()) < 4
    )


def leading(reading: Reading, low: int, verb: int) -> Subject | None:
    """The name (with its title) or pronoun with which the stretch behind a quotation begins: `… ,” Ann Poole, the mayor, said`.

    A body before a post belongs to it: `Norden analyst Ann Poole` is Ann Poole, `the Norden spokesman` nobody by name.
    """
    match = _LEAD.match(reading.body, low, verb)
    start = match.end() if match else low
    for mention in reading.mentions_in(start, verb):
        title = reading.body[start : mention.start_char]
        after = reading.body[mention.end_char : min(verb, mention.end_char + 80)]
        if mention.entity_type not in ("person", "organisation") or _OWNER.match(after) or _FIRM.match(after):
            continue
        named_behind = _LOWER_WORDS.match(after)
        beside = named_behind and any(
            m.start_char == mention.end_char + named_behind.end() and m.entity_type == "person"
            for m in reading.mentions_in(mention.end_char, verb)
        )
        if beside or _POST_BEHIND.match(after):
            end = _PHRASE_END.search(reading.body, mention.end_char, verb)
            people = [
                m
                for m in reading.mentions_in(mention.end_char, end.start() if end else verb)
                if m.entity_type == "person"
            ]
            if not people:
                return Subject(start, end.start() if end else verb, None, "nominal")
            post = reading.body[mention.start_char : people[0].start_char].strip()
            return Subject(people[0].start_char, people[0].end_char, people[0], "name", None if "," in post else post)
        held = phrases.before(reading.body, mention.start_char, start) if title and len(title) < 60 else None
        if (len(title) < 60 and not _TITLE_END.search(title)) or (held and held.start == start):
            return Subject(start, mention.end_char, mention, "name")
        break
    return None


_FIRM = re.compile(r" (?:and|&) (?:Co|Company|Sons|Partners|Associates)\b\.? (?=[a-z])")
"""What makes a firm of a name, before the post of somebody in it: `said | Lund and Co manager Tom Ray`."""
_OWNER = re.compile(r"['’](?:s\b| [a-z])")
"""What is behind a name that owns what follows: no subject of the verb before it (`said | Ordals' leaving was late`)."""


def _described(reading: Reading, start: int, high: int) -> Subject | None:
    """The name that explains the post with which a stretch begins: `said the head of the port, Eldar Salahov`."""
    for mention in reading.mentions_in(start, high):
        if mention.entity_type == "person":
            role = described(reading.body, mention.start_char, start)
            return Subject(start, mention.end_char, mention, "name") if role and role.start == start else None
    return None


def _explaining(reading: Reading, end: int, high: int) -> Mention | None:
    """The person whose name is alone (but for a title) behind a phrase and a comma: `said Tom Ray's boss, Ann Poole.`"""
    if reading.body[end : end + 2] != ", ":
        return None
    named = reading.mentions_in(end + 2, min(high, end + 80))
    titles = reading.body[end + 2 : named[0].start_char].lower().replace(".", "").split() if named else []
    alone = (
        named
        and HONORIFICS.issuperset(titles)
        and reading.body[named[0].end_char : named[0].end_char + 1] in (".", ",", "", "\n", ";")
    )
    return named[0] if alone and named[0].entity_type == "person" else None
