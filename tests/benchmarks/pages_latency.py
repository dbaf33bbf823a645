"""How fast the pages and the HTTP interface answer: milliseconds a request, wall (p50, p95) and CPU (mean).

    python -m tests.benchmarks.pages_latency DATABASE [--times 11] [--requests 40] [--write FILE.json]

Works on a copy of the database. `--times` puts its articles, facts, names and words in so many times, under other ids. Serves the
copy in a process of its own and asks questions that differ from one another, each once, so that nothing is known already.
CPU is that of the serving process, which bears other load on the machine better than wall time does.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from shutil import copyfile
from urllib.parse import quote

import httpx

from tests.servers.watched_desk import free_port
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import exclusive, reading, writing

SERVE = """
import sys, uvicorn
from tests.servers.pages_client import GENEROUS
from flows.pages.app import application
from warehouse.database.place import Place
uvicorn.run(application(Place.at(sys.argv[1]), limits=GENEROUS), port=int(sys.argv[2]), log_level="error", lifespan="off")
"""
APART = 10_000_000
COPIES = (
    "insert into article select * replace (article_id || '{n}' as article_id, story_id || '{n}' as story_id) from article where not contains(article_id, '~')",
    "insert into passage select * replace (article_id || '{n}' as article_id) from passage where not contains(article_id, '~')",
    "insert into repair select * replace (article_id || '{n}' as article_id) from repair where not contains(article_id, '~')",
    "insert into fact select * replace (article_id || '{n}' as article_id, fact_id || '{n}' as fact_id) from fact where not contains(article_id, '~')",
    "insert into fact_party select * replace (fact_id || '{n}' as fact_id) from fact_party where not contains(fact_id, '~')",
    "insert into mention select * replace (article_id || '{n}' as article_id) from mention where not contains(article_id, '~')",
    "insert into syndication select * replace (article_id || '{n}' as article_id, of_article_id || '{n}' as of_article_id) from syndication where not contains(article_id, '~')",
    "insert into story_original select * replace (article_id || '{n}' as article_id, story_id || '{n}' as story_id) from story_original where not contains(article_id, '~')",
    "insert into search_document select * replace (article_id || '{n}' as article_id, document + {apart} as document, batch + {apart} as batch) from search_document where not contains(article_id, '~')",
    "insert into search_posting select * replace (batch + {apart} as batch, list_transform(documents, lambda d: d + {apart}) as documents) from search_posting where batch < {first}",
)


def main() -> None:
    """Copy, enlarge, serve, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--requests", type=int, default=40)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Place.at(Path(folder) / "desk.duckdb")
        copyfile(given.database, place.published)
        enlarge(place, given.times)
        figures = measure(place, given.requests)
    print(json.dumps(figures, indent=1))
    if given.write:
        given.write.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def enlarge(place: Place, times: int) -> None:
    """Put everything in so many times, and publish."""
    with writing(place) as warehouse:
        for n in range(1, times):
            for sql in COPIES:
                filled = sql.format(n=f"~{n:02d}", apart=APART * n, first=APART)
                warehouse.connection.execute(filled).fetchall()
    with exclusive(place):
        publish(place)


