"""What a text holds beside ASCII."""

from hypothesis import given
from hypothesis import strategies as st

from parsers.foreign import beyond_ascii

ANYTHING = st.text(st.characters(), max_size=40)


@given(ANYTHING)
def test_only_what_is_not_ascii_is_left(text: str) -> None:
    """The characters that are not ASCII are left, halves of surrogate pairs too, each where it stood."""
    assert beyond_ascii(text) == "".join(c for c in text if not c.isascii())
