# The tables of audit-text as CSV, without a definition: the structure is inferred from headings, labels and sums.
ARGUMENTS=(audit Tests/Golden/audit-text/tables/*.csv --format csv)
STATUS=65
