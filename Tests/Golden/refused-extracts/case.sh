# A missing column, an empty file, a file cut in the middle of a row, a folder in place of a file, a workbook: one run
# names all of them, and the earlier release stays as it was.
prepare() {
    cp -r SampleData/landing "$WORK/landing"
    "$SHP" run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input "$WORK/landing" --output "$WORK/output" --quiet 2>/dev/null
    cd "$WORK/landing"
    sed -i '1s/HO Code/HO Cde/' crime/2019-07-17_force-crime_corrections.csv
    : >asb/2019-08-01_empty.csv
    head -c 20000 asb/2019-07-10_asb_cleveland_2019-20-Q1.csv >asb/2019-08-02_cut.csv
    printf 'PK\003\004 not really' >returns/2019-08-03_workbook.csv
    cd "$root"
}
ARGUMENTS=(run Pipelines/shp-performance.yaml --input "$WORK/landing" --output "$WORK/output")
STATUS=65
