"""Copy side by side: each passage as it was printed, and as it reads now, with edits and facts marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.reporting.counting import counted
from flows.reporting.markup import day
from flows.reporting.spans import Deleted, Mark, Piece, edits, evidence, pieces
from parsers.model import FLAGS, Passage
from warehouse.asking.article_page import Page

KINDS = {
    "word_join": "words parted", "sentence_join": "sentences parted", "line_join": "lines joined", "residue": "residue removed",
    "whitespace": "spaces", "quote_space": "spaces at quotation marks", "charset": "characters mended",
    "reorder": "passages reordered", "gap": "places where words are lost", "suspect": "doubtful places", "truncated": "lines cut off",
}  # fmt: skip

LEGEND = (
    ("del", None, "removed"), ("ins", None, "inserted"), ("mark", "gap", "words lost"), ("mark", "quantity", "quantity"),
    ("mark", "time", "time"), ("mark", "quotation", "quotation"), ("mark", "agreement", "agreement, event, role"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A piece of text: an edit or a fact with its labels and a note, or plain; `element` is ins or mark."""

    text: str
    deleted: bool = False
    element: str = "mark"
    labels: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A passage as it was printed and as it reads now; something that was removed between passages has no kind."""

    raw: tuple[Shown, ...]
    clean: tuple[Shown, ...] = ()
    kind: str = ""
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article for showing: its title, what was edited, where it is from, and its rows."""

    title: str
    edits: str
    about: str
    language: str | None
    rows: tuple[Row, ...]


def shown_copy(page: Page) -> Copy:
    """An article as it was printed beside how it reads now."""
    a = page.article
    counts = {kind: sum(r.kind == kind for r in page.repairs) for kind in KINDS}
    return Copy(
        title=a.headline or " ".join(a.article_body.split()[:10]) + " …",
        edits=", ".join(counted(n, KINDS[kind]) for kind, n in counts.items() if n),
        about=" · ".join(filter(None, (a.publisher, a.byline, day(a.date_published)))),
        language=a.in_language,
        rows=tuple(_rows(page)),
    )


def _rows(page: Page) -> Iterator[Row]:
    marks, gone = edits(page.repairs)
    facts = evidence(page.facts)
    places = sorted(page.passages, key=lambda p: p.start_char)
    between = _between(places, gone, len(page.article.article_body))
    for passage in page.passages:
        yield from map(_lost, between.get(passage.ordinal, ()))
        yield _row(page.article.article_body, passage, marks, gone, facts)
    yield from map(_lost, between.get(-1, ()))


def _row(body: str, passage: Passage, marks: Sequence[Mark], gone: Sequence[Deleted], facts: Sequence[Mark]) -> Row:
    start, end = passage.start_char, passage.end_char
    before = pieces(body, start, end, marks, gone)
    after = pieces(body, start, end, [*marks, *facts])
    return Row(
        raw=tuple(_shown(_as_printed(p)) for p in before),
        clean=tuple(map(_shown, after)),
        kind=passage.kind,
        speaker=passage.speaker,
    )


def _shown(piece: Piece) -> Shown:
    notes = "; ".join(dict.fromkeys(m.note for m in piece.marks if m.note))
    if piece.deleted:
        return Shown(text=piece.text, deleted=True, notes=notes)
    labels = tuple(dict.fromkeys(m.label for m in piece.marks if m.label != "evidence"))
    element = "ins" if {"inserted", "joint"} & set(labels) else "mark"
    return Shown(text=piece.text, element=element, labels=labels, notes=notes if labels else "")


def _inserted(piece: Piece) -> bool:
    return any(m.label == "inserted" for m in piece.marks)


def _as_printed(piece: Piece) -> Piece:
    """In the printed text only what is gone is marked, what is missing, and what is doubtful."""
    if _inserted(piece):
        return Piece("", (Mark(0, 0, "joint", piece.marks[0].note),))
    return piece if piece.deleted else Piece(piece.text, tuple(m for m in piece.marks if m.label in FLAGS))


def _between(places: Sequence[Passage], gone: Sequence[Deleted], end: int) -> dict[int, list[Deleted]]:
    """What was removed between passages, by the ordinal of the passage that follows (-1: none)."""
    found: dict[int, list[Deleted]] = {}
    for each in gone:
        if not each.text.strip() or any(p.start_char <= each.at <= p.end_char for p in places):
            continue
        after = next((p.ordinal for p in places if p.start_char > each.at), -1) if each.at < end else -1
        found.setdefault(after, []).append(each)
    return found


def _lost(deleted: Deleted) -> Row:
    return Row(raw=(Shown(text=deleted.text.strip(), deleted=True, notes=deleted.note),))
