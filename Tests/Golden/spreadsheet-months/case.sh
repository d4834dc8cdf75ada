# A spreadsheet turned the months into dates: every row is at fault. The message says so, with values and what to do.
prepare() {
    mkdir -p "$WORK/landing"
    local month
    for month in 2023-04,Apr-23 2023-05,01/05/2023 2023-06,43983; do
        {
            echo "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context"
            echo ",${month#*,},Cleveland Police,Cleveland Police,,,On or near Mill Lane,E01011949,Hartlepool 009A,Burglary,,"
            echo ",${month#*,},Cleveland Police,Cleveland Police,,,On or near Mill Lane,E01011950,Hartlepool 008A,Burglary,,"
        } >"$WORK/landing/${month%,*}-cleveland-street.csv"
    done
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --input "$WORK/landing" --output "$WORK/output" --quarter 2023-24-Q1)
STATUS=66
