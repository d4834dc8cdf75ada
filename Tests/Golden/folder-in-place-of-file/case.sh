# A folder with the name of an extract.
prepare() {
    cp -r SampleData/landing "$WORK/landing"
    mkdir "$WORK/landing/crime/2019-08-01_crime.csv"
}
ARGUMENTS=(run Pipelines/shp-performance.yaml --input "$WORK/landing" --output "$WORK/output")
STATUS=65
