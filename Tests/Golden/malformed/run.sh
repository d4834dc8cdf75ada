#!/usr/bin/env bash
# Validates every extract in the folders next to this file, and compares the output with the file of the same name that
# ends in `.expected`: the problems as text, the rows, and the exit status. The extracts of crime, asb, returns and
# treatment are checked against the performance definition, the extracts of street against the data.police.uk
# definition, and the extracts of declared against the schema in that folder.
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
SHP="$(realpath "${SHP:-$root/.build/release/shp}")"
update=no
[ "${1:-}" = --update ] && update=yes
passed=0
failed=0
cd "$here"
for file in */*.csv; do
    case "$file" in
        declared/*) against=(--schema declared/schema.yaml) ;;
        street/*) against=(--definition "$root/Pipelines/police-uk-street.yaml") ;;
        *) against=(--definition "$root/Pipelines/shp-performance.yaml") ;;
    esac
    actual="$("$SHP" validate "$file" "${against[@]}" 2>&1)"
    actual+=$'\n'"exit status $?"
    expected="${file%.csv}.expected"
    [ "$update" = yes ] && printf '%s\n' "$actual" >"$expected"
    if difference="$(diff "$expected" - <<<"$actual" 2>&1)"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "malformed/$file: differs from what is recorded"
        echo "$difference"
    fi
done
echo "malformed extracts: $passed passed, $failed failed"
[ "$failed" = 0 ]
