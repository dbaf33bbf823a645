"""An article from a feed held against the rules of the desk, and rejected when one of them leaves it out."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.errors import Rejected
from parsers.model import Article, RawDocument
from parsers.rules import Entry, Rule, left_out
from parsers.sniff import ENTRY

FEED = "feed_id"
"""The field of the statement that says through which feed a document came."""

BY_RULE = "rule "
"""How the reason of an arrival begins that a rule left out."""

REMEDY = "change or remove the rule, then `newsdesk rules apply`; its bytes are kept"


def check(rules: Sequence[Rule], raw: RawDocument, article: Article) -> None:
    """Raise Rejected when a rule leaves out the article of a document. Files are never left out."""
    if raw.source_kind == "file":
        return
    if found := left_out(rules, entry_of(raw, article)):
        raise Rejected(found[1], f"{BY_RULE}{found[0]}", REMEDY)


def sentence(name: str, why: str) -> str:
    """The reason of an arrival that a rule left out."""
    return f"{BY_RULE}{name}: {why} — {REMEDY}"


def entry_of(raw: RawDocument, article: Article) -> Entry:
    """What rules look at."""
    feed = next((s.value for s in raw.statements if s.field == FEED), None)
    return Entry(
        feed_id=feed, headline=article.headline or "", body=article.article_body, author="; ".join(article.author), url=article.url or "",
        language=article.in_language, words=article.word_count, sections=sections(raw),
    )  # fmt: skip


def sections(raw: RawDocument) -> tuple[str, ...]:
    """The categories that the feed gave the entry, whether the entry itself was filed or its page."""
    from parsers.formats.entry import categories  # not at the top: who starts a run need not load the formats

    own = categories(raw.payload) if raw.media_type == ENTRY else ()
    return (*(s.value for s in raw.statements if s.field == "section"), *own)
