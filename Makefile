# The commands of the project. Each sets up its own .venv first; nothing else on the machine is touched.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DEMO_HOME := .demo

# What the caller's shell has set up for other Python work must not reach ours.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP VIRTUAL_ENV MYPYPATH PIP_TARGET PIP_USER PIP_PREFIX
# Without it every start compiles anew, and every run of the tests reads all of them anew.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONNOUSERSITE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test check fix serve bench score pictures clean

help: ## Say what each command does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

setup: $(READY) ## Make .venv with everything the project needs

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "brightfutures needs Python 3.11 or later: install it, or name it with 'make PYTHON=/path/to/python3.11'." >&2; exit 1; }
	@echo "Setting up .venv (a minute or two, the first time) ..."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv || { \
		echo "Python could not make .venv: on Debian or Ubuntu, install the package python3-venv." >&2; exit 1; }
	@$(BIN)/python -m pip install -qq --no-input --constraint constraints.txt --editable '.[dev,pdf]'
	@touch $@

demo: $(READY) ## Make a made-up England and write one council's health check
	@$(BIN)/brightfutures demo --home $(DEMO_HOME)

test: $(READY) ## Run every test
	@echo "Running the tests ..."
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(READY) ## Check format, style, types, floors and the catalogue
	@echo "Checking the format ..."
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not in format: 'make fix' puts them right." >&2; exit 1; }
	@echo "Checking the style ..."
	@$(BIN)/ruff check --quiet .
	@echo "Checking the types ..."
	@$(BIN)/mypy
	@echo "Checking the floors ..."
	@$(BIN)/lint-imports --no-logo
	@if [ -f src/brightfutures/catalogue/__main__.py ]; then \
		echo "Checking the catalogue ..."; $(BIN)/python -m brightfutures.catalogue; fi

fix: $(READY) ## Put format and style right where a tool can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
	@$(BIN)/python -m brightfutures.catalogue docs

serve: $(READY) ## Show the made-up England in a browser, on this machine only
	@[ -f $(DEMO_HOME)/current ] || $(MAKE) --no-print-directory demo
	@$(BIN)/brightfutures serve --home $(DEMO_HOME)

bench: $(READY) ## Measure speed and memory beside the peers
	@if [ -f benchmarks/__main__.py ]; then $(BIN)/python -m benchmarks; \
		else echo "There are no benchmarks yet."; fi

pictures: $(READY) ## Take the pictures of the README (STORE=the folder of a loaded store)
	@$(BIN)/python docs/make_pictures.py $(STORE)

score: $(READY) ## Count how often verdicts are right where the truth is known (a few minutes)
	@$(BIN)/python -m benchmarks.scores $(SCORE)

clean: ## Remove what these commands made
	rm -rf .venv .demo .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
