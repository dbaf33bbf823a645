#!/usr/bin/env bash
# warcio 1.8.1 cannot read an answer with `Content-Encoding: br` when brotli is installed at 1.2.x.
#
# Its reader asks the decompressor of every encoding for `unused_data`. brotli.Decompressor of brotli 1.2 has no such
# attribute, so `content_stream().read()` raises AttributeError instead of giving the page. Browsers and crawlers write
# such records; whoever reads web archives has to undo brotli on the raw stream.
# Source: observed behaviour of the pinned versions.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check warcio==1.8.1 brotli==1.2.0
cat > "$folder/check.py" <<'PY'
import io
import sys

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

changed = []

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
    print("warcio read a br answer of", len(got), "bytes")
    changed.append("warcio reads br with brotli 1.2")
except AttributeError as error:
    print("warcio raises AttributeError on a br answer:", error)

if changed:
    print("changed:", "; ".join(changed))
    sys.exit(1)
PY
"$folder/venv/bin/python" "$folder/check.py"
