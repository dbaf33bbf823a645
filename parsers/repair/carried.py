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
_ANY_QUOTED_INSIDE = re.compile(r"(?<=\S)[ ](?:>[ ]?)+(?=[^\s>])|^(?:>[ ]?)+", re.MULTILINE)
_ATTRIBUTION = re.compile(
    r"(?:^|(?<=\n))(?:On|Am|Le|El|Il|Op|Em|Dnia)\b[^\n]{5,120}?(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu"
    r"|napisał|napisała)[^\n]{0,40}:\n+(?=[ \t]?>)"
)
"""The line with which a mail program begins what it quotes."""
_LEAST_QUOTED, _QUOTED_SHARE = 3, 0.5
_LINE_APART, _SHARE_OF_LINES = (30, 110), 0.6
"""The least and the greatest distance of two reply marks whose lines were joined, and how many keep to it."""

_ESCAPED = re.compile(r"[ ]?(?:\\{1,2}r)?(?:\\{1,2}(?:n(?:\\{1,2}[rt])*|u000[aAdD]))+[ ]?")
_INDENT_ESCAPED = re.compile(r"^(?:\\{1,2}t)+[ ]?(?=[\"“‘'(]?[^\W\d_a-z])", re.MULTILINE)
"""A tab in front of a paragraph that was escaped."""
_OF_CODE = re.compile(r"\\[bdswDSWx<>*+.]")
"""Signs of a regular expression or a program, where an escape is a word of its own."""
_MARKS_AROUND = frozenset("\"'`“”„«»()")
_ESCAPED_QUOTE = re.compile(r"\\([\"'])")
_LEAST_ESCAPES = 2
_STOP = re.compile(r"[.!?…:][\"”’»')\]]*\Z")

_BULLETS = "•‣▪●◦►▶➢➤✓✔■□▸⁃"
_BULLET = re.compile(rf"(?<=[^\s{_BULLETS}])[ ]?(?=[{_BULLETS}][ ]?[^\s{_BULLETS}])")
_FIRST_SIGNS = frozenset(("- ", "– ", "— ", "* ", "· ", "1.", "1)", "(a", "(1", "a)"))
"""With what a list begins."""
_DASHED = re.compile(r"^([-–—*·])[ ](?=\w)", re.MULTILINE)
_DASHED_INSIDE = r"(?<=[^\W_]){mark}(?=[ ][^\W_])(?![ ](?:and|or|und|oder|et|ou|y|o|e|en|of|to|bis|nach)\b)"
_NUMBERED = re.compile(r"^1([.)])[ ](?=\w)", re.MULTILINE)
_NUMBER_INSIDE = re.compile(r"(?<=[^\W\d_])[.;]?(?=(\d{1,2})([.)])[ ][^\W\d_])")
_LETTERED = re.compile(r"^(\(?)([a1])\)[ ](?=\w)", re.MULTILINE)
_LETTER_INSIDE = r"(?<=[^\W_]|[.;,])[ ]?(?={open}([a-h]|[1-8])\)[ ][^\W_])"
_LEAST_BULLETS, _LEAST_FLOWED, _FLOWED_SHARE = 2, 2, 0.6
"""Points of a list; soft line ends of a text, and how many of them go on in small letters: verse begins its lines with capitals."""
_BLOCK = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")

_BOLD = re.compile(r"(?<![*\w])(\*\*)(?=\S)([^*\n]{1,200}?)(?<=\S)\1(?!\*)")
_HEAD = re.compile(r"^#{1,6}[ \t]+(?=\S)|^#{2,6}(?=[^\W\d_])", re.MULTILINE)
_SURE_HEAD = re.compile(r"^#{2,6}[ \t]*(?=[^\W\d_])|\A#[ \t]+(?=[^\W\d_a-z][^\n]{3,150}\n)", re.MULTILINE)
_QUOTED = re.compile(r"^>[ ](?=\S)", re.MULTILINE)
_BEHIND_HEAD = re.compile(r"^#{1,6}[ \t]+[^\n]{3,150}(\n)(?=[^\n#])", re.MULTILINE)
_MARKED_WORDS = re.compile(r"(?<![\w_*])(__?|\*)([^\W\d_][^_*\n]{0,80}?[^\W_])\1(?![\w_*])")
_LEAST_MARKED = 2
_ESCAPED_SIGN = re.compile(r"\\(?=[.\-!()\[\]#+_*>&~])")
_OTHER_ESCAPE = re.compile(r"\\(?![.\-!()\[\]#+_*>&~])")
_CALLED = re.compile(r"\w[(\[][^\s()\[\]]{0,60}\\[.\-*+]")
"""`version(2\\.0`: an escape of a pattern that is searched with."""
_LEAST_ESCAPED_SIGNS = 3
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
            found = [*_QUOTED_LINE[mark].finditer(text), *(_ATTRIBUTION.finditer(text) if mark == ">" else ())]
            cut = [Change(m.start(), m.end(), "", "residue", 0.98, "reply_mark") for m in found]
            return apart(sorted([*cut, *_inside_lines(text, mark)], key=lambda c: c.start))
    return _inside_lines(text, mark)


