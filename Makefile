# How rmplay is installed, built and tested from a checkout. `make` alone lists the targets.
#
#   PYTHON=python3.12   which Python makes the environment (3.11 or newer)
#   JOBS=2              how many tests run at once (default: one a core)
#   ARGS="-k agenda"    more options for pytest

PYTHON ?= python3
JOBS ?= auto
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check
PYTEST = $(BIN)/python -m pytest -n $(JOBS) --maxprocesses 8 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help site test audit fuzz clean machine

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: $(VENV)/for-site ## Check content/ and build the site in site/
	$(BIN)/rmplay lint
	$(BIN)/rmplay build
	@echo "The site is ready: open site/index.html in a browser."

test: $(VENV)/for-tests machine ## Run the tests (all but the slow ones)
	$(PYTEST) -m "not audit and not fuzz" $(ARGS)

audit: $(VENV)/for-tests machine ## Run the slow checks over whole sites
	$(PYTEST) -m audit $(ARGS)

fuzz: $(VENV)/for-tests machine ## Search for inputs that break something
	$(PYTEST) -m fuzz --hypothesis-profile=fuzz $(ARGS)

clean: ## Remove the built site, the environment and all caches
	rm -rf $(VENV) build dist .pytest_cache .hypothesis tests/node/node_modules
	find site -mindepth 1 ! -path site/.gitignore -delete
	find rmplay tests -name __pycache__ -prune -exec rm -rf {} +

# The stamps lie in the environment, so that they go when it goes.
$(VENV)/for-site: pyproject.toml requirements-lock.txt | $(BIN)/python
	@$(PIP) --version >/dev/null 2>&1 || { echo "$(VENV) has no working pip: run 'make clean' and try again."; exit 1; }
	@echo "Installing rmplay into $(VENV) ..."
	@$(PIP) install -c requirements-lock.txt hatchling
	@$(PIP) install -c requirements-lock.txt --no-build-isolation -e .
	@touch $@

$(VENV)/for-tests: $(VENV)/for-site
	@echo "Installing what the tests need ..."
	@$(PIP) install -c requirements-lock.txt --no-build-isolation -e ".[test]"
	@touch $@

# Not a stamp: it looks again each time (in a moment), since a machine changes without this folder noticing.
machine:
	@tools/setup-test-machine

# Debian's python3 comes without ensurepip; there pip itself can put pip into the environment.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "rmplay needs Python 3.11 or newer, and '$(PYTHON)' is not: name one, as in  make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || \
	  { $(PYTHON) -m venv --clear --without-pip $(VENV) && \
	    $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; } >/dev/null 2>&1 || \
	  { rm -rf $(VENV); echo "Python cannot make an environment here: install its venv module (on Debian: apt-get install python3-venv)."; exit 1; }
