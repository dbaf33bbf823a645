#!/usr/bin/env bash
# pysrt 1.1.2: what stands behind a blank line inside a cue is lost, without a word.
#
# Captions made by hand have blank lines inside a cue. SubRip has no rule for them: srt 3.5.3, pysubs2 1.8.1 and webvtt-py 0.6.0 keep
# the words behind one, pysrt drops them: its default passes over lines that are no cue, so that nothing tells of it. A sentence that
# goes on behind the blank line is quoted in half.
# Source: observed behaviour of the pinned versions.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pysrt==1.1.2 srt==3.5.3 pysubs2==1.8.1 webvtt-py==0.6.0
"$folder/venv/bin/python" - <<'PY'
import io
import sys

import pysrt
import pysubs2
import srt
import webvtt

FILE = """1
00:00:01,000 --> 00:00:02,000
The lock was built in

1984.

2
00:00:03,000 --> 00:00:04,000
It is open.
"""
read = {
    "pysrt": [item.text for item in pysrt.from_string(FILE)],
    "srt": [item.content for item in srt.parse(FILE)],
    "pysubs2": [event.plaintext for event in pysubs2.SSAFile.from_string(FILE)],
    "webvtt-py": [caption.text for caption in webvtt.from_buffer(io.StringIO(FILE), format="srt")],
}
print(read)
kept = all("1984." in read[name][0] for name in ("srt", "pysubs2", "webvtt-py"))
sys.exit(0 if kept and read["pysrt"] == ["The lock was built in", "It is open."] else 1)
PY
