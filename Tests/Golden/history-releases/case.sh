# The ledger's entry for a release that was made at night, with the time of the run.
prepare() {
    export SOURCE_DATE_EPOCH=1404180900
    "$SHP" run Pipelines/police-uk-street.yaml --input Tests/Golden/mixed-landing/landing --output "$WORK/output" --quiet
}
ARGUMENTS=(history --releases --output "$WORK/output")
STATUS=0
