"""Page furniture inside a text: page numbers, running heads and feet, turns of a page. Cut where it is plain, else marked.

No rule needs to know the language. A line that parts a sentence is looked at more closely than one between two.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from parsers.repair.edits import Change, Note, apart

_STOP = re.compile(r"[.!?…:][\"”’»')\]]*\Z")
_PAGE_WORDS = "Page|Seite|Página|Pagina|Strona|Sayfa|Страница|Стр\\.|Сторінка|Halaman|Səhifə"
_OF = "of|von|de|sur|di|van|z|из|з|dari|/"
_PAGE_LINE = re.compile(
    rf"(?:(?:{_PAGE_WORDS})[ ]\d{{1,3}}(?:[ ]?(?:{_OF})[ ]?\d{{1,3}})?|[-–—][ ]?\d{{1,3}}[ ]?[-–—]|\d{{1,3}}[ ]?/[ ]?\d{{1,3}})\Z",
    re.IGNORECASE,
)
_PAGE_LOOSE = re.compile(
    r"[\[|(]?[ ]?(?:(?:Pg|P|S|Page[ ]\|)\.?[ ]?)?\d{1,3}(?:[ ](?:of|von|de|sur|di|van|z|из|з)[ ]\d{1,3})?[ ]?[\])|]?\Z"
    r"|[-–(]{0,2}[ ]?more(?:[ ]?[-–][ ]?\d{1,2})?[ ]?[-–)]{0,2}\Z|\(?(?:continued|cont\.?)(?:[ ](?:on|from)[ ]page[ ]\w{1,4})?\)?\Z",
    re.IGNORECASE,
)
"""What is a page's number or a turn of the page only where it parts a sentence."""
_PAGE_OF = re.compile(rf"(?:{_PAGE_WORDS})[ ]\d{{1,3}}[ ](?:{_OF})[ ]\d{{1,3}}\Z", re.IGNORECASE)
_PAGE_INSIDE = re.compile(
    rf"(?<=[^\W\d_])[ ]?(?:{_PAGE_WORDS})[ ](\d{{1,3}})[ ](?:{_OF})[ ](\d{{1,3}})[ ]?(?=[a-zа-яёіїєґçğıöşüəñáéíóúäàèìòù])"
)
_POINTS = re.compile(
    r"\b(?:see|on|from|at|of|to|in|and|the|siehe|auf|von|en|sur|à|la|su|zie|op|na|см|на|di|bkz)\Z", re.IGNORECASE
)
_TURN_INSIDE = re.compile(
    r"(?<=[a-z,])[ ](?:\(?Continued[ ](?:on|from)[ ][Pp]age[ ]\w{1,4}\)?|\[Page[ ]\d{1,3}\]|ADVERTISEMENT)[ ](?=[a-z])"
)
_NUMBERED_INSIDE = re.compile(
    rf"(?<=[^\W\d_])[ ](?:{_PAGE_WORDS}|PAGE)[ ](\d{{1,3}})[ ](?=[a-zа-яёіїєґçğıöşüəñáéíóúäàèìòù])"
)
_HEAD_INSIDE = re.compile(
    r"(?<=[a-z,])[ ]((?:[A-Z][\w’'&.]{1,30}[ ]){1,5}[|–—-][ ](?:[Pp]age[ ])?)(\d{1,3})[ ](?=[a-z])"
)
_PAGE_SIGNS = frozenset(
    (*_PAGE_WORDS.replace("\\", "").split("|"), "page", "PAGE", "[Page", "Continued", "(Continued", "ADVERTISEMENT")
)
"""Without any of these words a text has no page's number inside a line."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MASTHEAD = re.compile(
    rf"(?:\d{{1,3}}[ ]?[|·•][ ]?)?[A-Z][^\n|.;]{{2,60}}?(?:[ ]?[|·•][ ]?(?:[Pp](?:age|\.)[ ]?)?\d{{1,3}}"
    rf"|[,|–—-][ ]?(?:\w+day,?[ ])?(?:\d{{1,2}}[ ](?:{_MONTHS})|(?:{_MONTHS})[ ]\d{{1,2}},)[ ](?:19|20)\d\d)\Z"
    r"|\d{1,3}[ ]?[|·•][ ]?[A-Z][^\n|.;]{2,60}\Z|\[(?:Page[ ])?\d{1,3}\]\Z|(?:ADVERTISEMENT|Advertisement|MORE)\Z"
)
"""A paper's name with a page or a date: the head of a page, where it parts a sentence."""
_BARRED = re.compile(r"\d{1,3}[ ]?[|·•][ ]?[A-Z]|(?:[A-Z][\w’'&.]*[ ]?){2,6}(?:[|·•][ ]?|\n)\d{1,3}\Z")
_HOST = re.compile(r"(?:https?://|www\.)\S+\Z")
_FOOT = re.compile(r"[\[(–—-]{0,1}[ ]?(\d{1,3})[ ]?[\])–—-]{0,1}\Z")
_LEAST_FEET, _WORDS_OF_PROSE = 3, 0.6
_LINE = re.compile(r"[^\n]+")
_LONGEST_PAGE_LINE, _LEAST_PAGED, _LEAST_GOING_ON = 28, 2, 3
_BLOCK = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_NUMBERED_HEAD = re.compile(
    rf"(?:(?P<first>\d{{1,3}})[ ]?[|·•–—-]?[ ])?(?P<name>[^\W\d_][^\n]{{2,70}}?)(?:(?:[,|·•–—-]|[ ])[ ]?(?:(?:{_PAGE_WORDS}|p\.|S\.)[ ]?)?(?P<last>\d{{1,3}}))?\Z",
    re.IGNORECASE,
)
_LEAST_NUMBERED = 2
_LONGEST_HEAD, _LEAST_HEADS, _LEAST_BETWEEN, _PROSE = 80, 3, 1, 8


