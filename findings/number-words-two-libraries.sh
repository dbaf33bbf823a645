#!/usr/bin/env bash
# word2number 1.1 and text2num 3.1.0 on number words as news writes them.
#
# word2number answers with a number where it did not understand: "nineteen eighty four" is 1524, "two point five million" is 2, "half a
# million" is 1000000, "two dozen" is 2, "one two three" is 5. It raises only where it knows no word at all. text2num leaves what it cannot read as it is, but
# writes "two point five million" as two numbers, "2.5 1000000", in the place of one. Neither can be used to give a value to a figure of
# an article without a check that every word was used.
# Source: observed behaviour of the pinned versions.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check word2number==1.1 text2num==3.1.0
"$folder/venv/bin/python" - <<'PY'
import sys

from text_to_num import alpha2digit
from word2number import w2n

seen = {
    "nineteen eighty four": 1524,
    "two point five million": 2,
    "half a million": 1000000,
    "two dozen": 2,
    "one two three": 5,
}
got = {words: w2n.word_to_num(words) for words in seen}
digits = alpha2digit("two point five million", "en")
print(got, repr(digits))
sys.exit(0 if got == seen and digits == "2.5 1000000" else 1)
PY
