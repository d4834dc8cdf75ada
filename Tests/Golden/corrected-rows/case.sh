# A quarantine file that somebody edited in a spreadsheet and put next to the extract: two rows are corrected, one is
# still at fault, and one was never in quarantine.
prepare() {
    cp -r "$folder/landing" "$WORK/landing"
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --quarter 2014-15-Q1 --input "$WORK/landing" --output "$WORK/output" --verbose)
STATUS=1