def furniture(text: str, blocks: Sequence[str]) -> list[Change]:
    """Page numbers and running heads between paragraphs and lines, cut; `blocks` are the text's paragraphs."""
    found: list[Change] = []
    if len(min(blocks, key=len)) <= _LONGEST_HEAD and any(
        _may_be_of_page(b) for b in blocks if len(b) <= _LONGEST_HEAD
    ):
        every = list(_BLOCK.finditer(text))
        feet = _feet(every)
        found = [_cut(every, i, _rule(every[i])) for i in range(len(every)) if i in feet or _is_page_number(every, i)]
    if text.count("\n") > 2 * (len(blocks) - 1):
        found += _between_lines(text)
    found += [*running_heads(text, blocks), *numbered_heads(text, blocks)]
    return apart(sorted(found, key=lambda c: c.start)) if found else found


def _may_be_of_page(block: str) -> bool:
    """Whether a short paragraph is a page's number or head, by its form alone."""
    if len(block) < _LONGEST_PAGE_LINE and (_PAGE_LINE.match(block) or _PAGE_LOOSE.match(block)):
        return True
    return _MASTHEAD.match(block) is not None


def _rule(block: re.Match[str]) -> str:
    return "running_head" if _MASTHEAD.match(block.group()) else "page_number"


def _between_lines(text: str) -> list[Change]:
    """Page numbers and heads on a line of their own that part a sentence of the lines around them."""
    lines = list(_LINE.finditer(text))
    return [
        Change(lines[i - 1].end(), lines[i + 1].start(), " ", "residue", 0.9, "page_number")
        for i in range(1, len(lines) - 1)
        if len(lines[i].group()) <= _LONGEST_HEAD
        and lines[i + 1].group()[0].islower()
        and (_PAGE_LINE.match(said := lines[i].group().strip()) or _PAGE_LOOSE.match(said) or _MASTHEAD.match(said))
        and parts_sentence(lines[i - 1].group(), lines[i + 1].group())
    ]


def _feet(blocks: Sequence[re.Match[str]]) -> frozenset[int]:
    """The paragraphs that are bare numbers which count pages up to the last paragraph: over sections they would begin it."""
    named = [(i, int(m[1])) for i, b in enumerate(blocks) if (m := _FOOT.match(b.group().strip()))]
    counts = all(m + 1 == n and j - i > 1 for (i, m), (j, n) in itertools.pairwise(named))
    if len(named) < _LEAST_FEET or not counts or named[0][0] == 0 or named[-1][0] != len(blocks) - 1:
        return frozenset()
    return frozenset(i for i, _ in named)


