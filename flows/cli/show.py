"""`newsdesk show`: print one article: clean, compared with the printed text, with its facts, or with its other versions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from flows.cli.naming import SeveralMeantError, article_meant, listed
from flows.cli.options import DEFAULT, Database
from flows.cli.output import as_json, deliver_rows, readable
from flows.cli.printing import say
from flows.cli.terminal import console, table
from flows.escaping import visible
from flows.reporting.counting import counted
from flows.reporting.spans import Mark, Piece, amount, edits, evidence, pieces
from parsers.model import FLAGS
from warehouse.asking.article_page import Page, page
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading
from warehouse.stories import stories

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES = {
    "inserted": "black on green3", "deleted": "strike red", "gap": "black on yellow", "suspect": "underline yellow", "truncated": "underline yellow",
    "evidence": "", "quantity": "bold cyan", "time": "bold magenta", "quotation": "bold green",
    "agreement": "bold yellow", "event": "bold blue", "role": "bold blue", "project": "bold yellow",
}  # fmt: skip
PLAIN = {
    "inserted": "{+%s+}",
    "deleted": "[-%s-]",
    "gap": "{?%s?}",
    "suspect": "{?%s?}",
    "truncated": "{?%s?}",
    "": "%s",
}
"""Marks where there are no colours: those of wdiff."""


def show(
    *article: Annotated[str, Parameter(help="Its id, the start of it, or words of its headline.")],
    diff: Annotated[bool, Parameter(negative="", help="Compare the printed text with the repaired text.")] = False,
    facts: Annotated[bool, Parameter(negative="", help="Highlight and list the facts.")] = False,
    revisions: Annotated[
        bool, Parameter(negative="", help="Show what the outlet changed from version to version.")
    ] = False,
    format: Annotated[
        Literal["text", "json"], Parameter(name=["--format", "-f"], help="Text for people, or everything as JSON.")
    ] = "text",
    database: Database = DEFAULT,
) -> int:
    """Print an article by its id (or the start of it) or by words of its headline, in reading order.

    When several headlines hold all the words, they are listed.

    Example: newsdesk show 3f2a --diff
    Example: newsdesk show dam villages
    """
    with reading(Place.at(database)) as warehouse:
        article_id = _meant(warehouse, article, format)
        if article_id is None:
            return 0
        if format == "json":
            from flows.api import asking

            say(as_json(asking.article(warehouse, article_id)))
            return 0
        found = page(warehouse, article_id)
        out = console()
        _head(out, found)
        _body(out, found, diff=diff, facts=facts)
        if facts:
            _facts(out, found)
        if revisions:
            _revisions(out, warehouse, found)
    return 0


def _meant(warehouse: Warehouse, words: Sequence[str], form: str) -> str | None:
    """The id of the article that is meant; None when several are, which are listed. Raises UsageError when none is."""
    try:
        return article_meant(warehouse, " ".join(words))
    except SeveralMeantError as error:
        if form == "json":
            deliver_rows(("article_id", "headline", "outlet", "date_published"), error.found, "json")
        else:
            listed(error.found)
            say(str(error))
        return None


def _head(out: Console, found: Page) -> None:
    a = found.article
    out.print(a.headline or "(no headline)", style="bold")
    edited = sum(r.kind not in FLAGS for r in found.repairs)
    fields = (
        ("by", a.byline or ", ".join(a.author)),
        ("publisher", f"{a.publisher or ''}{f', reprinted by {a.republisher}' if a.republisher else ''}"),
        ("published", f"{readable(a.date_published)} ({a.date_published_source})" if a.date_published else ""),
        ("language", a.in_language),
        ("url", a.url),
        ("id", a.article_id),
        ("edits", _edits(edited, len(found.repairs) - edited)),
    )
    for name, value in fields:
        if value:
            out.print(f"{name:>10}  {value}", style="dim")
    out.print()


def _edits(made: int, doubtful: int) -> str:
    kinds = ((made, "repairs"), (doubtful, "places marked as damaged"))
    return ", ".join(counted(n, things) for n, things in kinds if n)


def _body(out: Console, found: Page, *, diff: bool, facts: bool) -> None:
    marks, gone = edits(found.repairs)
    shown = marks if diff or out.is_terminal else []
    if facts:
        shown = shown + evidence(found.facts)
    for passage in found.passages:
        cut = pieces(found.article.article_body, passage.start_char, passage.end_char, shown, gone if diff else ())
        if passage.kind in ("question", "answer") and passage.speaker:
            out.print(f"{passage.speaker}:", style="bold", end=" ")
        if passage.kind == "list_item":
            out.print("•", end=" ")
        out.print(_marked(cut, "bold" if passage.kind in ("heading", "question") else "", colours=out.is_terminal))
        out.print()


def _marked(cut: Sequence[Piece], style: str, *, colours: bool) -> Text:
    from rich.text import Text

    text = Text(style=style)
    for piece in cut:
        labels = [m.label for m in piece.marks]
        missing = "".join(f" ‹{m.note}›" for m in piece.marks if m.label == "gap")
        if colours:
            said = piece.text.replace("\n", "⏎") if piece.deleted else piece.text
            text.append(visible(said), style=" ".join(filter(None, (STYLES.get(label, "") for label in labels))))
            text.append(missing, style="dim")
        else:
            label = next((label for label in labels if label in PLAIN), "")
            text.append(PLAIN[label] % visible(f"{piece.text}{missing}"))
    return text


def _facts(out: Console, found: Page) -> None:
    names = ("kind", "amount", "what", "when", "who", "words")
    rows = [
        (
            f.kind if not f.subtype else f"{f.kind}/{f.subtype}",
            amount(f),
            " ".join(filter(None, (f.subject, f.predicate, f.object if f.kind != "quotation" else None))),
            f.timex_value,
            f.speaker,
            " ".join(f.exact.split()),
        )
        for f in found.facts
    ]
    out.print(table(names, rows))


def _revisions(out: Console, warehouse: Warehouse, found: Page) -> None:
    known = stories.revisions(warehouse, found.article.article_id)
    if len(known) < 2:
        out.print("No other version of it by its outlet is here.", style="dim")
    for earlier, later in pairwise(known):
        when = readable(later.date_published)
        out.print(f"{earlier.article_id} → {later.article_id}  {when}", style="bold")
        for change in later.changes:
            if change.kind != "same":
                out.print(_marked(changed(change.before or "", change.after or ""), "", colours=out.is_terminal))
        out.print()


def changed(old: str, new: str) -> list[Piece]:
    """What changed from one sentence to the next, word by word."""
    before, after = _words(old), _words(new)
    marked: list[Piece] = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            marked.append(Piece("".join(after[k:m])))
            continue
        if i < j:
            marked.append(Piece("".join(before[i:j]), (Mark(0, 0, "deleted"),), deleted=True))
        if k < m:
            marked.append(Piece("".join(after[k:m]), (Mark(0, 0, "inserted"),)))
    return marked


def _words(text: str) -> list[str]:
    return re.findall(r"\s*\S+", text)
