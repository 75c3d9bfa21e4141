# The commands of a developer and of a new user. Each does its own set-up first; a second call finds it done.
.PHONY: run test lint lock format docs clean help
.DEFAULT_GOAL := help

BIN := .venv/bin
READY := .venv/.ready
export PYTHON
# Great Expectations and Prefect are 4,000 modules: compiled anew by each process they take seconds more.
unexport PYTHONDONTWRITEBYTECODE

help:
	@echo "make run     read the sample feeds, build the warehouse and the report in ./liqaa-sample"
	@echo "make test    run all tests"
	@echo "make lint    style, types and the direction of imports"
	@echo "make lock    renew requirements.lock"
	@echo "make format  put the code in the house style"
	@echo "make docs    write the results and the data dictionary in docs/ anew, from the sample"
	@echo "make clean   remove the environment, the caches and the sample's home"

$(READY): requirements.lock pyproject.toml scripts/bootstrap.sh
	@sh scripts/bootstrap.sh

run: $(READY)
	@$(BIN)/liqaa --home liqaa-sample run --sample --as-of 2026-11-23

test: $(READY)
	@$(BIN)/python -m pytest

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: run
	@$(BIN)/python -m tests.docs.pages liqaa-sample

# Hashes and no host names: the file installs from whatever index the machine is set to use.
lock: $(READY)
	@$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes --group dev \
		--no-emit-index-url --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache liqaa-sample
