"""Entities that an XML document declares for itself: short ones of plain text are put in, any other is refused.

    text | document type with declarations → names and values
         | uses of them                    → their text, or Rejected

An entity may multiply (each made of ten others), be long and used often, or name a file of this machine. None of these
is expanded, and none is left as `&name;` in an article. Source: https://www.w3.org/TR/xml/#sec-entity-decl
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from parsers.errors import Rejected
from parsers.model import Reason

LONGEST = 200
"""Characters of an entity that is put in …"""

MOST = 1_000_000
"""… and characters that all of them may add to a document."""

NEAR = 4096
"""Characters in which the document type must begin."""

PREDEFINED = ("amp", "lt", "gt", "quot", "apos")

REMEDY = "hand it in with the text in their places"

Declared = Mapping[str, str | None]
"""Name → value; None for one outside of the document."""

_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[<>]{0,500}\[", re.I)
_ELEMENT = re.compile(r"<[A-Za-z_]")
_ENTITY = re.compile(
    r"""<!ENTITY\s+(?P<name>[\w.:-]{1,80})\s+(?:(?:SYSTEM|PUBLIC)\b|"(?P<double>[^"]*)"|'(?P<single>[^']*)')"""
)
_PART = re.compile(
    r"""\s+|%[\w.:-]+;|<!--.*?-->|<\?.*?\?>|<![A-Z]+(?:[^"'>]|"[^"]*"|'[^']*')*>""",
    re.DOTALL,
)
_END = re.compile(r"\s*\]\s*>")
_USE = re.compile(r"&([A-Za-z_:][\w.:-]{0,80});")
_MARKUP = re.compile(r"<|&#(?:0{0,9}(?:38|60)|[xX]0{0,9}(?:26|3[cC]));")
_CDATA, _CLOSED = "<![CDATA[", "]]>"


def expanded(text: str) -> str:
    """The text without the document type that declares entities, and with them in their places.

    A text that declares none comes back as it is. Raises Rejected(`unsupported`) when it uses one that is long, made of
    markup or of itself, or outside of the document. Linear in the length of the text.
    """
    found = _declared(text) if "<!ENTITY" in text else None
    if found is None:
        return text
    start, end, declared = found
    values = _Values(declared)
    return text[:start] + "".join(_pieces(text[end:], values))


def _declared(text: str) -> tuple[int, int, Declared] | None:
    """Where the document type begins and ends, and what it declares; None when nothing is, or it has no end."""
    begin = _DOCTYPE.search(text, 0, NEAR)
    if begin is None or _ELEMENT.search(text, 0, begin.start()):
        return None
    declared: dict[str, str | None] = {}
    at = begin.end()
    while part := _PART.match(text, at):
        if entity := _ENTITY.match(text, at, part.end()):
            value = entity["double"] if entity["double"] is not None else entity["single"]
            declared.setdefault(entity["name"], value)  # the first declaration binds
        at = part.end()
    end = _END.match(text, at)
    for name in PREDEFINED:
        declared.pop(name, None)
    return (begin.start(), end.end(), declared) if end and declared else None


def _pieces(body: str, values: _Values) -> Iterator[str]:
    """The body with entities put in, but for marked sections, in which there are none."""
    for number, part in enumerate(body.split(_CDATA)):
        marked, closed, plain = part.partition(_CLOSED) if number else ("", "", part)
        if number:
            yield _CDATA + marked + closed
        yield _USE.sub(values.put, plain)


class _Values:
    """What each entity stands for, and how much all have added."""

    def __init__(self, declared: Declared) -> None:
        self._declared = declared
        self._known: dict[str, str | None] = {}
        self._added = 0

    def put(self, use: re.Match[str]) -> str:
        """The text of an entity that is used. Raises Rejected for one that is not expanded."""
        name = use[1]
        if name not in self._declared:
            return use[0]
        value = self._of(name)
        self._added += len(value or "")
        if value is None or self._added > MOST:
            raise Rejected(
                f"it uses &{name[:80]};, which it declares itself: entities that the file declares are not expanded when they are long, many, nested or outside of it",
                Reason.UNSUPPORTED,
                REMEDY,
            )
        return value

    def _of(self, name: str) -> str | None:
        """The whole text of an entity; None for one that is not put in. One that is asked for while it is made has none."""
        if name not in self._known:
            self._known[name] = None
            self._known[name] = self._made(self._declared[name])
        return self._known[name]

    def _made(self, value: str | None) -> str | None:
        if value is None or len(value) > LONGEST or _MARKUP.search(value):
            return None
        parts: list[str] = []
        at = 0
        for use in _USE.finditer(value):
            inner = self._of(use[1]) if use[1] in self._declared else use[0]
            if inner is None:
                return None
            parts += (value[at : use.start()], inner)
            at = use.end()
        whole = "".join((*parts, value[at:])).replace('"', "&quot;").replace("'", "&apos;")
        return whole if len(whole) <= LONGEST else None
