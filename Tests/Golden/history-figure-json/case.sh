# A figure in all releases, as JSON; the ledger is in a separate folder.
prepare() {
    export SOURCE_DATE_EPOCH=1404180900
    "$SHP" run Pipelines/police-uk-street.yaml --input Tests/Golden/mixed-landing/landing --output "$WORK/output" \
        --state "$WORK/ledger" --quiet
}
ARGUMENTS=(history --figure Burglary --area Hartlepool --state "$WORK/ledger" --format json)
STATUS=0
