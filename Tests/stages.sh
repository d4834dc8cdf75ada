#!/usr/bin/env bash
# Runs make targets one after the other and prints how long each took: Tests/stages.sh lint build ...
# It stops at the first that fails; the times are printed all the same.
set -uo pipefail
times=()
status=0

for stage in "$@"; do
    began=$SECONDS
    "${MAKE:-make}" --no-print-directory "$stage"
    status=$?
    verdict=passed
    [ $status = 0 ] || verdict=FAILED
    times+=("$(printf '%-15s %4d s  %s' "$stage" $((SECONDS - began)) "$verdict")")
    [ $status = 0 ] || break
done

printf '\n'
printf '%s\n' "${times[@]}"
printf '%-15s %4d s\n' together "$SECONDS"
exit $status
