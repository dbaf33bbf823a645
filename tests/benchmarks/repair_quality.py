"""How well damaged copy is restored: boundaries, widths, gaps; and how well sound copy is left alone.

    python -m tests.benchmarks.repair_quality ARTICLES [--documents 120] [--seeds SEEDS GOLD] [--tokens TOKENS]

ARTICLES is a folder of .txt files or a file of schema.org NewsArticles (one JSON object a line, gzip or not).
"""

from __future__ import annotations

import argparse
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from parsers.known import Vocabulary
from parsers.model import Copy, Fields, Repair
from parsers.repair import Cleaned, clean
from tests.benchmarks.damage import Damaged, damaged, sound_texts

WIDTHS = tuple(n - 1 for n in (60, 63, 66, 68, 70, 72, 75, 76, 80, 82, 85, 90))
"""Tidy keeps lines one column shorter than its `--wrap` says."""

_MARKS = ".,;:!?…"


@dataclass
class Score:
    """Counts over documents."""

    true: int = 0
    made: int = 0
    right: int = 0
    good_words: int = 0
    split: int = 0
    widths: int = 0
    documents: int = 0
    gaps: int = 0
    flags: int = 0
    gaps_found: int = 0
    ranges_right: int = 0
    letters_changed: int = 0
    slips: int = 0
    wrong: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)

    def line(self, name: str) -> str:
        p, r = self.right / max(1, self.made), self.right / max(1, self.true)
        f1 = 2 * p * r / max(1e-9, p + r)
        false = 1e4 * (self.made - self.right) / max(1, self.good_words)
        split = 1e4 * self.split / max(1, self.good_words)
        slips = 1e4 * self.slips / max(1, self.good_words)
        out = f"{name:20} P {p:.4f} R {r:.4f} F1 {f1:.4f} false splits/10k {false:5.2f} (of good words {split:4.2f}, at marks glued in the source {slips:4.2f}) joins {self.true:6}"
        out += f" width {self.widths}/{self.documents}"
        if self.gaps:
            out += f" gaps P {self.gaps_found / max(1, self.flags):.3f} R {self.gaps_found / self.gaps:.3f} range {self.ranges_right}/{self.gaps_found}"
        elif self.flags:
            out += f" false gap flags {self.flags}"
        if self.letters_changed:
            out += f" letters cut or changed {self.letters_changed}"
        return out


def boundaries(text: str) -> set[int]:
    """Where white space stands, counted in the other characters."""
    ends = list(accumulate(len(t) for t in text.split()))
    return set(ends[:-1])


def spaces_made(text: str, cleaned: Cleaned) -> set[int]:
    """Where repair put white space that the text has not, counted in the text's other characters: cuts shift nothing."""
    have = boundaries(text)
    made = (len("".join(text[: r.raw_start].split())) for r in cleaned.repairs if _puts_space(r))
    return {at for at in made if 0 < at < len("".join(text.split()))} - have


def _puts_space(edit: Repair) -> bool:
    return any(map(str.isspace, edit.after)) and not any(map(str.isspace, edit.before))


def letters_changed(cleaned: Cleaned) -> int:
    """How many characters other than white space were cut or put in."""
    return sum(
        len("".join(r.before.split())) + len("".join(r.after.split())) for r in cleaned.repairs if r.before != r.after
    )


def good_words_split(have: set[int], lost: set[int], false: set[int]) -> int:
    """How many false splits are in words that were whole; the others part a damaged token at the wrong place."""
    ends = sorted(have)
    glued = {bisect_left(ends, at) for at in lost}
    return sum(bisect_left(ends, at) not in glued for at in false)


def repaired(text: str, language: str = "en") -> Cleaned:
    return clean(Copy(text=text, media_type="text/plain", charset="utf-8"), Fields(in_language=language), Vocabulary())


def found_width(cleaned: Cleaned) -> int | None:
    rules = Counter(r.rule for r in cleaned.repairs if r.rule.startswith("wrap-"))
    return int(rules.most_common(1)[0][0][5:]) if rules else None


def add(score: Score, case: Damaged, language: str = "en") -> None:
    cleaned = repaired(case.text, language)
    have, want = boundaries(case.text), boundaries(case.sound)
    lost, made = want - have, spaces_made(case.text, cleaned)
    score.letters_changed += letters_changed(cleaned)
    score.true += len(lost)
    score.made += len(made)
    score.right += len(lost & made)
    score.good_words += len(case.text.split())
    score.split += good_words_split(have, lost, made - lost)
    score.documents += 1
    score.widths += found_width(cleaned) == case.width
    solid = "".join(case.text.split())
    score.slips += sum(solid[at - 1] in _MARKS and solid[at].isalpha() for at in made - lost)
    for at in made - lost:
        score.wrong[solid[max(0, at - 12) : at] + "|" + solid[at : at + 12]] += 1
    for at in lost - made:
        score.missed[solid[max(0, at - 12) : at] + "|" + solid[at : at + 12]] += 1
    _add_gaps(score, case, cleaned)


def _add_gaps(score: Score, case: Damaged, cleaned: Cleaned) -> None:
    flags = {
        len("".join(case.text[: r.raw_start].split())): (r.min_missing, r.max_missing)
        for r in cleaned.repairs
        if r.kind == "gap"
    }
    score.gaps += len(case.gaps)
    score.flags += len(flags)
    for at, letters in case.gaps:
        if at in flags:
            low, high = flags[at]
            score.gaps_found += 1
            score.ranges_right += low <= letters <= high


def undamaged(texts: list[str], show: int, language: str = "en") -> str:
    words = sum(len(t.split()) for t in texts)
    made: Counter = Counter()
    touched = cut = 0
    for text in texts:
        cleaned = repaired(text, language)
        new = spaces_made(text, cleaned)
        cut += letters_changed(cleaned)
        touched += bool(new or letters_changed(cleaned))
        solid = "".join(text.split())
        for at in new:
            made[solid[max(0, at - 12) : at] + "|" + solid[at : at + 12]] += 1
    for context, n in made.most_common(show):
        print("    made", n, context)
    total = sum(made.values())
    return (
        f"{'undamaged':34} joins made {total} in {touched} of {len(texts)} documents: {1e4 * total / max(1, words):.3f} per 10k words ({words} words)"
        + (f" letters cut or changed {cut}" if cut else "")
    )


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("articles", type=Path)
    cli.add_argument("--documents", type=int, default=120)
    cli.add_argument("--skip", type=int, default=0, help="documents to pass over first")
    cli.add_argument("--show", type=int, default=0, help="how many mistakes to print")
    cli.add_argument("--undamaged", type=int, default=1000)
    options = cli.parse_args()
    texts = sound_texts(options.articles)
    chosen = texts[options.skip :: max(1, (len(texts) - options.skip) // options.documents)][: options.documents]
    whole = Score()
    for name, markup, lose in (
        ("newline deleted", False, False),
        ("hidden markup", True, False),
        ("full stops lost", False, True),
        ("markup, stops lost", True, True),
    ):
        score = Score()
        for i, text in enumerate(chosen):
            for part in (score, whole):
                add(part, damaged(text, WIDTHS[i % len(WIDTHS)], i, markup=markup, lose_stops=lose))
        print(score.line(name))
        for title, counter in (("wrong", score.wrong), ("missed", score.missed)):
            for context, n in counter.most_common(options.show):
                print("   ", title, n, context)
    print(whole.line("all"))
    print(undamaged(texts[: options.undamaged], options.show))


if __name__ == "__main__":
    main()
