# A misspelt key, an unknown offence group, a wrong area code and a missing schema: there are four messages, and nothing
# is written.
prepare() {
    cp -r Pipelines "$WORK/Pipelines"
    sed -i \
        -e 's/^partnership:/partnershp:/' \
        -e 's/group: shoplifting}$/group: shoplfting}/' \
        -e 's/home: E06000001/home: E06000010/' \
        -e 's|schema: Schemas/asb-incidents.yaml|schema: Schemas/asb-incident.yaml|' \
        "$WORK/Pipelines/shp-performance.yaml"
}
ARGUMENTS=(run "$WORK/Pipelines/shp-performance.yaml" --input SampleData/landing --output "$WORK/output")
STATUS=78
