#!/usr/bin/env bash
# Runs every golden case and compares status, messages and files with what is recorded.
#
# A case is a folder with `case.sh`, which defines
#   prepare   makes $WORK/landing and whatever else the case needs (optional); a release that is only read belongs in
#             $WORK/release
#   ARGUMENTS the arguments of shp; $WORK/output is where output belongs
#   STATUS    the exit status
# and `expected/`: stdout, stderr, and a listing and copies of the files in the output folder. The output folder may
# hold an earlier release in $WORK/output, made by `prepare`: it is compared like everything else.
#
# The extracts of malformed/ have a runner of their own, which is called at the end.
#
# What the program knows of files (inodes, times) is this machine's own and is left out, and so is the ledger. Workbooks depend on the version of libxlsxwriter, so their bytes are not compared here; the client checks read them.
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
update=no
[ "${1:-}" = --update ] && update=yes
SHP="$(realpath "${SHP:-$root/.build/release/shp}")"
failed=0
passed=0

# A case with PAGES=yes also compares pages, data packages and dictionaries: they say of every case what they say of one.

# What a run left, in a form that two machines agree on. The identifier of a release, which every change of a definition
# changes, becomes RELEASE.
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
            # The entries of workbooks and of what tells their sizes or the release: the size before the name, the hash after it.
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
