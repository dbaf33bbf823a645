#!/usr/bin/env bash
# feedparser 6.0.12, fastfeedparser 0.6.5 and atoma 0.0.17 on the letters of a time zone in pubDate, as in "Tue, 14 May 2024 07:30:00 CEST".
#
# Three readers, up to three instants for one entry. feedparser knows only the letters of RFC 822 (EST is right) and takes CEST, BST, IST,
# JST and MSK for UTC, with no mark on the entry. atoma does the same, with a warning of dateutil that names neither feed nor entry.
# fastfeedparser has a table: CEST is 05:30, BST 06:30, MSK 04:30; it takes IST for India (02:00), which an Irish or Israeli feed does not mean,
# and HKT and SAST, which are not in the table, for UTC. An instant whose zone was letters needs its source beside it.
# Source: observed behaviour of the pinned versions; RFC 822 section 5.1 has the list of letters.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedparser==6.0.12 fastfeedparser==0.6.5 atoma==0.0.17 python-dateutil==2.9.0.post0
"$folder/venv/bin/python" -W ignore - <<'PY'
import sys
import time

import atoma
import fastfeedparser
import feedparser

FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://gazette.example/</link><description>d</description>'
    "<item><title>a</title><link>https://gazette.example/1</link><pubDate>Tue, 14 May 2024 07:30:00 {}</pubDate></item></channel></rss>"
)
expected = {
    "EST": ("12:30", "12:30", "12:30"),
    "CEST": ("07:30", "05:30", "07:30"),
    "BST": ("07:30", "06:30", "07:30"),
    "MSK": ("07:30", "04:30", "07:30"),
    "IST": ("07:30", "02:00", "07:30"),
    "HKT": ("07:30", "07:30", "07:30"),
}
seen = {}
for zone in expected:
    feed = FEED.format(zone)
    one = time.strftime("%H:%M", feedparser.parse(feed).entries[0].published_parsed)
    two = fastfeedparser.parse(feed).entries[0]["published"][11:16]
    moment = atoma.parse_rss_bytes(feed.encode()).items[0].pub_date
    seen[zone] = (one, two, time.strftime("%H:%M", moment.utctimetuple()))
print("UTC by feedparser, fastfeedparser, atoma:", seen)
sys.exit(0 if seen == expected else 1)
PY
