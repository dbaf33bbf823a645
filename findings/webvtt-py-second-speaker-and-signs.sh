#!/usr/bin/env bash
# webvtt-py 0.6.0: of two voices in one cue the first gets the words of both, and escaped signs stay escaped.
#
# WebVTT lets a cue hold several voice spans, as subtitles of interviews do. The caption has one "voice", the first, and its "text" has the
# words of both speakers, so a reader of captions has the first say what the second said. "&amp;", "&lt;" and "&nbsp;" stay as they are written in
# the text, although the tags around them are taken out. Only raw_text tells who said what.
# Source: observed behaviour; WebVTT, 6.4 (cue text parsing: voice objects, HTML character references).
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q "webvtt-py==0.6.0"
cat >"$folder/probe.py" <<'PY'
import sys

import webvtt

FILE = """WEBVTT

00:01.000 --> 00:02.000
<v Jane Doe>We sail at dawn.</v>
<v John Roe>We do not.</v>

00:02.000 --> 00:04.000
<v Jane Doe>R&amp;D is &lt;&nbsp;5 per cent.</v>
"""
seen = [(caption.voice, caption.text) for caption in webvtt.from_string(FILE)]
print(seen)
sys.exit(0 if seen == [("Jane Doe", "We sail at dawn.\nWe do not."), ("Jane Doe", "R&amp;D is &lt;&nbsp;5 per cent.")] else 1)
PY
"$folder/venv/bin/python" "$folder/probe.py"
