"""The base of all records: frozen, slotted, and quick to build, to change and to send to another process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, fields, make_dataclass
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

OPENED = 6
"""A record of more fields than this is built open; for a smaller one the detour costs more than it saves."""

R = TypeVar("R", bound="Record")


class Record:
    """A frozen record that is open while it is built.

    A frozen dataclass sets every field through `object.__setattr__`: a fact of 44 fields took longer to build than to
    find. So each record class has an open twin, an ordinary dataclass of the same fields and slots. A record is filled
    as its twin and then becomes what it is; nobody sees it before. Pickled, it is its class and a tuple of its values:
    what dataclasses bring for that looks up every field by name on both sides (docs/performance.md).
    """

    __slots__: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        """Give a frozen class its twin. (Slots make a second class of each dataclass: that is the one.)"""
        super().__init_subclass__()
        own = vars(cls)
        if "__slots__" in own and "__dataclass_params__" in own and own["__dataclass_params__"].frozen:
            _TWINS[cls] = _twin(cls)
            _VALUES[cls] = attrgetter(*own["__slots__"], "__class__")
            if len(own["__slots__"]) > OPENED:
                cls.__init__ = _opened(cls)  # type: ignore[method-assign]

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        cls = type(self)
        return _restore, (cls, _VALUES[cls](self)[:-1])


_TWINS: dict[type[Any], type[Any]] = {}
_VALUES: dict[type, Callable[[Any], Any]] = {}
"""Read all values of a record at once; `__class__` behind them makes sure that a tuple comes back."""


def changed(record: R, **changes: Any) -> R:  # noqa: ANN401 - any field
    """The record with some fields changed, like `dataclasses.replace`."""
    cls = type(record)
    other: R = _TWINS[cls](*_VALUES[cls](record)[:-1])
    for name, value in changes.items():
        setattr(other, name, value)
    other.__class__ = cls
    return other


def _twin(cls: type[Any]) -> type[Any]:
    """An open class with the fields of a record class."""
    known = [(f.name, f.type, field(default=f.default, default_factory=f.default_factory)) for f in fields(cls)]
    told = {"__doc__": cls.__doc__}  # without one, dataclasses spend most of their time making one up
    return make_dataclass(
        f"_Open{cls.__name__}", known, bases=(Record,), namespace=told, slots=True, eq=False, repr=False
    )


def _opened(cls: type[Any]) -> Callable[..., None]:
    """The `__init__` that fills a record while it is its open twin."""
    twin, fill, become = _TWINS[cls], _TWINS[cls].__init__, object.__setattr__

    @wraps(cls.__init__)
    def init(self: Any, **values: Any) -> None:  # noqa: ANN401 - any field
        become(self, "__class__", twin)
        fill(self, **values)
        self.__class__ = cls

    return init


def _restore(cls: type[Any], values: tuple[Any, ...]) -> object:
    record = _TWINS[cls](*values)
    record.__class__ = cls
    return record
