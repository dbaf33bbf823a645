"""Words whose letters stand apart (`p o r t`), and passages that lost all of their spaces."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from parsers.repair.edits import Change, Note
from parsers.repair.letters import SHORT
from parsers.repair.spelling import slip_of

_LETTERS_APART = re.compile(
    r"(?<!\S)[^\W\d_](?:[ \u00a0\u2009\u200a\u202f]{1,4}[^\W\d_](?![^\s,.;:!?]))+[,.;:!?]?(?!\S)"
)
_GAP = re.compile(r"[ \u00a0\u2009\u200a\u202f]{2,}")
_LEAST_APART = 4
_SINGLE = frozenset("bcdefghijklmnopqrstuvwxyzBCDEFGHJKLMNOPQRSTUVWXYZбгдежзлмнпртфхцчшБГДЕЖЗЛМНПРТФХЦЧШ")
_LEAST_DIFFERENT = 3

LONGEST_SOUND = 45
"""Letters of a token from which it is rather a passage that lost its spaces than a word."""
SHORTEST_RUN = 12
"""Letters of a short sentence, at least."""
_LEAST_CUTS, _MANY_CUTS, _CERTAIN, _MEAN_RUN = 3, 5, 1.0, 6.5
"""So many lost spaces, and so many that need no marks; log10 odds of each; the mean length of the words, at most."""
_SEVERAL_RUNS, FEWEST_CUTS = 3, 2
"""So many different runs in one text are no names; then fewer lost spaces are enough."""
_SMALL_WORD = re.compile(
    r"the|and|was|were|that|ha[sd]|have|will|with|for|not|are|but|you|his|her|this|from|what|all|out|can|one|who|did"
)
_SHORT_WORD = 3
_MARKS = ".,;:!?()[]\"'“”‘’«»…"
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\Z")
_MOST_LETTERS, _LONGEST_WORD = 4000, 24
_RUN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{1,2}(?![^\W\d_]))?|\d+(?:[.,]\d+)*|.", re.DOTALL)
_ENGLISH_RUN = re.compile(r"[^\W\d_]+(?:['’](?:s|t|re|ve|ll|d|m)(?=[^\W\d_]|\b))?|\d+(?:[.,]\d+)*|.", re.DOTALL)
"""The same where what `'s` belongs to is known: `the port's` and `new ramp` run together."""
_ADDRESS = re.compile(r"://|@|[/\\=_&{}<>]")
_SURE, _LEAST_COMMON, _UNKNOWN_LETTER, _START, _NAME_START = 0.6, -6.3, -1.2, -6.0, -3.5
"""log10 odds that a word ends where it is parted; the rarest word; what each letter of an unknown one costs, its start, and
that of a name."""
_BEHIND, _BEFORE = ",;:.!?)]”»%", "([“«„$€£"
_MOST_UNSURE, _MEAN_WORD = 0.15, 8.0
_SURE_ABROAD, _MOST_UNSURE_ABROAD = 1.0, 0.02
"""The same in other languages, whose endings no list has all."""
_NEVER_CERTAIN = frozenset(("de", "nl", "tr", "az"))
"""Where compounds or endings leave no passage certain."""
_INITIAL = re.compile(r"(?<![A-Z])[A-Z]\.[A-Z](?:\.|\b)")
"""`U.S.`"""


def is_apart(tokens: set[str]) -> bool:
    """Whether a text has enough different single letters to be looked at."""
    return len(_SINGLE & tokens) >= _LEAST_DIFFERENT


def letters_apart(text: str, words: Mapping[str, float]) -> Iterator[Change | Note]:
    """Letter-spaced words put together: by the wider gaps between words, else by the words that they make."""
    for found in _LETTERS_APART.finditer(text):
        printed = found.group()
        letters = [c.lower() for c in printed if c.isalpha()]
        if len(letters) < _LEAST_APART or sum(c not in _ONE for c in letters) < _LEAST_APART - 1:
            continue
        if _is_alphabet(letters):
            continue
        parts = _GAP.split(printed)
        whole = [re.sub(r"[ \u00a0\u2009\u200a\u202f]", "", part) for part in parts]
        if len(parts) == 1:
            mark = whole[0][-1] if not whole[0][-1].isalpha() else ""
            whole = [*_certain_words(whole[0].rstrip(",.;:!?"), words)]
            if whole:
                whole[-1] += mark
        elif sum(w.strip(",.;:!?").lower() in words for w in whole) < (len(whole) + 1) // 2:
            whole = []
        if whole:
            yield Change(found.start(), found.end(), " ".join(whole), "word_join", 0.95, "letter_spaced")
        else:
            yield Note(found.start(), found.end(), "suspect", 0.7, "letter_spaced")


def _is_alphabet(letters: list[str]) -> bool:
    """Whether letters follow each other as in the alphabet: `A B C D E`."""
    return sum(ord(b) - ord(a) == 1 for a, b in itertools.pairwise(letters)) > len(letters) // 2


def _certain_words(letters: str, words: Mapping[str, float]) -> list[str]:
    """The words of a run of letters, if they are certain and known."""
    if len(letters) <= _LONGEST_WORD and words.get(letters.lower(), -20.0) > _LEAST_COMMON:
        return [letters]
    cuts = parted(letters, words)
    if cuts is None or any(sure < _SURE for _, sure in cuts.places) or cuts.unknown:
        return []
    at = [0, *(place for place, _ in cuts.places), len(letters)]
    return [letters[a:b] for a, b in itertools.pairwise(at)]


def without_spaces(text: str, words: Mapping[str, float], code: str = "en") -> Iterator[Change | Note]:
    """Passages that lost all their spaces: parted where that is certain for nearly all of it, else suspected."""
    for found in re.finditer(rf"\S{{{LONGEST_SOUND},{_MOST_LETTERS}}}", text):
        token = found.group()
        letters = sum(map(str.isalpha, token))
        if _ADDRESS.search(token) or letters < 0.8 * len(token) or token.count("-") > 1 or "[" in token:
            continue
        places = None if code in _NEVER_CERTAIN else _of_passage(token, words, code)
        if places is None:
            yield Note(found.start(), found.end(), "suspect", 0.9, "spaces_lost")
        else:
            for at, sure in places:
                spot = found.start() + at
                yield Change(spot, spot, " ", "word_join", round(1 / (1 + 10 ** -min(sure, 6.0)), 3), "spaces_lost")


def is_run(bare: str, words: Mapping[str, float], least: int = _LEAST_CUTS) -> bool:
    """Whether a token, without the marks around it, is certain words that lost their spaces: one more than `least`, or more."""
    if not SHORTEST_RUN <= len(bare) < LONGEST_SOUND or not bare.isalpha() or not bare[1:].islower():
        return False
    lower = bare.lower()
    if lower in words or _SMALL_WORD.search(lower) is None:
        return False
    return _of_run(bare, words, least) is not None and slip_of(lower, words) is None


def _of_run(bare: str, words: Mapping[str, float], least: int = _LEAST_CUTS) -> list[tuple[int, float]] | None:
    """Where the spaces of a short run belong, each with how sure that is; None if its words are not certain."""
    found = parted(bare, words)
    if found is None or found.unknown or len(found.places) < least:
        return None
    at = [0, *(place for place, _ in found.places), len(bare)]
    short = [bare[a:b].lower() for a, b in itertools.pairwise(at) if b - a <= _SHORT_WORD]
    certain = all(sure >= _CERTAIN for _, sure in found.places) and all(w in SHORT and w != "i" for w in short)
    return [*found.places] if certain and len(bare) <= _MEAN_RUN * (len(found.places) + 1) else None


def short_runs(
    text: str, tokens: Collection[str], words: Mapping[str, float], is_odd: Callable[[str], bool]
) -> Iterator[Change | Note]:
    """Short sentences that lost all their spaces: parted where they are a sentence by their marks or long, else suspected.

    `is_odd` tells fast which tokens are no known word and not two for certain.
    """
    odd = {t: t.strip(_MARKS) for t in tokens if len(t) >= SHORTEST_RUN and is_odd(t)}
    found = {t: bare for t, bare in odd.items() if is_run(bare, words)}
    shorter = {t: bare for t, bare in odd.items() if is_run(bare, words, FEWEST_CUTS)}
    several = len(shorter) >= _SEVERAL_RUNS
    found |= shorter if several else {}
    for token, bare in found.items():
        places = _of_run(bare, words, FEWEST_CUTS) or []
        for m in re.finditer(rf"(?<!\S){re.escape(token)}(?!\S)", text):
            first = m.start() + token.index(bare)
            if several or len(places) >= _MANY_CUTS or _is_sentence(text, m.start(), m.end()):
                for at, sure in places:
                    score = round(1 / (1 + 10 ** -min(sure, 6.0)), 3)
                    yield Change(first + at, first + at, " ", "word_join", score, "spaces_lost")
            else:
                yield Note(m.start(), m.end(), "suspect", 0.8, "spaces_lost")


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether a token begins with a capital behind a sentence and ends one."""
    before, behind = text[:start].rstrip()[-2:], text[end : end + 40].lstrip()
    ends = _SENTENCE_END.search(text[start:end]) is not None
    opens = not before or _SENTENCE_END.search(before) is not None
    return ends and opens and text[start:end].lstrip(_MARKS)[:1].isupper() and not behind[:1].islower()


