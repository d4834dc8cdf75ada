#!/bin/bash
# Counts the instructions that each package spends on a row of street-level crime, on one thread, and compares them with
# the recorded counts. A regression shows even on a busy machine.
#
#   instructions.sh             compare; status 1 when a package needs over a tenth more instructions, or all packages
#                               together (without libcsv, which sees few rows) over three per cent more
#   instructions.sh --update    record the current counts
#
# Two chunks of one extract are counted and subtracted, so that start-up and the reading of definitions are not counted.
# BUILD is the folder of the programs.
set -euo pipefail
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-.build/release}
record=Tests/Performance/instructions.txt
short=50000 long=150000 tolerance=10

for tool in valgrind callgrind_annotate strip; do
  if ! command -v "$tool" > /dev/null; then
    echo "skipped: there is no $tool here (on Debian: apt-get install valgrind binutils)"
    exit 0
  fi
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# valgrind 3.19 fails on Swift's debugging information. Function names are kept, because they are not part of it.
strip --strip-debug -o "$scratch/ingest-benchmark" "$BUILD/ingest-benchmark"

# The beginning of a large extract, so that each LSOA has as many rows in succession as in a whole year's data.
{ "$BUILD/street-generator" 1200000000 --seed 42 2> /dev/null || true; } | head -n $((long + 1)) > "$scratch/$long.csv"
head -n $((short + 1)) "$scratch/$long.csv" > "$scratch/$short.csv"

# Prints instructions and package for each function that a chunk of the extract calls. A Swift symbol begins with the
# length of its module's name, then the name.
count() {
  # With a different hash seed in each run, hash tables would differ.
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file="$scratch/$1.out" \
    "$scratch/ingest-benchmark" "$scratch/$1.csv" 1 reading > "$scratch/$1.log" 2>&1 \
    || { tail -20 "$scratch/$1.log" >&2; return 1; }
  callgrind_annotate --auto=no --threshold=100 "$scratch/$1.out" | awk '
    function package(symbol, digits) {
      if (match(symbol, /:\$s[0-9]+/)) {
        digits = substr(symbol, RSTART + 3, RLENGTH - 3)
        return substr(symbol, RSTART + RLENGTH, digits)
      }
      if (symbol ~ /:(csv_|cspan)/) return "libcsv"
      if (symbol ~ /:\$s|:swift_|:_swift_|libswiftCore/) return "Swift-library"
      if (symbol ~ /libc\.so/) return "C-library"
      return "other"
    }
    /\(.*%\)/ && !/PROGRAM TOTALS/ {
      gsub(",", "", $1)
      symbol = $0
      sub(/^[^)]*\) */, "", symbol)
      print $1, package(symbol)
    }'
}

count $short > "$scratch/short" &
count $long > "$scratch/long"
wait $!

# For comparison, the benchmark runs libcsv twice with empty callbacks of its own. These callbacks are not counted;
# libcsv is.
awk -v rows=$((long - short)) '
  { sum[$2] += FILENAME ~ /long$/ ? $1 : -$1 }
  END { for (package in sum) if (package != "ingest_benchmark" && sum[package] > rows) printf "%s %.0f\n", package, sum[package] / rows }
' "$scratch/short" "$scratch/long" | sort > "$scratch/counted"

if [ "${1:-}" = --update ]; then
  {
    echo "# Instructions a row, by package; Tests/Performance/instructions.sh compares. Recorded with"
    echo "# $(swift --version 2> /dev/null | grep -o 'Swift version [0-9.]*'), $(valgrind --version), $(uname -m)."
    cat "$scratch/counted"
  } > "$record"
  echo "recorded in $record:"
  cat "$scratch/counted"
  exit 0
fi

# Five instructions are allowed on top of the tenth, because small counts vary.
awk -v tolerance=$tolerance '
  /^#/ { next }
  NR == FNR { recorded[$1] = $2; next }
  {
    counted[$1] = $2
    before = recorded[$1] + 0
    if ($1 != "libcsv") { all += $2; allBefore += before }
    verdict = $2 > before * (1 + tolerance / 100) + 5 ? "DEARER" : $2 < before * (1 - tolerance / 100) - 5 ? "cheaper" : ""
    if (verdict == "DEARER") failed = 1
    printf "%-20s %6d instructions a row, recorded %6d  %s\n", $1, $2, before, verdict
  }
  END {
    for (package in recorded) if (!(package in counted)) printf "%-20s   none any more, recorded %6d  cheaper\n", package, recorded[package]
    printf "%-20s %6d instructions a row, recorded %6d  %s\n", "together", all, allBefore,
      (all > allBefore * 1.03 ? "DEARER" : "")
    exit (failed || all > allBefore * 1.03)
  }
' "$record" "$scratch/counted"
