"""Joins that the words around them settle alone, without any knowledge of lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsers.repair.known import CERTAIN
from parsers.repair.letters import FUNCTION
from parsers.repair.lexicon import UNKNOWN
from parsers.repair.paragraph import Paragraph, Place
from parsers.repair.punctuation import ABBREVIATIONS, JointKind
from parsers.repair.wordlists import word_list

_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\Z")
_BYLINE = re.compile(r"By\s(?:[^\W\d_a-z]\S*\s){1,3}\S+\Z")
_DATELINE = re.compile(r"[-–—]\s[^.!?]{2,40}:\Z")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*\s")
_SPACED_STOP = re.compile(r"[a-z]{2}[.!?][\"”’)]* [\"“(]?[A-Z]")
_LEAST_PARAGRAPHS, _LEAST_UNSPACED, _SURE_STOP = 3, 3, 3.5
_OPENERS = word_list("openers")

STRICT, LOOSE, LOOSEST = 4.0, 2.5, 1.2
"""A join of two words by the words alone: needed in a document with no other damage, and in one with much of it."""
COMMON = -5.2
"""log10 frequency from which a half counts as common."""
UNCLEAR = 0.25
_MUCH, VERY_MUCH = 3, 12
_LONGEST_DATELINE = 120
_LEAST_WORDS_BEFORE, _LEAST_WORDS_AFTER = 3, 3


@dataclass(frozen=True, slots=True)
class Join:
    """A place where something was lost, what to put there, and by which rule. `after` is None for a mere suspicion."""

    place: Place
    after: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule looks at: the paragraph, how much damage the document has, its enumerators.

    `unspaced`: full stops lost the space behind them, and paragraphs did not lose theirs.
    """

    paragraph: Paragraph
    damage: int = 0
    numbers: frozenset[int] = frozenset()
    unspaced: bool = False


def joins(scene: Scene, kinds: Collection[JointKind]) -> Iterator[Join]:
    """The local joins of one paragraph, at joints of some kinds."""
    for place in scene.paragraph.strong:
        if place.kind not in kinds or (place.kind == "word" and _is_beaten(scene.paragraph, place)):
            continue
        join = None if scene.paragraph.is_doubtful(place) else _RULES[place.kind](scene, place)
        if join is not None:
            yield join


def _is_beaten(paragraph: Paragraph, place: Place) -> bool:
    """Whether another place between letters of the same token is likelier, or so nearly as likely that nobody can tell."""
    ends = paragraph.strong_ends
    of_token = paragraph.strong[bisect_left(ends, place.end) : bisect_right(ends, place.end)]
    return any(p.score > place.score - UNCLEAR for p in of_token if p.kind == "word" and p.at != place.at)


def damage(paragraphs: Iterable[Paragraph]) -> int:
    """How many different tokens of a document have a certain joint between letters."""
    return len(
        {p.text[x.start : x.end] for p in paragraphs for x in p.strong if x.kind == "word" and x.score >= CERTAIN}
    )


def unspaced(paragraphs: Sequence[Paragraph], document: str) -> bool:
    """Whether full stops lost the space behind them all through a document that has its paragraphs."""
    if len(paragraphs) < _LEAST_PARAGRAPHS:
        return False
    glued = sum(x.kind == "stop" and x.score >= _SURE_STOP for p in paragraphs for x in p.strong)
    return glued >= _LEAST_UNSPACED and glued > 2 * len(_SPACED_STOP.findall(document))


def enumerators(paragraphs: Iterable[Paragraph], document: str) -> frozenset[int]:
    """The numbers of glued enumerators (`launches.2.`) that are in a run: 2 counts if 1 or 3 is there too."""
    seen = {
        int(n)
        for p in paragraphs
        for x in p.strong
        if x.kind == "enumerator"
        for n in re.findall(r"\d+", p.text[x.at : x.end])
    }
    first = {int(m) for m in re.findall(r"(?:^|\s)(\d{1,2})[.)]\s", document)} if seen else set()
    every = seen | first
    return frozenset(n for n in seen if n - 1 in every or n + 1 in every)


def between_sentences(paragraph: Paragraph, at: int) -> bool:
    """Whether a full sentence ends before an offset and another starts there: words enough on both sides."""
    text = paragraph.text
    before = text[max(0, at - 400) : at]
    last = max((m.end() for m in _SENTENCE.finditer(before)), default=0)
    words_before = len(before[last:].split())
    words_after = len(text[at : at + 120].split())
    return words_before >= _LEAST_WORDS_BEFORE and words_after >= _LEAST_WORDS_AFTER


def _stop(scene: Scene, place: Place) -> Join | None:
    if place.score < _SURE_STOP or scene.paragraph.repeats(place):
        return Join(place, None, "sentence")
    parted = (
        not scene.unspaced
        and between_sentences(scene.paragraph, place.at)
        and not scene.paragraph.in_quotation(place.at)
    )
    return Join(place, "\n\n", "sentence") if parted else Join(place, " ", "stop")


