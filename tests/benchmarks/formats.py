"""Files of very many articles taken apart: documents a second and memory, beside reading them with the format's library alone.

    python -m tests.benchmarks.formats FOLDER [--articles 100000]
    python -m tests.benchmarks.formats FOLDER --gigabyte

makes the files with the libraries that write them (warcio, json, csv, pyarrow), unless they are there, and reads each in
a process of its own: once with the library alone, until each record's text is a string, and once as `newsdesk ingest` does
before it parses anything (`flows.inbox.files.in_process`: recognised, split, each document with its own bytes). With
`--gigabyte` the files are a web archive and a Parquet file of a gigabyte each, packed.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

GIGABYTE = 1 << 30
WORDS = (Path(__file__).parent / "figures" / "comparisons.txt").read_text(encoding="utf-8").split()
FORMS = ("warc.gz", "jsonl", "jsonl.gz", "csv", "parquet")
LARGE = ("warc.gz", "parquet")

Row = dict[str, str]


def rows(number: int, letters: int = 3_000, noise: bool = False) -> Iterator[Row]:
    """So many articles of about so many letters; with `noise` their words are random, so that they hardly pack."""
    chance = random.Random(7)
    for n in range(number):
        words = [chance.randbytes(4).hex() if noise else chance.choice(WORDS) for _ in range(letters // 7)]
        paragraphs = [" ".join(words[at : at + 60]) + "." for at in range(0, len(words), 60)]
        yield {
            "title": f"Harbour plan {n} goes to the board",
            "text": "\n\n".join(paragraphs),
            "date": f"2024-{1 + n % 12:02d}-{1 + n % 28:02d}T08:{n % 60:02d}:00Z",
            "source": "Larrand Echo",
            "author": "Marian Holt",
            "url": f"https://echo.example/2024/{n}",
        }


# -------------------------------------------------------------------------------------------------------------- writing


def write(path: Path, form: str, articles: Iterator[Row], until: int | None = None) -> None:
    """A file in a format; with `until` it ends when it has that many bytes."""
    {"warc.gz": _warc, "jsonl": _lines, "jsonl.gz": _lines, "csv": _table, "parquet": _parquet}[form](
        path, articles, until
    )


def _page(row: Row) -> bytes:
    body = "".join(f"<p>{p}</p>" for p in row["text"].split("\n\n"))
    return f'<!DOCTYPE html><html lang="en"><head><title>{row["title"]}</title><meta property="article:published_time" content="{row["date"]}"></head><body><nav><a href="/">Home</a></nav><article><h1>{row["title"]}</h1>{body}</article></body></html>'.encode()


def _warc(path: Path, articles: Iterator[Row], until: int | None) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for row in articles:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            page = io.BytesIO(_page(row))
            writer.write_record(writer.create_warc_record(row["url"], "response", payload=page, http_headers=headers))
            if until and out.tell() > until:
                return


def _lines(path: Path, articles: Iterator[Row], until: int | None) -> None:
    del until
    with (
        gzip.open(path, "wt", 6, encoding="utf-8") if path.suffix == ".gz" else path.open("w", encoding="utf-8") as out
    ):
        for row in articles:
            out.write(json.dumps(row) + "\n")


def _table(path: Path, articles: Iterator[Row], until: int | None) -> None:
    del until
    with path.open("w", encoding="utf-8", newline="") as out:
        first = next(articles)
        writer = csv.DictWriter(out, list(first))
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(articles)


def _parquet(path: Path, articles: Iterator[Row], until: int | None) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    writer: parquet.ParquetWriter | None = None
    batch: list[Row] = []
    for row in articles:
        batch.append(row)
        if len(batch) == 10_000:
            table = pa.Table.from_pylist(batch)
            writer = writer or parquet.ParquetWriter(path, table.schema, compression="zstd")
            writer.write_table(table)
            batch = []
            if until and path.stat().st_size > until:
                break
    if batch:
        table = pa.Table.from_pylist(batch)
        writer = writer or parquet.ParquetWriter(path, table.schema, compression="zstd")
        writer.write_table(table)
    if writer:
        writer.close()


# -------------------------------------------------------------------------------------------------------------- reading


def with_library(path: Path) -> int:
    """How many documents the format's own library finds; the text of each was a string."""
    if path.name.endswith(".warc.gz"):
        from warcio.archiveiterator import ArchiveIterator

        with path.open("rb") as file:
            pages = (r.content_stream().read() for r in ArchiveIterator(file) if r.rec_type == "response")
            return sum(bool(page.decode("utf-8")) for page in pages)
    if path.suffix == ".parquet":
        from pyarrow import parquet

        batches = parquet.ParquetFile(path).iter_batches(batch_size=500)
        return sum(bool(row["text"]) for batch in batches for row in batch.to_pylist())
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8", newline="") as file
    ):
        if path.suffix == ".csv":
            return sum(bool(row["text"]) for row in csv.DictReader(file))
        return sum(bool(json.loads(line)["text"]) for line in file)


def with_intake(path: Path) -> int:
    """How many documents the intake finds."""
    from flows.inbox.files import in_process
    from parsers.formats.pieces import Member

    return sum(isinstance(piece, Member) for piece in in_process(path, str(path)))


READERS: dict[str, Callable[[Path], int]] = {"library": with_library, "intake": with_intake}


def measured(reader: str, path: Path) -> tuple[int, float, float]:
    """Documents, seconds of processor time, and the peak of resident MB of a process that reads a file."""
    asked = [sys.executable, "-m", "tests.benchmarks.formats", str(path), "--reader", reader]
    out = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    return int(out[0]), float(out[1]), float(out[2])


def _read(reader: str, path: Path) -> None:
    start = time.process_time()
    found = READERS[reader](path)
    print(found, time.process_time() - start, _peak())


def _peak() -> float:
    """The most resident MB of this process alone; `ru_maxrss` may be that of whoever started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


def main() -> None:
    """Make the files, read each in both ways, and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("path", type=Path)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--gigabyte", action="store_true")
    options.add_argument("--reader", choices=tuple(READERS))
    asked = options.parse_args()
    if asked.reader:
        _read(asked.reader, asked.path)
        return
    print(
        "| file | MB | documents | library: documents/s | peak MB | intake: documents/s | peak MB |\n|---|---:|---:|---:|---:|---:|---:|"
    )
    for form in LARGE if asked.gigabyte else FORMS:
        path = asked.path / (f"gigabyte.{form}" if asked.gigabyte else f"articles.{form}")
        if not path.exists():
            made = rows(10_000_000, 20_000, noise=True) if asked.gigabyte else rows(asked.articles)
            write(path, form, made, GIGABYTE if asked.gigabyte else None)
        alone, ours = measured("library", path), measured("intake", path)
        if alone[0] != ours[0]:
            raise SystemExit(f"{path}: {alone[0]} documents with the library, {ours[0]} with the intake")
        cells = (f"{found / seconds:,.0f} | {peak:,.0f}" for found, seconds, peak in (alone, ours))
        print(f"| {form} | {path.stat().st_size / 1e6:,.0f} | {ours[0]:,} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
