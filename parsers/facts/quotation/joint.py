"""Who speaks together with somebody named: `Ann Poole, the mayor, and her deputy, Tom Ray, said`."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.facts.mentions.words import HONORIFICS
from parsers.facts.quotation.attributed import Cue
from parsers.facts.quotation.subject_words import FINITE, are_people, skippable
from parsers.facts.quotation.subjects import DETERMINERS, Subject
from parsers.facts.reading import Reading
from parsers.model import Mention

_REACH = 260
"""Characters before or behind a name in which the others of its list are."""
_MOST = 5
"""Others of a list."""
_WORDS = r"(?:[^,;:.()“”\"\n]|(?<=\bMr|\bMs|\bDr)\.|(?<=\bMrs|\bSen|\bRep|\bGen|\bGov|\bRev)\.|(?<=\bProf)\.)"
_TAG = r">?(?: \([^()\n]{1,12}\))?"
_TOLD = rf"{_TAG}(?:, {_WORDS}{{2,90}})?"
_AND = re.compile(
    rf"(?P<told>{_TOLD}),? (?:and|&) <?(?P<lead>(?:{_WORDS}{{1,80}}?(?:, (?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms|General|Colonel)\.?|,)? )?)"
)
_COMMA = re.compile(rf"(?P<told>{_TOLD}), <?(?P<lead>(?:{_WORDS}{{1,40}}? )?)")
_BESIDE = re.compile(r",? (?:along with|together with|as well as|in addition to|and also) \Z")
"""What is between a speaker and somebody who is put in beside him: whether both speak, the text leaves open."""
_OPENING = re.compile(
    r"(?:(?:But|And|Yet|Both|Meanwhile|However|Still|Then|Earlier|Later|Today|Yesterday),? ?)*"
    r"(?:(?:In|On|At|After|Since|During) [^,;:.“”\"\n]{2,60}, )?(?:both )?(?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Ii]ts |[Tt]heir )?<?"
)
"""What may be between the head of a sentence and its subject."""
_THAT = re.compile(r"(?:\bthat|\bwhile|\bwhere|\bbut|\bwhen) (?:both )?(?:the )?<?\Z|[”\"]\s(?:both )?(?:the )?<?\Z")
_DONE = re.compile(rf"(?:, {_WORDS}{{2,90}})?(?:[.;”\"\n]|,[”\"]|,? (?:in|on|at|after|during|when|as|of|who|to) |\Z)")
"""What closes a list behind its verb: `said Ann Poole and her deputy, Tom Ray, | in a letter`."""
_BEFORE_VERB = re.compile(rf"(?:, {_WORDS}{{2,90}})?,? ")


class Joint(NamedTuple):
    """The others who speak with somebody, those before the name and those behind it; `open` where it is not sure that they do."""

    before: tuple[Mention, ...] = ()
    behind: tuple[Mention, ...] = ()
    open: bool = False


ALONE = Joint()
Posts = dict[int, tuple[int, int]]
"""Where what is told of a person begins and ends, by where the name begins."""


def _titled(mention: Mention, posts: Posts) -> int:
    """Where a name with the post before it begins."""
    return posts.get(mention.start_char, (mention.start_char, 0))[0]


def together(reading: Reading, subject: Subject, cue: Cue | None, posts: Posts) -> Joint:
    """Who else is subject of the verb that a name is subject of. `posts` tells how far the posts around a name reach."""
    mention, body = subject.mention, reading.body
    if mention is None or mention.entity_type not in ("person", "organisation"):
        return ALONE
    sentence = reading.sentence_at(mention.start_char)
    low = max(sentence.start, mention.start_char - _REACH)
    joined = " and " in body[low : mention.start_char]
    found = _before(reading, mention, low, posts) if joined else ()
    if joined and not found and _with_somebody(body[low : _titled(mention, posts)]):
        return Joint(open=True)
    stop = min(max(sentence.end, mention.end_char), mention.end_char + _REACH)
    if cue is not None and mention.end_char <= cue.start < stop:
        stop = cue.start
    elif cue is None or cue.end > mention.start_char:
        return Joint(found)
    inverted = stop != (cue.start if cue else -1)
    following = body[mention.end_char : stop]
    if found or not any(map(following.__contains__, _JOINING)):
        return Joint(found)
    beside = _behind(reading, mention, stop, inverted, posts)
    unnamed = beside is ALONE and (_UNNAMED_END if inverted else _UNNAMED).match(following)
    return Joint(open=True) if unnamed and all(map(skippable, unnamed["rest"].split())) else beside


_UNNAMED_WORDS = (
    rf"{_TOLD},? and (?:(?:his|her|their|its|two|three|four|five|several|some|many|other) {_WORDS}{{2,50}}|others)"
)
_UNNAMED = re.compile(rf"{_UNNAMED_WORDS}(?:(?<=\w),)? (?P<rest>(?:[\w’']+ ){{0,3}})\Z")
_UNNAMED_END = re.compile(rf"{_UNNAMED_WORDS}(?P<rest>)[.;]")
"""Somebody without a name who speaks with a person: `Ann Poole | and her husband told`."""


def _with_somebody(before: str) -> bool:
    """Whether a phrase for people is joined to a name behind it: `The mayor and her deputy, | Tom Ray, said`."""
    opening = _OPENING.match(before)
    first, joint, rest = before[opening.end() if opening else 0 :].partition(" and ")
    plain = 0 < len(first.split()) < _PHRASE and first.isascii() and FINITE.isdisjoint(first.lower().split())
    return bool(joint) and plain and not rest and not set(first) & _SIGNS and are_people(first)


_PHRASE = 5
_SIGNS = frozenset(',;:.()“”"')
_JOINING = (" and ", " & ", " with ", " as well as ")


def _before(reading: Reading, mention: Mention, low: int, posts: Posts) -> tuple[Mention, ...]:
    """Those in front of a name, when the first of them opens its clause."""
    found: list[Mention] = []
    first, gap = mention, _AND
    for other in reversed(reading.mentions_in(low, mention.start_char)[-3 * _MOST :]):
        if other.end_char > first.start_char or other.entity_id == first.entity_id:
            continue
        joined = gap.fullmatch(reading.body, other.end_char, first.start_char)
        if joined is None:
            if gap is _COMMA and (other.entity_type == "place" or other.start_char >= _titled(first, posts)):
                continue
            if other.start_char > first.start_char - 90 and other.entity_type != "person":
                continue  # a body in what is told of somebody
            break
        if not _joins(joined, other, first, posts):
            break
        found.insert(0, other)
        first, gap = other, _COMMA
        if len(found) == _MOST:
            break
    return tuple(found) if found and _opens(reading, found[0], low, posts) else ()


def _joins(joined: re.Match[str], one: Mention, other: Mention, posts: Posts) -> bool:
    """Whether two names are of one list: both are somebody, and no verb is between them."""
    if one.entity_type not in ("person", "organisation"):
        return False
    told, lead = joined["told"].split(), joined["lead"].split()
    relative = len(told) > 1 and told[1] in ("who", "which", "whose")
    if relative and not joined.string.startswith(",", joined.end("told")):
        return False
    if "by" in told or (lead and lead[0].lower().rstrip(".,") in _OF_FIRMS):
        return False
    if not FINITE.isdisjoint(lead) or not (relative or FINITE.isdisjoint(told)):
        return False
    title = _titled(other, posts)
    posted = title <= joined.start("lead") + _ARTICLE and title < other.start_char
    led = not lead or lead[0].lower() in DETERMINERS or lead[0].rstrip(".").lower() in HONORIFICS
    return led or (posted and one.entity_type == "person")


_OF_FIRMS = frozenset("co sons company partners associates son brothers daughters".split())
_ARTICLE = 5
"""Characters of an article and its blank."""


def _opens(reading: Reading, first: Mention, low: int, posts: Posts) -> bool:
    """Whether a name, with its post, opens its clause."""
    start = _titled(first, posts)
    while start > low and reading.body[:start].endswith(_HONOURS):
        start = reading.body.rstrip().rfind(" ", low, start - 1) + 1 or low
    before = reading.body[low:start]
    return bool(_OPENING.fullmatch(before) or _THAT.search(before))


_HONOURS = tuple(f"{title}{dot} " for title in ("Mr", "Mrs", "Ms", "Dr", "Sir", "Dame", "Lord") for dot in ("", "."))


def _behind(reading: Reading, mention: Mention, stop: int, inverted: bool, posts: Posts) -> Joint:
    """Those behind a name, up to its verb or (`inverted`) to the end of the list."""
    body, last = reading.body, mention
    found: list[Mention] = []
    for other in reading.mentions_in(mention.end_char, stop)[: 3 * _MOST]:
        own = posts.get(last.start_char, (0, last.end_char))[1]
        if other.start_char < max(own, last.end_char) or other.entity_id == mention.entity_id:
            continue
        between = body[last.end_char : other.start_char]
        if not found and _BESIDE.fullmatch(between):
            return Joint(open=True)
        joined = _AND.fullmatch(body, last.end_char, other.start_char)
        if joined is None:
            listed = _COMMA.fullmatch(body, last.end_char, other.start_char)
            if listed and other.entity_type == "person" and _joins(listed, last, other, posts):
                found.append(other)
                last = other
            continue
        if other.entity_type != mention.entity_type or not _joins(joined, last, other, posts):
            return ALONE
        found.append(other)
        return _closed(body, other.end_char, stop, inverted, tuple(found))
    return ALONE


def _closed(body: str, end: int, stop: int, inverted: bool, found: tuple[Mention, ...]) -> Joint:
    """A list behind a name, where it ends as lists do; open where a word behind it may be the verb of another clause."""
    if inverted:
        if _DONE.match(body, end, stop):
            return Joint((), found)
        return ALONE if body.startswith(" ", end) else Joint(open=True)
    rest = _BEFORE_VERB.match(body, end, stop)
    if rest is None:
        return ALONE
    sure = all(map(skippable, body[rest.end() : stop].split())) or body.startswith(", ", stop - 2)
    return Joint((), found) if sure else Joint(open=True)
