# Home Office open data: two years whose columns, partnerships and quoting differ, and a quarter that was published anew.
# Rows of other partnerships, rows that no partnership could be given to, and fraud are out of scope; a partnership and a
# code that nothing knows, and a count that is no plain number, are findings; a cell told twice counts once.
prepare() {
    cp -r "$folder/landing" "$WORK/landing"
}
ARGUMENTS=(run Pipelines/recorded-crime-csp.yaml --input "$WORK/landing" --output "$WORK/output" --verbose)
STATUS=1
