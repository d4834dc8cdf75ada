# The same for programs, without a definition: everything is told from headings, labels and what adds up.
ARGUMENTS=(audit Tests/Golden/audit-text/tables/*.csv --format csv)
STATUS=65
