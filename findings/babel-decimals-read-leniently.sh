#!/usr/bin/env bash
# babel 2.19.0: parse_decimal on figures as newspapers print them.
#
# By default the mark that groups thousands is dropped wherever it stands: "1,5" read as English is 15, "1.5" read as German is 15 and "1,234.5" as German is
# 1.2345, without an error. strict=True refuses these, and refuses as well what people write: "1 234,5" with a space or with U+00A0 in French (only U+202F is
# good), an ordinary space in Polish and Russian. "12’345" with the printed apostrophe (U+2019) of Swiss papers is an error both ways, the typewriter's is
# read; "1 234" in Spanish is an error although Spanish style rules ask for the space; U+2212 before a figure is an error. So a parse that did not raise says little, and one
# that raised says little too.
# Source: observed behaviour of the pinned version (CLDR data in it).
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
import sys

from babel.numbers import NumberFormatError, parse_decimal


def read(text: str, locale: str, strict: bool) -> str:
    try:
        return str(parse_decimal(text, locale=locale, strict=strict))
    except NumberFormatError:
        return "error"


expected = {
    ("1,5", "en"): ("15", "error"),
    ("1.5", "de"): ("15", "error"),
    ("1,234.5", "de"): ("1.2345", "error"),
    ("1 234,5", "fr"): ("1234.5", "error"),
    ("1\u00a0234,5", "fr"): ("1234.5", "error"),
    ("1\u202f234,5", "fr"): ("1234.5", "1234.5"),
    ("1 234", "pl"): ("1234", "error"),
    ("12'345", "de_CH"): ("12345", "12345"),
    ("12\u2019345", "de_CH"): ("error", "error"),
    ("1 234", "es"): ("error", "error"),
    ("\u22125", "en"): ("error", "error"),
}
seen = {(text, locale): (read(text, locale, False), read(text, locale, True)) for text, locale in expected}
for (text, locale), answers in seen.items():
    print(ascii(text), locale, "default, strict:", answers)
sys.exit(0 if seen == expected else 1)
PY
