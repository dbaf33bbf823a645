"""One article as a JSON object, under whatever names tools and services write: a record (`parsers.fields.records`).

Also the members of JSON Lines, arrays, answers of news services, and the rows of tables.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from parsers.charset import decode, mend
from parsers.errors import Rejected
from parsers.fields import records
from parsers.formats import json_ld, unspaced
from parsers.formats.blocks import looks_like_markup, of_markup, of_pieces
from parsers.formats.glued import glued
from parsers.formats.look import Kind
from parsers.model import Copy, RawDocument, Reason, Repair, Statement
from parsers.record import changed
from parsers.sniff import JSON, JSON_LINES

MEDIA_TYPES = (JSON, JSON_LINES)

_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?(\d{1,7}) chars?\]\s*\Z")
"""How NewsAPI and GNews end a text that they cut, and how many characters follow."""

RECORD = Kind(
    media_type=JSON_LINES,
    title="a record of JSON Lines or a table",
    matches=lambda look: look.declared == JSON_LINES,
    holds="document",
    declared=True,
)
KINDS = (RECORD,)


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of one article's object. Raises Rejected(`malformed`, `unsupported`, `no_text`)."""
    decoded = decode(raw.payload, raw.charset, raw.source_uri)
    value = _object(decoded.text)
    if _is_manifest(value):
        raise Rejected("the description of a software package", Reason.UNSUPPORTED, "hand in documents")
    if _is_post(value):
        raise Rejected("a post of a social network", Reason.UNSUPPORTED, "hand in the articles that it links to")
    if other := next((what for keys, what in _OTHERS if keys <= value.keys()), None):
        raise Rejected(other, Reason.UNSUPPORTED, "hand in documents")
    record = records.read(value, records.with_names(raw.field_names))
    body = record.body or _excerpt(value, record)
    if body is None:
        raise Rejected(
            _without_text(value, record),
            Reason.NO_TEXT,
            "fetch the article's page, or add its text under `article_body`",
        )
    statements = raw.statements + record.statements + _byline(record)
    if looks_like_markup(body):
        text, blocks = of_markup(body)
        return Copy(
            text=text, media_type=media_type, charset=decoded.charset, statements=statements, blocks=blocks, unread=record.unread,
            glued=glued(body),
        )  # fmt: skip
    text, repairs = mend(body.replace("\r\n", "\n").replace("\r", "\n"))
    text, cut = _without_mark(text, sum(len(r.before) - len(r.after) for r in repairs))
    lines = _paragraphs(text) if not repairs and not cut else []
    text, blocks = of_pieces(("paragraph", line) for line in lines) if lines else (text, ())
    return Copy(
        text=text, media_type=media_type, charset=decoded.charset, statements=statements, blocks=blocks, repairs=repairs + cut, unread=record.unread,
    )  # fmt: skip


_ENDED = re.compile(r"[.!?…。！？؟।:][\"'”’»)\]]{0,2}\s*\Z")
"""How a line ends that is a paragraph."""

