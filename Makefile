# make site         check and build the plans, then show the site (make site SERVE=0 builds only)
# make test         every test, long loops at a sample, in at most 8 minutes on two cores; installs what the tests need
# make check        linter, types and quick tests
# make prove        every test, every loop whole, in at most an hour (LONG=1: those that take longer too); writes docs/proof.md
# make bench        measurements
# make wheel        the program as one file, in dist/
# make bundle       the program and all that it needs, in one folder of dist/, to install without a network
# make lock         pin the dependencies again (UPGRADE=1: to their newest versions)
# make clean        remove all that these commands made

PYTHON ?= python3
SERVE ?= 1
LONG ?= 0
UPGRADE ?= 0
DIST ?= dist

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --no-input --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest -q -n auto --dist worksteal
LOCKS := requirements.txt requirements-test.txt

# Plans are UTF-8 whatever the machine's own language is, also where none is set.
export PYTHONUTF8 := 1

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site test check prove bench wheel bundle lock clean python setup

site: $(VENV)/.project python
	$(BIN)/plans check
	$(BIN)/plans build
ifneq ($(SERVE),0)
	$(BIN)/plans serve --built
endif

test: setup $(VENV)/.test tests/node_modules/.ready python
	$(PYTEST) -p tests.cost -m "not prove and not long"

check: $(VENV)/.test python
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict generator
	$(PYTEST) -m "not browser and not slow and not prove and not long"

prove: setup $(VENV)/.test tests/node_modules/.ready tests/lighthouse/node_modules/.ready python
	HYPOTHESIS_PROFILE=prove $(PYTEST) -p tests.cost -p tests.proof $(if $(filter 1,$(LONG)),,-m "not long")

bench: $(VENV)/.project python
	@for file in bench/[!_]*.py; do \
		test -e "$$file" || { echo "bench/ holds no measurements yet."; continue; }; \
		name=$${file#bench/}; \
		echo "bench/$$name"; $(BIN)/python -m "bench.$${name%.py}" || exit 1; \
	done

wheel: $(VENV)/.project
	@mkdir -p $(DIST) && rm -f $(DIST)/improvement_plan_publisher-*.whl
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir $(DIST) .
	@ls $(DIST)/improvement_plan_publisher-*.whl

# For machines of this kind alone: some packages have a file for each system and each version of Python.
bundle: wheel
	@rm -rf $(DIST)/bundle && mkdir $(DIST)/bundle
	@$(PIP) download --require-hashes --only-binary :all: --dest $(DIST)/bundle -r requirements.txt
	@cp $(DIST)/improvement_plan_publisher-*.whl $(DIST)/bundle/
	@cp requirements.txt $(DIST)/bundle/requirements.txt
	@cd $(DIST)/bundle && for wheel in improvement_plan_publisher-*.whl; do \
		version=$${wheel#*-}; sum=$$(sha256sum "$$wheel"); \
		echo "improvement-plan-publisher==$${version%%-*} --hash=sha256:$${sum%% *}" >>requirements.txt; done
	@cd $(DIST)/bundle && sha256sum *.whl requirements.txt >SHA256SUMS
	@echo "$(DIST)/bundle: $$(ls $(DIST)/bundle/*.whl | wc -l) packages for $$($(BIN)/python --version) on $$(uname -sm)"

# Pins hold for every Python from 3.11.0 on, and one version of each package serves all of them:
# Debian 12 comes with 3.11.2, which a lock made for a newer 3.11 leaves out.
lock:
	@set -e; uv=$$(command -v uv) || { \
		folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
		$(PYTHON) -m venv "$$folder"; "$$folder/bin/python" -m pip --quiet install uv; uv="$$folder/bin/uv"; }; \
	pin() { UV_CUSTOM_COMPILE_COMMAND="make lock" "$$uv" pip compile --quiet --system-certs --universal --python-version 3.11 \
		--fork-strategy fewest --generate-hashes --no-emit-index-url --group build \
		$(if $(filter 1,$(UPGRADE)),--upgrade) "$$@" pyproject.toml; }; \
	pin --output-file requirements.txt; \
	pin --extra test --constraint requirements.txt --output-file requirements-test.txt; \
	for folder in tests tests/lighthouse; do \
		(cd $$folder && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund); \
	done

# Named one by one: `git clean` would take private.yaml too.
clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/node_modules tests/lighthouse/node_modules tests/browser/shots .plans-*
	find site -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

python: $(VENV)/.project
	@echo "$$($(BIN)/python --version) in $(VENV)"

setup:
	@sh tests/setup.sh

# A folder that was moved or copied, or whose Python has gone, gets a new environment.
ifneq ($(shell cat $(VENV)/.locked 2>/dev/null && $(BIN)/python -c ''),$(CURDIR))
$(shell rm -f $(VENV)/.locked)
endif

$(VENV)/.locked: $(LOCKS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "This needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || :). Say which to use: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then echo "Installing $$package"; apt-get update -qq </dev/null && \
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$$package" </dev/null >/dev/null; \
		else echo "Python's venv is missing. Install the package $$package, then run this again." >&2; exit 1; fi; }
	@echo "Installing the locked packages for $$($(PYTHON) --version)"
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --only-binary :all: -r requirements.txt
	@pwd -P > $@

$(VENV)/.project: $(VENV)/.locked pyproject.toml generator/__init__.py
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.project
	@$(PIP) install --require-hashes --only-binary :all: -r requirements-test.txt
	@touch $@

%/node_modules/.ready: %/package.json %/package-lock.json
	@cd $* && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
