#!/usr/bin/env bash
# feedparser 6.0.14: the description of a picture becomes the content of the entry.
#
# An RSS item has a `description` and a picture in `media:content` with a `media:description` (Media RSS). The entry gets `content` with the caption
# as its only value. Readers that prefer `content` to `summary`, as feedparser's documentation suggests for full texts, show a caption in the
# place of the text. With `media:group` (YouTube) and no description of the item the caption is the `summary`.
# Source: observed behaviour; Media RSS 1.5.1, `media:description`, which describes the media object.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'PY'
import sys

import feedparser

FEED = """<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><item><title>Port opens</title>
<description>The port opened on Friday.</description>
<media:content url="https://gazette.example/1.jpg"><media:description>A crane in the rain.</media:description></media:content>
</item></channel></rss>"""
entry = feedparser.parse(FEED).entries[0]
content = [part["value"] for part in entry.content]
print(repr(entry.summary), content)
sys.exit(0 if entry.summary == "The port opened on Friday." and content == ["A crane in the rain."] else 1)
PY
