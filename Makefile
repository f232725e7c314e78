# One command: `make` checks the house and runs the tests. `make demo` shows legday at work, and opens the page until Ctrl-C.
# Everything lives in .venv, made once and again only when a lock file or pyproject.toml changes.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
DEMO   := demo

.DEFAULT_GOAL := all
.PHONY: all demo test stories cover check fmt docs bench proof mutation lock clean

all: check test

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "legday needs Python 3.11 or newer; maybe: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; \
	  else echo "This Python cannot make a virtual environment; maybe: sudo apt-get install python3-venv" >&2; exit 1; fi; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(READY): $(VENV)/.made requirements/dev.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

demo: $(READY)
	$(BIN)/legday --home $(DEMO)/home demo --out $(DEMO)

test: $(READY)
	$(BIN)/python -m pytest -n auto -m 'not proof' --cov --cov-report=term:skip-covered

# The stories alone, one line each.
stories: $(READY)
	$(BIN)/python -m pytest -v tests/stories

# After `make test`, and in CI: the decisions must be covered, branches too.
cover: $(READY)
	$(BIN)/python -m coverage report --fail-under=95 --include='src/legday/model/*,src/legday/running/*,src/legday/planning/*,src/legday/progressing/*,src/legday/adapting/*'

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n 0 tests/house

fmt: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(READY)
	$(BIN)/python -m legday.cli.docs

bench: $(READY)
	$(BIN)/python bench/all.py

proof: $(READY)
	$(BIN)/python -m pytest -n auto -m proof --timeout=0

# An hour or two, not part of CI: how many small changes of the decisions the tests notice. `make mutation ONLY='legday.adapting*'`
# runs one folder or module. It starts afresh each time, since mutmut keeps old copies of data files.
ONLY ?= legday.*
mutation: $(READY)
	rm -rf mutants
	$(BIN)/mutmut run --max-children 2 '$(ONLY)'
	$(BIN)/mutmut results

# Versions with hashes and without addresses, good on Linux and macOS for Python 3.11 to 3.13. Needs `uv` on the path.
LOCK := uv pip compile --no-config --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-emit-index-annotation --no-header --no-annotate --quiet
lock:
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) pyproject.toml requirements/build.in --extra postgres --group dev -c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf $(VENV) $(DEMO) mutants .coverage .hypothesis .mypy_cache .ruff_cache .import_linter_cache
