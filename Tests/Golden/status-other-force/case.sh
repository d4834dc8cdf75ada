# The force's own file for June is missing. A few rows of another force in its areas do not count as a delivery.
prepare() {
    local header="Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context"
    mkdir "$WORK/landing"
    for month in 2023-04 2023-05 2023-06; do
        local force="Cleveland Police"
        [ "$month" = 2023-06 ] && force="British Transport Police"
        {
            printf '%s\r\n' "$header"
            for n in 1 2 3; do
                printf ',%s,%s,%s,-1.2,54.6,On or near A Street,E01011949,Hartlepool 009A,Burglary,,\r\n' \
                    "$month" "$force" "$force"
            done
        } >"$WORK/landing/$month-street.csv"
    done
}
ARGUMENTS=(status Pipelines/police-uk-street.yaml --quarter 2023-24-Q1 --on 2023-12-01 --input "$WORK/landing")
STATUS=1
