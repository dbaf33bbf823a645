"""Damaged copy made from sound text: Debian's `tidy` wraps it as HTML, then the newlines are deleted.

Needs the program `tidy` (apt-get install tidy). Used by repair_quality.py and repair_speed.py.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PARAGRAPH = re.compile(r"<p[^>]*>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>", re.DOTALL)
_GLUED = re.compile(r"[a-z]{2}[.,][A-Za-z]{2}")
_LOST = re.compile(r"\.\n([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged text, the text it should become (its lost words left out), and what is known of the damage."""

    text: str
    sound: str
    width: int
    gaps: tuple[tuple[int, int], ...]  # (characters other than white space before it, letters lost)


def articles(path: Path, least: int = 800, most: int = 20000) -> Iterator[str]:
    """Sound texts from a file of schema.org NewsArticles, one JSON object a line (gzip or not), or a folder of .txt."""
    if path.is_dir():
        texts = (p.read_text("utf-8") for p in sorted(path.glob("*.txt")))
    else:
        lines = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).splitlines()
        texts = (json.loads(line)["articleBody"] for line in lines)
    for text in texts:
        clean = "\n\n".join(" ".join(p.split()) for p in re.split(r"\n\s*\n", text) if p.strip())
        if least <= len(clean) <= most:
            yield clean


def sound_texts(path: Path) -> list[str]:
    """The different texts of a source that are not visibly run together themselves."""
    return list(dict.fromkeys(text for text in articles(path) if not _GLUED.search(text)))


def damaged(text: str, width: int, seed: int, *, markup: bool = False, lose_stops: bool = False) -> Damaged:
    """One text damaged. `markup` hides <strong> and <a> pairs in it; `lose_stops` takes `.Word` away with the newline."""
    dice = random.Random(seed)
    paragraphs = [
        _marked_up(html.escape(p, quote=False), dice) if markup else html.escape(p, quote=False)
        for p in text.split("\n\n")
    ]
    page = (
        "<!DOCTYPE html><html><head><title>t</title></head><body>"
        + "".join(f"<p>{p}</p>" for p in paragraphs)
        + "</body></html>"
    )
    command = ["tidy", "-q", "--wrap", str(width + 1), "--show-warnings", "no", "-utf8", "--tidy-mark", "no"]
    done = subprocess.run(command, input=page.encode(), capture_output=True, check=False)
    lines = [html.unescape(_TAG.sub("", p)).strip("\n") for p in _PARAGRAPH.findall(done.stdout.decode())]
    out, sound, gaps, letters = [], [], [], 0
    for p in lines:
        at = 0
        kept = []
        for lost in _LOST.finditer(p) if lose_stops else ():
            kept.append(p[at : lost.start()])
            gaps.append((letters + sum(len("".join(k.split())) for k in kept), len(lost.group(1))))
            at = lost.end()
        kept.append(p[at:])
        rest = "".join(kept)
        letters += len("".join(rest.split()))
        out.append(rest.replace("\n", ""))
        sound.append(" ".join(rest.split()))
    return Damaged("\n\n".join(out), "\n\n".join(sound), width, tuple(gaps))


def _marked_up(paragraph: str, dice: random.Random) -> str:
    """A paragraph with a link or a bold word here and there, as pages have them."""
    words = paragraph.split(" ")
    for i, word in enumerate(words):
        if dice.random() < 0.01 and word.isalpha():
            words[i] = (
                f"<strong>{word}</strong>"
                if dice.random() < 0.5
                else f'<a href="https://example.com/{word.lower()}">{word}</a>'
            )
    return " ".join(words)
