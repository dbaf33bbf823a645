#!/usr/bin/env bash
# feedparser 6.0.14: an author's address at a top-level domain of more than four letters breaks name and address.
#
# RSS asks for `<author>jane@paper.media (Jane Doe)</author>`. With `.com` the entry has the name "Jane Doe" and the address. With `.media`,
# `.press`, `.london` or `.agency` the address is cut after some letters of the domain and the rest stands before the name:
# {"name": "a (Jane Doe", "email": "jane@paper.medi"}. `author_detail` and `authors` are broken alike; `author` keeps the whole text.
# Source: observed behaviour; the RSS 2.0 specification, `author` of an item.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'PY'
import sys

import feedparser

FEED = "<rss version='2.0'><channel><title>T</title><item><title>A</title><author>{}</author></item></channel></rss>"


def authors(said: str) -> list[dict[str, str]]:
    return [dict(author) for author in feedparser.parse(FEED.format(said)).entries[0].authors]


short = authors("jane@paper.com (Jane Doe)")
long = {domain: authors(f"jane@paper.{domain} (Jane Doe)") for domain in ("media", "press", "london", "agency")}
print(short, long)
right = short == [{"name": "Jane Doe", "email": "jane@paper.com"}]
broken = all(found[0]["name"] != "Jane Doe" and not found[0]["email"].endswith(domain) for domain, found in long.items())
sys.exit(0 if right and broken else 1)
PY
