# Home Office open data: two years with different columns, partnerships and quoting, and a quarter that was published
# again. Rows of other partnerships, rows without a partnership, and fraud are out of scope. An unknown partnership, an
# unknown code and a count that is not a plain number are findings. A cell that is given twice counts once.
prepare() {
    cp -r "$folder/landing" "$WORK/landing"
}
ARGUMENTS=(run Pipelines/recorded-crime-csp.yaml --input "$WORK/landing" --output "$WORK/output" --verbose)
STATUS=1
