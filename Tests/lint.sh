#!/usr/bin/env bash
# Checks the Python files with ruff, which `make test` installs. Without ruff the check is skipped; with CI=true it
# fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ruff="${VENV:-.build/venv}/bin/ruff"
if [ -x "$ruff" ]; then
    "$ruff" check --quiet --no-cache Tests
elif [ "${CI:-}" = true ]; then
    echo "failed: there is no $ruff; Tests/python.sh --version installs it"
    exit 1
else
    echo "skipped: ruff is not installed; Tests/python.sh --version installs it"
fi
