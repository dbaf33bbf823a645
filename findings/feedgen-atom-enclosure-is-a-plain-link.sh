#!/usr/bin/env bash
# feedgen 1.0.0: an enclosure written into an Atom feed is a link without rel and without type, and readers take it for the article.
#
# One entry gets a link to its page and an enclosure (a recording). The docstring of FeedEntry.enclosure says that Atom shows it
# as a link with the relation "enclosure". The RSS has the enclosure. In the Atom feed both links carry an href and nothing else;
# RFC 4287, 4.2.7.2, reads a link without rel as "alternate", so the entry has two addresses of its page and no recording.
# feedparser 6.0.14 finds one enclosure in the RSS, none in the Atom feed of the same generator.
# Source: observed behaviour; RFC 4287, sections 4.2.7 and 4.2.7.2; docstring of feedgen.entry.FeedEntry.enclosure.
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q "feedgen==1.0.0" "feedparser==6.0.14"
cat >"$folder/probe.py" <<'PY'
import sys

import feedparser
from feedgen.feed import FeedGenerator

feed = FeedGenerator()
feed.id("https://news.example/feed")
feed.title("News")
feed.description("News")
feed.link(href="https://news.example/")
entry = feed.add_entry()
entry.id("https://news.example/1")
entry.title("Ferry runs again")
entry.link(href="https://news.example/1")
entry.enclosure("https://news.example/1.mp3", 1000, "audio/mpeg")
rss, atom = (feedparser.parse(text).entries[0] for text in (feed.rss_str(), feed.atom_str()))
print("RSS, enclosures:", [one.href for one in rss.enclosures])
print("Atom, enclosures:", [one.href for one in atom.enclosures], "links:", [(one.rel, one.href) for one in atom.links])
same = [one.href for one in rss.enclosures] == ["https://news.example/1.mp3"] and not atom.enclosures
sys.exit(0 if same and [one.rel for one in atom.links] == ["alternate", "alternate"] else 1)
PY
"$folder/venv/bin/python" "$folder/probe.py"
