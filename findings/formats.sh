#!/bin/bash
# Surprises of the libraries that read files of this trade, each on valid input, each checked against the installed version.
#
# 1. warcio 1.8.1 cannot read an answer with `Content-Encoding: br` when brotli is installed at 1.2.x: its reader asks the
#    decompressor of every encoding for `unused_data`, which brotli's has not (it is `brotli.Decompressor` of PyPI's brotli),
#    so `content_stream().read()` raises AttributeError instead of giving the page.
# 2. python-docx 1.2.0: `Paragraph.text` leaves out text inside `<w:ins>` (a tracked insertion, as every reviewed press
#    release has) and inside `<w:sdt>` (a content control): words that Word shows are missing without a sign.
# 3. pdfminer.six 20260107, default layout parameters: in a narrow justified column the wide gaps between words split a line,
#    and the last word of the line comes out as a paragraph of its own behind the paragraph. pypdf 7.1.1 keeps the line.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check warcio==1.8.1 brotli==1.2.0 python-docx==1.2.0 pdfminer.six==20260107 pypdf==7.1.1 reportlab==5.1.0
cat > "$folder/check.py" <<'PY'
import io
import sys

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

changed = []

# 1 ------------------------------------------------------------------------------------------------------------------
out = io.BytesIO()
headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "br")], protocol="HTTP/1.1")
writer = WARCWriter(out, gzip=True)
writer.write_record(
    writer.create_warc_record("https://paper.example/1", "response", payload=io.BytesIO(brotli.compress(b"<p>The port opened.</p>" * 50)), http_headers=headers)
)
out.seek(0)
record = next(iter(ArchiveIterator(out)))
try:
    got = record.content_stream().read()
    print("1. warcio read a br answer of", len(got), "bytes")
    changed.append("warcio reads br with brotli 1.2")
except AttributeError as error:
    print("1. warcio raises AttributeError on a br answer:", error)

# 2 ------------------------------------------------------------------------------------------------------------------
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
print("2. python-docx reads", repr(printed), "where Word shows 'The port opened on Monday.'")
if "Monday" in printed:
    changed.append("python-docx reads insertions")

# 3 ------------------------------------------------------------------------------------------------------------------
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
print("3. pdfminer.six keeps the order of", flat.count(sentence), "of 6 sentences; pypdf of", other.count(sentence))
if flat.count(sentence) == 6 or other.count(sentence) != 6:
    changed.append("pdfminer.six keeps the order of justified lines, or pypdf does not")

if changed:
    print("changed:", "; ".join(changed))
    sys.exit(1)
PY
"$folder/venv/bin/python" "$folder/check.py"
