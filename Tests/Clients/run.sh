#!/usr/bin/env bash
# Checks a release with programs that nobody here wrote: openpyxl, LibreOffice, frictionless, DuckDB, scipy, and a reading
# of the landing folder in plain Python. What cannot be had is skipped with a reason; with CI=true it fails instead.
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
release="$(realpath "${1:?usage: run.sh RELEASE}")"
releases="$(realpath "$release/../../..")"
venv="${VENV:-$root/.build/venv}"
cd "$root"
passed=0
failed=0
skipped=0

skip() {
    if [ "${CI:-}" = true ]; then
        echo "failed: $1 (a skip elsewhere, but CI has what is needed)"
        failed=$((failed + 1))
    else
        echo "skipped: $1"
        skipped=$((skipped + 1))
    fi
}

check() {
    local name=$1
    shift
    if output="$("$@" 2>&1)"; then
        passed=$((passed + 1))
        echo "passed: $name: $(tail -n 1 <<<"$output")"
    else
        failed=$((failed + 1))
        echo "failed: $name"
        echo "$output"
    fi
}

python=""
if command -v python3 >/dev/null; then
    stamp="$venv/.requirements"
    wanted="$(cat "$here/requirements.txt" "$here/requirements-alone.txt")"
    if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
        rm -rf "$venv"
        pip=("$venv/bin/pip" install --quiet --disable-pip-version-check)
        if python3 -m venv "$venv" >/dev/null 2>&1 \
            && "${pip[@]}" -r "$here/requirements.txt" >/dev/null 2>&1 \
            && "${pip[@]}" --no-deps -r "$here/requirements-alone.txt" >/dev/null 2>&1; then
            echo "$wanted" >"$stamp"
        fi
    fi
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && python="$venv/bin/python"
fi

if [ -n "$python" ]; then
    for workbook in "$release"/*.xlsx; do
        check "$(basename "$workbook") read by openpyxl" "$python" "$here/check_workbook.py" "$workbook"
        check "$(basename "$workbook") by the checklists of accessible spreadsheets" \
            "$python" "$here/check_accessibility.py" "$workbook"
    done
    check "schemas and tables read by frictionless" "$python" "$here/check_schemas.py" Pipelines/Schemas "$release"
    check "data packages read by frictionless" "$python" "$here/check_packages.py" "$release"
    check "cells rejected by frictionless" "$python" "$here/check_parity.py" "${SHP:-.build/release/shp}" "$here/parity"
    check "counts made by DuckDB" "$python" "$here/check_counts.py" SampleData/landing Pipelines "$release"
    check "revisions of three deliveries read by openpyxl" "$python" "$here/check_revisions.py" \
        "${SHP:-.build/release/shp}" SampleData/landing
    check "whole releases attacked by integer programs of scipy" "$python" "$here/check_releases.py" \
        "${SHP:-.build/release/shp}" Pipelines "${RELEASE_CASES:-60}"
    check "groups that overlap attacked by integer programs of scipy" "$python" "$here/check_groups.py" \
        "${SHP:-.build/release/shp}" Pipelines "${GROUP_CASES:-20}"
    check "withheld counts attacked by integer programs of scipy" "$python" "$here/check_disclosure.py" \
        "${DISCLOSURE_CASES:-.build/release/disclosure-cases}"
    audit="$(mktemp -d)"
    "${SHP:-.build/release/shp}" audit Tests/Golden/audit-text/tables/*.csv --definition Pipelines/shp-performance.yaml \
        --format csv --xlsx "$audit/audit.xlsx" >"$audit/findings.csv"
    check "annotated workbook read by openpyxl" "$python" "$here/check_audit.py" "$audit/audit.xlsx" "$audit/findings.csv"
    rm -rf "$audit"
    if command -v soffice >/dev/null; then
        check "workbook read by LibreOffice" "$python" "$here/check_libreoffice.py" "$release"
        if command -v pdftotext >/dev/null; then
            check "workbook printed by LibreOffice" "$python" "$here/check_print.py" "$release"
        else
            skip "poppler is not installed (poppler-utils)"
        fi
    else
        skip "LibreOffice is not installed (libreoffice-calc)"
    fi
    if command -v chromium >/dev/null && command -v chromedriver >/dev/null && command -v pdftotext >/dev/null; then
        check "pages shown by Chromium and judged by axe-core" "$python" "$here/check_pages.py" "$releases" "$release"
    else
        skip "Chromium or poppler is not installed (chromium, chromium-driver, poppler-utils)"
    fi
else
    skip "openpyxl, frictionless, DuckDB and scipy cannot be installed into $venv (python3-venv and a package index are needed)"
fi
paper="$root/../shared/published/2019-20-Q1"
if [ -d "$paper" ] && command -v python3 >/dev/null; then
    check "the landing folder read in plain Python" \
        python3 Tests/Golden/oracle.py SampleData/landing "$paper/figures.csv" "$paper/errata.csv"
else
    echo "skipped: the published figures are not beside the checkout (../shared/published)"
    skipped=$((skipped + 1))
fi
echo "clients: $passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
