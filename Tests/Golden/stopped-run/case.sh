# A check that stops the whole run: a return below zero. Nothing is published.
prepare() {
    cp -r Pipelines "$WORK/Pipelines"
    printf '  checks:\n    - {rule: below-minimum, field: value, then: stop}\n' >>"$WORK/Pipelines/Schemas/partner-returns.yaml"
}
ARGUMENTS=(run "$WORK/Pipelines/shp-performance.yaml" --input SampleData/landing --output "$WORK/output")
STATUS=65
