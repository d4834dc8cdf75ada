# Where figures of the sample quarter come from: a count of crimes, a rate, a share of clients in treatment and a
# return, as text and as rows. Only line numbers are shown for clients. For a label that no table has, the nearest
# labels are named.
prepare() {
    "$SHP" run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --output "$WORK/release" --quiet
    local quarter="$WORK/release/shp-performance/2019-20-Q1"
    local id
    id="$(basename "$(readlink "$quarter/latest")")"
    mkdir "$WORK/output"
    explain() {
        local name=$1
        shift
        "$SHP" explain "$quarter" "$@" | sed "s|$id|RELEASE|g" >"$WORK/output/$name.txt"
        "$SHP" explain "$quarter" "$@" --format csv >"$WORK/output/$name.csv"
    }
    explain count "bicycle theft" --area Hartlepool
    explain rate "Business Robbery" --area Cleveland --measure rate
    explain share "Proportion of substance misusers who successfully complete treatment and represent back into treatment within 6 months of leaving treatment"
    explain return "First-time entrants to the criminal justice system" --measure difference
    explain missing "Deliberate Fires"
    "$SHP" explain "$quarter" "Homicide" --area Cleveland --format json | sed "s|$id|RELEASE|g" >"$WORK/output/homicide.json"
}
ARGUMENTS=(explain "$WORK/release/shp-performance/2019-20-Q1" "Violence with injuries" --area Hartlepool)
STATUS=64
