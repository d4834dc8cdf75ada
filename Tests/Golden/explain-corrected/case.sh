# Corrected rows are traced to the line that was at fault and to the line that replaces it. When the landing folder has
# changed, each changed file is reported, with what the release itself says about the figure.
prepare() {
    cp -r Tests/Golden/corrected-rows/landing "$WORK/landing"
    # Other rows are still at fault, so the run ends with its status for findings.
    "$SHP" run Pipelines/police-uk-street.yaml --quarter 2014-15-Q1 --input "$WORK/landing" --output "$WORK/release" --quiet || [ $? = 1 ]
    local quarter="$WORK/release/police-uk-street/2014-15-Q1"
    local id
    id="$(basename "$(readlink "$quarter/latest")")"
    mkdir "$WORK/output"
    "$SHP" explain "$quarter" "Total recorded crime" --area Hartlepool --input "$WORK/landing" --rows 40 |
        sed "s|$id|RELEASE|g" >"$WORK/output/crimes.txt"
    sed -i '2d' "$WORK"/landing/*street.csv
}
ARGUMENTS=(explain "$WORK/release/police-uk-street/2014-15-Q1" "Total recorded crime" --area Hartlepool --input "$WORK/landing")
STATUS=65
