"""How well altered figures are found: reports of the made corpus, each beside a copy in which one figure or none was changed.

python -m tests.benchmarks.alterations [--seed 11] [--wrong 20]

Copies are also edited as outlets do: a credit is added, the last sentence cut, words of speech exchanged, spaces lost,
numbers written in words or digits. Precision: figures reported as altered that were; recall: altered figures that are reported.
"""

from __future__ import annotations

import argparse
import random
import re

from parsers.syndication.alterations import alterations
from tests.benchmarks.claims_corpus import corpus
from tests.parsers.syndication.test_alterations import version

NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w,.]*\d)")
EDITS = (
    (" said.", ", officials said."), (" said ", " stated "), ("about ", "around "), ("more than ", "over "), (" percent", " per cent"), ("the ", "the"),
)  # fmt: skip


def main() -> None:
    """Compare all copies with their originals, and print the figures and some of what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--wrong", type=int, default=0)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    found = held = right = copies = 0
    for report in corpus(arguments.seed):
        text = str(report.article["articleBody"])
        copy, altered = edited(text, dice)
        copies += 1
        said = [a for a in alterations(version(copy, None), version(text, None)) if a.kind in ("figure", "rounding")]
        good = [a for a in said if altered and altered in (a.after or "")]
        found, held, right = found + len(said), held + bool(altered), right + bool(good)
        if len(said) > len(good) or bool(altered) > bool(good):
            arguments.wrong -= 1
            if arguments.wrong >= 0:
                print("   ", altered, [(a.before, a.after) for a in said], "|", text[:160], "|", copy[:200])
    print(
        f"copies {copies}  altered {held}  found {found}  precision {right / max(1, found):.3f}  recall {right / max(1, held):.3f}"
    )


def edited(text: str, dice: random.Random) -> tuple[str, str | None]:
    """A copy of a report with a few edits, and the figure that was changed in it (None in every third)."""
    altered = None
    places = [m for m in NUMBER.finditer(text) if not re.fullmatch(r"(19|20)\d\d|[0-3]?\d", m.group())]
    if places and dice.random() < 2 / 3:
        place = dice.choice(places)
        altered = other(place.group(), dice)
        text = text[: place.start()] + altered + text[place.end() :]
    for old, new in dice.sample(EDITS, 3):
        at = text.find(old)
        if at >= 0:
            text = text[:at] + new + text[at + len(old) :]
    if dice.random() < 0.3 and text.count(". ") > 3 and (altered is None or altered not in text.rsplit(". ", 1)[1]):
        text = text.rsplit(". ", 1)[0] + "."
    return f"{text} Wire agencies contributed to this report.", altered


def other(number: str, dice: random.Random) -> str:
    """Another number of the same form: one digit exchanged."""
    places = [i for i, c in enumerate(number) if c.isdigit()]
    at = dice.choice(places[:2])
    digit = dice.choice([d for d in "123456789" if d != number[at]])
    return number[:at] + digit + number[at + 1 :]


if __name__ == "__main__":
    main()
