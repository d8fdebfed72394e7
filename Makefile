# One command for each chore; CONTRIBUTING.md lists them. BIN is where the environment's programs are.
BIN ?= .venv/bin
PYTHON ?= python3
SHELL := bash

.PHONY: install test coverage lint format types docs story stories cases schema rules mutants registries strategies examples bench check

install:
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	.venv/bin/python -m pip install --quiet --editable '.[all]' --group dev

test:
	$(BIN)/python -m pytest

coverage:
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

lint:
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

format:
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format

types:
	$(BIN)/mypy
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright --pythonpath $(BIN)/python

docs:
	$(BIN)/sphinx-build --quiet --fail-on-warning --nitpicky --fresh-env -b html docs build/docs
	@echo build/docs/index.html

story:
	$(BIN)/python -m tasks.build_story

stories:
	$(BIN)/python -m tasks.build_story --made-up

cases:
	$(BIN)/python -m tasks.build_cases

schema:
	$(BIN)/python -m tasks.build_schema

rules:
	$(BIN)/python tasks/generate_rules_page.py
	$(BIN)/python tasks/generate_fields_page.py

# Some minutes: the corpus, run on a checker with one mistake after another. It needs node.
mutants:
	@folder=$$(mktemp -d) && $(BIN)/python -m venezuela_news corpus $$folder/corpus >/dev/null && \
	  node examples/consumer-node/mutate.mjs $$folder/corpus; status=$$?; rm -rf $$folder; exit $$status

strategies:
	$(BIN)/python tasks/build_strategies.py

registries:
	$(BIN)/python -m pip install --quiet --upgrade --group registries
	$(BIN)/python tasks/build_registries.py

examples:
	@cd $$(mktemp -d) && for script in $(CURDIR)/examples/*.py; do \
	  echo "$${script##*/}"; PYTHONUTF8=1 $(abspath $(BIN))/python "$$script" > "$${script%.py}.out" || exit 1; done

bench:
	$(BIN)/python -m pip install --quiet --group bench
	@for script in benchmarks/[!_]*.py; do echo "$$script"; $(BIN)/python "$$script" || exit 1; done

check: lint types coverage docs
