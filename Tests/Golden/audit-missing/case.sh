# A file that does not exist.
ARGUMENTS=(audit Tests/Golden/audit-text/tables/no-such-table.csv)
STATUS=66
