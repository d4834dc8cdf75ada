# A log that stops on 19 June, and another without May of the year before. Every figure that needs one of these months
# is missing, with a finding, a note in the workbook and a gap in the manifest. All other figures are unchanged.
prepare() {
    cp -r SampleData/landing "$WORK/landing"
    sed -i '/2019-06-2\|2019-06-30/d' "$WORK/landing/asb/2019-07-10_asb_cleveland_2019-20-Q1.csv"
    sed -i '/2018-05-/d' "$WORK/landing/asb/2018-07-11_asb_cleveland_2018-19-Q1.csv"
}
ARGUMENTS=(run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input "$WORK/landing" --output "$WORK/output")
STATUS=0