def doubtful(blocks: Sequence[str]) -> Iterator[Note]:
    """Short lines between the two halves of a sentence, which are no part of it by their form: a page's head, or a word of it."""
    at = len(blocks[0]) + 2
    for before, said, behind in zip(blocks, blocks[1:], blocks[2:], strict=False):
        start, at = at, at + len(said) + 2
        if not said or len(said) > _LONGEST_HEAD or not behind[:1].islower():
            continue
        of_text = not _HOST.match(said) and (said[0].islower() or any(map(str.isdigit, said)))
        if not of_text and parts_sentence(before, behind):
            yield Note(start, start + len(said), "suspect", 0.7, "page_line")


def _is_page_number(blocks: Sequence[re.Match[str]], i: int) -> bool:
    """Whether a paragraph is the number of a page; `3/8` only between paragraphs of prose, `3` only inside a sentence."""
    said = blocks[i].group().strip()
    if i in (0, len(blocks) - 1):
        return len(blocks) > _LEAST_PAGED and _PAGE_OF.match(said) is not None
    loose = _PAGE_LOOSE.match(said) or _MASTHEAD.match(said)
    if loose and parts_sentence(blocks[i - 1].group(), blocks[i + 1].group()):
        return True
    around = min(len(blocks[i - 1].group().strip()), len(blocks[i + 1].group().strip()))
    return _PAGE_LINE.match(said) is not None and (
        around > _LONGEST_PAGE_LINE or not said[0].isdigit() or "/" not in said
    )


def parts_sentence(before: str, behind: str) -> bool:
    """Whether one sentence goes on from a paragraph to the one behind the next."""
    words, rest = before.split(), behind.split()
    open_ = bool(words) and words[-1].strip(",").isalpha() and words[-1].islower() and len(words) >= _PROSE
    return open_ and behind[:1].islower() and len(rest) >= _LEAST_GOING_ON and _is_prose(words) and _is_prose(rest)


def _is_prose(words: Sequence[str]) -> bool:
    """Whether most words are of two letters or more."""
    found = [w.strip(".,;:!?'\"“”’") for w in words]
    return sum(len(w) > 1 and w.isalpha() for w in found) >= _WORDS_OF_PROSE * len(words)


def may_be_inside(text: str, tokens: set[str]) -> bool:
    """Whether a text has any word of a page inside its lines."""
    return "Page " in text or not _PAGE_SIGNS.isdisjoint(tokens)


def page_numbers(text: str) -> list[Change | Note]:
    """Page numbers and heads inside a sentence, which is whole again without them; one alone without its `of 3` is suspected."""
    paged = [m for m in _PAGE_INSIDE.finditer(text) if int(m[1]) <= int(m[2])]
    several = len({m[1] for m in paged}) > 1 and len({m[2] for m in paged}) == 1
    cut = [m for m in paged if several or not _POINTS.search(text[max(0, m.start() - 8) : m.start()])]
    cut += _TURN_INSIDE.finditer(text)
    cut += _counting(list(_HEAD_INSIDE.finditer(text)))
    alone = [m for m in _NUMBERED_INSIDE.finditer(text) if not _POINTS.search(text[max(0, m.start() - 8) : m.start()])]
    if len(alone) > 1 and all(int(a[1]) < int(b[1]) for a, b in itertools.pairwise(alone)):
        cut, alone = cut + alone, []
    found = [Change(m.start(), m.end(), " ", "residue", 0.9, "page_number") for m in sorted(cut, key=re.Match.start)]
    return [*apart(found), *(Note(m.start() + 1, m.end() - 1, "suspect", 0.7, "page_number") for m in alone)]


