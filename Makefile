# Thin on purpose: each target is one thing a person does. `make ingest` and `make test` install what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 4
UPGRADE ?=
SEED ?= 0
COMPILE = uv pip compile pyproject.toml $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q
STAMP := $(VENV)/.installed
STAMP_DEV := $(VENV)/.installed-dev

.PHONY: ingest test trials fuzz check format lock audit clean

ingest: $(STAMP)
	$(BIN)/newsdesk ingest seeds

test: $(STAMP_DEV)  # side by side: each process takes whole test modules, those with servers first; many tests wait for something
	$(BIN)/python -m pytest -n $(JOBS) --dist loadscope --no-loadscope-reorder -m "not trial"

trials: $(STAMP_DEV)  # kills at many steps of every verb, an old pip: before a release
	$(BIN)/python -m pytest -m trial

fuzz: $(STAMP_DEV)  # ten minutes of CPU; what breaks a law is printed and kept in fuzz/; SEED=1 for other inputs
	$(BIN)/python -m tests.benchmarks.fuzz --seconds 600 --seed $(SEED) --keep fuzz

check: $(STAMP_DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP_DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:  # needs uv; keeps what is locked where it can, `make lock UPGRADE=--upgrade` takes the newest of all
	$(COMPILE) -o requirements.txt
	$(COMPILE) -c requirements.txt --group dev -o requirements-dev.txt
	$(PYTHON) .ci/pin_extras.py requirements.txt requirements-dev.txt

audit:  # needs the network: asks pypi.org for advisories on every locked version; fails, too, when it gets no answer on one
	test -x $(VENV)/audit/bin/pip-audit || { $(PYTHON) -m venv $(VENV)/audit && $(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit; }
	$(VENV)/audit/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off -r requirements.txt \
	 || { echo "audit: not passed: an advisory is listed above, or pypi.org gave no answer on a package (then nothing is known of it)" >&2; exit 1; }

clean:
	rm -rf $(VENV) dist build

$(STAMP): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("newsdesk needs Python 3.11 or newer; set PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(STAMP_DEV): $(STAMP) requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@
