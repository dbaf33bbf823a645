"""What a text holds beside ASCII: mostly a few dashes and quotation marks, so looking at them first saves most work."""

from __future__ import annotations

from collections.abc import Callable

_ASCII = bytes(range(128))


def beyond_ascii(text: str) -> str:
    """The characters of a text that are not ASCII, in its order."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def word_table(kept: Callable[[str], bool]) -> bytes:
    """A table for `cut`: the ASCII characters that words are made of, in lower case, and a space for all others."""
    return bytes(ord(chr(c).lower()) if kept(chr(c)) else 32 for c in range(128)) + b" " * 128


def cut(text: str, table: bytes) -> list[str]:
    """The words of a text, of whose foreign characters none is part of a word: a tenth of the time of a pattern."""
    return text.encode("ascii", "replace").translate(table).decode("ascii").split()
