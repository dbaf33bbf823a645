"""What tells where a token is parted beside the words themselves: the words next to it, and misspelt words.

Asked only at a line's end, of a token that may be parted at more than one place: `in the are|turn` is no English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.repair.letters import FUNCTION, piece
from parsers.repair.paragraph import PUNCTUATION, Paragraph, Place
from parsers.repair.punctuation import RUN
from parsers.repair.spelling import SHORTEST
from parsers.repair.wordlists import word_list

_DETERMINERS = word_list("determiners")
"""Words that a noun follows sooner or later; two of them do not meet, nor does a verb or a full stop follow one."""
_SUBJECTS = frozenset(("i", "he", "she", "we", "they", "who"))
_MODALS = frozenset(("would", "will", "can", "could", "may", "might", "must", "should"))
"""What a verb without an ending follows: `would remain`, never `would remains`."""
_NEVER, _SELDOM = 3.0, 1.5
_LAST_RUN = re.compile(RUN.pattern + r"\Z")
_STARTERS = _SUBJECTS | {"it", "you", "this", "that"}
_STARTS, _EVER, _ENDS = 1.0, 1.5, ("", ".", "!", "?", "”", '"')
"""log10 of how much oftener a pronoun starts a sentence than at large, and `ever-` a compound than `never-`."""
_VOWELS = "aeiouh8"
_POOR, _MOST, _CLOSE = 1.0, 6, 4.0
"""Misspellings are thought of where no place scores more, at the best few of them; the neighbours are asked of places that
score not much less than the best."""
_UNCLEAR, _UNCLEAR_ABROAD = 1.0, 1.8
"""A place that scores less than this above another one of its token is in doubt."""
_AS_COMMON, _UNHEARD_OF, _ONE_UNKNOWN = 0.3, -30.0, -29.0
"""log10 that two words may be rarer than others and still be as likely."""
_BY_SCORES = frozenset(("en", "tr", "az"))
"""Where scores alone tell which place is likelier: English, and languages whose lists lack most forms of a word."""
_MOST_RECURRENCE = 1.2
"""log10 that words which the document has elsewhere can add to a place."""


def sensed(paragraph: Paragraph, token: int) -> tuple[tuple[Place, float], ...]:
    """A token's places, each with its score by all that is known of the sentence."""
    found = paragraph.senses.get(token)
    if found is None:
        places = paragraph.places(token)
        found = paragraph.senses[token] = tuple(zip(places, _told(paragraph, token, places), strict=True))
    return found


def is_clear(paragraph: Paragraph, place: Place) -> bool:
    """Whether no other place of the token is nearly as likely: `growthat` is `grow that` as well as `growth at`."""
    senses = sensed(paragraph, paragraph.token_at(place.start))
    if len(senses) == 1:
        return True
    here = max(sense for other, sense in senses if other.at == place.at)
    margin = _UNCLEAR if paragraph.known.code == "en" else _UNCLEAR_ABROAD
    if any(here - sense < margin for other, sense in senses if other.at != place.at):
        return False
    return paragraph.known.code in _BY_SCORES or not _is_beaten(paragraph, place, [p for p, _ in senses])


def _is_beaten(paragraph: Paragraph, place: Place, places: Sequence[Place]) -> bool:
    """Whether two words that both are known meet elsewhere in the token, as common as those at a place: `torna|mas`, `tornam|as`.

    Scores also count what is an ending of other words, which `as` is here by chance.
    """
    common = _common(paragraph, place)
    if common < _ONE_UNKNOWN and not paragraph.text[place.start : place.end].strip(PUNCTUATION).isalpha():
        return False  # `l’eau`, `e-mail`: no list has them as they are printed
    return place.kind == "word" and any(
        p.kind == "word" and p.at != place.at and _common(paragraph, p) > common - _AS_COMMON for p in places
    )


def _common(paragraph: Paragraph, place: Place) -> float:
    """log10 frequency of the two words of a place side by side; very low if one is unknown."""
    text, words = paragraph.text, paragraph.known.words
    left, right = _LAST_RUN.search(text[place.start : place.at]), RUN.match(text[place.at : place.end])
    if left is None or right is None:
        return _UNHEARD_OF
    return (words.get(left.group().lower()) or _UNHEARD_OF) + (words.get(right.group().lower()) or _UNHEARD_OF)


def _told(paragraph: Paragraph, token: int, places: Sequence[Place]) -> list[float]:
    if len(places) < 2:
        return [p.score for p in places]
    close = max([p.score for p in places]) - _CLOSE
    before, behind = paragraph.beside(token)
    scores = [
        p.score + _recurs(paragraph, p) - _unlikely(paragraph, p, before, behind)
        if p.kind == "word" and p.score > close
        else p.score
        for p in places
    ]
    if max(scores) < _POOR and paragraph.odd(token):
        for i in sorted(range(len(places)), key=lambda i: -scores[i])[:_MOST]:
            if places[i].kind in ("word", "dash"):
                scores[i] += _misspelt(paragraph, places[i])
    return scores


def _recurs(paragraph: Paragraph, place: Place) -> float:
    """log10 of how much likelier the two words of a place are for standing elsewhere in the document."""
    text, recurs = paragraph.text, paragraph.known.recurs
    left, right = text[place.start : place.at], text[place.at : place.end]
    if not left.isalpha():
        run = _LAST_RUN.search(left)
        left = run.group() if run else ""
    if not right.isalpha():
        run = RUN.match(right)
        right = run.group() if run else ""
    return min(_MOST_RECURRENCE, recurs(left.lower()) + recurs(right.lower()))


def _unlikely(paragraph: Paragraph, place: Place, before: str, behind: str) -> float:
    """log10 of how much less likely two words are here than anywhere, by the word before and the word behind."""
    text = paragraph.text
    left, right = text[place.start : place.at].lower(), text[place.at : place.end].lower()
    if paragraph.known.code != "en":
        return 0.0
    word = left.lstrip(PUNCTUATION)
    gain = _STARTS if word in _STARTERS and before[-1:] in _ENDS and text[place.at - len(word)].isupper() else 0.0
    gain += _EVER if right.startswith("ever-") else 0.0
    return _meet(before, word) + _meet(right, behind) - gain


def _meet(left: str, right: str) -> float:
    """The cost of one word behind another: determiners want a noun, `an` a vowel, `they` a verb."""
    word = right.strip(PUNCTUATION)
    if left in _SUBJECTS:
        return _NEVER if word in _DETERMINERS else 0.0
    if left in _MODALS:
        return _SELDOM if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else 0.0
    if left not in _DETERMINERS:
        return 0.0
    if not word or word in FUNCTION or word in _DETERMINERS:
        return _NEVER
    if left == "an":
        return 0.0 if word[0] in _VOWELS else _SELDOM
    return _SELDOM if left == "a" and word[0] in "aeio" else 0.0


def _misspelt(paragraph: Paragraph, place: Place) -> float:
    """log10 of how much likelier the halves of a place are as misspelt words than as words nobody knows."""
    text, gain = paragraph.text, 0.0
    for half in (text[place.start : place.at].strip(PUNCTUATION), text[place.at : place.end].strip(PUNCTUATION)):
        if len(half) >= SHORTEST and half.lower() not in paragraph.words:
            slip = paragraph.known.slip(half)
            if slip is not None:
                gain += max(0.0, slip - piece(half, paragraph.words))
    return gain
