#!/usr/bin/env bash
# Runs every golden case and compares status, messages and files with the recorded results.
#
# A case is a folder with `case.sh`, which defines
#   prepare   makes $WORK/landing and whatever else the case needs (optional); a release that is only read goes into
#             $WORK/release
#   ARGUMENTS the arguments of shp; $WORK/output is the output folder
#   STATUS    the exit status
# and `expected/`, which has stdout, stderr, a listing of the output folder and copies of its files. `prepare` may put
# an earlier release into $WORK/output; that release is compared, too.
#
# The extracts of malformed/ have a separate runner, which is called at the end.
#
# What the program records about files (inodes, times) differs between machines and is left out, and so is the ledger.
# The bytes of workbooks depend on the version of libxlsxwriter and are not compared; the client checks read workbooks.
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
update=no
[ "${1:-}" = --update ] && update=yes
SHP="$(realpath "${SHP:-$root/.build/release/shp}")"
failed=0
passed=0

# Only a case with PAGES=yes compares pages, data packages and dictionaries, because they are alike in every case.

# Copies the files of a run in a form that is the same on every machine. The identifier of a release, which changes with
# the definition, becomes RELEASE.
record() {
    local work=$1 to=$2 pages=$3 id
    mkdir -p "$to"
    id="$(cd "$work" && find output release -path '*/state' -prune -o -name manifest.json -printf '%h\n' 2>/dev/null | head -n 1)"
    id="$(basename "${id:-no-release}")"
    for stream in stdout stderr; do
        sed -e "s|$work|WORK|g" -e "s|$root/||g" -e "s|$id|RELEASE|g" "$work/$stream" >"$to/$stream"
    done
    (cd "$work" && find output -mindepth 1 ! -name known-files ! -name 'ledger.sqlite*' ! -path '*/state/runs*' -printf '%y %P %l\n' 2>/dev/null | sed "s|$id|RELEASE|g" | LC_ALL=C sort) \
        >"$to/listing"
    [ -d "$work/output" ] || return 0
    (cd "$work/output" && find . -type f ! -name '*.xlsx' ! -name lock ! -name known-files ! -name 'ledger.sqlite*' ! -path '*/state/runs/*' -print0) | while IFS= read -r -d '' file; do
        case "$pages $(basename "$file")" in
            "no index.html" | "no datapackage.json" | "no data-dictionary.csv") continue ;;
        esac
        copy="$to/output/${file//$id/RELEASE}"
        mkdir -p "$(dirname "$copy")"
        if [ "$(basename "$file")" = manifest.json ]; then
            # Drops the entries of workbooks, and of files that state workbook sizes or the release: name, size and
            # hash.
            awk '{ lines[NR] = $0 }
                /"file" : "(.*\.xlsx|index\.html|datapackage\.json)",$/ && lines[NR - 1] ~ /"bytes"/ { drop[NR - 2] = drop[NR - 1] = drop[NR] = drop[NR + 1] = drop[NR + 2] = 1 }
                END { for (i = 1; i <= NR; i++) if (!(i in drop)) print lines[i] }' \
                "$work/output/$file" | sed "s|$id|RELEASE|g" >"$copy"
        elif [[ "$file" = *.html || "$file" = *datapackage.json ]]; then
            sed -e "s|$id|RELEASE|g" -e 's/(Excel workbook, [0-9.]* [kM]B)/(Excel workbook, SIZE)/' \
                "$work/output/$file" >"$copy"
        else
            cp "$work/output/$file" "$copy"
        fi
    done
}

for folder in "$here"/*/; do
    [ -f "$folder/case.sh" ] || continue
    name="$(basename "$folder")"
    WORK="$(mktemp -d)"
    (
        set -e
        cd "$root"
        prepare() { :; }
        # shellcheck source=/dev/null
        . "$folder/case.sh"
        prepare
        set +e
        "$SHP" "${ARGUMENTS[@]}" >"$WORK/stdout" 2>"$WORK/stderr"
        status=$?
        [ "$status" = "$STATUS" ] || { echo "$name: exit status $status, expected $STATUS"; cat "$WORK/stderr"; exit 1; }
    ) || { failed=$((failed + 1)); rm -rf "$WORK"; continue; }
    rm -rf "$WORK/actual"
    pages=no
    grep -q '^PAGES=yes' "$folder/case.sh" && pages=yes
    record "$WORK" "$WORK/actual" "$pages"
    if [ "$update" = yes ]; then
        rm -rf "$folder/expected"
        cp -r "$WORK/actual" "$folder/expected"
    fi
    if diff -r "$folder/expected" "$WORK/actual" >"$WORK/diff"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$name: differs from what is recorded"
        head -n 40 "$WORK/diff"
    fi
    rm -rf "$WORK"
done
echo "golden: $passed passed, $failed failed"
SHP="$SHP" "$here/malformed/run.sh" "$@" || failed=$((failed + 1))
if [ "$update" = yes ]; then
    echo "The golden runs were recorded anew. Read the difference (git diff Tests/Golden), then run: make golden"
    exit 1
fi
[ "$failed" = 0 ]
