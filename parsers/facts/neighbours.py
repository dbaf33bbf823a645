"""The word before a place in a body: what most questions about a name or a verb begin with."""

from __future__ import annotations


def word_before(body: str, at: int, reach: int) -> str:
    """The word of letters that ends one space before an offset, as far as it lies within `reach` characters.

    An empty string when anything else is there: a sign, two spaces, a word with a hyphen or an apostrophe. Then the
    patterns of whoever asks must look; they would find the same word, but try every place on their way.
    """
    if reach < 1 or body[at - 1 : at] != " ":
        return ""
    word = body[max(0, at - reach) : at - 1].rpartition(" ")[2]
    return word if word.isalpha() else ""
