"""Settings files in TOML, read as records of pydantic: whatever is wrong is one sentence that names the file and the line."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from parsers.errors import UsageError

M = TypeVar("M", bound=BaseModel)
Loc = tuple[int | str, ...]

NAMING = ("url", "name", "outlet")
"""Keys by whose value an entry is named."""

SHOWN = 60
"""Characters of a value that a message repeats."""

WORDS: dict[str, Callable[[ErrorDetails], str]] = {
    "missing": lambda _: "it is missing",
    "string_type": lambda _: "write a text in quotation marks",
    "string_too_short": lambda _: "it is empty; write a text",
    "int_type": lambda _: "write a whole number",
    "int_parsing": lambda _: "write a whole number, without quotation marks",
    "int_from_float": lambda _: "write a whole number",
    "bool_type": lambda _: "write true or false",
    "bool_parsing": lambda _: "write true or false",
    "tuple_type": lambda _: 'write a list, such as ["one", "two"]',
    "list_type": lambda _: 'write a list, such as ["one", "two"]',
    "dict_type": lambda _: 'write a table, such as { name = "value" }',
    "model_type": lambda _: "write a table of keys and values",
    "too_short": lambda _: "it is empty; name one at least",
    "literal_error": lambda e: f"write {e['ctx']['expected'].replace('True', 'true').replace(chr(39), chr(34))}",
    "greater_than_equal": lambda e: f"write {e['ctx']['ge']:,} or more",
    "less_than_equal": lambda e: f"write {e['ctx']['le']:,} or less",
    "value_error": lambda e: str(e["ctx"]["error"]),
}
"""What is wrong, by the kind of error. https://docs.pydantic.dev/latest/errors/validation_errors/"""

QUIET = ("missing", "value_error", "extra_forbidden")
"""Kinds of which the value is not repeated."""


def validated(path: str | Path, model: type[M]) -> M:
    """What a file says, as a record. Raises UsageError for a file that cannot be read, is no TOML, or says what it may not."""
    try:
        text = Path(path).read_text("utf-8")
        data = tomllib.loads(text)
        return model.model_validate(data)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not valid TOML: {error}") from error
    except ValidationError as error:
        raise UsageError(f"{path}{_said(error, text, data, model)}") from error


def _said(error: ValidationError, text: str, data: Mapping[str, Any], model: type[BaseModel]) -> str:
    """`, line 7: feed https://…: title: write a text in quotation marks` of the first error; how many more there are."""
    errors = error.errors()
    first = errors[0]
    loc: Loc = first["loc"]
    line = _line(text, loc)
    parts = (f", line {line}" if line else "", *_where(loc, data), _fault(first, model))
    more = f" ({len(errors) - 1:,} more like this)" if len(errors) > 1 else ""
    return ": ".join(parts) + more


def _where(loc: Loc, data: Mapping[str, Any]) -> list[str]:
    """The entry, by its name or its number from 1, and the key; an entry of a list by its number from 1."""
    found: list[str] = []
    rest = loc
    if len(loc) > 1 and isinstance(loc[1], int):
        entry = data[str(loc[0])][loc[1]]
        names = entry if isinstance(entry, dict) else {}
        name = next((names[key] for key in NAMING if isinstance(names.get(key), str)), f"number {loc[1] + 1}")
        found, rest = [f"{loc[0]} {name[:SHOWN]}"], loc[2:]
    if rest:
        found.append(" ".join(str(part + 1) if isinstance(part, int) else part for part in rest))
    return found


def _fault(error: ErrorDetails, model: type[BaseModel]) -> str:
    """What is wrong, with what to do."""
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown(error["loc"], model)
    if kind == "list_type" and len(error["loc"]) == 1 and isinstance(error["input"], dict):
        return f"write [[{error['loc'][0]}]], with two brackets on each side"
    words = WORDS[kind](error) if kind in WORDS else error["msg"]
    return words if kind in QUIET else f"{words}, not {_shown(error['input'])}"


def _shown(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)[:SHOWN]
    except (TypeError, ValueError):  # a date or a time of TOML
        return str(value)[:SHOWN]


def _unknown(loc: Loc, model: type[BaseModel]) -> str:
    """The keys that there are, the likeliest first."""
    keys = list(_fields(loc, model))
    close = get_close_matches(str(loc[-1]), keys, n=1)
    return "there is no such key; " + (f"{close[0]} is meant?" if close else f"there are {', '.join(keys)}")


def _fields(loc: Loc, model: type[BaseModel]) -> Mapping[str, Any]:
    """The fields of the file, or of the entries of one of its lists."""
    if len(loc) < 3:
        return model.model_fields
    (entry,) = model.model_fields[str(loc[0])].annotation.__args__  # type: ignore[union-attr]
    fields: Mapping[str, Any] = entry.model_fields
    return fields


def _line(text: str, loc: Loc) -> int | None:
    """The line, from 1, of what is at a place of the file: its key, else the head of its entry. None when it is not sure."""
    lines = text.splitlines(keepends=True)
    if len(loc) < 2 or not isinstance(loc[1], int):
        return _key_line(lines, 0, str(loc[0])) if loc else None
    head = re.compile(rf"\s*\[\[\s*[\"']?{re.escape(str(loc[0]))}[\"']?\s*\]\]")
    heads = [n for n, line in enumerate(lines) if head.match(line)]
    if len(heads) <= loc[1] or _entries(lines[: heads[loc[1]]], str(loc[0])) != loc[1]:
        return None
    key = _key_line(lines, heads[loc[1]] + 1, str(loc[2]), f"{loc[0]}.") if len(loc) > 2 else None
    return key or heads[loc[1]] + 1


def _key_line(lines: list[str], start: int, key: str, table: str = "") -> int | None:
    """The line of a key, or of the table of that name, before the next entry begins. `table` is `feed.` in a `[[feed]]`."""
    wanted = re.compile(rf"\s*(?:[\"']?{re.escape(key)}[\"']?\s*=|\[\[?\s*{re.escape(table + key)}\s*\])")
    for number, line in enumerate(lines[start:], start + 1):
        if wanted.match(line):
            return number
        if table and line.lstrip().startswith("[") and not line.lstrip().startswith(f"[{table}"):
            return None
    return None


def _entries(lines: list[str], table: str) -> int | None:
    """How many entries of a list so many lines hold; None when they end inside of a value."""
    try:
        return len(tomllib.loads("".join(lines)).get(table, ()))
    except tomllib.TOMLDecodeError:
        return None