def _counting(heads: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The heads of one name inside lines whose numbers count up."""
    if len(heads) < _LEAST_NUMBERED or len({m[1] for m in heads}) > 1:
        return []
    return list(heads) if all(int(a[2]) < int(b[2]) for a, b in itertools.pairwise(heads)) else []


def running_heads(text: str, blocks: Sequence[str]) -> list[Change]:
    """A short line that returns between paragraphs again and again is the head or foot of a page."""
    if len(blocks) < 2 * _LEAST_HEADS - 1 or len(set(blocks)) > len(blocks) - _LEAST_HEADS + 1:
        return []
    seen = Counter(b.strip() for b in blocks)
    heads = {b for b, n in seen.items() if n >= _LEAST_HEADS and _is_head(b)}
    if len(heads) != 1:
        return []  # two that take turns are rather two who speak
    found = list(_BLOCK.finditer(text))
    at = [i for i, b in enumerate(found) if b.group().strip() in heads]
    far = all(j - i > _LEAST_BETWEEN for i, j in itertools.pairwise(at)) and all(_in_prose(found, i) for i in at)
    return apart([_cut(found, i, "running_head") for i in at]) if far else []


def numbered_heads(text: str, blocks: Sequence[str]) -> list[Change]:
    """A short line with a number that counts up from one to the next, in a text whose sentences they part."""
    ended = [b for b in blocks if len(b) <= _LONGEST_HEAD and (b[:1].isdigit() or b[-1:].isdigit())]
    if len(ended) < _LEAST_NUMBERED:
        return []
    seen = Counter(name for b in ended if (name := _numbered(b)[0]))
    heads = {name for name, n in seen.items() if n >= _LEAST_NUMBERED}
    if len(heads) != 1:
        return []
    found = list(_BLOCK.finditer(text))
    named = [(i, n) for i, b in enumerate(found) for name, n in (_numbered(b.group()),) if name in heads]
    counts = all(0 < n - m <= 2 * (j - i) for (i, m), (j, n) in itertools.pairwise(named))
    last = named[-1][0] == len(found) - 1  # a heading never is
    last = len(named) >= _LEAST_FEET and (last or all(_BARRED.match(found[i].group()) for i, _ in named))
    inside = [i for i, _ in named if 0 < i < len(found) - 1]
    parting = [i for i in inside if parts_sentence(found[i - 1].group(), found[i + 1].group())]
    far = all(j - i > _LEAST_BETWEEN for (i, _), (j, _) in itertools.pairwise(named))
    return [_cut(found, i, "running_head") for i, _ in named] if counts and far and (parting or last) else []


def _numbered(block: str) -> tuple[str, int]:
    """The words of a line that has a number before or behind them, and the number; no words if it is none."""
    found = _NUMBERED_HEAD.match(block.replace("\n", " | ")) if len(block) <= _LONGEST_HEAD else None
    if found is None or (found["first"] is None) == (found["last"] is None):
        return "", 0
    return found["name"].strip().lower(), int(found["last"] or found["first"])


def _is_head(block: str) -> bool:
    return (
        0 < len(block) <= _LONGEST_HEAD
        and not _STOP.search(block)
        and any(map(str.isalpha, block))
        and "\n" not in block
    )


def _in_prose(blocks: Sequence[re.Match[str]], i: int) -> bool:
    """Whether the paragraphs around a block are running text, and none asks a question."""
    around = [b.group().rstrip() for b in blocks[max(0, i - 1) : i + 2] if b is not blocks[i]]
    return all(sum(map(str.islower, b.split())) >= _PROSE and not b.endswith("?") for b in around)


def _cut(blocks: Sequence[re.Match[str]], i: int, rule: str) -> Change:
    """A block cut out; one sentence again if it stood in the middle of one."""
    before, behind = blocks[i - 1] if i else None, blocks[i + 1] if i + 1 < len(blocks) else None
    if before is None:
        return Change(blocks[i].start(), behind.start() if behind else blocks[i].end(), "", "residue", 0.95, rule)
    if behind is None:
        return Change(before.end(), blocks[i].end(), "", "residue", 0.95, rule)
    inside = not _STOP.search(before.group().rstrip()) and behind.group()[:1].islower()
    return Change(before.end(), behind.start(), " " if inside else "\n\n", "residue", 0.95, rule)
