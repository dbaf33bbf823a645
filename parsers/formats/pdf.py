"""PDF: the text in the order in which it was set, line by line, its paragraphs found by gaps, indents and sizes of type.

Lines stay lines, so that repair heals words that were divided at their ends. Page numbers and what is printed at the same
height of every page are left out. A file's own dates say when it was made, not when it was published.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from parsers.charset import mend, whole
from parsers.errors import Rejected
from parsers.formats import exports, said, unspaced
from parsers.formats.look import Kind, Look
from parsers.model import Copy, RawDocument, Reason, Statement

PDF = "application/pdf"
MEDIA_TYPES = (PDF,)

PAGES = 300
"""Pages that are read."""

LARGER = 1.15
"""A headline's type, as a multiple of the text's."""

SMALL = 0.92
"""Type of running heads at the edge of a page, as a multiple of the text's."""

GAP = 1.35
"""A gap between paragraphs, as a multiple of the distance of lines."""

INDENT = 4.0
SHORT = 0.8
"""A paragraph's last line, as a share of the usual length of lines."""

_NUMBER = re.compile(
    r"(?:page|seite|pagina|página|s\.|p\.|стр\.|sayfa)?\s*[-–—|/]*\s*\d{1,4}\s*(?:(?:of|von|de|/|sur|из)\s*\d{1,4})?\s*[-–—|]*",
    re.I,
)
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?…:][\"”’')\]]*\Z")
_SPACES = re.compile(r"[ \t\u00a0]{2,}")
_NO_TITLE = re.compile(
    r"(?:microsoft word|untitled|\(?unspecified|document\d*|.*\.(?:docx?|pdf|indd|qxd|odt|rtf))\b.*", re.I
)


class Line(NamedTuple):
    """A printed line: its page, position in points from the left and the foot, the size of its type, its words."""

    page: int
    x: float
    y: float
    size: float
    text: str


def _matches(look: Look) -> bool:
    return b"%PDF-" in look.head[:1024] and (look.head.startswith(b"%PDF-") or look.text is None)


KINDS = (
    Kind(media_type=PDF, title="PDF with text", matches=_matches, holds="document", endings=(".pdf",), library="pypdf", limit=f"the first {PAGES} pages"),
)  # fmt: skip


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a PDF. Raises Rejected(`malformed`, `no_text`, `unsupported`)."""
    lines, title = _lines(raw.payload)
    if not lines:
        raise Rejected(
            "a PDF of pictures: there is no text in it",
            Reason.NO_TEXT,
            "run text recognition on it, or hand in its text",
        )
    kept = _without_furniture(lines)
    paragraphs = list(_paragraphs(kept))
    headline = _headline(kept)
    about, pieces = exports.head_of([("paragraph", _text(p, headline)) for p in paragraphs])
    text, repairs = mend(whole("\n\n".join(text for _, text in pieces)))
    statements = raw.statements + about + tuple(said.say("headline", headline, "heading")) + _titled(title, text)
    return Copy(text=text, media_type=media_type, charset="utf-8", statements=statements, repairs=repairs)


def _text(paragraph: list[Line], headline: str | None) -> str:
    """The lines of a paragraph; a headline is one line."""
    line = " ".join(line.text for line in paragraph)
    return line if line == headline else "\n".join(line.text for line in paragraph)


def _titled(title: str, text: str) -> tuple[Statement, ...]:
    """The file's own title, where it is the title of the text: programs fill it with names of files."""
    words = " ".join(title.split())
    if (
        unspaced.words(words) < 3
        or _NO_TITLE.fullmatch(words)
        or words.casefold() not in " ".join(text[:2000].split()).casefold()
    ):
        return ()
    return said.all_said([("headline", words)])


# --------------------------------------------------------------------------------------------------------------- lines


def _lines(payload: bytes) -> tuple[list[Line], str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(payload))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Rejected("an encrypted PDF", Reason.UNSUPPORTED, "save it without its password")
        lines = [line for number, page in enumerate(reader.pages[:PAGES]) for line in _of_page(page, number)]
        return lines, str((reader.metadata.title if reader.metadata else None) or "")
    except (FileNotDecryptedError, DependencyError) as error:
        raise Rejected("an encrypted PDF", Reason.UNSUPPORTED, "save it without its password") from error
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        LookupError,
        OSError,
        ArithmeticError,
        RecursionError,
        AssertionError,
        NotImplementedError,
    ) as error:
        raise Rejected(
            f"the PDF cannot be read ({type(error).__name__}: {error})"[:300],
            Reason.MALFORMED,
            "save it again, or hand in its text",
        ) from error


