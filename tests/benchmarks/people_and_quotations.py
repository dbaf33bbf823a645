"""Scores quotations and their speakers, roles, agreements, events and projects in process, and times each extractor.

    python tests/benchmarks/people_and_quotations.py ../shared/evals/polnear_dev.jsonl ../shared/gold ../shared/seeds

The first file is in PolNeAR's format. Matching is that of the scorers beside it: a quotation is found when a predicted
one covers half of its quoted characters, its speaker is right when the names share a word; gold facts of the samples
count when a fact of their kind overlaps their evidence in the raw text. Indirect speech, which those scorers leave out,
is found when a reported sentence covers half of it. Speeds are CPU time per 2,200 characters, best of three.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import re
import time
from collections.abc import Iterator
from dataclasses import replace

from parsers.facts import EXTRACTORS
from parsers.facts.reading import reading
from parsers.known import Desk
from parsers.model import Article, Copy, Fact, Fields, Parsed, Passage, RawDocument
from parsers.passages import divide
from parsers.pipeline import parse

STOP = frozenset("the a an of mr mrs ms dr sen rep gov president former in and for to his her their".split())
PEOPLE = ("alias", "role", "quotation", "agreement", "event", "project")
EVENTS = ("event", "visit", "meeting", "inauguration", "election", "planned_event", "interview")


def article_of(text: str) -> tuple[Article, tuple[Passage, ...]]:
    """A text as an article whose paragraphs are found by the desk itself."""
    article = Article(article_id="x", raw_document_id="x", article_body=text, word_count=0, parser_version="x")
    return article, divide(text, (), Copy(text=text, media_type="text/plain", charset="utf-8"), Fields()).passages


def facts_of(text: str) -> tuple[Fact, ...]:
    """The facts of a text."""
    found = reading(*article_of(text))
    for extractor in EXTRACTORS:
        found = replace(found, facts=found.facts + tuple(extractor.extract(found)))
    return found.facts


def names(written: str | None) -> set[str]:
    """The words of a name that count."""
    return {w for w in re.findall(r"[a-z]+", (written or "").lower()) if w not in STOP}


def quoted_characters(text: str, attribution: dict) -> set[int]:
    """The offsets of an attribution's content that stand between quotation marks."""
    low = max(0, min(a for a, _ in attribution["content"]) - 2)
    high = max(b for _, b in attribution["content"]) + 2
    quoted: set[int] = set()
    for match in re.finditer(r"[“\"]([^”\"\n]*)[”\"]?", text[low:high]):
        quoted |= set(range(low + match.start(1), low + match.end(1)))
    return quoted & {k for a, b in attribution["content"] for k in range(a, b)}


def quotations(path: pathlib.Path) -> str:
    """Precision, recall and F1 of direct and mixed quotations, speaker recall, and indirect speech."""
    gold = found = spoken = right = predicted = pronouns = indirect = reported = 0
    for line in path.open(encoding="utf8"):
        document = json.loads(line)
        text = document["text"]
        facts = [f for f in facts_of(text) if f.kind == "quotation"]
        marked = [f for f in facts if f.quote_type != "indirect"]
        targets = [(quoted_characters(text, a), a) for a in document["attributions"] if a["type"] != "indirect"]
        gold, predicted = gold + len(targets), predicted + len(marked)
        covers = {id(f): set(range(f.start_char, f.end_char)) for f in facts}
        right += sum(any(2 * len(c & covers[id(f)]) >= len(covers[id(f)]) for c, _ in targets) for f in marked)
        for characters, attribution in targets:
            pronouns += attribution["text"]["source"].lower() in ("he", "she", "they", "i", "we", "it", "who")
            best = max(marked, key=lambda f: len(characters & covers[id(f)]), default=None)
            if characters and best and 2 * len(characters & covers[id(best)]) >= len(characters):
                found += 1
                spoken += bool(names(attribution["text"]["source"]) & names(best.speaker))
        for attribution in document["attributions"]:
            if attribution["type"] == "indirect":
                indirect += 1
                span = {k for a, b in attribution["content"] for k in range(a, b)}
                reported += any(f.quote_type == "indirect" and 2 * len(span & covers[id(f)]) > len(span) for f in facts)
    precision, recall = right / max(1, predicted), found / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"quotations: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({gold} gold, {predicted} predicted)\n"
        f"quotation and speaker recall: {spoken / max(1, gold):.3f} ({pronouns / max(1, gold):.3f} of the gold speakers are bare pronouns, which we resolve to names)\n"
        f"indirect speech recall: {reported / max(1, indirect):.3f} of {indirect}"
    )


def samples(gold: pathlib.Path, seeds: pathlib.Path) -> Iterator[str]:
    """Gold facts of the sample documents that a fact of their kind overlaps, through the whole pure path."""
    wanted = [json.loads(line) for line in (gold / "facts.jsonl").open(encoding="utf8")]
    counts: dict[str, list[int]] = {}
    for path in sorted(seeds.iterdir()):
        payload = path.read_bytes()
        parsed = parse(RawDocument(raw_document_id="0" * 64, payload=payload, source_uri=path.name), Desk())
        assert isinstance(parsed, Parsed), path
        for fact in wanted:
            kind = {"quote": "quotation", "planned_project": "project"}.get(
                fact["kind"], "event" if fact["kind"] in EVENTS else fact["kind"]
            )
            if fact["doc"] != path.name or fact["tier"] != "core" or kind not in PEOPLE:
                continue
            count = counts.setdefault(kind, [0, 0])
            count[1] += 1
            count[0] += any(
                f.kind == kind
                and f.raw_start is not None
                and f.raw_end is not None
                and f.raw_start < fact["end"]
                and f.raw_end > fact["start"]
                for f in parsed.facts
            )
    for kind, (hits, of) in sorted(counts.items()):
        yield f"samples, {kind}: {hits}/{of}"


def speeds(path: pathlib.Path) -> Iterator[str]:
    """Milliseconds per 2,200 characters of the reading and of each extractor."""
    articles = [article_of(json.loads(line)["text"]) for line in path.open(encoding="utf8")]
    size = sum(len(article.article_body) for article, _ in articles)
    best: dict[str, float] = {}
    for _ in range(3):
        spent: dict[str, float] = {}
        for article, passages in articles:
            start = time.process_time()
            found = reading(article, passages)
            spent["reading"] = spent.get("reading", 0.0) + time.process_time() - start
            for extractor in EXTRACTORS:
                start = time.process_time()
                facts = tuple(extractor.extract(found))
                spent[extractor.KIND] = spent.get(extractor.KIND, 0.0) + time.process_time() - start
                found = replace(found, facts=found.facts + facts)
        best = {kind: min(seconds, best.get(kind, seconds)) for kind, seconds in spent.items()}
    for kind, seconds in best.items():
        yield f"speed, {kind}: {seconds / size * 2200 * 1000:.3f} ms"
    mine = sum(seconds for kind, seconds in best.items() if kind in (*PEOPLE, "reading"))
    yield f"speed, reading and the people's six kinds together: {mine / size * 2200 * 1000:.3f} ms"


def main() -> None:
    """Print every figure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("quotations", type=pathlib.Path)
    options.add_argument("gold", type=pathlib.Path)
    options.add_argument("seeds", type=pathlib.Path)
    given = options.parse_args()
    print(quotations(given.quotations))
    print(*samples(given.gold, given.seeds), sep="\n")
    print(*speeds(given.quotations), sep="\n")


if __name__ == "__main__":
    main()
