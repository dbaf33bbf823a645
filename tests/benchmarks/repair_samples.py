"""Sample documents against hand-made bodies: boundaries, paragraphs, gaps, questions and answers; tokens in context.

    python -m tests.benchmarks.repair_samples DOCUMENTS BODIES [--tokens TOKENS]

DOCUMENTS and BODIES are folders with the same file names; TOKENS has one JSON object a line: `token`, `left`, `right`,
`label` (1 damaged, 0 sound) and `cuts` (where it must be parted).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from parsers.alignment import rebuild
from parsers.fields import known_outlets
from parsers.known import Desk
from parsers.model import Parsed, RawDocument
from parsers.pipeline import parse
from tests.benchmarks.repair_quality import boundaries, repaired


def parsed(path: Path) -> Parsed:
    payload = path.read_bytes()
    raw = RawDocument(raw_document_id=hashlib.sha256(payload).hexdigest(), payload=payload, source_uri=path.name)
    done = parse(raw, Desk(outlets=known_outlets()))
    assert isinstance(done, Parsed), done
    return done


def paragraphs(text: str) -> set[int]:
    """Where blank lines stand, counted in the other characters."""
    at, found = 0, set()
    for block in text.split("\n\n"):
        at += len("".join(block.split()))
        found.add(at)
    return found


def line(name: str, want: set[int], got: set[int]) -> str:
    right = len(want & got)
    p, r = right / max(1, len(got)), right / max(1, len(want))
    return f"{name} P {p:.4f} R {r:.4f} F1 {2 * p * r / max(1e-9, p + r):.4f} ({right}/{len(want)})"


def documents(folder: Path, bodies: Path) -> None:
    for path in sorted(folder.glob("*.txt")):
        gold = (bodies / path.name).read_text("utf-8")
        done = parsed(path)
        body = done.article.article_body
        raw = path.read_text("utf-8")
        same = "".join(body.split()) == "".join(gold.split())
        gaps = sum(r.kind == "gap" for r in done.repairs)
        questions = [p for p in done.passages if p.kind == "question"]
        answered = {p.answers for p in done.passages if p.kind == "answer"}
        pairs = sum(q.ordinal in answered for q in questions)
        print(
            f"{path.stem[:12]} {line('boundaries', boundaries(gold), boundaries(body))}  {line('paragraphs', paragraphs(gold), paragraphs(body))}"
        )
        print(
            f"{'':12} same letters {same}, gaps {gaps}, questions answered {pairs}/{len(questions)}, raw rebuilt {rebuild(body, done.repairs) == raw}"
        )


def tokens(path: Path, group: int) -> None:
    """Tokens with their four words of context, `group` of them to a document, each a paragraph of its own."""
    rows = [json.loads(text) for text in path.read_text("utf-8").splitlines()]
    true = made = right = touched = 0
    for first in range(0, len(rows), group):
        some = rows[first : first + group]
        text = "\n\n".join(" ".join(filter(None, (r["left"], r["token"], r["right"]))) for r in some)
        new, at = boundaries(repaired(text).body) - boundaries(text), 0
        for row in some:
            start = at + len("".join(row["left"].split()))
            got = {n - start for n in new if start < n < start + len(row["token"])}
            want = set(row["cuts"]) if row["label"] else set()
            true, made, right = true + len(want), made + len(got), right + len(want & got)
            touched += bool(got) and not row["label"]
            at = start + len("".join(row["token"].split())) + len("".join(row["right"].split()))
    p, r = right / max(1, made), right / max(1, true)
    print(
        f"tokens, {group:3} a document: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}, sound tokens touched {touched}"
    )


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("documents", type=Path)
    cli.add_argument("bodies", type=Path)
    cli.add_argument("--tokens", type=Path)
    options = cli.parse_args()
    documents(options.documents, options.bodies)
    for group in (1, 20, 1000) if options.tokens else ():
        tokens(options.tokens, group)


if __name__ == "__main__":
    main()
