# A landing folder in which one source has no extract.
prepare() {
    mkdir -p "$WORK/landing/crime"
    cp SampleData/landing/crime/2019-07-17_force-crime_corrections.csv "$WORK/landing/crime/"
}
ARGUMENTS=(run Pipelines/shp-performance.yaml --input "$WORK/landing" --output "$WORK/output")
STATUS=66
