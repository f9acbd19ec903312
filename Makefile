# Two commands are enough: `make run` opens the practice, `make test` proves that it holds.
# Another Python: make run PYTHON=python3.12. Another environment: make test VENV=/tmp/hp312.

PYTHON ?= python3
VENV ?= .venv
TOUR ?= build/tour
BIN = $(VENV)/bin
PY = $(BIN)/python

.PHONY: help run set-up set-up-tests test quick slow long check format words lock tour bench wheel clean

help: ## say what can be done here
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 18

run: set-up ## set up what is missing, then open Healing Partner (without a screen: take the tour)
	@$(PY) packaging/run.py $(TOUR)

set-up: ## make the environment and install the pinned, hash-checked dependencies
	@$(PYTHON) packaging/set_up.py --venv $(VENV)

set-up-tests:
	@$(PYTHON) packaging/set_up.py --venv $(VENV) --tests

test: export QT_QPA_PLATFORM = offscreen
test: set-up-tests ## run the tests, the slow ones too (`long` has the rest)
	$(PY) -m pytest -n 2 --dist worksteal -m "not long"

quick: export QT_QPA_PLATFORM = offscreen
quick: set-up-tests ## run all but the slow tests
	$(PY) -m pytest -n 2 --dist worksteal -m "not slow and not long"

slow: export QT_QPA_PLATFORM = offscreen
slow: set-up-tests ## run the slow tests alone
	$(PY) -m pytest -n 2 --dist worksteal -m slow

long: export QT_QPA_PLATFORM = offscreen
long: set-up-tests ## run the long tests: the tour walked twice and compared
	$(PY) -m pytest -n 2 --dist worksteal -m long

check: export QT_QPA_PLATFORM = offscreen
check: set-up-tests ## format, lint, types, floors, catalogue and shape
	$(BIN)/ruff format --check src tests packaging typings
	$(BIN)/ruff check src tests packaging typings
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports --no-logo
	$(PY) packaging/words.py --check
	$(PY) -m pytest -q tests/house

format: set-up-tests ## put every file into the house's form
	$(BIN)/ruff format src tests packaging typings
	$(BIN)/ruff check --fix src tests packaging typings

words: set-up-tests ## gather every sentence, bring the translations up to it and compile them
	$(PY) packaging/words.py

lock: set-up-tests ## pin every dependency with its hashes, for all systems and Pythons at once
	$(PY) packaging/lock.py

tour: export QT_QPA_PLATFORM = offscreen
tour: set-up ## walk through the real pages: pictures, papers and tour.json in build/tour
	$(PY) -m healingpartner tour $(TOUR)

bench: export QT_QPA_PLATFORM = offscreen
bench: set-up-tests ## measure the bars, as ratios within one run
	$(PY) -m pytest -q -s -p no:xdist tests/bench

wheel: set-up-tests ## build the wheel into dist/
	$(PY) -m hatchling build -t wheel -d dist

clean: ## remove what was built, keep the environment
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
