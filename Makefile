# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
BROWSER := .venv/.browser

# Three at once: on two processors one of them is always waiting for a browser or a server.
PYTEST := $(BIN)/pytest -n 3 --dist loadfile

.PHONY: help demo app test test-slow lint bench schemas lock clean

help:            ## what there is to type
	@grep -E '^[a-z-]+: .*##' Makefile | sed -E 's/:[^#]*##/\t/' | expand -t 12

demo: $(BROWSER) ## audit the practice web, write its report, open the app on it
	$(BIN)/citations demo

app: $(READY)    ## open the web view on your own audits
	$(BIN)/citations app

test: $(BROWSER) ## run the tests, in a few minutes
	$(PYTEST) -m 'not slow and not online'

test-slow: $(BROWSER) ## run the tests that take longer: whole audits on further seeds, whole ways
	$(PYTEST) -m 'slow and not online'

lint: $(READY)   ## ruff, mypy strict, the order of layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(BROWSER) ## measure speed, as ratios against a peer in the same run
	$(BIN)/python -m tests.benchmarks

schemas: $(READY) ## publish the JSON Schemas of the code into docs/schemas
	$(BIN)/python -c "from tests.test_schemas import publish; publish()"

lock: $(READY)   ## pin the dependencies again, with hashes (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" --output-file requirements.lock --upgrade

clean:           ## remove the virtual environment and the caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "citations needs Python 3.11 or newer; say which one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
		{ echo "Python cannot make a virtual environment; on Debian and Ubuntu type: apt-get install python3-venv"; rm -rf .venv; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(BROWSER): $(READY)
	$(BIN)/citations doctor --get-browser
	@touch $@
