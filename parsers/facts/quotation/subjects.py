"""Whose words they are: the noun phrase before or behind a verb of speech."""

from __future__ import annotations

import re

from parsers.facts.mentions import posts
from parsers.facts.mentions.words import HONORIFICS
from parsers.facts.neighbours import word_before
from parsers.facts.quotation.first_subject import Subject, first, opening
from parsers.facts.quotation.places import first_of_places, people_of_place
from parsers.facts.quotation.subject_times import before_time
from parsers.facts.quotation.subject_words import (
    BREAKS,
    COLLECTIVE,
    DATELINE,
    FINITE,
    JOINED_BY,
    PEOPLE,
    PREPOSITIONS,
    PUBLISHED,
    REPORTING,
    skippable,
)
from parsers.facts.reading import Reading
from parsers.facts.role import phrases
from parsers.facts.role.described import described
from parsers.facts.syntax import lexicon
from parsers.model import Mention

_REACH = 260  # characters before a verb that may hold its subject
_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])|[^\s,;:()\[\]“”\"«»—–…]+|[,;:()\[\]“”\"«»—–…]")
_RELATIVES, _JOINING = frozenset(("who", "which", "that")), frozenset(("and", "but", "or"))
_ENDING = BREAKS | FINITE
PRONOUNS = frozenset("he she they it we i you who".split())
DETERMINERS = frozenset(
    "the a an his her their its our my your this that these those one some several many two three another both most all other no".split()
)

_NO_SUBJECTS = DETERMINERS | frozenset("please let having being without no none nobody not never there here".split())


def before(reading: Reading, low: int, verb: int) -> Subject | None:
    """The subject that is before a verb, not further left than `low`; steps over adverbs and appositions."""
    low = max(low, verb - _REACH)
    dateline = DATELINE.match(reading.body, low, verb)
    low = dateline.end() if dateline else low
    return _adjacent(reading, low, verb) or _found_before(reading, low, verb)


def _adjacent(reading: Reading, low: int, verb: int) -> Subject | None:
    """A name without a title, or a pronoun, right before a verb: most subjects, and seen without looking any further."""
    word = word_before(reading.body, verb, verb - low)
    lower, end = word.lower(), verb - 1
    if not word or lower in _RELATIVES or lower in _JOINING or skippable(word):
        return None
    mention = _mention_ending(reading, end)
    if mention:
        start = mention.start_char
        title = word_before(reading.body, start, start - low).lower() if start > low else "none"
        plain = (
            title
            and title not in HONORIFICS
            and title not in _HOLDING
            and title not in ("the", "by", "and", "in", "near")
        )
        return Subject(start, end, mention, "name") if plain else None
    return Subject(end - len(word), end, None, "pronoun") if lower in PRONOUNS else None


def _found_before(reading: Reading, low: int, verb: int) -> Subject | None:
    tokens = list(_WORD.finditer(reading.body, low, verb))
    right = len(tokens)
    while right and skippable(tokens[right - 1].group()):
        right -= 1
    while right and tokens[right - 1].group()[0] == "<" and tokens[right - 1].group()[-1] == ">":
        right -= 1
    right = before_time(tokens, right)
    if right > 1 and tokens[right - 1].group() in PUBLISHED:
        right -= 1
    if not right:
        return None
    last = tokens[right - 1].group()
    if last.lower() in _RELATIVES:
        right -= 1
        if right and tokens[right - 1].group() == ",":
            right -= 1
            body = _mention_ending(reading, tokens[right - 1].end()) if right and last == "which" else None
            if body and body.entity_type == "organisation":
                return _head_before(reading, tokens, body, by=False) or Subject(
                    body.start_char, body.end_char, body, "name"
                )
        return _nearest_of(tokens, right, _phrase(reading, tokens, right))
    joined = JOINED_BY.search(reading.body, low, verb) if last == "," else None
    if joined:
        return _phrase(
            reading, [t for t in tokens if t.end() <= joined.start()], sum(t.end() <= joined.start() for t in tokens)
        )
    if last in (",", ")", "—", "–"):
        named_last = _after_post(reading, tokens, right - 1) if last == "," else None
        if named_last:
            return named_last
        opening = _apposition(tokens, right - 1)
        inside = _only_name(reading, tokens, opening, right - 1) if opening else None
        if inside:
            return inside
        explained = _phrase(reading, tokens, opening) if opening else None
        if (
            explained
            and explained.mention
            and explained.mention.entity_type == "person"
            and not _governed(tokens, explained.start)
        ):
            return explained
        named = _named_before_comma(reading, tokens[0].start(), tokens[right - 1].start())
        if named and not (explained and explained.start <= named.start_char):
            return Subject(_with_title(tokens, named), named.end_char, named, "name")
        return explained
    if last.lower() in _JOINING:
        return first(reading, low, verb)
    return _phrase(reading, tokens, right)


