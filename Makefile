# `make run` and `make test` are all that a newcomer needs; `make help` lists the rest.
SHELL := /bin/bash
CONFIGURATION ?= release
BUILD := .build/$(CONFIGURATION)
SHP := $(BUILD)/shp
VENV := .build/venv
PACKAGES := libcsv-dev libxlsxwriter-dev

.DEFAULT_GOAL := help
.PHONY: help packages run build test test-swift test-clients lint format golden golden-update sample-data bench clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "%-15s %s\n", $$1, $$2 }'

packages: ## Install the system packages that are missing (as root), or say how
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

test: build test-swift golden test-clients ## Run every test

test-swift: packages ## Run the tests that are written in Swift
	swift build -c $(CONFIGURATION) --build-tests --explicit-target-dependency-import-check error
	swift test -c $(CONFIGURATION) --skip-build

golden: sample-data ## Compare whole runs with what is recorded in Tests/Golden
	SHP=$(SHP) Tests/Golden/run.sh

golden-update: sample-data ## Record the golden runs anew, then fail so that the difference is read
	SHP=$(SHP) Tests/Golden/run.sh --update

test-clients: run ## Check the outputs with programs that nobody here wrote (skips what cannot be had)
	VENV=$(VENV) Tests/Clients/run.sh Output/shp-performance/2019-20-Q1/latest

lint: ## Check the style of every source file
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## Put every source file into the style
	swift format --in-place --recursive --parallel Package.swift Sources Tests

bench: packages ## Compare ingestion with bare libcsv: make bench FILE=street.csv
	swift build -c release --product ingest-benchmark
	.build/release/ingest-benchmark $(FILE)

clean: ## Remove what was built and made
	rm -rf .build SampleData/landing
	find Output -mindepth 1 ! -name README.md -delete
