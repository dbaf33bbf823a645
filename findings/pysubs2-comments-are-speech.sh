#!/usr/bin/env bash
# pysubs2 1.8.1: a comment of a WebVTT file becomes words of the cue before it.
#
# In WebVTT a block that begins with NOTE is a comment, which is never shown (W3C WebVTT, section 4.1). pysubs2 reads what stands
# between two cues as text of the first: the editor's remark is said by whoever spoke last, parted by two line breaks. Of the same file
# webvtt-py 0.6.0 keeps the comment apart. A transcript that is read with pysubs2 can quote somebody with words that nobody said.
# Source: observed behaviour of the pinned versions; W3C WebVTT.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pysubs2==1.8.1 webvtt-py==0.6.0
"$folder/venv/bin/python" - <<'PY'
import io
import sys

import pysubs2
import webvtt

FILE = """WEBVTT

00:01.000 --> 00:02.000
The lock is open.

NOTE
not checked with the speaker

00:03.000 --> 00:04.000
We are glad of it.
"""
one = [event.text for event in pysubs2.SSAFile.from_string(FILE)]
other = [caption.text for caption in webvtt.from_buffer(io.StringIO(FILE))]
print(one, other)
wrong = ["The lock is open.\\N\\NNOTE\\Nnot checked with the speaker", "We are glad of it."]
sys.exit(0 if one == wrong and other == ["The lock is open.", "We are glad of it."] else 1)
PY
