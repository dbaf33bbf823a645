"""Characters made clean before anything is read off a text: the first step of repair, for every format and field.

Entities that are in the text (encoded once or twice), what quoted-printable leaves behind, soft hyphens, zero-width
signs, ligatures, line and paragraph separators, control characters, no-break spaces inside words. Each change of the
text is a `charset` repair; what a script needs (joiners of Persian and Hindi, marks of direction) stays.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from parsers.alignment import Alignment, Edit, apply, compose
from parsers.model import Copy, Repair
from parsers.record import changed

_ENTITY = r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_SOFT, _ZERO, _JOINERS = (
    "\u00ad",
    "\u200b\u2060-\u2064\ufeff\u180e\u034f",
    "\u200c-\u200f\u202a-\u202e\u2066-\u2069\u061c",
)
_LIGATURES = "\ufb00-\ufb06\ufb50-\ufdcf\ufe70-\ufefc"
_SPACES = "\u00a0\u202f\u2007"
_ODD = re.compile(
    rf"(?P<entity>{_ENTITY})|(?P<soft_hyphen>{_SOFT}\n?)|(?P<zero_width>[{_ZERO}{_JOINERS}]+)|(?P<ligature>[{_LIGATURES}])"
    rf"|(?P<line_separator>[\u2028\u2029]+)|(?P<control>[{_CONTROLS}])|(?P<no_break_space>(?<=[a-z])[{_SPACES}](?=[a-z]))"
)
_SUSPECT = re.compile(rf"[&{_SOFT}{_ZERO}{_JOINERS}{_LIGATURES}\u2028\u2029{_CONTROLS}{_SPACES}]")
"""With what any of it begins: one set of characters is looked for much faster."""

_ENTITIES = re.compile(_ENTITY)
_PRINTED = bytes((9, 10, 13, *range(32, 127)))

_OWN_LINES = re.compile(r"[^\n]\n")
_KEPT = re.compile(
    r"[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\u200d\u2600-\u27bf\ufb1d-\ufdff\ufe00-\ufefc\U0001f000-\U0001faff]"
)
"""Scripts that need joiners and marks of direction: Hebrew, Arabic, the scripts of India and of South East Asia, pictures."""

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Scripts whose words a zero-width space parts: Thai, Lao, Burmese, Khmer."""

DEEPEST = 3
"""How often a text may have been encoded."""

MOST_JOINED = 200
"""No-break spaces of one text that are looked up."""


def clean(copy: Copy) -> Copy:
    """The copy with clean characters in its text and in all that is said about it; its repairs say what was changed."""
    statements = tuple([s if (v := cleaned(s.value)) == s.value else changed(s, value=v) for s in copy.statements])
    edits = _edits(copy.text, [(b.raw_start, b.raw_end) for b in copy.blocks if b.kind == "code"])
    if not edits:
        return copy if statements == copy.statements else changed(copy, statements=statements)
    across = Alignment([Edit(r.raw_start, r.raw_end, r.after) for r in edits])
    blocks = tuple(
        changed(b, raw_start=across.to_body(b.raw_start), raw_end=across.to_body(b.raw_end)) for b in copy.blocks
    )
    return changed(
        copy,
        text=apply(copy.text, [Edit(r.raw_start, r.raw_end, r.after) for r in edits]),
        statements=statements,
        blocks=blocks,
        repairs=compose(copy.repairs, edits, copy.text),
    )


@lru_cache(maxsize=1024)
def cleaned(value: str) -> str:
    """A field's value with clean characters."""
    if "=" not in value and _clean(value):
        return value
    if value.startswith(("http://", "https://")):
        return value
    return apply(value, [Edit(r.raw_start, r.raw_end, r.after) for r in _edits(value, ())])


def _edits(text: str, kept: Sequence[tuple[int, int]]) -> tuple[Repair, ...]:
    """The edits of a text in order; nothing inside what is kept (code)."""
    found = [*_odd(text), *_quoted_printable(text)]
    found.sort(key=lambda f: (f[0], -f[1]))
    rows: list[Repair] = []
    at = shift = 0
    for start, end, after, rule in found:
        before = text[start:end]
        if start < at or after == before or any(a <= start < b for a, b in kept):
            continue
        rows.append(
            Repair(kind="charset", raw_start=start, raw_end=end, before=before, after=after, start_char=start + shift, rule=rule)
        )  # fmt: skip
        shift += len(after) - len(before)
        at = end
    return tuple(rows)


