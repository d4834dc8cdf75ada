# A misspelt label is reported with the nearest label that a release has.
prepare() {
    "$SHP" run Pipelines/police-uk-street.yaml --input Tests/Golden/mixed-landing/landing --output "$WORK/output" --quiet
}
ARGUMENTS=(history --figure Burglery --output "$WORK/output")
STATUS=66
