"""The names behind the labels of an interview, as far as the document itself says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from parsers.fields.names import person
from parsers.interviews.labels import ANSWERS, ASKS, WORD

_TITLES = frozenset(
    "president minister prime mr mrs ms dr prof professor sir ambassador general foreign deputy chairman chief the "
    "secretary director senator king queen prince commissioner governor mayor speaker captain colonel judge".split()
)
_PEOPLE = re.compile(rf"{WORD}(?:\s(?:(?:de|del|van|von|der|bin|al|el)\s)?{WORD}){{1,3}}")


def named(labels: Iterable[str], body: str, introduction: str) -> Mapping[str, str | None]:
    """Every label's speaker: the fullest name that is certain, the label itself, or None for a bare `Q` or `A`.

    Labels that are the same person (`Mayor Otto Klee`, `Klee`) get the same name. A bare `A` is the only person of the
    introduction, if there is one.
    """
    printed = [label for label in labels if label not in (ASKS, ANSWERS)]
    full = {_without_titles(label) for label in printed if " " in label}
    names: dict[str, str | None] = {label: _name(label, full, body) for label in printed}
    return names | {ASKS: None, ANSWERS: interviewee(introduction)}


def interviewee(introduction: str) -> str | None:
    """The only person that an introduction names."""
    people = {name for found in _PEOPLE.finditer(introduction) if (name := person(_without_titles(found.group())))}
    return people.pop() if len(people) == 1 else None


def speaks_of(name: str, text: str) -> bool:
    """Whether a text names somebody by the family name: nobody says that of themselves."""
    return re.search(rf"\b{re.escape(name.split()[-1])}\b", text) is not None


def _name(label: str, full: set[str], body: str) -> str:
    if " " in label:
        return _without_titles(label)
    same = [name for name in full if name.split()[-1] == label]
    if len(same) == 1:
        return same[0]
    written = label.title() if label.isupper() else label
    return _introduced(label, body) or _full_name(label, body) or _full_name(written, body) or label


def _without_titles(label: str) -> str:
    """`Mayor Otto Klee` as `Otto Klee`, when a name of two words remains."""
    words = label.split()
    while len(words) > 2 and words[0].lower().rstrip(".") in _TITLES - {"the"}:
        words = words[1:]
    return " ".join(words)


def _introduced(label: str, body: str) -> str | None:
    """`reporter Xie Wenting (GT)`: the two or three capitalised words right before the label in brackets."""
    found = re.search(rf"((?:{WORD}\s){{1,4}})\({re.escape(label)}\)", body)
    if not found:
        return None
    words = found.group(1).split()
    if words[-1] == label:
        return None
    while words and words[0].lower().rstrip(".") in _TITLES:
        words = words[1:]
    return " ".join(words) if 2 <= len(words) <= 3 else None


def _full_name(label: str, body: str) -> str | None:
    """The one first name that is before a family name wherever it has one."""
    firsts = {
        m.group(1)
        for m in re.finditer(rf"({WORD})\s{re.escape(label)}\b(?!\s*:)", body)
        if m.group(1).lower().rstrip(".") not in _TITLES and not m.group(1).endswith(".")
    }
    return f"{firsts.pop()} {label}" if len(firsts) == 1 else None
