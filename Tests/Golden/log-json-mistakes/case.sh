# Errors in a definition as JSON: one object for each, with file, line and character.
prepare() {
    export SOURCE_DATE_EPOCH=1404180900
    cp -r Pipelines "$WORK/Pipelines"
    sed -i \
        -e 's/^partnership:/partnershp:/' \
        -e 's/group: shoplifting}$/group: shoplfting}/' \
        "$WORK/Pipelines/shp-performance.yaml"
}
ARGUMENTS=(check "$WORK/Pipelines/shp-performance.yaml" --log-format json)
STATUS=78
