"""NewsML-G2 (newsItem, packageItem, newsMessage; https://iptc.org/standards/newsml-g2/) and NewsML 1.

A file with several items is a container: each item is a member. Pictures, videos and lists of items are known and
refused by name; a package's own list is no text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from parsers.errors import Rejected
from parsers.formats import nitf, said, xml
from parsers.formats.blocks import looks_like_markup, of_markup, of_pieces
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import Fault, Inside, Limits, Part
from parsers.formats.source import Source
from parsers.formats.xml import Element, child, children, descendants, first, inline, name
from parsers.model import Block, Copy, RawDocument, Reason, Statement

NEWSML = "application/vnd.iptc.g2.newsitem+xml"
MEDIA_TYPES = (NEWSML,)

ITEMS = ("newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem")
_START = re.compile(
    r"<(?:\w+:)?(?:newsItem|packageItem|newsMessage|conceptItem|knowledgeItem|planningItem|NewsML)[\s>]"
)
_KINDS = {
    "packageitem": "a package: a list of other items without text of its own",
    "conceptitem": "a concept item: a controlled vocabulary's entry",
    "knowledgeitem": "a knowledge item: a controlled vocabulary",
    "planningitem": "a planning item: coverage that is planned",
    "catalogitem": "a catalogue item",
}

Text = tuple[str, tuple[Block, ...]]


def _matches(look: Look) -> bool:
    return look.start.startswith("<") and _START.search(look.start[:4096]) is not None


KINDS = (
    Kind(media_type=NEWSML, title="NewsML-G2, NewsML 1", matches=_matches, holds="either", endings=(".xml",), library="lxml", declared=True),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The items of a message, each as its own XML; a file of one item is the document itself."""
    del look
    payload = source.whole(limits.document)
    root = xml.tree(xml.text_of(payload, None, source.name))
    items = _items(root)
    if len(items) == 1 and (items[0] is root or name(root) == "newsml"):
        yield Part(ordinal=None, payload=payload)
        return
    if not items:
        raise Rejected("a news message without items", Reason.NO_TEXT, "hand in the messages that hold the items")
    for number, item in enumerate(items, 1):
        own = etree.tostring(item, encoding="utf-8", with_tail=False)
        if name(item) in _KINDS:
            yield Fault(number, Reason.NO_TEXT, _KINDS[name(item)], "hand in the newsItems that it lists", own, NEWSML)
        else:
            yield Part(ordinal=number, payload=own, media_type=NEWSML, charset="utf-8")


