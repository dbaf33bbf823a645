"""What a text carries from the way it was sent or laid out: reply marks, escapes, markup signs, page furniture.

Each rule looks for its own evidence first, and most texts are done with after a few searches for a sign. No rule needs to
know the language.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

from parsers.repair.edits import Change, apart, changed, compose

_QUOTED_LINE = {
    ">": re.compile(r"^[ \t]?(?:>[ \t]?)+", re.MULTILINE),
    "|": re.compile(r"^[ \t]?\|(?:[ \t]|$)", re.MULTILINE),
}
_QUOTED_INSIDE = re.compile(r"(?<=[a-z,;])[ ]>[ ](?=[a-z])")
_LEAST_QUOTED, _QUOTED_SHARE = 3, 0.5
_LINE_APART = (30, 110)
"""The least and the greatest distance of two reply marks whose lines were joined."""

_ESCAPED = re.compile(r"[ ]?(?:\\{1,2}r)?(?:\\{1,2}(?:n(?:\\{1,2}[rt])*|u000[aAdD]))+[ ]?")
_OF_CODE = re.compile(r"\\[bdswDSWx<>*+.]")
"""Signs of a regular expression or a program, where an escape is a word of its own."""
_MARKS_AROUND = frozenset("\"'`“”„«»()")
_ESCAPED_QUOTE = re.compile(r"\\([\"'])")
_LEAST_ESCAPES = 2
_STOP = re.compile(r"[.!?…:][\"”’»')\]]*\Z")

_BULLETS = "•‣▪●◦►▶➢➤✓✔■□▸⁃"
_BULLET = re.compile(rf"(?<=[^\s{_BULLETS}])[ ]?(?=[{_BULLETS}][ ]?[^\s{_BULLETS}])")
_FIRST_SIGNS = frozenset(("- ", "– ", "— ", "* ", "· ", "1.", "1)"))
"""With what a list begins."""
_DASHED = re.compile(r"^([-–—*·])[ ](?=\w)", re.MULTILINE)
_DASHED_INSIDE = r"(?<=[^\W_]){mark}(?=[ ][^\W_])(?![ ](?:and|or|und|oder|et|ou|y|o|e|en|of|to|bis|nach)\b)"
_NUMBERED = re.compile(r"^1([.)])[ ](?=\w)", re.MULTILINE)
_NUMBER_INSIDE = re.compile(r"(?<=[^\W\d_])[.;]?(?=(\d{1,2})([.)])[ ][^\W\d_])")
_LEAST_BULLETS = 2
_BLOCK = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")

_BOLD = re.compile(r"(?<![*\w])(\*\*)(?=\S)([^*\n]{1,200}?)(?<=\S)\1(?!\*)")
_HEAD = re.compile(r"^#{1,6}[ \t]+(?=\S)|^#{2,6}(?=[^\W\d_])", re.MULTILINE)
_SURE_HEAD = re.compile(r"^#{2,6}[ \t]*(?=[^\W\d_])", re.MULTILINE)
_UNDERSCORED = re.compile(r"(?<![\w_])(__?)(?=[^\s_])([^_\n]{1,200}?)(?<=[^\s_])\1(?![\w_])")
_PICTURE = re.compile(r"(?:(?<=\n\n)|\A)!\[[^\[\]\n]{0,300}\]\([^()\s]{1,500}\)\n\n")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,200})\]\((?:https?://|/|mailto:)[^()\s]{1,500}\)")
_EMPHASIS = re.compile(r"(?<![*\w\\])\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\*(?![*\w])")
_GLUED_BEHIND = re.compile(r"[a-zà-öø-ÿа-я]{2,}")
_ENDINGS = frozenset("es ed er ing en em es ern ly".split())

Rule = Callable[[str], list[Change]]


def signs(text: str, blocks: Sequence[str]) -> list[Change]:
    """Every sign of transport and layout, cut or turned into what it means; `blocks` are the text's paragraphs."""
    out: list[Change] = []
    listed = any(block[:2] in _FIRST_SIGNS for block in blocks)
    for rule in (*_RULES, points) if listed else _RULES:
        found = rule(text)
        if found:
            out, text = compose(out, found), changed(text, found)
    return out


def reply_marks(text: str) -> list[Change]:
    """The `>` or `|` before each line of a quoted mail; also those left inside when its lines were joined."""
    return [change for mark in (">", "|") if mark in text for change in _reply_marks(text, mark)]


def _reply_marks(text: str, mark: str) -> list[Change]:
    if f"\n{mark}" in text or f"\n {mark}" in text or f"\n\t{mark}" in text:
        lines = [line for line in text.split("\n") if line.strip()]
        quoted = [line for line in lines if _QUOTED_LINE[mark].match(line)]
        table = mark == "|" and any(line.count(mark) > 1 for line in quoted)
        if not table and len(quoted) >= max(_LEAST_QUOTED, _QUOTED_SHARE * len(lines)):
            found = _QUOTED_LINE[mark].finditer(text)
            return [Change(m.start(), m.end(), "", "residue", 0.98, "reply_mark") for m in found]
    if mark == "|" or text.count(f" {mark} ") < _LEAST_QUOTED:
        return []  # `|` also parts the words of a menu
    inside = list(_QUOTED_INSIDE.finditer(text))
    apart = [b.start() - a.start() for a, b in itertools.pairwise(inside)]
    if len(inside) < _LEAST_QUOTED or sum(_LINE_APART[0] <= n <= _LINE_APART[1] for n in apart) < len(apart) // 2 + 1:
        return []
    return [Change(m.start(), m.end(), " ", "residue", 0.9, "reply_mark") for m in inside]


