# A quarter whose year has no row in the table of targets: the error comes before the landing folder is looked for.
ARGUMENTS=(run Pipelines/shp-performance.yaml --quarter 2020-21-Q3 --input "$WORK/landing" --output "$WORK/output")
STATUS=78