def _nearest_of(tokens: list[re.Match[str]], right: int, found: Subject | None) -> Subject | None:
    """Who it is that `who` repeats: the people behind the last preposition of `the stage for clashes with | farmers, who`."""
    if found is None or found.mention is not None or not right or tokens[right - 1].group().lower() not in PEOPLE:
        return found
    for k in range(right - 1, max(0, right - 4), -1):
        if tokens[k - 1].group().lower() in PREPOSITIONS - {"of"} and tokens[k - 1].start() > found.start:
            return Subject(tokens[k].start(), tokens[right - 1].end(), None, "nominal")
    return found


def _after_post(reading: Reading, tokens: list[re.Match[str]], close: int) -> Subject | None:
    """The person between the last two commas, behind one that is described: `…, one of the lawyers, Ann Poole, | said`."""
    comma = next((i for i in range(close - 1, 0, -1) if tokens[i].group() == ","), 0)
    led = {t.group().lower() for t in tokens[max(0, comma - 6) : comma]}
    if (
        comma
        and tokens[comma - 1].group().lower() in posts.HEADS
        and led.isdisjoint(("by", "with", "to", "from", "for"))
    ):
        return _only_name(reading, tokens, comma, close)
    described = _phrase(reading, tokens, comma) if comma else None
    if described is None or reading.body[described.start - 2 : described.start] != ", " or " by " in described.text(reading.body):  # fmt: skip
        return None
    return _only_name(reading, tokens, comma, close)


def _only_name(reading: Reading, tokens: list[re.Match[str]], opening: int, close: int) -> Subject | None:
    """The person who is all that is between two commas: `a spokesman for the port, Tom Ray, said`."""
    start, end = tokens[opening].end(), tokens[close].start()
    named = reading.mentions_in(start, end)
    if len(named) != 1 or named[0].entity_type != "person" or end - named[0].end_char > 1:
        return None
    phrase = _phrase(reading, tokens, opening)
    low = tokens[0].start()
    posted = tokens[opening - 1].group().lower() in posts.HEADS
    if posted and phrase and phrase.kind == "nominal" and _OF_A_HOLDER.search(phrase.text(reading.body)):
        return phrase
    if phrase and phrase.kind == "nominal" and _OF_KIN.search(phrase.text(reading.body)):
        return Subject(phrase.start, named[0].end_char, None, "nominal")
    told = phrase and (phrase.kind == "nominal" or described(reading.body, named[0].start_char, low))
    if not posted and not told:
        return None
    lead = reading.body[start : named[0].start_char].strip(" .").lower()
    title = phrases.before(reading.body, named[0].start_char, start) if lead not in (*HONORIFICS, "") else None
    bare = lead in (*HONORIFICS, "") or (title is not None and title.start <= start + 1)
    return Subject(start + 1, named[0].end_char, named[0], "name") if bare else None


_OF_KIN = re.compile(
    r"\b(?:husband|wife|widow|widower|son|daughter|mother|father|brother|sister|partner|fianc[eé]e?|girlfriend|boyfriend|parents|family|relatives?|friends?|colleagues?|neighbou?rs?|uncle|aunt|cousin|"
    r"grandmother|grandfather|lawyers?|solicitors?) of \w"
)
"""Somebody told of by a relative: the name behind the comma is the relative's, `the husband of the victim, | Ann Poole, said`."""
_OF_A_HOLDER = re.compile(r"\w (?:for|to|of) (?:the |an? |[\w.’'-]+(?: [A-Z][\w.’'-]+)*['’]s? )")
"""A post whose complement is somebody's post: in `a spokesman for the minister, | Ann Poole, said` either may bear the name."""


def _governed(tokens: list[re.Match[str]], start: int) -> bool:
    """Whether a preposition is before a name: `the adviser to Ann Poole, …` is not Ann Poole."""
    before = [t.group().lower() for t in tokens if t.end() <= start]
    return bool(before) and before[-1] in ("of", "to", "for", "with", "by", "from")


