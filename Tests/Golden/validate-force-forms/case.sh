# Forms of force extracts: LSOA and authority that contradict each other, Home Office class numbers, dates and codes that a
# spreadsheet has changed, and an end-of-file mark.
prepare() {
    mkdir -p "$WORK/landing/crime"
    {
        echo "Crime Ref,Recorded Date,HO Code,Offence,LSOA,Local Authority,Hate,Domestic,Cancelled"
        local row number=700000
        for row in "03/06/2019,46,E01035188,Hartlepool" "03/06/2019,46,E01012007,Hartlepool" "03/06/2019,46,,HARTLEPOOL" \
            "03/06/2019,46,E01011992,Leeds" "03/06/2019,46,E01011992,Cleveland" "03/06/2019,46,E01099001,Hartlepool" \
            "03/06/2019,045/10,E01011992," "03/06/2019,048/01,E01011992," "03/06/2019,046/00,E01011992," \
            "03/06/2019,149/00,E01011992," "03/06/2019,125/09,E01011992," "03/06/2019,195/94,E01011992," \
            "03/06/2019,008/77,E01011992," "03/06/2019,053/25,E01011992," "03/06/2019,125/77,E01011992," \
            "03/06/2019,008/99,E01011992," "03/06/2019,Aug-06,E01011992," "3/6/2019,46,E01011992," \
            "03-Jun-19,46,E01011992," "43619,46,E01011992,"; do
            number=$((number + 1))
            IFS=, read -r day code lsoa authority <<<"$row"
            echo "HP19/$number,$day,$code,An offence,$lsoa,$authority,N,N,N"
        done
        echo "9.45E+12,03/06/2019,46,An offence,E01011992,,N,N,N"
        printf '\032'
    } >"$WORK/landing/crime/2019-07-20_force.csv"
}
ARGUMENTS=(validate "$WORK/landing/crime/2019-07-20_force.csv" --definition Pipelines/shp-performance.yaml)
STATUS=65
