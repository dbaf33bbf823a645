"""Small letters, to match text whatever its case: patterns that ignore case take twice as long or longer."""

from __future__ import annotations

_ALIKE = (("İ", "i"), ("ı", "i"), ("ſ", "s"), ("\u212a", "k"))
"""Letters that `re.I` holds for the same as an ASCII letter."""


def small(text: str) -> str:
    """The text in small letters, character by character, so that offsets stay as they are."""
    for letter, alike in _ALIKE if not text.isascii() else ():
        text = text.replace(letter, alike)
    return text.lower()


def small_ascii(text: str) -> str:
    """The same for patterns without foreign letters; those of the text stay as they are, which is quicker still."""
    if text.isascii():
        return text.lower()
    for letter, alike in _ALIKE:
        text = text.replace(letter, alike)
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
