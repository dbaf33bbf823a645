"""What the soak drops: good files of several formats, and files that hurt a careless reader."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import time
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from tests.servers.copy_desk import article

ODD = "The board met in the 0th quarter of 1987 and again on 31 February. It paid 1e400 euros for 0.0 tonnes at 25:61 on day 00."
"""Values that no calendar has."""

FEED = """<?xml version="1.0" encoding="{charset}"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Mole Road Bulletin</title><link>http://[bad</link>{items}</channel></rss>"""

ITEM = """<item><title>Item {n} &#x110000; of the bulletin</title><link>{link}</link><dc:date>{date}</dc:date><guid>{n}</guid>
<media:rating scheme="urn:{n}">adult</media:rating><description>{text}</description></item>"""

DATES = (
    "0000-00-00T99:99:99Z",
    "Mon, 99 Foo 20240 25:61:61 +9999",
    "-1",
    "2024-W99-9",
    "9" * 40,
    "2024-02-30",
    "١٢",
    "",
)
LINKS = (
    "http://[::1",
    "http://a\x7f.example/",
    "//",
    "http://exa mple/\ud7ff",
    "data:,x",
    "http://xn--a/",
    "http://h:99999/",
)


def good(number: int) -> tuple[str, bytes]:
    """Name and bytes of the n-th good file: text, a web page, or an article as JSON."""
    text = article(number)
    head, _, body = text.partition("\n\n")
    outlet, _, title = head.partition("\n")
    if number % 4 == 1:
        paragraphs = "".join(f"<p>{escape(p)}</p>" for p in body.split("\n\n")[1:])
        page = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><meta property="og:site_name" content="{outlet}"></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>'
        return f"good-{number:06d}.html", page.encode()
    if number % 4 == 3:
        said = {"@type": "NewsArticle", "headline": title, "articleBody": body, "publisher": {"name": outlet}}
        return f"good-{number:06d}.json", json.dumps(said).encode()
    return f"good-{number:06d}.txt", text.encode()


def put(folder: Path, name: str, payload: bytes) -> Path:
    """Write a file under a temporary name and move it in whole."""
    part = folder / f".{name}.part"
    part.write_bytes(payload)
    return part.rename(folder / name)


def hostile(folder: Path, number: int) -> list[str]:
    """Drop the n-th hostile file (or files) into a folder; their paths."""
    dice = random.Random(number)
    make = HOSTILE[number % len(HOSTILE)]
    return [str(p) for p in make(folder, f"hostile-{number:04d}-{make.__name__.strip('_')}", dice)]


Make = Callable[[Path, str, random.Random], list[Path]]


def _feed(folder: Path, name: str, dice: random.Random) -> list[Path]:
    items = "".join(
        ITEM.format(
            n=n, link=dice.choice(LINKS), date=dice.choice(DATES), text=escape(article(dice.randrange(10**9))[:900])
        )
        for n in range(4)
    )
    markup = FEED.format(charset=dice.choice(("utf-8", "utf-7", "x-none", "idna", "utf-16")), items=items)
    payload = bytearray(markup.encode("utf-8", "surrogatepass"))
    for _ in range(dice.randrange(12)):
        payload[dice.randrange(len(payload))] = dice.randrange(256)
    return [put(folder, f"{name}.xml", bytes(payload))]


def _fifo(folder: Path, name: str, dice: random.Random) -> list[Path]:
    path = folder / f"{name}.json"
    os.mkfifo(path)
    return [path]


def _link(folder: Path, name: str, dice: random.Random) -> list[Path]:
    outside = folder.parent / "outside.txt"
    outside.write_text(article(dice.randrange(10**9)))
    path = folder / f"{name}.txt"
    path.symlink_to(outside)
    return [path]


def _truncated(folder: Path, name: str, dice: random.Random) -> list[Path]:
    lines = "\n".join(
        json.dumps({"headline": f"Line {n}", "articleBody": article(dice.randrange(10**9))}) for n in range(20)
    )
    packed = gzip.compress(lines.encode())
    return [put(folder, f"{name}.jsonl.gz", packed[: len(packed) * 2 // 3])]


def _nested(folder: Path, name: str, dice: random.Random) -> list[Path]:
    depth = dice.choice((2_000, 50_000, 300_000))
    return [put(folder, f"{name}.json", b'{"a":[' * depth + b"1" + b"]}" * depth)]


def _page(folder: Path, name: str, dice: random.Random) -> list[Path]:
    """Half a megabyte to a megabyte of markup of one kind, the kinds that cost an extractor the square of their length."""
    piece = dice.choice(
        (
            "<p>x",
            "<div><a href=/n>n</a>",
            "<b><i>w ",
            "<li>l<br>",
            "<table><tr><td>c",
            "<span>a</span> ",
            "<div>t</div>",
        )
    )
    size = dice.randrange(500_000, 1_000_000)
    return [put(folder, f"{name}.html", b"<html><body><h1>A long page</h1>" + piece.encode() * (size // len(piece)))]


def _twins(folder: Path, name: str, dice: random.Random) -> list[Path]:
    return [put(folder, f"{name}-{which}.txt", b"") for which in ("a", "b")]


def _binary(folder: Path, name: str, dice: random.Random) -> list[Path]:
    return [put(folder, f"{name}.txt", dice.randbytes(100_000))]


def _odd(folder: Path, name: str, dice: random.Random) -> list[Path]:
    return [put(folder, f"{name}.txt", f"{article(dice.randrange(10**9))}\n\n{ODD}".encode())]


def _zip(folder: Path, name: str, dice: random.Random) -> list[Path]:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../escape.txt", article(dice.randrange(10**9)))
        archive.writestr("zeros.txt", b"\0" * 20_000_000)
    return [put(folder, f"{name}.zip", out.getvalue())]


def _objects(folder: Path, name: str, dice: random.Random) -> list[Path]:
    return [put(folder, f"{name}.json", b"[" + b"{}," * 1_000 + b"null]")]


def _parens(folder: Path, name: str, dice: random.Random) -> list[Path]:
    return [put(folder, f"{name}.txt", (dice.choice("(\"'[.A1 ") * 300_000 + " end.").encode())]


def _charset(folder: Path, name: str, dice: random.Random) -> list[Path]:
    return [put(folder, f"{name}.txt", b"\xff\xfe" + article(dice.randrange(10**9)).encode() + b"\x00\xd8" * 50)]


def _pdf(folder: Path, name: str, dice: random.Random) -> list[Path]:
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj "
    return [put(folder, f"{name}.pdf", b"%PDF-1.7\n" + objects + dice.randbytes(500) + b"trailer<</Root 1 0 R>>")]


def _slow(folder: Path, name: str, dice: random.Random) -> list[Path]:
    """A careless program: writes under the final name, in pieces."""
    path = folder / f"{name}.txt"
    text = article(dice.randrange(10**9)).encode()
    with path.open("wb") as file:
        for at in range(0, len(text), 1 + len(text) // 4):
            file.write(text[at : at + 1 + len(text) // 4])
            file.flush()
            time.sleep(0.15)
    return [path]


HOSTILE: tuple[Make, ...] = (
    _feed, _fifo, _link, _truncated, _nested, _page, _twins, _binary, _feed, _odd, _zip, _objects, _parens, _page, _charset,
    _pdf, _slow,
)  # fmt: skip
"""In this order, again and again."""
