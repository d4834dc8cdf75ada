# A log that stops on 19 June, a month of the year before that was never delivered, a missing return and a source
# without any extract. The status is printed as a table, for a day on which only some of them are overdue.
prepare() {
    cp -r SampleData/landing "$WORK/landing"
    cd "$WORK/landing"
    sed -i '/2019-06-2\|2019-06-30/d' asb/2019-07-10_asb_cleveland_2019-20-Q1.csv
    sed -i '/2018-05-/d' asb/2018-07-11_asb_cleveland_2018-19-Q1.csv
    sed -i '/^repeat-marac-cases,Hartlepool,2019\/20 Q1/d' returns/*.csv
    rm treatment/*.csv
    cd "$root"
}
ARGUMENTS=(status Pipelines/shp-performance.yaml --input "$WORK/landing" --on 2019-07-20)
STATUS=1
