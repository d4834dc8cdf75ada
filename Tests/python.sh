#!/usr/bin/env bash
# Runs Python with the packages of requirements.txt: Tests/python.sh -m pytest Tests/Clients
#
# The virtual environment is in .build/venv (or VENV) and is made again when the requirements change. When it cannot be
# made, the command is skipped with a reason; with CI=true it fails.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
venv="${VENV:-$here/../.build/venv}"
stamp="$venv/.requirements"
wanted="$(cat "$here/requirements.txt" "$here/requirements-alone.txt")"

make_environment() {
    rm -rf "$venv"
    python3 -m venv "$venv" || return 1
    local install=("$venv/bin/pip" install --quiet --disable-pip-version-check)
    "${install[@]}" -r "$here/requirements.txt" || return 1
    # Only a script of this package is used, so its dependencies are not needed.
    "${install[@]}" --no-deps -r "$here/requirements-alone.txt" || return 1
    echo "$wanted" >"$stamp"
}

if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] && ! output="$(make_environment 2>&1)"; then
    echo "$output" | tail -n 3
    if [ "${CI:-}" = true ]; then
        echo "failed: the packages of Tests/requirements.txt cannot be installed"
        exit 1
    fi
    echo "skipped: python3, python3-venv and a package index are needed for: $*"
    exit 0
fi
exec "$venv/bin/python" "$@"