def escapes(text: str) -> list[Change]:
    r"""Line ends that were escaped once too often: `\n` becomes a paragraph's end behind a full stop, else a space."""
    if "\\" not in text or _OF_CODE.search(text):
        return []
    found = [m for m in _ESCAPED.finditer(text) if not _is_path(text, m)]
    if not found or (len(found) < _LEAST_ESCAPES and not _ends_sentence(text, found[0])):
        return []
    out = [Change(m.start(), m.end(), _of_escape(text, m), "line_join", 0.95, "escape") for m in found]
    out += [Change(m.start(), m.start() + 1, "", "line_join", 0.95, "escape") for m in _ESCAPED_QUOTE.finditer(text)]
    return sorted(out, key=lambda c: c.start)


def _is_path(text: str, found: re.Match[str]) -> bool:
    """Whether `\\n` is in a path (`C:\\news`) or a piece of code."""
    before = text[max(0, found.start() - 40) : found.start()].rpartition(" ")[2]
    beside = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    mentioned = beside[1] in _MARKS_AROUND and (beside[0] in _MARKS_AROUND or not beside[0]) and bool(beside[1])
    return ":\\" in before or before.startswith("\\") or beside[1] == "'" or mentioned


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether an escape is right between a full stop and a capital."""
    ends = _STOP.search(text[max(0, found.start() - 4) : found.start()])
    return bool(ends) and text[found.end() : found.end() + 1].isupper()


def _of_escape(text: str, found: re.Match[str]) -> str:
    ends = _STOP.search(text[max(0, found.start() - 4) : found.start()])
    if len(re.findall(r"n|u000[aA]", found.group())) > 1 or not text[found.end() :].strip() or not found.start():
        return "\n\n"
    return "\n\n" if ends and text[found.end() : found.end() + 1].isupper() and _is_long(text, found) else " "


def _is_long(text: str, found: re.Match[str]) -> bool:
    """Whether the line before is longer or clearly shorter than lines of a wrapped paragraph."""
    line = text[text.rfind("\\n", 0, found.start()) + 1 : found.start()]
    return len(line) > 100 or len(line) < 45


def bullets(text: str) -> list[Change]:
    """List marks inside a line: each point gets a line of its own."""
    if text.isascii() or not any(mark in text for mark in _BULLETS):
        return []
    out: list[Change] = []
    for block in _BLOCK.finditer(text):
        found = [m for m in _BULLET.finditer(text, block.start(), block.end()) if text[m.start() - 1] != "\n"]
        if sum(block.group().count(mark) for mark in _BULLETS) >= _LEAST_BULLETS:
            out += [Change(m.start(), m.end(), "\n", "line_join", 0.9, "bullet") for m in found]
    return out


def points(text: str) -> list[Change]:
    """The points of a list that are glued to its first one, which begins with a dash or with `1.`"""
    return [c for m in (*_DASHED.finditer(text), *_NUMBERED.finditer(text)) for c in _points(text, m)]


def _points(text: str, first: re.Match[str]) -> list[Change]:
    """The points glued to the first one of a list that begins with a dash or with `1.`"""
    end = text.find("\n", first.start() + 1)
    end = len(text) if end < 0 else end
    if first.re is _DASHED:
        inside = re.compile(_DASHED_INSIDE.format(mark=re.escape(first.group(1))))
        at = [m.start() for m in inside.finditer(text, first.end(), end)]
        return [Change(i, i, "\n", "line_join", 0.9, "bullet") for i in at] if len(at) >= _LEAST_BULLETS else []
    at = []
    for m in _NUMBER_INSIDE.finditer(text, first.end(), end):
        if m.group(2) == first.group(1) and int(m.group(1)) == len(at) + 2:
            at.append(m.end())
    return [Change(i, i, "\n", "line_join", 0.9, "bullet") for i in at] if len(at) >= _LEAST_BULLETS - 1 else []


def markdown(text: str) -> list[Change]:
    """Signs of Markdown: bold and emphasis, heads, links. Their words stay."""
    if (
        ("*" not in text or "**" not in text)
        and ("]" not in text or "](" not in text)
        and ("#" not in text or "##" not in text)
    ):
        return []
    found = [sign for m in _BOLD.finditer(text) for sign in _signs(text, m, 2)]
    found += [sign for m in _LINK.finditer(text) for sign in _signs(text, m, 1)]
    if not found and not _SURE_HEAD.search(text):
        return []
    found += [
        sign
        for m in (*_EMPHASIS.finditer(text), *_UNDERSCORED.finditer(text))
        for sign in _signs(text, m, m.lastindex or 0)
    ]
    found += [
        Change(*m.span(), "", "residue", 0.9, "markdown") for m in (*_HEAD.finditer(text), *_PICTURE.finditer(text))
    ]
    return apart(sorted(found, key=lambda c: c.start))


def _signs(text: str, found: re.Match[str], group: int) -> list[Change]:
    """The signs around some words, cut; a space where a name in them is glued to the word behind."""
    start, end = found.span(group)
    rest = _GLUED_BEHIND.match(text, found.end())
    space = " " if rest and found.group(group)[:1].isupper() and rest.group() not in _ENDINGS else ""
    return [
        Change(found.start(), start, "", "residue", 0.9, "markdown"),
        Change(end, found.end(), space, "residue", 0.9, "markdown"),
    ]


_RULES: tuple[Rule, ...] = (reply_marks, escapes, markdown, bullets)
