"""Quotation marks of seven languages paired: what is between them, also over paragraphs that reopen without closing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from parsers.model import Passage

# What closes each opening mark. Sources: Unicode Standard chapter 6.2, and the style guides it names: English “…” ‘…’, German „…“ »…« ‚…‘,
# French « … », Russian and Azerbaijani «…» „…“, Swedish ”…”, Japanese 「…」, typewriters "…" '…' ''…'' and TeX ``…''.
CLOSING = {
    "“": ("”", '"', "’’", "''"),
    "„": ("“", "”", '"'),
    "‟": ("”", '"'),
    "”": ("”",),
    '"': ('"', "”"),
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    "›": ("‹",),
    "「": ("」",),
    "『": ("』",),
    "``": ("''", '"', "’’"),
    "''": ("''",),
    "‘‘": ("’’", "''"),
    "'": ("'", "’"),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
}
SINGLE = frozenset("'‘’‚")
"""Marks that may as well be apostrophes, or commas; `‘` also closes what `‚` opened."""

_SIGNS = re.compile("``|''|‘‘|’’|[`'‘’‚“”„‟\"«»‹›「」『』]")
_DIRECTED = frozenset("«‹「『„")
_CLOSERS = frozenset("”»›」』")
_FREE = frozenset("([{—–-/:「『«„“‘'\"¿¡")
_INNER_OPENERS = "'‘$…[“«"
_ALL = "“”„‟\"«»‹›「」『』‘’'‚`"
# Words that begin with an apostrophe, and those that end with one: no marks of quotation.
_ELIDED = re.compile(
    r"['‘](?:(?:em|tis|twas|til|till|cause|n|round|bout|cos|kay|nuff|scuse)\b|\d\ds?\b)", re.IGNORECASE
)
_SHORTENED = re.compile(r"(?:s|in|\bn|\bo|\bol|\ban|\bth|\bd)\Z", re.IGNORECASE)
_SURE = frozenset('.,!?…;:—)]"”»')
_PARAGRAPHS = 8
"""How many paragraphs a quotation may go on without any mark before it is taken to have ended with its first."""


_LOOKED_AT = 200
"""Marks among which the end of a quotation in single marks is looked for."""


class Quoted(NamedTuple):
    """A stretch between quotation marks, marks included; `passage` is the index of the passage in which it begins.

    `width` is the number of characters of one of its marks.
    """

    start: int
    end: int
    passage: int
    closed: bool = True
    width: int = 1

    def inner(self, body: str) -> str:
        """The words without their marks."""
        end = self.end - self.width if self.closed else self.end
        return body[self.start + self.width : end].strip().strip('“”„«»"')

    def last(self, body: str) -> str:
        """The last character before the closing mark."""
        end = self.end - self.width if self.closed else self.end
        return body[max(self.start, end - 4) : end].rstrip()[-1:]


class Sign(NamedTuple):
    """A mark that may open or close a quotation, or be an apostrophe."""

    start: int
    end: int
    text: str


def quoted(body: str, passages: tuple[Passage, ...]) -> tuple[Quoted, ...]:
    """Everything between quotation marks, in reading order; a quotation over several paragraphs is one. Linear."""
    signs = [Sign(m.start(), m.end(), m.group()) for m in _SIGNS.finditer(body) if not _within_word(body, m)]
    if not signs:
        return ()
    starts = [sign.start for sign in signs]
    found: list[Quoted] = []
    waiting = 0
    for index, passage in enumerate(passages):
        here = signs[bisect_left(starts, passage.start_char) : bisect_left(starts, passage.end_char)]
        if waiting and not here:
            waiting -= 1
            continue
        if waiting and (_reopens(passage, here[0]) or _closes(body, here[0])):
            end, left = _continued(body, passage, here)
            found[-1] = found[-1]._replace(end=end, closed=left is not None)
            here = left or []
            open_still = left is None
        else:
            open_still = False
        follower = passages[index + 1].start_char if index + 1 < len(passages) else len(body)
        found.extend(_paired(body, passage, here, index, body[follower : follower + 1]))
        unclosed = found and not found[-1].closed and found[-1].end == passage.end_char
        waiting = _PARAGRAPHS if open_still or unclosed else 0
    return tuple(q for q in found if q.end - q.start > 2 * q.width)


def unpartnered(body: str, passages: tuple[Passage, ...], quotes: tuple[Quoted, ...]) -> tuple[tuple[int, int], ...]:
    """Where a quotation opens that never closes before the next one opens: from its mark to the next of that kind. Linear."""
    if '"' not in body and "“" not in body:
        return ()
    covered, ends = [q.start for q in quotes], [q.end for q in quotes]
    found: list[tuple[int, int]] = []
    for passage in passages:
        signs = list(_DOUBLE.finditer(body, passage.start_char, passage.end_char))
        for sign, following in pairwise((*signs, None)):
            at = bisect_right(covered, sign.start()) - 1 if sign else -1
            if sign is None or (at >= 0 and sign.start() < ends[at]) or not _begins(body, passage, sign):
                continue
            found.append((sign.start(), following.start() if following else passage.end_char))
    return tuple(found)


_DOUBLE = re.compile('[“"]')
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s\Z")


def _begins(body: str, passage: Passage, sign: re.Match[str]) -> bool:
    """Whether a mark opens at the beginning of a paragraph or sentence."""
    start, end = sign.span()
    if not (body[end : end + 1].isalnum() or body[end : end + 1] in tuple(_INNER_OPENERS)):
        return False
    return start == passage.start_char or bool(_SENTENCE_END.search(body, max(passage.start_char, start - 3), start))


def _within_word(body: str, match: re.Match[str]) -> bool:
    """Whether an apostrophe is between two letters or digits: most do."""
    start, end = match.span()
    return match.group() in "'’‘`" and body[start - 1 : start].isalnum() and body[end : end + 1].isalnum()


def _reopens(passage: Passage, first: Sign) -> bool:
    """Whether a paragraph begins with an opening mark, as the next paragraph of an open quotation does."""
    return first.start == passage.start_char and first.text in CLOSING and first.text not in _CLOSERS


def _closes(body: str, sign: Sign) -> bool:
    if sign.text in _CLOSERS or sign.text == "’’":
        return True
    straight = sign.text in ('"', "''")
    return straight and not _opens(body, sign, True) and not body[sign.start - 1 : sign.start].isspace()


def _continued(body: str, passage: Passage, here: list[Sign]) -> tuple[int, list[Sign] | None]:
    """Where an open quotation ends in this paragraph, and the marks left; the paragraph's end and None when it stays open."""
    if _closes(body, here[0]) and not _reopens(passage, here[0]):
        return here[0].end, here[1:]
    quote = next(_paired(body, passage, here, 0, ""), None)
    if quote is None or not quote.closed:
        return passage.end_char, None
    return quote.end, [sign for sign in here if sign.start >= quote.end]


