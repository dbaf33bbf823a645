"""The headline: stated by markup or notice, or the short first line of a plain text with no stop and a gap behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from parsers.fields.outlets import Directory, name_key
from parsers.fields.sheet import Line, line_end
from parsers.model import Block, Statement

LONGEST, MOST_WORDS = 160, 24
FOLLOWING = 4
"""Lines below a headline (byline, date, dateline) among which longer copy must begin."""

FRONT = 16
"""Blocks of markup looked at."""

_ENDS = re.compile(r"[.:;,]\Z|\.[”\"’')]\Z")
_INNER_STOP = re.compile(r"[a-zß-ÿ]{3}\.\s+[A-Z]")
_META = r"(?:(?:By|BY)\s|[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2}[ .][\w ]{2,16}\d{4}|\d{4}-\d\d|(?:Published|Updated|Posted)\b)"
_GAP = re.compile(rf"[ \t]*\n[ \t]*(?:\n|(?={_META}))")
"""An empty line, or a line that begins like a byline or a date."""

_SIGNED = re.compile(rf"\s*\n\s*{_META}")
"""A byline or a date next, with or without an empty line: then even a question is a headline and no first sentence."""

_NO_HEADLINE = re.compile(r"[-•*–—\d(\[]|https?:|www\.|by\s|photo|image|source|date\b|to:|from:|dear\s", re.I)
_LABEL = re.compile(r"[^\s:][^:\n]{0,30}:\s")
_BAR = re.compile(r"\s+(?:[|»·•–—-]|--)\s+|\s*\|\s*")
_TIGHT = re.compile(
    r"\s*[：｜_]\s*|\s+(?:::?|~|/|<|>|-{2,3}|[–—]{2}|\|\|)\s+|(?<=[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3）】」』》”])[-－—–]+"
)
"""Signs before the site's own name alone: those without a space, as Chinese and Japanese titles have them, and rarer ones."""

SOURCES = ("site-rule", "json-ld", "opengraph", "feed", "notice", "heading", "meta", "html", "text", "filename")
"""Who says what the headline is, the most trusted first."""


_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Letters of scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""

_IDEOGRAPHS = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SYLLABLES = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
"""Scripts of which a letter is a syllable or a word: Japanese, Chinese, Korean."""

_NO_UNSPACED = re.compile(
    r"[。：:；;，,、．.]\Z|。.|[（(【〔][^）)】〕]{1,12}[）)】〕]\Z"
    r"|\A(?:来源|來源|出典|作者|记者|記者|编辑|編輯|編集|责任编辑|責任編輯|本报记者|本報記者|时间|時間|日期|発行|更新|发布|發布|公開|撮影|写真|图片|圖片|ที่มา|โดย|เขียนโดย|ภาพ|วันที่)(?:\s*[：:\s]|\Z)"
)
"""How lines end or begin in these scripts that are sentences, labels or credits."""

SHORT_TITLE, LONG_TITLE, SHORT_COPY = 6, 60, 40
"""Letters of a headline in these scripts, and of the line of copy below it where each letter is a syllable or a word."""


def first_line(text: str, at: int, body_lines: tuple[Line, ...]) -> Line | None:
    """The line at `at` when it reads like a headline: short, no stop, a gap behind it, and then longer copy."""
    line = Line(at, line_end(text, at))
    if line.end - line.start > LONGEST or not _titled(text[line.start : line.end]) or not _GAP.match(text, line.end):
        return None
    if text[line.end - 1] in "?!？！" and not _SIGNED.match(text, line.end):
        return None
    behind = [n for n in body_lines if n.start >= line.end][:FOLLOWING]
    least = SHORT_COPY if _SYLLABLES.search(text, line.start, line.end) else 80
    return line if any(n.end - n.start > max(least, line.end - line.start) for n in behind) else None


def _titled(printed: str) -> bool:
    """Three words or more that begin like a sentence and do not end like one, and are no label, list item or address."""
    if _is_unspaced(printed):
        return len(printed) >= SHORT_TITLE and _NO_UNSPACED.search(printed) is None
    if len(printed) < 12 or not 3 <= len(printed.split()) <= MOST_WORDS or "@" in printed:
        return False
    if _ENDS.search(printed) or _INNER_STOP.search(printed) or _NO_HEADLINE.match(printed):
        return False
    if _LABEL.match(printed) and printed.endswith(("?", "!")):
        return False
    first = printed[0]
    return first.isupper() or first in "“\"'‘«" or (first.isalpha() and not first.isascii())


