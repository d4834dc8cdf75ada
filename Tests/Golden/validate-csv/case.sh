# Several extracts at once, as CSV. One is not text, which does not hide the problems of the others, and one is missing.
# The order is that of the command line.
ARGUMENTS=(
    validate Tests/Golden/malformed/crime/several-faults-in-one-row.csv Tests/Golden/malformed/crime/file-pdf.csv
    Tests/Golden/malformed/nowhere.csv Tests/Golden/malformed/crime/value-formula.csv
    Tests/Golden/malformed/treatment/values-are-never-shown.csv --definition Pipelines/shp-performance.yaml --format csv
)
STATUS=66