def _named_before_comma(reading: Reading, low: int, high: int) -> Mention | None:
    """The first person (else body) of a stretch whose name is followed by a comma or bracket: the one an apposition tells of."""
    explained = [
        m
        for m in reading.mentions_in(low, high)
        if m.entity_type in ("person", "organisation")
        and reading.body[m.end_char : m.end_char + 2] in (", ", " (", " —", " –")
    ]
    return next((m for m in explained if m.entity_type == "person"), explained[0] if explained else None)


def _apposition(tokens: list[re.Match[str]], close: int) -> int:
    """The index just behind the noun phrase that an apposition closed at `close` belongs to; 0 without one."""
    mark = {")": "(", "—": "—", "–": "–"}.get(tokens[close].group(), ",")
    for i in range(close - 1, 0, -1):
        if tokens[i].group() == mark:
            inside = tokens[i + 1].group() if i + 1 < close else ""
            if (
                mark == ","
                and inside[:1].isupper()
                and inside.lower() not in HONORIFICS
                and close - i <= 4
                and _another_comma(tokens, i)
            ):
                continue
            return i
    return 0


def _another_comma(tokens: list[re.Match[str]], at: int) -> bool:
    return any(t.group() == "," for t in tokens[max(0, at - 12) : at])


def _phrase(reading: Reading, tokens: list[re.Match[str]], right: int) -> Subject | None:
    """The noun phrase that ends before token `right`."""
    if not right:
        return None
    end = tokens[right - 1].end()
    mention = _mention_ending(reading, end)
    if mention:
        return _head_before(reading, tokens, mention) or Subject(_with_title(tokens, mention), end, mention, "name")
    word = tokens[right - 1].group().lower()
    if word in PRONOUNS:
        return Subject(tokens[right - 1].start(), end, None, "pronoun")
    left = _leftmost(tokens, right)
    if left and tokens[left - 1].group().lower() in _RELATIVES and right - left > 1 and _is_verb(tokens, left):
        return _phrase(reading, tokens, left - 1 - (tokens[left - 2].group() == ",")) if left > 2 else None
    if left > 3 and tokens[left - 1].group() == ")" and tokens[left - 3].group() == "(":
        left = _leftmost(tokens, left - 3)  # `the union's (NPU) | chief`
    while left < right - 1 and tokens[left].group().lower() in PREPOSITIONS:
        left += 1
    for i in range(right - 1, left - 1, -1):
        if tokens[i].group().lower() in DETERMINERS and not (
            i > left and tokens[i - 1].group().lower() in PREPOSITIONS
        ):
            left = i
            break
    return _nominal(reading, tokens, _joined(tokens, left), right)