def _items(root: Element) -> list[Element]:
    if name(root) in ITEMS:
        return [root]
    if name(root) == "newsml":
        return list(descendants(root, "newsitem"))
    return [e for e in descendants(root, *ITEMS) if name(e.getparent()) in ("itemset", "newsmessage")]  # type: ignore[arg-type]


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of one item. Raises Rejected(`malformed`, `no_text`)."""
    root = xml.tree(xml.text_of(raw.payload, raw.charset, raw.source_uri))
    item = next(iter(_items(root)), root)
    if name(item) in _KINDS:
        raise Rejected(_KINDS[name(item)], Reason.NO_TEXT, "hand in the newsItems that it lists")
    old = first(item, "newscomponent") is not None
    (text, blocks), inner = _content(item)
    if not text.strip():
        raise Rejected(_without_text(item), Reason.NO_TEXT, "hand in the text item that goes with it")
    own = _of_newsml_1(root, item) if old else _of_item(item)
    statements = raw.statements + own + inner
    return Copy(
        text=text,
        media_type=media_type,
        charset="utf-8",
        statements=statements,
        blocks=blocks,
        notes=_withdrawn(item),
    )


def _withdrawn(item: Element) -> tuple[str, ...]:
    """A note where the agency says that an item must not be used any more, or not yet."""
    status = (_code(child(item, "itemmeta", "pubstatus")) or "").rpartition(":")[2].casefold()
    return (f"its agency marks the item as {status}",) if status in ("canceled", "withheld") else ()


def _without_text(item: Element) -> str:
    kind = (_code(child(item, "itemmeta", "itemclass")) or "").rpartition(":")[2]
    return f"a {kind} item without a text" if kind and kind != "text" else "an item without a text"


# ------------------------------------------------------------------------------------------------------------- content


def _content(item: Element) -> tuple[Text, tuple[Statement, ...]]:
    """The text of an item, and what a NITF document in it says."""
    held = [*descendants(item, "inlinexml", "inlinedata"), *descendants(item, "datacontent")]
    best: tuple[Text, tuple[Statement, ...]] = (("", ()), ())
    for element in held:
        found = _inline(element)
        if len(found[0][0]) > len(best[0][0]):
            best = found
    return best


def _inline(element: Element) -> tuple[Text, tuple[Statement, ...]]:
    inner = first(element, "nitf")
    if inner is not None:
        return nitf.body(inner), nitf.statements(inner)
    if len(element):
        body = first(element, "body")
        whole = body if body is not None else element
        return xml.blocks(
            [whole], {**nitf.TAGS, name(whole): "div"}, frozenset({"title", "head", "script", "style"})
        ), ()
    text = "".join(map(str, element.itertext()))
    if looks_like_markup(text) or "html" in (element.get("contenttype") or ""):
        return of_markup(text), ()
    if looks_like_markup(html.unescape(text)):
        return of_markup(html.unescape(text)), ()
    paragraphs = (" ".join(p.split()) for p in re.split(r"\n\s*\n|\n[ \t]{2,}", text))
    return of_pieces(("paragraph", p) for p in paragraphs if p), ()


# ------------------------------------------------------------------------------------------------------------ metadata


def _of_item(item: Element) -> tuple[Statement, ...]:
    meta, content = child(item, "itemmeta"), child(item, "contentmeta")
    pairs: list[tuple[str, str | None]] = [
        *(("headline", inline(e)) for e in _main(children(content, "headline"))),
        ("headline", inline(child(meta, "title"))),
        ("byline", inline(child(content, "by"))),
        *(("author", _named(e)) for e in children(content, "creator", "contributor") if _is_author(e)),
        ("author", inline(child(content, "by"))),
        ("dateline", inline(child(content, "dateline"))),
        ("credit_text", inline(child(content, "creditline"))),
        ("publisher", _named(child(meta, "provider"))),
        ("publisher", _named(child(content, "infosource"))),
        ("publisher", _named(child(item, "rightsinfo", "copyrightholder"))),
        *(("date_published", inline(e)) for e in _dates(meta, content)),
        ("date_modified", inline(child(content, "contentmodified")) or inline(child(meta, "versioncreated"))),
        ("in_language", (_tag(child(content, "language")) or item.get(xml.LANG))),
        *(("genre", _named(e) or _last(e)) for e in children(content, "genre")),
        ("description", inline(child(content, "description"))),
        *(("editor_note", inline(e)) for e in children(meta, "ednote")),
        *(("url", url) for url in _addresses(item, meta)),
    ]  # fmt: skip
    return said.all_said(pairs) + said.keywords(_subjects(content))


def _main(headlines: Iterator[Element]) -> list[Element]:
    """The main headline first, by its role."""
    return sorted(headlines, key=lambda e: "main" not in (e.get("role") or ""))[:1]


def _is_author(element: Element) -> bool:
    role = (element.get("role") or "").lower()
    return name(element) == "creator" or "writer" in role or "author" in role


def _dates(meta: Element | None, content: Element | None) -> Iterator[Element]:
    for parent, names in ((content, ("contentcreated",)), (meta, ("firstcreated", "versioncreated"))):
        for each in names:
            yield from children(parent, each)


def _addresses(item: Element, meta: Element | None) -> Iterator[str]:
    for link in children(meta, "link"):
        if "canonical" in (link.get("rel") or "") or "web" in (link.get("rel") or "").lower():
            yield link.get("href") or ""
    for alternative in descendants(item, "altloc", "altid"):
        if inline(alternative).startswith("http"):
            yield inline(alternative)
    if (item.get("guid") or "").startswith("http"):
        yield item.get("guid") or ""


def _subjects(content: Element | None) -> Iterator[str | None]:
    """Names and codes of the subjects (`medtop:04000000` as it is), keywords and slugline."""
    for element in children(content, "subject"):
        yield _named(element) or None
        yield _code(element)
    for element in children(content, "keyword", "slugline"):
        yield inline(element)


def _code(element: Element | None) -> str | None:
    return element.get("qcode") or element.get("uri") if element is not None else None


def _last(element: Element) -> str:
    return (_code(element) or "").rpartition(":")[2]


def _named(element: Element | None) -> str:
    """The name in an element: its `name`, its literal, or its own words."""
    if element is None:
        return ""
    return inline(child(element, "name")) or element.get("literal") or (inline(element) if not len(element) else "")


def _tag(element: Element | None) -> str | None:
    return element.get("tag") if element is not None else None


def _of_newsml_1(root: Element, item: Element) -> tuple[Statement, ...]:
    """What NewsML 1.x says: the management's dates, the news lines, the provider."""
    stamp = first(item, "thisrevisioncreated")
    created = first(item, "firstcreated")
    provider = first(item, "provider")
    party = first(provider, "party") if provider is not None else None
    line = first(item, "newslines")
    pairs: list[tuple[str, str | None]] = [
        ("headline", inline(child(line, "headline"))),
        ("byline", inline(child(line, "byline"))),
        ("author", inline(child(line, "byline"))),
        ("dateline", inline(child(line, "dateline"))),
        ("credit_text", inline(child(line, "creditline"))),
        ("publisher", party.get("FormalName") if party is not None else inline(first(item, "providerid"))),
        ("date_published", inline(created)),
        ("date_published", inline(stamp)),
        ("date_published", inline(first(root, "dateandtime"))),
        ("date_modified", inline(stamp)),
        ("in_language", _formal(first(item, "language")) or item.get(xml.LANG)),
        ("genre", _formal(first(item, "genre"))),
    ]
    subjects = (_formal(e) for e in descendants(item, "subject", "subjectmatter", "subjectdetail"))
    return said.all_said(pairs) + said.keywords((*subjects, *map(inline, children(line, "keywordline", "slugline"))))


def _formal(element: Element | None) -> str | None:
    return element.get("FormalName") if element is not None else None