def _paired(body: str, passage: Passage, signs: list[Sign], index: int, follower: str) -> Iterator[Quoted]:
    """The quotations of one passage. Marks of another kind inside a quotation are part of it."""
    stack: list[Sign] = []
    closed_at = behind = 0
    for at, sign in enumerate(signs):
        if sign.start < behind:
            continue
        if not stack:
            if sign.text in SINGLE:
                end = _single_end(body, signs, at)
                if end:
                    behind = end
                    yield Quoted(sign.start, end, index)
                elif sign.start == passage.start_char and sign.text == follower:
                    yield Quoted(sign.start, passage.end_char, index, closed=False)
                    return
            elif _opens(body, sign, False):
                stack, closed_at = [sign], 0
            continue
        if sign.text in SINGLE:
            continue
        opener = _closed_by(body, stack, sign)
        if opener is None:
            stack = _nested(body, stack, sign, signs[at + 1 : at + 3])
        elif opener:
            del stack[opener:]
            closed_at = sign.end
        else:
            yield Quoted(stack[0].start, sign.end, index, width=sign.end - sign.start)
            stack = []
    if stack:
        yield from _unclosed(passage, stack[0], closed_at, index)


def _unclosed(passage: Passage, opener: Sign, closed_at: int, index: int) -> Iterator[Quoted]:
    """A quotation that its passage does not close, unless the mark of one inside it closed both."""
    width = opener.end - opener.start
    if closed_at and opener.text in _DIRECTED:
        yield Quoted(opener.start, closed_at, index, width=width)
    elif passage.end_char - opener.start > 30 or opener.start == passage.start_char:
        yield Quoted(opener.start, passage.end_char, index, closed=False, width=width)


