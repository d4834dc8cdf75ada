# A table with titles above it, headings over two lines, brackets for negatives and a sum that a structure names. Some
# figures differ from an earlier issue of the table: a lost minus, and an error with two possible places.
ARGUMENTS=(audit Tests/Golden/audit-json/tables/wards.csv --structure Tests/Golden/audit-json/wards.yaml
    --previous Tests/Golden/audit-json/earlier/wards.csv --format json)
STATUS=65
