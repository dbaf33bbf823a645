#!/usr/bin/env bash
# pdfminer.six 20260107 with its default layout parameters splits lines of a narrow justified column.
#
# The wide gaps between words of a justified line count as gaps between columns: the last word of the line comes out as a
# paragraph of its own, behind the paragraph. pypdf 7.1.1 keeps the order.
# Source: observed behaviour of the pinned versions, on a PDF made with reportlab 5.1.0.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pdfminer.six==20260107 pypdf==7.1.1 reportlab==5.1.0
cat > "$folder/check.py" <<'PY'
import io
import sys

changed = []

from pdfminer.high_level import extract_text
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Frame, PageTemplate, BaseDocTemplate, Paragraph

sentence = "The Kestrel Water Board said on Monday that work on section 1 of the new canal lock would begin in the autumn, after eighteen months of delay and a dispute over who should pay for the administrative infrastructure, which nobody in the neighbourhood had anticipated."
held = io.BytesIO()
file = BaseDocTemplate(held, pagesize=A4)
file.addPageTemplates([PageTemplate(frames=[Frame(50, 50, 237, 740, leftPadding=0, rightPadding=0)])])
file.build([Paragraph(sentence, ParagraphStyle("text", alignment=4, fontName="Helvetica", fontSize=10, leading=12)) for _ in range(6)])
flat = " ".join(extract_text(io.BytesIO(held.getvalue())).split())
other = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(held.getvalue())).pages).split())
print("pdfminer.six keeps the order of", flat.count(sentence), "of 6 sentences; pypdf of", other.count(sentence))
if flat.count(sentence) == 6 or other.count(sentence) != 6:
    changed.append("pdfminer.six keeps the order of justified lines, or pypdf does not")

if changed:
    print("changed:", "; ".join(changed))
    sys.exit(1)
PY
"$folder/venv/bin/python" "$folder/check.py"
