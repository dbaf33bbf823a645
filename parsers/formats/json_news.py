"""schema.org NewsArticle objects as JSON: the form in which archives of news are held.

Also the members of JSON Lines and JSON arrays, one object each (`parsers.formats.members`).
"""

from __future__ import annotations

import json
from typing import Any

from parsers.charset import decode, mend
from parsers.errors import Rejected
from parsers.formats.blocks import looks_like_markup, of_markup
from parsers.formats.statements import of_json_ld
from parsers.model import Copy, RawDocument, Reason
from parsers.sniff import JSON, JSON_LINES

MEDIA_TYPES = (JSON, JSON_LINES)

BODY_KEYS = ("articleBody", "text", "body", "content", "maintext")
"""schema.org's name first; the others are what common extractors write."""


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of one NewsArticle object. Raises Rejected(`malformed`, `unsupported`)."""
    decoded = decode(raw.payload, raw.charset, raw.source_uri)
    record = _object(decoded.text)
    body = next((record[k] for k in BODY_KEYS if isinstance(record.get(k), str) and record[k].strip()), None)
    if body is None:
        raise Rejected(
            "the object has no articleBody", Reason.NO_TEXT, "NewsArticle objects carry their text in `articleBody`"
        )
    statements = raw.statements + of_json_ld(record)
    if looks_like_markup(body):
        text, blocks = of_markup(body)
        return Copy(text=text, media_type=media_type, charset=decoded.charset, statements=statements, blocks=blocks)
    text, repairs = mend(body.replace("\r\n", "\n").replace("\r", "\n"))
    return Copy(text=text, media_type=media_type, charset=decoded.charset, statements=statements, repairs=repairs)


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
        value = next((v for v in value["@graph"] if isinstance(v, dict) and v.get("articleBody")), value)
    if not isinstance(value, dict):
        raise Rejected("the JSON is no object", Reason.UNSUPPORTED, "one NewsArticle object a document, or JSON Lines")
    return value
