# A structure with errors: each error is reported with its line, its column and the nearest valid name.
ARGUMENTS=(audit Tests/Golden/audit-text/tables/asb-local.csv --structure Tests/Golden/audit-structure-mistakes/structure.yaml)
STATUS=78