def _closed_by(body: str, stack: list[Sign], sign: Sign) -> int | None:
    """The place in the stack of the opening mark that this mark closes; None when it closes none."""
    if sign.text in ('"', "''") and _opens(body, sign, True):
        return None
    if sign.text in ("“", "»", "«") and stack[-1].text == sign.text:
        return len(stack) - 1 if sign.text != "«" and _ends(body, sign) else None
    if sign.text in CLOSING[stack[-1].text]:
        return len(stack) - 1
    if sign.text in CLOSING[stack[0].text] or (len(stack) == 1 and sign.text in _CLOSERS | {"’’"}):
        return 0
    return None


def _ends(body: str, sign: Sign) -> bool:
    """Whether a mark is where a quotation ends: behind a word or sign, and before none."""
    before, after = body[max(0, sign.start - 1) : sign.start], body[sign.end : sign.end + 1]
    return bool(before) and not before.isspace() and before not in _FREE and not after.isalnum()


def _nested(body: str, stack: list[Sign], sign: Sign, following: list[Sign]) -> list[Sign]:
    """The open marks when another one opens.

    The same mark again means that the one before was never closed, unless two marks that close follow.
    """
    if not _opens(body, sign, True):
        return stack
    twice = [s.text in CLOSING[sign.text] and s.text != sign.text for s in following] == [True, True]
    if sign.text == stack[0].text and sign.text not in _DIRECTED and not twice:
        return [stack[0]] if body[sign.start - 1] == "\n" else [sign]
    return [*stack, sign] if len(stack) < 4 else stack


def _opens(body: str, sign: Sign, inside: bool) -> bool:
    """Whether a mark opens: an opening mark does; others before a word and behind a space, a bracket or a dash."""
    if sign.text in _DIRECTED or sign.text in ("“", "‟", "``", "‘‘"):
        return sign.text != "“" or not _ends(body, sign)
    before = body[sign.start - 1] if sign.start else " "
    after = body[sign.end] if sign.end < len(body) else " "
    free = before.isspace() or before in _FREE
    if inside:
        return sign.text in ('"', "''") and before.isspace() and (after.isalnum() or after in _INNER_OPENERS)
    if sign.text in _CLOSERS or sign.text in ("’’", "`"):
        return sign.text in "”»›" and free and after.isalnum()
    return not after.isspace() and (free or (not before.isalnum() and before not in ".,!?…"))


def _single_end(body: str, signs: list[Sign], at: int) -> int:
    """Where a quotation ends that a single mark opens; 0 when the mark is an apostrophe.

    `workers'` may be a plural's possessive: such a mark ends the quotation only when no other does before the next one opens.
    """
    opener = signs[at]
    if not _opens_single(body, opener):
        return 0
    doubtful = 0
    for i in range(at + 1, min(len(signs), at + _LOOKED_AT)):
        sign = signs[i]
        if sign.text not in SINGLE:
            continue
        if _opens_single(body, sign):
            break
        if sign.text not in CLOSING[opener.text] or body[sign.start - 1].isspace():
            continue
        if body[sign.start - 1] in _SURE or not _SHORTENED.search(body, sign.start - 3, sign.start):
            return sign.end
        doubtful = doubtful or sign.end
    return doubtful


def _opens_single(body: str, sign: Sign) -> bool:
    if sign.text == "’":
        return False
    before = body[sign.start - 1] if sign.start else " "
    after = body[sign.end : sign.end + 1]
    if not (before.isspace() or before in _FREE) or not (after.isalnum() or (after and after in '$£€[…"“')):
        return False
    return sign.text == "‚" or not _ELIDED.match(body, sign.start)
