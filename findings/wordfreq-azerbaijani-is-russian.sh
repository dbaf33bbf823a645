#!/usr/bin/env bash
# wordfreq 3.1.1: asked for Azerbaijani it answers with the frequencies of Russian.
#
# There is no Azerbaijani list. The package takes the nearest language that it has, by CLDR's table of which language speakers of
# another one can read, and for Azerbaijani that is Russian, in another script. It writes one line to the log and goes on: the commonest
# Azerbaijani word "və" (and) gets a frequency of zero, the Russian "и" a high one, under language="az". The same happens to
# Kazakh and Uzbek; Georgian gets the list of English. Ask `available_languages()` first.
# Source: observed behaviour; wordfreq's README on languages names the log line, not that the script may be another.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check wordfreq==3.1.1
"$folder/venv/bin/python" - <<'PY'
import sys

from wordfreq import available_languages, word_frequency

wrong = []
for language, own, foreign in (("az", "və", "и"), ("kk", "және", "и"), ("uz", "va", "и"), ("ka", "და", "the")):
    frequencies = word_frequency(own, language), word_frequency(foreign, language)
    print(language, language in available_languages(), own, foreign, frequencies)
    wrong.append(language not in available_languages() and frequencies[0] < 1e-4 < frequencies[1])
sys.exit(0 if all(wrong) else 1)
PY
