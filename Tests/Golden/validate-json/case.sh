# Extracts of several sources, as JSON; the source of one is found by its header.
prepare() {
    cp Tests/Golden/malformed/returns/reasons.csv "$WORK/by-header.csv"
    cp Tests/Golden/malformed/crime/value-nul-byte.csv "$WORK/crime.csv"
    cp Tests/Golden/malformed/crime/file-json.csv "$WORK/other.csv"
}
ARGUMENTS=(
    validate "$WORK/by-header.csv" "$WORK/crime.csv" "$WORK/other.csv" --definition Pipelines/shp-performance.yaml
    --format json
)
STATUS=65
