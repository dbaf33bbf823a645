"""Lost spaces and lost paragraph breaks put back: by the lines when the document was wrapped, else by local rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from parsers.model import RepairKind
from parsers.repair import local, wrap
from parsers.repair.edits import Change, Note
from parsers.repair.known import PUNCTUATION, Lexicon, document_words, with_own_words
from parsers.repair.lines import Break, Reading, Wrap
from parsers.repair.paragraph import CERTAIN, STRONG, Paragraph, Place
from parsers.repair.wordlists import word_list

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\n))*")
_CODE = re.compile(r"[;{}]\s*$|^(?: {4,}|\t)\S|\S {3,}\S|\S\t+\S", re.MULTILINE)
_ENGLISH = word_list("english")
_LEAST_ENGLISH = 0.06

EXACT_LEAST, HIDDEN_LEAST, STRAY_CHAINED, STRAY_LEAST = -3.5, 0.5, 1.0, 3.0
"""The score a line end needs to be mended: on the predicted column, before it, off any line but the next line fits, off
any line."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was changed and what was only noted, in offsets of the text that was looked at."""

    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    width: int | None = None


def mend(text: str, lexicon: Lexicon, protected: Sequence[tuple[int, int]] = (), outlet: str | None = None) -> Mended:
    """The joins of an English text. Most texts have none, and that is found out fast."""
    tokens = text.split()
    if not any_odd(set(tokens), lexicon):
        return Mended()
    spans = [m.span() for m in _BLOCK.finditer(text) if not _skipped(m, protected)]
    words, joints = with_own_words(document_words(tokens, lexicon), lexicon)
    paragraphs = [Paragraph(text[a:b], words, joints) for a, b in spans]
    starts = [a for a, _ in spans]
    found = wrap.find(paragraphs, outlet, gaps=not _keeps_stops(paragraphs))
    joined = _by_lines(paragraphs, starts, *found) if found else _by_rules(paragraphs, starts)
    seen = list(joined)
    changes = _distinct([item for item in seen if isinstance(item, Change)])
    notes = tuple(item for item in seen if isinstance(item, Note))
    return Mended(changes, notes, found[0].width if found else None)


def any_odd(tokens: set[str], lexicon: Lexicon) -> bool:
    """Whether any token is no known word and may be two."""
    words, joints = lexicon.words, lexicon.joints
    for token in tokens.difference(words):
        bare = token.strip(PUNCTUATION)
        if bare.lower() not in words and len(bare) > 2 and any(j.score >= STRONG for j in joints(token)):
            return True
    return False


def _skipped(block: re.Match[str], protected: Sequence[tuple[int, int]]) -> bool:
    """Code, tables and paragraphs in other languages are left alone."""
    if any(a < block.end() and block.start() < b for a, b in protected):
        return True
    text = block.group()
    if _CODE.search(text):
        return True
    tokens = text.split()
    return len(tokens) > 15 and sum(t.lower() in _ENGLISH for t in tokens) < _LEAST_ENGLISH * len(tokens)


def _keeps_stops(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether `word.Word` occurs: then whoever deleted the newlines did not take full stops with them."""
    return any(
        p.kind == "stop" and paragraph.text[p.at - 1] == "." and paragraph.text[p.at].isalpha()
        for paragraph in paragraphs
        for p in paragraph.strong
    )


def _kind(place: Place) -> RepairKind:
    return local.KINDS.get(place.kind, "word_join")  # type: ignore[return-value]


def _odds(score: float) -> float:
    """Log10 odds as a probability, to three places."""
    return round(1 / (1 + 10 ** -max(-8.0, min(8.0, score))), 3)


# ------------------------------------------------------------------------------------------------------- by the lines


def _by_lines(
    paragraphs: Sequence[Paragraph], starts: Sequence[int], wrap: Wrap, readings: Sequence[Reading]
) -> Iterator[Change | Note]:
    for paragraph, start, reading in zip(paragraphs, starts, readings, strict=True):
        taken = {b.place.start for b in reading.breaks if b.place is not None}
        breaks = _one_a_word(reading.breaks)
        for found, following in zip_longest(breaks, breaks[1:]):
            chained = following is not None and following.fit == "exact"
            yield _at_break(paragraph, start, found, wrap, STRAY_CHAINED if chained else STRAY_LEAST)
        for join in local.joins(local.Scene(paragraph)):
            if join.place.start not in taken and join.place.kind in ("open", "quote", "close", "comma") and join.after:
                yield _change(paragraph, start, join.place, join.after, join.rule)


def _one_a_word(breaks: Sequence[Break]) -> list[Break]:
    """Without the stray breaks that share a token with one that fits its line."""
    fitting = {b.place.start for b in breaks if b.place is not None and b.fit in ("exact", "hidden")}
    return [b for b in breaks if b.fit != "reset" or b.place is None or b.place.start not in fitting]


def _at_break(paragraph: Paragraph, start: int, found: Break, wrap: Wrap, stray: float) -> Change | Note:
    at, place = start + paragraph.printed(found.at), found.place
    if place is None:
        return Note(at, at, "gap", 0.75, f"wrap-{wrap.width}", found.min_missing, found.max_missing)
    if found.fit == "glued" and local.between_sentences(paragraph, found.at):
        return _change(paragraph, start, place, "\n\n", "sentence")
    least = {"exact": EXACT_LEAST, "hidden": HIDDEN_LEAST}.get(found.fit, stray)
    if found.score < least:
        return _suspect(paragraph, start, place, _odds(found.score), f"wrap-{wrap.width}")
    boost = 3.0 if found.fit == "exact" else 1.0
    return Change(at, at, " ", _kind(place), _odds(found.score + boost), f"wrap-{wrap.width}")


# -------------------------------------------------------------------------------------------------------- by the rules


def _by_rules(paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> Iterator[Change | Note]:
    damage, numbers = local.damage(paragraphs), local.enumerators(paragraphs)
    for paragraph, start in zip(paragraphs, starts, strict=True):
        for join in local.joins(local.Scene(paragraph, damage, numbers)):
            if join.after is not None:
                yield _change(paragraph, start, join.place, join.after, join.rule)
            elif join.place.score >= CERTAIN:
                yield _suspect(paragraph, start, join.place, _odds(join.place.score - 2), join.rule)


def _change(paragraph: Paragraph, start: int, place: Place, after: str, rule: str) -> Change:
    at = start + paragraph.printed(place.at)
    return Change(at, at, after, _kind(place), _odds(place.score), rule)


def _suspect(paragraph: Paragraph, start: int, place: Place, score: float, rule: str) -> Note:
    return Note(start + paragraph.printed(place.start), start + paragraph.printed(place.end), "suspect", score, rule)


def _distinct(changes: Sequence[Change]) -> tuple[Change, ...]:
    """In order, one change a place."""
    return tuple({c.start: c for c in sorted(changes, key=lambda c: c.start)}.values())
