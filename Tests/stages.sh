#!/usr/bin/env bash
# Runs make targets one after the other and prints how long each took: Tests/stages.sh lint build ...
# A target that has passed is not run again for a later target. The script stops at the first target that fails, and
# prints the times in any case.
set -uo pipefail
times=()
passed=()
status=0

for stage in "$@"; do
    began=$SECONDS
    "${MAKE:-make}" --no-print-directory "${passed[@]}" "$stage"
    status=$?
    if [ $status = 0 ]; then verdict=passed; else verdict=FAILED; fi
    times+=("$(printf '%-15s %4d s  %s' "$stage" $((SECONDS - began)) "$verdict")")
    [ $status = 0 ] || break
    passed+=("--old-file=$stage")
done

printf '\n'
printf '%s\n' "${times[@]}"
printf '%-15s %4d s\n' together "$SECONDS"
exit $status
