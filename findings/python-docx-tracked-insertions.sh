#!/usr/bin/env bash
# python-docx 1.2.0: `Paragraph.text` leaves out text in a tracked insertion (`<w:ins>`).
#
# A press release that went through review with "track changes" has words that Word shows and python-docx does not return;
# nothing says that they are missing. Read the XML for all `w:t` elements instead.
# Source: observed behaviour of the pinned version.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check python-docx==1.2.0
cat > "$folder/check.py" <<'PY'
import io
import sys

changed = []

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

document = Document()
paragraph = document.add_paragraph("The port opened on ")
inserted = OxmlElement("w:ins")
inserted.set(qn("w:id"), "1")
inserted.set(qn("w:author"), "editor")
run = OxmlElement("w:r")
text = OxmlElement("w:t")
text.text = "Monday"
run.append(text)
inserted.append(run)
paragraph._p.append(inserted)
paragraph.add_run(".")
held = io.BytesIO()
document.save(held)
held.seek(0)
printed = Document(held).paragraphs[0].text
print("python-docx reads", repr(printed), "where Word shows 'The port opened on Monday.'")
if "Monday" in printed:
    changed.append("python-docx reads insertions")

if changed:
    print("changed:", "; ".join(changed))
    sys.exit(1)
PY
"$folder/venv/bin/python" "$folder/check.py"