_Found = tuple[int, int, str, str]


def _clean(text: str) -> bool:
    """Whether a cheap look shows that a text has none of the odd characters."""
    if text.isascii():
        return not (text.encode("ascii").translate(None, _PRINTED) or ("&" in text and _ENTITIES.search(text)))
    return not _SUSPECT.search(text)


def _odd(text: str) -> Iterator[_Found]:
    if _clean(text):
        return
    paragraphs = not _OWN_LINES.search(text)
    looked_up = 0
    for m in _ODD.finditer(text):
        rule = m.lastgroup or ""
        if rule == "no_break_space":
            looked_up += 1
            if looked_up > MOST_JOINED:
                continue
        after = _instead(text, m, rule, paragraphs)
        if after is not None:
            yield m.start(), m.end(), after, rule


def _instead(text: str, m: re.Match[str], rule: str, paragraphs: bool) -> str | None:
    """What is where an odd character stood; None where it is needed."""
    before, behind = text[max(0, m.start() - 1) : m.start()], text[m.end() : m.end() + 1]
    if rule == "entity":
        return _decoded(m.group())
    if rule == "soft_hyphen":
        return "-" if before.isdigit() and behind.isdigit() else ""
    if rule == "zero_width":
        return None if _needed(m.group(), before, behind) else ""
    if rule == "ligature":
        return unicodedata.normalize("NFKC", m.group())
    if rule == "line_separator":
        both = "\u2029" in text and "\u2028" in text
        return "\n\n" if "\u2029" in m.group() or len(m.group()) > 1 or (paragraphs and not both) else "\n"
    if rule == "control":
        return _of_control(m.group())
    return "" if _is_broken(text, m.start()) else None


def _decoded(entity: str) -> str | None:
    """The character of an entity that was encoded once or more often; None for letters that are no entity's name."""
    text = entity
    for _ in range(DEEPEST):
        once = html.unescape(text)
        if once == text:
            break
        text = once
    if text == entity or "\ufffd" in text:
        return None
    text = text.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
    return text.replace("\u00a0", " ") if len(text) == 1 else text


def _needed(signs: str, before: str, behind: str) -> bool:
    if "\u200b" in signs and (_UNSPACED.match(before) or _UNSPACED.match(behind)):
        return True
    joins = any("\u200c" <= c <= "\u200f" or "\u202a" <= c <= "\u2069" or c == "\u061c" for c in signs)
    return joins and bool(_KEPT.match(before) or _KEPT.match(behind))


def _of_control(sign: str) -> str:
    """What a control character was: a break, a letter of Windows-1252 in another's place, or nothing."""
    if sign in "\x0b\x0c\x85":
        return "\n" if sign != "\x0c" else "\n\n"
    if sign >= "\x80":
        return bytes([ord(sign)]).decode("cp1252", "ignore")
    return ""


def _is_broken(text: str, at: int) -> bool:
    """Whether a no-break space stands inside a word: the letters around it are one word, and are not two."""
    from wordfreq import zipf_frequency

    left = re.search(r"[^\W\d_]{1,20}\Z", text[max(0, at - 20) : at])
    right = re.match(r"[^\W\d_]{1,20}", text[at + 1 : at + 21])
    if left is None or right is None:
        return False
    a, b = left.group().lower(), right.group().lower()
    parts = min(zipf_frequency(a, "en"), zipf_frequency(b, "en"))
    whole = zipf_frequency(a + b, "en")
    return bool(whole >= WORD and parts < whole - 1 and parts < RARE)


WORD, RARE = 2.5, 3.0
"""Zipf frequencies: of a word that is one, and of letters that hardly are."""

# --------------------------------------------------------------------------------------------------- quoted-printable

