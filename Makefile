# One command: `make` checks the house and runs the tests. `make demo` shows legday at work, and opens the page until Ctrl-C.
# Everything lives in .venv, made once and again only when a lock file or pyproject.toml changes. The page's scripts are bundled by the Node of
# this machine, else by one that is brought into .venv; again only when something under frontend/ changed.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
DEMO   := demo

.DEFAULT_GOAL := all
.PHONY: all demo bundles browser test pictures stories cover check fmt docs bench proof mutation lock clean

all: check test

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "legday needs Python 3.11 or newer; maybe: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; \
	  else echo "This Python cannot make a virtual environment; maybe: sudo apt-get install python3-venv" >&2; exit 1; fi; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(READY): $(VENV)/.made requirements/dev.txt requirements/node.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python hatch_build.py node || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/node.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

bundles: $(READY)
	@$(BIN)/python hatch_build.py bundle

demo: bundles
	$(BIN)/legday --home $(DEMO)/home demo --out $(DEMO)

# A Chromium for the tests of the page, and the one font that they know. Another browser: make test CHROMIUM=/path/to/chrome
LETTERS := /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
browser:
	@{ [ -n "$$CHROMIUM" ] || command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null && [ -f $(LETTERS) ] || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core; \
	  else echo "The tests of the page need Chromium and the font DejaVu Sans; maybe: sudo apt-get install chromium fonts-dejavu-core" >&2; exit 1; fi; }

test: bundles browser
	$(BIN)/python hatch_build.py test
	$(BIN)/python -m pytest -n auto -m 'not proof' --cov --cov-report=term:skip-covered

# Keeps new golden pictures of every page, and those of the README, where they look otherwise than the ones that are kept.
pictures: bundles browser
	LEGDAY_NEW_PICTURES=1 $(BIN)/python -m pytest -q -n auto tests/browser/test_pictures.py

# The stories alone, one line each.
stories: bundles
	$(BIN)/python -m pytest -v tests/stories

# After `make test`, and in CI: the decisions must be covered, branches too.
cover: $(READY)
	$(BIN)/python -m coverage report --fail-under=95 --include='src/legday/model/*,src/legday/running/*,src/legday/planning/*,src/legday/progressing/*,src/legday/adapting/*'

check: bundles
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python hatch_build.py check
	$(BIN)/python -m pytest -q -n 0 tests/house

fmt: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(READY)
	$(BIN)/python -m legday.cli.docs

bench: bundles browser
	$(BIN)/python bench/all.py

proof: bundles
	$(BIN)/python -m pytest -n auto -m proof --timeout=0

# A quarter of an hour or so, not part of CI: how many small changes of the decisions the tests notice, and what the others change.
# `make mutation ONLY='legday.adapting*'` judges one folder, module or function.
ONLY ?= legday.*
mutation: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/mutation.py --show '$(ONLY)'

# Versions with hashes and without addresses, good on Linux and macOS for Python 3.11 to 3.13. Needs `uv` on the path.
LOCK := uv pip compile --no-config --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-emit-index-annotation --no-header --no-annotate --quiet
lock:
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) requirements/node.in -o requirements/node.txt
	$(LOCK) pyproject.toml requirements/build.in --extra postgres --group dev -c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf $(VENV) $(DEMO) src/legday/web/static/built frontend/node_modules frontend/.tests frontend/.lock .coverage .hypothesis .mypy_cache .ruff_cache .import_linter_cache
