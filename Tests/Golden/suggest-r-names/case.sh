# A street file as R writes it: dots in the column names, and a column of row numbers. The nearest schema is today's,
# and one patch adds all names.
prepare() {
    mkdir -p "$WORK/landing"
    cp -r Pipelines "$WORK/Pipelines"
    {
        echo '"","Crime.ID","Month","Reported.by","Falls.within","Longitude","Latitude","Location","LSOA.code","LSOA.name","Crime.type","Last.outcome.category","Context"'
        echo '"1","","2023-04","Cleveland Police","Cleveland Police",-1.2,54.7,"On or near Mill Lane","E01011949","Hartlepool 009A","Burglary",NA,NA'
    } >"$WORK/landing/reported.csv"
}
ARGUMENTS=(suggest "$WORK/Pipelines/police-uk-street.yaml" --input "$WORK/landing")
STATUS=0
