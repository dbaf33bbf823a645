"""How fast sound and damaged copy pass, side by side with wordninja, wordsegment and symspellpy where installed.

    python -m tests.benchmarks.repair_speed ARTICLES [--documents 60]

ARTICLES as for repair_quality.py. Peers split every token (naive), or only tokens that the same word list does not
have (gated). Seconds are of the processor, on one core.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import time
from collections.abc import Callable
from pathlib import Path

from parsers.repair.lexicon import english
from tests.benchmarks.damage import Damaged, damaged, sound_texts
from tests.benchmarks.repair_quality import WIDTHS, boundaries, repaired

Splitter = Callable[[str], list[str]]
_WORD = re.compile(r"[^\W\d_]+")


def ours(texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        repaired(text)
    return time.process_time() - started


def peers() -> list[tuple[str, Splitter]]:
    found: list[tuple[str, Splitter]] = []
    if importlib.util.find_spec("wordninja"):
        import wordninja

        found.append(("wordninja", wordninja.split))
    if importlib.util.find_spec("wordsegment"):
        import wordsegment

        wordsegment.load()
        found.append(("wordsegment", wordsegment.segment))
    if importlib.util.find_spec("symspellpy"):
        from importlib.resources import files

        from symspellpy import SymSpell

        spell = SymSpell(max_dictionary_edit_distance=0, prefix_length=7)
        spell.load_dictionary(str(files("symspellpy") / "frequency_dictionary_en_82_765.txt"), 0, 1)
        found.append(
            (
                "symspellpy",
                lambda word: spell.word_segmentation(word.lower(), max_edit_distance=0).segmented_string.split(),
            )
        )
    return found


def segmented(text: str, split: Splitter, gated: bool) -> str:
    """The text with every word that a peer takes apart taken apart; its punctuation stays where it is."""

    def parted(match: re.Match[str]) -> str:
        word = match.group()
        if len(word) < 3 or (gated and word.lower() in english()):
            return word
        pieces, at = [], 0
        for piece in split(word):
            pieces.append(word[at : at + len(piece)])
            at += len(piece)
        return " ".join(pieces) + word[at:] if at <= len(word) else word

    return _WORD.sub(parted, text)


def score(name: str, cases: list[Damaged], repair: Callable[[str], str]) -> str:
    true = made = right = words = 0
    started = time.process_time()
    bodies = [repair(case.text) for case in cases]
    seconds = time.process_time() - started
    for case, body in zip(cases, bodies, strict=True):
        have = boundaries(case.text)
        lost, new = boundaries(case.sound) - have, boundaries(body) - have
        true, made, right, words = (
            true + len(lost),
            made + len(new),
            right + len(lost & new),
            words + len(case.text.split()),
        )
    p, r = right / max(1, made), right / max(1, true)
    f1, false = 2 * p * r / max(1e-9, p + r), 1e4 * (made - right) / words
    return f"{name:22} P {p:.3f} R {r:.3f} F1 {f1:.3f} false splits/10k {false:7.1f} tokens/s {words / max(seconds, 1e-9):10,.0f}"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("articles", type=Path)
    cli.add_argument("--documents", type=int, default=60)
    options = cli.parse_args()
    texts = sound_texts(options.articles)
    repaired("A first textto load theword list, said the minister.")
    sound = texts[:1000]
    characters = sum(map(len, sound))
    seconds = min(ours(sound) for _ in range(3))
    print(
        f"sound text: {characters / seconds:,.0f} characters/s, {1e3 * seconds / len(sound):.3f} ms a document of {characters // len(sound)} characters"
    )
    step = max(1, len(texts) // options.documents)
    cases = [damaged(t, WIDTHS[i % len(WIDTHS)], i) for i, t in enumerate(texts[::step][: options.documents])]
    print(score("newsdesk", cases, lambda text: repaired(text).body))
    for name, split in peers():
        for gated in (False, True):
            print(
                score(
                    f"{name} {'gated' if gated else 'naive'}",
                    cases,
                    lambda text, s=split, g=gated: segmented(text, s, g),
                )
            )


if __name__ == "__main__":
    main()
