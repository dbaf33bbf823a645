"""Compares the clause reader with a trained spaCy pipeline on random sentences: finite verbs, their subjects, negation.

    python tests/benchmarks/clauses_and_parser.py PIPELINE FILE.jsonl[.gz] [--sentences 2000] [--seed 1] [--show 20]

Opt-in: spaCy and PIPELINE must be installed beside newsdesk (`docs/facts.md`). The file has one article a line, its text
in `articleBody` or `text`. Names are not looked up here. The parser errs as well (datelines, lists), so read the differences that `--show` prints.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pathlib
import random
from collections import Counter
from collections.abc import Iterator
from importlib import import_module

from parsers.facts.second.words import SUBJECTS, Word
from parsers.facts.syntax import parse
from parsers.facts.tokens import Tokens
from parsers.sentences import boundaries

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SHORTEST, LONGEST = 40, 400
"""Characters of a sentence that is compared."""


def sentences(path: pathlib.Path) -> Iterator[str]:
    """The sentences of all articles of a file."""
    written = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in written.decode("utf8").splitlines():
        record = json.loads(line)
        body = record.get("articleBody") or record.get("text") or ""
        for start, end in boundaries(body, 0, len(body)):
            if SHORTEST < end - start < LONGEST:
                yield body[start:end]


def theirs(words: list[Word]) -> dict[int, tuple[frozenset[int], bool]]:
    """The parser's finite verbs by offset: the offsets of their subjects, and whether they are negated."""
    found = {}
    for i, word in enumerate(words):
        below = [w for w in words if w.head == i and w is not word]
        helped = any(w.tag in FINITE and w.relation in ("aux", "auxpass") for w in below)
        if word.relation in ("aux", "auxpass") or not word.tag.startswith("VB") or not (word.tag in FINITE or helped):
            continue
        subjects = frozenset(w.start for w in below if w.relation in SUBJECTS)
        found[word.start] = subjects, any(w.relation == "neg" for w in below)
    return found


def ours(sentence: str) -> dict[int, tuple[frozenset[int], bool]]:
    """The same by the clause reader; a subject taken from another clause does not count."""
    tokens = Tokens(sentence)
    found = {}
    for clause in parse(tokens).clauses:
        if clause.verb and clause.verb.finite:
            own = clause.subject is not None and not clause.inherited
            subjects = frozenset((tokens.start[clause.subject.head],)) if clause.subject and own else frozenset()
            found[tokens.start[clause.verb.head]] = subjects, clause.verb.negated
    return found


def main() -> None:
    """Print precision and recall of the clause reader against the parser, and some differences."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pipeline")
    arguments.add_argument("file", type=pathlib.Path)
    arguments.add_argument("--sentences", type=int, default=2000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--show", type=int, default=20)
    given = arguments.parse_args()
    chosen = sorted(set(sentences(given.file)))
    random.Random(given.seed).shuffle(chosen)
    chosen = chosen[: given.sentences]
    count: Counter[str] = Counter()
    differences = []
    for sentence, document in zip(chosen, import_module("spacy").load(given.pipeline).pipe(chosen), strict=True):
        parsed = [Word(w.idx, w.idx + len(w.text), w.tag_, w.dep_, w.head.i) for w in document]
        their, our = theirs(parsed), ours(sentence)
        both = their.keys() & our.keys()
        count.update(theirs=len(their), ours=len(our), both=len(both))
        for at in both:
            (subjects, negated), (subject, denied) = their[at], our[at]
            same = bool(subjects & subject)
            count.update(s_theirs=bool(subjects), s_ours=bool(subject), s_both=same)
            count.update(n_theirs=negated, n_ours=denied, n_both=negated and denied)
            if (subjects and subject and not same) or negated != denied:
                differences.append((sentence[at : at + 20], sentence))
    for name, p in (("finite verbs", ""), ("subjects", "s_"), ("negation", "n_")):
        hits, mine, gold = count[f"{p}both"], count[f"{p}ours"], count[f"{p}theirs"]
        print(f"{name}: P {hits / max(1, mine):.3f} R {hits / max(1, gold):.3f} ({gold} of the parser)")
    for verb, sentence in differences[: given.show]:
        print(f"- {verb!r} in: {sentence}")


if __name__ == "__main__":
    main()
