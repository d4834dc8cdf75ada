# The force's name is misspelt in 'covers', so that no month counts as delivered: the status gives both spellings.
prepare() {
    local header="Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context"
    cp -r Pipelines "$WORK/Pipelines"
    sed -i 's/covers: {Cleveland Police:/covers: {Cleveland Polcie:/' "$WORK/Pipelines/police-uk-street.yaml"
    mkdir "$WORK/landing"
    {
        printf '%s\r\n' "$header"
        printf ',2023-04,Cleveland Police,Cleveland Police,-1.2,54.6,On or near A Street,E01011949,Hartlepool 009A,Burglary,,\r\n'
    } >"$WORK/landing/2023-04-street.csv"
}
ARGUMENTS=(status "$WORK/Pipelines/police-uk-street.yaml" --quarter 2023-24-Q1 --on 2023-12-01 --input "$WORK/landing")
STATUS=1
