# The log of status-gaps on the day after the month was due: it is late. The status is JSON.
prepare() {
    cp -r SampleData/landing "$WORK/landing"
    sed -i '/2019-06-2\|2019-06-30/d' "$WORK/landing/asb/2019-07-10_asb_cleveland_2019-20-Q1.csv"
}
ARGUMENTS=(
    status Pipelines/shp-performance.yaml --input "$WORK/landing" --quarter 2019-20-Q1 --on 2019-07-31 --format json)
STATUS=1
