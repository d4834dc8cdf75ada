# Places of a street file: LSOAs of the Censuses of 2011 and 2021, an unlisted LSOA with the name of one of our areas,
# an LSOA elsewhere, and no place at all. Rows in our areas count, and the unlisted code is reported once with its rows.
prepare() {
    mkdir -p "$WORK/landing"
    local month day=0 id place
    for month in 2024-04 2024-05 2024-06; do
        {
            echo "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context"
            for place in E01011949,'Hartlepool 009A' E01035188,'Hartlepool 015C' E01099001,'Hartlepool 016A' \
                E01099001,'Hartlepool 016A' E01099002,'Middlesbrough 021A' E01011229,'Leeds 063A' ,; do
                day=$((day + 1))
                id=$(printf '%064x' "$day")
                echo "$id,$month,Cleveland Police,Cleveland Police,,,On or near Mill Lane,$place,Burglary,Under investigation,"
            done
        } >"$WORK/landing/$month-cleveland-street.csv"
    done
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --input "$WORK/landing" --output "$WORK/output" --quarter 2024-25-Q1)
STATUS=0
