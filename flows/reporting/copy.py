"""Copy side by side: each passage as it was printed, and as it reads now, with edits and facts marked."""

from __future__ import annotations

from collections.abc import Sequence

from flows.reporting.counting import counted
from flows.reporting.markup import day, is_language, link, pieces_html, plain, tag
from flows.reporting.spans import Deleted, Mark, Piece, edits, evidence, pieces
from parsers.model import FLAGS, Passage
from warehouse.asking.article_page import Page
from warehouse.asking.report_figures import Overview

KINDS = {
    "word_join": "words parted", "sentence_join": "sentences parted", "line_join": "lines joined", "residue": "residue removed",
    "whitespace": "spaces", "quote_space": "spaces at quotation marks", "charset": "characters mended",
    "reorder": "passages reordered", "gap": "places where words are lost", "suspect": "doubtful places", "truncated": "lines cut off",
}  # fmt: skip

LEGEND = (
    ("del", None, "removed"), ("ins", None, "inserted"), ("mark", "gap", "words lost"), ("mark", "quantity", "quantity"),
    ("mark", "time", "time"), ("mark", "quotation", "quotation"), ("mark", "agreement", "agreement, event, role"),
)  # fmt: skip


def render(overview: Overview) -> str:
    """One fold per article; the first is open."""
    if not overview.pages:
        return ""
    folds = (_article(p, first=i == 0) for i, p in enumerate(overview.pages))
    return legend() + tag("div", "".join(folds), class_="folds copy")


def legend() -> str:
    """What the marks mean."""
    return tag("p", "".join(tag(name, plain(text), class_=kind) for name, kind, text in LEGEND), class_="legend")


def _article(page: Page, *, first: bool) -> str:
    a = page.article
    counts = {kind: sum(r.kind == kind for r in page.repairs) for kind in KINDS}
    said = ", ".join(counted(n, KINDS[kind]) for kind, n in counts.items() if n)
    head = tag(
        "summary",
        tag("b", plain(a.headline or " ".join(a.article_body.split()[:10]) + " …"))
        + tag("span", plain(said), class_="values"),
    )
    about = " · ".join(filter(None, (a.publisher, a.byline, day(a.date_published))))
    origin = tag(
        "p", plain(about) + " · " + link("where it was published", a.url) if a.url else plain(about), class_="about"
    )
    return tag("details", head + origin + sides(page), class_="find", open="" if first else None)


def sides(page: Page) -> str:
    """An article as it was printed beside how it reads now."""
    marks, gone = edits(page.repairs)
    facts = evidence(page.facts)
    rows = [tag("div", tag("span", "As printed") + tag("span", "As it reads now"), class_="row head")]
    places = sorted(page.passages, key=lambda p: p.start_char)
    between = _between(places, gone, len(page.article.article_body))
    for passage in page.passages:
        rows += [_lost(d) for d in between.get(passage.ordinal, ())]
        rows.append(_row(page.article.article_body, passage, marks, gone, facts))
    rows += [_lost(d) for d in between.get(-1, ())]
    language = page.article.in_language
    return tag("div", "".join(rows), class_="sides", lang=language if is_language(language) else None)


def _row(body: str, passage: Passage, marks: Sequence[Mark], gone: Sequence[Deleted], facts: Sequence[Mark]) -> str:
    start, end = passage.start_char, passage.end_char
    before = pieces(body, start, end, marks, gone)
    after = pieces(body, start, end, [*marks, *facts])
    speaker = tag("strong", plain(f"{passage.speaker} ")) if passage.speaker else ""
    return tag(
        "div",
        tag("p", pieces_html([_as_printed(p) for p in before]), class_="raw", dir="auto")
        + tag("p", speaker + pieces_html(after), class_=f"clean {passage.kind}", dir="auto"),
        class_="row",
    )


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


def _lost(deleted: Deleted) -> str:
    text = tag("del", plain(deleted.text.strip()), title=deleted.note or None)
    return tag("div", tag("p", text, class_="raw") + tag("p", "", class_="clean"), class_="row")
