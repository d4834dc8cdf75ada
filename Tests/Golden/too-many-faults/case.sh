# Limits in the schemas: two extracts have more wrong dates than the schema allows, a third has a column that the schema
# refuses, and others have an unknown code. Nothing is published, and each problem is reported.
prepare() {
    cp -r Pipelines "$WORK/Pipelines"
    printf '  checks:\n    - {rule: invalid-date, field: date_recorded, refuse-above: 0.05%%}\n    - {rule: field-count, stop-above: 1000}\n' \
        >>"$WORK/Pipelines/Schemas/force-crime.yaml"
    printf '  checks:\n    - {rule: unknown-column, then: refuse}\n    - {rule: unknown-category, refuse-above: 0}\n' >>"$WORK/Pipelines/Schemas/asb-incidents.yaml"
    cp -r SampleData/landing "$WORK/landing"
    sed -i -e '1s/$/,Ward/' -e '2,$s/$/,Burn Valley/' "$WORK/landing/asb/2018-07-11_asb_cleveland_2018-19-Q1.csv"
    sed -i '2,200s/,2019-04-/,2019.04./' "$WORK/landing/crime/2019-07-10_force-crime_cleveland_2019-20-Q1.csv"
}
ARGUMENTS=(run "$WORK/Pipelines/shp-performance.yaml" --input "$WORK/landing" --output "$WORK/output")
STATUS=65
