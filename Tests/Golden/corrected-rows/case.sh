# A quarantine file that somebody edited in a spreadsheet and laid beside the extract: two rows are put right, one is at
# fault still, one was never in quarantine.
prepare() {
    cp -r "$folder/landing" "$WORK/landing"
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --quarter 2014-15-Q1 --input "$WORK/landing" --output "$WORK/output" --verbose)
STATUS=1
