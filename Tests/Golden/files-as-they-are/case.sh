# Files as people send them: UTF-16, titles above the header, a source below the last row, totals, a repeated header in
# the middle, extra columns, NULs in two rows. The figures are those of the plain files without those two rows.
prepare() {
    cp -r SampleData/landing "$WORK/landing"
    cd "$WORK/landing"
    # UTF-16 as Excel writes it.
    { printf '\377\376'; iconv -f UTF-8 -t UTF-16LE crime/2019-07-10_force-crime_cleveland_2019-20-Q1.csv; } >../utf16
    mv ../utf16 crime/2019-07-10_force-crime_cleveland_2019-20-Q1.csv
    # A report with a title, subtotals and the header on every page.
    awk 'BEGIN { print "Recorded crime: corrections\r\nPrinted 17/07/2019, \"draft\"\r\n\r" }
        NR == 1 { header = $0 }
        NR == 30 { print "Hartlepool Total,29,,,,,,,\r"; print header }
        { print }
        END { print "Grand total,60,,,,,,,\r\nSource: the force\r" }' \
        crime/2019-07-17_force-crime_corrections.csv >../report
    mv ../report crime/2019-07-17_force-crime_corrections.csv
    # Extra columns, and an empty row of extra columns.
    sed -i 's/\r$/,,\r/; $a,,,,,,,\r' asb/2018-04-11_asb_hartlepool_2017-18.csv
    # Two rows with NULs. The second has a client's identifiers, so only its line number is reported.
    sed -i '100s/^/\x00\x00/' asb/2019-07-10_asb_cleveland_2019-20-Q1.csv
    sed -i '50s/1/\x00/' treatment/2019-07-15_ndtms_A1001.csv
    cd "$root"
}
ARGUMENTS=(run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input "$WORK/landing" --output "$WORK/output")
STATUS=0
