# Fifteen months of street-level crime. In June the burglaries of Hartlepool fall from about 100 to 3, and shoplifting
# rises from about 100 to 150: the first change is implausible compared with its own history and is reported, the second
# is not.
prepare() {
    mkdir -p "$WORK/landing"
    awk -v landing="$WORK/landing" 'BEGIN {
        split("2023-04,2023-05,2023-06,2023-07,2023-08,2023-09,2023-10,2023-11,2023-12,2024-01,2024-02,2024-03,2024-04,2024-05,2024-06", months, ",")
        split("E01011949|Hartlepool 009A,E01012007|Middlesbrough 012A,E01012095|Redcar and Cleveland 010A,E01012187|Stockton-on-Tees 011A", places, ",")
        for (month = 1; month <= 15; month++) {
            file = landing "/" months[month] "-cleveland-street.csv"
            print "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context" >file
            for (place = 1; place <= 4; place++) {
                split(places[place], lsoa, "|")
                burglaries = month == 15 && place == 1 ? 3 : 96 + month * 7 % 11
                thefts = month == 15 && place == 1 ? 150 : 97 + month * 5 % 9
                for (row = 0; row < burglaries + thefts; row++)
                    print "," months[month] ",Cleveland Police,Cleveland Police,-1.2,54.6,On or near High Street," lsoa[1] "," lsoa[2] "," (row < burglaries ? "Burglary" : "Shoplifting") ",," >file
            }
            close(file)
        }
    }'
}
ARGUMENTS=(run Pipelines/police-uk-street.yaml --quarter 2024-25-Q1 --input "$WORK/landing" --output "$WORK/output")
STATUS=1