def questions(place: Place) -> dict[str, list[str]]:
    """Addresses by what they ask; no two are the same."""
    with reading(place) as warehouse:
        rows = warehouse.connection.execute
        words = [w for (w,) in rows("select term from search_term where length(term) between 5 and 9 and regexp_matches(term, '^[a-z]+$') using sample 200 rows (reservoir, 1)").fetchall()]  # fmt: skip
        articles = [
            a for (a,) in rows("select article_id from article using sample 200 rows (reservoir, 1)").fetchall()
        ]
        stories = [s for (s,) in rows("select distinct story_id from article using sample 200 rows (reservoir, 2)").fetchall()]  # fmt: skip
        entities = [e for (e,) in rows("select entity_id from mention group by entity_id order by count(*) desc limit 200").fetchall()]  # fmt: skip
        outlets = [o for (o,) in rows("select publisher from article where publisher is not null group by all order by count(*) desc limit 60").fetchall()]  # fmt: skip
        days = [str(d) for (d,) in rows("select distinct date_published::date from article where date_published is not null using sample 100 rows (reservoir, 1)").fetchall()]  # fmt: skip
    pairs = [f"{a} OR {b}" for a, b in zip(words, words[1:], strict=False)]
    return {
        "page: search with facets": [f"/search?q={w}" for w in words],
        "api: search": [f"/api/search?q={w}" for w in pairs],
        "page: article": [f"/articles/{a}" for a in articles],
        "page: story": [f"/stories/{s}" for s in stories],
        "page: entity": [f"/entities/{e}" for e in entities],
        "page: timeline of a word": [f"/timeline?about={w}" for w in words],
        "api: stories": [f"/api/stories?limit={20 + n}" for n in range(150)],
        "api: entities": [f"/api/entities?limit={20 + n}" for n in range(150)],
        "api: facts with a word": [f"/api/facts?about={w}" for w in words],
        "page: first": [f"/?{n}" for n in range(200)],
        "page: stories": [f"/stories?{n}" for n in range(200)],
        "page: stories of an outlet": [f"/stories?outlet={quote(o)}" for o in outlets],
        "page: entities": [f"/entities?{n}" for n in range(200)],
        "page: entities with a word": [f"/entities?named={w}" for w in words],
        "page: timeline": [f"/timeline?{n}" for n in range(200)],
        "page: timeline from a day": [f"/timeline?since={d}" for d in days],
        "page: watches": [f"/watches?{n}" for n in range(200)],
        "api: story": [f"/api/stories/{s}" for s in stories[100:]],
        "api: article": [f"/api/articles/{a}" for a in articles[100:]],
        "api: entity": [f"/api/entities/{e}" for e in entities[100:]],
        "api: facts": [f"/api/facts?limit={20 + n}" for n in range(150)],
        "api: facts of a kind since a day": [f"/api/facts?kind=quantity&since={d}" for d in days],
        "api: facts of an entity": [f"/api/facts?entity_id={quote(e)}" for e in entities[:100]],
        "api: watches": [f"/api/watches?{n}" for n in range(200)],
        "metrics": [f"/metrics?{n}" for n in range(200)],
        "health": [f"/health?{n}" for n in range(200)],
    }


def measure(place: Place, requests: int) -> dict[str, object]:
    """Ask everything, and say how long it took."""
    asked = questions(place)
    with reading(place) as warehouse:
        counts = dict(warehouse.rows("desk_counts"))
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(place.published), str(port)])
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as web:
            _wait(web)
            results = {name: _times(web, process.pid, islice(paths, requests)) for name, paths in asked.items()}
        memory = _memory(process.pid)
    finally:
        process.terminate()
        process.wait()
    return {"articles": counts["articles"], "load": os.getloadavg()[0], "memory_mb": memory, "milliseconds": results}


def _wait(web: httpx.Client) -> None:
    for _ in range(300):
        try:
            web.get("/")
            return
        except httpx.TransportError:
            time.sleep(0.2)


def _times(web: httpx.Client, pid: int, paths: Iterator[str]) -> dict[str, float]:
    wall, refused, before = [], 0, _cpu(pid)
    for path in paths:
        start = time.perf_counter()
        answer = web.get(path)
        wall.append(1000 * (time.perf_counter() - start))
        refused += answer.status_code == 503
        assert answer.status_code in (200, 503), path
    spent = 1000 * (_cpu(pid) - before) / len(wall)
    p95 = sorted(wall)[int(0.95 * len(wall))]
    return {
        "wall_p50": round(statistics.median(wall)),
        "wall_p95": round(p95),
        "cpu_mean": round(spent),
        "refused": refused,
    }


def _cpu(pid: int) -> float:
    """CPU seconds of a process so far, with those of threads that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> int:
    said = Path(f"/proc/{pid}/status").read_text()
    return int(said.split("VmRSS:")[1].split()[0]) // 1024


if __name__ == "__main__":
    main()
