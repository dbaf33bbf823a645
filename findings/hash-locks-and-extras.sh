#!/usr/bin/env bash
# Hash-checked lock files and extras: pip 22.3 and 23.2 against pip 26.3.
#
# `uv pip compile --generate-hashes` writes one line for a package, without its extras: `coverage==7.6.1 --hash=…`, although
# pytest-cov asks for `coverage[toml]`. The file is complete: every package that is installed has its version and hash.
# pip 22.3 (which Python 3.11.0 brings) and pip 23.2.1 (Python 3.11.7 and 3.12.1) do not apply the pin of `coverage` to
# `coverage[toml]`: they take the newest release for it, find that it has no hash, and refuse the whole file with
# "all requirements must have their versions pinned with ==". pip 26.3 installs it.
# Who ships such a lock to people with the Python of their system has to repeat the pin under the extra.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv newest
newest/bin/python -m pip install -q --upgrade pip
newest/bin/python -m pip --version

# the lock: pytest-cov and what it needs, as versions with the hashes of their wheels
cat > wanted.txt <<'PINS'
coverage==7.6.1
pytest-cov==5.0.0
pytest==8.3.2
pluggy==1.5.0
iniconfig==2.0.0
packaging==24.1
PINS
newest/bin/python -m pip download -q --no-deps --only-binary :all: -d wheels -r wanted.txt
for wheel in wheels/*.whl; do
  name=$(basename "$wheel" | cut -d- -f1 | tr _ -)
  version=$(basename "$wheel" | cut -d- -f2)
  printf '%s==%s --hash=sha256:%s\n' "$name" "$version" "$(sha256sum "$wheel" | cut -d' ' -f1)"
done > lock.txt
cat lock.txt

installs() { # a Python with pip: does it install the lock?
  "$1" -m pip install -q --dry-run --ignore-installed --only-binary :all: --require-hashes -r "$2" > said.txt 2>&1
}

installs newest/bin/python lock.txt || { cat said.txt; echo "the newest pip does not install the lock any more"; exit 1; }
for old in 22.3 23.2.1; do
  python3 -m venv "old-$old"
  "old-$old/bin/python" -m pip install -q "pip==$old"
  if installs "old-$old/bin/python" lock.txt; then echo "pip $old installs the lock now"; exit 1; fi
  grep -q "must have their versions pinned with ==" said.txt || { cat said.txt; echo "pip $old says something else"; exit 1; }
  grep -q "coverage\[toml\]" said.txt || { cat said.txt; echo "pip $old names another package"; exit 1; }
  # the same pin under the extra is all that it takes
  { cat lock.txt; sed -n 's/^coverage==/coverage[toml]==/p' lock.txt; } > both.txt
  installs "old-$old/bin/python" both.txt || { cat said.txt; echo "pip $old refuses the repeated pin"; exit 1; }
  echo "pip $old: refuses the lock, installs it with the pin repeated under coverage[toml]"
done
echo "as described"