def _of_passage(token: str, words: Mapping[str, float], code: str) -> list[tuple[int, float]] | None:
    """Where spaces belong in a passage, each with how sure that is; None if too much of it is in doubt."""
    out: list[tuple[int, float]] = []
    unsure = letters = 0
    before = ""
    least, most = (_SURE, _MOST_UNSURE) if code == "en" else (_SURE_ABROAD, _MOST_UNSURE_ABROAD)
    for run in (_ENGLISH_RUN if code == "en" else _RUN).finditer(token):
        piece = run.group()
        if run.start() and _parts(before, piece[0]) and not _INITIAL.match(token, run.start() - 2):
            out.append((run.start(), 3.0))
        if piece[0].isalpha():
            found = parted(piece, words)
            if found is None:
                return None
            letters += len(piece)
            unsure += found.unknown + sum(
                len(piece) // (len(found.places) + 1) for _, sure in found.places if sure < least
            )
            out += [(run.start() + at, sure) for at, sure in found.places]
        before = piece[-1]
    if letters > _MEAN_WORD * (len(out) + 1):
        return None  # a compound, or names
    return out if out and unsure <= most * letters else None


def _parts(before: str, behind: str) -> bool:
    """Whether a space belongs between two runs of a passage."""
    if before.isalnum() and behind.isalnum():
        return True
    if before in _BEHIND:
        return behind.isalnum() or behind in _BEFORE
    return before.isalnum() and behind in _BEFORE


