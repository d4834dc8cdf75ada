# The sample, except that one treatment agency last delivered in May: its clients' later episodes are not known.
prepare() {
    mkdir "$WORK/landing"
    cp -r SampleData/landing/. "$WORK/landing"
    mv "$WORK/landing/treatment/2019-07-15_ndtms_B2002.csv" "$WORK/landing/treatment/2019-05-20_ndtms_B2002.csv"
}
ARGUMENTS=(run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input "$WORK/landing" --output "$WORK/output")
STATUS=1
