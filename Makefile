# Two commands do all the set-up: make certify, make test. Everything goes into .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# Many short processes: each would compile every module again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: parity help certify book test tests quick checks coverage bench mutation pages browser clean
.DEFAULT_GOAL := help

help:
	@echo "make certify   examine the embedded reference in every role; the report goes to ordertck-report/"
	@echo "make test      every check, the kit's own tests, and the proof that each rule catches its wrong systems"
	@echo "make book      the rule book, with what the last run found, in ordertck-book/"
	@echo "make quick     what one runs while working"
	@echo "make coverage  the kit's own tests, measured; too little of it is a failure"
	@echo "make bench     what the kit costs, beside behave and pytest-bdd"
	@echo "make parity    whether every known system gets the same verdicts by every way to a system"
	@echo "make pages     what is made from code and features: pages of docs/, ids, people"
	@echo "make mutation  how many small changes of the code no test notices"

# uv installs the rest in a second or two where pip needs twenty.
$(BIN)/uv:
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1"

.venv/.run: $(BIN)/uv pyproject.toml uv.lock
	@$(BIN)/uv sync --quiet --locked --inexact
	@touch $@

.venv/.dev: $(BIN)/uv pyproject.toml uv.lock
	@$(BIN)/uv sync --quiet --locked --inexact --group dev
	@touch $@ .venv/.run

certify: .venv/.run
	@$(BIN)/ordertck run
	@$(BIN)/ordertck report

book: .venv/.run
	@$(BIN)/ordertck report
	@$(BIN)/ordertck book --run ordertck-report

quick: .venv/.dev
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check .
	@$(BIN)/ordertck lint
	@$(BIN)/python -m pytest -q -x -n 2 -m "not slow" features harness/tests

checks: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -p ordertck
	$(BIN)/lint-imports --no-logo
	$(BIN)/ordertck lint

# How the tests are run (tests, or coverage: the same, measured), and how much is proven (--full: everything).
TESTS ?= tests
PROOF ?=

test: checks $(TESTS)
	$(BIN)/ordertck prove $(PROOF)

# Pages are looked at in a real one.
browser:
	@harness/tools/browser.sh

# Each of two workers begins with a half of its own, so that what a module of tests has made is made once.
IN_HALVES := -n 2 --dist worksteal

tests: .venv/.dev browser
	$(BIN)/python -m pytest -q $(IN_HALVES) features harness/tests

coverage: .venv/.dev browser
	@$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q $(IN_HALVES) features harness/tests
	@$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

bench: .venv/.dev
	@$(BIN)/python -m ordertck.harness.tools.benchmark

# Takes an hour and more; what it found last stands in docs/mutation.md.
mutation: .venv/.dev
	@$(BIN)/uv run --no-sync --with "cosmic-ray>=8.7,<9" python -m ordertck.harness.tools.mutation --sample $(or $(SAMPLE),60) $(ROOMS)

# Takes hours; SYSTEMS="oms/ crm/late" examines those whose names begin so, EVERY=20 each twentieth.
parity: .venv/.dev
	@$(BIN)/python -m ordertck.harness.tools.parity --full $(SYSTEMS)

pages: .venv/.dev
	@$(BIN)/python -m ordertck.harness.tools.people
	@$(BIN)/python -m ordertck.harness.tools.ids
	@$(BIN)/python -m ordertck.harness.tools.life_cycles
	@$(BIN)/python -m ordertck.harness.tools.meetings
	@$(BIN)/python -m ordertck.harness.tools.faults
	@$(BIN)/python -m ordertck.harness.tools.sentences
	@$(BIN)/python -m ordertck.harness.tools.invariants

clean:
	rm -rf .venv ordertck-report
