"""Score a grouping of articles into stories against a gold table; used by `syndication.py` and `syndication_peers.py`."""

from __future__ import annotations

from collections import Counter, defaultdict


def pairs(counts: Counter) -> int:
    """Pairs of members within groups of these sizes."""
    return sum(n * (n - 1) // 2 for n in counts.values())


def score(gold: dict[str, dict], predicted: dict[str, str]) -> dict[str, float]:
    """The figures of the table."""
    both = pairs(Counter((g["story"], predicted[i]) for i, g in gold.items()))
    precision = both / max(1, pairs(Counter(predicted[i] for i in gold)))
    recall = both / max(1, pairs(Counter(g["story"] for g in gold.values())))
    members = defaultdict(set)
    for i, g in gold.items():
        members[predicted[i]].add(g["story"])

    def found(keep) -> float:
        rows = [g for g in gold.values() if g["copy_of"] and keep(g)]
        return sum(predicted[g["id"]] == predicted[g["copy_of"]] for g in rows) / max(1, len(rows))

    merged = {
        k: sum(len(members[predicted[i]]) > 1 for i, g in gold.items() if g["kind"] == k)
        for k in ("template", "roundup", "brief", "sharedquote")
    }
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(1e-9, precision + recall),
        "recall, < 35 % kept": found(lambda g: float(g["kept"]) < 0.35),
        "recall, all wraps joined": found(lambda g: g["wrapped"] == "1"),
        "recall, revisions": found(lambda g: g["kind"] == "revision"),
        **{f"{k} merged": v for k, v in merged.items()},
    }
