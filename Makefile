# Entry points. Each target first installs its dependencies and prints what it does.
SHELL := /bin/bash
.DEFAULT_GOAL := help
TOOLS := $(if $(SIDEDOOR_TOOLS),$(SIDEDOOR_TOOLS),$(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)/sidedoor-tools)
export PATH := $(TOOLS)/bin:$(PATH)

.PHONY: help build serve format check test bench lighthouse fuzz mutants recheck

help: ## List the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 11

build: ## Build the page into dist/
	@echo "Looking at what building needs"
	@tools/install.sh build
	@echo "Building dist/: about a minute, the first time several"
	@tools/build.sh
	@echo "Built dist/"

serve: build ## Build the page and serve it on http://127.0.0.1:8080
	@tools/run.sh serve

format: ## Format Rust, scripts and styles
	@tools/install.sh test
	cargo fmt
	npx --no-install --prefix tests prettier --write --log-level warn scripts style "{src,crates}/**/*.css"

check: ## Format, lints and native tests, in minutes once built
	cargo fmt --check
	cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
	cargo test --quiet --locked --workspace --lib --bins --test content --test disk --test matching --test recheck --test keys --test opening --test prerender --test search --test volume --test open_data --test advisories --test architecture --test documents --test glossary

test: ## Everything that CI runs
	@tools/test.sh

bench: build ## Measure performance; a table, and JSON under target/bench/
	@tools/install.sh test
	@cargo bench --quiet --profile dev --locked --package tests --bench figures

lighthouse: build ## Lighthouse scores of the built page on a simulated phone
	@tools/install.sh test
	@cargo bench --quiet --profile dev --locked --package tests --bench figures -- lighthouse

fuzz: ## The property tests with 100,000 cases each
	PROPTEST_CASES=100000 cargo test --locked --workspace --lib --test opening --test search --test volume

mutants: build ## Break the code in many ways and see the tests notice; hours, or SHARD=1/8
	@tools/install.sh test
	@tools/install.sh mutants
	@tools/mutants.sh

recheck: ## List facts due for a check (ALL=1, DAYS=14); ANSWERS=file applies the answers
	@SOURCE_DATE_EPOCH="$${SOURCE_DATE_EPOCH:-$$(date +%s)}" tools/run.sh recheck \
		$(if $(ANSWERS),--answers "$(ANSWERS)",$(if $(ALL),--all,$(if $(DAYS),--days $(DAYS))))
