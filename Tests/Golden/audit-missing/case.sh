# A file that is not there.
ARGUMENTS=(audit Tests/Golden/audit-text/tables/no-such-table.csv)
STATUS=66