_BYTES = re.compile(r"(?:=(?:[ \t]*\n?=)?[0-9A-F]{2})+")
_HIGH = re.compile(r"(?:=(?:[ \t]*\n=)?[89A-F][0-9A-F]){2,}|=3D")
_BREAK = re.compile(r"=[ \t]*\n|(?<=[^\W_])=[ ](?=[^\W\d_])")
_FEW = 2
_LONE_BYTES = re.compile(r"(?<!=)(?:=E2=80=[0-9A-F]{2}|=C[2-9A-F]=[89AB][0-9A-F]|=D[0-9A-F]=[89AB][0-9A-F])(?!=)")
_LONE_BREAK = re.compile(r"([a-z]{2})( ?)=\n(?=[a-z])")
_OF_ADDRESS = re.compile(r"[/?&%@<>]")
_LONGEST_TOKEN = 80
_QP_LINE = (68, 76)
"""The columns of a line before a soft break: 76 at most, by RFC 2045 with the sign itself."""
_LONE_SIGN = re.compile(r"=(?![0-9A-F]{2})")
_LEAST_JOINED, _MOST_JOINED = 3, 0.7
"""So many signs of equality, and such a share of them, end a line of that width where soft breaks were joined."""


def _quoted_printable(text: str) -> Iterator[_Found]:
    """What quoted-printable leaves in a text: bytes as `=E2=80=9C` and lines that end in `=`; only where it is plain."""
    if "=" not in text:
        return
    joined = _soft_breaks_joined(text)
    if joined:
        yield from joined
        for m in _BYTES.finditer(text):
            if (after := _of_bytes(m.group())) is not None:
                yield m.start(), m.end(), after, "quoted_printable"
        return
    high, breaks = _HIGH.findall(text), _BREAK.findall(text)
    readable = [h for h in high if h == "=3D" or _of_bytes(h) is not None]
    if len(readable) + len(breaks) < _FEW or len(readable) < len(high) or (not readable and len(breaks) <= _FEW):
        yield from _lone_remnants(text)
        return
    for m in _BREAK.finditer(text):
        yield m.start(), m.end(), "", "quoted_printable"
    for m in _BYTES.finditer(text) if readable else ():
        if (after := _of_bytes(m.group())) is not None:
            yield m.start(), m.end(), after, "quoted_printable"


def _soft_breaks_joined(text: str) -> list[_Found]:
    """Soft line breaks whose newline was deleted or became a space: each `=` stands a line's width behind the one before."""
    signs = [m.start() for m in _LONE_SIGN.finditer(text)]
    if len(signs) < _LEAST_JOINED or "=\n" in text:
        return []
    spaced = sum(text[at + 1 : at + 2] == " " for at in signs) * 2 > len(signs)
    gone = 1 + spaced
    starts = [
        max(text.rfind("\n", 0, at) + 1, before + gone) for before, at in zip([-gone, *signs], signs, strict=False)
    ]
    lines = [at - start for start, at in zip(starts, signs, strict=True)]
    if sum(_QP_LINE[0] <= n <= _QP_LINE[1] for n in lines) < _MOST_JOINED * len(lines):
        return []
    return [
        (at, at + gone, "", "quoted_printable")
        for at, n in zip(signs, lines, strict=True)
        if _QP_LINE[0] <= n <= _QP_LINE[1]
    ]


def _lone_remnants(text: str) -> Iterator[_Found]:
    """One letter or mark as its bytes, and one line that ends in `=`, where nothing else explains them."""
    for m in _LONE_BYTES.finditer(text):
        try:
            sign = bytes.fromhex(m.group().replace("=", "")).decode("utf-8")
        except UnicodeDecodeError:
            continue
        token = text[max(0, m.start() - _LONGEST_TOKEN) : m.start()].rpartition(" ")[2]
        if len(sign) == 1 and unicodedata.category(sign)[0] in "LPS" and not _OF_ADDRESS.search(token):
            yield m.start(), m.end(), sign, "quoted_printable"
    for m in _LONE_BREAK.finditer(text):
        line = m.end(1) - text.rfind("\n", 0, m.start()) - 1
        if _QP_LINE[0] <= line <= _QP_LINE[1] and (m.group(2) or _is_parted(text, m.end(1))):
            yield m.end(1), m.end(), m.group(2), "quoted_printable"


def _is_parted(text: str, at: int) -> bool:
    """Whether the letters around `=` and a newline are one word, and are not two."""
    return _is_broken(text[:at] + text[at + 1 :], at)


def _of_bytes(printed: str) -> str | None:
    data = bytes.fromhex("".join(printed.replace("=", "").split()))
    for charset in ("utf-8", "cp1252"):
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        return text if text.isprintable() or text in "\n\t" else None
    return None
