#!/usr/bin/env bash
# newspaper4k 0.9.6: a day in the address of a page wins over the published time that the page states.
#
# A page says `article:published_time` 2024-05-13T23:30:00-07:00 and has the address …/2024/05/14/port. `publish_date` is 14 May 2024,
# midnight, without a zone: time and zone that were there are lost, and so is any disagreement. JSON-LD's datePublished loses in the same way.
# From an address without a day the same page gives the stated time.
# Source: observed behaviour of the pinned version.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check newspaper4k==0.9.6 "lxml_html_clean"
"$folder/venv/bin/python" - <<'PY'
import sys

import newspaper

META = '<meta property="article:published_time" content="2024-05-13T23:30:00-07:00">'
DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Port plan", "datePublished": "2024-05-13T08:00:00Z"}</script>'
BODY = "<article><h1>Port plan</h1>" + "<p>The council voted for the harbour works on Tuesday evening.</p>" * 6 + "</article>"


def date(address: str, head: str) -> str:
    article = newspaper.Article(address)
    article.download(input_html=f"<html><head><title>Port plan</title>{head}</head><body>{BODY}</body></html>")
    article.parse()
    return str(article.publish_date)


dated, plain = "https://gazette.example/2024/05/14/port", "https://gazette.example/port"
got = [date(dated, META), date(dated, DATA), date(plain, META)]
print(got)
sys.exit(0 if got[:2] == ["2024-05-14 00:00:00"] * 2 and got[2].startswith("2024-05-13 23:30:00") else 1)
PY
