# Messages as JSON: one object on each line, with separate keys for file, line, column, value and code.
prepare() {
    export SOURCE_DATE_EPOCH=1404180900
    cp -r Tests/Golden/mixed-landing/landing "$WORK/landing"
    sed -i -e '3s/E01011954/E0101195X/' -e '4s/2014-04/2014-14/' "$WORK/landing/2014-04-cleveland-street.csv"
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --input "$WORK/landing" --output "$WORK/output" --verbose --log-format json)
STATUS=1
