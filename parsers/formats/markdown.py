"""Markdown, with or without front matter (YAML, TOML or JSON): the front matter is a record, the rest is rendered text."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from parsers.charset import decode, mend
from parsers.errors import Rejected
from parsers.fields import records
from parsers.fields.names import people
from parsers.formats.blocks import of_markup, of_pieces
from parsers.formats.look import Kind, Look
from parsers.model import BlockKind, Copy, RawDocument, Reason, Statement

MARKDOWN = "text/markdown"
MEDIA_TYPES = (MARKDOWN,)

_YAML = re.compile(r"\A(?:﻿)?---[ \t]*\n(?P<front>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(?P<front>.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.S)
_JSON = re.compile(r"\A(?:;;;[ \t]*\n)?(?P<front>\{.*?\n\})[ \t]*\n(?:;;;[ \t]*\n)?", re.S)
_KEY = re.compile(r"\A---[ \t]*\n(?:#[^\n]*\n|[ \t]*\n)*\"?[\w-]{1,40}\"?[ \t]*:(?:[ \t]|\n)")
_SHORTCODE = re.compile(r"\{\{[<%].{0,500}?[>%]\}\}|\{%.{0,500}?%\}")
_ALIAS = re.compile(r"^[^#\n]{0,200}[:\-] +[&*]\w", re.M)
LONGEST = 64 * 1024
"""Characters of front matter."""


def _matches(look: Look) -> bool:
    start = look.start
    if start.startswith("---") and _KEY.match(start) and "\n---" in start[3:] + "\n":
        return True
    if start.startswith("+++\n") and "\n+++" in start[3:]:
        return True
    return (
        look.text is not None
        and (look.ends(".md", ".markdown", ".mdown", ".mkd", ".qmd") or look.declared == MARKDOWN)
        and bool(start)
        and start[0] not in "<"
    )


KINDS = (
    Kind(media_type=MARKDOWN, title="Markdown, with front matter or without", matches=_matches, holds="document", endings=(".md", ".markdown"), library="markdown-it-py, PyYAML", limit="64 kB of front matter"),
)  # fmt: skip


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a Markdown document. Raises Rejected(`undecodable`, `no_text`)."""
    decoded = decode(raw.payload, raw.charset, raw.source_uri)
    front, rest = _divided(decoded.text.lstrip("\n"))
    known = records.read(front, records.with_names(raw.field_names), source="meta") if front else None
    body = rest if rest.strip() else (known.body or "" if known else "")
    if not body.strip():
        raise Rejected("front matter without a text", Reason.NO_TEXT, "add the text below the front matter")
    text, blocks = of_markup(_rendered(body))
    title = next((text[b.raw_start : b.raw_end] for b in blocks[:1] if b.kind == "heading"), None)
    statements = raw.statements + (known.statements if known else ())
    if title and not any(s.field == "headline" for s in statements) and "\n# " in "\n" + body[:500]:
        statements = (*statements, Statement(field="headline", value=title, source="heading"))
    pieces = [(b.kind, mend(text[b.raw_start : b.raw_end])[0]) for b in blocks]
    pieces, signed = _signed(pieces)
    statements += signed
    text, blocks = of_pieces(pieces)
    unread = known.unread if known else ()
    return Copy(
        text=text, media_type=media_type, charset=decoded.charset, statements=statements, blocks=blocks, unread=unread
    )


_BYLINE = re.compile(r"(?:By|Von|Par|Por|Door|Di)\s+(?P<who>[^\n]{3,120})")


def _signed(pieces: list[tuple[BlockKind, str]]) -> tuple[list[tuple[BlockKind, str]], tuple[Statement, ...]]:
    """The pieces without a byline under the title, and what it says."""
    if len(pieces) < 3 or pieces[0][0] != "heading" or not (found := _BYLINE.fullmatch(pieces[1][1].strip())):
        return pieces, ()
    names = people(found["who"], said=True)
    if not names:
        return pieces, ()
    said: tuple[Statement, ...] = (Statement(field="byline", value=found.group(), source="byline"),)
    said += tuple(Statement(field="author", value=name, source="byline") for name in names)
    return [pieces[0], *pieces[2:]], said


def _divided(text: str) -> tuple[Mapping[str, object], str]:
    """The front matter as a record, and the text below it."""
    for pattern, reader in ((_YAML, _yaml), (_TOML, _toml), (_JSON, _json)):
        found = pattern.match(text, 0, LONGEST)
        if found and (record := reader(found["front"])) is not None:
            own = record.get("params")  # where Hugo has what a site calls its own
            return ({**own, **record} if isinstance(own, Mapping) else record), text[found.end() :]
    return {}, text


def _yaml(front: str) -> Mapping[str, object] | None:
    import yaml

    if _ALIAS.search(front):
        return _lines(front)  # aliases can multiply
    try:
        value = yaml.load(front, Loader=_loader())
    except (yaml.YAMLError, ValueError, RecursionError):
        return _lines(front)
    return {str(k): v for k, v in value.items()} if isinstance(value, dict) else None


@cache
def _loader() -> Any:  # noqa: ANN401 - a class of PyYAML's
    """PyYAML's safe loader in which a date stays as it is printed, with its zone."""
    import yaml

    resolvers = {
        sign: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
        for sign, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return type("Plain", (yaml.SafeLoader,), {"yaml_implicit_resolvers": resolvers})


def _lines(front: str) -> Mapping[str, object] | None:
    """Front matter that is no YAML (a colon in an unquoted title), line by line."""
    pairs = (line.partition(":") for line in front.split("\n") if ":" in line and line[:1] not in " -#\t")
    record = {key.strip(): value.strip().strip("\"'") for key, _, value in pairs if value.strip()}
    return record or None


def _toml(front: str) -> Mapping[str, object] | None:
    try:
        return tomllib.loads(front)
    except tomllib.TOMLDecodeError:
        return None


def _json(front: str) -> Mapping[str, object] | None:
    try:
        value = json.loads(front)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _rendered(body: str) -> str:
    from markdown_it import MarkdownIt

    return str(
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(_SHORTCODE.sub("", body))
    )
