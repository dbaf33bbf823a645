"""Damaged copy made whole, every edit accounted for.

    residue     what the page left in the text is cut           layout
    signs       reply marks, escapes, page numbers, Markdown    carried
    margins     one blank line between blocks                   layout
    twice       what was printed twice is kept once             twice
    line ends   newlines inside paragraphs, hyphenated words    unwrap
    tags        spaces lost at inline markup                    inline
    joins       lost spaces and paragraph breaks, gaps          mend: wrap → lines, or local
    marks       cut lines, mixed columns: flagged only          cut_off

Joins are made in English and the languages of `tongues.LISTS`; all else in any language. See docs/repair.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parsers.alignment import Alignment
from parsers.known import Vocabulary
from parsers.model import Copy, Fields, Repair
from parsers.repair import carried, cut_off, furniture, inline, language, layout, mend, spacing, twice, unwrap
from parsers.repair.edits import Change, Note, changed, compose, rows
from parsers.repair.known import Lexicon, lexicon

_ROUNDS = 8
"""What one round joins, the next may read better; texts settle after one or two. A bound for hostile input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The clean body and the edits that made it, in raw order."""

    body: str
    repairs: tuple[Repair, ...]


def clean(copy: Copy, fields: Fields, vocabulary: Vocabulary) -> Cleaned:
    """The clean body of a copy, and every edit made: `alignment.rebuild(body, repairs)` is `copy.text` again."""
    raw = copy.text
    changes = layout.residue(raw, fields.marks)
    text = changed(raw, changes)
    changes, text, blocks = _laid_out(copy, changes, text, fields.headline, _seams(changes))
    notes: tuple[Note, ...] = ()
    code = language.of(fields.in_language, text)
    if code is not None:
        known = lexicon(vocabulary, code)
        lost = cut_off.flags(text, blocks, known.words) if not copy.blocks else ()
        changes, text, notes = _mended(copy, fields, known, changes, text, lost)
    return Cleaned(body=text, repairs=rows(raw, changes, notes))


def title(headline: str | None, in_language: str | None, vocabulary: Vocabulary) -> str | None:
    """A headline whose letters stand apart or whose words in capitals run together, with its words as they belong."""
    if not headline:
        return headline
    tokens = headline.split()
    if not spacing.is_apart(set(tokens)) and not headline.isupper():
        return headline
    code = language.of(in_language, headline)
    return changed(headline, mend.of_line(headline, lexicon(vocabulary, code))) if code else headline


def _laid_out(
    copy: Copy, changes: list[Change], text: str, headline: str | None, seams: Sequence[int] = ()
) -> tuple[list[Change], str, list[str]]:
    """The text without signs of transport and layout and without second printings, and its paragraphs."""
    blocks = text.split("\n\n")
    if not copy.blocks and (signs := carried.signs(text, blocks)):
        changes, text = compose(changes, signs), changed(text, signs)
        seams, blocks = [], text.split("\n\n")
    if seams or not layout.has_margins(text, blocks):
        margins = layout.margins(text, seams)
        changes, text = compose(changes, margins), changed(text, margins)
        blocks = text.split("\n\n")
    while not copy.blocks and (
        found := furniture.furniture(text, blocks)
    ):  # what was between two may be beside a third
        changes, text = compose(changes, found), changed(text, found)
        blocks = text.split("\n\n")
    while again := twice.printed_twice(
        text, blocks, headline
    ):  # four printings are two, then one: the text shrinks each time
        changes, text = compose(changes, again), changed(text, again)
        blocks = text.split("\n\n")
    return changes, text, blocks


def _seams(cuts: Sequence[Change]) -> list[int]:
    """Where the text closed over each cut."""
    out, shift = [], 0
    for cut in cuts:
        out.append(cut.start - shift)
        shift += cut.end - cut.start
    return out


def _mended(
    copy: Copy, fields: Fields, known: Lexicon, changes: list[Change], text: str, flags: Sequence[Note]
) -> tuple[list[Change], str, tuple[Note, ...]]:
    """The text after as many rounds as it needs to settle; notes are those of the first that looked at lines, which still showed."""
    outlet = fields.publisher.lower() if fields.publisher else None
    notes: tuple[Note, ...] = ()
    early = True
    lost = _to_raw(flags, changes)
    if copy.glued:
        spaces, doubts = inline.parted(text, copy.glued, known, _protected(copy, changes))
        lost = (*lost, *_to_raw(doubts, changes))
        changes, text = compose(changes, spaces), changed(text, spaces)
    whole = not any(n.kind == "truncated" for n in lost)
    for _ in range(_ROUNDS):
        joins = unwrap.joins(text, known.words) if whole and "\n" in text and not copy.blocks else []
        changes, text = compose(changes, joins), changed(text, joins)
        mended = mend.mend(text, known, _protected(copy, changes), outlet)
        if early:
            hyphens = tuple(n for n in notes if n.rule == "lost_hyphen")
            notes, early = (*hyphens, *_to_raw(mended.notes, changes)), mended.early
        changes, text = compose(changes, mended.changes), changed(text, mended.changes)
        if not joins and not mended.changes:
            break
        changes, text, _ = _laid_out(
            copy, changes, text, fields.headline
        )  # mended sentences show what stands between them
    return changes, text, (*lost, *dict.fromkeys(notes))


def _protected(copy: Copy, changes: Sequence[Change]) -> list[tuple[int, int]]:
    """Where code and tables are in the text as it is now."""
    kept = [b for b in copy.blocks if b.kind in ("code", "table")]
    if not kept:
        return []
    across = Alignment(changes)
    return [(across.to_body(b.raw_start), across.to_body(b.raw_end)) for b in kept]


def _to_raw(notes: Sequence[Note], changes: Sequence[Change]) -> tuple[Note, ...]:
    if not notes:
        return ()
    across = Alignment(changes)
    out = []
    for n in notes:
        start, end = across.span_to_raw(n.start, n.end)
        out.append(Note(start, end, n.kind, n.score, n.rule, n.min_missing, n.max_missing))
    return tuple(out)


__all__ = ["Cleaned", "clean", "title"]
