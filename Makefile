# Each target works on a fresh machine that has Python 3.11 or newer, make and git.
PYTHON ?= python3
RUN := .venv/bin
export CONCENTRIC_HOME ?= $(CURDIR)/var
# Compiled modules are kept, outside of the tree: without them every start of the program takes seconds more.
export PYTHONDONTWRITEBYTECODE :=
export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/pycache

.PHONY: help demo test check bench docs
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

.venv/ready: pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 2; }
	@test -x $(RUN)/python || $(PYTHON) -m venv .venv
	@test -x $(RUN)/uv || $(RUN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(RUN)/uv sync --frozen --quiet
	@touch $@

demo: .venv/ready ## the example city: workbooks in, review out, served on http://127.0.0.1:8000
	@$(RUN)/concentric demo $(DEMO)

test: .venv/ready ## everything, on SQLite and on PostgreSQL, with pages in Chromium
	@sh scripts/test

check: .venv/ready ## format, lint, types, floors: in seconds
	@sh scripts/check

bench: .venv/ready ## speed, as ratios in one run
	@$(RUN)/python -m benchmarks

docs: .venv/ready ## write the pages of docs/ that are made from the program
	@$(RUN)/python scripts/write-docs
