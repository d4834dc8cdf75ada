# A newcomer needs only `make run` and `make test`; `make help` lists all targets.
SHELL := /bin/bash
CONFIGURATION ?= release
BUILD := .build/$(CONFIGURATION)
SHP := $(BUILD)/shp
VENV := .build/venv
PACKAGES := libcsv-dev libxlsxwriter-dev libsqlite3-dev libminizip-dev libexpat1-dev

.DEFAULT_GOAL := help
.PHONY: help packages run run-second build build-tests quick-tests check test test-swift test-clients test-reference test-faults test-nights test-canaries canaries reference lint format golden golden-update sample-data bench bench-audit many-extracts instructions fuzz fuzz-smoke clean codes

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "%-15s %s\n", $$1, $$2 }'

packages: ## Install missing system packages (as root), or print the command
	@missing=(); \
	for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing+=($$package); \
	done; \
	if [ $${#missing[@]} -eq 0 ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then \
	  echo "installing $${missing[*]}"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $${missing[@]}; \
	else \
	  echo "These packages are missing. Install them, then run make again:"; \
	  echo "  sudo apt-get install $${missing[*]}"; exit 1; \
	fi

build: packages ## Build the program
	swift build -c $(CONFIGURATION) --product shp
	swift build -c $(CONFIGURATION) --product shp-sample-data

sample-data: build ## Make the synthetic landing folder SampleData/landing
	$(BUILD)/shp-sample-data SampleData/landing 2>/dev/null
	@cd SampleData/landing && sha256sum --quiet --check ../SHA256SUMS

run: sample-data ## Build, make the sample data and run the sample quarter into Output/
	$(SHP) run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --output Output

SECOND := SampleData/second

run-second: build ## Set up another partnership, make up two years of its street-level files and run its newest quarter
	rm -rf $(SECOND)
	$(SHP) init Luton --output $(SECOND)
	python3 Tests/Partnerships/streets.py $(SECOND) 2024-04 2026-03 1
	$(SHP) run $(SECOND)/luton.yaml --output Output

STAGES := build sample-data test-swift golden test-reference test-faults test-nights test-canaries test-clients fuzz-smoke

test: ## Run every test, and print how long each stage took
	@MAKE="$(MAKE)" Tests/stages.sh $(STAGES)

# Only `make test` runs these: whole runs (GoldenTests), and suites that take more than a few seconds in a debug build.
SLOW_TESTS := GoldenTests LargeTableTests ParserPropertyTests WideHeaderTests YAMLCheckTests/manyKeys \
	SchemaHeadersTests/sameAnswers EveryPartnershipTests/sound MergedDistrictTests/sound

check: export CONFIGURATION = debug
check: ## Run lint, a debug build and the quick tests (about a minute)
	@MAKE="$(MAKE)" Tests/stages.sh lint build-tests quick-tests

build-tests: packages
	swift build -c $(CONFIGURATION) --build-tests --explicit-target-dependency-import-check error

quick-tests:
	swift test -c $(CONFIGURATION) --skip-build $(addprefix --skip ,$(SLOW_TESTS))

test-swift: build-tests ## Run the Swift tests
	swift test -c $(CONFIGURATION) --skip-build

golden: sample-data ## Compare whole runs with the results in Tests/Golden
	SHP=$(SHP) Tests/Golden/run.sh

golden-update: sample-data ## Record the golden runs again, then fail so that somebody reads the difference
	SHP=$(SHP) Tests/Golden/run.sh --update

codes: ## Write the page of codes, Sources/shp/shp.docc/Codes.md, from the sources
	SHP_WRITE_CODES=1 swift test --filter CodesPageTests

PYTEST := SHP=$(SHP) VENV=$(VENV) Tests/python.sh -m pytest

test-clients: run ## Check the outputs with third-party tools (skips missing tools)
	swift build -c $(CONFIGURATION) --product disclosure-cases
	swift build -c $(CONFIGURATION) --product sheet-text
	SHEET_TEXT=$(BUILD)/sheet-text DISCLOSURE_CASES=$(BUILD)/disclosure-cases $(PYTEST) Tests/Clients

OFFICIAL ?= ../shared/reference/national
NATIONAL := Pipelines/Reference/national

reference: ## Make the national reference tables from the official files in OFFICIAL
	python3 Tests/Reference/national.py $(OFFICIAL) $(NATIONAL)

test-reference: ## Check the national reference tables against the official files
	SHP=$(SHP) VENV=$(VENV) Tests/python.sh Tests/Reference/national.py --check $(OFFICIAL) $(NATIONAL)

test-faults: sample-data ## Kill runs, fill the disk, damage the state, and check what is left
	$(PYTEST) Tests/Faults

test-nights: build ## Run a year of nights, and check the history
	$(PYTEST) Tests/Nights

test-canaries: sample-data ## Look for planted personal values in the outputs of the main commands
	$(PYTEST) Tests/Canaries

canaries: sample-data ## Look for planted personal values in every output of every command (minutes)
	EVERY_COMMAND=true $(PYTEST) Tests/Canaries

lint: ## Check the style of every source file
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@VENV=$(VENV) Tests/lint.sh

format: ## Format every source file
	swift format --in-place --recursive --parallel Package.swift Sources Tests

BENCH ?= quick

bench: packages ## Measure the whole job against DuckDB and Polars: make bench BENCH="whole scaling stages workbook"
	for product in shp shp-sample-data street-generator ingest-benchmark workbook-benchmark; do \
	  swift build -c release --product $$product || exit 1; \
	done
	cmp -s Tests/Performance/requirements.txt .build/bench-venv/.requirements || ( \
	  rm -rf .build/bench-venv && python3 -m venv .build/bench-venv && \
	  .build/bench-venv/bin/pip install --quiet --disable-pip-version-check -r Tests/Performance/requirements.txt && \
	  cp Tests/Performance/requirements.txt .build/bench-venv/.requirements )
	Tests/Performance/bench.py $(BENCH)

bench-audit: ## Measure audits of 250 to 2,000 tables of 30 rows by 10 columns
	swift build -c release --product audit-benchmark
	.build/release/audit-benchmark

many-extracts: build ## Check that 20,000 small extracts take at most twice the time of the same rows in 200 files
	Tests/Performance/many_extracts.py $(SHP) Pipelines/police-uk-street.yaml

instructions: packages ## Compare instruction counts of the hot packages with the recorded counts
	swift build -c release --product street-generator
	swift build -c release --product ingest-benchmark
	Tests/Performance/instructions.sh

MINUTES ?= 10
SEED ?=

fuzz: packages ## Read damaged extracts, schemas and definitions for MINUTES; report crashes and parser differences
	swift build -c release --product shp-fuzz
	@.build/release/shp-fuzz $(MINUTES) $(SEED) || ( status=$$?; \
	  echo "The input is in .build/fuzz; to repeat: .build/release/shp-fuzz --again FILE"; exit $$status )

fuzz-smoke: MINUTES = 0.1
fuzz-smoke: SEED = 1
fuzz-smoke: fuzz

clean: ## Remove the build and the sample data, but never Output
	rm -rf .build SampleData/landing $(SECOND)