def _inside_lines(text: str, mark: str) -> list[Change]:
    """The reply marks that are inside lines, since a mail's lines were joined."""
    if mark == "|" or text.count(f" {mark} ") < _LEAST_QUOTED:
        return []  # `|` also parts the words of a menu
    inside = list(_ANY_QUOTED_INSIDE.finditer(text))
    far = [b.start() - a.start() for a, b in itertools.pairwise(inside)]
    of_lines = sum(_LINE_APART[0] <= n <= _LINE_APART[1] for n in far)
    if len(_QUOTED_INSIDE.findall(text)) < _LEAST_QUOTED or of_lines < _SHARE_OF_LINES * len(far):
        return []
    return [
        Change(m.start(), m.end(), " " if m.group()[0] == " " else "", "residue", 0.9, "reply_mark") for m in inside
    ]


def flowed(text: str) -> list[Change]:
    """Line ends behind a space, which a mail program put there to be taken out again (RFC 3676, format=flowed)."""
    if " \n" not in text:
        return []
    found: list[int] = []
    for block in _BLOCK.finditer(text):
        ends = [block.start() + m.start() for m in re.finditer("\n", block.group())]
        soft = [at for at in ends if text[at - 1] == " " and text[at - 2] not in " -"]
        if soft == ends and not block.group().endswith(" "):
            found += soft
    on = sum(text[at + 1].islower() for at in found)
    if len(found) < _LEAST_FLOWED or on < _FLOWED_SHARE * len(found):
        return []
    return [Change(at, at + 1, "", "line_join", 0.95, "flowed") for at in found]


def escapes(text: str) -> list[Change]:
    r"""Line ends that were escaped once too often: `\n` becomes a paragraph's end behind a full stop, else a space."""
    if "\\" not in text or _OF_CODE.search(text):
        return []
    found = [m for m in _ESCAPED.finditer(text) if not _is_path(text, m)]
    tabs = list(_INDENT_ESCAPED.finditer(text))
    if len(tabs) >= _LEAST_ESCAPES and not found:
        return [Change(m.start(), m.end(), "", "line_join", 0.95, "escape") for m in tabs]
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
    begins = text[found.end() : found.end() + 2].lstrip("\"“‘'(«„")[:1].isupper()
    return "\n\n" if ends and begins and _is_long(text, found) else " "


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
    """The points of a list that are glued to its first one, which begins with a dash, with `1.` or with `(a)`."""
    found = [c for m in (*_DASHED.finditer(text), *_NUMBERED.finditer(text)) for c in _points(text, m)]
    return found + [c for m in _LETTERED.finditer(text) for c in _lettered(text, m)]


def _lettered(text: str, first: re.Match[str]) -> list[Change]:
    """The points glued to one that begins with `(a)`, `a)` or `(1)`, in their order."""
    end = text.find("\n", first.start() + 1)
    inside = re.compile(_LETTER_INSIDE.format(open=re.escape(first[1]) if first[1] else "(?<![(])"))
    out: list[Change] = []
    for m in inside.finditer(text, first.end(), end if end >= 0 else len(text)):
        if ord(m[1]) == ord(first[2]) + len(out) + 1:
            out.append(Change(m.start(), m.end(), "\n", "line_join", 0.9, "bullet"))
    return out if len(out) >= _LEAST_BULLETS and any(c.start == c.end for c in out) else []


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
    """Signs of Markdown: bold and emphasis, heads, links, escaped full stops. Their words stay."""
    escaped = _escaped_signs(text) if "\\" in text else []
    if "*" not in text and "]" not in text and "#" not in text and "_" not in text:
        return escaped
    found = [sign for m in _BOLD.finditer(text) for sign in _signs(text, m, 2)] if "**" in text else []
    found += [sign for m in _LINK.finditer(text) for sign in _signs(text, m, 1)] if "](" in text else []
    if not found and not ("#" in text and _SURE_HEAD.search(text)) and not _is_marked(text):
        return escaped
    found += [
        sign
        for m in (*_EMPHASIS.finditer(text), *_UNDERSCORED.finditer(text))
        for sign in _signs(text, m, m.lastindex or 0)
    ]
    heads = (*_HEAD.finditer(text), *_PICTURE.finditer(text), *_QUOTED.finditer(text))
    found += [Change(*m.span(), "", "residue", 0.9, "markdown") for m in heads]
    found += [Change(*m.span(1), "\n\n", "whitespace", 0.9, "markdown") for m in _BEHIND_HEAD.finditer(text)]
    return apart(sorted([*found, *escaped], key=lambda c: c.start))


def _is_marked(text: str) -> bool:
    """Whether at least two stretches have signs of emphasis around them, one of them several words and a low line."""
    if "_" not in text:
        return False
    found = list(_MARKED_WORDS.finditer(text))
    return len(found) >= _LEAST_MARKED and any(m[1][0] == "_" and " " in m[2] for m in found)


def _escaped_signs(text: str) -> list[Change]:
    """The backslashes before marks that Markdown would read, where no other backslash is."""
    found = list(_ESCAPED_SIGN.finditer(text))
    if len(found) < _LEAST_ESCAPED_SIGNS or _OTHER_ESCAPE.search(text) or _CALLED.search(text):
        return []
    return [Change(m.start(), m.end(), "", "residue", 0.9, "markdown") for m in found]


def _signs(text: str, found: re.Match[str], group: int) -> list[Change]:
    """The signs around some words, cut; a space where a name in them is glued to the word behind."""
    start, end = found.span(group)
    rest = _GLUED_BEHIND.match(text, found.end())
    space = " " if rest and found.group(group)[:1].isupper() and rest.group() not in _ENDINGS else ""
    return [
        Change(found.start(), start, "", "residue", 0.9, "markdown"),
        Change(end, found.end(), space, "residue", 0.9, "markdown"),
    ]


_RULES: tuple[Rule, ...] = (reply_marks, flowed, escapes, markdown, bullets)
