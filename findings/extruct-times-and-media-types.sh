#!/usr/bin/env bash
# extruct 0.18.0 and three valid ways to write an article's data.
#
# 1. JSON-LD in `<script type="application/ld+json; charset=utf-8">` (a media type may have parameters) or `Application/LD+JSON` (media types have no
#    case) is not read. 2. Microdata: `<time itemprop="datePublished">2024-05-14</time>` without `datetime` has its text as value in the HTML
#    standard; extruct gives an empty string. 3. RDFa: of `<time property datetime>` it gives the words ("14 May"), not the `datetime` that HTML+RDFa asks for.
# Source: observed behaviour; HTML standard, microdata, "values"; HTML+RDFa 1.1, section on extensions to the syntax.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check extruct==0.18.0
"$folder/venv/bin/python" - <<'PY'
import sys

import extruct

DATA = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Port plan"}'


def page(inside: str) -> str:
    return f"<html><head><title>Port plan</title></head><body>{inside}</body></html>"


def scripts(media_type: str) -> int:
    found = extruct.extract(page(f'<script type="{media_type}">{DATA}</script>'), syntaxes=["json-ld"])
    return len(found["json-ld"])


counts = [scripts(kind) for kind in ("application/ld+json", "application/ld+json; charset=utf-8", "Application/LD+JSON")]
item = '<div itemscope itemtype="https://schema.org/NewsArticle"><time itemprop="datePublished">2024-05-14</time></div>'
microdata = extruct.extract(page(item), syntaxes=["microdata"])["microdata"][0]["properties"]["datePublished"]
item = '<div vocab="https://schema.org/" typeof="NewsArticle"><time property="datePublished" datetime="2024-05-14">14 May</time></div>'
triples = extruct.extract(page(item), syntaxes=["rdfa"])["rdfa"]
rdfa = [value["@value"] for one in triples for value in one.get("https://schema.org/datePublished", [])]
print(counts, repr(microdata), rdfa)
sys.exit(0 if counts == [1, 0, 0] and microdata == "" and rdfa == ["14 May"] else 1)
PY
