#!/usr/bin/env bash
# fastfeedparser 0.6.5 and ultimate-sitemap-parser 1.8.1 on dates that leave a part out.
#
# Both fill what a date does not say from the day on which they run. A sitemap's <lastmod> or publication date may be a month in the W3C's
# form: of "2024-04" the sitemap parser makes 2024-04-DD with today's day of the month (the last of April on the 31st), and of a pubDate "April 2024"
# fastfeedparser makes the same. A pubDate that is only an hour ("07:30") becomes today at 07:30. Read tomorrow, the entry has another date; nothing
# marks it. Such a date must be read for what it says, a month, before it is given to either.
# Source: observed behaviour of the pinned versions; sitemaps.org, W3C note on dates and times.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check fastfeedparser==0.6.5 ultimate-sitemap-parser==1.8.1 python-dateutil==2.9.0.post0
"$folder/venv/bin/python" - <<'PY'
import datetime
import sys

import fastfeedparser
from usp.fetch_parse import SitemapStrParser

RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://gazette.example/</link><description>d</description>'
    "<item><title>a</title><link>https://gazette.example/1</link><pubDate>{}</pubDate></item></channel></rss>"
)
SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<url><loc>https://gazette.example/1</loc><lastmod>2024-04</lastmod></url></urlset>"
)
today = datetime.date.today()
month = f"2024-04-{min(today.day, 30):02}"
seen = (
    fastfeedparser.parse(RSS.format("April 2024")).entries[0]["published"][:10],
    fastfeedparser.parse(RSS.format("07:30")).entries[0]["published"][:16],
    str(next(iter(SitemapStrParser(static_content=SITEMAP).sitemap().all_pages())).last_modified)[:10],
)
print("today", today, "- April 2024, 07:30, lastmod 2024-04 are read as", seen)
sys.exit(0 if seen == (month, f"{today}T07:30", month) else 1)
PY
