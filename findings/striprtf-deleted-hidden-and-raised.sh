#!/usr/bin/env bash
# striprtf 0.0.35: words deleted under change tracking and hidden words come out as text; footnotes do not; raised digits join.
#
# A press release in RTF keeps deleted words in a group with \deleted, hidden ones with \v. Word shows neither (in its final view);
# striprtf returns both, with nothing that sets them apart. A footnote is left out without a trace. "10{\super 6}" becomes "106".
# Source: observed behaviour; control words of the Rich Text Format Specification 1.9.1.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check striprtf==0.0.35
"$folder/venv/bin/python" - <<'PY'
import sys

from striprtf.striprtf import rtf_to_text

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}"
given = {
    r"The port {\deleted will not }opens}": "The port will not opens",
    r"The port {\v draft }opens}": "The port draft opens",
    r"The port opens{\footnote After the storm.}.}": "The port opens.",
    r"It holds 10{\super 6} tonnes}": "It holds 106 tonnes",
}
got = {body: rtf_to_text(HEAD + body) for body in given}
for body, text in got.items():
    print(body, "->", repr(text))
sys.exit(0 if got == given else 1)
PY