class Parted(NamedTuple):
    """Where a run of letters is parted, each place with the log10 odds for it, and how many letters are in no known word."""

    places: tuple[tuple[int, float], ...]
    unknown: int


def parted(letters: str, words: Mapping[str, float]) -> Parted | None:
    """The likeliest words of a run of letters, and how much likelier each of their ends is than none there."""
    if len(letters) > _MOST_LETTERS:
        return None
    lower = letters.lower().replace("’", "'")
    if len(lower) != len(letters):
        return None
    scores = _scores(letters, lower, words)
    ahead, back = _sweep(scores, len(lower))
    behind = _backward(scores, len(lower))
    ends: list[int] = []
    at = len(lower)
    while at:
        ends.append(at)
        at = back[at]
    path = [0, *reversed(ends)]
    unknown = sum(b - a for a, b in itertools.pairwise(path) if lower[a:b] not in words)
    places = []
    for cut in path[1:-1]:
        least = max(1, cut - _LONGEST_WORD)
        across = [ahead[a] + s + behind[b] for a in range(least - 1, cut) for b, s in scores[a].items() if b > cut]
        places.append((cut, ahead[-1] - max(across) if across else 9.0))
    return Parted(tuple(places), unknown)


def _scores(letters: str, lower: str, words: Mapping[str, float]) -> list[dict[int, float]]:
    """For each start the ends of the words that may stand there, with their log10 frequencies."""
    out: list[dict[int, float]] = []
    size = len(lower)
    for a in range(size):
        ends: dict[int, float] = {}
        for b in range(a + 1, min(size, a + _LONGEST_WORD) + 1):
            known = words.get(lower[a:b])
            if known is not None and known > _LEAST_COMMON and _may_stand(letters[a:b], lower[a:b], known):
                ends[b] = known
            elif (b - a > 2 or letters[a].isupper()) and not _has_capital_inside(letters[a:b]):
                ends[b] = (_NAME_START if letters[a].isupper() else _START) + _UNKNOWN_LETTER * max(2, b - a)
        out.append(ends)
    return out


_ONE = frozenset(
    ("a", "i", "o", "y", "e", "è", "à", "w", "z", "u", "в", "и", "с", "к", "о", "у", "я", "з", "і", "й", "а")
)


def _may_stand(letters: str, lower: str, known: float) -> bool:
    """Whether letters are a word here: short ones must be common, and no capital is inside."""
    if _has_capital_inside(letters):
        return False
    if len(lower) == 1:
        return lower in _ONE and known > -3.3
    return known > (-3.6 if len(lower) == 2 else -4.6 if len(lower) == 3 else _LEAST_COMMON)


def _has_capital_inside(letters: str) -> bool:
    """Whether a small letter is beside a capital behind the first letter: no word is printed so."""
    bare = letters[:-2] if letters[-2:] in ("'s", "’s") else letters
    return len(bare) > 1 and not bare[1:].islower() and not bare.isupper()


def _sweep(scores: list[dict[int, float]], size: int) -> tuple[list[float], list[int]]:
    """The best score to each offset, and where its last word starts."""
    best, back = [-1e9] * (size + 1), [0] * (size + 1)
    best[0] = 0.0
    for a in range(size):
        for b, s in scores[a].items():
            if best[a] + s > best[b]:
                best[b], back[b] = best[a] + s, a
    return best, back


def _backward(scores: list[dict[int, float]], size: int) -> list[float]:
    """The best score from each offset to the end."""
    best = [-1e9] * size + [0.0]
    for a in range(size - 1, -1, -1):
        best[a] = max((s + best[b] for b, s in scores[a].items()), default=-1e9)
    return best