def _of_page(page: Any, number: int) -> Iterator[Line]:  # noqa: ANN401 - pypdf's
    """The lines of a page: what is set at one height, in the order in which it is set."""
    found: list[Line] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float) -> None:
        del font
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (abs(tm[3]) or abs(tm[1]) or 1) * (abs(cm[3]) or abs(cm[1]) or 1))
        found.append(Line(number, x, y, height, text))

    page.extract_text(visitor_text=visit)
    held: list[Line] = []
    for piece in found:
        for text, ends in ((part, part.endswith("\n")) for part in piece.text.splitlines(keepends=True)):
            held.append(piece._replace(text=text.rstrip("\n")))
            if ends:
                yield from _joined(held)
                held = []
    yield from _joined(held)


def _joined(pieces: list[Line]) -> Iterator[Line]:
    text = _SPACES.sub(" ", "".join(p.text for p in pieces)).strip()
    if text:
        first = next(p for p in pieces if p.text.strip())
        yield first._replace(text=text, size=max(p.size for p in pieces if p.text.strip()))


def _without_furniture(lines: list[Line]) -> list[Line]:
    """The lines without page numbers and running heads: the same words (but for figures) at one height of several pages."""
    pages = {line.page for line in lines}
    seen = Counter(
        (_DIGITS.sub("0", line.text), round(line.y / 4))
        for line in {(_l.page, _DIGITS.sub("0", _l.text), round(_l.y / 4)): _l for _l in lines}.values()
    )
    edges, small = _edges(lines), SMALL * _body_size(lines)
    return [
        line for line in lines
        if not (len(pages) > 1 and seen[(_DIGITS.sub("0", line.text), round(line.y / 4))] > max(1, len(pages) // 3))
        and not (line.y in edges[line.page] and (_NUMBER.fullmatch(line.text) or (line.size <= small and len(line.text) < 60)))
    ]  # fmt: skip


def _edges(lines: list[Line]) -> dict[int, tuple[float, float]]:
    """The heights of the top and bottom lines of each page."""
    heights: dict[int, list[float]] = {}
    for line in lines:
        heights.setdefault(line.page, []).append(line.y)
    return {page: (min(ys), max(ys)) for page, ys in heights.items()}


# ---------------------------------------------------------------------------------------------------------- paragraphs


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that belong together."""
    if not lines:
        return
    size = _body_size(lines)
    usual = _Usual(_pitch(lines), size, median(len(line.text) for line in lines if abs(line.size - size) < 0.6))
    held = [lines[0]]
    for before, line in pairwise(lines):
        if _parted(before, line, usual):
            yield held
            held = []
        held.append(line)
    yield held


class _Usual(NamedTuple):
    """What most lines are like: their distance, size of type and length."""

    pitch: float
    size: float
    length: float


def _parted(before: Line, line: Line, usual: _Usual) -> bool:
    """Whether a paragraph ends between two lines."""
    if abs(line.size - before.size) > 0.08 * max(line.size, before.size):
        return True
    finished = _ENDS.search(before.text) is not None
    short = len(before.text) < SHORT * usual.length
    fall = before.y - line.y
    if line.page != before.page or not 0 < fall <= 3 * max(line.size, 1):  # the next column or page
        return finished or (not line.text[:1].islower() and short)
    if fall > GAP * usual.pitch * max(1.0, line.size / max(usual.size, 1)):
        return True
    return (finished and (short or line.x - before.x > INDENT)) or line.text[:1] in "•▪‣◦"


def _pitch(lines: list[Line]) -> float:
    """The usual distance of two lines."""
    falls = [a.y - b.y for a, b in pairwise(lines) if a.page == b.page and 0 < a.y - b.y < 3 * max(a.size, 1)]
    if not falls:
        return 12.0
    return Counter(round(fall, 1) for fall in falls).most_common(1)[0][0]


def _body_size(lines: list[Line]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _headline(lines: list[Line]) -> str | None:
    """The largest type on the first page, where it is larger than the text's and near its top."""
    first = [line for line in lines if line.page == lines[0].page]
    size = max(line.size for line in first)
    if size < LARGER * _body_size(lines):
        return None
    at = next(n for n, line in enumerate(first) if line.size >= 0.97 * size)
    rows = []
    for line in first[at : at + 5]:
        if line.size < 0.97 * size:
            break
        rows.append(line.text)
    words = " ".join(rows)
    return words if at < 12 and 3 <= unspaced.words(words) <= 40 else None
