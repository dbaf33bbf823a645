#!/usr/bin/env bash
# pycountry 26.2.16: the best match for a country's own short name can be another country.
#
# search_fuzzy sorts its answers, best first. For "Niger", the ISO 3166-1 name of a country, it puts Nigeria first. For "Kosovo", which
# ISO 3166-1 does not have, the only answer is Serbia, because of a subdivision's name. "Turkey", "Burma" and "Ivory Coast" are not
# found at all, although fuzzy matching of names is what the function is for. A first answer taken on trust files a report on one country under another.
# Source: observed behaviour; pycountry's README on fuzzy search, which calls the order one by match quality; ISO 3166-1.
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q "pycountry==26.2.16"
cat >"$folder/probe.py" <<'PY'
import sys

import pycountry


def answers(name):
    try:
        return [found.name for found in pycountry.countries.search_fuzzy(name)]
    except LookupError:
        return []


seen = {name: answers(name) for name in ("Niger", "Kosovo", "Turkey", "Burma", "Ivory Coast")}
print(seen)
unknown = not any(seen[name] for name in ("Turkey", "Burma", "Ivory Coast"))
sys.exit(0 if seen["Niger"][:2] == ["Nigeria", "Niger"] and seen["Kosovo"] == ["Serbia"] and unknown else 1)
PY
"$folder/venv/bin/python" "$folder/probe.py"