def sure_stop(paragraph: Paragraph, place: Place, shortest: int = 5) -> bool:
    """Whether a full stop stands between two known words and nothing else is in the token: `fertig.Danach`.

    The word before it has `shortest` letters, or is common: shorter ones may be abbreviated.
    """
    found = _WORDS_AT_STOP.match(paragraph.text, place.start)
    if found is None or place.kind != "stop" or found.end(1) + 1 != place.at:
        return False
    left, right = found[1], found[2]
    before, behind = (paragraph.words.get(word.lower()) or UNKNOWN for word in (left, right))
    if not left.islower() or not right[0].isupper() or min(before, behind) < _AT_STOP or left in ABBREVIATIONS:
        return False
    return (len(left) >= shortest or before > _COMMON_SHORT) and between_sentences(paragraph, place.at)


_WORDS_AT_STOP = re.compile(r"([^\W\d_]{4,40})[.!?]([^\W\d_]{2,40})(?=[,;:.!?»”\"’)]*(?!\S))")
_AT_STOP, _COMMON_SHORT, SHORT_TOO = -6.3, -4.5, 4
"""log10 frequency of the words around such a stop, and of a short word before it, at least; letters of one in a text with other
such stops."""


def _enumerator(scene: Scene, place: Place) -> Join | None:
    number = re.match(r"\d+", scene.paragraph.text[place.at : place.end])
    return Join(place, "\n\n", "enumerator") if number and int(number.group()) in scene.numbers else None


def _comma(scene: Scene, place: Place) -> Join | None:
    alone = scene.paragraph.joints_like(place) == 1
    fits = place.score >= 5 and (alone or scene.damage >= _MUCH)
    left = scene.paragraph.text[place.start : place.at - 1]
    return Join(place, " " if fits and len(left) > 1 else None, "comma")


def _colon(scene: Scene, place: Place) -> Join | None:
    if place.score < 4:
        return Join(place, None, "colon")
    dateline = place.at < _LONGEST_DATELINE and _DATELINE.search(scene.paragraph.text[: place.at])
    return Join(place, "\n\n" if dateline else " ", "colon")


def _open(scene: Scene, place: Place) -> Join | None:
    if scene.paragraph.text[place.at] == "(":
        return Join(place, " " if scene.damage >= _MUCH else None, "bracket")
    return Join(place, " ", "quote")


def _close(scene: Scene, place: Place) -> Join | None:
    left = scene.paragraph.text[place.at - 1]
    if left == "”":
        return Join(place, " ", "quote")
    inside = scene.paragraph.text[place.start : place.at]
    opened = inside.startswith("(")
    return Join(
        place,
        " " if left == ")" and (not opened or inside[1:-1].isupper()) and "(" not in inside[1:] else None,
        "bracket",
    )


def _digit(scene: Scene, place: Place) -> Join | None:
    if (
        _MONTH.search(scene.paragraph.text[max(0, place.at - 20) : place.at])
        and scene.paragraph.text[place.at].isupper()
    ):
        return Join(place, "\n\n", "date")
    return Join(place, " " if scene.damage >= _MUCH and place.score >= 1.5 else None, "number")


def _word(scene: Scene, place: Place) -> Join | None:
    text = scene.paragraph.text
    left, right = text[place.start : place.at], text[place.at : place.end]
    bare = right.rstrip(".,;:!?)”\"'’")
    if place.start < 60 and bare.lower() in _OPENERS and bare[0].isupper() and _BYLINE.match(text[: place.at]):
        return Join(place, "\n\n", "byline")
    if place.score < _least(scene.damage):
        return Join(place, None, "words") if place.score >= CERTAIN else None
    loud = bare.isupper() and len(bare) > 2 and left.isalpha() and left not in FUNCTION  # `fatFIRE`
    brand = loud or (text[place.start].isupper() and right[0].isupper() and not text[place.start : place.at].isupper())
    if brand or (scene.damage < _MUCH and not _both_common(left, bare, scene.paragraph.words)):
        return Join(place, None, "words")
    return Join(place, " ", "words")


def _least(damage: int) -> float:
    """The score a join of two words needs: the more damage a document has for certain, the less."""
    return STRICT if damage < _MUCH else LOOSE if damage < VERY_MUCH else LOOSEST


def _both_common(left: str, right: str, words: Mapping[str, float]) -> bool:
    """Whether both halves are common words, the second not a name that may be part of a brand."""
    bare = left.lstrip("([\"'“‘")
    common = words.get(bare.lower(), UNKNOWN) > COMMON and words.get(right.lower(), UNKNOWN) > COMMON
    return (
        common
        and not bare.isupper()
        and not (bare[:1].isupper() and right[:1].isupper())
        and len(bare) + len(right) > 6
        and min(len(bare), len(right)) > 1
    )


def _address(_scene: Scene, place: Place) -> Join | None:
    return Join(place, " ", "address")


_RULES: Mapping[JointKind, Callable[[Scene, Place], Join | None]] = {
    "stop": _stop, "enumerator": _enumerator, "comma": _comma, "colon": _colon, "quote": _open, "open": _open,
    "close": _close, "digit": _digit, "word": _word, "address": _address,
}  # fmt: skip
"""JointKind → its rule."""
AT_MARKS: Collection[JointKind] = ("open", "quote", "close", "comma", "address")
ALL_KINDS: Collection[JointKind] = frozenset(_RULES)

KINDS: Mapping[JointKind, str] = {
    "stop": "sentence_join", "enumerator": "sentence_join", "open": "quote_space", "quote": "quote_space", "close": "quote_space",
}  # fmt: skip
"""JointKind → the kind of repair row; word_join for the rest."""
