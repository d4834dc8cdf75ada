# A quarter of whose year the table of targets has no row: said before a landing folder is even looked for.
ARGUMENTS=(run Pipelines/shp-performance.yaml --quarter 2020-21-Q3 --input "$WORK/landing" --output "$WORK/output")
STATUS=78