def _is_unspaced(printed: str) -> bool:
    """Whether most letters of a line are of scripts without spaces between words, and it is not too long for a headline."""
    found = len(_UNSPACED.findall(printed))
    return found > sum(map(str.isalpha, printed)) / 2 and (found <= LONG_TITLE or not _IDEOGRAPHS.search(printed))


def heading(at: int, blocks: tuple[Block, ...]) -> Line | None:
    """The block at `at` when markup calls it a heading."""
    block = next((b for b in blocks[:FRONT] if b.raw_start <= at < b.raw_end), None)
    return Line(at, block.raw_end) if block and block.kind == "heading" and block.raw_end - at <= LONGEST else None


def repeats(text: str, line: Line, statements: tuple[Statement, ...]) -> Line | None:
    """The line when it only repeats a headline that markup, feed or notice has given."""
    stated = [s.value for s in statements if s.field == "headline"]
    if not stated or line.end - line.start > 400:
        return None
    key = name_key(text[line.start : line.end])
    return line if key and any(key in _keys(value) for value in stated) else None


@lru_cache(maxsize=8)  # asked for each line of the front matter
def _keys(stated: str) -> tuple[str, ...]:
    """What a line that repeats a headline may say: all of it, or what is before the name of its site."""
    return name_key(stated), *map(name_key, _BAR.split(stated)[:1])


def resolve(statements: tuple[Statement, ...], publishers: tuple[str | None, ...], book: Directory) -> str | None:
    """The headline of the most trusted source, without the site's name that a title element carries."""
    said = sorted(
        (s for s in statements if s.field == "headline"),
        key=lambda s: SOURCES.index(s.source) if s.source in SOURCES else len(SOURCES),
    )
    if not said:
        return None
    value = " ".join(said[0].value.split())
    stated = {s.value for s in statements if s.field in ("publisher", "republisher")}
    sites = stated.union(s.value for s in statements if s.field == "issuer").union(p for p in publishers if p)
    if shorter := _unglued(value, said, {key for site in sites if (key := name_key(site))}):
        return shorter
    if said[0].source not in _TITLES:
        return _without_site(value, stated, None)
    told = {name_key(s.value) for s in said if s.source not in _TITLES and s.source not in ("text", "filename")}
    bars = (m for m in _BAR.finditer(value) if name_key(value[: m.start()]) in told)
    if bar := next(bars, None):
        return value[: bar.start()]
    return _without_site(value, stated.union(p for p in publishers if p), book)


_TITLES = ("html", "opengraph", "meta", "feed")
"""Sources that carry a title as browsers and readers show it, the site's name with it."""


def _unglued(title: str, said: Iterable[Statement], sites: set[str]) -> str | None:
    """The headline that another source has alone, where this one has nothing but the site's name behind it, with a sign or without."""
    heads = (" ".join(s.value.split()) for s in said)
    return next((h for h in heads if h and title.startswith(h) and name_key(title[len(h) :]) in sites), None)


def _without_site(title: str, publishers: Iterable[str], book: Directory | None) -> str:
    """`Port opens | The Example Post` without the part that names the outlet, at either end."""
    names = {name_key(p) for p in publishers}
    parts = list(_BAR.finditer(title))
    for bar in reversed([*_TIGHT.finditer(title)]):
        if _is_site(title[bar.end() :], names):
            return title[: bar.start()].rstrip()
    for bar, outer in ((parts[-1], title[parts[-1].end() :]), (parts[0], title[: parts[0].start()])) if parts else ():
        if _is_site(outer, names) or (book is not None and book.named(outer)):
            return title[: bar.start()] if outer == title[bar.end() :] else title[bar.end() :]
    return title


LONGER = 3
"""Letters by which an outlet's full name in ideographs may be longer than its printed one: 社, 電子版."""


def _is_site(printed: str, names: Iterable[str]) -> bool:
    """Whether words are the name of one of these sites (comparable names); in ideographs the name may be printed shorter."""
    key = name_key(printed)
    if not key or key in names:
        return bool(key)
    longer = len(key) >= LONGER and len(_IDEOGRAPHS.findall(key)) == len(key)
    return longer and any(name.startswith(key) and len(name) - len(key) <= LONGER for name in names)
