# Two releases of a quarter, one made from an extract with one row less. The extract's hash and some figures differ; a
# rate differs even when its printed value is the same.
prepare() {
    cp -r Tests/Golden/mixed-landing/landing "$WORK/landing"
    "$SHP" run Pipelines/police-uk-street.yaml --input "$WORK/landing" --output "$WORK/before" --quiet
    sed -i '5d' "$WORK/landing/2014-04-cleveland-street.csv"
    "$SHP" run Pipelines/police-uk-street.yaml --input "$WORK/landing" --output "$WORK/after" --quiet
}
ARGUMENTS=(diff "$WORK/before/police-uk-street/2014-15-Q1" "$WORK/after/police-uk-street/2014-15-Q1")
STATUS=1
