# The sample with implausible data. A later delivery of one treatment agency has day and month of birth dates swapped
# where possible, and many modalities without a start. The cumulative number of families is lower than before.
prepare() {
    mkdir "$WORK/landing"
    cp -r SampleData/landing/. "$WORK/landing"
    awk -F, 'BEGIN { OFS = "," } NR > 1 {
        birth = $5; gsub("\"", "", birth)
        if (split(birth, part, "/") == 3 && part[1] <= 12) $5 = "\"" part[2] "/" part[1] "/" part[3] "\""
        if (NR % 10 == 0) $17 = "\"\""
    } { print }' "$WORK/landing/treatment/2019-07-15_ndtms_A1001.csv" \
        >"$WORK/landing/treatment/2019-07-16_ndtms_A1001.csv"
    sed -i 's|^\(troubled-families-engaged,Hartlepool,2019/20 Q1,\)1229|\1700|' \
        "$WORK/landing/returns/2019-07-12_partner-returns.csv"
}
ARGUMENTS=(run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input "$WORK/landing" --output "$WORK/output")
STATUS=1
