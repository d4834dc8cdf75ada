# Two downloads of a month with different rows, and no day that shows which is later: the run is refused, and the
# message says how to give the day. The order of names and the times of the files do not decide.
prepare() {
    local header="Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context"
    mkdir "$WORK/landing"
    for file in 2023-04 2023-05 2023-06 "2023-05 new"; do
        {
            printf '%s\r\n' "$header"
            for n in 1 2 3; do
                printf ',%s,Cleveland Police,Cleveland Police,-1.2,54.6,On or near A Street,E01011949,Hartlepool 009A,%s,,\r\n' \
                    "${file% new}" "$([ "$file" = "2023-05 new" ] && echo Drugs || echo Burglary)"
            done
        } >"$WORK/landing/$file-street.csv"
    done
    touch -d 2023-07-01 "$WORK/landing/2023-05-street.csv"
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --quarter 2023-24-Q1 --input "$WORK/landing" --output "$WORK/output")
STATUS=65
