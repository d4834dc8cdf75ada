# The sample quarter with all its figures.
prepare() { :; }
ARGUMENTS=(run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --output "$WORK/output" --verbose)
STATUS=0
PAGES=yes
