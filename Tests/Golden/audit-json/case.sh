# A table with titles above it, headings over two lines, brackets for negatives, a sum that a structure names, and figures
# that another issue of it had otherwise: a lost minus and a tie.
ARGUMENTS=(audit Tests/Golden/audit-json/tables/wards.csv --structure Tests/Golden/audit-json/wards.yaml
    --previous Tests/Golden/audit-json/earlier/wards.csv --format json)
STATUS=65
