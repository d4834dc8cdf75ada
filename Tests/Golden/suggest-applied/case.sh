# Both git and patch can apply the patch of the case suggest-labels. After that, the header and the code are known, and
# only remarks are left.
. "$here/suggest-labels/case.sh"
eval "$(declare -f prepare | sed '1s/prepare/land/')"
prepare() {
    local definition="$WORK/Pipelines/shp-performance.yaml"
    land
    "$SHP" suggest "$definition" --input "$WORK/landing" --output "$WORK/labels.patch" 2>"$WORK/first"
    cp -r "$WORK/Pipelines" "$WORK/patched"
    (cd "$WORK/Pipelines" && git apply --check "$WORK/labels.patch" && git apply "$WORK/labels.patch")
    patch --quiet --directory="$WORK/patched" -p1 <"$WORK/labels.patch"
    diff -r "$WORK/Pipelines" "$WORK/patched"
    "$SHP" run "$definition" --quarter 2019-20-Q1 --input "$WORK/landing" --output "$WORK/published" --verbose \
        >/dev/null 2>"$WORK/messages"
    ! grep -E "Closing Category|28EE" "$WORK/messages"
}
