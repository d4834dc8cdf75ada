# A slip of the keyboard is told with the nearest row that a release had.
prepare() {
    "$SHP" run Pipelines/police-uk-street.yaml --input Tests/Golden/mixed-landing/landing --output "$WORK/output" --quiet
}
ARGUMENTS=(history --figure Burglery --output "$WORK/output")
STATUS=66
