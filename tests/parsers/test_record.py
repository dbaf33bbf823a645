"""Records: built, changed, and on their way to another process."""

from __future__ import annotations

import copy
import pickle
from dataclasses import MISSING, fields, replace
from datetime import UTC, datetime

import numpy as np
import pytest

from parsers import model
from parsers.record import Record, changed

CLASSES = sorted(
    (c for c in vars(model).values() if isinstance(c, type) and issubclass(c, Record) and c is not Record),
    key=lambda c: c.__name__,
)


def filled(cls: type[Record]) -> Record:
    """A record of a class: each field that needs one has a value of its own, the others their defaults."""
    needed = [f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING]  # type: ignore[arg-type]
    return cls(**{name: (name, n) for n, name in enumerate(needed)})


@pytest.mark.parametrize("cls", CLASSES)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_every_record_survives_the_way(cls: type[Record], protocol: int) -> None:
    """A record is equal after pickling, whatever the protocol, and so is its copy."""
    record = filled(cls)
    assert pickle.loads(pickle.dumps(record, protocol)) == record
    assert copy.deepcopy(record) == record


@pytest.mark.parametrize("cls", CLASSES)
def test_records_are_frozen_and_slotted(cls: type[Record]) -> None:
    """Nobody changes a record, or hangs anything on it."""
    record = filled(cls)
    with pytest.raises(AttributeError):
        setattr(record, fields(cls)[0].name, "changed")
    assert not hasattr(record, "__dict__")


@pytest.mark.parametrize("cls", CLASSES)
def test_a_record_is_of_its_own_class_however_it_was_made(cls: type[Record]) -> None:
    """Built, changed, copied or unpickled, a record is an instance of its class and nothing else."""
    record = filled(cls)
    made = (record, changed(record), copy.copy(record), pickle.loads(pickle.dumps(record)))
    assert {type(one) for one in made} == {cls}


@pytest.mark.parametrize("cls", CLASSES)
def test_a_changed_record_differs_only_where_it_was_changed(cls: type[Record]) -> None:
    """`changed` gives what `dataclasses.replace` gives, and leaves the record it was given alone."""
    record, name = filled(cls), fields(cls)[-1].name
    other = changed(record, **{name: "changed"})
    assert getattr(other, name) == "changed"
    assert repr(other) == repr(replace(record, **{name: "changed"}))
    assert record == filled(cls)


def test_what_a_record_needs_is_asked_for() -> None:
    """A field that is missing, or that the class does not have, is an error that names it."""
    with pytest.raises(TypeError, match="start_char"):
        model.Fact(kind="time", end_char=4, extractor="x", extractor_version="1")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        model.Fact(kind="time", start_char=0, end_char=4, extractor="x", extractor_version="1", colour="red")  # type: ignore[call-arg]
    fact = model.Fact(kind="time", start_char=0, end_char=4, extractor="x", extractor_version="1")
    with pytest.raises(TypeError, match="colour"):
        changed(fact, colour="red")


def test_values_inside_survive_too() -> None:
    """Tuples of records, times with their zone, and arrays come back as what they were."""
    party = model.Party(role="speaker", entity_id="e1")
    fact = model.Fact(kind="quantity", start_char=0, end_char=4, extractor="x", extractor_version="1", parties=(party,))
    known = model.Fields(date_published=datetime(2025, 3, 3, tzinfo=UTC), author=("Ilse Brandt",))
    hashes, numbers = np.array([1, 2**63], dtype=np.uint64), np.array([[1, 2, 3, 0, 0]], dtype=np.uint64)
    print_ = model.Fingerprint(exact="00", letters=3, hashes=hashes, numbers=numbers)
    assert pickle.loads(pickle.dumps((fact, known))) == (fact, known)
    back = pickle.loads(pickle.dumps(print_))
    assert (back.exact, back.letters, back.hashes.dtype, back.hashes.tolist()) == ("00", 3, np.uint64, [1, 2**63])
    assert (back.numbers.dtype, back.numbers.tolist()) == (np.uint64, [[1, 2, 3, 0, 0]])
