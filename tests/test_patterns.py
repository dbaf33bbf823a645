"""Regular expressions that every Python allowed reads alike."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import flows
import parsers
import warehouse

SIMPLE = {_constants.IN, _constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.CATEGORY}


def modules() -> list[str]:
    """The names of all modules of the project, but for those that do something when they are imported."""
    found = [
        m.name for package in (parsers, warehouse, flows) for m in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]  # fmt: skip
    return [name for name in found if name != "flows.run.warm"]


def patterns(name: str) -> Iterator[re.Pattern[Any]]:
    """The compiled patterns among the names of a module, and in its tuples and tables."""
    for value in vars(importlib.import_module(name)).values():
        values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else (value,)
        yield from (v for v in values if isinstance(v, re.Pattern))


def possessive(parsed: Any) -> Iterator[Any]:
    """The bodies of possessive repeats and atomic groups, at any depth."""
    for op, argument in parsed:
        if op is _constants.POSSESSIVE_REPEAT:
            yield argument[2]
        elif op is _constants.ATOMIC_GROUP:
            yield argument
        for inner in argument if isinstance(argument, tuple | list) else (argument,):
            for each in inner if isinstance(inner, list) else (inner,):
                if isinstance(each, _parser.SubPattern):
                    yield from possessive(each)


def test_possessive_repeats_are_of_single_characters() -> None:
    """Python 3.11.2 (Debian 12) takes too much with a possessive group that holds a look-ahead or a choice."""
    wrong = [
        f"{name}: {pattern.pattern!r}"
        for name in modules()
        for pattern in patterns(name)
        for body in possessive(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
        if len(body) != 1 or body[0][0] not in SIMPLE
    ]
    assert wrong == []


def test_the_guard_sees_possessive_groups() -> None:
    """A group is found where it is nested; a repeat of single characters is none."""
    nested = list(possessive(_parser.parse(r"a(?:b|c(?:d(?!e)|f)*+)?")))
    assert [len(body) for body in nested] == [1]
    assert nested[0][0][0] not in SIMPLE
    assert next(iter(possessive(_parser.parse(r"\w*+"))))[0][0] in SIMPLE
