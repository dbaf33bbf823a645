#!/usr/bin/env bash
# newsmlg2 1.1, the standard body's own library: a headline with a link or a line break is cut at the first tag, and writing it out again
# loses words.
#
# NewsML-G2 allows a, br, span, ruby and inline inside of <headline> (Label1Type). Read from such an item, the headline's text is what is
# before the first child. Written out by the same library, the words between the link and the line break are gone from the file, and so is the
# space before the link, while the words behind the break are kept. The body in inlineXML has no public reader: its text, as str(), is the name of the class.
# Source: observed behaviour; NewsML-G2 2.34, headline and Label1Type.
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q "newsmlg2==1.1"
cat >"$folder/probe.py" <<'PY'
import re
import sys

import NewsMLG2

ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:news.example:1" version="1" standard="NewsML-G2"
 standardversion="2.34" conformance="power" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:example"/><versionCreated>2026-03-02T04:30:00Z</versionCreated></itemMeta>
<contentMeta><headline>Road <a href="https://news.example/vote">vote</a> is due<br/>on Monday</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The vote.</p></body></html></inlineXML></contentSet>
</newsItem>"""
document = NewsMLG2.NewsMLG2Document(ITEM.encode())
item = document.get_item()
read = str(item.contentmeta.headlines[0] if hasattr(item.contentmeta, "headlines") else item.contentmeta.headline[0])
written = re.search(r"<headline>.*?</headline>", document.to_xml_string(), re.S).group(0)
body = str(item.contentset.inlinexml[0])
print("read:", read)
print("written:", written)
print("body:", body)
lost = "is due" not in written and "on Monday" in written and "Road<a" in written
sys.exit(0 if read.strip() == "Road" and lost and body == "<InlineXML>" else 1)
PY
"$folder/venv/bin/python" "$folder/probe.py"
