# What the ledger tells of a release that a night left, with the time of that night.
prepare() {
    export SOURCE_DATE_EPOCH=1404180900
    "$SHP" run Pipelines/police-uk-street.yaml --input Tests/Golden/mixed-landing/landing --output "$WORK/output" --quiet
}
ARGUMENTS=(history --releases --output "$WORK/output")
STATUS=0
