"""What one large file of each kind costs: CPU seconds and memory of splitting and parsing it, without limits.

    python -m tests.benchmarks.heavy [--sizes 0.5 2 9.5] [--kinds page-flat page-deep …] [--most SECONDS]

Each file is made up and measured in a process of its own. The last column is CPU per megabyte: where it grows with
the size, the cost is more than linear. `--list` names the kinds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import count

from flows.inbox.files import in_process
from flows.run.parsing import parse_batch
from parsers.fields import known_outlets
from parsers.formats.pieces import Member, Refused
from parsers.known import Desk
from parsers.model import RawDocument, Rejection
from tests.parsers.formats import samples
from tests.servers.copy_desk import article

Make = Callable[[int], bytes]
MEGABYTE = 1_000_000


def repeated(piece: str, head: str = "", tail: str = "") -> Make:
    """A file of one piece again and again."""
    return lambda size: (head + piece * (size // len(piece.encode())) + tail).encode()


def texts(size: int) -> Iterator[str]:
    """Made-up articles until they have so many bytes together."""
    done = 0
    for number in count():
        text = article(number)
        yield text
        done += len(text)
        if done >= size:
            return


def paragraphs(size: int) -> list[str]:
    return [p for text in texts(size) for p in text.split("\n\n")[2:]]


def _page(size: int) -> bytes:
    return (
        "<html><head><title>All of it</title></head><body><nav><a href=/>Home</a></nav><article><h1>All of it</h1>"
        + "".join(f"<p>{escape(p)}</p>" for p in paragraphs(size))
        + "</article></body></html>"
    ).encode()


def _lines(size: int) -> bytes:
    return "\n".join(
        json.dumps({"headline": t.split("\n")[1], "articleBody": t.partition("\n\n")[2]}) for t in texts(size)
    ).encode()


def _array(size: int) -> bytes:
    return json.dumps([json.loads(line) for line in _lines(size).splitlines()]).encode()


def _feed(size: int) -> bytes:
    items = "".join(
        f"<item><title>{t.split(chr(10))[1]}</title><link>https://a.example/{n}</link><description>{escape(t)}</description></item>"
        for n, t in enumerate(texts(size))
    )
    return f'<rss version="2.0"><channel><title>A feed</title><link>https://a.example/</link>{items}</channel></rss>'.encode()


def _csv(size: int) -> bytes:
    rows = (
        ",".join('"' + x.replace('"', '""') + '"' for x in (t.split("\n")[1], t.partition("\n\n")[2], "2024-05-01"))
        for t in texts(size)
    )
    return ("title,text,date\n" + "\n".join(rows)).encode()


def _mail(size: int) -> bytes:
    return "\n".join(
        f"From a@a.example Wed Jun 12 06:45:00 2024\nFrom: A Desk <a@a.example>\nSubject: {t.split(chr(10))[1]}\nDate: Wed, 12 Jun 2024 06:45:00 +0000\n\n{t.partition(chr(10) * 2)[2]}\n"
        for t in texts(size)
    ).encode()


def _pdf(size: int) -> bytes:
    import io

    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    out = io.BytesIO()
    style = getSampleStyleSheet()["Normal"]
    SimpleDocTemplate(out).build([Paragraph(escape(p), style) for p in paragraphs(size)])
    return out.getvalue()


def _nitf_like(size: int) -> bytes:
    return (
        "<nitf><head><title>All of it</title></head><body><body.head><hedline><hl1>All of it</hl1></hedline></body.head><body.content>"
        + "".join(f"<p>{escape(p)}</p>" for p in paragraphs(size))
        + "</body.content></body></nitf>"
    ).encode()


def _deep_mix(size: int) -> bytes:
    """Random elements opened and closed at random: nothing like an article."""
    dice, out, done = random.Random(1), [], 0
    names = ("div", "p", "span", "ul", "li", "table", "tr", "td", "a", "b", "section", "article", "h2", "blockquote")
    while done < size:
        name = dice.choice(names)
        piece = (
            f"<{name} class=c{dice.randrange(9)}>{dice.choice(('word', 'a few words here', ''))}"
            if dice.random() < 0.55
            else f"</{name}>"
        )
        out.append(piece)
        done += len(piece)
    return ("<html><body>" + "".join(out)).encode()


PAGE = "<html><body><nav><a href=/>Home</a></nav><h1>A long page</h1>"
KINDS: dict[str, tuple[str, Make]] = {
    "page": ("a.html", _page),
    "page-flat": ("a.html", repeated("<p>x", PAGE)),
    "page-links": ("a.html", repeated("<div><a href=/n>n</a></div>", PAGE)),
    "page-deep": ("a.html", repeated("<div><a href=/n>n</a>", PAGE)),
    "page-inline": ("a.html", repeated("<b><i>w ", PAGE)),
    "page-list": ("a.html", repeated("<li>l<br>", PAGE)),
    "page-tables": ("a.html", repeated("<table><tr><td>c", PAGE)),
    "page-spans": ("a.html", repeated("<span>a</span> ", PAGE)),
    "page-breaks": ("a.html", repeated("word<br>", PAGE)),
    "page-mixed": ("a.html", _deep_mix),
    "page-attributes": ("a.html", repeated("<p class='a b' id=x data-y='1'>The port moved 3 boats.</p>", PAGE)),
    "page-script": ("a.html", repeated("var a = {b: [1, 2]}; ", PAGE + "<script>", "</script><p>Text of it.</p>")),
    "text": ("a.txt", lambda size: "\n\n".join(texts(size)).encode()),
    "text-one-passage": ("a.txt", lambda size: " ".join(" ".join(paragraphs(size)).split()).encode()),
    "text-one-line-each": ("a.txt", lambda size: "\n".join(paragraphs(size)).encode()),
    "text-parens": ("a.txt", repeated("(")),
    "text-stops": ("a.txt", repeated(". ")),
    "text-capitals": ("a.txt", repeated("A")),
    "text-numbers": ("a.txt", repeated("12 345.67 ", "Figures\n\nThe board gave these: ")),
    "text-quotes": ("a.txt", repeated('"Yes," he said. ', "Quotes\n\n")),
    "text-names": ("a.txt", repeated("Anna Brandt of Harbour Trust met Piet Holm. ", "Names\n\n")),
    "text-datelines": ("a.txt", repeated("LARKHAVEN, March 3 (Osk) -- It was so.\n\n")),
    "text-interview": ("a.txt", repeated("Q: Why so?\n\nA: It was so.\n\n")),
    "text-glued": ("a.txt", repeated("theharbourboardsaidthat", "Glued\n\n")),
    "json-lines": ("a.jsonl", _lines),
    "json-array": ("a.json", _array),
    "json-empty-objects": ("a.json", repeated("{},", "[", "null]")),
    "json-nested": ("a.json", lambda size: b"[" * size),
    "json-equal-lines": ("a.jsonl", repeated("{}\n")),
    "feed": ("a.xml", _feed),
    "csv": ("a.csv", _csv),
    "mail": ("a.mbox", _mail),
    "pdf": ("a.pdf", _pdf),
    "docx": ("a.docx", lambda size: samples.docx_of("\n".join(paragraphs(size)))),
    "rtf": ("a.rtf", lambda size: samples.rtf_of("\n".join(paragraphs(size)))),
    "markdown": ("a.md", lambda size: ("# All of it\n\n" + "\n\n".join(paragraphs(size))).encode()),
    "nitf": ("a.xml", _nitf_like),
    "xml-nested": ("a.xml", lambda size: b"<rss>" + b"<a>" * (size // 3)),
}


def cost(kind: str, size: int) -> dict[str, object]:
    """Split and parse a file of a kind in this process; sizes in bytes of text that went into it."""
    name, make = KINDS[kind]
    payload = make(size)
    before = time.process_time()
    outcomes: Counter[str] = Counter()
    facts = 0
    for batch in _batches(in_process(payload, name), outcomes):
        for result in parse_batch(batch, Desk(outlets=known_outlets())).results:
            if isinstance(result, Rejection):
                outcomes[f"{result.outcome} {result.reason}"] += 1
            else:
                outcomes["article"] += 1
                facts += sum(result.fact_kinds.values())
    took = time.process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        "bytes": len(payload),
        "seconds": took,
        "MB": memory,
        "outcomes": dict(outcomes.most_common(4)),
        "facts": facts,
    }


def _batches(pieces: Iterable[object], outcomes: Counter[str]) -> Iterator[list[RawDocument]]:
    batch: list[RawDocument] = []
    for piece in pieces:
        if isinstance(piece, Refused):
            outcomes[f"refused {piece.reason}"] += 1
        elif isinstance(piece, Member):
            raw_id = hashlib.sha256(piece.payload).hexdigest()
            batch.append(
                RawDocument(
                    raw_document_id=raw_id,
                    payload=piece.payload,
                    source_uri=piece.name,
                    source_kind=piece.source_kind,
                    media_type=piece.media_type,
                    charset=piece.charset,
                    statements=piece.statements,
                )
            )
            if len(batch) == 100:
                yield batch
                batch = []
    if batch:
        yield batch


def alone(kind: str, size: int, most: int) -> dict[str, object] | str:
    """The cost, measured in a forked process that may use so many CPU seconds."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (most, most + 5))
            os.write(writes, json.dumps(cost(kind, size)).encode())
            os._exit(0)
        except BaseException as error:  # noqa: BLE001 - it is said
            os.write(writes, json.dumps(f"{type(error).__name__}: {error}").encode())
        finally:
            os._exit(1)
    os.close(writes)
    with os.fdopen(reads, "rb") as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    if not said:
        return f"not done after {most} s" if os.WTERMSIG(status) == signal.SIGXCPU else f"its process died ({status})"
    found: dict[str, object] | str = json.loads(said)
    return found


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=float, nargs="+", default=[0.5, 2.0, 9.5])
    parser.add_argument("--kinds", nargs="+", default=list(KINDS))
    parser.add_argument("--most", type=int, default=300)
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    if given.list:
        print("\n".join(KINDS))
        sys.exit()
    print(f"{'kind':20} {'MB in':>6} {'file':>6} {'CPU s':>7} {'RSS MB':>6} {'s/MB':>6}  outcomes, facts", flush=True)
    for kind in given.kinds:
        for size in given.sizes:
            found = alone(kind, int(size * MEGABYTE), given.most)
            if isinstance(found, str):
                print(f"{kind:20} {size:6} {found}", flush=True)
                break
            print(
                f"{kind:20} {size:6} {float(str(found['bytes'])) / MEGABYTE:6.1f} {found['seconds']:7.1f} {found['MB']:6} {float(str(found['seconds'])) / size:6.2f}  {found['outcomes']}, {found['facts']}",
                flush=True,
            )


if __name__ == "__main__":
    main()
