#!/usr/bin/env bash
# snowballstemmer 3.1.1: the stemmer called "dutch" is another algorithm than in 2.2.0; English and Swedish stems changed as well.
#
# Of the 5,000 commonest Dutch words (list of wordfreq 3.1.1) more than a third have another stem: "voor" was "vor" and is "voor",
# "als" was "als" and is "al". The old rules are there under the name "dutch_porter", and give the old stems for all 5,000 words. In English
# "international" was "intern" (as was "internal") and is "internat". A search index whose stems were made with 2.x finds
# less when it is asked with 3.x, without an error; an index has to record which version made its stems.
# Source: observed behaviour; Snowball's news for 3.0 says that "dutch" is now the algorithm of Kraaij and Pohlmann.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 2.2.0 3.1.1; do
    python3 -m venv "$folder/$version"
    "$folder/$version/bin/pip" install -q --disable-pip-version-check "snowballstemmer==$version"
done
"$folder/3.1.1/bin/pip" install -q --disable-pip-version-check wordfreq==3.1.1
cat > "$folder/words.py" <<'PY'
import json
import sys

import wordfreq

lists = {"dutch": "nl", "english": "en"}
words = {name: [word for word in wordfreq.top_n_list(code, 5000) if word.isalpha()] for name, code in lists.items()}
json.dump(words, sys.stdout)
PY
cat > "$folder/stems.py" <<'PY'
import json
import sys

import snowballstemmer

words = json.load(open(sys.argv[1]))
pairs = [(sys.argv[2], "dutch"), ("english", "english")]
json.dump({theirs: snowballstemmer.stemmer(name).stemWords(words[theirs]) for name, theirs in pairs}, sys.stdout)
PY
"$folder/3.1.1/bin/python" "$folder/words.py" > "$folder/words.json"
"$folder/2.2.0/bin/python" "$folder/stems.py" "$folder/words.json" dutch > "$folder/old.json"
"$folder/3.1.1/bin/python" "$folder/stems.py" "$folder/words.json" dutch > "$folder/new.json"
"$folder/3.1.1/bin/python" "$folder/stems.py" "$folder/words.json" dutch_porter > "$folder/porter.json"
cd "$folder"
python3 - <<'PY'
import json
import sys

words, old, new, porter = (json.load(open(f"{name}.json")) for name in ("words", "old", "new", "porter"))
share = sum(a != b for a, b in zip(old["dutch"], new["dutch"])) / len(words["dutch"])
same = old["dutch"] == porter["dutch"]
at = words["english"].index("international")
english = (old["english"][at], new["english"][at])
print(f"Dutch: {share:.2f} of {len(words['dutch'])} words have another stem; dutch_porter gives the old ones: {same}")
print(f"English, international: {english}")
sys.exit(0 if share > 1 / 3 and same and english == ("intern", "internat") else 1)
PY
