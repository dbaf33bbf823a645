"""The base of all records: frozen, slotted, and quick to build, to change and to send to another process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from operator import attrgetter
from typing import Any, TypeVar

R = TypeVar("R", bound="Record")

of_values = tuple.__new__
"""`of_values(Phrase, (1, 3, 2))` is `Phrase(1, 3, 2)` of a NamedTuple in .55 of the time, since no Python runs for it. Only for those
that are made dozens of times an article; every field must be given, in order."""


class Record:
    """A frozen record that is open while it is filled.

    A frozen dataclass sets every field through `object.__setattr__`: a fact of 44 fields took longer to build than to
    find. So each record class has an open twin of the same slots, and a record is filled as its twin; nobody sees it
    before it is what it is. Pickled, it is its class and a tuple of its values: what dataclasses bring for that looks
    up every field by name on both sides (docs/performance.md).
    """

    __slots__: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        """Give a frozen class its `__init__`. (Slots make a second class of each dataclass: that is the one.)"""
        super().__init_subclass__()
        own = vars(cls)
        if "__slots__" in own and "__dataclass_params__" in own and own["__dataclass_params__"].frozen:
            defaults = {f.name: _default(f) for f in fields(cls)}  # type: ignore[arg-type]
            names = sorted(defaults, key=lambda name: defaults[name] is not MISSING)
            _VALUES[cls] = attrgetter(*names, "__class__")
            cls.__init__, _CHANGED[cls] = _written(cls, names, defaults)  # type: ignore[method-assign]

    def __reduce__(self) -> tuple[type[Any], tuple[Any, ...]]:
        cls = type(self)
        return cls, _VALUES[cls](self)[:-1]


_VALUES: dict[type, Callable[[Any], Any]] = {}
"""Read all values of a record at once; `__class__` behind them makes sure that a tuple comes back."""

_CHANGED: dict[type, Callable[..., Any]] = {}
"""Copy a record with other values for some fields."""


def changed(record: R, **changes: Any) -> R:  # noqa: ANN401 - any field
    """The record with some fields changed, like `dataclasses.replace`."""
    other: R = _CHANGED[type(record)](record, changes)
    return other


def _default(field: Field[Any]) -> object:
    """What a field is when nobody says; made once, since a record's values never change. MISSING when it must be said."""
    return field.default if field.default_factory is MISSING else field.default_factory()


def _written(
    cls: type[Any], names: list[str], defaults: dict[str, object]
) -> tuple[Callable[..., None], Callable[..., Any]]:
    """A class's `__init__` and `changed`, written out field by field: a loop over names would take four times as long."""
    parameters = (name if defaults[name] is MISSING else f"{name}=defaults[{name!r}]" for name in names)
    lines = [
        f"def __init__(self, {', '.join(parameters)}):",
        "    become(self, '__class__', twin)",
        *(f"    self.{name} = {name}" for name in names),
        "    self.__class__ = cls",
        "def changed(record, changes):",
        "    other = twin()",
        *(f"    other.{name} = record.{name}" for name in names),
        "    try:",
        "        for name, value in changes.items():",
        "            put(other, name, value)",
        "    except AttributeError as error:",
        "        raise TypeError(f'{cls.__name__} has no field {name!r}') from error",
        "    other.__class__ = cls",
        "    return other",
    ]
    made: dict[str, Any] = {
        "become": object.__setattr__,
        "twin": type(f"Open{cls.__name__}", (Record,), {"__slots__": vars(cls)["__slots__"]}),
        "cls": cls,
        "defaults": defaults,
        "put": setattr,
    }
    exec("\n".join(lines), made)  # only the names of fields go into it: what dataclasses do themselves
    return made["__init__"], made["changed"]
