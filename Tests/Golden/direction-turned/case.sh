# Late assaults turn a fall in an issued release into a rise: the run publishes, and warns even with --quiet.
prepare() {
    cp -r SampleData/landing "$WORK/landing"
    "$SHP" run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input "$WORK/landing" --output "$WORK/release" --quiet
    "$SHP" issue 2019-20-Q1 --output "$WORK/release" --on 2019-07-25 --quiet >"$WORK/issued"
    {
        echo "Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"
        for number in 1 2 3 4 5 6 7 8 9; do
            echo "HP19/70000$number,14/05/2019,8N,Assault with injury,E01011954,Hartlepool,N,N,N"
        done
    } >"$WORK/landing/crime/2019-08-05_force-crime_late.csv"
}
ARGUMENTS=(run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input "$WORK/landing" --output "$WORK/release" --quiet)
STATUS=0
