#!/usr/bin/env bash
# html-text 0.7.1: a space is put into a word wherever inline markup begins or ends inside of it.
#
# The library is made to keep words of neighbouring elements apart. With guess_layout (the default) or without, inline elements
# inside of one word part it too: a drop capital "<b>W</b>hen" becomes "W hen", "wheel<wbr>house" becomes "wheel house", and
# "10<sup>6</sup>" becomes "10 6". Browsers show the first two as one word (CSS: an inline element's edge is no space, and wbr is only
# a chance to break). Search for the word, counts of words and every later repair of parted words meet what no page ever said.
# inscriptis 2.7.6 keeps the first two whole.
# Source: observed behaviour; HTML Standard, 4.5.28 (wbr); CSS Text, white space processing.
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q "html-text==0.7.1" "inscriptis==2.7.6"
cat >"$folder/probe.py" <<'PY'
import sys

import html_text
import inscriptis

PAGES = {"<p><b>W</b>hen it rained</p>": "W hen it rained", "<p>the wheel<wbr>house</p>": "the wheel house", "<p>10<sup>6</sup> nets</p>": "10 6 nets"}
seen = [(page, html_text.extract_text(page), html_text.extract_text(page, guess_layout=False), inscriptis.get_text(page).strip()) for page in PAGES]
for page, guessed, plain, other in seen:
    print(f"{page}: html-text {guessed!r}, without layout {plain!r}, inscriptis {other!r}")
parted = all(guessed == plain == PAGES[page] for page, guessed, plain, _ in seen)
whole = [other for _, _, _, other in seen][:2] == ["When it rained", "the wheelhouse"]
sys.exit(0 if parted and whole else 1)
PY
"$folder/venv/bin/python" "$folder/probe.py"
