"""The base of all records: frozen, slotted, and quick to send to another process."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any


class Record:
    """Pickled as its class and a tuple of its values.

    The pickling that dataclasses bring for frozen, slotted classes looks up every field by name on both sides; with a
    few dozen facts an article that cost more than finding them (docs/performance.md).
    """

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        cls = type(self)
        return _restore, (cls, _values(cls)(self)[:-1])


_VALUES: dict[type, Callable[[Any], Any]] = {}


def _values(cls: type) -> Callable[[Any], Any]:
    """Reads all values of a record at once; `__class__` makes sure that a tuple comes back."""
    if cls not in _VALUES:
        _VALUES[cls] = attrgetter(*cls.__slots__, "__class__")  # type: ignore[attr-defined]
    return _VALUES[cls]


def _restore(cls: type[Any], values: tuple[Any, ...]) -> object:
    record = object.__new__(cls)
    for name, value in zip(cls.__slots__, values, strict=True):
        object.__setattr__(record, name, value)
    return record
