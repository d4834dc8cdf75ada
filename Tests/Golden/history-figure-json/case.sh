# A figure over all releases, for programs; the ledger lies in a folder of its own.
prepare() {
    export SOURCE_DATE_EPOCH=1404180900
    "$SHP" run Pipelines/police-uk-street.yaml --input Tests/Golden/mixed-landing/landing --output "$WORK/output" \
        --state "$WORK/ledger" --quiet
}
ARGUMENTS=(history --figure Burglary --area Hartlepool --state "$WORK/ledger" --format json)
STATUS=0