def _is_verb(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word behind `that` is its verb: most often one, or one by its form before another noun."""
    known = lexicon.table().get(tokens[at].group())
    if known is None or tokens[at + 1].group().lower() in PREPOSITIONS:
        return False
    return known.usual == "V" or known.forms == "z"


def _leftmost(tokens: list[re.Match[str]], right: int) -> int:
    """The first token of the words that end before token `right` and hold no break and no verb."""
    left = right
    while left and right - left < 9 and not _closes(tokens[left - 1].group()):
        if tokens[left - 1].group().lower() in _ENDING:
            break
        left -= 1
    return left


def _joined(tokens: list[re.Match[str]], left: int) -> int:
    """Where a phrase begins that another is joined to: `The mayor and her deputy`."""
    at = left - 1
    if at < 2 or tokens[at].group().lower() != "and":
        return left
    for i in range(at - 1, max(-1, at - 6), -1):
        word = tokens[i].group().lower()
        if word in BREAKS or word in FINITE:
            return left
        if word in DETERMINERS:
            return (
                i
                if i == 0 or tokens[i - 1].group() in (",", "—", ".") or tokens[i - 1].group().lower() in BREAKS
                else left
            )
    return left


def _holder(reading: Reading, tokens: list[re.Match[str]], at: int) -> Subject | None:
    """Whose post in a body is told behind a comma: `Tom Ray, head of works for the port, | said`."""
    comma = next((i for i in range(at - 1, max(0, at - 12), -1) if tokens[i].group() == ","), 0)
    person = _mention_ending(reading, tokens[comma - 1].end()) if comma else None
    post = any(t.group().lower() in posts.HEADS for t in tokens[comma + 1 : at])
    if person and person.entity_type == "person" and post:
        return Subject(_with_title(tokens, person), person.end_char, person, "name")
    return None


_HOLDING = frozenset("at of from with for".split())


def _head_before(reading: Reading, tokens: list[re.Match[str]], mention: Mention, by: bool = True) -> Subject | None:
    """Who is meant where a body or place only completes the phrase: `Tom Ray at Norden Bank`, `a spokesman for Norden Bank`."""
    end = mention.end_char
    mention = first_of_places(reading, mention)
    dwelling = people_of_place(reading.body, tokens[0].start(), mention.start_char)
    if dwelling is not None:
        return Subject(dwelling, end, None, "nominal")
    before = [i for i, t in enumerate(tokens) if t.end() <= mention.start_char]
    at = len(before) - (2 if before and tokens[before[-1]].group().lower() == "the" else 1)
    inside = mention.entity_type == "place" and at > 0 and tokens[at].group() in ("in", "near")
    if at < 1 or not (inside or tokens[at].group().lower() in _HOLDING | {"by"}):
        return None
    if tokens[at].group().lower() == "by":
        return _phrase(reading, tokens, at - 1) if by and tokens[at - 1].group().endswith("ed") else None
    holder = _holder(reading, tokens, at) if mention.entity_type != "person" else None
    if holder:
        return holder
    person = _mention_ending(reading, tokens[at - 1].end())
    if person:
        held = mention.entity_type != "person" or tokens[at].group().lower() == "at"
        named = person.entity_type == "person" and held
        return Subject(_with_title(tokens, person), person.end_char, person, "name") if named else None
    left = at
    while (
        left
        and at - left < 6
        and tokens[left - 1].group().lower() not in _ENDING
        and not _closes(tokens[left - 1].group())
    ):
        left -= 1
        if tokens[left].group().lower() in DETERMINERS:
            break
    noun = tokens[at - 1].group().lower().rstrip("s")
    known = noun in posts.HEADS or (inside and tokens[at - 1].group().islower())
    if left == at or not known or (at - left > 1 and tokens[left].group().lower() in PREPOSITIONS):
        return None
    return Subject(tokens[left].start(), end, None, "nominal")


def _closes(word: str) -> bool:
    return len(word) > 1 and word[-1] in ".!?" and word[:-1].lower() not in HONORIFICS and not word[:1].isupper()


def _nominal(reading: Reading, tokens: list[re.Match[str]], left: int, right: int) -> Subject | None:
    """A common noun phrase: it must begin with a determiner, a plural or a name."""
    if left >= right or all(t.group().lower() in _NO_SUBJECTS for t in tokens[left:right]):
        return None
    if right - left == 1 and len(tokens[left].group()) == 1 and tokens[left - 1].group() == "and":
        left = max(0, left - 2)
    start, end = tokens[left].start(), tokens[right - 1].end()
    if tokens[right - 1].group().endswith(("'s", "’s")) or tokens[left].group().lower() in REPORTING:
        return None
    first_word, last_word = tokens[left].group(), tokens[right - 1].group()
    named = reading.mentions_in(start, end)
    if (
        first_word.lower() in DETERMINERS
        or last_word.endswith("s")
        or first_word.endswith("s")
        or named
        or last_word[:1].isupper()
        or last_word.lower() in HONORIFICS
        or first_word[0].isdigit()
        or "one" in last_word
        or last_word in COLLECTIVE
    ):
        return Subject(start, end, None, "nominal")
    return None


def _mention_ending(reading: Reading, end: int) -> Mention | None:
    found = reading.mentions_in(max(0, end - 90), end + 1)
    return found[-1] if found and end - 2 <= found[-1].end_char <= end else None


def _with_title(tokens: list[re.Match[str]], mention: Mention) -> int:
    """Where the phrase begins whose name is a mention: at its title when one is before it."""
    start = mention.start_char
    for token in reversed([t for t in tokens if t.end() <= mention.start_char]):
        word = token.group().strip(".").lower()
        if start - token.end() > 2 or word not in HONORIFICS:
            break
        start = token.start()
    return start


__all__ = ["DETERMINERS", "PRONOUNS", "Subject", "before", "first", "opening"]
