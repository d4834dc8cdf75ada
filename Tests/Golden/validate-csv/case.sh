# Several extracts at once, as CSV: one that is no text hides no other, one is not there, and the order is that of the
# command line.
ARGUMENTS=(
    validate Tests/Golden/malformed/crime/several-faults-in-one-row.csv Tests/Golden/malformed/crime/file-pdf.csv
    Tests/Golden/malformed/nowhere.csv Tests/Golden/malformed/crime/value-formula.csv
    Tests/Golden/malformed/treatment/values-are-never-shown.csv --definition Pipelines/shp-performance.yaml --format csv
)
STATUS=66
