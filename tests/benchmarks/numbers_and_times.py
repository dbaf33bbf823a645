"""Scores quantities and times in process, without a warehouse, on evaluation files kept outside the project.

    python tests/benchmarks/numbers_and_times.py ../shared/evals [--errors newsquant|currency|dimension|times|seeds]

Reads newsquant_dev.json, recognizers_*_dev.json and, beside the folder, gold/ and seeds/. Matching is that of the
scorers in the same folder: values one to one within 1e-5, units through their table, seeds by overlapping anchors.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pathlib
import re
import sys
from datetime import date

from parsers.facts import extract
from parsers.facts.quantity import currency_names, units
from parsers.model import Article, Fact, Passage


def facts_of(text: str, published: date | None = None) -> tuple[Fact, ...]:
    """The facts of a text as one passage."""
    from datetime import UTC, datetime

    moment = datetime(published.year, published.month, published.day, tzinfo=UTC) if published else None
    article = Article(
        article_id="x",
        raw_document_id="x",
        article_body=text,
        word_count=0,
        parser_version="x",
        date_published=moment,
        in_language="en",
    )
    passages = []
    for ordinal, part in enumerate(re.finditer(r"\S.*?(?=\n\s*\n|\Z)", text, re.DOTALL)):
        passages.append(Passage(ordinal=ordinal, kind="paragraph", start_char=part.start(), end_char=part.end()))
    return extract(article, tuple(passages)).facts


def newsquant(folder: pathlib.Path, show: bool) -> None:
    scorer = importlib.import_module("quantities")
    data = json.loads((folder / "newsquant_dev.json").read_text(encoding="utf8"))
    gold = sum(len(d["quantities"]) for d in data)
    predictions = []
    for d in data:
        found = [f for f in facts_of(d["text"]) if f.kind == "quantity" and f.value is not None]
        predictions.append([(f.value, f.value_high, f.unit) for f in found])
    count = sum(map(len, predictions))
    for name, unit in (("value", False), ("value+unit", True)):
        hits = sum(scorer.match(d["quantities"], p, unit) for d, p in zip(data, predictions, strict=True))
        print(
            "newsquant {}: P {:.3f} R {:.3f} F1 {:.3f} ({} gold, {} predicted)".format(
                name, *prf(hits, count, gold), gold, count
            )
        )
    for d, p in zip(data, predictions, strict=True):
        if show and scorer.match(d["quantities"], p, True) < max(len(p), len(d["quantities"])):
            print(
                d["text"][:600],
                "\n    gold",
                [(q["value"], q["normalized_unit"]) for q in d["quantities"]],
                "\n    ours",
                p,
            )


def prf(hits: int, predicted: int, gold: int) -> tuple[float, float, float]:
    precision, recall = hits / max(1, predicted), hits / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


CURRENCY_NAMES = {
    "dollar": "USD",
    "cent": "{cent}",
    "pence": "{penny}",
    "pound": "GBP",
    "netherlands guilder": "NLG",
    "franc": "CHF",
    "rupee": "INR",
    "bitcoin": "BTC",
}
"""Recognizers names without a country, and what they stand for in the currency set."""


def recognised_unit(unit: str, iso: str | None, ours: str | None, model: str) -> bool:
    """Is our unit the one a Recognizers model names? Its spans stop before "a share" and "per day", which ours take in."""
    code = (ours or "").split("/")[0]
    if model == "CurrencyModel":
        names = {" ".join(k): v for k, v in currency_names.names().full.items()}
        return code == (iso or CURRENCY_NAMES.get(unit.lower()) or names.get(unit.lower()))
    measured = units.table()[0].get(tuple(unit.lower().split()))
    return measured is not None and measured.code in (code, ours)


def recognizers(folder: pathlib.Path, name: str, dimensions: tuple[str, ...], show: bool) -> None:
    data = json.loads((folder / f"recognizers_{name}_dev.json").read_text(encoding="utf8"))
    value = both = gold = predicted = 0
    for case in data:
        wanted = [r for r in case["Results"] if r["Resolution"]["value"] not in (None, "null")]
        ours = [f for f in facts_of(case["Input"]) if f.kind == "quantity" and dimension_of(f) in dimensions]
        left, bad = list(ours), False
        gold, predicted = gold + len(wanted), predicted + len(ours)
        for r in wanted:
            number = float(r["Resolution"]["value"].rstrip("%"))
            near = [f for f in left if abs(f.value - number) <= 1e-5 * max(1, abs(number))]
            right = [
                f
                for f in near
                if "unit" not in r["Resolution"]
                or recognised_unit(r["Resolution"]["unit"], r["Resolution"].get("isoCurrency"), f.unit, name)
            ]
            value, both = value + bool(near), both + bool(right)
            bad |= not right
            if near:
                left.remove((right or near)[0])
        if show and (bad or left):
            print(
                case["Input"][:300],
                "\n    gold",
                [(r["Text"], r["Resolution"]) for r in wanted],
                "\n    ours",
                [(f.value, f.unit) for f in ours],
            )
    print("recognizers {} value: P {:.3f} R {:.3f} F1 {:.3f}".format(name, *prf(value, predicted, gold)))
    print(
        "recognizers {} value+unit: P {:.3f} R {:.3f} F1 {:.3f} ({} gold, {} predicted)".format(
            name, *prf(both, predicted, gold), gold, predicted
        )
    )


def dimension_of(fact: Fact) -> str:
    """money, percent or the rest: what a model of the Recognizers would call the fact."""
    return {"money": "money", "percent": "percent"}.get(
        fact.subtype or "",
        "none" if fact.subtype in ("count", "number", "ratio", "ranking", "ordinal", "duration", "age") else "measure",
    )


OUTSIDE_NEWS = (
    ("the hours of a meeting", lambda r: r["TypeName"].endswith(("datetimerange", "timerange", "datetimealt"))),
    (
        "a vague length as a number",
        lambda r: r["TypeName"].endswith("duration") and re.search(r"\b(few|some|several)\b", r["Text"]),
    ),
    (
        "typed shorthand",
        lambda r: re.search(
            r"[=<>~@½]|\b(otd|eoy|sy\d\d|cy\d\d|\d+[hwp]|\d+ish|noonish|tonite)\b|[a-z]/\d|\d/[a-z]|\d-\d{4}-[a-z]|[a-z]-\d{4}-\d|^\d{8}$",
            r["Text"],
        ),
    ),
    (
        "a clock or year spoken aloud",
        lambda r: re.search(
            r"\b(past (one|two|three|four|five|six|seven|eight|nine|ten)|oclock|two thousand|nineteen|(one|two|five|six|seven) (thirty|forty|twenty)|-thirty|p m)\b",
            r["Text"],
        ),
    ),
    (
        "bare figures for a day",
        lambda r: re.fullmatch(
            r"(this |next |on |from |between |\w+day )*\d{1,2}[./]\d{1,2}( to \d{1,2}/\d{1,2}|-\d{1,2}/\d{1,2})?",
            r["Text"],
        ),
    ),
)
"""What no news text contains, told from the words of the gold expression alone, not from whether we read it."""


def times(folder: pathlib.Path, show: bool) -> None:
    data = json.loads((folder / "recognizers_DateTimeModel_dev.json").read_text(encoding="utf8"))
    left_out: dict[str, int] = {}
    right = text_only = total = 0
    for case in data:
        reference = case.get("Context", {}).get("ReferenceDateTime")
        ours = [
            f
            for f in facts_of(case["Input"], date.fromisoformat(reference[:10]) if reference else None)
            if f.kind == "time"
        ]
        for r in case["Results"]:
            reason = next((name for name, rule in OUTSIDE_NEWS if rule(r)), None)
            if reason:
                left_out[reason] = left_out.get(reason, 0) + 1
                continue
            total += 1
            near = [f for f in ours if same_text(case["Input"], f, r["Text"])]
            hit = any(same_time(f, v) for f in near for v in (r["Resolution"] or {}).get("values", []))
            right, text_only = right + hit, text_only + bool(near)
            if show and not hit:
                print(
                    case["Input"][:160],
                    f"({reference[:10] if reference else None})\n    gold",
                    r["Text"],
                    r["Resolution"]["values"][:2],
                    "\n    ours",
                    [(f.time_surface, f.timex_value, f.time_start, f.time_end) for f in ours],
                )
    print(
        f"recognizers DateTimeModel: text {text_only}/{total} = {text_only / total:.3f}, text and value {right}/{total} = {right / total:.3f}; left out {left_out}"
    )


def same_text(body: str, fact: Fact, text: str) -> bool:
    plain = lambda s: re.sub(r"^(the|on|in|at|from|for|around|about) ", "", " ".join(s.lower().split()))  # noqa: E731
    return plain(text) in (plain(body[fact.anchor_start : fact.anchor_end]), plain(fact.time_surface or ""))


def same_time(fact: Fact, value: dict[str, str]) -> bool:
    """The same TIMEX, or the same resolved day, or the same first and last day; for "before", "since" the bound it gives."""
    if fact.timex_value == value["timex"]:
        return True
    start, end = ((t or "").replace("T", " ") for t in (fact.time_start, fact.time_end))
    if value.get("value", "not resolved") != "not resolved":
        return (
            bool(start) and start[:16] == value["value"][:16] if ":" in value["value"] else start[:10] == value["value"]
        )
    if "Mod" in value and ("start" in value) != ("end" in value):
        bound = value.get("start") or value.get("end")
        return bound == {"after": end, "before": start, "since": start, "until": end}.get(value["Mod"].split("-")[0])
    if "start" not in value or "end" not in value:
        return False
    if (start, end) == (value["start"], value["end"]):
        return True
    last = start_of_last(fact)  # Recognizers end "from May to September" on 1 September
    return start == value["start"] and last is not None and value["end"].startswith(last)


def start_of_last(fact: Fact) -> str | None:
    """The last end of a stretch as its value writes it ("2014/2018": 2018)."""
    return (fact.timex_value or "").split("/")[1] if "/" in (fact.timex_value or "") else None


def seeds(folder: pathlib.Path, show: bool) -> None:
    """As seeds.py, on the raw text of the five samples instead of their repaired bodies."""
    root = folder.parent
    load = lambda name: [json.loads(line) for line in (root / "gold" / name).open(encoding="utf8")]  # noqa: E731
    gold = load("facts.jsonl")
    found: dict[str, list[Fact]] = {}
    for path in sorted((root / "seeds").iterdir()):
        text = path.read_text(encoding="utf8")
        stated = re.search(r"date (\d{4}-\d\d-\d\d)", text)
        found[path.name] = list(facts_of(text, date.fromisoformat(stated.group(1)) if stated else None))
    quantity = [g for g in gold if g["kind"] == "quantity"]
    core = [g for g in quantity if g["tier"] == "core"]
    over = lambda f, a, b: f.anchor_start < b and f.anchor_end > a  # noqa: E731

    def ours(g):
        near = (f for f in found[g["doc"]] if f.kind == "quantity" and over(f, g["anchor_start"], g["anchor_end"]))
        return [f for f in near if abs(f.value - g["value"]) <= 1e-6 * max(1, g["value"])]

    full = [g for g in core if any(f.unit == g["unit"] and f.bound == (g["qualifier"] or "=") for f in ours(g))]
    print(
        f"seeds quantity value {sum(bool(ours(g)) for g in core)}/{len(core)}, value+unit+bound {len(full)}/{len(core)}"
    )
    for g in core:
        if show and g not in full:
            print(
                "   missed",
                g["anchor"],
                g["value"],
                g["unit"],
                g["qualifier"],
                [(f.value, f.unit, f.bound) for f in ours(g)],
            )
    spurious = [
        (name[:3], f.value, f.unit, raw(root, name)[f.anchor_start - 30 : f.anchor_end + 20])
        for name, fs in found.items()
        for f in fs
        if f.kind == "quantity"
        and not any(over(f, g["anchor_start"], g["anchor_end"]) for g in quantity if g["doc"] == name)
    ]
    print("seeds spurious quantities", len(spurious), *(["\n   " + str(s) for s in spurious] if show else []))
    negatives = [
        n
        for n in load("negatives.jsonl")
        if any(
            f.kind == "quantity" and f.anchor_start <= n["start"] + len(n["text"]) and f.anchor_end > n["start"]
            for f in found[n["doc"]]
        )
    ]
    print("seeds negatives touched", [n["text"] for n in negatives])
    moments = [
        g
        for g in gold
        if g["kind"] == "time" and g["tier"] == "core" and g.get("time") and g.get("subject") != "article"
    ]
    hit = [
        g
        for g in moments
        if any(
            f.kind == "time" and f.timex_value == g["time"] and f.start_char < g["end"] and f.end_char > g["start"]
            for f in found[g["doc"]]
        )
    ]
    print(f"seeds time {len(hit)}/{len(moments)} (publication dates stand in the header and are counted elsewhere)")
    if show:
        print("   missed", [(g["anchor"], g["time"]) for g in moments if g not in hit])


def raw(root: pathlib.Path, name: str) -> str:
    return (root / "seeds" / name).read_text(encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--errors", default="")
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.folder))
    newsquant(arguments.folder, arguments.errors == "newsquant")
    recognizers(arguments.folder, "CurrencyModel", ("money",), arguments.errors == "currency")
    recognizers(arguments.folder, "DimensionModel", ("measure",), arguments.errors == "dimension")
    recognizers(arguments.folder, "PercentModel", ("percent",), arguments.errors == "percent")
    times(arguments.folder, arguments.errors == "times")
    if (arguments.folder.parent / "gold").exists():
        seeds(arguments.folder, arguments.errors == "seeds")


if __name__ == "__main__":
    main()