WHOLE = 0.6
"""Share of the lines of a text that end as sentences do, from which each is a paragraph; of wrapped lines it is a tenth."""


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text without blank lines that has each on a line of its own; none where its lines are wrapped."""
    if "\n" not in text or "\n\n" in text:
        return []
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    ended = sum(_ENDED.search(line, max(0, len(line) - 8)) is not None for line in lines)
    return lines if ended > 1 and ended >= WHOLE * len(lines) else []


_MANIFEST = frozenset(
    "dependencies devdependencies peerdependencies scripts engines bin require autoload require-dev packagemanager workspaces lockfileversion".split()
)
"""Keys of `package.json`, `composer.json` and their kin."""


def _is_manifest(value: Mapping[str, Any]) -> bool:
    """Whether an object describes a package: its name, and keys that only such files have."""
    keys = {str(k).casefold() for k in value}
    return "name" in keys and bool(keys & _MANIFEST) and ("version" in keys or len(keys & _MANIFEST) > 1)


_OTHERS = (
    (frozenset(("type", "features")), "a map (GeoJSON)"),
    (frozenset(("cells", "nbformat")), "a notebook of program text"),
    (frozenset(("openapi", "paths")), "the description of a programming interface"),
    (frozenset(("$schema", "properties")), "a JSON Schema"),
    (frozenset(("log", "creator")), "a recording of a browser"),
)
"""Objects that are known and no articles, by keys that all of their kind have."""

_POST = frozenset(
    "retweetcount favoritecount retweeted inreplytostatusid inreplytoscreenname quotecount replycount retweetedstatus reblogscount favouritescount "
    "subreddit subredditid linkid parentid createdutc".split()
)
"""Keys of posts as the services of social networks give them, in small letters and without signs."""


def _is_post(value: Mapping[str, Any]) -> bool:
    """Whether an object is a post: its text, who posted it, and no headline."""
    keys = {_letters(str(k)) for k in value}
    user = value.get("user") if isinstance(value.get("user"), Mapping) else value.get("account")
    handle = isinstance(user, Mapping) and bool({"screen_name", "username", "acct"} & set(user))
    return not keys & {"title", "headline"} and (
        (handle and bool(keys & {"createdat", "fulltext"})) or len(keys & _POST) > 1
    )


@lru_cache(maxsize=4096)
def _letters(key: str) -> str:
    """A key in small letters without signs."""
    return re.sub(r"[^a-z]", "", key.casefold())


EXCERPT = 20
"""Words that an excerpt has which is filed where a service gives no text: fewer are a line under a headline."""


def _excerpt(value: Mapping[str, Any], record: records.Record) -> str | None:
    """The opening of the text, or what describes it, of services that give no more (as feeds often do)."""
    described = (s.value for s in record.statements if s.field == "description")
    titled = any(s.field == "headline" for s in record.statements)
    said = [value.get("lead_paragraph"), *described]
    return next((v for v in said if titled and isinstance(v, str) and unspaced.words(v) >= EXCERPT), None)


def _byline(record: records.Record) -> tuple[Statement, ...]:
    """The author of a record that has only a line about him."""
    if any(s.field == "author" for s in record.statements):
        return ()
    return tuple(changed(s, field="author") for s in record.statements if s.field == "byline")


def _without_mark(text: str, shift: int) -> tuple[str, tuple[Repair, ...]]:
    """The text without the mark of a service that cut it; the mark on record, with the characters that are missing.

    `shift` is by how much raw offsets are larger than those of this text.
    """
    found = _CUT.search(text, max(0, len(text) - 40))
    if found is None:
        return text, ()
    missing = int(found[1])
    mark = Repair(
        kind="residue", raw_start=found.start() + shift, raw_end=found.end() + shift, before=found.group(), after="",
        start_char=found.start(), rule="cut_by_service", min_missing=missing, max_missing=missing,
    )  # fmt: skip
    return text[: found.start()], (mark,)


def _without_text(value: Mapping[str, Any], record: records.Record) -> str:
    said = {s.field for s in record.statements}
    if {"headline", "description"} & said:
        return "headline only: the object has no text of the article"
    return f"no key of the object holds the text of an article ({', '.join(map(str, list(value)[:12]))})"


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise Rejected(
            f"no valid JSON: {error}", Reason.MALFORMED, "repair the file, or hand in the line it came from"
        ) from error
    except RecursionError as error:
        raise Rejected("JSON nested too deeply", Reason.MALFORMED, "flatten it") from error
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict) and isinstance(value.get("@graph"), list):
        value = _of_graph(value["@graph"]) or value
    if not isinstance(value, dict):
        raise Rejected("the JSON is no object", Reason.UNSUPPORTED, "one object an article, or JSON Lines")
    return value


def _of_graph(graph: list[Any]) -> dict[str, Any] | None:
    """The article among the objects of JSON-LD, with the people and organisations that it refers to by id."""
    nodes = [v for v in graph if isinstance(v, dict)]
    by_id = {v["@id"]: v for v in nodes if isinstance(v.get("@id"), str) and len(v) > 1}
    article = next((v for v in nodes if v.get("articleBody")), None)
    return json_ld.resolved(article, by_id) if article else None
